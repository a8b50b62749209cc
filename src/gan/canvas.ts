// Chooses where D's field is looked at: once for a run, so that the picture stands still.
import type { Distribution } from './distributions.ts';
import { tf } from './tensorflow.ts';

/** Points along one side, by dimension. */
const fieldSize = { 1: 128, 2: 48 } as const;

/** The grid on which D's field is shown: `size` points along each side of [from, to]. */
export interface Canvas {
  from: number;
  to: number;
  size: number;
  /** All points, row by row from below; to be disposed by the owner. */
  points: tf.Tensor2D;
}

/** A line or a square that holds the data and G's first samples, with a tenth of its width around. */
export function newCanvas(start: Float32Array, { dimension, extent }: Distribution): Canvas {
  const least = start.reduce((a, b) => Math.min(a, b), extent[0]);
  const most = start.reduce((a, b) => Math.max(a, b), extent[1]);
  const margin = 0.1 * (most - least || 1);
  const [from, to, size] = [least - margin, most + margin, fieldSize[dimension]];
  const at = (i: number) => from + ((to - from) * i) / (size - 1);
  const values =
    dimension === 1
      ? Array.from({ length: size }, (_, i) => [at(i)])
      : Array.from({ length: size * size }, (_, i) => [at(i % size), at(Math.floor(i / size))]);
  return { from, to, size, points: tf.tensor2d(values) };
}
