// Twenty-five modes on a grid: finding them is one thing, giving them equal shares another, and there the objectives differ.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

const sharp = {
  says: 'Within 3,000 steps at least 60 % of the samples lie within three standard deviations of a mode.',
  metric: 'highQuality' as const,
  atLeast: 0.6,
  by: 3000,
};

export default defineDemo({
  title: 'A grid of twenty-five modes',
  caption:
    'Twenty-five small heaps in five rows of five. This one is long: on an ordinary processor it takes up to a minute. The samples of the ' +
    'non-saturating objective become sharp, but some heaps get far more of them than others. Compare the saturating objective, and relativistic ' +
    'pairs, in which D says which of two samples is real, with a penalty on its slope at the data (R1) and at the samples (R2): the pairs share evenly.',
  experiment: {
    seed: 1,
    data: { kind: 'grid', side: 5, spacing: 0.75, sd: 0.0375 },
    latent: 2,
    generator: { kind: 'mlp', widths: [32, 32, 32], activation: 'tanh', gain: 2, biasSpread: 1 },
    discriminator: { kind: 'mlp', widths: [32, 32, 32], activation: 'tanh', gain: 3, biasSpread: 3 },
    objective: 'relativistic',
    optimisers: {
      generator: { kind: 'adam', rate: 4e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
      discriminator: { kind: 'adam', rate: 4e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    batch: 128,
    average: 0.99,
  },
  variants: {
    relativistic: {
      label: 'Relativistic + R1 + R2',
      change: {
        objective: 'relativistic',
        penalties: [
          { kind: 'r1', weight: 0.01 },
          { kind: 'r2', weight: 0.01 },
        ],
      },
      claims: [
        {
          says: 'All 25 modes are found within 2,000 steps.',
          metric: 'modesCovered',
          atLeast: 25,
          by: 2000,
        },
        {
          says: 'Within 4,000 steps at least 80 % of the samples lie within three standard deviations of a mode.',
          metric: 'highQuality',
          atLeast: 0.8,
          by: 4000,
        },
        {
          says: 'After 2,500 steps the modes get about equal shares: the divergence from equal shares is at most 0.05.',
          metric: 'modeDivergence',
          atMost: 0.05,
          at: 2500,
        },
      ],
    },
    nonSaturating: {
      label: 'Non-saturating',
      change: { objective: 'nonSaturating' },
      claims: [
        sharp,
        {
          says: 'But the shares are uneven: after 2,500 steps the divergence from equal shares is still at least 0.05.',
          metric: 'modeDivergence',
          atLeast: 0.05,
          at: 2500,
        },
      ],
    },
    saturating: {
      label: 'Saturating',
      change: { objective: 'saturating' },
      claims: [
        {
          says: 'At least 24 of the 25 modes are found within 3,000 steps.',
          metric: 'modesCovered',
          atLeast: 24,
          by: 3000,
        },
        sharp,
      ],
    },
  },
  initial: 'relativistic',
  compare: ['nonSaturating', 'saturating'],
  choice: 'Objective and penalties',
  shows: ['samples', 'losses'],
  every: 50,
  length: 5000,
  long: true,
});
