// A replayed step is the step that the tape takes: the same bits, for everything that an experiment may be made of, and no tensor or array left.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storageOf } from '../../../src/gan/kernels/cpu/kernels.ts';
import type { StepWay } from '../../../src/gan/replay/recordedSteps.ts';
import { createTrainer, type Trainer } from '../../../src/gan/runs/trainer.ts';
import { tf, type MathBackendCPU } from '../../../src/gan/tensorflow.ts';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';
import { factsOf, objectiveNames } from '../../../src/vocabulary/objectives.ts';
import { adam, dirac, experiment } from '../settings.ts';

/** All that a run is and has lost after some of its steps. */
async function life(of: Experiment, way: StepWay, deed: (trainer: Trainer) => Promise<void> | void) {
  const trainer = createTrainer(of, { way });
  try {
    await deed(trainer);
    const { losses } = await trainer.observe();
    return { losses, snapshot: await trainer.snapshot() };
  } finally {
    trainer.dispose();
  }
}

const advance = (steps: number) => (trainer: Trainer) => {
  for (let i = 0; i < steps; i++) trainer.advance();
};

async function same(of: Experiment, deed: (trainer: Trainer) => Promise<void> | void = advance(7)): Promise<void> {
  const taped = await life(of, 'taped', deed);
  expect(await life(of, 'replayed', deed)).toEqual(taped);
  expect(await life(of, 'kernelByKernel', deed)).toEqual(taped);
}

const penalties: Experiment['penalties'][] = [
  [],
  [{ kind: 'r1', weight: 0.1 }],
  [{ kind: 'r2', weight: 0.1 }],
  [
    { kind: 'r1', weight: 0.1 },
    { kind: 'r2', weight: 0.1 },
  ],
  [{ kind: 'gradientPenalty', weight: 0.1, target: 1 }],
  [{ kind: 'weightClipping', limit: 0.4 }],
  [{ kind: 'consensus', weight: 0.1 }],
];
const optimisers: Experiment['optimisers']['generator'][] = [
  { kind: 'sgd', rate: 0.01 },
  { kind: 'momentum', rate: 0.01, momentum: 0.5 },
  adam(),
];

test('any experiment that can be put together gives the same bits replayed and on the tape', async () => {
  const arbitrary = fc.record({
    objective: fc.constantFrom(...objectiveNames),
    penalties: fc.constantFrom(...penalties),
    generator: fc.constantFrom(...optimisers),
    discriminator: fc.constantFrom(...optimisers),
    order: fc.constantFrom('discriminatorFirst', 'generatorFirst', 'simultaneous'),
    discriminatorSteps: fc.integer({ min: 0, max: 2 }),
    generatorSteps: fc.integer({ min: 0, max: 2 }),
    warmup: fc.constantFrom(0, 3),
    decay: fc.constantFrom(undefined, { from: 1, until: 5, to: 0.1 }),
    instanceNoise: fc.constantFrom(undefined, { sd: 0.3 }, { sd: 0.3, until: 4 }),
    halves: fc.constantFrom('together', 'apart'),
    average: fc.constantFrom(0, 0.9),
    activation: fc.constantFrom('tanh', 'relu', 'leakyRelu', 'silu', 'softplus'),
    data: fc.constantFrom(
      { kind: 'gaussian', mean: 1, sd: 0.5 },
      { kind: 'twoAnswers', gap: 0.3, sd: 0.05 },
      { kind: 'ring', modes: 3, radius: 1, sd: 0.1 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(arbitrary, async (drawn) => {
      const { generator, discriminator, order, discriminatorSteps, generatorSteps, warmup, decay, activation } = drawn;
      const network = { kind: 'mlp', widths: [5], activation, biasSpread: 0.5 };
      await same(
        experiment({
          data: drawn.data,
          objective: drawn.objective,
          penalties: drawn.penalties,
          instanceNoise: drawn.instanceNoise,
          halves: drawn.halves,
          average: drawn.average,
          realLabel: factsOf(drawn.objective).labels ? 0.9 : 1,
          generator: network,
          discriminator: network,
          optimisers: { generator, discriminator },
          schedule: { order, discriminatorSteps, generatorSteps, warmup, ...(decay && { decay }) },
          batch: 6,
        }),
      );
    }),
    { numRuns: 60, seed: 7 },
  );
});

describe('what comes between steps', () => {
  test('a changed experiment, moves of one player, a restored snapshot', () =>
    same(experiment({ average: 0.9, penalties: [{ kind: 'r1', weight: 0.1 }] }), async (trainer) => {
      advance(3)(trainer);
      trainer.move('discriminator');
      trainer.move('generator');
      const saved = await trainer.snapshot();
      advance(3)(trainer);
      trainer.change(
        experiment({ average: 0.9, objective: 'hinge', optimisers: { generator: adam(0.1), discriminator: adam() } }),
      );
      advance(3)(trainer);
      trainer.restore(saved);
      advance(3)(trainer);
    }));

  test('a generator that is moved by hand, and the Dirac-GAN', async () => {
    const normal = (mean: number) =>
      experiment({ latent: 1, generator: { kind: 'normal', mean, sd: 1 }, schedule: { generatorSteps: 0 } });
    await same(normal(2), (trainer) => {
      advance(3)(trainer);
      trainer.change(normal(-1));
      advance(3)(trainer);
    });
    await same(dirac(0.1, [1, 0.5], { schedule: { order: 'simultaneous' } }));
  });

  test('measuring and observing change nothing', () =>
    same(experiment(), async (trainer) => {
      for (let i = 0; i < 4; i++) {
        trainer.advance();
        await trainer.measure(['wasserstein1', 'gradientRatio', 'discriminatorLoss']);
        await trainer.observe({ pull: true });
      }
    }));
});

test('a number that is not finite stops the run at the same step, replayed or not', async () => {
  const explosive = experiment({
    objective: 'wasserstein',
    optimisers: { generator: { kind: 'sgd', rate: 10 }, discriminator: { kind: 'sgd', rate: 10 } },
    discriminator: { kind: 'mlp', widths: [8], activation: 'relu', gain: 5 },
  });
  const end = (way: StepWay) =>
    life(explosive, way, advance(500)).then(
      () => 'none',
      (fault: unknown) => String(fault),
    );
  expect(await end('replayed')).toMatch(/diverged at step \d+/);
  for (const way of ['replayed', 'kernelByKernel'] as const) expect(await end(way)).toBe(await end('taped'));
});

test.each(['replayed', 'kernelByKernel'] as const)(
  'steps that are %s leave nothing behind, and the quick ones make nothing',
  (way) => {
    const arena = () => storageOf(tf.backend() as MathBackendCPU).arena.state;
    const before = { tensors: tf.memory().numTensors, lent: arena().lent };
    const trainer = createTrainer(experiment({ penalties: [{ kind: 'r1', weight: 0.1 }], average: 0.9 }), { way });
    advance(3)(trainer);
    const after = { tensors: tf.memory().numTensors, data: tf.memory().numDataBuffers, arena: arena() };
    advance(50)(trainer);
    expect({ tensors: tf.memory().numTensors, data: tf.memory().numDataBuffers, arena: arena() }).toEqual(after);
    trainer.dispose();
    expect({ tensors: tf.memory().numTensors, lent: arena().lent }).toEqual(before);
  },
);
