// The ring again, with the R1 penalty: a little of it does no harm, too much of it blurs what the discriminator can tell.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

export default defineDemo({
  title: 'The R1 penalty on the ring, in two doses',
  caption:
    'The discriminator pays γ/2 times the mean squared length of its gradient on the data. With γ = 0.02 the ring is learnt as without the penalty. ' +
    'With γ = 50 the discriminator may hardly rise at all: watch its field stay flat and the heaps stay blurred.',
  experiment: {
    seed: 1,
    data: { kind: 'ring', modes: 8, radius: 1, sd: 0.05 },
    latent: 2,
    generator: { kind: 'mlp', widths: [32, 32], activation: 'tanh', gain: 1, biasSpread: 0.5 },
    discriminator: { kind: 'mlp', widths: [32, 32], activation: 'tanh', gain: 2, biasSpread: 2 },
    objective: 'nonSaturating',
    penalties: [{ kind: 'r1', weight: 0.02 }],
    optimisers: {
      generator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
      discriminator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    batch: 128,
    average: 0.99,
  },
  variants: {
    light: {
      label: 'R1, γ = 0.02',
      change: { penalties: [{ kind: 'r1', weight: 0.02 }] },
      claims: [
        {
          says: 'All eight modes are found within 1,200 steps.',
          metric: 'modesCovered',
          atLeast: 8,
          by: 1200,
        },
        {
          says: 'Within 1,600 steps at least 80 % of the samples lie within three standard deviations of a mode.',
          metric: 'highQuality',
          atLeast: 0.8,
          by: 1600,
        },
        {
          says: 'After 1,200 steps the modes get about equal shares: the divergence from equal shares is at most 0.05.',
          metric: 'modeDivergence',
          atMost: 0.05,
          at: 1200,
        },
      ],
    },
    heavy: {
      label: 'R1, γ = 50',
      change: { penalties: [{ kind: 'r1', weight: 50 }] },
      claims: [
        {
          says: 'After 1,000 steps at most half of the samples lie within three standard deviations of a mode: the heaps stay blurred.',
          metric: 'highQuality',
          atMost: 0.5,
          at: 1000,
        },
      ],
    },
  },
  initial: 'light',
  compare: ['light', 'heavy'],
  choice: 'Weight of the R1 penalty',
  shows: ['samples', 'losses'],
  every: 50,
  length: 2400,
});
