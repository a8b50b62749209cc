// q stands where the reader puts it; a discriminator learns against it, and its value is held beside the formula.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

const mlp = { kind: 'mlp' as const, widths: [32, 32], activation: 'relu' as const, gain: 1, biasSpread: 0.5 };

export default defineDemo({
  title: 'The value of a game against a discriminator that has learnt all it can',
  caption:
    'The data are normal with mean 0 and standard deviation 1; the generated density q is normal too and stands where you put it. Only D learns. ' +
    'Press Train, and when V(D, G) has met the value of the optimal discriminator, slide the mean and the width of q: the line jumps, and D follows.',
  experiment: {
    seed: 1,
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 1,
    generator: { kind: 'normal', mean: 2, sd: 1 },
    discriminator: mlp,
    objective: 'saturating',
    optimisers: {
      generator: { kind: 'sgd', rate: 0.02 },
      discriminator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    schedule: { generatorSteps: 0 },
    batch: 256,
  },
  variants: {
    beside: {
      label: 'q beside p',
      change: {},
      claims: [
        {
          says: 'After 400 steps V(D, G) is at most 0.02 away from 2 JSD − log 4.',
          metric: 'valueGap',
          atMost: 0.02,
          at: 400,
        },
        {
          says: 'After 400 steps D is at most 0.05 away from D* = p/(p + q), on average over the samples.',
          metric: 'optimalGap',
          atMost: 0.05,
          at: 400,
        },
      ],
    },
    equal: {
      label: 'q = p',
      change: { generator: { kind: 'normal', mean: 0, sd: 1 } },
      claims: [
        {
          says: 'After 400 steps V(D, G) is at most 0.02 away from −log 4, the least value there is.',
          metric: 'valueGap',
          atMost: 0.02,
          at: 400,
        },
        {
          says: 'After 400 steps D is undecided: on average at most 0.05 away from one half.',
          metric: 'indecision',
          atMost: 0.05,
          at: 400,
        },
      ],
    },
    weak: {
      label: 'A weak D',
      change: { generator: { kind: 'normal', mean: 0, sd: 4 }, discriminator: { kind: 'linear', start: [0.3] } },
      claims: [
        {
          says: 'After 400 steps this D is undecided: on average at most 0.05 away from one half.',
          metric: 'indecision',
          atMost: 0.05,
          at: 400,
        },
        {
          says: 'Nothing has converged: after 400 steps the samples are as far from the data as ever, more than 2.',
          metric: 'wasserstein1',
          atLeast: 2,
          at: 400,
        },
        {
          says: 'The optimal discriminator would see it: after 400 steps V(D, G) is still more than 0.2 below its value.',
          metric: 'valueGap',
          atLeast: 0.2,
          at: 400,
        },
      ],
    },
  },
  initial: 'beside',
  choice: 'Generated density and discriminator',
  shows: ['samples', 'value', 'metric'],
  sliders: [
    { of: 'generatedMean', from: -8, to: 8, step: 0.25 },
    { of: 'generatedSd', from: 0.25, to: 5, step: 0.25 },
  ],
  every: 50,
  length: 20_000,
});
