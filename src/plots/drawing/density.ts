// A smooth density of numbers on a line: Gaussian kernels, as wide as Silverman's rule says.
import { certain } from '../../certain.ts';
import { momentsOf } from '../meanAndSpread.ts';

/** Points of the grid that a density is drawn on. */
const gridSize = 160;

export interface Density {
  x: number[];
  y: number[];
  peak: number;
}

/**
 * Estimates the density of `samples` on a grid over [from, to]. Values that are not finite are left out.
 * The width is Silverman's 0.9 min(sd, IQR / 1.34) n^(−1/5) (Density Estimation, 1986, eq. 3.31), but never
 * narrower than the grid can show.
 */
export function density(samples: ArrayLike<number>, from: number, to: number): Density {
  const sorted = Array.from(samples)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const x = Array.from({ length: gridSize }, (_, i) => from + ((to - from) * i) / (gridSize - 1));
  const n = sorted.length;
  if (n === 0) return { x, y: x.map(() => 0), peak: 0 };
  const { sd } = momentsOf(sorted);
  const quantile = (share: number) => certain(sorted[Math.min(n - 1, Math.floor(share * n))], 'a quantile');
  const spread = Math.min(sd, (quantile(0.75) - quantile(0.25)) / 1.34) || sd;
  const width = Math.max(0.9 * spread * n ** -0.2, (to - from) / gridSize);
  const height = 1 / (n * width * Math.sqrt(2 * Math.PI));
  const y = new Array<number>(gridSize).fill(0);
  const step = (to - from) / (gridSize - 1);
  for (const value of sorted) {
    // Beyond four widths a kernel adds less than a pixel can show.
    const first = Math.max(0, Math.ceil((value - 4 * width - from) / step));
    const last = Math.min(gridSize - 1, Math.floor((value + 4 * width - from) / step));
    for (let i = first; i <= last; i++) {
      y[i] = (y[i] as number) + height * Math.exp(-0.5 * ((from + i * step - value) / width) ** 2);
    }
  }
  return { x, y, peak: Math.max(...y) };
}
