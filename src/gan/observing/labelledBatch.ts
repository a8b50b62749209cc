// D's loss in the two ways in which it can be put together, on the same samples.
import type { Network } from '../training/networks.ts';
import { tf } from '../tensorflow.ts';

/**
 * D's cross-entropy as 2 · mean(softplus(l) − y l) over one labelled batch, and as the objective's two means over two batches, added.
 * @param real n × dimension
 * @param fake n × dimension
 * @param realLabel y of the real samples; generated ones have 0
 * @param loss the objective's loss from D's outputs on both kinds
 * @returns both numbers: [one batch, two means]
 */
export function lossTogetherAndApart(
  discriminator: Network,
  real: tf.Tensor2D,
  fake: tf.Tensor2D,
  realLabel: number,
  loss: (onReal: tf.Tensor2D, onFake: tf.Tensor2D, realLabel: number) => tf.Scalar,
): tf.Tensor1D {
  const labels = tf.concat2d([tf.fill([real.shape[0], 1], realLabel), tf.zeros([fake.shape[0], 1])], 0);
  const logits = discriminator.apply(tf.concat2d([real, fake], 0));
  const together = tf.mul<tf.Scalar>(tf.mean(tf.sub(tf.softplus(logits), tf.mul(labels, logits))), 2);
  return tf.stack([together, loss(discriminator.apply(real), discriminator.apply(fake), realLabel)]) as tf.Tensor1D;
}
