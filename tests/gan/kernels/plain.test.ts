// Kernels of TensorFlow.js on our arithmetic: their values by hand, and what falls back to TensorFlow.js.
import { useBackend } from '../../../src/gan/backend.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { exp } from '../../../src/vocabulary/expLog.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { farthest, numbers } from './numbers.ts';

type Shape = [number, number];
const tensor = ([rows, columns]: Shape, phase: number) =>
  tf.tensor2d(numbers(rows * columns, phase, 2), [rows, columns]);

describe.each(['simd', 'loops'] as const)('%s', (arithmetic) => {
  beforeAll(async () => {
    await useBackend('cpu', arithmetic);
  });

  const operations: [string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor, (a: number, b: number) => number][] = [
    ['add', tf.add, (a, b) => a + b],
    ['sub', tf.sub, (a, b) => a - b],
    ['mul', tf.mul, (a, b) => a * b],
    ['div', tf.div, (a, b) => a / b],
  ];

  test.each(operations)('%s of equal shapes, numbers, columns and rows', (_, ours, byHand) => {
    const shapes: [Shape, Shape][] = [
      [[5, 3], [5, 3]],
      [[5, 3], [1, 1]],
      [[1, 1], [5, 3]],
      [[5, 1], [5, 3]],
      [[5, 3], [5, 1]],
      [[1, 3], [5, 3]],
      [[5, 1], [1, 3]],
      [[1, 3], [3, 1]],
    ]; // prettier-ignore
    for (const [left, right] of shapes) {
      tf.tidy(() => {
        const [a, b] = [tensor(left, 1), tensor(right, 2)];
        const shape = [Math.max(left[0], right[0]), Math.max(left[1], right[1])];
        const of = (values: tf.TypedArray, [rows, columns]: Shape, i: number, j: number) =>
          values[(rows === 1 ? 0 : i) * columns + (columns === 1 ? 0 : j)] as number;
        const expected = Array.from({ length: (shape[0] as number) * (shape[1] as number) }, (_, k) => {
          const [i, j] = [Math.floor(k / (shape[1] as number)), k % (shape[1] as number)];
          return Math.fround(byHand(of(a.dataSync(), left, i, j), of(b.dataSync(), right, i, j)));
        });
        const found = ours(a, b);
        expect(found.shape, `${left} and ${right}`).toEqual(shape);
        expect(Array.from(found.dataSync()), `${left} and ${right}`).toEqual(expected);
      });
    }
  });

  test('a number beside a list keeps the longer shape', () => {
    tf.tidy(() => {
      expect(tf.add(tf.tensor1d([1, 2]), tf.scalar(1)).arraySync()).toEqual([2, 3]);
      expect(tf.sub(tf.scalar(1), tf.tensor1d([1, 2])).arraySync()).toEqual([0, -1]);
      expect(tf.add(tf.tensor2d([[1]]), tf.tensor1d([1, 2])).arraySync()).toEqual([[2, 3]]);
    });
  });

  test('whole numbers are left to TensorFlow.js', () => {
    tf.tidy(() => {
      const sum = tf.add(tf.tensor1d([1, 2], 'int32'), tf.tensor1d([3, 4], 'int32'));
      expect([sum.dtype, sum.arraySync()]).toEqual(['int32', [4, 6]]);
      expect(tf.sum(tf.tensor1d([1, 2], 'int32')).arraySync()).toBe(3);
    });
  });

  test('sums and means over every choice of axes', () => {
    tf.tidy(() => {
      const x = tf.tensor2d([[1, 2, 3], [4, 5, 9]]); // prettier-ignore
      expect(tf.sum(x).arraySync()).toBe(24);
      expect(tf.mean(x).arraySync()).toBe(4);
      expect(tf.sum(x, 1).arraySync()).toEqual([6, 18]);
      expect(tf.mean(x, -1, true).arraySync()).toEqual([[2], [6]]);
      expect(tf.sum(x, 0).arraySync()).toEqual([5, 7, 12]);
      expect(tf.mean(x, [0, 1]).arraySync()).toBe(4);
      expect(tf.sum(tf.tensor3d([[[1, 2]], [[3, 4]]]), 2).arraySync()).toEqual([[3], [7]]);
      expect(tf.sum(tf.scalar(5)).arraySync()).toBe(5);
    });
  });

  test('concatenation below and beside, of parts of different size', () => {
    tf.tidy(() => {
      const [a, b] = [tf.tensor2d([[1, 2], [3, 4]]), tf.tensor2d([[5], [6]])]; // prettier-ignore
      expect(tf.concat2d([a, b, a], 1).arraySync()).toEqual([[1, 2, 5, 1, 2], [3, 4, 6, 3, 4]]); // prettier-ignore
      expect(tf.concat2d([a, tf.tensor2d([[7, 8]])], 0).arraySync()).toEqual([[1, 2], [3, 4], [7, 8]]); // prettier-ignore
      expect(tf.concat([a, b], -1).arraySync()).toEqual([[1, 2, 5], [3, 4, 6]]); // prettier-ignore
      expect(tf.concat1d([tf.tensor1d([1]), tf.tensor1d([2, 3])]).arraySync()).toEqual([1, 2, 3]);
    });
  });

  test('slices and splits of matrices, and what falls back', () => {
    tf.tidy(() => {
      const x = tf.tensor2d([[1, 2, 3], [4, 5, 6], [7, 8, 9]]); // prettier-ignore
      expect(tf.slice2d(x, [1, 1], [2, 2]).arraySync()).toEqual([[5, 6], [8, 9]]); // prettier-ignore
      expect(tf.slice2d(x, [0, 2], [-1, -1]).arraySync()).toEqual([[3], [6], [9]]);
      expect(tf.slice(x, [2]).arraySync()).toEqual([[7, 8, 9]]);
      expect(tf.slice2d(x, [0, 0], [0, 3]).shape).toEqual([0, 3]);
      expect(() => tf.slice2d(x, [2, 0], [2, 3])).toThrow();
      const parts = (sizes: number | number[], axis: number) =>
        tf.split(x, sizes, axis).map((part) => part.arraySync());
      expect(parts([1, 2], 1)).toEqual([[[1], [4], [7]], [[2, 3], [5, 6], [8, 9]]]); // prettier-ignore
      expect(parts([2, 1], 0)).toEqual([[[1, 2, 3], [4, 5, 6]], [[7, 8, 9]]]); // prettier-ignore
      expect(parts(3, -1)).toEqual([[[1], [4], [7]], [[2], [5], [8]], [[3], [6], [9]]]); // prettier-ignore
      expect(parts([1, -1], 1)).toEqual(parts([1, 2], 1));
      expect(tf.slice1d(tf.tensor1d([1, 2, 3]), 1, 2).arraySync()).toEqual([2, 3]);
    });
  });

  test('sums of many, negatives, squares and functions', () => {
    tf.tidy(() => {
      const x = tensor([3, 5], 1);
      const values = x.dataSync();
      const near = (found: tf.Tensor, f: (value: number) => number) =>
        expect(farthest(found.dataSync(), values.map(f))).toBeLessThan(2e-6);
      near(tf.addN([x, x, x]), (v) => 3 * v);
      near(tf.neg(x), (v) => -v);
      near(tf.square(x), (v) => v * v);
      near(tf.exp(x), exp);
      near(tf.tanh(x), Math.tanh);
      near(tf.sigmoid(x), (v) => 1 / (1 + exp(-v)));
      near(tf.softplus(x), (v) => Math.log1p(exp(v)));
      expect(Object.is(tf.neg(tf.scalar(0)).arraySync(), -0)).toBe(true);
    });
  });
});
