// A question and its two answers: the question is given and uniform, and the answers are two modes with a gap between them.
import { expect, test } from 'vitest';
import { coverage, highQuality, modesCovered } from '../../../src/gan/metrics/coverage.ts';
import { distribution } from '../../../src/gan/data/distributions.ts';
import { stream } from '../../../src/gan/random.ts';

test('two answers: the question is uniform and given, and each answer is half of the data, a gap from the middle', () => {
  const { given, sample, modes = [] } = distribution({ kind: 'twoAnswers', gap: 0.6, sd: 0.1 });
  expect(given).toBe(1);
  expect(modes.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
  const n = 20_000;
  const samples = sample(n, stream(9, 'data'));
  const rows = Array.from({ length: n }, (_, i) => ({ x: samples[2 * i] ?? NaN, y: samples[2 * i + 1] ?? NaN }));
  const gaps = rows
    .map(({ x }) => x)
    .toSorted((a, b) => a - b)
    .map((x, i) => Math.abs((x + 1) / 2 - (i + 0.5) / n));
  expect(Math.max(...gaps)).toBeLessThan(1.95 / Math.sqrt(n));
  const away = rows.map(({ x, y }) => y - 0.5 * Math.sin(Math.PI * x));
  expect(Math.abs(away.filter((d) => d > 0).length / n - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / n));
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  // E (y − ½ sin πx)² = gap² + sd²
  expect(mean(away.map((d) => d * d))).toBeCloseTo(0.36 + 0.01, 2);
  // Neither answer is nearer at one side: the question says nothing about which it is.
  expect(Math.abs(mean(rows.map(({ x }, i) => x * Math.sign(away[i] ?? NaN))))).toBeLessThan(0.02);
});

test('two answers: perfect samples are of high quality, points between the answers are not', () => {
  for (const sd of [0.02, 0.1]) {
    const { sample, modes = [] } = distribution({ kind: 'twoAnswers', gap: 0.6, sd });
    const counts = coverage(sample(5000, stream(2, 'data')), 2, modes);
    expect(modesCovered(counts)).toBe(2);
    for (const { centres } of modes) {
      // Centres from one end to the other, no two further apart than half an sd.
      const [xs, ys] = [0, 1].map((d) => centres.map((centre) => centre[d] ?? NaN)) as [number[], number[]];
      const steps = xs.slice(1).map((x, i) => Math.hypot(x - (xs[i] ?? NaN), (ys[i + 1] ?? NaN) - (ys[i] ?? NaN)));
      expect(Math.max(...steps)).toBeLessThanOrEqual(sd / 2);
      expect(Math.min(...xs)).toBeLessThan(-1 + sd / 4);
      expect(Math.max(...xs)).toBeGreaterThan(1 - sd / 4);
    }
    // Within 3 sd of a curve, not of a point: the 0.9973 of one dimension, and the centres are close enough not to cut it.
    expect(Math.abs(highQuality(counts) - 0.9973)).toBeLessThan(0.004);
    const between = Float32Array.from({ length: 200 }, (_, k) => (k % 2 === 0 ? k / 100 - 1 : 0));
    for (let i = 0; i < 100; i++) between[2 * i + 1] = 0.5 * Math.sin(Math.PI * (between[2 * i] ?? NaN));
    expect(highQuality(coverage(between, 2, modes))).toBe(0);
  }
});
