// The functions in vectors: their largest errors in units of the last place of single precision, over the whole range.
import { describe, expect, test } from 'vitest';
import { exp, expm1, log1p, tanh } from '../../../src/vocabulary/expLog.ts';
import { copyIn, vectors } from './vectors.ts';
import type { Mapping } from '../../../src/gan/kernels/cpu/arithmetic.ts';

const { simd, arena } = await vectors();

/** Single-precision numbers of both signs: every 1009th of all there are, so every exponent and many fractions. */
const all = Float32Array.from(
  new Float32Array(Uint32Array.from({ length: Math.floor(2 ** 32 / 1009) }, (_, i) => i * 1009).buffer),
).filter(Number.isFinite);

/** The distance from a number to the next larger of its size in single precision. */
function unit(value: number): number {
  const size = Math.abs(value);
  return 2 ** (Math.max(-126, Math.floor(Math.log2(size))) - 23);
}

function inVectors(values: Float32Array, apply: (x: Float32Array, result: Float32Array) => void): Float32Array {
  const [x, result] = [copyIn(arena, values), arena.take(values.length)];
  apply(x, result);
  const found = result.slice();
  arena.give(x);
  arena.give(result);
  return found;
}

/** The largest error against a reference in double precision, which is itself right to 3 units of its own last place. */
function worst(
  xs: Float32Array,
  apply: (x: Float32Array, result: Float32Array) => void,
  reference: (x: number) => number,
) {
  let most = 0;
  for (let from = 0; from < xs.length; from += 65536) {
    const part = xs.slice(from, from + 65536);
    inVectors(part, apply).forEach((found, i) => {
      const expected = reference(part[i] as number);
      const rounded = Math.fround(expected);
      if (Object.is(found, rounded) || found === rounded) return;
      const error = Math.abs(found - expected) / unit(rounded);
      if (!(error <= most)) most = error;
    });
  }
  return most;
}

const map = (mapping: Mapping) => (x: Float32Array, result: Float32Array) => simd.map(mapping, x, result);
const sigmoid = (z: number): number => (z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)));
const softplus = (z: number): number => Math.max(z, 0) + log1p(exp(-Math.abs(z)));

describe('over all of single precision', () => {
  test('tanh: 5 units', () => {
    expect(worst(all, map('tanh'), tanh)).toBeLessThan(5);
  });

  test('exp: 1.1 units', () => {
    expect(worst(all, map('exp'), exp)).toBeLessThan(1.1);
  });

  test('the logistic function: 2.3 units', () => {
    expect(worst(all, map('sigmoid'), sigmoid)).toBeLessThan(2.3);
  });

  test('softplus: 2.6 units', () => {
    expect(worst(all, map('softplus'), softplus)).toBeLessThan(2.6);
  });

  test("softplus's slope from its trace: 1 unit", () => {
    const traces = all.filter((x) => x >= 0);
    const slope = (trace: Float32Array, result: Float32Array) => {
      const dy = copyIn(arena, new Float32Array(trace.length).fill(1));
      simd.slopes(dy, trace, 'softplus', result);
      arena.give(dy);
    };
    expect(worst(traces, slope, (t) => -expm1(-t))).toBeLessThan(1);
  });
});

describe('special values', () => {
  const special = Float32Array.of(NaN, Infinity, -Infinity, 0, -0, 1e-45, 3.4e38, -3.4e38);
  test.each([
    ['tanh', [NaN, 1, -1, 0, -0, 1e-45, 1, -1]],
    ['exp', [NaN, Infinity, 0, 1, 1, 1, Infinity, 0]],
    ['sigmoid', [NaN, 1, 0, 0.5, 0.5, 0.5, 1, 0]],
    ['softplus', [NaN, Infinity, 0, Math.fround(Math.LN2), Math.fround(Math.LN2), Math.fround(Math.LN2), 3.4e38, 0]],
  ] as [Mapping, number[]][])('%s', (mapping, expected) => {
    expect(inVectors(special, map(mapping))).toEqual(Float32Array.from(expected));
  });
});
