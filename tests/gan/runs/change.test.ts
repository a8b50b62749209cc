// What may change while a run goes on from its weights, and what may not.
import { describe, expect, test } from 'vitest';
import { createTrainer } from '../../../src/gan/runs/trainer.ts';
import { adam, experiment, sgd } from '../settings.ts';
import { live, train, weights } from './trainers.ts';

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
    live(experiment(), (trainer) => {
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
      await live(from, (trainer) => expect(() => trainer.change(to)).toThrow(/^generator: /));
  });

  test('D may be taught by halves apart from now on', () =>
    live(experiment(), (trainer) => {
      trainer.change(experiment({ halves: 'apart' }));
      expect(train(trainer, 1).experiment.halves).toBe('apart');
    }));

  test('refuses a smoothed label where the objective has none', () => {
    const unfit = { ...experiment({ objective: 'hinge' }), realLabel: 0.9 };
    expect(() => createTrainer(unfit)).toThrow(/^realLabel: /);
  });
});
