// Optimisers: their first updates by hand, what they remember, and how they are put back.
import { expect, test } from 'vitest';
import type { OptimiserSpec as Spec } from '../../../src/vocabulary/learning.ts';
import { createOptimiser, restoreOptimiser } from '../../../src/gan/training/optimisers.ts';
import { tf } from '../../../src/gan/tensorflow.ts';

const adam: Spec = { kind: 'adam', rate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-8 };
const momentum: Spec = { kind: 'momentum', rate: 0.1, momentum: 0.5 };

/** The weights, all starting at 1, after each of the updates with these gradients. */
function descend(spec: Spec, gradients: number[], share = 1): number[] {
  const weights = tf.tidy(() => tf.variable(tf.ones<tf.Rank.R2>([3, 2])));
  const optimiser = createOptimiser(spec, [weights]);
  const path = gradients.map((gradient) => {
    tf.tidy(() => optimiser.descend([tf.fill<tf.Rank.R2>([3, 2], gradient)], share));
    return weights.dataSync()[3] ?? NaN;
  });
  optimiser.dispose();
  weights.dispose();
  return path;
}

test('gradient descent: w − rate · g', () => {
  const [first, second] = descend({ kind: 'sgd', rate: 0.1 }, [2, -1]);
  expect(first).toBeCloseTo(0.8, 6);
  expect(second).toBeCloseTo(0.9, 6);
});

test('momentum: the velocity keeps half of what it was', () => {
  const [first, second] = descend(momentum, [2, -1]);
  expect(first).toBeCloseTo(0.8, 6);
  expect(second).toBeCloseTo(0.8, 6); // velocity 0.5 · 2 − 1 = 0
});

test('Adam: the first step is the rate whatever the scale, the second is by hand', () => {
  for (const scale of [1e-2, 1, 1e4]) {
    const [first, second] = descend(adam, [scale, 3 * scale]);
    expect(first).toBeCloseTo(0.9, 5);
    // means (0.09 + 0.3)/0.19 and (0.0099 + 0.09)/0.0199, of gradients 1 and 3
    expect(second).toBeCloseTo(0.9 - (0.1 * (0.39 / 0.19)) / Math.sqrt(0.0999 / 0.0199), 5);
  }
});

test('Adam with a large epsilon loses a small gradient: the step is no longer free of scale', () => {
  const [first = NaN] = descend({ ...adam, epsilon: 1e-4 }, [1e-6]);
  expect(1 - first).toBeCloseTo((0.1 * 1e-6) / (1e-6 + 1e-4), 6);
});

test('the share scales the rate', () => {
  expect(descend({ kind: 'sgd', rate: 0.1 }, [2], 0.5)[0]).toBeCloseTo(0.9, 6);
  expect(descend(adam, [2], 0.5)[0]).toBeCloseTo(0.95, 5);
});

test('saved and put back, it goes on exactly as it would have', () => {
  const weights = tf.tidy(() => tf.variable(tf.ones<tf.Rank.R2>([2, 1])));
  const optimiser = createOptimiser(adam, [weights]);
  const update = (gradient: number) => tf.tidy(() => optimiser.descend([tf.fill<tf.Rank.R2>([2, 1], gradient)], 1));
  update(0.3);
  const saved = { updates: optimiser.updates, memory: Float32Array.from(optimiser.memory?.dataSync() ?? []) };
  const start = weights.dataSync().slice();
  update(-2);
  const went = weights.dataSync().slice();
  update(5);
  restoreOptimiser(optimiser, saved);
  tf.tidy(() => weights.assign(tf.tensor2d(start, [2, 1])));
  update(-2);
  expect(weights.dataSync()).toEqual(went);
  optimiser.dispose();
  weights.dispose();
});

test('constants may change on the way, the kind may not', () => {
  const weights = tf.tidy(() => tf.variable(tf.ones<tf.Rank.R2>([2, 1])));
  const optimiser = createOptimiser({ kind: 'sgd', rate: 0.1 }, [weights]);
  optimiser.retune({ kind: 'sgd', rate: 1 });
  tf.tidy(() => optimiser.descend([tf.ones<tf.Rank.R2>([2, 1])], 1));
  expect(weights.dataSync()[0]).toBe(0);
  expect(() => optimiser.retune(adam)).toThrow('cannot go on as "adam"');
  optimiser.dispose();
  weights.dispose();
});

test.each([adam, momentum, { kind: 'sgd', rate: 1 } as const])('disposed, %o leaves no tensor', (spec) => {
  const before = tf.memory().numTensors;
  descend(spec, [1, 2]);
  expect(tf.memory().numTensors).toBe(before);
});
