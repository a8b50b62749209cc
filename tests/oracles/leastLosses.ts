// What a discriminator loses at its optimum against finite distributions p (data) and q (generated), in closed form.
import { log } from '../../src/vocabulary/expLog.ts';
import { jensenShannon, type Probabilities } from '../../src/gan/theory/information.ts';

/** TV(p, q) = ½ Σ |p − q|. */
export const totalVariation = (p: Probabilities, q: Probabilities): number =>
  sum(p, (pi, i) => Math.abs(pi - (q[i] ?? NaN))) / 2;

/**
 * min_D L_D in the form with both expectations added: log 4 − 2 JSD(p‖q) (Goodfellow et al. 2014, Theorem 1). The value of the game
 * V(D*, G) is minus this.
 */
export const leastDiscriminatorLoss = (jsd: number): number => log(4) - 2 * jsd;

/** min_D of the hinge loss, at D = sign(p − q): 2 − 2 TV(p, q) (Lim and Ye 2017, arXiv:1705.02894). */
export const leastHingeLoss = (tv: number): number => 2 - 2 * tv;

/** min_D of the least-squares loss with targets 1 and 0, at D = p/(p + q): ½ Σ pq/(p + q) (Mao et al. 2017, arXiv:1611.04076). */
export const leastSquaresLoss = (p: Probabilities, q: Probabilities): number =>
  sum(p, (pi, i) => (pi === 0 ? 0 : (pi * (q[i] ?? NaN)) / (pi + (q[i] ?? NaN)))) / 2;

/**
 * min_D of the relativistic pairing loss, at the logit log(p/q) plus any constant: log 2 − JSD(p⊗q‖q⊗p), the divergence of a pair
 * (real, generated) from the same pair in the other order. A pair is a sample with a label of its own: which of the two came first.
 */
export function leastRelativisticLoss(p: Probabilities, q: Probabilities): number {
  const inOrder = Array.from(p).flatMap((pi) => Array.from(q, (qj) => pi * qj));
  const swapped = Array.from(q).flatMap((qi) => Array.from(p, (pj) => qi * pj));
  return Math.LN2 - jensenShannon(inOrder, swapped);
}

function sum(p: Probabilities, term: (pi: number, i: number) => number): number {
  let total = 0;
  for (let i = 0; i < p.length; i++) total += term(p[i] ?? NaN, i);
  return total;
}
