// The binned Jensen–Shannon divergence: its bias is taken off, and its values are those of the bins by hand.
import { expect, test } from 'vitest';
import { distribution } from '../../../src/gan/data/distributions.ts';
import { binnedJensenShannon } from '../../../src/gan/metrics/binnedDivergence.ts';
import { stream } from '../../../src/gan/random.ts';
import { jensenShannonOnLine, normalOnLine } from '../../oracles/normals.ts';

const source = distribution({ kind: 'gaussian', mean: 0, sd: 1 });
const quantile = source.quantile ?? (() => Number.NaN);

test('perfect samples score 0 on average', () => {
  const [n, rounds] = [1024, 200];
  const draws = stream(1, 'evaluation');
  let sum = 0;
  for (let i = 0; i < rounds; i++) sum += binnedJensenShannon(source.sample(n, draws), quantile);
  // Without the correction of 63/8192 = 0.0077 the mean would be far outside.
  expect(Math.abs(sum / rounds)).toBeLessThan(0.0006);
});

test('all samples in one bin: the divergence of (1/64, …) from (1, 0, …)', () => {
  const n = 64_000;
  const inFirst =
    ((1 / 64) * Math.log(1 / 64 / (65 / 128)) + (63 / 64) * Math.log(2)) / 2 + Math.log(1 / (65 / 128)) / 2;
  expect(binnedJensenShannon(new Float32Array(n).fill(-100), quantile)).toBeCloseTo(inFirst - 63 / (8 * n), 10);
  expect(binnedJensenShannon(new Float32Array(n).fill(100), quantile)).toBeCloseTo(inFirst - 63 / (8 * n), 10);
});

test('samples of N(−1, 1) score nearly the JSD of the two normals, from below', () => {
  const exact = jensenShannonOnLine(normalOnLine({ mean: 0, sd: 1 }), normalOnLine({ mean: -1, sd: 1 }));
  const shifted = distribution({ kind: 'gaussian', mean: -1, sd: 1 }).sample(100_000, stream(2, 'data'));
  const score = binnedJensenShannon(shifted, quantile);
  expect(score).toBeLessThan(exact + 0.002);
  expect(score).toBeGreaterThan(exact - 0.004);
});

test('what is not a number shows', () => {
  expect(binnedJensenShannon(Float32Array.of(0, Number.NaN), quantile)).toBeNaN();
});
