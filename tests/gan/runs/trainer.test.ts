// A run's whole life: it learns, shows itself, is saved and restored, and leaves nothing behind.
import { describe, expect, test } from 'vitest';
import { createTrainer, Diverged, type Trainer } from '../../../src/gan/runs/trainer.ts';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';
import type { Field, Frame } from '../../../src/vocabulary/frame.ts';
import type { Metric } from '../../../src/vocabulary/metrics.ts';
import type { Snapshot } from '../../../src/gan/training/snapshot.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { adam, dirac, experiment, sgd } from '../settings.ts';

const everyMetric: Metric[] = ['wasserstein1', 'indecision', 'meanFakeLogit', 'gradientRatio', 'discriminatorLoss'];

function train(trainer: Trainer, steps: number): Trainer {
  for (let i = 0; i < steps; i++) trainer.advance();
  return trainer;
}

/** Runs `life` on a trainer of its own, and sees that every tensor is gone afterwards. */
async function live<T>(spec: Experiment, life: (trainer: Trainer) => Promise<T>): Promise<T> {
  const before = tf.memory().numTensors;
  const trainer = createTrainer(spec);
  const result = await life(trainer);
  trainer.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return result;
}

const weights = async (trainer: Trainer) => {
  const { generator, discriminator } = await trainer.snapshot();
  return { generator: generator.weights, discriminator: discriminator.weights };
};

function fieldOf({ field }: Frame): Field {
  if (!field) throw new Error('This frame has no field.');
  return field;
}

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

test('a step moves both players, a move moves one alone', () =>
  live(experiment(), async (trainer) => {
    const start = await weights(trainer);
    trainer.move('discriminator');
    const afterD = await weights(trainer);
    expect(afterD.generator).toEqual(start.generator);
    expect(afterD.discriminator).not.toEqual(start.discriminator);
    trainer.move('generator');
    const afterG = await weights(trainer);
    expect(afterG.discriminator).toEqual(afterD.discriminator);
    expect(afterG.generator).not.toEqual(afterD.generator);
    expect(trainer.step).toBe(0);
    trainer.advance();
    expect(trainer.step).toBe(1);
    expect((await weights(trainer)).generator).not.toEqual(afterG.generator);
  }));

test('a schedule without moves for a player leaves that player as it is, and still tells its loss', () =>
  live(experiment({ schedule: { discriminatorSteps: 0 } }), async (trainer) => {
    const start = await weights(trainer);
    const { losses } = await train(trainer, 5).observe();
    expect((await weights(trainer)).discriminator).toEqual(start.discriminator);
    expect(losses.discriminator).toHaveLength(5);
    expect(losses.discriminator.every(Number.isFinite)).toBe(true);
  }));

test('the warm-up moves D alone, is not counted, and is told in the frame', () =>
  live(experiment({ schedule: { warmup: 3 } }), async (trainer) => {
    const start = await weights(trainer);
    trainer.advance();
    const { warmup, step } = await trainer.observe();
    expect(warmup).toMatchObject({ done: 1, of: 3 });
    expect(Number.isFinite(warmup?.fakeLogit)).toBe(true);
    expect(step).toBe(0);
    train(trainer, 2);
    expect(trainer.warmup).toBeUndefined();
    expect((await trainer.observe()).warmup).toBeUndefined();
    const warm = await weights(trainer);
    expect(warm.generator).toEqual(start.generator);
    expect(warm.discriminator).not.toEqual(start.discriminator);
    trainer.advance();
    expect(trainer.step).toBe(1);
    expect((await weights(trainer)).generator).not.toEqual(start.generator);
  }));

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

test('a frame holds samples, field and every loss since the last one', () =>
  live(experiment({ data: { kind: 'ring', modes: 8, radius: 1, sd: 0.05 } }), async (trainer) => {
    const frame = await train(trainer, 3).observe();
    expect(frame).toMatchObject({ step: 3, dimension: 2, measurements: [] });
    expect(frame.pull).toBeUndefined();
    expect(frame.real).toHaveLength(frame.fake.length);
    expect(fieldOf(frame).logits).toHaveLength(48 * 48);
    expect(fieldOf(frame).from).toBeLessThan(-2);
    expect(fieldOf(frame).to).toBeGreaterThan(1);
    expect(frame.losses.step).toEqual([1, 2, 3]);
    expect((await train(trainer, 2).observe()).losses.step).toEqual([4, 5]);
    expect((await trainer.observe()).losses.step).toEqual([]);
    // On the line, from where G starts to where the data is.
    const line = await live(experiment(), (other) => other.observe());
    expect(fieldOf(line).logits).toHaveLength(128);
    expect(fieldOf(line).from).toBeLessThan(-3);
    expect(fieldOf(line).to).toBeGreaterThan(3);
  }));

test("the field is D's logit at the points that it says, row by row from below", () =>
  live(
    experiment({
      data: { kind: 'ring', modes: 8, radius: 1, sd: 0.05 },
      discriminator: { kind: 'linear', start: [1, 100] },
      generator: { kind: 'point', start: [0, 0] },
    }),
    async (trainer) => {
      const { from, to, size, logits } = fieldOf(await trainer.observe());
      expect(logits[0]).toBeCloseTo(101 * from, 3);
      expect(logits[size - 1]).toBeCloseTo(to + 100 * from, 3);
      expect(logits[size]).toBeCloseTo(from + 100 * (from + (to - from) / (size - 1)), 3);
    },
  ));

test('where only differences of outputs count, the field is undecided between real and generated samples', async () => {
  const line = {
    discriminator: { kind: 'linear', start: [3] },
    generator: { kind: 'point', start: [2] },
    data: { kind: 'dirac', at: 0 },
  };
  for (const [objective, middle] of [
    ['relativistic', 1],
    ['wasserstein', 1],
    ['nonSaturating', 0],
  ] as const) {
    const field = fieldOf(await live(experiment({ ...line, objective }), (trainer) => trainer.observe()));
    expect(field.logits[0]).toBeCloseTo(3 * (field.from - middle), 4);
  }
});

test('metrics judge the averaged weights, and gradients the weights themselves', async () => {
  const measured = (average: number) =>
    live(experiment({ average, optimisers: { generator: adam(0.05), discriminator: adam(0.05) } }), async (trainer) => {
      train(trainer, 10);
      return (await trainer.measure(['wasserstein1', 'nonSaturatingGradient'])).values;
    });
  const [own, averaged] = [await measured(0), await measured(0.99)];
  expect(averaged.wasserstein1).toBeGreaterThan((own.wasserstein1 ?? NaN) + 0.05);
  expect(averaged.nonSaturatingGradient).toBe(own.nonSaturatingGradient);
});

test('the moving average is what its definition says', () =>
  live(experiment({ average: 0.9 }), async (trainer) => {
    const start = (await trainer.snapshot()).generator;
    expect(start.average).toEqual(start.weights);
    const expected = start.weights.map((layer) => Float64Array.from(layer));
    for (let i = 0; i < 5; i++) {
      trainer.advance();
      const { generator } = await trainer.snapshot();
      generator.weights.forEach((layer, j) =>
        layer.forEach((weight, k) => {
          const row = expected[j] as Float64Array;
          row[k] = 0.9 * (row[k] ?? NaN) + 0.1 * weight;
        }),
      );
      generator.average.forEach((layer, j) =>
        layer.forEach((value, k) => expect(value).toBeCloseTo(expected[j]?.[k] ?? NaN, 5)),
      );
    }
  }));

test('learning rates decay: at a share of zero nothing moves any more', () =>
  live(experiment({ schedule: { decay: { from: 0, until: 2, to: 0 } } }), async (trainer) => {
    const start = await weights(train(trainer, 1));
    const middle = await weights(train(trainer, 1));
    expect(middle).not.toEqual(start);
    expect(await weights(train(trainer, 3))).toEqual(middle);
  }));

test('gradient norms under both objectives are those of the Dirac-GAN, whatever the shown objective', async () => {
  for (const objective of ['saturating', 'nonSaturating', 'wasserstein'] as const) {
    const spec = dirac(0.1, [-3, 2], { objective });
    const { values } = await live(spec, (trainer) =>
      trainer.measure(['saturatingGradient', 'nonSaturatingGradient', 'gradientRatio', 'radius']),
    );
    // |dL_G/dθ| = |ψ| σ(ψθ), or |ψ| σ(−ψθ); their ratio is e^(−ψθ).
    expect(values.saturatingGradient).toBeCloseTo(2 / (1 + Math.exp(6)), 7);
    expect(values.nonSaturatingGradient).toBeCloseTo(2 / (1 + Math.exp(-6)), 5);
    expect((values.gradientRatio ?? NaN) / Math.exp(6)).toBeCloseTo(1, 5);
    expect(values.radius).toBeCloseTo(Math.hypot(3, 2), 6);
  }
});

describe('change', () => {
  test('goes on from the weights as they are, under the new rules', () =>
    live(experiment(), async (trainer) => {
      train(trainer, 3);
      const before = await weights(trainer);
      const changed = experiment({
        objective: 'saturating',
        penalties: [{ kind: 'r1', weight: 1 }],
        schedule: { generatorSteps: 0 },
      });
      trainer.change(changed);
      expect(await weights(trainer)).toEqual(before);
      trainer.advance();
      expect((await weights(trainer)).generator).toEqual(before.generator);
      expect(trainer.experiment).toEqual(changed);
    }));

  test('another kind of optimiser is taken too', () =>
    live(experiment(), async (trainer) => {
      train(trainer, 3);
      trainer.change(experiment({ optimisers: { generator: sgd(1e-6), discriminator: adam() } }));
      const before = await weights(trainer);
      trainer.advance();
      const after = await weights(trainer);
      const moved = Math.abs((after.generator[0]?.[0] ?? NaN) - (before.generator[0]?.[0] ?? NaN));
      expect(moved).toBeLessThan(1e-4);
      trainer.restore(await trainer.snapshot());
    }));

  test.each([
    ['seed', { seed: 2 }],
    ['batch', { batch: 32 }],
    ['data', { data: { kind: 'gaussian', mean: 1, sd: 1 } }],
    ['generator', { generator: { kind: 'mlp', widths: [9], activation: 'tanh' } }],
    ['average', { average: 0.5 }],
    ['latent', { latent: 3 }],
  ])('refuses another %s by name', (field, change) =>
    live(experiment(), async (trainer) => {
      expect(() => trainer.change(experiment(change))).toThrow(new RegExp(`^${field}: `));
      expect(trainer.experiment).toEqual(experiment());
    }),
  );

  const normal = (change: Record<string, unknown> = {}) =>
    experiment({
      generator: { kind: 'normal', mean: -2, sd: 0.5, ...change },
      latent: 1,
      optimisers: { generator: sgd(0.1), discriminator: sgd(0.1) },
      average: 0.9,
    });

  test('puts the mean or the sd of a normal generator where it is told, its average too, and leaves the other as learnt', () =>
    live(normal(), async (trainer) => {
      train(trainer, 5);
      const [sd, mean] = (await weights(trainer)).generator[0] ?? [];
      const averaged = (await trainer.snapshot()).generator.average[0]?.[0];
      expect(sd).not.toBe(0.5);
      expect(mean).not.toBe(-2);
      trainer.change(normal({ mean: 1.5 }));
      const { generator } = await trainer.snapshot();
      expect([...(generator.weights[0] ?? [])]).toEqual([sd, 1.5]);
      expect([...(generator.average[0] ?? [])]).toEqual([averaged, 1.5]);
      const learnt = (await weights(train(trainer, 1))).generator[0]?.[1];
      expect(learnt).not.toBe(1.5);
      trainer.change(normal({ mean: 1.5, sd: 0.25 }));
      expect([...((await weights(trainer)).generator[0] ?? [])]).toEqual([0.25, learnt]);
    }));

  test('a snapshot from before the mean was changed brings back mean and experiment', () =>
    live(normal(), async (trainer) => {
      const saved = structuredClone(await train(trainer, 5).snapshot());
      trainer.change(normal({ mean: 1.5 }));
      trainer.restore(saved);
      expect(await trainer.snapshot()).toEqual(saved);
      // And what changed once may change again.
      trainer.change(normal({ mean: 1.5 }));
      expect((await weights(trainer)).generator[0]?.[1]).toBe(1.5);
    }));

  test('a normal generator does not become a network, nor a network a normal one', async () => {
    const network = experiment({ latent: 1, average: 0.9, optimisers: normal().optimisers });
    for (const [from, to] of [
      [normal(), network],
      [network, normal()],
    ] as const)
      await live(from, async (trainer) => expect(() => trainer.change(to)).toThrow(/^generator: /));
  });

  test('D may be taught by halves apart from now on', () =>
    live(experiment(), async (trainer) => {
      trainer.change(experiment({ halves: 'apart' }));
      expect(train(trainer, 1).experiment.halves).toBe('apart');
    }));

  test('refuses a smoothed label where the objective has none', () => {
    const unfit = { ...experiment({ objective: 'hinge' }), realLabel: 0.9 };
    expect(() => createTrainer(unfit)).toThrow(/^realLabel: /);
  });
});

describe('divergence', () => {
  // ψ and θ grow by √(1 + h²) a step: past 3.4e38, the loss is no number.
  const wild = dirac(10, [1, 1], { objective: 'wasserstein', schedule: { order: 'simultaneous' } });

  test('the first loss that is not finite stops the run, and says the step and the place', () =>
    live(wild, async (trainer) => {
      let found: unknown;
      try {
        train(trainer, 100);
      } catch (error) {
        found = error;
      }
      expect(found).toBeInstanceOf(Diverged);
      const { step, what, message } = found as Diverged;
      expect(step).toBe(trainer.step);
      // θ² + ψ² after n steps is 2 · 101^n, and the loss of the next step about half of that: it passes 2^128 at step 21.
      expect(step).toBe(21);
      expect(what).toMatch(/^the (generator|discriminator)'s loss$/);
      expect(message).toBe(`The run diverged at step ${step}: ${what} is not a finite number.`);
    }));

  test('weights that are not finite are found when they are looked at', () =>
    live(wild, async (trainer) => {
      const saved: Snapshot = await trainer.snapshot();
      saved.generator.weights[0]?.fill(NaN);
      trainer.restore(saved);
      await expect(trainer.measure(['wasserstein1'])).rejects.toThrow('the generated samples is not a finite number');
      await expect(trainer.observe()).rejects.toBeInstanceOf(Diverged);
      expect(() => trainer.move('generator')).toThrow(Diverged);
    }));
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
