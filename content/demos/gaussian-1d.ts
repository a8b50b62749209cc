// One Gaussian on the line: the smallest GAN that learns, and it learns by either objective.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

export default defineDemo({
  title: 'One Gaussian, learnt from three standard deviations away',
  caption:
    'The data are normal with mean 0 and standard deviation 1; the generated samples start around −3. The discriminator moves first in every step, ' +
    'and both networks are trained by Adam. Press Train, then Reset and train the other objective: with both players equally strong they do equally well.',
  experiment: {
    seed: 1,
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 4,
    generator: { kind: 'mlp', widths: [16, 16], activation: 'relu', gain: 1, biasSpread: 0.5, shift: -3 },
    discriminator: { kind: 'mlp', widths: [16, 16], activation: 'relu', gain: 1, biasSpread: 0.5 },
    objective: 'saturating',
    optimisers: {
      generator: { kind: 'adam', rate: 1e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
      discriminator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    batch: 128,
    average: 0.99,
  },
  variants: {
    saturating: {
      label: 'Saturating',
      change: { objective: 'saturating' },
      claims: [
        {
          says: 'After 1,200 steps the samples are at most 0.05 away from the data, where perfect samples score 0.02.',
          metric: 'wasserstein1',
          atMost: 0.05,
          at: 1200,
        },
        {
          says: 'Success looks like a poor loss: after 1,200 steps D pays at least 1.35, nearly the 2 log 2 of one that knows nothing.',
          metric: 'discriminatorLoss',
          atLeast: 1.35,
          at: 1200,
        },
      ],
    },
    nonSaturating: {
      label: 'Non-saturating',
      change: { objective: 'nonSaturating' },
      claims: [
        {
          says: 'The non-saturating objective arrives as well: after 1,200 steps the samples are at most 0.05 away from the data.',
          metric: 'wasserstein1',
          atMost: 0.05,
          at: 1200,
        },
        {
          says: 'Success looks like a poor loss: after 1,200 steps D pays at least 1.35, nearly the 2 log 2 of one that knows nothing.',
          metric: 'discriminatorLoss',
          atLeast: 1.35,
          at: 1200,
        },
      ],
    },
  },
  initial: 'saturating',
  compare: ['saturating', 'nonSaturating'],
  shows: ['samples', 'losses'],
  every: 50,
  length: 1800,
});
