// How many moves each player gets before the other: on an easy ring the ratio matters less than one expects, and what suffers is something else.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

const covers = {
  says: 'Within 600 steps the samples reach all eight modes.',
  metric: 'modesCovered' as const,
  atLeast: 8,
  by: 600,
};
const equalShares = {
  says: 'After 600 steps the modes get about equal shares: the divergence from equal shares is at most 0.05.',
  metric: 'modeDivergence' as const,
  atMost: 0.05,
  at: 600,
};

export default defineDemo({
  title: 'Who moves how often',
  caption:
    'One step is k_D updates of the discriminator, then k_G of the generator. Press Train with one of each. ' +
    'Then press Reset, choose “Ten to one” and train again: all eight modes are still found, but count the samples at each of them.',
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
    oneToOne: { label: 'One to one', change: {}, claims: [equalShares, covers] },
    tenToOne: {
      label: 'Ten to one',
      change: { schedule: { discriminatorSteps: 10 } },
      claims: [
        {
          says: 'After 600 steps the shares are unequal: the divergence from equal shares is more than 0.02.',
          metric: 'modeDivergence',
          atLeast: 0.02,
          at: 600,
        },
        covers,
      ],
    },
    together: {
      label: 'Both at once',
      change: { schedule: { order: 'simultaneous' } },
      claims: [equalShares, covers],
    },
  },
  initial: 'oneToOne',
  compare: ['oneToOne', 'tenToOne'],
  choice: 'Moves of D to moves of G',
  shows: ['samples', 'metric', 'scores'],
  sliders: [
    { of: 'discriminatorSteps', from: 1, to: 10, step: 1 },
    { of: 'generatorSteps', from: 1, to: 5, step: 1 },
  ],
  every: 50,
  length: 1600,
  stepsPerSecond: 250,
});
