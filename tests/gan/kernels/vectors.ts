// The vector arithmetic with an arena of its own, and arrays of random numbers for it and for the loops.
import fc from 'fast-check';
import { expect } from 'vitest';
import { Arena } from '../../../src/gan/kernels/cpu/arena.ts';
import type { Arithmetic } from '../../../src/gan/kernels/cpu/arithmetic.ts';
import { loadModule } from '../../../src/gan/kernels/module/load.ts';
import { loops } from '../../../src/gan/kernels/cpu/loops/arithmetic.ts';
import { simdArithmetic } from '../../../src/gan/kernels/cpu/simd.ts';
import { stream } from '../../../src/gan/random.ts';

/** @throws Error where the module cannot be had: on the machines that run the tests it must */
export async function vectors(pages = 32): Promise<{ simd: Arithmetic; arena: Arena; memory: WebAssembly.Memory }> {
  const loaded = await loadModule(pages);
  if ('missing' in loaded) throw new Error(loaded.missing);
  const arena = new Arena(loaded.memory.buffer);
  return { simd: simdArithmetic(loaded.module, arena), arena, memory: loaded.memory };
}

/** A copy in the arena, with numbers that nobody may see in the room behind it. */
export function copyIn(arena: Arena, values: Float32Array): Float32Array {
  const array = arena.take(values.length);
  new Float32Array(array.buffer, array.byteOffset, Math.ceil(values.length / 4) * 4).fill(NaN);
  array.set(values);
  return array;
}

/** Sizes that meet every tail: below a vector, below a block, whole blocks, and one more. */
export const size = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(31, 32, 33, 64, 65));

export const seed = fc.integer({ min: 0, max: 1e6 });

/** Normal numbers. */
export function normal(count: number, seed: number, name: string, sd = 1): Float32Array {
  const values = new Float32Array(count);
  stream(seed, name).fillNormal(values);
  return values.map((each) => each * sd);
}

/** The largest difference, as a share of `scale`; NaN where only one side is, and 0 where both are. */
export function distance(a: Float32Array, b: Float32Array, scale = 1): number {
  if (a.length !== b.length) throw new Error(`Lists of ${a.length} and ${b.length} numbers.`);
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    if (Object.is(a[i], b[i])) continue;
    const far = Math.abs((a[i] as number) - (b[i] as number)) / scale;
    if (Number.isNaN(far)) return NaN;
    worst = Math.max(worst, far);
  }
  return worst;
}

const { simd, arena } = await vectors();

export const leftInArena = () => arena.state;

export type Apply = (arithmetic: Arithmetic, inputs: Float32Array[], result: Float32Array) => void;

/** The results of both on the same numbers, the first from loops. The numbers around the result are as they were. */
export function both(inputs: readonly Float32Array[], length: number, apply: Apply): [Float32Array, Float32Array] {
  const byLoops = new Float32Array(length);
  apply(
    loops,
    inputs.map((each) => each.slice()),
    byLoops,
  );
  const mine = inputs.map((each) => copyIn(arena, each));
  const result = copyIn(arena, new Float32Array(length).fill(NaN));
  const guard = copyIn(arena, Float32Array.of(7));
  apply(simd, mine, result);
  const found = result.slice();
  expect(guard[0]).toBe(7);
  mine.forEach((each, i) => {
    if (each !== result) expect(distance(each, inputs[i] as Float32Array), `input ${i} was changed`).toBe(0);
  });
  [...mine, result, guard].forEach((each) => arena.give(each));
  return [byLoops, found];
}
