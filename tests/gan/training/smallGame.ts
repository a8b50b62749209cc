// A small game that updates are tested on.
import { createBatches } from '../../../src/gan/training/batches.ts';
import { distribution } from '../../../src/gan/data/distributions.ts';
import type { Game } from '../../../src/gan/training/updates.ts';
import { conditional, createNetwork } from '../../../src/gan/training/networks.ts';
import { stream } from '../../../src/gan/random.ts';
import { experiment } from '../settings.ts';

/** A game, its draws, and a way to have the same draws again. */
export function smallGame(change: Record<string, unknown>) {
  const spec = experiment({ batch: 8, generator: { ...experiment().generator, shift: 0.5 }, ...change });
  const data = distribution(spec.data);
  const { dimension, given } = data;
  const own = createNetwork(spec.generator, given + spec.latent, dimension - given, stream(1, 'g'));
  const game: Game = {
    experiment: spec,
    generator: conditional(own, given),
    discriminator: createNetwork(spec.discriminator, dimension, 1, stream(2, 'd')),
  };
  const fresh = () => createBatches(spec, data);
  const dispose = () => [game.generator, game.discriminator].forEach((network) => network.dispose());
  return { game, fresh, dispose };
}
