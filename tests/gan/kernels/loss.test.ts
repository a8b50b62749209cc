// The fused cross-entropy and the split of a batch: values, slopes and slopes of slopes.
import { useBackend } from '../../../src/gan/backend.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { formulas } from '../../../src/gan/kernels/activations.ts';
import { meanSoftplus, splitRows } from '../../../src/gan/kernels/loss.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { farthest, matrix, numbers } from './numbers.ts';

beforeAll(async () => {
  await useBackend('cpu');
});

describe.each([1, -1] as const)('meanSoftplus, sign %i', (sign) => {
  const count = 33;
  const values = numbers(count, 1, 6);
  const { value, first, second } = formulas.softplus;

  test('undecided logits cost log 2', () => {
    tf.tidy(() => {
      expect(meanSoftplus(tf.zeros([5, 1]), sign).dataSync()[0]).toBeCloseTo(Math.LN2, 6);
    });
  });

  test('does not overflow where D is sure', () => {
    tf.tidy(() => {
      const loss = meanSoftplus(tf.tensor2d([200, -200], [2, 1]), sign).dataSync()[0] as number;
      expect(loss).toBeCloseTo(100, 4);
    });
  });

  test('value, gradient and gradient of the gradient are the closed formulas', () => {
    tf.tidy(() => {
      const logits = tf.tensor2d(values, [count, 1]);
      const loss = (l: tf.Tensor): tf.Scalar => meanSoftplus(l, sign);
      const slope = tf.grad(loss);
      // ½ Σ slope² has the gradient slope · dslope/dl, elementwise.
      const half = tf.grad((l: tf.Tensor) => tf.mul(tf.sum(tf.square(slope(l))), 0.5));
      const slopes = values.map((l) => (sign * first(sign * l)) / count);
      const mean = values.reduce((sum, l) => sum + value(sign * l), 0) / count;
      expect(loss(logits).dataSync()[0]).toBeCloseTo(mean, 5);
      expect(farthest(slope(logits).dataSync(), slopes)).toBeLessThan(1e-7);
      const expected = values.map((l, i) => ((slopes[i] as number) * second(sign * l)) / count);
      expect(farthest(half(logits).dataSync(), expected)).toBeLessThan(1e-8);
    });
  });

  test('a weight before the loss reaches both orders', () => {
    tf.tidy(() => {
      const logits = tf.tensor2d(values, [count, 1]);
      const weighted = (w: tf.Tensor): tf.Tensor =>
        tf.sum(tf.square(tf.grad((l: tf.Tensor) => tf.mul(meanSoftplus(l, sign), w))(logits)));
      const unit = weighted(tf.scalar(1)).dataSync()[0] as number;
      expect(tf.grad(weighted)(tf.scalar(3)).dataSync()[0]).toBeCloseTo(6 * unit, 6);
    });
  });
});

describe('splitRows', () => {
  test('halves are the rows, and their gradients come back in place', () => {
    tf.tidy(() => {
      const x = matrix(7, 3, 2);
      const [top, bottom] = splitRows(x, 4);
      expect(top.shape).toEqual([4, 3]);
      expect(Array.from(tf.concat2d([top, bottom], 0).dataSync())).toEqual(Array.from(x.dataSync()));
      const gradient = tf.grad((at: tf.Tensor) => {
        const [a, b] = splitRows(at as tf.Tensor2D, 4);
        return tf.add(tf.sum(a), tf.mul(tf.sum(b), 2));
      })(x);
      expect(Array.from(gradient.dataSync())).toEqual([...Array<number>(12).fill(1), ...Array<number>(9).fill(2)]);
    });
  });

  test('an empty half is refused', () => {
    tf.tidy(() => {
      expect(() => splitRows(matrix(4, 1, 1), 0)).toThrow(/cannot be split at 0/);
      expect(() => splitRows(matrix(4, 1, 1), 4)).toThrow(/cannot be split at 4/);
    });
  });
});

test('no tensor is left over', () => {
  const before = tf.memory().numTensors;
  const slope = (l: tf.Tensor): tf.Tensor =>
    tf.grad((at: tf.Tensor) => {
      const [a, b] = splitRows(at as tf.Tensor2D, 2);
      return tf.add(meanSoftplus(a, 1), meanSoftplus(b, -1));
    })(l);
  tf.tidy(() => {
    tf.grad((l: tf.Tensor) => tf.sum(tf.square(slope(l))))(matrix(5, 1, 1));
  });
  expect(tf.memory().numTensors).toBe(before);
});
