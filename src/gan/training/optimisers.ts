// Descends a loss: an optimiser with its memory, for all weights of one network.
import type { OptimiserSpec } from '../../vocabulary/learning.ts';
import { certain } from '../../certain.ts';
import { applyAdam, applySgd, newMoments, newVelocities } from '../kernels/optimise.ts';
import type { OptimiserState } from './snapshot.ts';
import { tf } from '../tensorflow.ts';

type Variables = readonly tf.Variable<tf.Rank.R2>[];

/** One network's optimiser. */
export interface Optimiser {
  /**
   * One update, at `share()` of the full learning rate. The gradients match the variables, and stay the caller's. A replay of the step asks
   * for the share again.
   */
  descend(gradients: readonly tf.Tensor2D[], share: () => number): void;
  /** Goes on with other constants. @throws Error if the kind is another */
  retune(spec: OptimiserSpec): void;
  /** What it remembers, and the number of updates done. */
  readonly memory: tf.Variable<tf.Rank.R2> | undefined;
  updates: number;
  dispose(): void;
}

/** The optimiser that a spec describes. Its update rules are in kernels/optimise.ts. */
export function createOptimiser(initial: OptimiserSpec, variables: Variables): Optimiser {
  const memory = newMemory(initial, variables);
  let spec = initial;
  return {
    memory,
    updates: 0,
    retune(next) {
      if (next.kind !== spec.kind)
        throw new Error(`An optimiser of kind "${spec.kind}" cannot go on as "${next.kind}".`);
      spec = next;
    },
    descend(gradients, share) {
      const learningRate = () => spec.rate * share();
      switch (spec.kind) {
        case 'sgd':
          return applySgd(variables, gradients, undefined, () => {
            this.updates += 1;
            return { learningRate: learningRate(), momentum: 0 };
          });
        case 'momentum': {
          const { momentum } = spec;
          return applySgd(variables, gradients, memory, () => {
            this.updates += 1;
            return { learningRate: learningRate(), momentum };
          });
        }
        case 'adam': {
          const { beta1, beta2, epsilon } = spec;
          const moments = certain(memory, 'Adam’s memory of moments');
          return applyAdam(variables, gradients, moments, () => {
            this.updates += 1;
            return { learningRate: learningRate(), beta1, beta2, epsilon, count: this.updates };
          });
        }
        default:
          return spec satisfies never;
      }
    },
    dispose: () => memory?.dispose(),
  };
}

/** Puts a saved state back. */
export function restoreOptimiser(optimiser: Optimiser, state: OptimiserState): void {
  optimiser.updates = state.updates;
  const { memory } = optimiser;
  if (memory) tf.tidy(() => memory.assign(tf.tensor2d(state.memory.slice(), memory.shape)));
}

function newMemory(spec: OptimiserSpec, variables: Variables): tf.Variable<tf.Rank.R2> | undefined {
  switch (spec.kind) {
    case 'sgd':
      return undefined;
    case 'momentum':
      return newVelocities(variables);
    case 'adam':
      return newMoments(variables);
    default:
      return spec satisfies never;
  }
}
