// The data: samples agree with the density, the modes and the quantiles that are said to belong to them.
import { expect, test } from 'vitest';
import { distribution } from '../../../src/gan/data/distributions.ts';
import { sampleShape, type Data } from '../../../src/vocabulary/data.ts';
import { stream } from '../../../src/gan/random.ts';
import { integrate } from '../../../src/gan/theory/quadrature.ts';

const line: Data[] = [
  { kind: 'gaussian', mean: 2, sd: 0.5 },
  {
    kind: 'mixture',
    components: [
      { weight: 1, mean: -1, sd: 0.25 },
      { weight: 3, mean: 1, sd: 0.5 },
    ],
  },
];
const plane: Data[] = [
  { kind: 'ring', modes: 8, radius: 1, sd: 0.05 },
  { kind: 'grid', side: 5, spacing: 0.75, sd: 0.0375 },
  { kind: 'moons', sd: 0.05 },
  { kind: 'spiral', turns: 2, sd: 0.05 },
  {
    kind: 'points',
    points: [
      [0, 0],
      [0.1, 0],
      [2, 1],
    ],
    sd: 0.1,
  },
  { kind: 'twoAnswers', gap: 0.6, sd: 0.1 },
];
const every: Data[] = [...line, ...plane, { kind: 'dirac', at: 0.5 }, { kind: 'cats' }];
const named = (all: Data[]) => all.map((data) => [data.kind, data] as const);

test.each(named(every))('%s: the same stream gives the same samples', (_, data) => {
  const source = distribution(data);
  const a = source.sample(100, stream(4, 'data'));
  const b = new Float32Array(100 * source.dimension);
  source.fill(b, stream(4, 'data'));
  expect(a).toHaveLength(100 * source.dimension);
  expect(b).toEqual(a);
  if (data.kind !== 'dirac') expect(source.sample(100, stream(5, 'data'))).not.toEqual(a);
});

test.each(named(every))('%s: samples, modes and quantiles are of the shape that the vocabulary says', (_, data) => {
  const { dimension, given, fill, density, modes, quantile } = distribution(data);
  expect({ dimension, given }).toEqual(sampleShape(data));
  const points = new Float32Array(7 * dimension).fill(NaN);
  fill(points, stream(1, 'data'));
  expect(points.every(Number.isFinite)).toBe(true);
  if (density) expect(density(points)).toHaveLength(7);
  for (const { centres } of modes ?? []) for (const centre of centres) expect(centre).toHaveLength(dimension);
  expect(quantile !== undefined).toBe(dimension === 1);
});

test.each(named([...line, ...plane]))('%s: all but a thousandth of the data lies within the extent', (_, data) => {
  const { sample, extent } = distribution(data);
  const outside = sample(20_000, stream(1, 'data')).filter((x) => x < extent[0] || x > extent[1]).length;
  expect(outside / 20_000).toBeLessThan(1e-3);
});

test.each(named(line))('%s: quantile inverts the distribution function, whose slope is the density', (_, data) => {
  const { quantile, cdf, density } = distribution(data);
  if (!quantile || !cdf || !density) throw new Error('a distribution on the line has all three');
  for (const u of [0.001, 0.1, 0.25, 0.5, 0.77, 0.999]) {
    const x = quantile(u);
    expect(cdf(x)).toBeCloseTo(u, 10);
    // The density's argument is rounded to float32.
    const at = Math.fround(x);
    expect((cdf(at + 1e-5) - cdf(at - 1e-5)) / 2e-5).toBeCloseTo(density(Float32Array.of(at))[0] ?? Number.NaN, 5);
  }
});

test.each(named(line))('%s: the samples follow the distribution function (Kolmogorov)', (_, data) => {
  const { sample, cdf } = distribution(data);
  const n = 20_000;
  const gaps = [...sample(n, stream(2, 'data')).toSorted()].map((x, i) =>
    Math.abs((cdf?.(x) ?? Number.NaN) - (i + 0.5) / n),
  );
  // A true distribution exceeds 1.95/√n one time in a thousand.
  expect(Math.max(...gaps)).toBeLessThan(1.95 / Math.sqrt(n));
});

test.each(named(plane))('%s: the density integrates to 1', (_, data) => {
  const { density, extent } = distribution(data);
  if (!density) throw new Error('it has a density');
  const side = 240;
  const at = (i: number) => extent[0] + ((i + 0.5) / side) * (extent[1] - extent[0]);
  const points = Float32Array.from({ length: 2 * side * side }, (_, k) =>
    k % 2 === 0 ? at((k / 2) % side) : at(Math.floor(k / 2 / side)),
  );
  const cell = ((extent[1] - extent[0]) / side) ** 2;
  const total = density(points).reduce((sum, value) => sum + value, 0) * cell;
  expect(Math.abs(total - 1)).toBeLessThan(2e-3);
});

test.each(named(plane))('%s: in every square, as many samples as the density says', (_, data) => {
  const { density, extent, sample } = distribution(data);
  if (!density) throw new Error('it has a density');
  const [n, side, fine] = [40_000, 8, 20];
  const width = (extent[1] - extent[0]) / side;
  const counts = new Float64Array(side * side);
  const samples = sample(n, stream(3, 'data'));
  const square = (x: number) => Math.floor((x - extent[0]) / width);
  for (let i = 0; i < samples.length; i += 2) {
    const k = square(samples[i + 1] ?? 0) * side + square(samples[i] ?? 0);
    counts[k] = (counts[k] ?? 0) + 1;
  }
  for (let k = 0; k < counts.length; k++) {
    const points = Float32Array.from({ length: 2 * fine * fine }, (_, i) => {
      const inside = i % 2 === 0 ? (i >> 1) % fine : Math.floor((i >> 1) / fine);
      const corner = i % 2 === 0 ? k % side : Math.floor(k / side);
      return extent[0] + (corner + (inside + 0.5) / fine) * width;
    });
    const expected = density(points).reduce((sum, value) => sum + value, 0) * (width / fine) ** 2 * n;
    expect(Math.abs((counts[k] ?? 0) - expected)).toBeLessThan(5 * Math.sqrt(expected + 1) + 0.003 * expected);
  }
});

test('a density on the line integrates to 1', () => {
  for (const data of line) {
    const { density, extent } = distribution(data);
    const at = (x: number) => density?.(Float32Array.of(x))[0] ?? Number.NaN;
    expect(integrate(at, 2 * extent[0] - extent[1], 2 * extent[1] - extent[0])).toBeCloseTo(1, 4);
  }
});

test('the ring has its modes on a circle, no point twice', () => {
  const modes = distribution({ kind: 'ring', modes: 8, radius: 2, sd: 0.05 }).modes ?? [];
  expect(modes).toHaveLength(8);
  const places = modes.map(({ centres }) => centres[0] ?? []);
  const gap = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((x, d) => x - (b[d] ?? 0)));
  const apart = 2 * 2 * Math.sin(Math.PI / 8);
  places.forEach((place, k) => expect(gap(place, places[(k + 1) % 8] ?? [])).toBeCloseTo(apart, 12));
  for (const { centres, weight } of modes) {
    expect(Math.hypot(...(centres[0] ?? []))).toBeCloseTo(2, 12);
    expect(weight).toBeCloseTo(1 / 8, 12);
  }
});

test('the grid is side × side, around 0, `spacing` apart', () => {
  const modes = distribution({ kind: 'grid', side: 5, spacing: 0.75, sd: 0.03 }).modes ?? [];
  expect(modes).toHaveLength(25);
  expect(modes[0]?.centres[0]).toEqual([-1.5, -1.5]);
  expect(modes[1]?.centres[0]).toEqual([-0.75, -1.5]);
  expect(modes[24]?.centres[0]).toEqual([1.5, 1.5]);
});

test('points that a reader drew close together are one mode', () => {
  const modes = distribution(plane[4] as Data).modes ?? [];
  expect(modes.map(({ centres, weight }) => [centres.length, weight.toFixed(4)])).toEqual([
    [2, '0.6667'],
    [1, '0.3333'],
  ]);
});

test('ring and grid stay apart as modes even where they touch', () => {
  expect(distribution({ kind: 'ring', modes: 8, radius: 1, sd: 0.2 }).modes).toHaveLength(8);
});

test.each([
  ['moons', { kind: 'moons', sd: 0.05 }],
  ['spiral', { kind: 'spiral', turns: 2, sd: 0.05 }],
] as const)('%s: twenty stretches that share the data', (_, data) => {
  const modes = distribution(data).modes ?? [];
  expect(modes).toHaveLength(20);
  expect(modes.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(modes.every(({ centres }) => centres.length > 5)).toBe(true);
});

test('moons and spiral are standardised: mean about 0, spread about 1', () => {
  for (const data of plane.slice(2, 4)) {
    const samples = distribution(data).sample(20_000, stream(8, 'data'));
    const xs = samples.filter((_, i) => i % 2 === 0);
    const ys = samples.filter((_, i) => i % 2 === 1);
    for (const coordinate of [xs, ys]) {
      const average = coordinate.reduce((sum, x) => sum + x, 0) / coordinate.length;
      const spread = Math.sqrt(coordinate.reduce((sum, x) => sum + (x - average) ** 2, 0) / coordinate.length);
      expect(Math.abs(average)).toBeLessThan(0.02);
      expect(spread).toBeGreaterThan(0.4);
      expect(spread).toBeLessThan(1.1);
    }
  }
});

test('the Dirac measure is one point, with quantiles and without density', () => {
  const dirac = distribution({ kind: 'dirac', at: 0.5 });
  expect([...dirac.sample(3, stream(0, 'data'))]).toEqual([0.5, 0.5, 0.5]);
  expect([dirac.cdf?.(0.49), dirac.cdf?.(0.5), dirac.quantile?.(0.3)]).toEqual([0, 1, 0.5]);
  expect(dirac.density).toBeUndefined();
  expect(dirac.modes).toBeUndefined();
});
