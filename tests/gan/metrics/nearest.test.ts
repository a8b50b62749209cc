// Distances to the nearest data and among samples, against distances known by hand.
import { expect, test } from 'vitest';
import { nearestData, variety } from '../../../src/gan/metrics/nearest.ts';
import { stream } from '../../../src/gan/random.ts';

test('the nearest of the data counts, as a root mean square per coordinate', () => {
  const real = Float32Array.of(0, 0, 10, 0);
  // (3, 4) is 5 away from (0, 0): √(25/2) a coordinate. (10, 1) is 1 away from (10, 0).
  const expected = (Math.sqrt(25 / 2) + Math.sqrt(1 / 2)) / 2;
  expect(nearestData(real, Float32Array.of(3, 4, 10, 1), 2)).toBeCloseTo(expected, 6);
  expect(nearestData(real, real, 2)).toBe(0);
});

test('variety is 0 for one sample over and over, ½ for half the spread, 1 for the data', () => {
  const real = new Float32Array(300);
  stream(1, 'data').fillNormal(real);
  expect(variety(real, new Float32Array(300).fill(2), 3)).toBe(0);
  expect(
    variety(
      real,
      real.map((x) => x / 2 + 7),
      3,
    ),
  ).toBeCloseTo(0.5, 5);
  expect(variety(real, real, 3)).toBe(1);
  expect(variety(new Float32Array(300), real, 3)).toBeUndefined();
});
