// exp, log, sin and cos of exact fractions in 320 bits after the point: what functions in double precision are measured by.

const BITS = 320n;
export const ONE = 1n << BITS;

/** A number as a whole multiple of 2^−320, exactly; for 2^−260 < |x| or 0. */
export function exact(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & ((1n << 52n) - 1n);
  const [digits, shift] =
    exponent === 0n ? [fraction, BITS - 1074n] : [fraction | (1n << 52n), BITS + exponent - 1075n];
  const size = shift >= 0n ? digits << shift : digits >> -shift;
  if (shift < 0n && size << -shift !== digits) throw new Error(`${x} does not fit.`);
  return bits >> 63n === 0n ? size : -size;
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS;
const over = (a: bigint, b: bigint): bigint => (a << BITS) / b;

/** Σ of terms, each made from the one before, until they vanish. */
function series(first: bigint, next: (term: bigint, k: bigint) => bigint): bigint {
  let sum = first;
  for (let term = first, k = 1n; (term = next(term, k)) !== 0n && term !== -1n; k++) sum += term;
  return sum;
}

/** artanh x for |x| ≤ ½. */
function artanh(x: bigint): bigint {
  const square = times(x, x);
  let [sum, power] = [0n, x];
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n, power = times(power, square)) sum += power / k;
  return sum;
}

const LN2 = 2n * artanh(ONE / 3n);

/** arctan(1/n) */
function arctanOfInverse(n: bigint): bigint {
  let [sum, power] = [0n, ONE / n];
  for (let k = 1n, sign = 1n; power !== 0n; k += 2n, sign = -sign, power /= n * n) sum += (sign * power) / k;
  return sum;
}

/** Machin 1706. */
export const PI = 16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n);

/** The whole number that is nearest to a / b. */
const nearest = (a: bigint, b: bigint): bigint => {
  const twice = 2n * a + b;
  const floor = twice / (2n * b);
  return twice < 0n && floor * 2n * b !== twice ? floor - 1n : floor;
};

/** eˣ as [m, n], m · 2ⁿ with ½ < m < 2. */
export function exp(x: bigint): [bigint, bigint] {
  const n = nearest(x, LN2);
  const r = x - n * LN2;
  return [series(ONE, (term, k) => times(term, r) / k), n];
}

/** eˣ − 1 for |x| below 40. */
export function expm1(x: bigint): bigint {
  const [m, n] = exp(x);
  return (n >= 0n ? m << n : m >> -n) - ONE;
}

/** log x, for x > 0 */
export function log(x: bigint): bigint {
  const n = BigInt(x.toString(2).length - 1) - BITS;
  const m = n >= 0n ? x >> n : x << -n;
  return 2n * artanh(over(m - ONE, m + ONE)) + n * LN2;
}

/** sin x */
export function sin(x: bigint): bigint {
  const r = x - nearest(x, 2n * PI) * 2n * PI;
  const square = times(r, r);
  return series(r, (term, k) => -times(term, square) / (2n * k * (2n * k + 1n)));
}

export const cos = (x: bigint): bigint => sin(x + PI / 2n);

/** tanh x for |x| below 20. */
export function tanh(x: bigint): bigint {
  const t = expm1(2n * x);
  return over(t, t + 2n * ONE);
}

/** How far a result lies from `reference` · 2^`shift`, in units of the last place of the result. */
export function ulps(found: number, reference: bigint, shift = 0n): number {
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(found))));
  // Both in units of 2^(shift − 320).
  const scaled = exactScaled(found, shift);
  const unit = BITS + BigInt(exponent) - 52n - shift;
  const difference = scaled > reference ? scaled - reference : reference - scaled;
  return Number((difference * 1024n) >> unit) / 1024;
}

/** x · 2^−shift in 320 bits. */
function exactScaled(x: number, shift: bigint): bigint {
  let [scaled, left] = [x, -shift];
  // By exact powers of two, a thousand at most.
  for (; left > 500n; left -= 500n) scaled *= 2 ** 500;
  for (; left < -500n; left += 500n) scaled *= 2 ** -500;
  return exact(scaled * 2 ** Number(left));
}
