// Each metric by its name, from what is seen of a run; absent where it has no meaning.
import { expect, test } from 'vitest';
import { certain } from '../../../src/certain.ts';
import { distribution } from '../../../src/gan/data/distributions.ts';
import type { Data } from '../../../src/vocabulary/data.ts';
import { factsOfMetric, metricNames, type Metric } from '../../../src/vocabulary/metrics.ts';
import { affineDensity } from '../../../src/gan/theory/affineDensity.ts';
import { measure, needsOf } from '../../../src/gan/metrics/metrics.ts';
import type { Observed, Setting } from '../../../src/gan/metrics/observation.ts';
import { regularGrid } from '../../../src/gan/observing/regularGrid.ts';
import { stream } from '../../../src/gan/random.ts';

const gaussian: Data = { kind: 'gaussian', mean: 0, sd: 1 };
const ring: Data = { kind: 'ring', modes: 8, radius: 1, sd: 0.05 };

/** What is known and observed of a run, as one object. */
type Run = Setting & Observed;

/** A generator that is exact but for a shift, and a D that says 0 or what it is told. */
function run(data: Data, shift = 0, more: Partial<Run> = {}): Run {
  const source = distribution(data);
  const draws = stream(1, 'evaluation');
  const n = 4000;
  return {
    distribution: source,
    objective: 'nonSaturating',
    realLabel: 1,
    samples: { real: source.sample(n, draws), fake: source.sample(n, draws).map((x) => x + shift) },
    outputs: { real: new Float32Array(n), fake: new Float32Array(n) },
    ...more,
  };
}

const line = regularGrid(-10, 10, 1025);
const full = (data: Data) =>
  run(data, 0, {
    generatorDensity: affineDensity([0], [[1]]) ?? ((x) => x),
    gradientNorms: { saturating: 2, nonSaturating: 6 },
    losses: { discriminator: 1.25, generator: 0.5 },
    labelledBatch: { together: 1.25, apart: 1.5 },
    alongLine: { points: line, outputs: new Float32Array(line.length) },
    parameters: { theta: Float32Array.of(3), psi: Float32Array.of(4) },
  });

const valueOf = (metric: Metric, seen: Run) => measure(metric, seen, seen);
const measured = (seen: Run) => metricNames.filter((metric) => valueOf(metric, seen) !== undefined);

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
  expect(measured({ ...run(ring), outputs: undefined })).toEqual([
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
  const { real, fake } = certain(seen.samples, 'samples');
  const fewer = { real: real.slice(0, 25_600), fake: fake.slice(0, 25_600) };
  expect(measured({ ...seen, samples: fewer })).toEqual(metricNames.filter((metric) => !absent.includes(metric)));
});

test('the Dirac measure has distances and no modes, bins or densities', () => {
  const seen = run({ kind: 'dirac', at: 0 }, 0.25, {
    parameters: { theta: Float32Array.of(0.25), psi: Float32Array.of(0) },
  });
  expect(valueOf('wasserstein1', seen)).toBe(0.25);
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
  const seen = run(gaussian, 2);
  const value = (metric: Metric) => valueOf(metric, seen) ?? Number.NaN;
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
  ).map((metric) => valueOf(metric, seen));
  expect(values).toEqual([2, 6, 3, 1.25, 0.5, 0.25, 5, 3, 4]);
  expect([valueOf('realScore', seen), valueOf('fakeScore', seen)]).toEqual([0.5, 0.5]);
  expect(valueOf('valueGap', seen)).toBeLessThan(1e-6);
  expect(valueOf('meanFakeLogit', { ...seen, outputs: { real: line, fake: Float32Array.of(-1, -4) } })).toBe(-2.5);
  expect(valueOf('indecision', seen)).toBe(0);
  expect(valueOf('optimalGap', seen)).toBeLessThan(1e-6);
});

test('of the Dirac-GAN in the plane there is a distance, and no one θ or ψ', () => {
  const seen = run(ring, 0, { parameters: { theta: Float32Array.of(3, 0), psi: Float32Array.of(0, 4) } });
  expect((['radius', 'theta', 'psi'] as const).map((metric) => valueOf(metric, seen))).toEqual([
    5,
    undefined,
    undefined,
  ]);
});

test('a metric asks for no more than what its value is computed from, and has none without any of it', () => {
  const seen = full(gaussian);
  for (const metric of metricNames) {
    const needs = [...needsOf([metric])];
    const { distribution: of, objective, realLabel } = seen;
    const setting = { distribution: of, objective, realLabel };
    const enough = Object.fromEntries(needs.map((need) => [need, seen[need]]));
    expect(measure(metric, enough, setting)).toBe(valueOf(metric, seen));
    for (const need of needs) expect(measure(metric, { ...seen, [need]: undefined }, setting)).toBeUndefined();
  }
});

test('what several metrics need is asked for once', () => {
  expect([...needsOf(['theta', 'psi'])]).toEqual(['parameters']);
  expect([...needsOf(['energyDistance', 'optimalGap', 'fakeScore'])].toSorted()).toEqual([
    'generatorDensity',
    'outputs',
    'samples',
  ]);
});

test('metrics of the samples alone are those that have a better and a worse', () => {
  const ofSamples = metricNames.filter((metric) => [...needsOf([metric])].join() === 'samples');
  expect(ofSamples).toEqual(metricNames.filter((metric) => factsOfMetric(metric).better !== undefined));
});
