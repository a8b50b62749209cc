// A discriminator alone with a generator that stands still: one labelled batch, or two batches, and the same classifier comes out.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

const claims = [
  {
    says: 'After 400 steps D is at most 0.05 away from the optimal discriminator D*, on average over the samples.',
    metric: 'optimalGap' as const,
    atMost: 0.05,
    at: 400,
  },
  {
    says: 'After 400 steps the loss of one labelled batch and the loss of two batches are the same number: they differ by at most 0.00001.',
    metric: 'halvesGap' as const,
    atMost: 1e-5,
    at: 400,
  },
  {
    says: 'The loss does not go to zero: after 400 steps D still pays more than 0.65.',
    metric: 'discriminatorLoss' as const,
    atLeast: 0.65,
    at: 400,
  },
];

export default defineDemo({
  title: 'One labelled batch, or two batches',
  caption:
    'Real data are normal around 1, generated samples normal around −1, and the generator stands still: only D learns. Each sample has a bar, ' +
    'as high as what it costs D. Press Train: the bars sink, but not to nothing, for where the two kinds mix no classifier can be right each time. ' +
    'Then see both side by side: one mixed batch with labels, or one batch of each kind and two means. It is the same D.',
  experiment: {
    seed: 1,
    data: { kind: 'gaussian', mean: 1, sd: 1 },
    latent: 1,
    generator: { kind: 'normal', mean: -1, sd: 1 },
    discriminator: { kind: 'mlp', widths: [16, 16], activation: 'relu', gain: 0.3, biasSpread: 0.1 },
    objective: 'saturating',
    optimisers: {
      generator: { kind: 'sgd', rate: 0.02 },
      discriminator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    schedule: { generatorSteps: 0 },
    batch: 128,
  },
  variants: {
    together: { label: 'One labelled batch', change: { halves: 'together' }, claims },
    apart: { label: 'Two batches, two means', change: { halves: 'apart' }, claims },
  },
  initial: 'together',
  compare: ['together', 'apart'],
  choice: 'How D’s loss is put together',
  shows: ['samples', 'bars', 'losses'],
  every: 50,
  length: 3000,
});
