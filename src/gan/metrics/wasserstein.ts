// Wasserstein-1 distances of samples: to exact quantiles on the line, between two samples, and sliced in the plane.
import { cos, sin } from '../sinCos.ts';
import type { Distribution } from '../data/distribution.ts';

/** Directions of the sliced distance: evenly spaced half turns, so that nothing about them is random. */
const DIRECTIONS = 16;

/**
 * W₁ between a sample on the line and a distribution: (1/n) Σ |x₍ᵢ₎ − F⁻¹((i + ½)/n)|, the optimal transport of the sorted sample
 * to n equal shares of the exact distribution (Peyré and Cuturi 2019, Computational Optimal Transport, §2.6). In data units.
 */
export function wassersteinToQuantiles(sample: Float32Array, quantiles: Float64Array): number {
  const sorted = sample.toSorted();
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) sum += Math.abs((sorted[i] as number) - (quantiles[i] as number));
  return sum / sorted.length;
}

/**
 * W₁ between two samples on the line of any sizes: ∫ |F(x) − G(x)| dx over their step functions. Not a number if a
 * sample is empty or holds a number that is not one.
 */
export function wasserstein1(a: Float32Array, b: Float32Array): number {
  const x = a.toSorted();
  const y = b.toSorted();
  let [i, j, sum] = [0, 0, 0];
  // An empty sample has no first number, and then there is no distance.
  let at = Math.min(x[0] ?? Number.NaN, y[0] ?? Number.NaN);
  while (i < x.length || j < y.length) {
    // Past its end a sample has no next step.
    const next = Math.min(x[i] ?? Infinity, y[j] ?? Infinity);
    sum += Math.abs(i / x.length - j / y.length) * (next - at);
    at = next;
    if (!Number.isFinite(next)) return Number.NaN;
    while (x[i] === next) i++;
    while (y[j] === next) j++;
  }
  return sum;
}

/**
 * Sliced W₁ (Rabin et al. 2011; Bonneel et al. 2015): W₁ of the two samples projected on a direction, averaged over 16 evenly spaced
 * directions of the plane; on the line plain W₁. A sample moved by v is at distance |v| on the line and (2/π)|v| in the plane, to 0.4 %.
 */
export function slicedWasserstein1(a: Float32Array, b: Float32Array, dimension: 1 | 2): number {
  if (dimension === 1) return wasserstein1(a, b);
  let sum = 0;
  for (let k = 0; k < DIRECTIONS; k++) {
    const angle = (Math.PI * k) / DIRECTIONS;
    sum += wasserstein1(project(a, angle), project(b, angle));
  }
  return sum / DIRECTIONS;
}

function project(points: Float32Array, angle: number): Float32Array {
  const [x, y] = [cos(angle), sin(angle)];
  return Float32Array.from(
    { length: points.length / 2 },
    (_, i) => x * (points[2 * i] as number) + y * (points[2 * i + 1] as number),
  );
}

const cache = new WeakMap<Distribution, Map<number, Float64Array>>();

/** The quantiles at (i + ½)/n for i < n of a distribution on the line, kept for the next call; undefined in the plane. */
export function quantilesOf(distribution: Distribution, n: number): Float64Array | undefined {
  const { quantile } = distribution;
  if (quantile === undefined) return undefined;
  const known = cache.get(distribution) ?? new Map<number, Float64Array>();
  cache.set(distribution, known);
  const found = known.get(n) ?? Float64Array.from({ length: n }, (_, i) => quantile((i + 0.5) / n));
  known.set(n, found);
  return found;
}
