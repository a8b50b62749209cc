// Draws normal numbers by the module: the streams' own bits, two pairs at a time.
import type { DrawRows } from '../../random.ts';
import type { Arena } from './arena.ts';
import type { Module } from './simd.ts';

/** Words of a generator's state. */
const WORDS = 4;

/** Undefined if the arena has no room for what it needs. `arena` is over the module's memory. */
export function simdNormals(module: Module, arena: Arena): DrawRows | undefined {
  const kept = arena.take(WORDS);
  if (!arena.holds(kept)) return undefined;
  const state = new Int32Array(kept.buffer, kept.byteOffset, WORDS);
  let room = arena.take(0);
  return (words, rows, led) => {
    const length = rows * (led ? 3 : 2);
    // Two single-precision numbers have the room of one in double precision.
    if (room.length < 2 * length) {
      arena.give(room);
      room = arena.take(2 * length);
    }
    if (!arena.holds(room)) return undefined;
    state.set(words);
    module.drawRows(state.byteOffset, room.byteOffset, rows, led);
    words.set(state);
    return new Float64Array(room.buffer, room.byteOffset, length);
  };
}
