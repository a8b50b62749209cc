// The Dirac-GAN's growth, thresholds of stability and cycles in closed form.
import { flowMatrix, updateMatrix, type DiracGame } from '../../src/gan/theory/dirac.ts';
import { eigenvalues, spectralRadius, type Complex } from '../../src/gan/theory/stability.ts';

/** The factor per step near the equilibrium; undefined where the step has no matrix there. */
export function growthPerStep(game: DiracGame): number | undefined {
  const matrix = updateMatrix(game);
  return matrix && spectralRadius(matrix);
}

/** The eigenvalues of the gradient flow; undefined where it jumps at the equilibrium. */
export function flowEigenvalues(game: DiracGame): [Complex, Complex] | undefined {
  const matrix = flowMatrix(game);
  return matrix && eigenvalues(matrix);
}

/*
 * Closed forms in the step size h of both players. For cross-entropy objectives and relativistic pairing the field at 0 turns by ½,
 * and γ adds up: R1 and R2 together of weight γ count as 2γ.
 */

/** √(1 + h²/4): simultaneous steps without penalty, cross-entropy objectives, near 0 (Mescheder et al. 2018, Lemma 2.4). */
export const simultaneousGrowth = (h: number): number => Math.sqrt(1 + (h * h) / 4);

/** √(1 + h²): simultaneous steps of the Wasserstein game, everywhere. */
export const wassersteinGrowth = (h: number): number => Math.sqrt(1 + h * h);

/** √(8/(hn)): the radius after n alternating steps of the non-saturating game, for great n. */
export const alternatingRadius = (h: number, n: number): number => Math.sqrt(8 / (h * n));

/**
 * θ² + ψ² ± hθψ, conserved by the alternating steps of the Wasserstein game: minus when D moves first, plus when G does
 * (D high on real data).
 */
export const wassersteinInvariant = (
  theta: number,
  psi: number,
  h: number,
  first: 'discriminator' | 'generator',
): number => theta * theta + psi * psi + (first === 'discriminator' ? -1 : 1) * h * theta * psi;

/**
 * The step size below which simultaneous steps with R1 of weight γ contract: 4γ while the eigenvalues −γ/2 ± √(γ²/4 − ¼) are complex
 * (γ < 1), else 2 over the greater of their sizes.
 */
export const simultaneousThreshold = (gamma: number): number =>
  gamma < 1 ? 4 * gamma : 2 / (gamma / 2 + Math.sqrt((gamma * gamma) / 4 - 0.25));

/** The step size below which alternating steps with R1 of weight γ contract: the positive root of h²/4 + 2hγ = 4; there hγ < 2 as well. */
export const alternatingThreshold = (gamma: number): number => -4 * gamma + Math.sqrt(16 * gamma * gamma + 16);

/**
 * Where θ turns on the limit cycle of the Wasserstein game with the penalty (γ/2)(|ψ| − target)², for small steps: γ·target·(1 + ρ)/(1 − ρ) with
 * ρ = e^(−πγ/√(4 − γ²)). From γ = 2 on there is no cycle: the run stops at |θ| = γ·target, beside the data.
 * In this library's spec a `gradientPenalty` of weight w has γ = 2w.
 */
export function turningPoint(gamma: number, target: number): number {
  if (gamma >= 2) return gamma * target;
  const rho = Math.exp((-Math.PI * gamma) / Math.sqrt(4 - gamma * gamma));
  return (gamma * target * (1 + rho)) / (1 - rho);
}
