// The saturating loss unchanged, plain gradient descent unchanged: only the discriminator is kept from becoming too sure.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

export default defineDemo({
  title: 'The same loss, against a discriminator that is held back',
  caption:
    'The generator minimises the saturating loss by plain gradient descent in both runs. In one of them the discriminator also pays for ' +
    'a steep logit (the R1 penalty), from the first of its 1,000 lone steps. Train both side by side and compare where the samples are at step 500.',
  experiment: {
    seed: 3,
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 4,
    generator: { kind: 'mlp', widths: [16, 16], activation: 'relu', gain: 0.4, biasSpread: 0.3, shift: -8 },
    discriminator: { kind: 'mlp', widths: [32, 32], activation: 'relu', gain: 1, biasSpread: 1 },
    objective: 'saturating',
    optimisers: {
      generator: { kind: 'sgd', rate: 0.05 },
      discriminator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    schedule: { warmup: 1000 },
    batch: 128,
    average: 0.9,
  },
  variants: {
    without: {
      label: 'Without a penalty',
      change: { penalties: [] },
      claims: [
        {
          says: 'Without the penalty the samples are still more than 6 away from the data after 100 steps.',
          metric: 'wasserstein1',
          atLeast: 6,
          at: 100,
        },
      ],
    },
    withR1: {
      label: 'With R1, weight 1',
      change: { penalties: [{ kind: 'r1', weight: 1 }] },
      claims: [
        {
          says: 'With the penalty the mean logit on generated samples starts no lower than −6.',
          metric: 'meanFakeLogit',
          atLeast: -6,
          at: 0,
        },
        {
          says: 'With the penalty the saturating loss brings the samples within 0.3 of the data in 1,000 steps.',
          metric: 'wasserstein1',
          atMost: 0.3,
          at: 1000,
        },
      ],
    },
  },
  initial: 'withR1',
  compare: ['without', 'withR1'],
  choice: 'Penalty on the discriminator',
  shows: ['samples', 'gradients', 'losses'],
  arrows: true,
  every: 50,
  length: 1500,
  stepsPerSecond: 200,
});
