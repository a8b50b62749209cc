// A discriminator that learnt alone for 1,000 steps rejects every generated sample; the generator then follows plain gradient descent.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

export default defineDemo({
  title: 'A confident discriminator, and two ways to learn from it',
  caption:
    'The discriminator learns alone for 1,000 steps, then both networks take turns; the generator moves by plain gradient descent. ' +
    'An arrow on a sample shows where its loss pushes it, and how hard. Press Train and watch: under the saturating objective the samples stay where they are, under the non-saturating one they walk to the data. ' +
    'Then switch the objective while the saturating run stands still.',
  experiment: {
    seed: 3,
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 4,
    generator: { kind: 'mlp', widths: [16, 16], activation: 'relu', gain: 0.4, biasSpread: 0.3, shift: -8 },
    discriminator: { kind: 'mlp', widths: [32, 32], activation: 'relu', gain: 1, biasSpread: 1 },
    objective: 'saturating',
    optimisers: {
      generator: { kind: 'sgd', rate: 0.02 },
      discriminator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    schedule: { warmup: 1000 },
    batch: 128,
    average: 0.9,
  },
  variants: {
    saturating: {
      label: 'Saturating',
      change: { objective: 'saturating' },
      claims: [
        {
          says: 'At the start the non-saturating gradient is more than 100 times as long as the saturating one.',
          metric: 'gradientRatio',
          atLeast: 100,
          at: 0,
        },
        {
          says: 'After 100 steps the samples are still more than 6 away from the data: they have hardly moved.',
          metric: 'wasserstein1',
          atLeast: 6,
          at: 100,
        },
      ],
    },
    nonSaturating: {
      label: 'Non-saturating',
      change: { objective: 'nonSaturating' },
      claims: [
        {
          says: 'From the same weights the samples arrive: after 500 steps they are at most 0.2 away from the data.',
          metric: 'wasserstein1',
          atMost: 0.2,
          at: 500,
        },
      ],
    },
  },
  initial: 'saturating',
  compare: ['saturating', 'nonSaturating'],
  shows: ['samples', 'gradients', 'losses'],
  arrows: true,
  every: 50,
  length: 1000,
  stepsPerSecond: 120,
});
