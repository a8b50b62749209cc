// The generator's density q where it is known exactly: a generator that is affine in its normal latents.
import { certain } from '../../certain.ts';
import { affineDensity } from '../theory/affineDensity.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Network, Weights } from '../training/networks.ts';
import { readTogether } from './readback.ts';
import { tf } from '../tensorflow.ts';

export interface KnownDensity {
  /** q at each of n points, flat n × dimension. */
  readonly at: (points: Float32Array) => Float32Array;
  /** In every coordinate q is negligible outside. */
  readonly from: number;
  readonly to: number;
}

/** Standard deviations to either side that count: beyond them a normal has 10⁻¹⁵ of its mass. */
const tails = 8;

/**
 * q of a generator with these weights; undefined where it is not affine, where it has no density, and where D sees instance noise,
 * which changes D*. @throws Diverged
 */
export async function knownDensity(
  { generator: spec, latent, instanceNoise }: Experiment,
  generator: Network,
  weights: Weights,
  dimension: number,
  step: number,
): Promise<KnownDensity | undefined> {
  const affine = spec.kind === 'normal' || (spec.kind === 'mlp' && spec.activation === 'identity');
  if (instanceNoise || !affine || dimension > 2) return undefined;
  const { samples } = await readTogether({ samples: 'the generated samples' }, step, () => {
    const probes = tf.concat2d([tf.zeros<tf.Rank.R2>([1, latent]), tf.eye(latent)], 0);
    return { samples: generator.apply(probes, weights) };
  });
  const row = (i: number) => [...samples.slice(i * dimension, (i + 1) * dimension)];
  const offset = row(0);
  const columns = Array.from({ length: latent }, (_, i) =>
    row(i + 1).map((value, j) => value - certain(offset[j], 'a coordinate of G(0)')),
  );
  const at = affineDensity(offset, columns);
  if (!at) return undefined;
  const ends = (sign: number) =>
    offset.map((middle, j) => {
      const sd = Math.hypot(...columns.map((column) => certain(column[j], 'a coordinate of a column')));
      return middle + sign * tails * sd;
    });
  return { at, from: Math.min(...ends(-1)), to: Math.max(...ends(1)) };
}
