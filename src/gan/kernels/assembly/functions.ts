// tanh, exp, log(1 + x), eˣ − 1 and σ of four single-precision numbers at once, from IEEE basic operations alone.

// The same bits in every engine: WebAssembly rounds each operation as IEEE 754 says, and nothing here is fused or left to
// a library. tests/gan/kernels/functions.test.ts holds the largest errors.

const ONE = f32x4.splat(1);

/**
 * tanh z, within 5 units in the last place: Lambert's continued fraction for tanh(z/2), cut after its seventh term, n / d,
 * and the double-angle formula 2nd / (n² + d²); both polynomials are written in z². Beyond ±9 it rounds to ±1.
 */
@inline
export function tanh4(z: v128): v128 {
  const x = between(z, -9, 9);
  const q = f32x4.mul(x, x);
  const n = f32x4.mul(x, horner(horner(horner2(q, 1 / 64.0, 23.625), q, 4331.25), q, 135135));
  const d = horner(horner(horner2(q, 0.875, 393.75), q, 31185), q, 270270);
  const product = f32x4.mul(n, d);
  return f32x4.div(f32x4.add(product, product), f32x4.add(f32x4.mul(n, n), f32x4.mul(d, d)));
}

/** The nearest number to z in [from, to]; NaN stays NaN, as with min and max, which take many instructions more. */
@inline
function between(z: v128, from: f32, to: f32): v128 {
  return f32x4.pmax(f32x4.pmin(z, f32x4.splat(to)), f32x4.splat(from));
}

@inline
function horner(value: v128, x: v128, next: f32): v128 {
  return f32x4.add(f32x4.mul(value, x), f32x4.splat(next));
}

@inline
function horner2(x: v128, first: f32, next: f32): v128 {
  return f32x4.add(f32x4.mul(f32x4.splat(first), x), f32x4.splat(next));
}

const LOG2_E: f32 = 1.4426950408889634;
// log 2 in two parts; the first has nine bits, so that whole multiples of it are exact.
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440054690583e-4;

/** (eʳ − 1 − r) / r² for |r| ≤ ½ log 2: Taylor's series, cut after r⁷/7!. */
@inline
function tail(r: v128): v128 {
  return horner(
    horner(horner(horner(horner2(r, 1 / 5040.0, 1 / 720.0), r, 1 / 120.0), r, 1 / 24.0), r, 1 / 6.0),
    r,
    0.5,
  );
}

/** eʳ − 1 for |r| ≤ ½ log 2. */
@inline
function reduced(r: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.mul(r, r), tail(r)), r);
}

/** r = x − n log 2 for the whole number n that is nearest to x / log 2. */
@inline
function remainder(x: v128, n: v128): v128 {
  return f32x4.sub(f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH))), f32x4.mul(n, f32x4.splat(LN2_LOW)));
}

/** 2ⁿ for whole n from −126 to 127. */
@inline
function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** eˣ, within 1.1 units in the last place; 0 and ∞ where single precision ends. */
@inline
export function exp4(x: v128): v128 {
  const clamped = between(x, -105, 90);
  const n = f32x4.nearest(f32x4.mul(clamped, f32x4.splat(LOG2_E)));
  const value = f32x4.add(reduced(remainder(clamped, n)), ONE);
  // 2ⁿ in two factors, since n may lie beyond the exponents that a number has.
  const whole = i32x4.trunc_sat_f32x4_s(n);
  const first = i32x4.shr_s(whole, 1);
  return f32x4.mul(f32x4.mul(value, powerOfTwo(first)), powerOfTwo(i32x4.sub(whole, first)));
}

/** eˣ − 1 for x ≤ 0, within 1 unit in the last place, also near 0. */
@inline
export function expm1OfNegative4(x: v128): v128 {
  const clamped = between(x, -60, 0);
  const n = f32x4.nearest(f32x4.mul(clamped, f32x4.splat(LOG2_E)));
  const power = powerOfTwo(i32x4.trunc_sat_f32x4_s(n));
  return f32x4.add(f32x4.mul(power, reduced(remainder(clamped, n))), f32x4.sub(power, ONE));
}

/** log(1 + u) for 0 ≤ u ≤ 1: 2 artanh(u / (2 + u)) by its series, cut after s¹⁵/15. */
@inline
export function log1p4(u: v128): v128 {
  const s = f32x4.div(u, f32x4.add(u, f32x4.splat(2)));
  const q = f32x4.mul(s, s);
  let sum = horner2(q, 1 / 15.0, 1 / 13.0);
  sum = horner(sum, q, 1 / 11.0);
  sum = horner(sum, q, 1 / 9.0);
  sum = horner(sum, q, 1 / 7.0);
  sum = horner(sum, q, 1 / 5.0);
  sum = horner(sum, q, 1 / 3.0);
  const twice = f32x4.add(s, s);
  return f32x4.add(f32x4.mul(f32x4.mul(twice, q), sum), twice);
}

/** log(1 + eᶻ), within 2.6 units in the last place: max(z, 0) + log(1 + e^−|z|) */
@inline
export function softplus4(z: v128): v128 {
  return f32x4.add(f32x4.pmax(z, f32x4.splat(0)), log1p4(exp4(f32x4.neg(f32x4.abs(z)))));
}

/** σ(z) = 1 / (1 + e^−z), within 2.3 units in the last place, with no number that overflows on the way. */
@inline
export function sigmoid4(z: v128): v128 {
  const small = exp4(f32x4.neg(f32x4.abs(z)));
  const above = v128.bitselect(ONE, small, f32x4.ge(z, f32x4.splat(0)));
  return f32x4.div(above, f32x4.add(ONE, small));
}
