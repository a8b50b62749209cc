// Our own elementary functions against 320 bits: their largest errors, over the whole range, and at special values.
import { describe, expect, test } from 'vitest';
import { cos, onCircle, sin } from '../../src/gan/sinCos.ts';
import { exp, expm1, log, log1p, power, tanh } from '../../src/vocabulary/expLog.ts';
import { stream } from '../../src/gan/random.ts';
import * as precise from '../oracles/precise.ts';

const COUNT = 3000;

/** Numbers between two, evenly; or, with sizes evenly on a logarithmic scale, from 2^from to 2^to, of both signs. */
const random = stream(1, 'elementary');
const evenly = (from: number, to: number): number[] =>
  Array.from({ length: COUNT }, () => from + (to - from) * random.uniform());
const bySize = (from: number, to: number): number[] =>
  Array.from({ length: COUNT }, () => {
    const exponent = Math.floor(from + (to - from) * random.uniform());
    return (random.uniform() < 0.5 ? -1 : 1) * (1 + random.uniform()) * 2 ** exponent;
  });

function worst(f: (x: number) => number, reference: (x: bigint) => bigint, xs: number[]): number {
  return xs.reduce((most, x) => Math.max(most, precise.ulps(f(x), reference(precise.exact(x)))), 0);
}

describe('largest errors in units of the last place', () => {
  test('exp: 1', () => {
    const xs = [...evenly(-708, 709.7), ...evenly(-2, 2), ...bySize(-60, 9), ...evenly(-745, -708)];
    const most = xs
      .filter((x) => x > -745.1 && x < 709.78)
      .reduce((most, x) => Math.max(most, precise.ulps(exp(x), ...precise.exp(precise.exact(x)))), 0);
    expect(most).toBeGreaterThan(0.5);
    expect(most).toBeLessThan(1);
  });

  test('expm1: 2', () => {
    const xs = [...evenly(-37, 37), ...evenly(-2, 2), ...bySize(-100, 5)];
    expect(worst(expm1, precise.expm1, xs)).toBeLessThan(2);
  });

  test('log: 1', () => {
    const xs = [...evenly(0, 1), ...evenly(0.5, 2), ...evenly(1, 1e6), ...bySize(-200, 300).map(Math.abs)];
    for (const x of [...xs]) xs.push(1 + (x % 1) / 1e6);
    const most = worst(log, precise.log, xs);
    expect(most).toBeGreaterThan(0.5);
    expect(most).toBeLessThan(1);
  });

  test('log1p: 2', () => {
    const xs = [...evenly(-0.999, 1), ...evenly(0, 100), ...bySize(-100, -1), ...bySize(0, 60).map(Math.abs)];
    expect(worst(log1p, (x) => precise.log(precise.ONE + x), xs)).toBeLessThan(2);
  });

  test('tanh: 3', () => {
    expect(worst(tanh, precise.tanh, [...evenly(-19, 19), ...evenly(-1, 1), ...bySize(-100, 4)])).toBeLessThan(3);
  });

  test('sin and cos: 1', () => {
    const multiples = Array.from({ length: 600 }, (_, i) => (i * 1061 * Math.PI) / 2);
    const xs = [
      ...evenly(0, 2 * Math.PI),
      ...evenly(-100, 100),
      ...evenly(-1e6, 1e6),
      ...bySize(-100, 3),
      ...multiples,
    ];
    const small = xs.filter((x) => Math.abs(x) <= 1e6);
    expect(worst(sin, precise.sin, small)).toBeLessThan(1);
    expect(worst(cos, precise.cos, small)).toBeLessThan(1);
  });
});

test('a point on the circle: 1.5 units in the last place, and exact at the quarters', () => {
  const point = new Float64Array(2);
  const turn = 2n * precise.PI;
  for (const u of [...evenly(0, 1), ...bySize(-54, -1).map(Math.abs)]) {
    onCircle(u, point);
    const angle = (precise.exact(u) * turn) / precise.ONE;
    expect(precise.ulps(point[0] as number, precise.cos(angle)), `cos 2π·${u}`).toBeLessThan(1.5);
    expect(precise.ulps(point[1] as number, precise.sin(angle)), `sin 2π·${u}`).toBeLessThan(1.5);
  }
  const quarters = [0, 0.25, 0.5, 0.75, 1].map((u) => {
    onCircle(u, point);
    return [...point].map((each) => each + 0);
  });
  expect(quarters).toEqual([[1, 0], [0, 1], [-1, 0], [0, -1], [1, 0]]); // prettier-ignore
});

describe('special values', () => {
  test.each([
    ['exp', exp, [[0, 1], [-0, 1], [Infinity, Infinity], [-Infinity, 0], [710, Infinity], [-746, 0], [-745.13, 5e-324]]], // prettier-ignore
    ['expm1', expm1, [[0, 0], [-0, -0], [Infinity, Infinity], [-Infinity, -1], [-50, -1], [1e-300, 1e-300], [5e-324, 5e-324]]], // prettier-ignore
    ['log', log, [[1, 0], [0, -Infinity], [-0, -Infinity], [-1, NaN], [Infinity, Infinity], [2, Math.LN2], [5e-324, -744.4400719213812], [1.7976931348623157e308, 709.782712893384]]], // prettier-ignore
    ['log1p', log1p, [[0, 0], [-0, -0], [-1, -Infinity], [-2, NaN], [Infinity, Infinity], [1e-300, 1e-300], [1e300, 690.7755278982137]]], // prettier-ignore
    [
      'tanh',
      tanh,
      [
        [0, 0],
        [-0, -0],
        [Infinity, 1],
        [-Infinity, -1],
        [20, 1],
        [-1e300, -1],
        [1e-300, 1e-300],
      ],
    ],
    [
      'sin',
      sin,
      [
        [0, 0],
        [-0, -0],
        [Infinity, NaN],
        [Math.PI, 1.2246467991473532e-16],
        [1e-300, 1e-300],
      ],
    ],
    [
      'cos',
      cos,
      [
        [0, 1],
        [-Infinity, NaN],
        [Math.PI, -1],
        [Math.PI / 2, 6.123233995736766e-17],
      ],
    ],
  ] as [string, (x: number) => number, [number, number][]][])('%s', (_, f, pairs) => {
    for (const [x, y] of pairs) expect(Object.is(f(x), y), `f(${x}) = ${f(x)}, not ${y}`).toBe(true);
    expect(f(NaN)).toBeNaN();
  });

  test('odd functions are odd, and exp never falls', () => {
    for (const x of [...evenly(0, 30), ...bySize(-60, 4)]) {
      expect(tanh(-x)).toBe(-tanh(x));
      expect(sin(-x)).toBe(-sin(x));
      expect(exp(x + Math.abs(x) * 1e-15)).toBeGreaterThanOrEqual(exp(x));
    }
  });

  test('an angle too large to mean one is refused', () => {
    expect(() => sin(1e9)).toThrow(/angles up to 1000000, not 1000000000/);
  });
});

test('powers with whole exponents', () => {
  expect([power(0.5, 0), power(0.5, 10), power(3, 5), power(0, 0), power(0.9, 1)]).toEqual([1, 2 ** -10, 243, 1, 0.9]);
  for (const n of [100, 5000]) expect(power(0.999, n)).toBeCloseTo(Math.exp(n * Math.log(0.999)), 12);
  expect(() => power(2, -1)).toThrow(/whole number of at least 0, not -1/);
  expect(() => power(2, 0.5)).toThrow(/not 0.5/);
});
