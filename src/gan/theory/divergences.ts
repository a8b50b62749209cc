// f-divergences: the variational form of each, and the one that each generator loss follows when D is optimal.
import { sigmoid, softplus } from '../../vocabulary/logistic.ts';
import type { Probabilities } from './information.ts';

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

/** Σ p g(q/p), for p without zeros. */
export const divergence = (g: (ratio: number) => number, p: Probabilities, q: Probabilities): number =>
  Array.from(p).reduce((sum, pi, i) => sum + pi * g((q[i] ?? 0) / pi), 0);

/**
 * What the generator of least squares with targets 0 (generated), 1 (real) and 1 (G's wish) follows with D = p/(p + q) held fixed:
 * g(r) = ½(r − 2 log(1 + r) − 1/(1 + r)) plus a constant. Mao et al. 2017, arXiv:1611.04076, give the value of the game instead, whose gradient is
 * another one: there D* moves with q.
 */
export const leastSquaresFollowed = (r: number): number =>
  0.5 * (r - 2 * Math.log(1 + r) - 1 / (1 + r)) - 0.25 + Math.LN2;

/**
 * A row of the f-GAN table (Nowozin, Cseke and Tomioka 2016, arXiv:1606.00709, Tables 1, 2 and 6): D_f(p‖q) = Σ q f(p/q) is the greatest value of
 * E_p T − E_q f*(T).
 */
export interface FDivergence {
  readonly f: (u: number) => number;
  /** The convex conjugate f*(t), on its domain. */
  readonly conjugate: (t: number) => number;
  /** The best critic's value T*(u) = f′(u) at u = p/q. */
  readonly critic: (u: number) => number;
  /** The output activation T = g_f(v) of a network's raw output v, increasing in v. */
  readonly activation: (v: number) => number;
  /** f*(g_f(v)) in a form that neither overflows early nor cancels. */
  readonly conjugateOfActivation: (v: number) => number;
  /** The raw output at the best critic. */
  readonly bestOutput: (u: number) => number;
}

/** The f-divergences of the f-GAN paper that the site uses. `gan` is 2 JSD − log 4, the value of the original game. */
export const fDivergences = {
  kullbackLeibler: {
    f: (u) => u * Math.log(u),
    conjugate: (t) => Math.exp(t - 1),
    critic: (u) => 1 + Math.log(u),
    activation: (v) => v,
    conjugateOfActivation: (v) => Math.exp(v - 1),
    bestOutput: (u) => 1 + Math.log(u),
  },
  reverseKullbackLeibler: {
    f: (u) => -Math.log(u),
    conjugate: (t) => -1 - Math.log(-t),
    critic: (u) => -1 / u,
    activation: (v) => -Math.exp(-v),
    conjugateOfActivation: (v) => v - 1,
    bestOutput: (u) => Math.log(u),
  },
  pearson: {
    f: (u) => (u - 1) ** 2,
    conjugate: (t) => t * t * 0.25 + t,
    critic: (u) => 2 * (u - 1),
    activation: (v) => v,
    conjugateOfActivation: (v) => v * v * 0.25 + v,
    bestOutput: (u) => 2 * (u - 1),
  },
  squaredHellinger: {
    f: (u) => (Math.sqrt(u) - 1) ** 2,
    conjugate: (t) => t / (1 - t),
    critic: (u) => 1 - 1 / Math.sqrt(u),
    activation: (v) => -Math.expm1(-v),
    conjugateOfActivation: (v) => Math.expm1(v),
    bestOutput: (u) => 0.5 * Math.log(u),
  },
  jensenShannon: {
    f: (u) => u * Math.log(u) - (u + 1) * Math.log((1 + u) / 2),
    conjugate: (t) => -Math.log(2 - Math.exp(t)),
    critic: (u) => Math.log((2 * u) / (1 + u)),
    activation: (v) => Math.LN2 - softplus(-v),
    conjugateOfActivation: (v) => softplus(v) - Math.LN2,
    bestOutput: (u) => Math.log(u),
  },
  gan: {
    f: (u) => u * Math.log(u) - (u + 1) * Math.log(u + 1),
    conjugate: (t) => -Math.log(-Math.expm1(t)),
    critic: (u) => Math.log(u / (1 + u)),
    activation: (v) => -softplus(-v),
    conjugateOfActivation: (v) => softplus(v),
    bestOutput: (u) => Math.log(u),
  },
} satisfies Record<string, FDivergence>;
