// The activations: the trace of z, and what its first and second derivative are multiplied with.
import { exp4, expm1OfNegative4, sigmoid4, softplus4, tanh4 } from './functions';

// In the order of src/gan/kernels/cpu/simd.ts. Lengths are whole vectors: what lies behind an array's last number belongs to it.
export const IDENTITY: i32 = 0;
export const RELU: i32 = 1;
export const LEAKY_RELU: i32 = 2;
export const TANH: i32 = 3;
export const SOFTPLUS: i32 = 4;
export const SILU: i32 = 5;

/** The slope of 'leakyRelu' for negative arguments, as in src/gan/activations.ts. */
const LEAKY_SLOPE: f32 = 0.2;

/** Replaces each z by the trace of φ at z: φ(z), but z itself for SILU. */
export function trace(z: usize, bytes: usize, activation: i32): void {
  const end = z + bytes;
  switch (activation) {
    case RELU:
      for (; z < end; z += 16) v128.store(z, zeroWhereNegative(v128.load(z)));
      return;
    case LEAKY_RELU:
      for (; z < end; z += 16) v128.store(z, scaledWhereNegative(v128.load(z), LEAKY_SLOPE));
      return;
    case TANH:
      for (; z < end; z += 16) v128.store(z, tanh4(v128.load(z)));
      return;
    case SOFTPLUS:
      for (; z < end; z += 16) v128.store(z, softplus4(v128.load(z)));
  }
}

/** result = z σ(z): the value of SILU, whose trace is z. */
export function silu(z: usize, result: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(z + i);
    v128.store(result + i, f32x4.mul(value, sigmoid4(value)));
  }
}

/** result = dy · φ′(z), from the trace of φ at z. May be done in place. */
export function slopes(dy: usize, trace: usize, result: usize, bytes: usize, activation: i32): void {
  const end = bytes;
  let i: usize = 0;
  switch (activation) {
    case IDENTITY:
      memory.copy(result, dy, bytes);
      return;
    case RELU:
      for (; i < end; i += 16) store4(result + i, zeroWhereLow(v128.load(dy + i), v128.load(trace + i)));
      return;
    case LEAKY_RELU:
      for (; i < end; i += 16) store4(result + i, scaledWhereLow(v128.load(dy + i), v128.load(trace + i), LEAKY_SLOPE));
      return;
    case TANH:
      for (; i < end; i += 16) store4(result + i, f32x4.mul(v128.load(dy + i), slopeOfTanh(v128.load(trace + i))));
      return;
    case SOFTPLUS:
      for (; i < end; i += 16) {
        const slope = f32x4.neg(expm1OfNegative4(f32x4.neg(v128.load(trace + i))));
        store4(result + i, f32x4.mul(v128.load(dy + i), slope));
      }
      return;
    case SILU:
      for (; i < end; i += 16) store4(result + i, f32x4.mul(v128.load(dy + i), slopeOfSilu(v128.load(trace + i))));
  }
}

/** result = dy · factor · φ″(z), from the trace of φ at z. May be done in place. */
export function curvature(dy: usize, factor: usize, trace: usize, result: usize, bytes: usize, activation: i32): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const weight = f32x4.mul(v128.load(dy + i), v128.load(factor + i));
    const t = v128.load(trace + i);
    let second = f32x4.splat(0);
    switch (activation) {
      case TANH:
        second = f32x4.mul(f32x4.mul(t, f32x4.splat(-2)), slopeOfTanh(t));
        break;
      case SOFTPLUS: {
        const down = f32x4.neg(t);
        second = f32x4.neg(f32x4.mul(exp4(down), expm1OfNegative4(down)));
        break;
      }
      case SILU:
        second = curvatureOfSilu(t);
    }
    store4(result + i, f32x4.mul(weight, second));
  }
}

@inline
function store4(at: usize, value: v128): void {
  v128.store(at, value);
}

@inline
function zeroWhereNegative(z: v128): v128 {
  return v128.andnot(z, f32x4.lt(z, f32x4.splat(0)));
}

@inline
function zeroWhereLow(dy: v128, trace: v128): v128 {
  return v128.and(dy, f32x4.gt(trace, f32x4.splat(0)));
}

@inline
function scaledWhereNegative(z: v128, slope: f32): v128 {
  return v128.bitselect(f32x4.mul(z, f32x4.splat(slope)), z, f32x4.lt(z, f32x4.splat(0)));
}

@inline
function scaledWhereLow(dy: v128, trace: v128, slope: f32): v128 {
  return v128.bitselect(dy, f32x4.mul(dy, f32x4.splat(slope)), f32x4.gt(trace, f32x4.splat(0)));
}

@inline
function slopeOfTanh(t: v128): v128 {
  return f32x4.sub(f32x4.splat(1), f32x4.mul(t, t));
}

/** σ(z) (1 + z σ(−z)) */
@inline
function slopeOfSilu(z: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.mul(sigmoid4(z), f32x4.add(one, f32x4.mul(z, sigmoid4(f32x4.neg(z)))));
}

/** σ(z) σ(−z) (2 + z (1 − 2 σ(z))) */
@inline
function curvatureOfSilu(z: v128): v128 {
  const up = sigmoid4(z);
  const tilt = f32x4.mul(z, f32x4.sub(f32x4.splat(1), f32x4.add(up, up)));
  return f32x4.mul(f32x4.mul(up, sigmoid4(f32x4.neg(z))), f32x4.add(f32x4.splat(2), tilt));
}
