// The same start as in `saturation`, but the generator moves by Adam: with a small epsilon the stall is gone, with a large one it is back.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

const discriminatorRule = { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 } as const;
const generatorRule = (epsilon: number) => ({ kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon }) as const;

export default defineDemo({
  title: 'Adam hides the stall, as far as its epsilon lets it',
  caption:
    'A discriminator that has learnt alone for 1,000 steps, and a generator that moves by Adam instead of plain gradient descent. ' +
    'Train the saturating objective with the small epsilon, press Reset, and train it again with the large one.',
  experiment: {
    seed: 3,
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 4,
    generator: { kind: 'mlp', widths: [16, 16], activation: 'relu', gain: 0.4, biasSpread: 0.3, shift: -8 },
    discriminator: { kind: 'mlp', widths: [32, 32], activation: 'relu', gain: 1, biasSpread: 1 },
    objective: 'saturating',
    optimisers: { generator: generatorRule(1e-8), discriminator: discriminatorRule },
    schedule: { warmup: 1000 },
    batch: 128,
    average: 0.9,
  },
  variants: {
    saturating: {
      label: 'Saturating, ε = 10⁻⁸',
      change: { objective: 'saturating' },
      claims: [
        {
          says: 'The saturating run arrives: after 500 steps its samples are at most 0.2 away from the data.',
          metric: 'wasserstein1',
          atMost: 0.2,
          at: 500,
        },
      ],
    },
    nonSaturating: {
      label: 'Non-saturating, ε = 10⁻⁸',
      change: { objective: 'nonSaturating' },
      claims: [
        {
          says: 'The non-saturating run arrives as well: after 500 steps its samples are at most 0.2 away from the data.',
          metric: 'wasserstein1',
          atMost: 0.2,
          at: 500,
        },
      ],
    },
    largeEpsilon: {
      label: 'Saturating, ε = 0.01',
      change: { optimisers: { generator: generatorRule(1e-2), discriminator: discriminatorRule } },
      claims: [
        {
          says: 'With ε = 0.01 the stall is back: after 500 steps the samples are still more than 6 away from the data.',
          metric: 'wasserstein1',
          atLeast: 6,
          at: 500,
        },
      ],
    },
  },
  initial: 'saturating',
  compare: ['saturating', 'nonSaturating'],
  choice: 'Objective of the generator, and its ε',
  shows: ['samples', 'gradients', 'losses'],
  arrows: true,
  every: 50,
  length: 1000,
  stepsPerSecond: 200,
});
