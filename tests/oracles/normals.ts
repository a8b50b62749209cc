// Closed forms for normals on the line, and divergences of densities on the line by quadrature.
import { log } from '../../src/vocabulary/expLog.ts';
import { normalCdf, normalDensity } from '../../src/gan/theory/normal.ts';
import { integrate } from '../../src/gan/theory/quadrature.ts';

/** N(mean, sd²) on the line. */
export interface Normal {
  readonly mean: number;
  readonly sd: number;
}

/** KL(a‖b) of two normals: log(s_b/s_a) + (s_a² + (μ_a − μ_b)²)/(2 s_b²) − ½. */
export const normalKullbackLeibler = (a: Normal, b: Normal): number =>
  log(b.sd / a.sd) + (a.sd ** 2 + (a.mean - b.mean) ** 2) / (2 * b.sd ** 2) - 0.5;

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
  const against = (pi: number, m: number) => (pi === 0 ? 0 : pi * log(pi / m));
  return overBoth(p, q, (pi, qi) => (against(pi, (pi + qi) / 2) + against(qi, (pi + qi) / 2)) / 2);
}

/** KL(p‖q) of two densities on the line, by quadrature; infinite if q vanishes where p does not. */
export const kullbackLeiblerOnLine = (p: Density, q: Density): number =>
  overBoth(p, q, (pi, qi) => (pi === 0 ? 0 : pi * log(pi / qi)));

/** TV(p, q) of two densities on the line, by quadrature, to about 1e-5: the integrand has kinks where the densities cross. */
export const totalVariationOnLine = (p: Density, q: Density): number =>
  overBoth(p, q, (pi, qi) => Math.abs(pi - qi) / 2);

/** ∫ f(p(x), q(x)) dx over an interval that holds both. */
function overBoth(p: Density, q: Density, f: (pi: number, qi: number) => number): number {
  const at = (x: number) => f(p.at(x), q.at(x));
  return integrate(at, Math.min(p.from, q.from), Math.max(p.to, q.to));
}
