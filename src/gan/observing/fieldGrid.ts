// Chooses where D's field is looked at: once for a run, so that the picture stands still, unless the reader moves G out of it.
import type { Distribution } from '../data/distribution.ts';
import type { NetworkSpec } from '../../vocabulary/network.ts';
import { tf } from '../tensorflow.ts';

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

/** A line or a square that holds the data and G's first samples, with a tenth of its width around; none in more dimensions. */
export function newCanvas(start: Float32Array, { dimension, extent }: Distribution): Canvas | undefined {
  const least = start.reduce((a, b) => Math.min(a, b), extent[0]);
  const most = start.reduce((a, b) => Math.max(a, b), extent[1]);
  const margin = 0.1 * (most - least || 1);
  return over(least - margin, most + margin, dimension);
}

/** The same canvas, or one that has grown so that it holds three standard deviations of a `normal` generator to either side. */
export function grown(canvas: Canvas, generator: NetworkSpec): Canvas {
  if (generator.kind !== 'normal') return canvas;
  const { mean, sd } = generator;
  const [from, to] = [Math.min(canvas.from, mean - 3 * sd), Math.max(canvas.to, mean + 3 * sd)];
  return from === canvas.from && to === canvas.to ? canvas : (over(from, to, 1) ?? canvas);
}

function over(from: number, to: number, dimension: number): Canvas | undefined {
  if (dimension !== 1 && dimension !== 2) return undefined;
  const size = fieldSize[dimension];
  const at = (i: number) => from + ((to - from) * i) / (size - 1);
  const values =
    dimension === 1
      ? Array.from({ length: size }, (_, i) => [at(i)])
      : Array.from({ length: size * size }, (_, i) => [at(i % size), at(Math.floor(i / size))]);
  return { from, to, size, points: tf.tensor2d(values) };
}
