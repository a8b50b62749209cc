// Chooses where D's field is looked at: once for a run, so that the picture stands still, unless the reader moves G out of it.
import type { NetworkSpec } from '../../vocabulary/network.ts';
import type { Distribution } from '../data/distribution.ts';
import { tf } from '../tensorflow.ts';
import { regularGrid } from './regularGrid.ts';

/** Points along one side, by dimension. */
const sizes = { 1: 128, 2: 48 } as const;

/** The grid on which D's field is shown: `size` points along each side of [from, to]. */
export interface FieldGrid {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  /** The coordinates of the points along one side. */
  readonly side: Float32Array;
  /** All points, row by row from below; to be disposed by the owner. */
  readonly points: tf.Tensor2D;
}

/** A line or a square that holds the data and G's first samples, with a tenth of its width around; none in more dimensions. */
export function firstGrid(start: Float32Array, { dimension, extent }: Distribution): FieldGrid | undefined {
  const least = start.reduce((a, b) => Math.min(a, b), extent[0]);
  const most = start.reduce((a, b) => Math.max(a, b), extent[1]);
  const margin = 0.1 * (most - least || 1);
  return dimension === 1 || dimension === 2 ? gridOver(least - margin, most + margin, dimension) : undefined;
}

/** The same grid, or one that has grown so that it holds three standard deviations of a `normal` generator to either side. */
export function grown(grid: FieldGrid, generator: NetworkSpec): FieldGrid {
  if (generator.kind !== 'normal') return grid;
  const { mean, sd } = generator;
  const [from, to] = [Math.min(grid.from, mean - 3 * sd), Math.max(grid.to, mean + 3 * sd)];
  return from === grid.from && to === grid.to ? grid : gridOver(from, to, 1);
}

function gridOver(from: number, to: number, dimension: 1 | 2): FieldGrid {
  const size = sizes[dimension];
  const side = regularGrid(from, to, size);
  const rows = dimension === 1 ? [...side].map((x) => [x]) : [...side].flatMap((y) => [...side].map((x) => [x, y]));
  return { from, to, size, side, points: tf.tensor2d(rows) };
}
