// The smallest GAN there is: one number for each player, a game around a saddle, and seven ways to move in it.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

export default defineDemo({
  title: 'Around the saddle: the Dirac-GAN',
  caption:
    'All data lie at 0; the generator puts all of its samples at θ; the discriminator is the line ψx. Both start near the equilibrium in the middle. ' +
    'Press Train and follow the point. Then choose another way to move: some go out, some go round, some come in, one of them slowly, and one stops in the wrong place.',
  experiment: {
    seed: 1,
    data: { kind: 'dirac', at: 0 },
    latent: 1,
    generator: { kind: 'point', start: [0.3] },
    discriminator: { kind: 'linear', start: [0] },
    objective: 'saturating',
    optimisers: { generator: { kind: 'sgd', rate: 0.2 }, discriminator: { kind: 'sgd', rate: 0.2 } },
    schedule: { order: 'simultaneous' },
    batch: 1,
  },
  variants: {
    simultaneous: {
      label: 'Minimax, both at once',
      change: { objective: 'saturating' },
      claims: [
        {
          says: 'It spirals out: after 200 steps the distance from the equilibrium is at least 0.803, 1 % below the formula.',
          metric: 'radius',
          atLeast: 0.803,
          at: 200,
        },
        {
          says: 'It does so no faster than the formula says: after 200 steps the distance is at most 0.820, 1 % above it.',
          metric: 'radius',
          atMost: 0.82,
          at: 200,
        },
      ],
    },
    alternating: {
      label: 'Minimax, in turns',
      change: {
        objective: 'saturating',
        schedule: { order: 'discriminatorFirst' },
      },
      claims: [
        {
          says: 'It does not come in: after 440 steps, seven times round, the distance is still at least 0.297.',
          metric: 'radius',
          atLeast: 0.297,
          at: 440,
        },
        {
          says: 'It does not go out either: after 440 steps the distance is at most 0.303; it began at 0.3.',
          metric: 'radius',
          atMost: 0.303,
          at: 440,
        },
      ],
    },
    nonSaturating: {
      label: 'Non-saturating, both at once',
      change: { objective: 'nonSaturating' },
      claims: [
        {
          says: 'It goes out to a circle of radius 0.632: after 600 steps the distance is at least 0.620, 2 % below that.',
          metric: 'radius',
          atLeast: 0.62,
          at: 600,
        },
        {
          says: 'It stays on that circle: after 600 steps the distance is at most 0.645, 2 % above the radius.',
          metric: 'radius',
          atMost: 0.645,
          at: 600,
        },
      ],
    },
    nonSaturatingInTurns: {
      label: 'Non-saturating, in turns',
      change: {
        objective: 'nonSaturating',
        schedule: { warmup: 0, discriminatorSteps: 1, generatorSteps: 1, order: 'discriminatorFirst' },
      },
      claims: [
        {
          says: 'It comes home: after 600 steps the distance is at most 0.21, where the formula says 0.196.',
          metric: 'radius',
          atMost: 0.21,
          at: 600,
        },
        {
          says: 'But slowly: after 600 steps the distance, which began at 0.3, is still at least 0.18.',
          metric: 'radius',
          atLeast: 0.18,
          at: 600,
        },
      ],
    },
    withR1: {
      label: 'Minimax + R1, γ = 0.25',
      change: { objective: 'saturating', penalties: [{ kind: 'r1', weight: 0.25 }] },
      claims: [
        {
          says: 'It comes in: after 100 steps the distance is at most 0.045, where the eigenvalue predicts 0.039.',
          metric: 'radius',
          atMost: 0.045,
          at: 100,
        },
        {
          says: 'It comes in no faster than that: after 100 steps the distance is still at least 0.034.',
          metric: 'radius',
          atLeast: 0.034,
          at: 100,
        },
      ],
    },
    instanceNoise: {
      label: 'Minimax + instance noise, sd 1',
      change: { objective: 'saturating', instanceNoise: { sd: 1 }, batch: 1024 },
      claims: [
        {
          says: 'It comes in, as far as the noise lets it: after 200 steps the distance is at most 0.06.',
          metric: 'radius',
          atMost: 0.06,
          at: 200,
        },
      ],
    },
    gradientPenalty: {
      label: 'Wasserstein + gradient penalty',
      change: {
        objective: 'wasserstein',
        penalties: [{ kind: 'gradientPenalty', weight: 1.5, target: 0.3 }],
        optimisers: { generator: { kind: 'sgd', rate: 0.05 }, discriminator: { kind: 'sgd', rate: 0.05 } },
      },
      claims: [
        {
          says: 'It stops beside the data: after 400 steps the distance is at least 0.891, 1 % below the predicted 0.9.',
          metric: 'radius',
          atLeast: 0.891,
          at: 400,
        },
        {
          says: 'After 400 steps the distance is at most 0.909, 1 % above the prediction.',
          metric: 'radius',
          atMost: 0.909,
          at: 400,
        },
      ],
    },
  },
  initial: 'simultaneous',
  compare: ['simultaneous', 'alternating'],
  choice: 'Way to move',
  shows: ['phase', 'metric', 'losses'],
  sliders: [{ of: 'stepSize', from: 0.05, to: 0.5, step: 0.05 }],
  every: 2,
  length: 800,
});
