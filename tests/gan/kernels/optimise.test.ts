// The fused optimiser steps against plain operations and against the formulas by hand.
import { useBackend } from '../../../src/gan/backend.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyAdam, applySgd, newMoments, newVelocities } from '../../../src/gan/kernels/optimise.ts';
import { adamPlain, sgdPlain } from '../../../src/gan/kernels/optimisePlain.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { farthest } from './numbers.ts';
import { after5 } from './steps.ts';

const constants = { learningRate: 0.01, beta1: 0.5, beta2: 0.9, epsilon: 1e-8 };

beforeAll(async () => {
  await useBackend('cpu');
});

describe('Adam', () => {
  test('is the plain version, parameters and moments', () => {
    const ours = after5(newMoments, (w, g, memory, step) => {
      applyAdam(w, g, memory, () => ({ ...constants, count: step }));
    });
    const plain = after5(newMoments, (w, g, memory, step) => {
      adamPlain(w, g, memory, step, constants);
    });
    expect(farthest(ours.parameters, plain.parameters)).toBeLessThan(1e-6);
    expect(farthest(ours.memory, plain.memory)).toBeLessThan(1e-6);
  });

  test('is the algorithm of the paper, for one number by hand', () => {
    const w = tf.tidy(() => tf.variable(tf.tensor2d([[1]])));
    const moments = newMoments([w]);
    let [m, v, expected] = [0, 0, 1];
    [0.3, -2, 0.7].forEach((g, i) => {
      const gradient = tf.tensor2d([[g]]);
      applyAdam([w], [gradient], moments, () => ({ ...constants, epsilon: 0.1, count: i + 1 }));
      gradient.dispose();
      m = 0.5 * m + 0.5 * g;
      v = 0.9 * v + 0.1 * g * g;
      expected -= (0.01 * (m / (1 - 0.5 ** (i + 1)))) / (Math.sqrt(v / (1 - 0.9 ** (i + 1))) + 0.1);
    });
    expect(w.dataSync()[0]).toBeCloseTo(expected, 6);
    tf.dispose([w, moments]);
  });
});

describe('gradient descent', () => {
  test.each([0, 0.9])('with momentum %f is the plain version', (momentum) => {
    const sgd = { learningRate: 0.05, momentum };
    const ours = after5(newVelocities, (w, g, memory) => {
      applySgd(w, g, memory, () => sgd);
    });
    const plain = after5(newVelocities, (w, g, memory) => {
      sgdPlain(w, g, memory, sgd);
    });
    expect(farthest(ours.parameters, plain.parameters)).toBeLessThan(1e-6);
    expect(farthest(ours.memory, plain.memory)).toBeLessThan(1e-6);
  });

  test('without momentum needs no velocities; with momentum it asks for them', () => {
    const w = tf.tidy(() => tf.variable(tf.tensor2d([[1, 2]])));
    const gradient = tf.tensor2d([[10, -10]]);
    applySgd([w], [gradient], undefined, () => ({ learningRate: 0.1, momentum: 0 }));
    expect(Array.from(w.dataSync())).toEqual([0, 3]);
    expect(() => {
      applySgd([w], [gradient], undefined, () => ({ learningRate: 0.1, momentum: 0.5 }));
    }).toThrow(/velocities/);
    tf.dispose([w, gradient]);
  });
});

test('no tensor is left over, and none of the caller’s is taken', () => {
  const before = tf.memory().numTensors;
  after5(newMoments, (w, g, memory, step) => {
    applyAdam(w, g, memory, () => ({ ...constants, count: step }));
  });
  after5(newVelocities, (w, g) => {
    applySgd(w, g, undefined, () => ({ learningRate: 1, momentum: 0 }));
  });
  expect(tf.memory().numTensors).toBe(before);
});

test('a gradient of another shape is refused', () => {
  const w = tf.tidy(() => tf.variable(tf.tensor2d([[1, 2]])));
  const moments = newMoments([w]);
  const wrong = tf.tensor2d([[1], [2]]);
  expect(() => {
    applyAdam([w], [wrong], moments, () => ({ ...constants, count: 1 }));
  }).toThrow(/shape \[1, 2\], its gradient \[2, 1\]/);
  expect(() => {
    applyAdam([w], [], moments, () => ({ ...constants, count: 1 }));
  }).toThrow(/its gradient/);
  tf.dispose([w, moments, wrong]);
});
