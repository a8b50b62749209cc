// The optimisers' steps in plain TensorFlow.js operations: what the fused steps are tested and measured against.
import { tf } from '../tensorflow.ts';
import type { AdamConstants, SgdConstants } from './optimise.ts';
import { stackLayers } from './stackLayout.ts';

/** Adam in plain TensorFlow.js operations: the reference that `applyAdam` is tested against. */
export function adamPlain(
  parameters: readonly tf.Variable<tf.Rank.R2>[],
  gradients: readonly tf.Tensor2D[],
  moments: tf.Variable<tf.Rank.R2>,
  step: number,
  { learningRate, beta1, beta2, epsilon }: AdamConstants,
): void {
  tf.tidy(() => {
    const [allRows, columns] = moments.shape;
    const half: [number, number] = [allRows / 2, columns];
    const gradient = stack(gradients, half);
    const oldMean = tf.slice2d(moments, [0, 0], half);
    const oldSquare = tf.slice2d(moments, [half[0], 0], half);
    const mean: tf.Tensor2D = tf.add(tf.mul(oldMean, beta1), tf.mul(gradient, 1 - beta1));
    const square: tf.Tensor2D = tf.add(tf.mul(oldSquare, beta2), tf.mul(tf.square(gradient), 1 - beta2));
    const direction = tf.div(
      tf.div(mean, 1 - beta1 ** step),
      tf.add(tf.sqrt(tf.div(square, 1 - beta2 ** step)), epsilon),
    );
    moments.assign(tf.concat2d([mean, square], 0));
    descend(parameters, tf.mul(direction, learningRate));
  });
}

/** Gradient descent with momentum in plain TensorFlow.js operations: the reference that `applySgd` is tested against. */
export function sgdPlain(
  parameters: readonly tf.Variable<tf.Rank.R2>[],
  gradients: readonly tf.Tensor2D[],
  velocities: tf.Variable<tf.Rank.R2> | undefined,
  { learningRate, momentum }: SgdConstants,
): void {
  tf.tidy(() => {
    const gradient = stack(gradients, stackedShape(parameters));
    const velocity: tf.Tensor2D = velocities === undefined ? gradient : tf.add(tf.mul(velocities, momentum), gradient);
    velocities?.assign(velocity);
    descend(parameters, tf.mul(velocity, learningRate));
  });
}

function stackedShape(parameters: readonly tf.Tensor2D[]): [number, number] {
  const { rows, columns } = stackLayers(parameters.map(({ shape }) => shape));
  return [rows, columns];
}

function stack(layers: readonly tf.Tensor2D[], [, columns]: [number, number]): tf.Tensor2D {
  return tf.concat2d(
    layers.map((layer) => {
      const [rows, units] = layer.shape;
      return tf.pad2d(layer, [
        [0, rows % 2],
        [0, columns - units],
      ]);
    }),
    0,
  );
}

function descend(parameters: readonly tf.Variable<tf.Rank.R2>[], step: tf.Tensor2D): void {
  let row = 0;
  for (const parameter of parameters) {
    parameter.assign(tf.sub(parameter, tf.slice2d(step, [row, 0], parameter.shape)));
    row += parameter.shape[0] + (parameter.shape[0] % 2);
  }
}
