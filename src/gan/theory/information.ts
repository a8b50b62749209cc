// Closed forms for two distributions p (data) and q (generated): the optimal discriminator, divergences, and normals on the line.
import { normalCdf, normalDensity } from './normal.ts';

/** A finite distribution: probabilities that sum to 1. Logarithms are natural, so that divergences are in nats. */
export type Probabilities = ArrayLike<number>;

/**
 * D*(x) = αp/(p + q): the discriminator that minimises the cross-entropy at x for fixed q (Goodfellow et al. 2014, arXiv:1406.2661,
 * Proposition 1); α < 1 is the label of real data under one-sided smoothing (Salimans et al. 2016, arXiv:1606.03498). Not a number where p = q = 0.
 */
export const optimalDiscriminator = (p: number, q: number, realLabel = 1): number => (realLabel * p) / (p + q);

/** −Σ p log p. */
export const entropy = (p: Probabilities): number => -sum(p, (pi) => (pi === 0 ? 0 : pi * Math.log(pi)));

/** KL(p‖q) = Σ p log(p/q); infinite if q misses some of p. */
export const kullbackLeibler = (p: Probabilities, q: Probabilities): number =>
  sum(p, (pi, i) => (pi === 0 ? 0 : pi * Math.log(pi / (q[i] ?? 0))));

/** JSD(p‖q) = ½ KL(p‖m) + ½ KL(q‖m) with m = ½(p + q): between 0 and log 2 (Lin 1991). */
export function jensenShannon(p: Probabilities, q: Probabilities): number {
  const m = Array.from(p, (pi, i) => (pi + (q[i] ?? 0)) / 2);
  return (kullbackLeibler(p, m) + kullbackLeibler(q, m)) / 2;
}

/** TV(p, q) = ½ Σ |p − q|. */
export const totalVariation = (p: Probabilities, q: Probabilities): number =>
  sum(p, (pi, i) => Math.abs(pi - (q[i] ?? 0))) / 2;

/**
 * min_D L_D in the form with both expectations added: log 4 − 2 JSD(p‖q) (Goodfellow et al. 2014, Theorem 1). The value of the game
 * V(D*, G) is minus this.
 */
export const leastDiscriminatorLoss = (jsd: number): number => Math.log(4) - 2 * jsd;

/** min_D of the hinge loss, at D = sign(p − q): 2 − 2 TV(p, q) (Lim and Ye 2017, arXiv:1705.02894). */
export const leastHingeLoss = (tv: number): number => 2 - 2 * tv;

/** min_D of the least-squares loss with targets 1 and 0, at D = p/(p + q): ½ Σ pq/(p + q) (Mao et al. 2017, arXiv:1611.04076). */
export const leastSquaresLoss = (p: Probabilities, q: Probabilities): number =>
  sum(p, (pi, i) => (pi === 0 ? 0 : (pi * (q[i] ?? 0)) / (pi + (q[i] ?? 0)))) / 2;

/**
 * min_D of the relativistic pairing loss, at the logit log(p/q) plus any constant: log 2 − JSD(p⊗q‖q⊗p), the divergence of a pair
 * (real, generated) from the same pair in the other order. A pair is a sample with a label of its own: which of the two came first.
 */
export function leastRelativisticLoss(p: Probabilities, q: Probabilities): number {
  const inOrder = Array.from(p).flatMap((pi) => Array.from(q, (qj) => pi * qj));
  const swapped = Array.from(q).flatMap((qi) => Array.from(p, (pj) => qi * pj));
  return Math.LN2 - jensenShannon(inOrder, swapped);
}

/** N(mean, sd²) on the line. */
export interface Normal {
  readonly mean: number;
  readonly sd: number;
}

/** KL(a‖b) of two normals: log(s_b/s_a) + (s_a² + (μ_a − μ_b)²)/(2 s_b²) − ½. */
export const normalKullbackLeibler = (a: Normal, b: Normal): number =>
  Math.log(b.sd / a.sd) + (a.sd ** 2 + (a.mean - b.mean) ** 2) / (2 * b.sd ** 2) - 0.5;

/**
 * W₁ of two normals on the line. The monotone transport moves μ_a + s_a z to μ_b + s_b z, so it is E|δ + s Z| with δ = μ_a − μ_b and
 * s = |s_a − s_b|, the mean of a folded normal: 2 s φ(δ/s) + δ (2 Φ(δ/s) − 1).
 */
export function normalWasserstein1(a: Normal, b: Normal): number {
  const shift = a.mean - b.mean;
  const spread = Math.abs(a.sd - b.sd);
  if (spread === 0) return Math.abs(shift);
  return 2 * spread * normalDensity(shift / spread) + shift * (2 * normalCdf(shift / spread) - 1);
}

/** W₂ of two normals on the line: √((μ_a − μ_b)² + (s_a − s_b)²) (Dowson and Landau 1982). */
export const normalWasserstein2 = (a: Normal, b: Normal): number => Math.hypot(a.mean - b.mean, a.sd - b.sd);

/**
 * ∫ f over [from, to] by the trapezoidal rule, which converges faster than any power of the step for smooth integrands that vanish at both ends
 * (Trefethen and Weideman 2014, SIAM Review 56(3)): densities over an interval that holds their tails.
 */
export function integrate(f: (x: number) => number, from: number, to: number, intervals = 4000): number {
  const width = (to - from) / intervals;
  let total = (f(from) + f(to)) / 2;
  for (let i = 1; i < intervals; i++) total += f(from + i * width);
  return total * width;
}

/** A density on the line, and an interval that holds all but a negligible part of it. */
export interface Density {
  readonly at: (x: number) => number;
  readonly from: number;
  readonly to: number;
}

/** The density of a normal, with 12 standard deviations to either side. */
export const normalOnLine = ({ mean, sd }: Normal): Density => ({
  at: (x) => normalDensity((x - mean) / sd) / sd,
  from: mean - 12 * sd,
  to: mean + 12 * sd,
});

/** JSD(p‖q) of two densities on the line, by quadrature. */
export function jensenShannonOnLine(p: Density, q: Density): number {
  const against = (pi: number, m: number) => (pi === 0 ? 0 : pi * Math.log(pi / m));
  return overBoth(p, q, (pi, qi) => (against(pi, (pi + qi) / 2) + against(qi, (pi + qi) / 2)) / 2);
}

/** KL(p‖q) of two densities on the line, by quadrature; infinite if q vanishes where p does not. */
export const kullbackLeiblerOnLine = (p: Density, q: Density): number =>
  overBoth(p, q, (pi, qi) => (pi === 0 ? 0 : pi * Math.log(pi / qi)));

/** TV(p, q) of two densities on the line, by quadrature, to about 1e-5: the integrand has kinks where the densities cross. */
export const totalVariationOnLine = (p: Density, q: Density): number =>
  overBoth(p, q, (pi, qi) => Math.abs(pi - qi) / 2);

/** ∫ f(p(x), q(x)) dx over an interval that holds both. */
function overBoth(p: Density, q: Density, f: (pi: number, qi: number) => number): number {
  const at = (x: number) => f(p.at(x), q.at(x));
  return integrate(at, Math.min(p.from, q.from), Math.max(p.to, q.to));
}

function sum(p: Probabilities, term: (pi: number, i: number) => number): number {
  let total = 0;
  for (let i = 0; i < p.length; i++) total += term(p[i] ?? 0, i);
  return total;
}
