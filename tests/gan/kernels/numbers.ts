// Fixed numbers for the kernels' tests: smooth, of both signs, never near the kink of a relu by accident.
import { tf } from '../../../src/gan/tensorflow.ts';

/** `count` numbers in (-scale, scale) that look irregular; `phase` makes another sequence. */
export function numbers(count: number, phase: number, scale = 1): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => scale * Math.sin(12.9898 * (i + 1) + 78.233 * phase));
}

export function matrix(rows: number, columns: number, phase: number, scale = 1): tf.Tensor2D {
  return tf.tensor2d(numbers(rows * columns, phase, scale), [rows, columns]);
}

/** The largest difference between two lists of numbers of the same length; NaN if any number is. */
export function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`Lists of ${a.length} and ${b.length} numbers.`);
  return Array.from(a).reduce((worst, value, i) => {
    const distance = Math.abs(value - (b[i] as number));
    return distance > worst || Number.isNaN(distance) ? distance : worst;
  }, 0);
}
