// What learning by mean squared error comes to, where the best answer is known in closed form: means, not samples.
import { expect, test } from 'vitest';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';
import { createTrainer } from '../../../src/gan/runs/trainer.ts';
import { adam, experiment, sgd } from '../settings.ts';

/** G's weights after training by mean squared error alone, and what it then makes and loses. */
async function taught(change: Record<string, unknown>, steps: number) {
  const spec: Experiment = experiment({
    objective: 'meanSquaredError',
    batch: 512,
    ...change,
    schedule: { discriminatorSteps: 0, decay: { from: 0, until: steps, to: 0.01 } },
  });
  const trainer = createTrainer(spec);
  for (let i = 0; i < steps; i++) trainer.advance();
  const { generator } = await trainer.snapshot();
  const { losses, fake } = await trainer.observe();
  trainer.dispose();
  const last = losses.generator.slice(-100);
  return { weights: generator.weights, fake, loss: last.reduce((a, b) => a + b, 0) / last.length };
}

const optimisers = { generator: sgd(0.1), discriminator: sgd(0.1) };
/** Mean 0.5 and variance 0.75 + 0.25². */
const mixture = {
  kind: 'mixture',
  components: [
    { weight: 1, mean: -1, sd: 0.25 },
    { weight: 3, mean: 1, sd: 0.25 },
  ],
};

test('unpaired, a generator that can only shift ends at the mean, and loses the variance of the data', async () => {
  const { weights, loss } = await taught(
    { data: mixture, latent: 1, generator: { kind: 'point', start: [-3] }, optimisers },
    400,
  );
  expect(Math.abs((weights[0]?.[0] ?? NaN) - 0.5)).toBeLessThan(0.02);
  expect(Math.abs(loss - 0.8125)).toBeLessThan(0.02);
});

test('unpaired, a normal generator gives up its width too: a dot between the modes', async () => {
  const { weights, loss } = await taught(
    { data: mixture, latent: 1, generator: { kind: 'normal', mean: -3, sd: 2 }, optimisers },
    400,
  );
  const [sd, mean] = weights[0] ?? [];
  expect(Math.abs((mean ?? NaN) - 0.5)).toBeLessThan(0.02);
  expect(Math.abs(sd ?? NaN)).toBeLessThan(0.02);
  expect(Math.abs(loss - 0.8125)).toBeLessThan(0.02);
});

test('paired, it ends at the conditional mean, between the two answers, and loses their variance', async () => {
  const { fake, loss } = await taught(
    {
      data: { kind: 'twoAnswers', gap: 0.6, sd: 0.1 },
      latent: 1,
      batch: 256,
      generator: { kind: 'mlp', widths: [16], activation: 'tanh', gain: 2, biasSpread: 1 },
      optimisers: { generator: adam(0.02), discriminator: adam() },
    },
    600,
  );
  expect(fake.length).toBeGreaterThan(500);
  let sum = 0;
  for (let i = 0; i < fake.length; i += 2) {
    const away = (fake[i + 1] ?? NaN) - 0.5 * Math.sin(Math.PI * (fake[i] ?? NaN));
    // Whatever z is, nothing comes near either answer, at ± 0.6.
    expect(Math.abs(away)).toBeLessThan(0.35);
    sum += away * away;
  }
  expect(Math.sqrt(sum / (fake.length / 2))).toBeLessThan(0.09);
  // gap² + sd²
  expect(Math.abs(loss - 0.37)).toBeLessThan(0.01);
});
