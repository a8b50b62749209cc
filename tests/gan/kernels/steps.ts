// Five steps of an optimiser on a small network with gradients that are given.
import { tf } from '../../../src/gan/tensorflow.ts';
import { matrix } from './numbers.ts';

type Variable = tf.Variable<tf.Rank.R2>;
const shapes: [number, number][] = [
  [3, 5],
  [6, 7],
  [8, 2],
];

const makeNetwork = (): Variable[] =>
  shapes.map(([rows, units], i) => tf.tidy(() => tf.variable(matrix(rows, units, i))));
const gradientsAt = (step: number): tf.Tensor2D[] =>
  shapes.map(([rows, units], i) => matrix(rows, units, 10 * step + i, 3));
const flat = (list: readonly tf.Tensor[]): number[] => list.flatMap((t) => Array.from(t.dataSync()));

/** The parameters after 5 steps of an optimiser whose memory is made by `remember`. */
export function after5(
  remember: (network: Variable[]) => Variable,
  apply: (w: Variable[], g: tf.Tensor2D[], memory: Variable, step: number) => void,
) {
  const network = makeNetwork();
  const memory = remember(network);
  for (let step = 1; step <= 5; step++) {
    const gradients = gradientsAt(step);
    apply(network, gradients, memory, step);
    tf.dispose(gradients);
  }
  const result = { parameters: flat(network), memory: flat([memory]) };
  tf.dispose([...network, memory]);
  return result;
}
