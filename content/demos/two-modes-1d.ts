// Two narrow Gaussians on the line: a game that circles its goal unless the discriminator is kept from growing steep.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

export default defineDemo({
  title: 'Two modes on the line',
  caption:
    'Half of the data lie around −1 and half around 1, each half with standard deviation 0.25. The generator has to tear its samples apart and put ' +
    'half of them on each side; the arrows show where its loss pushes each sample, and how hard. A penalty on the slope of the discriminator keeps the ' +
    'samples from swinging between the two.',
  experiment: {
    seed: 1,
    data: {
      kind: 'mixture',
      components: [
        { weight: 1, mean: -1, sd: 0.25 },
        { weight: 1, mean: 1, sd: 0.25 },
      ],
    },
    latent: 4,
    generator: { kind: 'mlp', widths: [32, 32], activation: 'relu', gain: 1, biasSpread: 0.5 },
    discriminator: { kind: 'mlp', widths: [32, 32], activation: 'relu', gain: 1, biasSpread: 1 },
    objective: 'nonSaturating',
    penalties: [{ kind: 'r1', weight: 0.05 }],
    optimisers: {
      generator: { kind: 'adam', rate: 1e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
      discriminator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    batch: 128,
    average: 0.99,
  },
  variants: {
    nonSaturating: {
      label: 'Non-saturating + R1',
      change: { objective: 'nonSaturating' },
      claims: [
        {
          says: 'After 1,000 steps the samples are at most 0.1 away from the data.',
          metric: 'wasserstein1',
          atMost: 0.1,
          at: 1000,
        },
      ],
    },
    saturating: {
      label: 'Saturating + R1',
      change: { objective: 'saturating' },
      claims: [
        {
          says: 'The saturating objective does as well: after 1,000 steps the samples are at most 0.1 away from the data.',
          metric: 'wasserstein1',
          atMost: 0.1,
          at: 1000,
        },
      ],
    },
    relativistic: {
      label: 'Relativistic + R1 + R2',
      change: {
        objective: 'relativistic',
        penalties: [
          { kind: 'r1', weight: 0.05 },
          { kind: 'r2', weight: 0.05 },
        ],
      },
      claims: [
        {
          says: 'Judged in pairs, with both penalties: after 1,000 steps the samples are at most 0.1 away from the data.',
          metric: 'wasserstein1',
          atMost: 0.1,
          at: 1000,
        },
      ],
    },
  },
  initial: 'nonSaturating',
  compare: ['nonSaturating', 'saturating'],
  choice: 'Objective and penalties',
  shows: ['samples', 'losses'],
  arrows: true,
  every: 50,
  length: 1600,
  stepsPerSecond: 120,
});
