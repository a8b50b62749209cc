// A trainer's whole life: it repeats itself bit for bit, is saved and restored, may be watched, and leaves nothing behind.
import { describe, expect, test } from 'vitest';
import { createTrainer, type Trainer } from '../../../src/gan/runs/trainer.ts';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';
import type { Metric } from '../../../src/vocabulary/metrics.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { experiment, sgd } from '../settings.ts';
import { live, train, weights } from './trainers.ts';

const everyMetric: Metric[] = ['wasserstein1', 'indecision', 'meanFakeLogit', 'gradientRatio', 'discriminatorLoss'];

/** What training makes of every kind of experiment must be reached by the same code: one of each. */
const kinds: Record<string, Experiment> = {
  plain: experiment(),
  averaged: experiment({ average: 0.9 }),
  'with momentum': experiment({
    optimisers: { generator: { kind: 'momentum', rate: 0.01, momentum: 0.5 }, discriminator: sgd(0.01) },
  }),
  'ring, relativistic, R1 and R2': experiment({
    data: { kind: 'ring', modes: 8, radius: 1, sd: 0.05 },
    objective: 'relativistic',
    penalties: [
      { kind: 'r1', weight: 0.1 },
      { kind: 'r2', weight: 0.1 },
    ],
  }),
  'clipped, five critic steps': experiment({
    objective: 'wasserstein',
    penalties: [{ kind: 'weightClipping', limit: 0.1 }],
    schedule: { discriminatorSteps: 5 },
  }),
  'with everything': experiment({
    realLabel: 0.9,
    instanceNoise: { sd: 0.3, until: 50 },
    penalties: [
      { kind: 'gradientPenalty', weight: 0.1, target: 1 },
      { kind: 'consensus', weight: 0.1 },
    ],
    schedule: { order: 'simultaneous', warmup: 3, decay: { from: 5, until: 20, to: 0.1 } },
    average: 0.9,
  }),
  normal: experiment({ generator: { kind: 'normal', mean: -2, sd: 0.5 }, latent: 1, average: 0.9 }),
  'conditional, halves apart': experiment({ data: { kind: 'twoAnswers', gap: 0.5, sd: 0.1 }, halves: 'apart' }),
  'conditional, consensus': experiment({
    data: { kind: 'twoAnswers', gap: 0.5, sd: 0.1 },
    penalties: [{ kind: 'consensus', weight: 0.1 }],
    schedule: { order: 'simultaneous' },
  }),
  'mean squared error': experiment({ objective: 'meanSquaredError' }),
  'mean squared error, paired': experiment({
    objective: 'meanSquaredError',
    data: { kind: 'twoAnswers', gap: 0.5, sd: 0.1 },
    schedule: { order: 'simultaneous' },
    average: 0.9,
  }),
  drawings: experiment({ data: { kind: 'cats' } }),
};

describe.each(Object.entries(kinds))('%s', (_, spec) => {
  test('a whole life leaves no tensor, and no step holds on to one', () =>
    live(spec, async (trainer) => {
      train(trainer, 6);
      await trainer.observe({ pull: true });
      await trainer.measure(everyMetric);
      const settled = tf.memory().numTensors;
      train(trainer, 10);
      trainer.move('discriminator');
      trainer.move('generator');
      await trainer.measure(everyMetric);
      await trainer.observe({ pull: true });
      trainer.restore(await trainer.snapshot());
      expect(tf.memory().numTensors).toBe(settled);
    }));

  test('the same seed gives the same bits, another one others', async () => {
    const end = (seed: number) => live({ ...spec, seed }, (trainer) => weights(train(trainer, 8)));
    const first = await end(1);
    expect(await end(1)).toEqual(first);
    expect(await end(2)).not.toEqual(first);
  });

  test('restored, it goes on bit for bit as the original, in the same trainer and in a new one', () =>
    live(spec, async (trainer) => {
      train(trainer, 9);
      const saved = structuredClone(await trainer.snapshot());
      const copy = structuredClone(saved);
      const goOn = async (from: Trainer) => {
        const end = await train(from, 7).snapshot();
        return { ...end, values: (await from.measure(everyMetric)).values };
      };
      const original = await goOn(trainer);
      trainer.restore(saved);
      expect(trainer.step).toBe(saved.step);
      expect(await goOn(trainer)).toEqual(original);
      await live(spec, async (other) => {
        other.restore(saved);
        expect(await goOn(other)).toEqual(original);
      });
      // The snapshot itself is not written to.
      expect(saved).toEqual(copy);
    }));
});

test('looking changes nothing: a watched run ends with the same bits as one left alone', async () => {
  const spec = kinds['with everything'] as Experiment;
  const alone = await live(spec, (trainer) => train(trainer, 8).snapshot());
  const watched = await live(spec, async (trainer) => {
    for (let i = 0; i < 8; i++) {
      trainer.advance();
      const first = await trainer.measure(everyMetric);
      expect(await trainer.measure(everyMetric)).toEqual(first);
      await trainer.observe();
    }
    return trainer.snapshot();
  });
  expect(watched).toEqual(alone);
});

test('10,000 steps: as many tensors and as many bytes as after ten', { timeout: 120_000 }, () =>
  live(experiment({ batch: 4, average: 0.9 }), async (trainer) => {
    train(trainer, 10);
    await trainer.observe();
    const { numTensors, numBytes } = tf.memory();
    for (let i = 0; i < 10; i++) {
      train(trainer, 999);
      expect((await trainer.observe()).losses.step).toHaveLength(999);
    }
    expect(tf.memory().numTensors).toBe(numTensors);
    expect(tf.memory().numBytes).toBe(numBytes);
  }),
);

test('a run that cannot start leaves no tensor, whichever of its networks does not fit', () => {
  const before = tf.memory().numTensors;
  const start = [1, 2];
  const fit = experiment();
  const trainerOf = (change: Partial<Experiment>) => () => createTrainer({ ...fit, ...change });
  expect(trainerOf({ discriminator: { kind: 'linear', start } })).toThrow(/^discriminator.start: /);
  expect(trainerOf({ generator: { kind: 'point', start } })).toThrow(/^generator.start: /);
  expect(trainerOf({ generator: { kind: 'normal', mean: 0, sd: 1 } })).toThrow(/^generator.kind: .*latent 1/);
  expect(tf.memory().numTensors).toBe(before);
});
