// Every gradient of a small network that training or a penalty asks for, by any implementation of a layer.
import type { Activation } from '../../../src/vocabulary/network.ts';
import { dense, densePlain, perceptron } from '../../../src/gan/kernels/dense.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { matrix } from './numbers.ts';

type Perceptron = typeof perceptron;

const chain =
  (layer: typeof dense): Perceptron =>
  (x, layers, hidden) =>
    layers.reduce((h, each, i) => layer(h, each, i < layers.length - 1 ? hidden : 'identity'), x);

/** Three ways to compute the same network: plain operations, fused layers one by one, and the fused whole. */
export const implementations = { plain: chain(densePlain), layers: chain(dense), whole: perceptron } as const;

/** A discriminator 2-width-width-1 with weights of its own. */
export function network(implementation: Perceptron, activation: Activation, width: number) {
  const sizes = [2, width, width, 1];
  const layers = sizes.slice(1).map((units, i) => matrix((sizes[i] as number) + 1, units, i + 3, 0.8));
  const logits = (x: tf.Tensor2D, w: tf.Tensor[]): tf.Tensor2D => implementation(x, w as tf.Tensor2D[], activation);
  return { layers, logits };
}

/** mean ‖∂(Σ logits)/∂x‖² over the batch: the penalty R1. */
export function slopePenalty(
  logits: (x: tf.Tensor2D, w: tf.Tensor[]) => tf.Tensor2D,
  x: tf.Tensor2D,
  w: tf.Tensor[],
): tf.Scalar {
  const slopes = tf.grad((at: tf.Tensor) => tf.sum(logits(at as tf.Tensor2D, w)))(x);
  return tf.div(tf.sum(tf.square(slopes)), x.shape[0]);
}

/** Every gradient of a network that training or a penalty asks for, as plain numbers. */
export function gradients(implementation: Perceptron, activation: Activation, width: number, batch: number) {
  return tf.tidy(() => {
    const x = matrix(batch, 2, 1, 1.5);
    const { layers, logits } = network(implementation, activation, width);
    const loss = (w: tf.Tensor[]): tf.Scalar => tf.mean(tf.softplus(logits(x, w)));
    const first = tf.grads((...w: tf.Tensor[]) => loss(w))(layers);
    const second = tf.grads((...w: tf.Tensor[]) => slopePenalty(logits, x, w))(layers);
    const throughLoss = tf.grads((...w: tf.Tensor[]) => {
      const inner = tf.grads((...v: tf.Tensor[]) => loss(v))(w);
      return tf.addN(inner.map((g) => tf.sum(tf.square(g))));
    })(layers);
    const flat = (list: tf.Tensor[]): number[] => list.flatMap((t) => Array.from(t.dataSync()));
    return {
      value: flat([logits(x, layers)]),
      first: flat(first),
      second: flat(second),
      throughLoss: flat(throughLoss),
    };
  });
}
