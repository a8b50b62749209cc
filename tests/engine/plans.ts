// Small plans to train in tests: a line of data, networks of eight units.
import { experimentSchema, type Experiment } from '../../src/vocabulary/experiment.ts';
import type { Plan } from '../../src/vocabulary/plan.ts';

export function tinyExperiment(change: Partial<Experiment> = {}): Experiment {
  const sgd = { kind: 'sgd', rate: 0.05 } as const;
  const network = { kind: 'mlp', widths: [8], activation: 'tanh' } as const;
  return experimentSchema.parse({
    seed: 5,
    data: { kind: 'gaussian', mean: 1, sd: 0.5 },
    latent: 2,
    generator: network,
    discriminator: network,
    objective: 'nonSaturating',
    optimisers: { generator: sgd, discriminator: { kind: 'adam', rate: 0.01, beta1: 0.5, beta2: 0.9, epsilon: 1e-8 } },
    batch: 8,
    ...change,
  });
}

export const tinyPlan = (change: Partial<Plan> = {}): Plan => ({
  experiment: tinyExperiment(),
  metrics: ['wasserstein1', 'meanFakeLogit'],
  every: 10,
  length: 60,
  pull: false,
  ...change,
});

/** The Dirac-GAN with plain gradient steps that are far too large: its numbers overflow within a few dozen steps. */
export const explosive = (): Experiment =>
  tinyExperiment({
    data: { kind: 'dirac', at: 0 },
    generator: { kind: 'point', start: [1] },
    discriminator: { kind: 'linear', start: [1] },
    objective: 'wasserstein',
    optimisers: { generator: { kind: 'sgd', rate: 10 }, discriminator: { kind: 'sgd', rate: 10 } },
  });
