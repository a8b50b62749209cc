// The Dirac-GAN with the R1 penalty in three doses: too little turns long, too much crawls, and between them lies the fastest way in.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

export default defineDemo({
  title: 'How much of the R1 penalty?',
  caption:
    'The Dirac-GAN under the minimax objective, both players at once, with the R1 penalty of weight γ on the discriminator. With γ = 0.25 the point ' +
    'spirals in; with γ = 1 it comes in without turning round; with γ = 3 it crawls. Move γ and the step size h, and find where it no longer comes in.',
  experiment: {
    seed: 1,
    data: { kind: 'dirac', at: 0 },
    latent: 1,
    generator: { kind: 'point', start: [0.3] },
    discriminator: { kind: 'linear', start: [0] },
    objective: 'saturating',
    penalties: [{ kind: 'r1', weight: 0.25 }],
    optimisers: { generator: { kind: 'sgd', rate: 0.2 }, discriminator: { kind: 'sgd', rate: 0.2 } },
    schedule: { order: 'simultaneous' },
    batch: 1,
  },
  variants: {
    little: {
      label: 'γ = 0.25',
      change: { penalties: [{ kind: 'r1', weight: 0.25 }] },
      claims: [
        {
          says: 'It turns round while it comes in: after 100 steps it is still at least 0.03 away.',
          metric: 'radius',
          atLeast: 0.03,
          at: 100,
        },
        {
          says: 'After 200 steps it is at most 0.01 away.',
          metric: 'radius',
          atMost: 0.01,
          at: 200,
        },
      ],
    },
    critical: {
      label: 'γ = 1',
      change: { penalties: [{ kind: 'r1', weight: 1 }] },
      claims: [
        {
          says: 'It comes in sooner: after 100 steps it is at most 0.001 away.',
          metric: 'radius',
          atMost: 0.001,
          at: 100,
        },
      ],
    },
    much: {
      label: 'γ = 3',
      change: { penalties: [{ kind: 'r1', weight: 3 }] },
      claims: [
        {
          says: 'Three times the best penalty is slow again: after 100 steps it is still at least 0.03 away.',
          metric: 'radius',
          atLeast: 0.03,
          at: 100,
        },
      ],
    },
  },
  initial: 'little',
  compare: ['little', 'critical'],
  choice: 'Weight γ of the R1 penalty',
  shows: ['phase', 'metric'],
  sliders: [
    { of: 'penaltyWeight', from: 0.05, to: 4, step: 0.05 },
    { of: 'stepSize', from: 0.1, to: 1.2, step: 0.1 },
  ],
  every: 2,
  length: 400,
});
