// Every question has two answers: a network that must come close to both lands between them, one that must pass as real picks one.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

export default defineDemo({
  title: 'Two right answers, and the average of them',
  caption:
    'From left to right lies the question x, which the generator is given; y is its answer. In the data every question has two answers, an upper and a lower one. ' +
    'Press Train and compare: the adversarial generator answers with one of the two, the one trained by mean squared error always with what lies between them. ' +
    'Then switch the objective while it trains.',
  experiment: {
    seed: 1,
    data: { kind: 'twoAnswers', gap: 0.6, sd: 0.08 },
    latent: 2,
    generator: { kind: 'mlp', widths: [32, 32], activation: 'tanh', gain: 2, biasSpread: 0.5 },
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
    gan: {
      label: 'Adversarial',
      change: { objective: 'nonSaturating' },
      claims: [
        {
          says: 'After 1,500 steps at least 95 % of the answers lie within three standard deviations of one of the two right ones.',
          metric: 'highQuality',
          atLeast: 0.95,
          at: 1500,
        },
      ],
    },
    meanSquaredError: {
      label: 'Mean squared error',
      change: { objective: 'meanSquaredError' },
      claims: [
        {
          says: 'After 1,000 steps at most 5 % of the answers lie within three standard deviations of a right one.',
          metric: 'highQuality',
          atMost: 0.05,
          at: 1000,
        },
        {
          says: 'And its loss is almost as small as it can be: after 1,000 steps at most 0.4, where the least possible is 0.3664.',
          metric: 'generatorLoss',
          atMost: 0.4,
          at: 1000,
        },
      ],
    },
  },
  initial: 'gan',
  compare: ['gan', 'meanSquaredError'],
  shows: ['samples', 'metric', 'losses'],
  every: 50,
  length: 4000,
  stepsPerSecond: 500,
});
