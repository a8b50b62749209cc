// The networks that the two players may be.
import * as z from 'zod';
import { coordinate, count, kind, nonNegative, positive } from './bounded.ts';

export const activationSchema = z.enum(['identity', 'relu', 'leakyRelu', 'tanh', 'softplus', 'silu']);

/**
 * A network. `mlp`: hidden `widths`; the first layer's weights are drawn from N(0, gain²/fan-in) and its biases from
 * N(0, biasSpread²), later biases from N(0, (0.3 biasSpread)²), later weights from N(0, g²/fan-in) with g = 1 for tanh and
 * 1.3 otherwise; `shift` is added to every output bias at the start. `normal` is G(z) = mean + sd·z with one latent, so that
 * q = N(mean, sd²) is known; it learns both. `point` is the Dirac-GAN's generator G(z) = θ;
 * `linear` its discriminator, logit ψ·x. `start` is the initial θ or ψ.
 */
export const networkSchema = z.discriminatedUnion('kind', [
  kind('mlp', {
    widths: z.array(count(256)).min(1).max(4),
    activation: activationSchema,
    gain: positive.max(10).default(1),
    biasSpread: nonNegative.max(10).default(0),
    shift: coordinate.default(0),
  }),
  kind('normal', { mean: coordinate, sd: positive.max(100) }),
  kind('point', { start: z.array(coordinate).min(1).max(2) }),
  kind('linear', { start: z.array(coordinate).min(1).max(2) }),
]);

export type Activation = z.infer<typeof activationSchema>;
export type NetworkSpec = z.infer<typeof networkSchema>;

/** What is wrong with a network between so many inputs and outputs, as a field of it and a sentence; undefined if it fits. */
export function misfitOfNetwork(
  spec: NetworkSpec,
  inputs: number,
  outputs: number,
): { field: string; message: string } | undefined {
  switch (spec.kind) {
    case 'mlp':
      return undefined;
    case 'normal':
      if (inputs === 1 && outputs === 1) return undefined;
      return {
        field: 'kind',
        message: `a "normal" network has one input and one output: it needs latent 1 and data on the line, not ${inputs} and ${outputs}`,
      };
    case 'point':
    case 'linear': {
      const needed = spec.kind === 'point' ? outputs : inputs * outputs;
      if (spec.start.length === needed) return undefined;
      return {
        field: 'start',
        message: `a "${spec.kind}" network needs ${needed} ${needed === 1 ? 'number' : 'numbers'} here, not ${spec.start.length}`,
      };
    }
    default:
      return spec satisfies never;
  }
}
