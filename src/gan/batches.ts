// Draws what one update needs: data, latents and noise, each from its own stream, as tensors that the caller frees.
import type { Distribution } from './distributions.ts';
import type { Experiment } from './experiment.ts';
import { stream, streamFrom, type Stream } from './random.ts';
import { trainingStreams, type Snapshot, type TrainingStream } from './snapshot.ts';
import { tf } from './tensorflow.ts';

/** The draws of one run. */
export interface Batches {
  /** batch × dimension */
  real(): tf.Tensor2D;
  /** batch × latent, N(0, 1) */
  latents(): tf.Tensor2D;
  /** n × dimension, N(0, sd²) */
  noise(n: number, sd: number): tf.Tensor2D;
  /** One number a row, uniform on [0, 1). */
  shares(): Float32Array;
  state(): Snapshot['streams'];
  restore(streams: Snapshot['streams']): void;
}

export function createBatches({ seed, batch, latent }: Experiment, distribution: Distribution): Batches {
  const streams = Object.fromEntries(trainingStreams.map((name) => [name, stream(seed, name)])) as Record<
    TrainingStream,
    Stream
  >;
  const { dimension } = distribution;
  return {
    real: () => tf.tensor2d(distribution.sample(batch, streams.data), [batch, dimension]),
    latents() {
      const values = new Float32Array(batch * latent);
      streams.latent.fillNormal(values);
      return tf.tensor2d(values, [batch, latent]);
    },
    noise(n, sd) {
      const values = new Float32Array(n * dimension);
      streams.noise.fillNormal(values);
      for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) * sd;
      return tf.tensor2d(values, [n, dimension]);
    },
    shares: () => Float32Array.from({ length: batch }, () => streams.noise.uniform()),
    state: () => ({ data: streams.data.state(), latent: streams.latent.state(), noise: streams.noise.state() }),
    restore(saved) {
      for (const name of trainingStreams) streams[name] = streamFrom(saved[name]);
    },
  };
}
