// Entropies and divergences of finite distributions, exactly; 0 log 0 = 0.
import type { Divergence } from './expression.ts';

type Law = readonly number[];

const sum = (law: Law, term: (mass: number, i: number) => number) =>
  law.reduce((total, mass, i) => total + term(mass, i), 0);

/** Σ p log(p/q), in nats; infinite where q misses mass of p. */
const kl = (p: Law, q: Law) => sum(p, (mass, i) => (mass === 0 ? 0 : mass * Math.log(mass / (q[i] ?? Number.NaN))));

/** H, H(p, q), KL, JSD and total variation of one or two laws over the same points. */
export function divergence(kind: Divergence, laws: readonly Law[]): number {
  const [p = [], q = []] = laws;
  switch (kind) {
    case 'KL':
      return kl(p, q);
    case 'JSD': {
      const middle = p.map((mass, i) => (mass + (q[i] ?? Number.NaN)) / 2);
      return (kl(p, middle) + kl(q, middle)) / 2;
    }
    case 'TV':
      return sum(p, (mass, i) => Math.abs(mass - (q[i] ?? Number.NaN))) / 2;
    case 'entropy':
      return -sum(p, (mass) => (mass === 0 ? 0 : mass * Math.log(mass)));
    case 'crossEntropy':
      return -sum(p, (mass, i) => (mass === 0 ? 0 : mass * Math.log(q[i] ?? Number.NaN)));
  }
}
