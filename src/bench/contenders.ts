// Who takes part, and what each of them computes with.
import { theirKernels } from '../gan/kernels/cpu/kernels.ts';
import { useBackend, useTheirWasm } from '../gan/backend.ts';
import { demoContender, demos } from './demoStep.ts';
import { floorContender } from './floorStep.ts';
import { fusedContender } from './fusedStep.ts';
import { games, type Contender } from './games.ts';
import { loopContender } from './loopStep.ts';
import { plainContender } from './plainStep.ts';

/**
 * `plain` and `theirWasm` are TensorFlow.js by itself; `loops` and `taped` our kernels on its tape, in loops and in vectors; `ours` is
 * what the site does: vectors, replayed. The others have no tape.
 */
export type Name = 'plain' | 'theirWasm' | 'loops' | 'taped' | 'ours' | 'bareLoops' | 'floor';

interface Entry {
  readonly name: Name;
  readonly create: () => Contender;
}

/** A network or a demo, and all who take its step. */
export interface Race {
  readonly game: string;
  readonly entries: readonly Entry[];
}

export type Place = 'cpu in Node' | 'cpu' | 'webgl';

export function races(place: Place): Race[] {
  const onNetworks = games.map((game): Race => {
    const all: Record<Name, () => Contender> = {
      plain: () => plainContender(game),
      theirWasm: () => plainContender(game),
      loops: () => fusedContender(game, 'taped'),
      taped: () => fusedContender(game, 'taped'),
      ours: () => fusedContender(game, 'replayed'),
      bareLoops: () => loopContender(game),
      floor: () => floorContender(game),
    };
    return { game: game.name, entries: entrants[place].map((name) => ({ name, create: all[name] })) };
  });
  if (place === 'webgl') return onNetworks;
  const onDemos = Object.entries(demos).map(([id, demo]): Race => {
    const entries = (['loops', 'taped', 'ours'] as const).map((name): Entry => {
      return { name, create: () => demoContender(demo, name === 'ours' ? 'replayed' : 'taped') };
    });
    return { game: id, entries };
  });
  return [...onNetworks, ...onDemos];
}

const entrants: Record<Place, readonly Name[]> = {
  'cpu in Node': ['plain', 'theirWasm', 'loops', 'taped', 'ours', 'bareLoops', 'floor'],
  cpu: ['plain', 'loops', 'taped', 'ours', 'bareLoops', 'floor'],
  webgl: ['plain', 'taped', 'ours'],
};

/** Puts the engine into the state in which a contender is made and runs. */
export async function enter(name: Name, place: Place): Promise<void> {
  if (place === 'webgl') {
    await useBackend('webgl');
    return;
  }
  theirKernels(name === 'plain');
  if (name === 'theirWasm') await useTheirWasm();
  else await useBackend('cpu', name === 'loops' ? 'loops' : 'simd');
}
