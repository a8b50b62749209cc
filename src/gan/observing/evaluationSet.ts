// What a run is judged and shown on: both networks, and samples and latents that never change.
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { Distribution } from '../data/distribution.ts';
import { evaluationSize } from '../metrics/observation.ts';
import { stream } from '../random.ts';
import { tf } from '../tensorflow.ts';
import type { Network, Weights } from '../training/networks.ts';

/** Both networks, and the weights of G that metrics judge: their moving average, or G's own. */
export interface EvaluatedNetworks {
  readonly generator: Network;
  readonly discriminator: Network;
  readonly averaged: Weights;
}

/** Samples and latents, the same at every step. */
export interface EvaluationSet {
  readonly distribution: Distribution;
  /** n × dimension, as numbers and on the backend */
  readonly real: Float32Array;
  readonly realTensor: tf.Tensor2D;
  /** n × G's inputs, one row for each real sample: its condition where G is given one, and then normal latents. */
  readonly latents: tf.Tensor2D;
  /** The first rows of both, tensors of the caller's. */
  readonly first: (rows: number) => { real: tf.Tensor2D; latents: tf.Tensor2D };
  dispose(): void;
}

/** Draws the set from the run's evaluation stream. */
export function createEvaluationSet({ seed, latent }: Experiment, distribution: Distribution): EvaluationSet {
  const { dimension, given } = distribution;
  const random = stream(seed, 'evaluation');
  const size = evaluationSize(dimension);
  const real = distribution.sample(size, random);
  const normal = new Float32Array(size * latent);
  random.fillNormal(normal);
  const realTensor = tf.tensor2d(real, [size, dimension]);
  const latents = tf.tidy(() => {
    const z = tf.tensor2d(normal, [size, latent]);
    return given === 0 ? z : tf.concat2d([tf.slice2d(realTensor, [0, 0], [size, given]), z], 1);
  });
  return {
    distribution,
    real,
    realTensor,
    latents,
    first(rows) {
      const n = Math.min(rows, size);
      return {
        real: tf.slice2d(realTensor, [0, 0], [n, dimension]),
        latents: tf.slice2d(latents, [0, 0], [n, latents.shape[1]]),
      };
    },
    dispose: () => tf.dispose([realTensor, latents]),
  };
}
