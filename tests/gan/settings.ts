// Experiments that the tests start from, small enough to train in a moment.
import { experimentSchema, type Experiment } from '../../src/vocabulary/experiment.ts';
import { factsOf, objectiveNames, type AdversarialName } from '../../src/vocabulary/objectives.ts';

/** The objectives under which G learns through D. */
export const adversarialNames = objectiveNames.filter((name): name is AdversarialName => !factsOf(name).direct);

/** The 1-D Gaussian with a small network; every field may be replaced. */
export function experiment(change: Record<string, unknown> = {}): Experiment {
  return experimentSchema.parse({
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 2,
    generator: { kind: 'mlp', widths: [8], activation: 'tanh', biasSpread: 0.5, shift: -2 },
    discriminator: { kind: 'mlp', widths: [8], activation: 'tanh', biasSpread: 0.5 },
    objective: 'nonSaturating',
    optimisers: { generator: adam(), discriminator: adam() },
    batch: 16,
    seed: 1,
    ...change,
  });
}

export const adam = (rate = 1e-3) => ({ kind: 'adam' as const, rate, beta1: 0, beta2: 0.99, epsilon: 1e-8 });
export const sgd = (rate: number) => ({ kind: 'sgd' as const, rate });

/** The Dirac-GAN of Mescheder, Geiger and Nowozin 2018 from (θ, ψ), with step size h for both players. */
export function dirac(h: number, start: readonly [number, number], change: Record<string, unknown> = {}): Experiment {
  return experiment({
    data: { kind: 'dirac', at: 0 },
    latent: 1,
    generator: { kind: 'point', start: [start[0]] },
    discriminator: { kind: 'linear', start: [start[1]] },
    optimisers: { generator: sgd(h), discriminator: sgd(h) },
    batch: 1,
    ...change,
  });
}
