// Eight modes on a ring: the picture by which GANs are known, small enough to be learnt in seconds.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

const claims = (who: string) => [
  {
    says: `${who} finds all eight modes within 1,200 steps.`,
    metric: 'modesCovered' as const,
    atLeast: 8,
    by: 1200,
  },
  {
    says: 'Within 1,600 steps at least 80 % of the samples lie within three standard deviations of a mode.',
    metric: 'highQuality' as const,
    atLeast: 0.8,
    by: 1600,
  },
  {
    says: 'After 1,200 steps the modes get about equal shares: the divergence from equal shares is at most 0.05.',
    metric: 'modeDivergence' as const,
    atMost: 0.05,
    at: 1200,
  },
];

export default defineDemo({
  title: 'A ring of eight modes',
  caption:
    'The data lie in eight small heaps on a circle; the generator starts as a cloud in the middle. Press Train, and change the objective while it trains: ' +
    'with two networks of equal size, both trained by Adam, the saturating and the non-saturating objective do equally well.',
  experiment: {
    seed: 1,
    data: { kind: 'ring', modes: 8, radius: 1, sd: 0.05 },
    latent: 2,
    generator: { kind: 'mlp', widths: [32, 32], activation: 'tanh', gain: 1, biasSpread: 0.5 },
    discriminator: { kind: 'mlp', widths: [32, 32], activation: 'tanh', gain: 2, biasSpread: 2 },
    objective: 'nonSaturating',
    optimisers: {
      generator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
      discriminator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    batch: 128,
    average: 0.99,
  },
  variants: {
    nonSaturating: {
      label: 'Non-saturating',
      change: { objective: 'nonSaturating' },
      claims: claims('The non-saturating objective'),
    },
    saturating: {
      label: 'Saturating',
      change: { objective: 'saturating' },
      claims: claims('The saturating objective'),
    },
  },
  initial: 'nonSaturating',
  compare: ['nonSaturating', 'saturating'],
  shows: ['samples', 'losses'],
  every: 50,
  length: 2400,
});
