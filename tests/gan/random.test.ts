// The streams: repeatable, resumable, independent, and of the right distribution.
import { afterEach, describe, expect, test } from 'vitest';
import { Arena } from '../../src/gan/kernels/cpu/arena.ts';
import { loadModule } from '../../src/gan/kernels/module/load.ts';
import { simdNormals } from '../../src/gan/kernels/cpu/simdNormals.ts';
import { drawManyBy, stream, streamFrom, type DrawRows } from '../../src/gan/random.ts';

const take = (n: number, next: () => number) => Array.from({ length: n }, next);

test('the same seed and name give the same numbers', () => {
  expect(take(50, stream(7, 'data').normal)).toEqual(take(50, stream(7, 'data').normal));
});

test('the numbers of a seed are those of the day it was published: a demo recorded then still replays', () => {
  expect(take(3, stream(0, 'data').uniform)).toEqual([0.978028443916413, 0.14449420130638635, 0.5657998165488335]);
});

test.each([
  [stream(1, 'data'), stream(2, 'data')],
  [stream(1, 'data'), stream(1, 'latent')],
  [stream(0, 'a'), stream(0xffff_ffff, 'a')],
])('another seed or another name gives unrelated numbers', (a, b) => {
  const n = 20_000;
  let product = 0;
  for (let i = 0; i < n; i++) product += a.normal() * b.normal();
  // The mean product of independent normals has standard deviation 1/√n.
  expect(Math.abs(product / n)).toBeLessThan(4 / Math.sqrt(n));
});

test('a saved state goes on exactly, also between the two normals of a pair', () => {
  for (const drawn of [0, 1, 2, 7]) {
    const original = stream(3, 'noise');
    take(drawn, original.normal);
    const resumed = streamFrom(JSON.parse(JSON.stringify(original.state())) as ReturnType<typeof original.state>);
    expect(take(20, resumed.normal)).toEqual(take(20, original.normal));
    expect(resumed.uniform()).toBe(original.uniform());
  }
});

test('a state is a copy: drawing on does not change it', () => {
  const source = stream(3, 'noise');
  const before = source.state();
  const copy = JSON.stringify(before);
  take(5, source.normal);
  expect(JSON.stringify(before)).toBe(copy);
});

test('uniform numbers fill [0, 1) evenly', () => {
  const source = stream(11, 'init');
  const counts = new Array<number>(100).fill(0);
  for (let i = 0; i < 100_000; i++) {
    const bin = Math.floor(100 * source.uniform());
    counts[bin] = (counts[bin] ?? Number.NaN) + 1;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  // 99 degrees of freedom: 5 standard deviations of √(2·99) to either side.
  expect(Math.abs(chiSquare - 99)).toBeLessThan(5 * Math.sqrt(2 * 99));
});

test('normal numbers have the moments 0, 1, 0 and 3', () => {
  const target = new Float32Array(200_000);
  stream(5, 'latent').fillNormal(target);
  const moment = (power: number) => target.reduce((sum, x) => sum + x ** power, 0) / target.length;
  // Standard deviations of the four sample moments: √(1, 2, 15, 96)/√n.
  expect(Math.abs(moment(1))).toBeLessThan(4 * Math.sqrt(1 / target.length));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / target.length));
  expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / target.length));
  expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / target.length));
});

test('integers below k are all of 0 … k − 1', () => {
  const source = stream(9, 'data');
  const seen = new Set(take(200, () => source.integer(5)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
});

describe('numbers drawn many at once, in vectors', () => {
  async function draw(room: (arena: Arena) => void = () => undefined): Promise<DrawRows> {
    const loaded = await loadModule(1);
    if ('missing' in loaded) throw new Error(loaded.missing);
    const arena = new Arena(loaded.memory.buffer);
    const normals = simdNormals(loaded.module, arena);
    room(arena);
    if (!normals) throw new Error('There is room for four words.');
    return normals;
  }

  /** Everything that a stream gives when it is asked in every way, with its state at the end. */
  function life(name: string) {
    const source = stream(5, name);
    const numbers: number[] = [];
    for (const length of [0, 1, 2, 3, 8, 127, 256, 1000]) {
      const target = new Float32Array(length);
      source.fillNormal(target);
      numbers.push(...target, source.uniform(), ...source.markedPairs(length));
    }
    return { numbers, state: source.state() };
  }

  afterEach(() => drawManyBy(undefined));

  test.each(['a', 'data', 'noise'])('are the same bits, and leave the stream where it would be: %s', async (name) => {
    const expected = life(name);
    drawManyBy(await draw());
    expect(life(name)).toEqual(expected);
  });

  test('are drawn one by one where there is no room for them', async () => {
    const expected = life('a');
    drawManyBy(await draw((arena) => arena.take(16_000)));
    expect(life('a')).toEqual(expected);
  });
});
