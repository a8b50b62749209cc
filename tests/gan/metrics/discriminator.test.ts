// What D thinks: indecision and the gap to the optimal discriminator, where both are known.
import { normalOnLine } from '../../oracles/normals.ts';
import { objectiveFacts, optimalDiscriminator } from '../../../src/vocabulary/objectives.ts';
import { sigmoid } from '../../../src/vocabulary/logistic.ts';
import { expect, test } from 'vitest';
import { affineDensity } from '../../../src/gan/theory/affineDensity.ts';
import { indecision, optimalGap } from '../../../src/gan/metrics/discriminator.ts';

const logit = (d: number) => Math.log(d / (1 - d));

test('a D at ½ is undecided; one that is sure is at ½; the two halves count the same', () => {
  const at = (d: number, n: number) => new Float32Array(n).fill(logit(d));
  expect(indecision(at(0.5, 3), at(0.5, 9), sigmoid)).toBe(0);
  expect(indecision(at(0.9, 100), at(0.5, 1), sigmoid)).toBeCloseTo(0.2, 6);
  expect(indecision(Float32Array.of(80), Float32Array.of(-80), sigmoid)).toBeCloseTo(0.5, 12);
});

test('least squares judges by its raw output, critics do not judge', () => {
  expect(objectiveFacts.leastSquares.probability(0.75)).toBe(0.75);
  expect(objectiveFacts.nonSaturating.probability(0)).toBe(0.5);
  expect([
    objectiveFacts.hinge.probability,
    objectiveFacts.wasserstein.probability,
    objectiveFacts.relativistic.probability,
  ]).toEqual(Array(3).fill(undefined));
});

test('N(0, 1) against N(−1, 1): the logit x + ½ is optimal, and a D at ½ is E|½ − D*| off', () => {
  const [p, q] = [normalOnLine({ mean: 0, sd: 1 }), normalOnLine({ mean: -1, sd: 1 })];
  const xs = Float32Array.from({ length: 100 }, (_, i) => i / 20 - 3);
  const side = (outputs: Float32Array) => ({ outputs, dataDensity: xs.map(p.at), generatorDensity: xs.map(q.at) });
  const best = side(xs.map((x) => x + 0.5));
  expect(optimalGap(best, best, sigmoid, 1)).toBeLessThan(1e-6);
  const undecided = side(new Float32Array(100));
  const expected = xs.reduce((sum, x) => sum + Math.abs(0.5 - sigmoid(x + 0.5)), 0) / 100;
  expect(optimalGap(undecided, undecided, sigmoid, 1)).toBeCloseTo(expected, 6);
  // With smoothed labels the optimum is lower: 0.9 p/(p + q).
  const smoothed = side(xs.map((x) => logit(optimalDiscriminator(p.at(x), q.at(x), 0.9))));
  expect(optimalGap(smoothed, smoothed, sigmoid, 0.9)).toBeLessThan(1e-6);
  expect(optimalGap(smoothed, smoothed, sigmoid, 1)).toBeGreaterThan(0.01);
});

test('the density of an affine generator is that of its normal', () => {
  const onLine = affineDensity([1], [[0.3], [0.4]]);
  const normal = normalOnLine({ mean: 1, sd: 0.5 });
  for (const x of [-1, 0.5, 1, 2.25]) expect(onLine?.(Float32Array.of(x))[0]).toBeCloseTo(normal.at(x), 6);
  // In the plane, a rotation of independent coordinates of sd 2 and ½.
  const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
  const inPlane = affineDensity(
    [1, -1],
    [
      [2 * c, 2 * s],
      [-0.5 * s, 0.5 * c],
    ],
  );
  const [u, v] = [1.3, -0.4];
  const point = Float32Array.of(1 + u * c - v * s, -1 + u * s + v * c);
  const product = normalOnLine({ mean: 0, sd: 2 }).at(u) * normalOnLine({ mean: 0, sd: 0.5 }).at(v);
  expect(inPlane?.(point)[0]).toBeCloseTo(product, 5);
});

test('a generator that maps all to a point or a line has no density', () => {
  expect(affineDensity([1], [[0]])).toBeUndefined();
  expect(
    affineDensity(
      [0, 0],
      [
        [1, 2],
        [2, 4],
      ],
    ),
  ).toBeUndefined();
});
