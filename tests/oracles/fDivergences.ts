// f-divergences in their variational form: the f-GAN paper's table.
import { softplus } from '../../src/vocabulary/logistic.ts';
import type { Probabilities } from '../../src/gan/theory/information.ts';

/** Σ p g(q/p), for p without zeros. */
export const divergence = (g: (ratio: number) => number, p: Probabilities, q: Probabilities): number =>
  Array.from(p).reduce((sum, pi, i) => sum + pi * g((q[i] ?? NaN) / pi), 0);

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
