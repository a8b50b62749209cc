// What a step does: who moves, how far, what is averaged, and where it ends because a number is not finite.
import { describe, expect, test } from 'vitest';
import { Diverged } from '../../../src/gan/training/diverged.ts';
import type { Snapshot } from '../../../src/gan/training/snapshot.ts';
import { dirac, experiment } from '../settings.ts';
import { live, train, weights } from './trainers.ts';

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

describe('divergence', () => {
  // ψ and θ grow by √(1 + h²) a step: past 3.4e38, the loss is no number.
  const wild = dirac(10, [1, 1], { objective: 'wasserstein', schedule: { order: 'simultaneous' } });

  test('the first loss that is not finite stops the run, and says the step and the place', () =>
    live(wild, (trainer) => {
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
