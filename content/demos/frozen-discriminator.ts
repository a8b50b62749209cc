// The generator alone, against a discriminator that no longer learns: every sample runs to the place that the discriminator likes best.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

export default defineDemo({
  title: 'A discriminator that has stopped learning',
  caption:
    'The discriminator learns alone for 300 steps and is then frozen; only the generator moves. Press Train: the samples run to where the frozen discriminator ' +
    'is surest, and bunch up there. Then choose “Both learn” while it trains: the heap breaks up and spreads over the ring.',
  experiment: {
    seed: 1,
    data: { kind: 'ring', modes: 8, radius: 1, sd: 0.05 },
    latent: 2,
    generator: { kind: 'mlp', widths: [32, 32], activation: 'tanh', gain: 0.3, biasSpread: 0.3 },
    discriminator: { kind: 'mlp', widths: [32, 32], activation: 'tanh', gain: 2, biasSpread: 2 },
    objective: 'nonSaturating',
    optimisers: {
      generator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
      discriminator: { kind: 'adam', rate: 2e-3, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    penalties: [{ kind: 'r1', weight: 0.1 }],
    schedule: { warmup: 300 },
    batch: 128,
    average: 0.99,
  },
  variants: {
    frozen: {
      label: 'Frozen',
      change: { schedule: { warmup: 300, discriminatorSteps: 0 } },
      claims: [
        {
          says: 'After 800 steps the samples reach at most two of the eight modes.',
          metric: 'modesCovered',
          atMost: 2,
          at: 800,
        },
        {
          says: 'After 800 steps they differ from each other at most half as much as the data do.',
          metric: 'variety',
          atMost: 0.5,
          at: 800,
        },
        {
          says: 'The frozen discriminator is content: after 800 steps it gives them at least 0.9 on average.',
          metric: 'fakeScore',
          atLeast: 0.9,
          at: 800,
        },
      ],
    },
    turns: {
      label: 'Both learn',
      change: {},
      claims: [
        {
          says: 'Within 1,000 steps the samples reach all eight modes.',
          metric: 'modesCovered',
          atLeast: 8,
          by: 1000,
        },
        {
          says: 'After 1,000 steps they differ from each other at least 0.8 times as much as the data do.',
          metric: 'variety',
          atLeast: 0.8,
          at: 1000,
        },
      ],
    },
  },
  initial: 'frozen',
  compare: ['frozen', 'turns'],
  choice: 'Discriminator',
  shows: ['samples', 'losses'],
  every: 50,
  length: 3000,
  stepsPerSecond: 250,
});
