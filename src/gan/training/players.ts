// One player: a network, its optimiser, and for G the moving average of its weights.
import type { Experiment } from '../../vocabulary/experiment.ts';
import type { OptimiserSpec } from '../../vocabulary/learning.ts';
import type { NetworkSpec } from '../../vocabulary/network.ts';
import { certain } from '../../certain.ts';
import { applySgd } from '../kernels/optimise.ts';
import type { Distribution } from '../data/distribution.ts';
import { conditional, createNetwork, reset, type Network } from './networks.ts';
import { createOptimiser, restoreOptimiser } from './optimisers.ts';
import { stream, type Stream } from '../random.ts';
import type { PlayerState } from './snapshot.ts';
import { tf } from '../tensorflow.ts';

interface PlayerSpec {
  network: NetworkSpec;
  inputs: number;
  outputs: number;
  /** The leading inputs that come out again before the outputs. */
  given: number;
  optimiser: OptimiserSpec;
  /** Decay of the moving average of the weights; 0 for none. */
  average: number;
}

export interface LearningPlayer {
  readonly network: Network;
  /** The averaged weights, or the network's own where there is no average. */
  readonly averaged: readonly tf.Variable<tf.Rank.R2>[];
  /** All that an update may change: weights, their average, the optimiser's memory. */
  readonly learning: readonly tf.Variable[];
  /** One update. The gradients stay the caller's. */
  learn(gradients: readonly tf.Tensor2D[], share: () => number): void;
  /** Goes on with other optimiser settings; another kind of optimiser starts without memory. */
  retune(spec: OptimiserSpec): void;
  /** Puts the mean and sd of a `normal` network where a changed spec has them; no other network has anything to set. */
  reset(spec: NetworkSpec): void;
  state(): Promise<PlayerState>;
  restore(state: PlayerState): void;
  dispose(): void;
}

/** Both players of a run. @throws Error if a network does not fit the data or the latents; no tensor is left then */
export function createPlayers(
  { latent, average, seed, optimisers, ...experiment }: Experiment,
  { dimension, given }: Distribution,
): Record<'generator' | 'discriminator', LearningPlayer> {
  const generator = createPlayer(
    {
      network: experiment.generator,
      inputs: given + latent,
      outputs: dimension - given,
      given,
      optimiser: optimisers.generator,
      average,
    },
    stream(seed, 'generator'),
  );
  try {
    const discriminator = createPlayer(
      {
        network: experiment.discriminator,
        inputs: dimension,
        outputs: 1,
        given: 0,
        optimiser: optimisers.discriminator,
        average: 0,
      },
      stream(seed, 'discriminator'),
    );
    return { generator, discriminator };
  } catch (error) {
    generator.dispose();
    throw error;
  }
}

function createPlayer(spec: PlayerSpec, stream: Stream): LearningPlayer {
  const network = conditional(createNetwork(spec.network, spec.inputs, spec.outputs, stream), spec.given);
  let shape = spec.network;
  const { variables } = network;
  const average = spec.average === 0 ? [] : tf.tidy(() => variables.map((each) => tf.variable(each.clone())));
  const averaged = spec.average === 0 ? variables : average;
  let kind = spec.optimiser.kind;
  let optimiser = createOptimiser(spec.optimiser, variables);

  const follow = () => {
    // average ← average − (1 − decay) · (average − weights): a gradient step, so one kernel does it for all layers.
    const gaps = average.map((each, i) =>
      tf.sub<tf.Tensor2D>(each, certain(variables[i], 'the weights of an average')),
    );
    applySgd(average, gaps, undefined, () => ({ learningRate: 1 - spec.average, momentum: 0 }));
  };

  return {
    network,
    averaged,
    get learning() {
      return [...variables, ...average, ...(optimiser.memory ? [optimiser.memory] : [])];
    },
    learn(gradients, share) {
      optimiser.descend(gradients, share);
      if (average.length > 0) tf.tidy(follow);
    },
    retune(next) {
      if (next.kind === kind) return optimiser.retune(next);
      optimiser.dispose();
      optimiser = createOptimiser(next, variables);
      kind = next.kind;
    },
    reset(next) {
      const before = shape;
      shape = next;
      if (before.kind !== 'normal' || next.kind !== 'normal') return;
      tf.tidy(() => [...variables, ...average].forEach((each) => each.assign(reset(each, before, next))));
    },
    async state() {
      const { memory, updates } = optimiser;
      const read = async (tensor: tf.Tensor) => Float32Array.from(await tensor.data<'float32'>());
      const [weights, averages, remembered] = await Promise.all([
        Promise.all(variables.map(read)),
        Promise.all(average.map(read)),
        memory ? read(memory) : new Float32Array(0),
      ]);
      return { weights, average: averages, optimiser: { updates, memory: remembered } };
    },
    restore(state) {
      assign(variables, state.weights);
      assign(average, state.average);
      restoreOptimiser(optimiser, state.optimiser);
    },
    dispose() {
      network.dispose();
      average.forEach((each) => each.dispose());
      optimiser.dispose();
    },
  };
}

/** @throws Error if the saved weights are not those of such a network */
function assign(variables: readonly tf.Variable<tf.Rank.R2>[], saved: readonly Float32Array[]): void {
  if (saved.length !== variables.length)
    throw new Error(`The snapshot has ${saved.length} layers, not ${variables.length}.`);
  tf.tidy(() =>
    variables.forEach((each, i) => {
      // A copy: the backend keeps the array it is given.
      each.assign(tf.tensor2d(Float32Array.from(certain(saved[i], 'a saved layer')), each.shape));
    }),
  );
}
