// Training does what theory and experience say it does, on small settings with fixed seeds.
import { describe, expect, test } from 'vitest';
import { startRun } from '../../../src/gan/runs/run.ts';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';
import type { Measurement } from '../../../src/vocabulary/frame.ts';
import type { Metric } from '../../../src/vocabulary/metrics.ts';
import { adam, experiment, sgd } from '../settings.ts';

async function measured(spec: Experiment, metrics: Metric[], every: number, length: number): Promise<Measurement[]> {
  const run = startRun({ experiment: spec, metrics, every, length, pull: false });
  await run.advance(1e9);
  const { measurements } = run;
  run.dispose();
  return [...measurements];
}

const slowD = { ...adam(2e-3) };
const relu = { kind: 'mlp', widths: [16, 16], activation: 'relu', gain: 1, biasSpread: 0.5 };

test('against a fixed generator, D learns p/(p + q): the mean gap to it is under 0.015', async () => {
  // G is affine, so its density is known exactly. It does not move during the warm-up.
  const spec = experiment({
    latent: 2,
    generator: { kind: 'mlp', widths: [2], activation: 'identity', shift: 1 },
    discriminator: relu,
    optimisers: { generator: adam(), discriminator: slowD },
    schedule: { warmup: 1500 },
    batch: 256,
  });
  const [start] = await measured({ ...spec, schedule: { ...spec.schedule, warmup: 0 } }, ['optimalGap'], 1, 0);
  const [end] = await measured(spec, ['optimalGap'], 1, 0);
  expect(start?.values.optimalGap).toBeGreaterThan(0.05);
  expect(end?.values.optimalGap).toBeLessThan(0.015);
});

describe.each(['nonSaturating', 'saturating'] as const)('%s, with balanced players and Adam', (objective) => {
  test('reaches a normal distribution that starts three standard deviations away', async () => {
    const spec = experiment({
      latent: 4,
      generator: { ...relu, shift: -3 },
      discriminator: relu,
      objective,
      optimisers: { generator: adam(), discriminator: slowD },
      batch: 128,
      average: 0.99,
    });
    const values = (await measured(spec, ['wasserstein1'], 100, 1200)).map((each) => each.values.wasserstein1 ?? NaN);
    expect(values[0]).toBeGreaterThan(1.5);
    expect(Math.min(...values)).toBeLessThan(0.05);
  });
});

describe('where D has learnt alone for long, and G descends by plain gradient steps', () => {
  const stalled = (objective: 'saturating' | 'nonSaturating', seed: number) =>
    experiment({
      latent: 4,
      generator: { ...relu, shift: -8 },
      discriminator: relu,
      objective,
      optimisers: { generator: sgd(0.02), discriminator: slowD },
      schedule: { warmup: 1000 },
      batch: 128,
      average: 0.9,
      seed,
    });

  test.each([2, 5])(
    'seed %i: the saturating generator has not moved by step 300, the non-saturating one has come',
    async (seed) => {
      const [start, ...saturating] = await measured(
        stalled('saturating', seed),
        ['wasserstein1', 'gradientRatio'],
        100,
        300,
      );
      const nonSaturating = await measured(stalled('nonSaturating', seed), ['wasserstein1'], 100, 1000);
      expect(start?.values.gradientRatio).toBeGreaterThan(1000);
      const moved = (start?.values.wasserstein1 ?? NaN) - (saturating.at(-1)?.values.wasserstein1 ?? NaN);
      expect(Math.abs(moved)).toBeLessThan(0.5);
      expect(start?.values.wasserstein1).toBeGreaterThan(6);
      expect(Math.min(...nonSaturating.map((each) => each.values.wasserstein1 ?? NaN))).toBeLessThan(0.1);
    },
  );
});
