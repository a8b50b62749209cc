// Trains every demo's default variant for a while on the CPU path, and tells a hash of all that the players have become.
import { experimentOf } from '../../src/vocabulary/variants.ts';
import type { Demo } from '../../src/vocabulary/demo.ts';
import type { Snapshot } from '../../src/gan/training/snapshot.ts';
import { useBackend } from '../../src/gan/backend.ts';
import { createTrainer } from '../../src/gan/runs/trainer.ts';

export interface Fingerprints {
  readonly arithmetic: string;
  /** By the demo's id. */
  readonly hashes: Readonly<Record<string, string>>;
}

export async function fingerprints(demos: Readonly<Record<string, Demo>>, steps: number): Promise<Fingerprints> {
  const { arithmetic = 'none' } = await useBackend('cpu');
  const hashes: Record<string, string> = {};
  for (const [id, demo] of Object.entries(demos)) {
    const trainer = createTrainer(experimentOf(demo, demo.initial));
    for (let step = 0; step < steps; step++) trainer.advance();
    hashes[id] = hash(await trainer.snapshot());
    trainer.dispose();
  }
  return { arithmetic, hashes };
}

/** FNV-1a over the bits of both players' weights, averages and optimisers, 32 bits from each end. */
function hash({ generator, discriminator }: Snapshot): string {
  const arrays = [generator, discriminator].flatMap(({ weights, average, optimiser }) => [
    ...weights,
    ...average,
    optimiser.memory,
  ]);
  const words = arrays.flatMap((array) => [...new Uint32Array(array.buffer, array.byteOffset, array.length)]);
  return [words, words.toReversed()]
    .map((each) => each.reduce((state, word) => Math.imul(state ^ word, 0x01000193) ^ (state >>> 13), 0x811c9dc5) >>> 0)
    .map((state) => state.toString(16).padStart(8, '0'))
    .join('');
}
