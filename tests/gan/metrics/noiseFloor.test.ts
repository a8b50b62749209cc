// Noise floors against their known sizes.
import { expect, test } from 'vitest';
import type { Data } from '../../../src/vocabulary/data.ts';
import type { Metric } from '../../../src/vocabulary/metrics.ts';
import { noiseFloor } from '../../../src/gan/metrics/noiseFloor.ts';
import { normalCdf } from '../../../src/gan/theory/normal.ts';
import { integrate } from '../../../src/gan/theory/quadrature.ts';

const gaussian: Data = { kind: 'gaussian', mean: 0, sd: 1 };
const ring: Data = { kind: 'ring', modes: 8, radius: 1, sd: 0.05 };

test.each([256, 1024, 4096])('W₁ of %d perfect samples: √(2/πn) ∫ √(F(1 − F)), which is 1.288/√n for N(0, 1)', (n) => {
  const constant = Math.sqrt(2 / Math.PI) * integrate((x) => Math.sqrt(normalCdf(x) * (1 - normalCdf(x))), -8, 8);
  expect(constant).toBeCloseTo(1.288, 2);
  const floor = noiseFloor('wasserstein1', gaussian, { n, repeats: 300 });
  expect(Math.abs((floor?.mean ?? Number.NaN) / (constant / Math.sqrt(n)) - 1)).toBeLessThan(0.12);
});

test('W₁ scales with the data', () => {
  const floor = noiseFloor('wasserstein1', { kind: 'gaussian', mean: 5, sd: 10 }, { n: 500, repeats: 20 });
  const unit = noiseFloor('wasserstein1', gaussian, { n: 500, repeats: 20 });
  expect(floor?.mean).toBeCloseTo(10 * (unit?.mean ?? Number.NaN), 3);
});

test('mode divergence: (K − 1)/2n', () => {
  const floor = noiseFloor('modeDivergence', ring, { n: 2500, repeats: 300 });
  expect(Math.abs((floor?.mean ?? Number.NaN) / (7 / 5000) - 1)).toBeLessThan(0.15);
});

test('2500 perfect samples of the ring cover all modes, at quality 0.9889', () => {
  expect(noiseFloor('modesCovered', ring, { repeats: 20 })).toEqual({ mean: 8, low: 8, high: 8 });
  const quality = noiseFloor('highQuality', ring);
  expect(quality?.mean).toBeCloseTo(1 - Math.exp(-4.5), 2);
  expect(quality?.low).toBeGreaterThan(0.98);
});

test('distances that are unbiased have floors around 0, sliced W₁ about 0.02 on the ring', () => {
  expect(Math.abs(noiseFloor('energyDistance', ring, { repeats: 20 })?.mean ?? Number.NaN)).toBeLessThan(0.002);
  expect(Math.abs(noiseFloor('jensenShannon', gaussian)?.mean ?? Number.NaN)).toBeLessThan(0.0003);
  const sliced = noiseFloor('slicedWasserstein1', ring, { repeats: 40 });
  expect(sliced?.mean).toBeGreaterThan(0.015);
  expect(sliced?.mean).toBeLessThan(0.03);
});

test('a floor is the same every time, and metrics of the networks have none', () => {
  expect(noiseFloor('wasserstein1', gaussian, { n: 100 })).toEqual(noiseFloor('wasserstein1', gaussian, { n: 100 }));
  const networks: Metric[] = ['indecision', 'optimalGap', 'meanFakeLogit', 'gradientRatio', 'generatorLoss', 'radius'];
  expect(networks.map((metric) => noiseFloor(metric, gaussian, { n: 10, repeats: 1 }))).toEqual(
    networks.map(() => undefined),
  );
  expect(noiseFloor('wasserstein1', ring, { n: 10, repeats: 1 })).toBeUndefined();
});
