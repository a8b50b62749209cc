// Draws what one update needs: data, latents and noise, each from its own stream, as tensors that the caller frees.
import type { Distribution } from '../data/distribution.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import { filled } from '../kernels/drawnInPlace.ts';
import { stream, streamFrom, type Stream } from '../random.ts';
import { trainingStreams, type Snapshot, type TrainingStream } from './snapshot.ts';
import { tf } from '../tensorflow.ts';

/** The draws of one run. */
export interface Batches {
  /** batch × dimension */
  real(): tf.Tensor2D;
  /** G's inputs, batch × (given + latent): the condition, drawn like the data's or taken from the rows of `real`, and z of N(0, I). */
  latents(real?: tf.Tensor2D): tf.Tensor2D;
  /** n × dimension, N(0, sd²); a replay of the step asks for the sd again */
  noise(n: number, sd: () => number): tf.Tensor2D;
  /** batch × 1, uniform on [0, 1) */
  shares(): tf.Tensor2D;
  state(): Snapshot['streams'];
  restore(streams: Snapshot['streams']): void;
}

/**
 * Fills `target`, n × (given + latent), with inputs of G: in each row a condition drawn from the data's own marginal, where the data
 * has one, then `latent` numbers of N(0, 1).
 */
export function fillLatents(
  target: Float32Array,
  n: number,
  { latent, distribution, stream }: { latent: number; distribution: Distribution; stream: Stream },
): void {
  const { given, dimension } = distribution;
  if (given === 0) return stream.fillNormal(target);
  const rows = distribution.sample(n, stream);
  const width = given + latent;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < width; j++)
      target[i * width + j] = j < given ? (rows[i * dimension + j] as number) : stream.normal();
  }
}

export function createBatches({ seed, batch, latent }: Experiment, distribution: Distribution): Batches {
  const streams = Object.fromEntries(trainingStreams.map((name) => [name, stream(seed, name)])) as Record<
    TrainingStream,
    Stream
  >;
  const { dimension, given } = distribution;
  return {
    real: () => filled([batch, dimension], (target) => distribution.fill(target, streams.data)),
    latents(real) {
      if (real === undefined || given === 0) {
        return filled([batch, given + latent], (target) =>
          fillLatents(target, batch, { latent, distribution, stream: streams.latent }),
        );
      }
      return tf.tidy(() => {
        const condition = tf.slice2d(real, [0, 0], [batch, given]);
        const normal = filled([batch, latent], (target) => streams.latent.fillNormal(target));
        return tf.concat2d([condition, normal], 1);
      });
    },
    noise(n, sd) {
      return filled([n, dimension], (target) => {
        streams.noise.fillNormal(target);
        const now = sd();
        for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) * now;
      });
    },
    shares: () =>
      filled([batch, 1], (target) => {
        for (let i = 0; i < batch; i++) target[i] = streams.noise.uniform();
      }),
    state: () => ({ data: streams.data.state(), latent: streams.latent.state(), noise: streams.noise.state() }),
    restore(saved) {
      for (const name of trainingStreams) streams[name] = streamFrom(saved[name]);
    },
  };
}
