// What is added to the losses to tame the game: penalties on D's slope over its input, clipping, and consensus.
import type { Penalty } from '../../vocabulary/learning.ts';
import type { Network } from './networks.ts';
import { tf } from '../tensorflow.ts';

/** D's outputs on x (n × 1), and their gradients over x (n × dimension), both on the tape. */
export interface OutputsAndSlopes {
  outputs: tf.Tensor2D;
  slopes: tf.Tensor2D;
}

/** One forward and one backward pass. An output depends on its own row alone, so one backward pass gives every row's gradient. */
export function outputsAndSlopes(discriminator: Network, x: tf.Tensor2D): OutputsAndSlopes {
  const ones = tf.ones<tf.Rank.R2>([x.shape[0], 1]);
  const { value, grads } = tf.engine().gradients(() => discriminator.apply(x), [x], ones);
  return { outputs: value, slopes: grads[0] as tf.Tensor2D };
}

/** ½ weight · E ‖∇ₓ D(x)‖²: R1 on real data, R2 on generated. Mescheder et al. 2018, arXiv:1801.04406, equations 9 and 10. */
export function squaredSlope(slopes: tf.Tensor2D, weight: number): tf.Scalar {
  return tf.mul<tf.Scalar>(tf.mean(tf.sum(tf.square(slopes), 1)), weight / 2);
}

/** Makes the slope of ‖s‖ finite at s = 0, where it has none. */
const smallestNorm = 1e-12;

/** weight · E (‖∇ₓ D(x̂)‖ − target)². Gulrajani et al. 2017, arXiv:1704.00028, equation 3. */
export function slopeTarget(slopes: tf.Tensor2D, weight: number, target: number): tf.Scalar {
  const norms = tf.sqrt(tf.add(tf.sum(tf.square(slopes), 1), smallestNorm));
  return tf.mul<tf.Scalar>(tf.mean(tf.square(tf.sub(norms, target))), weight);
}

/** x̂ = ε x + (1 − ε) x̃, one uniform ε (of `shares`, n × 1) a row: points on segments between real and generated samples. The same, §4. */
export function between(real: tf.Tensor2D, fake: tf.Tensor2D, shares: tf.Tensor2D): tf.Tensor2D {
  return tf.add<tf.Tensor2D>(fake, tf.mul(shares, tf.sub(real, fake)));
}

/** Weight clipping: every weight into [−limit, limit]. Arjovsky et al. 2017, arXiv:1701.07875, algorithm 1. */
export function clip(network: Network, limit: number): void {
  tf.tidy(() => network.variables.forEach((each) => each.assign(tf.clipByValue(each, -limit, limit))));
}

/** ½ ‖v‖² of a list of gradients. */
export function halfSquaredNorm(gradients: readonly tf.Tensor[]): tf.Scalar {
  const squares = gradients.map((each) => tf.sum<tf.Scalar>(tf.square(each)));
  return tf.mul<tf.Scalar>(tf.addN(squares), 0.5);
}

/** The total weight of one kind of penalty: several of a kind add up. */
export function weightOf(penalties: readonly Penalty[], kind: 'r1' | 'r2' | 'consensus'): number {
  return penalties.reduce((sum, penalty) => (penalty.kind === kind ? sum + penalty.weight : sum), 0);
}
