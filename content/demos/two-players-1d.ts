// The game between a normal density and a small discriminator, slow enough to be followed move by move.
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';

const claims = [
  {
    says: 'After 600 steps the samples are at most 0.1 away from the data, where perfect samples score 0.02.',
    metric: 'wasserstein1' as const,
    atMost: 0.1,
    at: 600,
  },
  {
    says: 'After 600 steps the discriminator is undecided: on average at most 0.05 away from one half.',
    metric: 'indecision' as const,
    atMost: 0.05,
    at: 600,
  },
];

export default defineDemo({
  title: 'Two players on a line',
  caption:
    'The data are normal with mean 0 and standard deviation 1; so are the samples, but around −3. An arrow is the push of the generator’s objective on one sample. ' +
    'Press Step G ten times: the samples follow the opinion of an untrained discriminator. Press Step D forty times: D(x) bends towards the best D*(x), and the arrows turn. ' +
    'Then press Step G again, or Train.',
  experiment: {
    seed: 2,
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 1,
    generator: { kind: 'normal', mean: -3, sd: 0.5 },
    discriminator: { kind: 'mlp', widths: [16, 16], activation: 'relu', gain: 1, biasSpread: 1 },
    objective: 'saturating',
    optimisers: {
      generator: { kind: 'sgd', rate: 0.3 },
      discriminator: { kind: 'adam', rate: 1e-2, beta1: 0, beta2: 0.99, epsilon: 1e-8 },
    },
    batch: 128,
    average: 0.95,
  },
  variants: {
    saturating: { label: 'Saturating', change: { objective: 'saturating' }, claims },
    nonSaturating: { label: 'Non-saturating', change: { objective: 'nonSaturating' }, claims },
  },
  initial: 'saturating',
  compare: ['saturating', 'nonSaturating'],
  shows: ['samples', 'scores', 'metric'],
  arrows: true,
  moves: true,
  every: 25,
  length: 1000,
  stepsPerSecond: 150,
});
