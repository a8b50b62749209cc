// The losses of both players, as the papers write them, on D's raw output: a logit, high on real data. What is known of them without
// tensors is in src/vocabulary/objectives.ts.
import type { AdversarialName, ObjectiveName } from '../../vocabulary/objectives.ts';
import { meanSoftplus } from '../kernels/loss.ts';
import { tf } from '../tensorflow.ts';

/** D's loss, from batch means over its outputs on real and on generated data (n × 1 each). */
interface Common {
  /** `realLabel` is the label of real data under one-sided smoothing, 1 for none. */
  readonly discriminator: (real: tf.Tensor2D, fake: tf.Tensor2D, realLabel: number) => tf.Scalar;
}

/** A game in which G learns through D: its loss is a batch mean over D's outputs. */
export interface Adversarial extends Common {
  /** G's loss. Outputs on real data are needed only where the objective pairs; they are paired with the generated ones row by row. */
  readonly generator: (fake: tf.Tensor2D, real: tf.Tensor2D) => tf.Scalar;
  readonly direct?: undefined;
}

/** No game: G learns from the samples themselves, while D learns to judge them all the same. */
export interface Direct extends Common {
  /** G's loss, from generated and real samples (n × dimension each), paired row by row. */
  readonly direct: (fake: tf.Tensor2D, real: tf.Tensor2D) => tf.Scalar;
}

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

/** E_p[−y log D − (1 − y) log(1 − D)] + E_q[−log(1 − D)], with real label y: Goodfellow et al. 2014; Salimans et al. 2016, arXiv:1606.03498, §3.4. */
function crossEntropy(real: tf.Tensor2D, fake: tf.Tensor2D, realLabel: number): tf.Scalar {
  const plain = tf.add<tf.Scalar>(judgedReal(real), judgedFake(fake));
  if (realLabel === 1) return plain;
  // sp(l) − y l = sp(−l) + (1 − y) l
  return tf.add<tf.Scalar>(plain, tf.mul<tf.Scalar>(tf.mean(real), 1 - realLabel));
}

export const objectives: Record<AdversarialName, Adversarial> &
  Record<Exclude<ObjectiveName, AdversarialName>, Direct> = {
  /** The minimax game: G minimises E log(1 − D(G(z))). Goodfellow et al. 2014, arXiv:1406.2661, equation 1. */
  saturating: {
    discriminator: crossEntropy,
    generator: (fake) => tf.neg(judgedFake(fake)),
  },
  /** G minimises −E log D(G(z)) instead. Goodfellow et al. 2014, arXiv:1406.2661, §3. */
  nonSaturating: {
    discriminator: crossEntropy,
    generator: (fake) => judgedReal(fake),
  },
  /** G minimises −E exp(σ⁻¹(D(G(z)))), which follows KL(p‖q) where D is optimal. Goodfellow 2016, arXiv:1701.00160, §3.2.4; twice its scale. */
  maximumLikelihood: {
    discriminator: crossEntropy,
    generator: (fake) => tf.neg(tf.mean<tf.Scalar>(exponential(fake))),
  },
  /** LSGAN with targets 0 for generated, 1 for real and 1 for G. Mao et al. 2017, arXiv:1611.04076, equation 9. */
  leastSquares: {
    discriminator: (real, fake, realLabel) => tf.mul(tf.add(meanSquare(realLabel, real), meanSquare(0, fake)), 0.5),
    generator: (fake) => tf.mul(meanSquare(1, fake), 0.5),
  },
  /** Lim and Ye 2017, arXiv:1705.02894; Miyato et al. 2018, arXiv:1802.05957, equations 16 and 17. */
  hinge: {
    discriminator: (real, fake) => tf.add(tf.mean(tf.relu(tf.sub(1, real))), tf.mean(tf.relu(tf.add(1, fake)))),
    generator: (fake) => tf.neg(tf.mean(fake)),
  },
  /** The critic's estimate of a Wasserstein distance; it needs clipping or a penalty. Arjovsky et al. 2017, arXiv:1701.07875, algorithm 1. */
  wasserstein: {
    discriminator: (real, fake) => tf.sub(tf.mean(fake), tf.mean(real)),
    generator: (fake) => tf.neg(tf.mean(fake)),
  },
  /** Relativistic pairing: D compares a real with a generated sample. Jolicoeur-Martineau 2018, arXiv:1807.00734; Huang et al. 2024, arXiv:2501.05441. */
  relativistic: {
    discriminator: (real, fake) => judgedReal(tf.sub(real, fake)),
    generator: (fake, real) => judgedReal(tf.sub(fake, real)),
  },
  /**
   * E ‖G(z) − x‖², each generated sample against one real sample: a condition is the same in both and adds nothing. Where z is independent
   * of x, the best that G can do is the mean, E[x], or E[x | condition]: Bishop, Pattern Recognition and Machine Learning (2006), §1.5.5.
   */
  meanSquaredError: {
    discriminator: crossEntropy,
    direct: (fake, real) => tf.mean(tf.sum(tf.square(tf.sub(fake, real)), 1)),
  },
};
