// The arena: arrays that never overlap, come back, are joined when room gets scarce, and overflow into ordinary ones.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Arena } from '../../../src/gan/kernels/cpu/arena.ts';

const BYTES = 4096;

test('arrays start on vectors, own the room up to the next vector, and are as long as asked', () => {
  const arena = new Arena(new ArrayBuffer(BYTES));
  const arrays = [1, 3, 4, 5, 0].map((length) => arena.take(length));
  expect(arrays.map(({ length }) => length)).toEqual([1, 3, 4, 5, 0]);
  expect(arrays.map(({ byteOffset }) => byteOffset)).toEqual([16, 32, 48, 64, 96]);
  expect(arrays.every((array) => arena.holds(array))).toBe(true);
});

test('an array that came back is the next one of its length', () => {
  const arena = new Arena(new ArrayBuffer(BYTES));
  const first = arena.take(10);
  arena.give(first);
  expect(arena.take(9)).not.toBe(first);
  expect(arena.take(10)).toBe(first);
  expect(arena.state).toEqual({ lent: 2, made: 2, overflowed: 0 });
});

test('ordinary arrays are not taken in', () => {
  const arena = new Arena(new ArrayBuffer(BYTES));
  arena.give(new Float32Array(8));
  expect(arena.state.lent).toBe(0);
  expect(arena.holds(arena.take(8))).toBe(true);
});

test('many small pieces make room for a large one again, and all of the memory comes back', () => {
  const arena = new Arena(new ArrayBuffer(BYTES));
  const small = Array.from({ length: BYTES / 16 - 1 }, () => arena.take(3));
  expect(arena.holds(arena.take(1))).toBe(false);
  expect(arena.state).toMatchObject({ lent: small.length, overflowed: 1 });
  small.forEach((array) => arena.give(array));
  expect(arena.holds(arena.take(BYTES / 4 - 4))).toBe(true);
});

test('whatever is taken and given back, no two arrays that are out share a byte', () => {
  const moves = fc.array(fc.tuple(fc.boolean(), fc.nat(200), fc.nat(40)), { maxLength: 80 });
  fc.assert(
    fc.property(moves, (moves) => {
      const arena = new Arena(new ArrayBuffer(BYTES));
      const out: Float32Array[] = [];
      for (const [give, length, which] of moves) {
        if (give && out.length > 0) arena.give(out.splice(which % out.length, 1)[0] as Float32Array);
        else out.push(arena.take(length));
      }
      const places = out
        .filter((array) => arena.holds(array))
        .map(({ byteOffset, length }) => [byteOffset, byteOffset + 16 * Math.max(1, Math.ceil(length / 4))] as const)
        .sort(([a], [b]) => a - b);
      places.forEach(([from, to], i) => {
        expect(from).toBeGreaterThanOrEqual(i === 0 ? 16 : (places[i - 1] as readonly [number, number])[1]);
        expect(to).toBeLessThanOrEqual(BYTES);
      });
      expect(arena.state.lent).toBe(places.length);
    }),
  );
});
