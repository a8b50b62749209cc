// A spiral of two turns: one long curve whose arms lie close together, so that the discriminator must bend often.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

const claims = (who: string) => [
  {
    says: `${who} covers the whole spiral, cut into 20 stretches, within 1,000 steps.`,
    metric: 'modesCovered' as const,
    atLeast: 20,
    by: 1000,
  },
  {
    says: 'Within 1,200 steps at least 80 % of the samples lie within three standard deviations of the spiral.',
    metric: 'highQuality' as const,
    atLeast: 0.8,
    by: 1200,
  },
  {
    says: 'After 1,000 steps no stretch is starved: the divergence from equal shares is at most 0.1.',
    metric: 'modeDivergence' as const,
    atMost: 0.1,
    at: 1000,
  },
];

export default defineDemo({
  title: 'A spiral of two turns',
  caption:
    'The data wind twice around the middle. The arms lie so close together that the discriminator needs steep and varied first-layer weights ' +
    'to tell the curve from the gaps: here it starts with three times the usual spread of weights and biases.',
  experiment: {
    seed: 1,
    data: { kind: 'spiral', turns: 2, sd: 0.05 },
    latent: 2,
    generator: { kind: 'mlp', widths: [64, 64], activation: 'tanh', gain: 2, biasSpread: 1 },
    discriminator: { kind: 'mlp', widths: [64, 64], activation: 'tanh', gain: 3, biasSpread: 3 },
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
