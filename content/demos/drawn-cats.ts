// Drawings of cats without pairs: mean squared error paints the one average of them all, a GAN paints cats.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

export default defineDemo({
  title: 'Drawn cats, and their average',
  caption:
    'Every drawing has 16 × 16 pixels; the real ones are drawn by a few lines of code. This one is long: on an ordinary processor it takes up to a minute. ' +
    'The adversarial generator starts from noise, finds the outline, then coats and faces. ' +
    'The one trained by mean squared error paints the average of all cats, whatever its latents are. Switch between the two while it trains.',
  experiment: {
    seed: 1,
    data: { kind: 'cats' },
    latent: 16,
    generator: { kind: 'mlp', widths: [64, 64], activation: 'tanh', gain: 2, biasSpread: 0.5 },
    discriminator: { kind: 'mlp', widths: [128], activation: 'leakyRelu', gain: 1, biasSpread: 0.3 },
    objective: 'relativistic',
    penalties: [
      { kind: 'r1', weight: 0.02 },
      { kind: 'r2', weight: 0.02 },
    ],
    optimisers: {
      generator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
      discriminator: { kind: 'adam', rate: 3e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    batch: 32,
    average: 0.995,
  },
  variants: {
    gan: {
      label: 'Adversarial',
      change: { objective: 'relativistic' },
      claims: [
        {
          says: 'After 1,600 steps its drawings look like cats: the nearest real one is on average at most 0.36 away in a pixel, where perfect drawings score 0.25 and the average of all cats 0.42.',
          metric: 'nearestData',
          atMost: 0.36,
          at: 1600,
        },
        {
          says: 'After 1,600 steps its drawings differ from each other at least 0.7 times as much as real ones do.',
          metric: 'variety',
          atLeast: 0.7,
          at: 1600,
        },
      ],
    },
    meanSquaredError: {
      label: 'Mean squared error',
      change: { objective: 'meanSquaredError' },
      claims: [
        {
          says: 'After 600 steps all its drawings are nearly the same: they differ from each other at most 0.15 times as much as real ones do.',
          metric: 'variety',
          atMost: 0.15,
          at: 600,
        },
        {
          says: 'After 600 steps that drawing is no cat: the nearest real one is on average at least 0.4 away in a pixel.',
          metric: 'nearestData',
          atLeast: 0.4,
          at: 600,
        },
      ],
    },
  },
  initial: 'gan',
  compare: ['gan', 'meanSquaredError'],
  shows: ['samples', 'metric', 'losses'],
  every: 100,
  length: 3000,
  long: true,
});
