// The plain operations that losses and penalties are made of: sums, products, means, and functions of every number.
import { exp4, sigmoid4, softplus4, tanh4 } from './functions';

// In the order of src/gan/kernels/cpu/arithmetic.ts.
const ADD: i32 = 0;
const SUBTRACT: i32 = 1;
const MULTIPLY: i32 = 2;
const DIVIDE: i32 = 3;

/** result = a ∘ b, elementwise; whole vectors. */
export function combine(operation: i32, a: usize, b: usize, result: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(result + i, applied(operation, v128.load(a + i), v128.load(b + i)));
  }
}

/** result = a ∘ b for one number b, or b ∘ a if `reversed`; whole vectors. */
export function combineWithNumber(operation: i32, a: usize, b: f32, reversed: bool, result: usize, bytes: usize): void {
  const all = f32x4.splat(b);
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(a + i);
    v128.store(result + i, reversed ? applied(operation, all, value) : applied(operation, value, all));
  }
}

/** result[m, n] = a[m] ∘ b[m, n], or b ∘ a if `reversed`. Rows end where they end, and so are done in vectors and then number by number. */
export function combineRows(
  operation: i32,
  a: usize,
  b: usize,
  reversed: bool,
  result: usize,
  rows: i32,
  columns: i32,
): void {
  const vectors = <usize>(columns & ~3) * 4;
  const width = <usize>columns * 4;
  for (let row: i32 = 0; row < rows; row++) {
    const all = v128.load_splat<f32>(a);
    combineWithNumber(operation, b, load<f32>(a), !reversed, result, vectors);
    for (let i = vectors; i < width; i += 4) {
      const one = v128.load_splat<f32>(b + i);
      const value = reversed ? applied(operation, one, all) : applied(operation, all, one);
      store<f32>(result + i, f32x4.extract_lane(value, 0));
    }
    a += 4;
    b += width;
    result += width;
  }
}

@inline
function applied(operation: i32, a: v128, b: v128): v128 {
  switch (operation) {
    case ADD:
      return f32x4.add(a, b);
    case SUBTRACT:
      return f32x4.sub(a, b);
    case MULTIPLY:
      return f32x4.mul(a, b);
    default:
      return f32x4.div(a, b);
  }
}

const EXP: i32 = 0;
const TANH: i32 = 1;
const SIGMOID: i32 = 2;
const SOFTPLUS: i32 = 3;

/** result = f(x), elementwise; whole vectors. */
export function map(f: i32, x: usize, result: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = v128.load(x + i);
    let y = value;
    switch (f) {
      case EXP:
        y = exp4(value);
        break;
      case TANH:
        y = tanh4(value);
        break;
      case SIGMOID:
        y = sigmoid4(value);
        break;
      case SOFTPLUS:
        y = softplus4(value);
    }
    v128.store(result + i, y);
  }
}

/** sums[m] = Σₙ a[m, n], in double precision. */
export function rowSums(a: usize, sums: usize, rows: i32, columns: i32): void {
  for (let i: i32 = 0; i < rows; i++) {
    store<f32>(sums + <usize>i * 4, <f32>total(a, columns));
    a += <usize>columns * 4;
  }
}

/** Σ a, in double precision: four sums side by side, then together, then what is left over. */
function total(a: usize, n: i32): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  let i: i32 = 0;
  for (; i + 4 <= n; i += 4, a += 16) {
    const values = v128.load(a);
    low = f64x2.add(low, f64x2.promote_low_f32x4(values));
    high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<f32>(values, values, 2, 3, 2, 3)));
  }
  const both = f64x2.add(low, high);
  let sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
  for (; i < n; i++, a += 4) sum += <f64>load<f32>(a);
  return sum;
}

/** The mean of softplus(sign · logit) over n logits. */
export function meanSoftplus(logits: usize, n: i32, sign: f32): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  let i: i32 = 0;
  for (; i + 4 <= n; i += 4, logits += 16) {
    const values = softplus4(f32x4.mul(v128.load(logits), f32x4.splat(sign)));
    low = f64x2.add(low, f64x2.promote_low_f32x4(values));
    high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<f32>(values, values, 2, 3, 2, 3)));
  }
  const both = f64x2.add(low, high);
  let sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
  for (; i < n; i++, logits += 4) {
    const value = softplus4(f32x4.splat(load<f32>(logits) * sign));
    sum += <f64>f32x4.extract_lane(value, 0);
  }
  return sum / <f64>n;
}

/** result = scale · σ(sign · logit); whole vectors. */
export function softplusSlopes(logits: usize, sign: f32, scale: f32, result: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const value = sigmoid4(f32x4.mul(v128.load(logits + i), f32x4.splat(sign)));
    v128.store(result + i, f32x4.mul(value, f32x4.splat(scale)));
  }
}
