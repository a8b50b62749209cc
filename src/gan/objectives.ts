// The losses of both players, as the papers write them, on D's raw output: a logit, high on real data.
import { exp, log } from './elementary.ts';
import type { ObjectiveName } from './experiment.ts';
import { meanSoftplus } from './kernels/loss.ts';
import { tf } from './tensorflow.ts';

/** What all games have: D's side, batch means over its outputs on real and on generated data (n × 1 each). */
interface Common {
  /** D's loss. `realLabel` is the label of real data under one-sided smoothing, 1 for none. */
  discriminator(real: tf.Tensor2D, fake: tf.Tensor2D, realLabel: number): tf.Scalar;
  /** D's output at its optimum where the densities of real and generated data are p and q; absent without a closed form. */
  optimal?(p: number, q: number, realLabel?: number): number;
  /** Whether only differences of D's outputs count, so that a constant added to all of them changes no loss. */
  readonly relative: boolean;
  /** Whether D's loss has a label that can be smoothed. */
  readonly labels: boolean;
  /** The logit of the probability "real" that an output stands for: the output itself, except where it is a probability. */
  logit(output: number): number;
}

/** A game in which G learns through D: its loss is a batch mean over D's outputs. */
export interface Adversarial extends Common {
  /** G's loss. Outputs on real data are needed only where `pairs` is true; they are paired with the generated ones row by row. */
  generator(fake: tf.Tensor2D, real: tf.Tensor2D): tf.Scalar;
  /** dL_G / d(output on one generated sample); for pairs, at the given output on the real one. */
  slope(fake: number, real?: number): number;
  /** Both losses where q = p and D is optimal, without smoothing. */
  readonly equilibrium: { discriminator: number; generator: number };
  /** Whether G's loss compares D's outputs on generated samples with those on real ones. */
  readonly pairs: boolean;
  readonly direct?: undefined;
}

/** No game: G learns from the samples themselves, while D learns to judge them all the same. */
export interface Direct extends Common {
  /** G's loss, from generated and real samples (n × dimension each), paired row by row. */
  direct(fake: tf.Tensor2D, real: tf.Tensor2D): tf.Scalar;
  /** D's loss where q = p and D is optimal, without smoothing. What G loses there depends on the data. */
  readonly equilibrium: { discriminator: number };
}

export type Objective = Adversarial | Direct;

/** The objectives under which G learns through D. */
export type AdversarialName = Exclude<ObjectiveName, 'meanSquaredError'>;

/** σ(l) = 1 / (1 + e⁻ˡ). Where e⁻ˡ overflows the result is 0, which is right to the last digit. */
const logistic = (logit: number): number => 1 / (1 + exp(-logit));

/** −log σ(l): what judging l as real costs. */
const judgedReal = (logit: tf.Tensor2D): tf.Scalar => meanSoftplus(logit, -1);
/** −log(1 − σ(l)): what judging l as generated costs. */
const judgedFake = (logit: tf.Tensor2D): tf.Scalar => meanSoftplus(logit, 1);
/** eˡ with a derivative of its own kind: the one of TensorFlow.js loses the second derivative, which consensus optimisation needs. */
const exponential: (...logits: tf.Tensor[]) => tf.Tensor = tf.customGrad((...inputs) => {
  const [logit, save] = inputs as unknown as [tf.Tensor, tf.GradSaveFunc];
  save([logit]);
  const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => tf.mul(dy, exponential(saved[0] as tf.Tensor));
  return { value: tf.exp(logit), gradFunc };
});
const meanSquare = (from: number, output: tf.Tensor): tf.Scalar => tf.mean(tf.square(tf.sub(output, from)));

/** E_p[−y log D − (1 − y) log(1 − D)] + E_q[−log(1 − D)], with real label y. */
function crossEntropy(real: tf.Tensor2D, fake: tf.Tensor2D, realLabel: number): tf.Scalar {
  const plain = tf.add<tf.Scalar>(judgedReal(real), judgedFake(fake));
  if (realLabel === 1) return plain;
  // sp(l) − y l = sp(−l) + (1 − y) l
  return tf.add<tf.Scalar>(plain, tf.mul<tf.Scalar>(tf.mean(real), 1 - realLabel));
}

/** log of D* / (1 − D*) with D* = y p / (p + q): Goodfellow et al. 2014, proposition 1; for y < 1 Salimans et al. 2016, §3.4. */
const logOdds = (p: number, q: number, realLabel = 1): number => log(realLabel * p) - log((1 - realLabel) * p + q);

const itself = (output: number): number => output;
const classifier = {
  discriminator: crossEntropy,
  optimal: logOdds,
  relative: false,
  labels: true,
  logit: itself,
} as const;
const crossEntropyGame = { ...classifier, pairs: false } as const;

/** Keeps the logit of a least-squares output finite where that is no probability. */
const leastProbability = 1e-4;

export const objectives: Record<AdversarialName, Adversarial> & Record<'meanSquaredError', Direct> = {
  /** The minimax game: G minimises E log(1 − D(G(z))). Goodfellow et al. 2014, equation 1. */
  saturating: {
    ...crossEntropyGame,
    generator: (fake) => tf.neg(judgedFake(fake)),
    slope: (fake) => -logistic(fake),
    equilibrium: { discriminator: 2 * Math.LN2, generator: -Math.LN2 },
  },
  /** G minimises −E log D(G(z)) instead. Goodfellow et al. 2014, §3. */
  nonSaturating: {
    ...crossEntropyGame,
    generator: (fake) => judgedReal(fake),
    slope: (fake) => -logistic(-fake),
    equilibrium: { discriminator: 2 * Math.LN2, generator: Math.LN2 },
  },
  /** G minimises −E exp(σ⁻¹(D(G(z)))), which follows KL(p‖q) where D is optimal. Goodfellow 2016, arXiv:1701.00160, §3.2.4; twice its scale. */
  maximumLikelihood: {
    ...crossEntropyGame,
    generator: (fake) => tf.neg(tf.mean<tf.Scalar>(exponential(fake))),
    slope: (fake) => -exp(fake),
    equilibrium: { discriminator: 2 * Math.LN2, generator: -1 },
  },
  /** LSGAN with targets 0 for generated, 1 for real and 1 for G. Mao et al. 2017, arXiv:1611.04076, equation 9. */
  leastSquares: {
    discriminator: (real, fake, realLabel) => tf.mul(tf.add(meanSquare(realLabel, real), meanSquare(0, fake)), 0.5),
    generator: (fake) => tf.mul(meanSquare(1, fake), 0.5),
    slope: (fake) => fake - 1,
    optimal: (p, q, realLabel = 1) => (realLabel * p) / (p + q),
    equilibrium: { discriminator: 1 / 4, generator: 1 / 8 },
    pairs: false,
    relative: false,
    labels: true,
    logit(output) {
      const probability = Math.min(1 - leastProbability, Math.max(leastProbability, output));
      return log(probability / (1 - probability));
    },
  },
  /** Lim and Ye 2017, arXiv:1705.02894; Miyato et al. 2018, arXiv:1802.05957, equations 16 and 17. */
  hinge: {
    discriminator: (real, fake) => tf.add(tf.mean(tf.relu(tf.sub(1, real))), tf.mean(tf.relu(tf.add(1, fake)))),
    generator: (fake) => tf.neg(tf.mean(fake)),
    slope: () => -1,
    optimal: (p, q) => Math.sign(p - q),
    equilibrium: { discriminator: 2, generator: 0 },
    pairs: false,
    relative: false,
    labels: false,
    logit: itself,
  },
  /** The critic's estimate of a Wasserstein distance; it needs clipping or a penalty. Arjovsky et al. 2017, arXiv:1701.07875, algorithm 1. */
  wasserstein: {
    discriminator: (real, fake) => tf.sub(tf.mean(fake), tf.mean(real)),
    generator: (fake) => tf.neg(tf.mean(fake)),
    slope: () => -1,
    equilibrium: { discriminator: 0, generator: 0 },
    pairs: false,
    relative: true,
    labels: false,
    logit: itself,
  },
  /** Relativistic pairing: D compares a real with a generated sample. Jolicoeur-Martineau 2018, arXiv:1807.00734; Huang et al. 2024, arXiv:2501.05441. */
  relativistic: {
    discriminator: (real, fake) => judgedReal(tf.sub(real, fake)),
    generator: (fake, real) => judgedReal(tf.sub(fake, real)),
    slope: (fake, real = 0) => -logistic(real - fake),
    /** Up to a constant, which no pair can see. */
    optimal: (p, q) => log(p) - log(q),
    equilibrium: { discriminator: Math.LN2, generator: Math.LN2 },
    pairs: true,
    relative: true,
    labels: false,
    logit: itself,
  },
  /**
   * E ‖G(z) − x‖², each generated sample against one real sample: a condition is the same in both and adds nothing. Where z is independent
   * of x, the best that G can do is the mean, E[x], or E[x | condition]: Bishop, Pattern Recognition and Machine Learning (2006), §1.5.5.
   */
  meanSquaredError: {
    ...classifier,
    direct: (fake, real) => tf.mean(tf.sum(tf.square(tf.sub(fake, real)), 1)),
    equilibrium: { discriminator: 2 * Math.LN2 },
  },
};
