// Two moons: data that lie along two curves, with no modes to count but stretches of the curves to cover.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

const claims = (who: string) => [
  {
    says: `${who} covers all of both moons, cut into 20 stretches, within 800 steps.`,
    metric: 'modesCovered' as const,
    atLeast: 20,
    by: 800,
  },
  {
    says: 'Within 1,200 steps at least 80 % of the samples lie within three standard deviations of a moon.',
    metric: 'highQuality' as const,
    atLeast: 0.8,
    by: 1200,
  },
  {
    says: 'After 800 steps no stretch is starved: the divergence from equal shares is at most 0.1.',
    metric: 'modeDivergence' as const,
    atMost: 0.1,
    at: 800,
  },
];

export default defineDemo({
  title: 'Two moons',
  caption:
    'The data lie along two interlocking half circles. The generator has to bend one cloud into two curves and cut what joins them. ' +
    'Press Train; the two objectives may be exchanged at any time.',
  experiment: {
    seed: 1,
    data: { kind: 'moons', sd: 0.05 },
    latent: 2,
    generator: { kind: 'mlp', widths: [32, 32], activation: 'tanh', gain: 1, biasSpread: 1 },
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
  shows: ['samples', 'metric', 'losses'],
  every: 50,
  length: 1800,
});
