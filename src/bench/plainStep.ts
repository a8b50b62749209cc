// The training step as TensorFlow.js has it: weights and biases apart, its own operations, its own Adam.
import { tf } from '../gan/tensorflow.ts';
import { adam, firstLayers, joined, type Batch, type Contender, type Game, type Layers } from './games.ts';

interface PlainLayer {
  readonly weights: tf.Variable<tf.Rank.R2>;
  readonly biases: tf.Variable<tf.Rank.R1>;
}

export function plainContender(game: Game): Contender {
  const generator = variables(firstLayers(game, 'generator'));
  const discriminator = variables(firstLayers(game, 'discriminator'));
  const { learningRate, beta1, beta2, epsilon } = adam;
  const trainD = tf.train.adam(learningRate, beta1, beta2, epsilon);
  const trainG = tf.train.adam(learningRate, beta1, beta2, epsilon);
  const all = [...generator, ...discriminator];
  return {
    step: asShipped((batch: Batch): void => {
      tf.tidy(() => {
        const samples = forward(generator, tensor(batch.latentD));
        const real = tensor(batch.real);
        trainD.minimize(
          () =>
            tf.add<tf.Scalar>(
              tf.mean(tf.softplus(tf.neg(forward(discriminator, real)))),
              tf.mean(tf.softplus(forward(discriminator, samples))),
            ),
          false,
          discriminator.flatMap(({ weights, biases }) => [weights, biases]),
        );
        const latents = tensor(batch.latentG);
        trainG.minimize(
          () => tf.mean(tf.softplus(tf.neg(forward(discriminator, forward(generator, latents))))),
          false,
          generator.flatMap(({ weights, biases }) => [weights, biases]),
        );
      });
    }),
    weights: () => joined(all.flatMap(({ weights, biases }) => [weights.dataSync(), biases.dataSync()])),
    dispose() {
      trainD.dispose();
      trainG.dispose();
      tf.dispose(all.flatMap(({ weights, biases }) => [weights, biases]));
    },
  };
}

/** Under the setting that TensorFlow.js ships with: on WebGL, tensors of up to 128 numbers may be computed on the processor. */
function asShipped(step: (batch: Batch) => void): (batch: Batch) => void {
  return (batch) => {
    const webgl = tf.getBackend() === 'webgl';
    if (webgl) tf.env().set('WEBGL_CPU_FORWARD', true);
    step(batch);
    if (webgl) tf.env().set('WEBGL_CPU_FORWARD', false);
  };
}

function tensor(values: Float32Array): tf.Tensor2D {
  return tf.tensor2d(values, [values.length / 2, 2]);
}

function forward(layers: readonly PlainLayer[], x: tf.Tensor2D): tf.Tensor2D {
  return layers.reduce((h, { weights, biases }, i) => {
    const z: tf.Tensor2D = tf.add(tf.matMul(h, weights), biases);
    return i < layers.length - 1 ? tf.tanh(z) : z;
  }, x);
}

function variables(layers: Layers): PlainLayer[] {
  return layers.map(({ shape: [rows, units], values }) =>
    tf.tidy(() => ({
      weights: tf.variable(tf.tensor2d(values.slice(0, (rows - 1) * units), [rows - 1, units])),
      biases: tf.variable(tf.tensor1d(values.slice((rows - 1) * units))),
    })),
  );
}
