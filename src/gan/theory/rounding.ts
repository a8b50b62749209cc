// Arithmetic that is rounded to float64, float32 or float16 after every operation, and the generator's losses computed in it.

/** The binary formats of IEEE 754 with 64, 32 and 16 bits. */
export type Precision = 'float64' | 'float32' | 'float16';

/** How a loss is written: with D = σ(l) in the formula, or on the logit alone. */
export type Form = 'probability' | 'logit';

/** Digits of the significand, the hidden one included: numbers just below 1 are 2^−digits apart. */
export const significandBits: Record<Precision, number> = { float64: 53, float32: 24, float16: 11 };

/** Above 65,519.99… a number is nearer to the next power of two than to 65,504, the largest finite half. */
const halfOverflow = 65_520;

/**
 * The nearest float16 (IEEE 754 binary16: 11 significant bits, exponents −14 to 15, subnormals), ties to even.
 * Adding and subtracting a large number of the right size lets float64's own rounding do the work, at the place where a half ends.
 */
export function roundToHalf(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(value)) return value;
  if (size >= halfOverflow) return Math.sign(value) * Infinity;
  const exponent = Math.max(Math.floor(Math.log2(size)), -14);
  const anchor = 1.5 * 2 ** (52 + exponent - 10);
  const rounded = size + anchor - anchor;
  return value < 0 ? -rounded : rounded;
}

/** Rounds a float64 to the nearest number of a format. */
export const rounding: Record<Precision, (value: number) => number> = {
  float64: (value) => value,
  float32: Math.fround,
  float16: roundToHalf,
};

/** Both losses of the generator for one generated sample, and their slopes over its logit. */
export interface Computed {
  /** log(1 − σ(l)) */
  saturating: number;
  /** −log σ(l) */
  nonSaturating: number;
  /** −σ(l) */
  saturatingSlope: number;
  /** −(1 − σ(l)) */
  nonSaturatingSlope: number;
}

/** Computes both losses and both slopes at a logit, each operation rounded. Infinite and NaN results are results. */
export function computed(logit: number, precision: Precision, form: Form): Computed {
  const round = rounding[precision];
  switch (form) {
    case 'probability':
      return onProbabilities(round(logit), round);
    case 'logit':
      return onLogits(round(logit), round);
  }
}

type Round = (value: number) => number;

/**
 * As the formulas read: s = 1/(1 + e^(−l)), log(1 − s), −log s. The slopes are what automatic differentiation makes of these operations:
 * the slope of the logarithm, 1/(1 − s) or 1/s, times the slope of the sigmoid, s(1 − s).
 */
function onProbabilities(l: number, round: Round): Computed {
  const s = round(1 / round(1 + round(Math.exp(-l))));
  const rest = round(1 - s);
  const sigmoidSlope = round(s * rest);
  return {
    saturating: round(Math.log(rest)),
    nonSaturating: -round(Math.log(s)),
    saturatingSlope: -round(round(1 / rest) * sigmoidSlope),
    nonSaturatingSlope: -round(round(1 / s) * sigmoidSlope),
  };
}

/** On the logit: −softplus(l) and softplus(−l), with the slopes −σ(l) and −σ(−l). */
function onLogits(l: number, round: Round): Computed {
  return {
    saturating: -softplus(l, round),
    nonSaturating: softplus(-l, round),
    saturatingSlope: -sigmoid(l, round),
    nonSaturatingSlope: -sigmoid(-l, round),
  };
}

/** max(t, 0) + log(1 + e^(−|t|)): nothing overflows, and log1p keeps a small exponential. */
const softplus = (t: number, round: Round): number =>
  round(Math.max(t, 0) + round(Math.log1p(round(Math.exp(-Math.abs(t))))));

/** e^t/(1 + e^t) below 0, 1/(1 + e^(−t)) above: the exponential never overflows. */
function sigmoid(t: number, round: Round): number {
  const small = round(Math.exp(-Math.abs(t)));
  return round((t < 0 ? small : 1) / round(1 + small));
}
