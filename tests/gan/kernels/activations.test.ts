// The activations: closed formulas against finite differences, the tape against the closed formulas.
import { useBackend } from '../../../src/gan/backend.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { activate, derivativeOf, formulas } from '../../../src/gan/kernels/activations.ts';
import { activationSchema } from '../../../src/vocabulary/network.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { farthest, numbers } from './numbers.ts';

beforeAll(async () => {
  await useBackend('cpu');
});

// Away from the kinks at 0, where a difference quotient means nothing.
const points = Array.from(numbers(60, 4, 6)).filter((z) => Math.abs(z) > 0.01);

describe.each(activationSchema.options)('%s', (activation) => {
  const { value, first, second } = formulas[activation];

  test('derivatives are difference quotients', () => {
    const h = 1e-4;
    for (const z of points) {
      expect(first(z)).toBeCloseTo((value(z + h) - value(z - h)) / (2 * h), 7);
      expect(second(z)).toBeCloseTo((first(z + h) - first(z - h)) / (2 * h), 7);
    }
  });

  test('far out nothing overflows', () => {
    for (const z of [-800, -90, 90, 800]) {
      for (const f of [value, first, second]) expect(Number.isFinite(f(z)), `${z}`).toBe(true);
    }
  });

  test('plain operations and their gradients are the formulas', () => {
    tf.tidy(() => {
      const z = tf.tensor1d(points);
      const y = (at: tf.Tensor): tf.Tensor => activate(at, activation);
      const slope = tf.grad((at: tf.Tensor) => tf.sum(y(at)));
      const curvature = tf.grad((at: tf.Tensor) => tf.sum(slope(at)));
      expect(farthest(y(z).dataSync(), points.map(value))).toBeLessThan(2e-6);
      expect(farthest(slope(z).dataSync(), points.map(first))).toBeLessThan(2e-6);
      expect(farthest(curvature(z).dataSync(), points.map(second))).toBeLessThan(2e-6);
      expect(farthest(derivativeOf(z, activation, 2).dataSync(), points.map(second))).toBeLessThan(2e-6);
    });
  });

  test('no tensor is left over', () => {
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      const slope = tf.grad((at: tf.Tensor) => tf.sum(activate(at, activation)));
      tf.grad((at: tf.Tensor) => tf.sum(slope(at)))(tf.tensor1d(points));
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});
