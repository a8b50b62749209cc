// The divergence that each generator loss follows when D is optimal.
import { sigmoid, softplus } from '../../vocabulary/logistic.ts';

/**
 * A generator loss E_q[h(l)] on the logits of a discriminator that is trained by cross-entropy. With D optimal (l* = log p/q) and held fixed, its
 * gradient in q is that of Σ p g(q/p), where g′(r) = h(−log r) and g(1) = 0: a divergence if and only if h never increases.
 */
export interface Followed {
  /** The loss h of one logit. */
  readonly loss: (logit: number) => number;
  /** h′(l). */
  readonly slope: (logit: number) => number;
  /** g(r) at r = q/p > 0. */
  readonly g: (ratio: number) => number;
  /** The divergence in words of known ones. */
  readonly name: string;
}

/** The generator losses on a cross-entropy discriminator, and what they follow. */
export const followed = {
  /** Goodfellow et al. 2014, arXiv:1406.2661, Theorem 1. */
  saturating: {
    loss: (l) => -softplus(l),
    slope: (l) => -sigmoid(l),
    g: (r) => r * Math.log(r) - (1 + r) * Math.log((1 + r) / 2),
    name: '2 JSD(p‖q)',
  },
  /** Arjovsky and Bottou 2017, arXiv:1701.04862, Theorem 2.5 has KL(q‖p) − 2 JSD(p‖q), which is 2 KL(m‖p) with m = ½(p + q). */
  nonSaturating: {
    loss: (l) => softplus(-l),
    slope: (l) => -sigmoid(-l),
    g: (r) => (1 + r) * Math.log((1 + r) / 2) - r + 1,
    name: '2 KL(m‖p)',
  },
  /** The sum of both (Sønderby et al. 2016, arXiv:1610.04490). */
  reverse: { loss: (l) => -l, slope: () => -1, g: (r) => r * Math.log(r) - r + 1, name: 'KL(q‖p)' },
  /** Goodfellow 2016, arXiv:1701.00160, §3.2.4. */
  maximumLikelihood: { loss: (l) => -Math.exp(l), slope: (l) => -Math.exp(l), g: (r) => -Math.log(r), name: 'KL(p‖q)' },
} satisfies Record<string, Followed>;
