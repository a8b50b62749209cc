// Information theory of finite distributions: entropy and divergences, in nats.
import { certain } from '../../certain.ts';
import { log } from '../../vocabulary/expLog.ts';

/** A finite distribution: probabilities that sum to 1. Logarithms are natural, so that divergences are in nats. */
export type Probabilities = ArrayLike<number>;

/** −Σ p log p. */
export const entropy = (p: Probabilities): number => -sum(p, (pi) => (pi === 0 ? 0 : pi * log(pi)));

/** KL(p‖q) = Σ p log(p/q); infinite if q misses some of p. */
export const kullbackLeibler = (p: Probabilities, q: Probabilities): number =>
  sum(p, (pi, i) => (pi === 0 ? 0 : pi * log(pi / probability(q, i))));

/** JSD(p‖q) = ½ KL(p‖m) + ½ KL(q‖m) with m = ½(p + q): between 0 and log 2 (Lin 1991). */
export function jensenShannon(p: Probabilities, q: Probabilities): number {
  const m = Array.from(p, (pi, i) => (pi + probability(q, i)) / 2);
  return (kullbackLeibler(p, m) + kullbackLeibler(q, m)) / 2;
}

const probability = (q: Probabilities, i: number): number => certain(q[i], 'the other probability of an outcome');

function sum(p: Probabilities, term: (pi: number, i: number) => number): number {
  let total = 0;
  for (let i = 0; i < p.length; i++) total += term(p[i] as number, i);
  return total;
}
