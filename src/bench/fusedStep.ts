// The training step on the fused kernels, its gradients taken by the tape: at every step, or once and then replayed.
import { filled } from '../gan/kernels/drawnInPlace.ts';
import { perceptron } from '../gan/kernels/dense.ts';
import { meanSoftplus, splitRows } from '../gan/kernels/loss.ts';
import { applyAdam, newMoments } from '../gan/kernels/optimise.ts';
import { createReplayed, type StepWay } from '../gan/replay/recordedSteps.ts';
import { certain } from '../certain.ts';
import { tf } from '../gan/tensorflow.ts';
import { activation, adam, firstLayers, joined, type Batch, type Contender, type Game, type Layers } from './games.ts';

type Variable = tf.Variable<tf.Rank.R2>;

export function fusedContender(game: Game, way: StepWay): Contender {
  const generator = variables(firstLayers(game, 'generator'));
  const discriminator = variables(firstLayers(game, 'discriminator'));
  const [momentsG, momentsD] = [newMoments(generator), newMoments(discriminator)];
  const all = [...generator, ...discriminator, momentsG, momentsD];
  let operations = 0;
  const replayed = createReplayed(
    () => all,
    way,
    (count) => (operations += count),
  );
  let steps = 0;
  let now: Batch | undefined;
  const update = () => ({ ...adam, count: steps });
  /** The numbers of the step's batch, which a replay asks for again. */
  const drawn = (of: keyof Batch) =>
    filled([game.batch, 2], (target) => target.set(certain(now, 'the batch of a step')[of]));
  return {
    step(batch: Batch): void {
      steps++;
      now = batch;
      replayed.take('both', () => {
        tf.tidy(() => {
          const samples = forward(generator, drawn('latentD'));
          const both = tf.concat2d([drawn('real'), samples], 0);
          const forD = tf.grads((...layers: tf.Tensor[]) => {
            const [real, fake] = splitRows(forward(layers as tf.Tensor2D[], both), game.batch);
            return tf.add(meanSoftplus(real, -1), meanSoftplus(fake, 1));
          })(discriminator);
          applyAdam(discriminator, forD as tf.Tensor2D[], momentsD, update);
          const latents = drawn('latentG');
          const forG = tf.grads((...layers: tf.Tensor[]) =>
            meanSoftplus(forward(discriminator, forward(layers as tf.Tensor2D[], latents)), -1),
          )(generator);
          applyAdam(generator, forG as tf.Tensor2D[], momentsG, update);
        });
        return [];
      });
    },
    operations: () => operations,
    weights: () => joined([...generator, ...discriminator].map((layer) => layer.dataSync())),
    dispose() {
      replayed.forget();
      tf.dispose(all);
    },
  };
}

function forward(layers: readonly tf.Tensor2D[], x: tf.Tensor2D): tf.Tensor2D {
  return perceptron(x, layers, activation);
}

function variables(layers: Layers): Variable[] {
  return layers.map(({ shape, values }) => tf.tidy(() => tf.variable(tf.tensor2d(values, shape))));
}
