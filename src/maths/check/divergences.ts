// Entropies and divergences of finite distributions, exactly; 0 log 0 = 0.
import { certain } from '../../certain.ts';
import type { Divergence } from './expression.ts';

type Law = readonly number[];

const sum = (law: Law, term: (mass: number, i: number) => number) =>
  law.reduce((total, mass, i) => total + term(mass, i), 0);

/** A law's mass at a point that another law over the same points has, too. */
const at = (law: Law, i: number) => certain(law[i], 'the mass at a point');

/** Σ p log(p/q), in nats; infinite where q misses mass of p. */
const kl = (p: Law, q: Law) => sum(p, (mass, i) => (mass === 0 ? 0 : mass * Math.log(mass / at(q, i))));

/** H, H(p, q), KL, JSD and total variation of one or two laws over the same points. */
export function divergence(kind: Divergence, laws: readonly Law[]): number {
  const p = certain(laws[0], 'the law');
  // An entropy has one law alone, and never looks at the other.
  const q = laws[1] ?? [];
  switch (kind) {
    case 'KL':
      return kl(p, q);
    case 'JSD': {
      const middle = p.map((mass, i) => (mass + at(q, i)) / 2);
      return (kl(p, middle) + kl(q, middle)) / 2;
    }
    case 'TV':
      return sum(p, (mass, i) => Math.abs(mass - at(q, i))) / 2;
    case 'entropy':
      return -sum(p, (mass) => (mass === 0 ? 0 : mass * Math.log(mass)));
    case 'crossEntropy':
      return -sum(p, (mass, i) => (mass === 0 ? 0 : mass * Math.log(at(q, i))));
  }
}
