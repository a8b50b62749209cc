// What a trainer shows and measures of itself: samples, D's field, losses, metrics of averaged weights and of gradients.
import { expect, test } from 'vitest';
import type { Field, Observation } from '../../../src/vocabulary/frame.ts';
import { adam, dirac, experiment } from '../settings.ts';
import { live, train } from './trainers.ts';

function fieldOf({ field }: Observation): Field {
  if (!field) throw new Error('This frame has no field.');
  return field;
}

test('a frame holds samples, field and every loss since the last one', () =>
  live(experiment({ data: { kind: 'ring', modes: 8, radius: 1, sd: 0.05 } }), async (trainer) => {
    const frame = await train(trainer, 3).observe();
    expect(frame).toMatchObject({ step: 3, dimension: 2 });
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
