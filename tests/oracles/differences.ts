// Finite differences: the oracle that every gradient is held against.
import { tf } from '../../src/gan/tensorflow.ts';

/** The central difference of f at x. */
export const difference = (f: (x: number) => number, x: number, h = 1e-4): number => (f(x + h) - f(x - h)) / (2 * h);

/** Central differences of a loss over every entry of some variables, which are left as they were. */
export function differences(
  loss: () => tf.Scalar,
  variables: readonly tf.Variable<tf.Rank.R2>[],
  h = 2e-3,
): number[][] {
  const value = () => tf.tidy(() => loss().dataSync()[0] ?? NaN);
  return variables.map((variable) => {
    const values = Float32Array.from(variable.dataSync());
    const put = (changed: Float32Array) => tf.tidy(() => variable.assign(tf.tensor2d(changed, variable.shape)));
    const at = (i: number, step: number) => {
      const changed = values.slice();
      changed[i] = (changed[i] ?? 0) + step;
      put(changed);
      return value();
    };
    const slopes = Array.from(values, (_, i) => (at(i, h) - at(i, -h)) / (2 * h));
    put(values.slice());
    return slopes;
  });
}

/** The largest gap between two lists of arrays. */
export function gap(a: readonly ArrayLike<number>[], b: readonly ArrayLike<number>[]): number {
  let largest = a.length === b.length ? 0 : Infinity;
  a.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) largest = Math.max(largest, Math.abs((row[j] ?? 0) - (b[i]?.[j] ?? NaN)));
  });
  return Number.isNaN(largest) ? Infinity : largest;
}
