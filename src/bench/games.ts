// What is measured: three small GANs, their first weights and their batches, the same for every implementation.
import type { Activation } from '../vocabulary/network.ts';
import { stream, type Stream } from '../gan/random.ts';

/** Hidden widths of both players, and samples a batch; G is 2-width-width-2, D 2-width-width-1. */
export interface Game {
  readonly name: string;
  readonly width: number;
  readonly batch: number;
}

export const games: readonly Game[] = [
  { name: '2-14-14-2', width: 14, batch: 150 },
  { name: '2-32-32-2', width: 32, batch: 128 },
  { name: '2-64-64-2', width: 64, batch: 128 },
];

export const activation: Activation = 'tanh';
export const adam = { learningRate: 1e-3, beta1: 0.5, beta2: 0.999, epsilon: 1e-8 };

const seed = 1;
/** How many different batches there are; steps go round them. */
const rounds = 16;

/** A network's layers, each [inputs + 1, units] with the biases last, as numbers. */
export type Layers = readonly { readonly shape: [number, number]; readonly values: Float32Array }[];

/** One step's batch: real data, and latents for each player's update; each [batch, 2]. */
export interface Batch {
  readonly real: Float32Array;
  readonly latentD: Float32Array;
  readonly latentG: Float32Array;
}

/** An implementation of the training step, started from the same weights. */
export interface Contender {
  /** One update of D, then one of G. */
  step(batch: Batch): void;
  /** How many operations its recordings have, if it replays any. */
  operations?(): number;
  /** G's weights and then D's, one list, if it learns any: waits until every step is done. */
  weights(): Float32Array | undefined | Promise<Float32Array>;
  dispose(): void;
}

export function firstLayers(game: Game, player: 'generator' | 'discriminator'): Layers {
  const random = stream(seed, player);
  const sizes = [2, game.width, game.width, player === 'generator' ? 2 : 1];
  return sizes.slice(1).map((units, i) => {
    const inputs = sizes[i] as number;
    const values = new Float32Array((inputs + 1) * units);
    random.fillNormal(values);
    return { shape: [inputs + 1, units], values: values.map((each) => each / Math.sqrt(inputs)) };
  });
}

export function batches(game: Game): Batch[] {
  const random = stream(seed, 'batches');
  return Array.from({ length: rounds }, () => ({
    real: ring(game.batch, random),
    latentD: normal(game.batch, random),
    latentG: normal(game.batch, random),
  }));
}

function normal(count: number, random: Stream): Float32Array {
  const values = new Float32Array(2 * count);
  random.fillNormal(values);
  return values;
}

/** Eight Gaussians of width 0.05 on the unit circle, in turn. */
function ring(count: number, random: Stream): Float32Array {
  return normal(count, random).map((each, i) => {
    const angle = (Math.PI / 4) * Math.floor(i / 2);
    return 0.05 * each + (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
}

/** Every number of several arrays, one after the other. */
export function joined(arrays: readonly ArrayLike<number>[]): Float32Array {
  return Float32Array.from(arrays.flatMap((each) => Array.from(each)));
}
