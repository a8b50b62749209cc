// One update's loss and gradients for each player. A player's loss moves that player alone.
import type { Batches } from './batches.ts';
import type { Experiment } from '../../vocabulary/experiment.ts';
import { splitRows } from '../kernels/loss.ts';
import type { Network } from './networks.ts';
import { objectives } from './objectives.ts';
import { between, halfSquaredNorm, outputsAndSlopes, slopeTarget, squaredSlope, weightOf } from './penalties.ts';
import { noiseLevel } from '../../vocabulary/schedule.ts';
import type { Player } from '../../vocabulary/learning.ts';
import { factsOf } from '../../vocabulary/objectives.ts';
import { tf } from '../tensorflow.ts';

/** The two networks and the rules they play by. */
export interface Game {
  readonly generator: Network;
  readonly discriminator: Network;
  readonly experiment: Experiment;
}

export interface Update {
  loss: tf.Scalar;
  /** One for each of the player's variables. */
  gradients: tf.Tensor2D[];
}

/** A loss and its gradients over `variables`; where the loss does not depend on one, zeros. */
export function gradientsOf(loss: () => tf.Scalar, variables: readonly tf.Tensor2D[]): Update {
  const { value, grads } = tf.engine().gradients(loss, [...variables], undefined, true);
  // Without a path from variable to loss there is no entry, whatever the type says.
  const gradients = (grads as (tf.Tensor2D | undefined)[]).map(
    (each, i) => each ?? tf.zerosLike(variables[i] as tf.Tensor2D),
  );
  return { loss: value, gradients };
}

/** The update of one player on a fresh batch. To be called in a tidy; the loss is the objective's with all penalties. */
export function updateOf(player: Player, game: Game, batches: Batches, step: () => number): Update {
  const loss = lossOf(player, game, batches, step);
  const weight = weightOf(game.experiment.penalties, 'consensus');
  if (weight === 0) return gradientsOf(loss, game[player].variables);
  const disagreement = consensusTerm(game, batches, step);
  return gradientsOf(() => tf.add(loss(), tf.mul(disagreement(), weight)), game[player].variables);
}

/** One player's loss on a fresh batch, with its gradient penalties, as a function of that player's weights. */
export function lossOf(player: Player, game: Game, batches: Batches, step: () => number): () => tf.Scalar {
  return player === 'discriminator' ? discriminatorLoss(game, batches, step) : generatorLoss(game, batches, step);
}

/** D's loss as a function of D's weights: generated samples are constants in it. */
function discriminatorLoss(game: Game, batches: Batches, step: () => number): () => tf.Scalar {
  const { generator, discriminator, experiment } = game;
  const { batch, penalties } = experiment;
  const objective = objectives[experiment.objective];
  const fake = generator.apply(batches.latents());
  const both = withNoise(tf.concat2d([batches.real(), fake], 0), experiment, batches, step);
  const segments = penalties.flatMap((penalty) =>
    penalty.kind === 'gradientPenalty' ? [{ ...penalty, x: between(...splitRows(both, batch), batches.shares()) }] : [],
  );
  return () => {
    const terms: tf.Scalar[] = [];
    const [onReal, onFake] = outputsOnBoth(discriminator, both, experiment, terms);
    for (const { x, weight, target } of segments)
      terms.push(slopeTarget(outputsAndSlopes(discriminator, x).slopes, weight, target));
    const loss = objective.discriminator(onReal, onFake, experiment.realLabel);
    return terms.length === 0 ? loss : tf.addN([loss, ...terms]);
  };
}

/**
 * D's outputs on the real and on the generated half of a batch; the penalties R1 and R2 of their slopes are added to `terms`.
 * Together, all rows go through D at once if they are treated alike; apart, each half has a pass of its own. Slopes, which cost
 * another pass, are taken only where they are penalised.
 */
function outputsOnBoth(
  discriminator: Network,
  both: tf.Tensor2D,
  { batch, halves, penalties }: Experiment,
  terms: tf.Scalar[],
): [real: tf.Tensor2D, fake: tf.Tensor2D] {
  const r1 = weightOf(penalties, 'r1');
  const r2 = weightOf(penalties, 'r2');
  if (halves === 'apart' || r1 > 0 !== r2 > 0) {
    const [real, fake] = splitRows(both, batch);
    const outputsOf = (x: tf.Tensor2D, weight: number): tf.Tensor2D => {
      if (weight === 0) return discriminator.apply(x);
      const { outputs, slopes } = outputsAndSlopes(discriminator, x);
      terms.push(squaredSlope(slopes, weight));
      return outputs;
    };
    return [outputsOf(real, r1), outputsOf(fake, r2)];
  }
  if (r1 === 0) return splitRows(discriminator.apply(both), batch);
  const { outputs, slopes } = outputsAndSlopes(discriminator, both);
  const [atReal, atFake] = splitRows(slopes, batch);
  terms.push(squaredSlope(atReal, r1), squaredSlope(atFake, r2));
  return splitRows(outputs, batch);
}

/** G's loss as a function of G's weights: D's weights, its outputs on real data, and real samples are constants in it. */
function generatorLoss(game: Game, batches: Batches, step: () => number): () => tf.Scalar {
  const { generator, discriminator, experiment } = game;
  const objective = objectives[experiment.objective];
  if (objective.direct) {
    const real = batches.real();
    const latents = batches.latents(real);
    return () => objective.direct(generator.apply(latents), real);
  }
  const latents = batches.latents();
  const noise = noiseFor(experiment, batches, step, experiment.batch);
  const real = factsOf(experiment.objective).pairs
    ? discriminator.apply(withNoise(batches.real(), experiment, batches, step))
    : undefined;
  return () => {
    const fake = generator.apply(latents);
    const outputs = discriminator.apply(noise ? tf.add(fake, noise) : fake);
    return objective.generator(outputs, real ?? outputs);
  };
}

/**
 * ½‖v‖² of consensus optimisation, where v holds both players' gradients of their plain losses on one batch; both descend it.
 * All of v depends on both players here: nothing is held constant. Mescheder, Nowozin and Geiger 2017, arXiv:1705.10461, §3.2.
 */
function consensusTerm(
  { generator, discriminator, experiment }: Game,
  batches: Batches,
  step: () => number,
): () => tf.Scalar {
  const objective = objectives[experiment.objective];
  const samples = batches.real();
  const latents = objective.direct ? batches.latents(samples) : batches.latents();
  const real = withNoise(samples, experiment, batches, step);
  const noise = noiseFor(experiment, batches, step, experiment.batch);
  const outputs = (): [real: tf.Tensor2D, fake: tf.Tensor2D] => {
    const fake = generator.apply(latents);
    return [discriminator.apply(real), discriminator.apply(noise ? tf.add(fake, noise) : fake)];
  };
  const discriminatorsLoss = () => objective.discriminator(...outputs(), experiment.realLabel);
  const generatorsLoss = () => {
    if (objective.direct) return objective.direct(generator.apply(latents), samples);
    const [real, fake] = outputs();
    return objective.generator(fake, real);
  };
  return () => {
    const ofDiscriminator = gradientsOf(discriminatorsLoss, discriminator.variables).gradients;
    const ofGenerator = gradientsOf(generatorsLoss, generator.variables).gradients;
    return halfSquaredNorm([...ofDiscriminator, ...ofGenerator]);
  };
}

/** What D is shown: x, with instance noise where the experiment has it. */
function withNoise(x: tf.Tensor2D, experiment: Experiment, batches: Batches, step: () => number): tf.Tensor2D {
  const noise = noiseFor(experiment, batches, step, x.shape[0]);
  return noise ? tf.add(x, noise) : x;
}

function noiseFor(experiment: Experiment, batches: Batches, step: () => number, n: number): tf.Tensor2D | undefined {
  const sd = () => noiseLevel(experiment.instanceNoise, step());
  return sd() > 0 ? batches.noise(n, sd) : undefined;
}
