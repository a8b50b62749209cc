// The training step on the fused kernels, every gradient taken by the tape.
import { perceptron } from '../gan/kernels/dense.ts';
import { meanSoftplus, splitRows } from '../gan/kernels/loss.ts';
import { applyAdam, newMoments } from '../gan/kernels/optimise.ts';
import { tf } from '../gan/tensorflow.ts';
import { activation, adam, firstLayers, joined, type Batch, type Contender, type Game, type Layers } from './games.ts';

type Variable = tf.Variable<tf.Rank.R2>;

export function fusedContender(game: Game): Contender {
  const generator = variables(firstLayers(game, 'generator'));
  const discriminator = variables(firstLayers(game, 'discriminator'));
  const [momentsG, momentsD] = [newMoments(generator), newMoments(discriminator)];
  let steps = 0;
  return {
    step(batch: Batch): void {
      steps++;
      tf.tidy(() => {
        const samples = forward(generator, tensor(batch.latentD));
        const both = tf.concat2d([tensor(batch.real), samples], 0);
        const forD = tf.grads((...layers: tf.Tensor[]) => {
          const [real, fake] = splitRows(forward(layers as tf.Tensor2D[], both), game.batch);
          return tf.add(meanSoftplus(real, -1), meanSoftplus(fake, 1));
        })(discriminator);
        applyAdam(discriminator, forD as tf.Tensor2D[], momentsD, () => ({ ...adam, count: steps }));
        const latents = tensor(batch.latentG);
        const forG = tf.grads((...layers: tf.Tensor[]) =>
          meanSoftplus(forward(discriminator, forward(layers as tf.Tensor2D[], latents)), -1),
        )(generator);
        applyAdam(generator, forG as tf.Tensor2D[], momentsG, () => ({ ...adam, count: steps }));
      });
    },
    weights: () => joined([...generator, ...discriminator].map((layer) => layer.dataSync())),
    dispose() {
      tf.dispose([...generator, ...discriminator, momentsG, momentsD]);
    },
  };
}

function tensor(values: Float32Array): tf.Tensor2D {
  return tf.tensor2d(values, [values.length / 2, 2]);
}

function forward(layers: readonly tf.Tensor2D[], x: tf.Tensor2D): tf.Tensor2D {
  return perceptron(x, layers, activation);
}

function variables(layers: Layers): Variable[] {
  return layers.map(({ shape, values }) => tf.tidy(() => tf.variable(tf.tensor2d(values, shape))));
}
