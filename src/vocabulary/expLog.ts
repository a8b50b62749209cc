// exp, log, tanh and their like in double precision, from IEEE basic operations alone: the same bits in every engine.

// Math.exp and the others may be rounded differently by each engine, and a training run doubles a last bit in a few dozen
// steps. Here every result follows from +, −, ·, / and √, which IEEE 754 rounds correctly, in a fixed order. Largest errors,
// in units of the last place, are stated with each function and held by tests/vocabulary/expLog.test.ts against 320 bits.

// log 2 in two parts; the first ends in zeros, so that whole multiples of it up to 2^20 are exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

// A number and the two words that it is made of, the higher one second: all engines keep the lower one first.
const number = new Float64Array(1);
const words = new Int32Array(number.buffer);

/** 2ⁿ for whole n from −1022 to 1023. */
function powerOfTwo(n: number): number {
  words[0] = 0;
  words[1] = (n + 1023) << 20;
  return number[0] as number;
}

/** (eʳ − 1 − r) / r² for |r| ≤ ½ log 2: Taylor's series, cut after r¹³/13!. */
function exponentialTail(r: number): number {
  let sum = 1 / 6227020800;
  sum = sum * r + 1 / 479001600;
  sum = sum * r + 1 / 39916800;
  sum = sum * r + 1 / 3628800;
  sum = sum * r + 1 / 362880;
  sum = sum * r + 1 / 40320;
  sum = sum * r + 1 / 5040;
  sum = sum * r + 1 / 720;
  sum = sum * r + 1 / 120;
  sum = sum * r + 1 / 24;
  sum = sum * r + 1 / 6;
  return sum * r + 0.5;
}

/** eʳ − 1 for r = x − n log 2, |r| ≤ ½ log 2. */
function reduced(x: number, n: number): number {
  const high = x - n * LN2_HIGH;
  const low = n * LN2_LOW;
  const r = high - low;
  // What the subtraction rounded away changes eʳ by as much.
  return r + (high - r - low + r * r * exponentialTail(r));
}

/** eˣ, within 1 unit in the last place. */
export function exp(x: number): number {
  if (!(x < 709.79)) return x > 0 ? Infinity : x;
  if (x < -745.14) return 0;
  const n = Math.round(x / Math.LN2);
  const value = 1 + reduced(x, n);
  // In two factors, since n may lie beyond the exponents that a number has.
  const half = n >> 1;
  return value * powerOfTwo(half) * powerOfTwo(n - half);
}

/** eˣ − 1, within 2 units in the last place. */
export function expm1(x: number): number {
  if (x > 36) return exp(x) - 1;
  if (x < -38) return -1;
  const n = Math.round(x / Math.LN2);
  if (!(n > 0 || n < 0)) return x === 0 ? x : reduced(x, 0);
  const power = powerOfTwo(n);
  return power * reduced(x, n) + (power - 1);
}

/**
 * log(1 + f) + n log 2 for √½ ≤ 1 + f ≤ √2: with s = f / (2 + f), log(1 + f) = 2 artanh s by its series, cut after s²³/23,
 * and 2s = f − ½f² + s · ½f², of which only the small part is rounded.
 */
function logarithm(f: number, n: number): number {
  const s = f / (2 + f);
  const z = s * s;
  // Every second term by itself, so that the two sums need not wait for each other.
  const w = z * z;
  let odd = 2 / 21;
  odd = odd * w + 2 / 17;
  odd = odd * w + 2 / 13;
  odd = odd * w + 2 / 9;
  odd = odd * w + 2 / 5;
  let even = 2 / 23;
  even = even * w + 2 / 19;
  even = even * w + 2 / 15;
  even = even * w + 2 / 11;
  even = even * w + 2 / 7;
  even = even * w + 2 / 3;
  const sum = even + z * odd;
  const square = 0.5 * f * f;
  return n * LN2_HIGH - (square - (s * (square + sum * z) + n * LN2_LOW) - f);
}

/** log x, within 1 unit in the last place; −∞ at 0, not a number below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const subnormal = x < 2.2250738585072014e-308;
  number[0] = subnormal ? x * 18014398509481984 : x;
  // √½ ≤ m < √2 for x = 2ⁿ m: 0x95f64 takes the higher word over the next power of two where the fraction is above that of √2.
  const high = (words[1] as number) + 0x95f64;
  const n = (high >> 20) - 1023;
  words[1] = (high & 0xfffff) - 0x95f64 + 0x3ff00000;
  return logarithm(number[0] - 1, subnormal ? n - 54 : n);
}

/** log(1 + x), within 2 units in the last place; −∞ at −1, not a number below. */
export function log1p(x: number): number {
  if (x > -0.29 && x < 0.41) return x === 0 ? x : logarithm(x, 0);
  const sum = 1 + x;
  // What the sum rounded away, to first order.
  return sum > 0 && sum < 9007199254740992 ? log(sum) + (x - (sum - 1)) / sum : log(sum);
}

/** tanh x, within 3 units in the last place. */
export function tanh(x: number): number {
  if (x === 0) return x;
  const t = expm1(x > 0 ? -2 * x : 2 * x);
  const size = -t / (t + 2);
  return x < 0 ? -size : size;
}

/** xⁿ for whole n ≥ 0, by repeated squaring: within n units in the last place, and the same ones everywhere. */
export function power(x: number, n: number): number {
  if (!Number.isInteger(n) || n < 0)
    throw new Error(`The exponent of a power is a whole number of at least 0, not ${n}.`);
  let result = 1;
  for (let square = x, left = n; left > 0; left = Math.floor(left / 2), square *= square)
    if (left % 2 === 1) result *= square;
  return result;
}
