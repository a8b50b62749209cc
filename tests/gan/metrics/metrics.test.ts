// Each metric by its name, from what is seen of a run; absent where it has no meaning.
import { expect, test } from 'vitest';
import { distribution } from '../../../src/gan/data/distributions.ts';
import type { Data } from '../../../src/vocabulary/data.ts';
import { metricNames, type Metric } from '../../../src/vocabulary/metrics.ts';
import { affineDensity } from '../../../src/gan/theory/affineDensity.ts';
import { gridOver } from '../../../src/gan/metrics/gameValue.ts';
import { measure } from '../../../src/gan/metrics/metrics.ts';
import type { Sight } from '../../../src/gan/metrics/metrics.ts';
import { stream } from '../../../src/gan/random.ts';

const gaussian: Data = { kind: 'gaussian', mean: 0, sd: 1 };
const ring: Data = { kind: 'ring', modes: 8, radius: 1, sd: 0.05 };

/** A generator that is exact but for a shift, and a D that says 0 or what it is told. */
function sight(data: Data, shift = 0, more: Partial<Sight> = {}): Sight {
  const source = distribution(data);
  const draws = stream(1, 'evaluation');
  const n = 4000;
  return {
    distribution: source,
    objective: 'nonSaturating',
    realLabel: 1,
    real: source.sample(n, draws),
    fake: source.sample(n, draws).map((x) => x + shift),
    realLogits: new Float32Array(n),
    fakeLogits: new Float32Array(n),
    ...more,
  };
}

const full = (data: Data) =>
  sight(data, 0, {
    generatorDensity: affineDensity([0], [[1]]) ?? ((x) => x),
    gradientNorms: { saturating: 2, nonSaturating: 6 },
    losses: { discriminator: 1.25, generator: 0.5 },
    halves: { together: 1.25, apart: 1.5 },
    alongLine: { points: line, outputs: new Float32Array(line.length) },
    parameters: [3, 4],
  });
const line = gridOver(-10, 10);

const measured = (seen: Sight) => metricNames.filter((metric) => measure(metric, seen) !== undefined);

test('on the line every metric has a value', () => {
  expect(measured(full(gaussian))).toEqual([...metricNames]);
});

test('in the plane all but those of the line, and with curves too', () => {
  const onLine: Metric[] = ['wasserstein1', 'jensenShannon', 'value', 'optimalValue', 'valueGap'];
  for (const data of [ring, { kind: 'moons', sd: 0.1 }] as const) {
    const { alongLine, ...seen } = full(data);
    expect(alongLine).toBeDefined();
    expect(measured(seen)).toEqual(metricNames.filter((metric) => !onLine.includes(metric)));
  }
});

test('what is not given is not measured', () => {
  const source = distribution(ring);
  const samples = source.sample(100, stream(0, 'data'));
  expect(
    measured({ distribution: source, objective: 'nonSaturating', realLabel: 1, real: samples, fake: samples }),
  ).toEqual([
    'slicedWasserstein1',
    'energyDistance',
    'modesCovered',
    'highQuality',
    'modeDivergence',
    'nearestData',
    'variety',
  ]);
});

test('a critic has no indecision, no score, no gap to D* and no value of the minimax game', () => {
  const critic = measured({ ...full(gaussian), objective: 'wasserstein' });
  expect(metricNames.filter((metric) => !critic.includes(metric))).toEqual([
    'indecision',
    'optimalGap',
    'realScore',
    'fakeScore',
    'value',
    'optimalValue',
    'valueGap',
  ]);
});

test('drawings have their nearest neighbours and their variety, and no metric of the line or the plane', () => {
  const { alongLine, generatorDensity, ...seen } = full({ kind: 'cats' });
  expect([alongLine, generatorDensity]).not.toContain(undefined);
  const absent: Metric[] = [
    'wasserstein1',
    'slicedWasserstein1',
    'energyDistance',
    'jensenShannon',
    'modesCovered',
    'highQuality',
    'modeDivergence',
    'optimalGap',
    'value',
    'optimalValue',
    'valueGap',
  ];
  expect(measured({ ...seen, real: seen.real.slice(0, 25_600), fake: seen.fake.slice(0, 25_600) })).toEqual(
    metricNames.filter((metric) => !absent.includes(metric)),
  );
});

test('the Dirac measure has distances and no modes, bins or densities', () => {
  const seen = sight({ kind: 'dirac', at: 0 }, 0.25, { parameters: [0.25, 0] });
  expect(measure('wasserstein1', seen)).toBe(0.25);
  expect(measured(seen)).toEqual([
    'wasserstein1',
    'slicedWasserstein1',
    'energyDistance',
    'indecision',
    'meanFakeLogit',
    'realScore',
    'fakeScore',
    'nearestData',
    'radius',
    'theta',
    'psi',
  ]);
});

test('a generator shifted by 2 is 2 away, by every distance in its own way', () => {
  const seen = sight(gaussian, 2);
  const value = (metric: Metric) => measure(metric, seen) ?? Number.NaN;
  expect(Math.abs(value('wasserstein1') - 2)).toBeLessThan(0.06);
  expect(Math.abs(value('slicedWasserstein1') - 2)).toBeLessThan(0.08);
  expect(value('energyDistance')).toBeGreaterThan(1);
  expect(value('jensenShannon')).toBeGreaterThan(0.3);
  expect(value('highQuality')).toBeLessThan(0.9);
});

test('the numbers of the networks are passed on as they are', () => {
  const seen = full(gaussian);
  const values = (
    [
      'saturatingGradient',
      'nonSaturatingGradient',
      'gradientRatio',
      'discriminatorLoss',
      'generatorLoss',
      'halvesGap',
      'radius',
      'theta',
      'psi',
    ] as const
  ).map((metric) => measure(metric, seen));
  expect(values).toEqual([2, 6, 3, 1.25, 0.5, 0.25, 5, 3, 4]);
  expect([measure('realScore', seen), measure('fakeScore', seen)]).toEqual([0.5, 0.5]);
  expect(measure('valueGap', seen)).toBeLessThan(1e-6);
  expect(measure('meanFakeLogit', { ...seen, fakeLogits: Float32Array.of(-1, -4) })).toBe(-2.5);
  expect(measure('indecision', seen)).toBe(0);
  expect(measure('optimalGap', seen)).toBeLessThan(1e-6);
});
