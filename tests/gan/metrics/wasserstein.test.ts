// Wasserstein distances against closed forms: translations, scalings, normals, and small samples by hand.
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { distribution } from '../../../src/gan/data/distributions.ts';
import { stream } from '../../../src/gan/random.ts';
import { normalWasserstein1 } from '../../oracles/normals.ts';
import {
  quantilesOf,
  slicedWasserstein1,
  wasserstein1,
  wassersteinToQuantiles,
} from '../../../src/gan/metrics/wasserstein.ts';

const floats = (...values: number[]) => Float32Array.from(values);

test.each([
  [floats(0), floats(3), 3],
  [floats(1, 0), floats(0, 1), 0],
  [floats(0, 0, 0, 4), floats(0), 1],
  [floats(0, 1), floats(0, 0, 3), 0.5 * 0 + 1 / 6 + (1 / 3) * 2],
])('two small samples of any sizes: %o and %o are %d apart', (a, b, distance) => {
  expect(wasserstein1(a, b)).toBeCloseTo(distance, 6);
  expect(wasserstein1(b, a)).toBeCloseTo(distance, 6);
});

const sample = fc
  .array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 12, maxLength: 12 })
  .map((values) => Float32Array.from(values));

test('of equal sizes: the mean gap of the sorted samples, which obeys the triangle inequality', () => {
  fc.assert(
    fc.property(sample, sample, sample, (a, b, c) => {
      const x = a.toSorted();
      const y = b.toSorted();
      const gaps = x.reduce((sum, value, i) => sum + Math.abs(value - (y[i] ?? Number.NaN)), 0) / x.length;
      expect(wasserstein1(a, b)).toBeCloseTo(gaps, 4);
      expect(wasserstein1(a, c)).toBeLessThanOrEqual(wasserstein1(a, b) + wasserstein1(b, c) + 1e-4);
    }),
    { seed: 1 },
  );
});

test('what is not a number stays one in the answer, and ends', () => {
  expect(wasserstein1(floats(0, Number.NaN), floats(0, 1))).toBeNaN();
  expect(wasserstein1(floats(), floats(1))).toBeNaN();
});

test.each([[{ mean: 0.7, sd: 1 }], [{ mean: 0, sd: 1.5 }], [{ mean: -2, sd: 0.5 }]])(
  'to exact quantiles: quantiles of N($mean, $sd²) are at the closed form from N(0, 1)',
  (other) => {
    const n = 20_000;
    const quantiles = quantilesOf(distribution({ kind: 'gaussian', mean: 0, sd: 1 }), n);
    const moved = quantilesOf(distribution({ kind: 'gaussian', ...other }), n);
    if (!quantiles || !moved) throw new Error('a Gaussian has quantiles');
    expect(wassersteinToQuantiles(Float32Array.from(moved), quantiles)).toBeCloseTo(
      normalWasserstein1({ mean: 0, sd: 1 }, other),
      3,
    );
  },
);

test('to exact quantiles: one point at c is E|X − c| from N(0, 1)', () => {
  const quantiles = quantilesOf(distribution({ kind: 'gaussian', mean: 0, sd: 1 }), 20_000);
  if (!quantiles) throw new Error('a Gaussian has quantiles');
  const folded = normalWasserstein1({ mean: 0, sd: 1 }, { mean: 0.3, sd: 0 });
  expect(wassersteinToQuantiles(new Float32Array(20_000).fill(0.3), quantiles)).toBeCloseTo(folded, 3);
});

test('in the plane there are no quantiles', () => {
  expect(quantilesOf(distribution({ kind: 'moons', sd: 0.1 }), 10)).toBeUndefined();
});

test('sliced: a sample moved by v is at (2/π)|v|', () => {
  const points = distribution({ kind: 'ring', modes: 8, radius: 1, sd: 0.05 }).sample(500, stream(1, 'data'));
  for (const angle of [0, 0.05, 0.7, 2]) {
    const moved = points.map((x, i) => x + 3 * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle)));
    expect(Math.abs(slicedWasserstein1(points, moved, 2) / ((2 / Math.PI) * 3) - 1)).toBeLessThan(0.004);
  }
});

test('sliced: a sample doubled is (2/π) E|x| away, and nothing is away from itself', () => {
  const points = distribution({ kind: 'ring', modes: 8, radius: 1, sd: 1e-6 }).sample(4000, stream(1, 'data'));
  const sizes = slicedWasserstein1(
    points,
    points.map((x) => 2 * x),
    2,
  );
  // Projected on any direction, the doubled sample is E|⟨d, x⟩| away; over the circle that is 2/π.
  expect(Math.abs(sizes - 2 / Math.PI)).toBeLessThan(0.01);
  expect(slicedWasserstein1(points, points, 2)).toBe(0);
});

test('sliced on the line is the plain distance', () => {
  expect(slicedWasserstein1(floats(0, 1), floats(2, 3), 1)).toBe(2);
});
