// The fused dense layer against plain operations and against finite differences, to second order.
import { useBackend } from '../../../src/gan/backend.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { activationSchema } from '../../../src/vocabulary/network.ts';
import { formulas } from '../../../src/gan/kernels/activations.ts';
import { dense, perceptron } from '../../../src/gan/kernels/dense.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { gradients, implementations, network, slopePenalty } from './gradients.ts';
import { farthest, matrix, numbers } from './numbers.ts';

const activations = activationSchema.options;

beforeAll(async () => {
  await useBackend('cpu');
});

describe.each(activations)('%s', (activation) => {
  test('no tensor is left over', () => {
    const before = tf.memory();
    gradients(perceptron, activation, 6, 8);
    gradients(implementations.layers, activation, 6, 8);
    expect(tf.memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
  });

  test.each([
    [14, 10],
    [5, 7],
    [1, 1],
  ])(
    'width %i, batch %i: value, gradients and gradients of gradients are those of plain operations',
    (width, batch) => {
      const plain = gradients(implementations.plain, activation, width, batch);
      for (const ours of [implementations.layers, implementations.whole]) {
        const found = gradients(ours, activation, width, batch);
        for (const key of ['value', 'first', 'second', 'throughLoss'] as const) {
          const scale = Math.max(1, ...plain[key].map(Math.abs));
          expect(farthest(found[key], plain[key]) / scale, key).toBeLessThan(1e-5);
        }
      }
    },
  );

  test('one layer and its derivatives are the closed formulas', () => {
    const z = numbers(40, 2, 4);
    const { value, first, second } = formulas[activation];
    tf.tidy(() => {
      const x = tf.tensor2d(z, [40, 1]);
      const identity = tf.tensor2d([1, 0], [2, 1]);
      const y = (at: tf.Tensor): tf.Tensor => dense(at as tf.Tensor2D, identity, activation);
      const slope = tf.grad((at: tf.Tensor) => tf.sum(y(at)));
      const curvature = tf.grad((at: tf.Tensor) => tf.sum(slope(at)));
      expect(farthest(y(x).dataSync(), z.map(value))).toBeLessThan(1e-6);
      expect(farthest(slope(x).dataSync(), z.map(first))).toBeLessThan(2e-6);
      // The tape rightly finds that the slope of a line does not depend on x.
      if (activation === 'identity') expect(() => curvature(x)).toThrow(/Cannot compute gradient/);
      else expect(farthest(curvature(x).dataSync(), z.map(second))).toBeLessThan(4e-6);
    });
  });

  test('the gradient of the penalty is its finite difference', () => {
    const { layers, logits } = network(perceptron, activation, 6);
    tf.tidy(() => {
      const x = matrix(8, 2, 1, 1.5);
      const analytic = tf.grads((...w: tf.Tensor[]) => slopePenalty(logits, x, w))(layers);
      layers.forEach((layer, index) => {
        const direction = matrix(layer.shape[0], layer.shape[1], 9);
        const along = (h: number): number => {
          const moved = layers.map((l, i) => (i === index ? tf.add(l, tf.mul(direction, h)) : l));
          return slopePenalty(logits, x, moved).dataSync()[0] as number;
        };
        const h = 2e-3;
        const expected = (along(h) - along(-h)) / (2 * h);
        const found = tf.sum(tf.mul(analytic[index] as tf.Tensor, direction)).dataSync()[0] as number;
        expect(Math.abs(found - expected)).toBeLessThan(4e-3 * Math.max(1, Math.abs(expected)));
      });
    });
    tf.dispose(layers);
  });
});

test('a third derivative is refused, not wrong', () => {
  const layer = tf.tensor2d([1, 0], [2, 1]);
  const x = tf.tensor2d([0.5], [1, 1]);
  const y = (at: tf.Tensor): tf.Tensor => dense(at as tf.Tensor2D, layer, 'tanh');
  const slope = tf.grad((at: tf.Tensor) => tf.sum(y(at)));
  const curvature = tf.grad((at: tf.Tensor) => tf.sum(slope(at)));
  expect(() => tf.tidy(() => tf.grad((at: tf.Tensor) => tf.sum(curvature(at)))(x))).toThrow(/third derivative/);
  tf.dispose([layer, x]);
});

test('a layer that does not fit its input says so', () => {
  tf.tidy(() => {
    expect(() => dense(matrix(4, 3, 1), matrix(3, 2, 2), 'relu')).toThrow(/\[3, 2\] takes 2 inputs.*\[4, 3\]/);
  });
});
