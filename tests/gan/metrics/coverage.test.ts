// Coverage of modes: the literature's protocol, by hand and against the normal's own tail.
import { expect, test } from 'vitest';
import { coverage, highQuality, modeDivergence, modesCovered } from '../../../src/gan/metrics/coverage.ts';
import { distribution } from '../../../src/gan/data/distributions.ts';
import type { Data } from '../../../src/vocabulary/data.ts';
import { stream } from '../../../src/gan/random.ts';

const ring: Data = { kind: 'ring', modes: 8, radius: 1, sd: 0.05 };
const modesOf = (data: Data) => distribution(data).modes ?? [];

test('a point within 3 sd counts, a point beyond does not', () => {
  const modes = modesOf(ring);
  const at = (...points: [number, number][]) => coverage(Float32Array.from(points.flat()), 2, modes);
  expect(modesCovered(at([1.149, 0]))).toBe(1);
  expect(modesCovered(at([1.151, 0]))).toBe(0);
  expect(highQuality(at([1, 0], [0, 1], [0, 0.5], [3, 3]))).toBe(0.5);
  expect(modesCovered(at([1, 0], [1.01, 0], [0, 1]))).toBe(2);
});

test.each([
  ['ring', ring, 1 - Math.exp(-4.5)],
  ['gaussian', { kind: 'gaussian', mean: 3, sd: 2 }, 0.9973],
] as const)('%s: perfect samples are of high quality as often as the normal says', (_, data, share) => {
  const source = distribution(data);
  const n = 100_000;
  const seen = coverage(source.sample(n, stream(1, 'data')), source.dimension === 1 ? 1 : 2, source.modes ?? []);
  expect(Math.abs(highQuality(seen) - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / n));
  expect(modesCovered(seen)).toBe(source.modes?.length);
});

test.each([
  [1.5, 1 - Math.exp(-2)],
  [2, 1 - Math.exp(-1.125)],
])('a ring blurred by %d is of high quality as e^(−9/2s²) says', (blur, share) => {
  const n = 50_000;
  const blurred = distribution({ ...ring, sd: 0.05 * blur }).sample(n, stream(2, 'data'));
  const seen = coverage(blurred, 2, modesOf(ring));
  expect(Math.abs(highQuality(seen) - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / n));
});

test('a generator that knows one mode of eight: log 8; one that misses one: −log(1 − 1/8)', () => {
  const modes = modesOf(ring);
  const on = (...which: number[]) =>
    coverage(Float32Array.from(which.flatMap((k) => [...(modes[k]?.centres[0] ?? [])])), 2, modes);
  expect(modeDivergence(on(3, 3, 3), modes)).toBeCloseTo(Math.log(8), 12);
  expect(modeDivergence(on(0, 1, 2, 3, 4, 5, 6), modes)).toBeCloseTo(-Math.log(1 - 1 / 8), 12);
  expect(modeDivergence(on(0, 1, 2, 3, 4, 5, 6, 7), modes)).toBeCloseTo(0, 12);
});

test('the divergence is against the true weights', () => {
  const modes = modesOf({
    kind: 'mixture',
    components: [
      { weight: 1, mean: -1, sd: 0.1 },
      { weight: 3, mean: 1, sd: 0.1 },
    ],
  });
  const seen = (left: number, right: number) =>
    coverage(Float32Array.from([...Array<number>(left).fill(-1), ...Array<number>(right).fill(1)]), 1, modes);
  expect(modeDivergence(seen(1, 3), modes)).toBeCloseTo(0, 12);
  expect(modeDivergence(seen(2, 2), modes)).toBeCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2 / 3), 12);
});

test('what is not a number belongs to no mode', () => {
  const modes = modesOf(ring);
  const seen = coverage(Float32Array.of(Number.NaN, 0, 1, 0), 2, modes);
  expect([modesCovered(seen), highQuality(seen)]).toEqual([1, 0.5]);
  expect(modeDivergence(coverage(Float32Array.of(Number.NaN, 0), 2, modes), modes)).toBeNaN();
});

test('on a curve, a stretch without samples is a missing mode', () => {
  const source = distribution({ kind: 'moons', sd: 0.05 });
  const modes = source.modes ?? [];
  const samples = source.sample(2500, stream(3, 'data'));
  expect(modesCovered(coverage(samples, 2, modes))).toBe(20);
  const kept: number[] = [];
  for (let i = 0; i < samples.length; i += 2) {
    const [x = 0, y = 0] = [samples[i], samples[i + 1]];
    if (y > 0.1) kept.push(x, y);
  }
  expect(modesCovered(coverage(Float32Array.from(kept), 2, modes))).toBeLessThan(15);
});
