// sin and cos in double precision, from IEEE basic operations alone: the same bits in every engine. See src/vocabulary/expLog.ts.

// π/2 in three parts; the first two end in zeros, so that whole multiples of them up to 2^20 are exact.
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const;

/** Beyond this an argument has lost too many digits to be an angle that anyone means. */
const LARGEST = 1_000_000;

/** sin x, within 1 unit in the last place for |x| ≤ 10⁶. @throws Error beyond */
export const sin = (x: number): number => (x === 0 ? x : quarterTurned(x, 0));

/** cos x, within 1 unit in the last place for |x| ≤ 10⁶. @throws Error beyond */
export const cos = (x: number): number => quarterTurned(x, 1);

/** 2π in two parts. */
const TURN = 2 * Math.PI;
const TURN_REST = 2.4492935982947064e-16;

/**
 * Writes cos 2πu and sin 2πu to the first two numbers of `result`, for 0 ≤ u ≤ 1: each within 1.5 units in the last place, in
 * less time than both by themselves.
 */
export function onCircle(u: number, result: Float64Array): void {
  const n = Math.round(4 * u);
  // Exact: u and n/4 are close.
  const turn = u - n / 4;
  const y = turn * TURN;
  const rest = turn * TURN_REST;
  const [x0, y0] = [cosine(y, rest), sine(y, rest)];
  const swapped = n % 2 === 1;
  const [x, up] = [swapped ? y0 : x0, swapped ? x0 : y0];
  result[0] = n === 1 || n === 2 ? -x : x;
  result[1] = n === 2 || n === 3 ? -up : up;
}

/** sin(x + turns · π/2) */
function quarterTurned(x: number, turns: number): number {
  if (!(Math.abs(x) <= LARGEST)) {
    if (Number.isFinite(x)) throw new Error(`sin and cos take angles up to ${LARGEST}, not ${x}.`);
    return NaN;
  }
  // x − n π/2 as y + rest: two numbers, since near a multiple of π/2 one alone would keep too few digits.
  const n = Math.round(x / HALF_PI[0]);
  const first = x - n * HALF_PI[0];
  const second = n * HALF_PI[1];
  const most = first - second;
  const third = n * HALF_PI[2] - (first - most - second);
  const y = most - third;
  const rest = most - y - third;
  const quarter = (n + turns) & 3;
  const size = quarter % 2 === 0 ? sine(y, rest) : cosine(y, rest);
  return quarter < 2 ? size : -size;
}

/** sin(y + rest) for |y| ≤ π/4: Taylor's series, cut after y¹⁷/17!. */
function sine(y: number, rest: number): number {
  const z = y * y;
  let sum = 1 / 355687428096000;
  sum = sum * z - 1 / 1307674368000;
  sum = sum * z + 1 / 6227020800;
  sum = sum * z - 1 / 39916800;
  sum = sum * z + 1 / 362880;
  sum = sum * z - 1 / 5040;
  sum = sum * z + 1 / 120;
  sum = sum * z - 1 / 6;
  return y + (y * z * sum + rest * (1 - 0.5 * z));
}

/** cos(y + rest) for |y| ≤ π/4: Taylor's series, cut after y¹⁶/16!. */
function cosine(y: number, rest: number): number {
  const z = y * y;
  let sum = 1 / 20922789888000;
  sum = sum * z - 1 / 87178291200;
  sum = sum * z + 1 / 479001600;
  sum = sum * z - 1 / 3628800;
  sum = sum * z + 1 / 40320;
  sum = sum * z - 1 / 720;
  sum = sum * z + 1 / 24;
  const half = 0.5 * z;
  const most = 1 - half;
  return most + (1 - most - half + (z * z * sum - y * rest));
}
