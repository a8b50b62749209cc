// The normal distribution on the line: density and distribution function, to double precision.
import { exp } from '../../vocabulary/expLog.ts';

/** The density of N(0, 1). */
export const normalDensity = (x: number): number => exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

/**
 * P(Z ≤ x) for Z ~ N(0, 1), to an absolute error of about 1e-15.
 * Up to 6: ½ + φ(x)(x + x³/3 + x⁵/(3·5) + …) (Marsaglia 2004, "Evaluating the normal distribution", J. Stat. Software 11(4)).
 * Beyond: φ(x) over Laplace's continued fraction x + 1/(x + 2/(x + 3/(x + …))), which keeps the relative precision of the tail.
 */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  if (!(size > 6)) {
    let term = x;
    let sum = x;
    for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
      term *= (x * x) / k;
      sum += term;
    }
    return 0.5 + sum * normalDensity(x);
  }
  let fraction = size;
  for (let k = 40; k >= 1; k--) fraction = size + k / fraction;
  const tail = normalDensity(x) / fraction;
  return x < 0 ? tail : 1 - tail;
}

/**
 * The x with cdf(x) = u, to rounding: Newton's steps where they stay in the bracket, else bisection.
 * @param density the slope of `cdf`.
 * @param from cdf(from) < u < cdf(to): the bracket at the start.
 */
export function invertCdf(
  cdf: (x: number) => number,
  density: (x: number) => number,
  u: number,
  from: number,
  to: number,
): number {
  let [low, high, x] = [from, to, (from + to) / 2];
  const smallest = 1e-15 * (to - from);
  while (high - low > smallest) {
    const excess = cdf(x) - u;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const next = x - excess / density(x);
    if (Math.abs(next - x) < smallest && next > low && next < high) return next;
    x = next > low && next < high ? next : low + (high - low) / 2;
    // No number lies between the bounds.
    if (x <= low || x >= high) return high;
  }
  return x;
}
