// The logistic function and its integral: what a logit is as a probability, and what it costs to judge it wrongly.
import { exp, log1p } from './expLog.ts';

/** σ(l) = 1/(1 + e^(−l)), without overflow at either end. */
export const sigmoid = (l: number): number => (l >= 0 ? 1 / (1 + exp(-l)) : exp(l) / (1 + exp(l)));

/** log(1 + e^l), without overflow and without cancellation. */
export const softplus = (l: number): number => Math.max(l, 0) + log1p(exp(-Math.abs(l)));
