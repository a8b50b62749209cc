// The vectors against the loops: everything but the products, over lengths with every kind of tail.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activationSchema } from '../../../src/vocabulary/network.ts';
import { loops } from '../../../src/gan/kernels/cpu/loops/arithmetic.ts';
import { stackLayers } from '../../../src/gan/kernels/stackLayout.ts';
import { both, distance, leftInArena, normal, seed, size, type Apply } from './vectors.ts';

describe.each(activationSchema.options)('%s', (activation) => {
  /** z over all that matters, with zeros of both signs. */
  const zs = (n: number, seed: number) => Float32Array.of(...normal(n, seed, 'z', 4), 0, -0);
  const traceOf = (z: Float32Array) => {
    const trace = z.slice();
    loops.traceInPlace(trace, activation);
    return trace;
  };

  test('trace and value', () => {
    fc.assert(
      fc.property(size, seed, (n, seed) => {
        const z = zs(n, seed);
        const [expected, found] = both([z], z.length, (arithmetic, [given], result) => {
          result.set(given as Float32Array);
          arithmetic.traceInPlace(result, activation);
        });
        expect(distance(found, expected)).toBeLessThan(2e-6);
        const [value, foundValue] = both([traceOf(z)], z.length, (arithmetic, [trace], result) =>
          arithmetic.value(trace as Float32Array, activation, result),
        );
        expect(distance(foundValue, value)).toBeLessThan(2e-6);
      }),
    );
  });

  test('slopes, also in place, and curvature', () => {
    fc.assert(
      fc.property(size, seed, (n, seed) => {
        const trace = traceOf(zs(n, seed));
        const [dy, factor] = [normal(n + 2, seed, 'dy'), normal(n + 2, seed, 'factor')];
        const apart: Apply = (arithmetic, [a, t], result) =>
          arithmetic.slopes(a as Float32Array, t as Float32Array, activation, result);
        const inPlace: Apply = (arithmetic, [a, t], result) => {
          result.set(a as Float32Array);
          arithmetic.slopes(result, t as Float32Array, activation, result);
        };
        const [slopes, found] = both([dy, trace], n + 2, apart);
        expect(distance(found, slopes)).toBeLessThan(2e-6);
        expect(both([dy, trace], n + 2, inPlace)).toEqual([slopes, found]);
        const [curvatures, foundCurvatures] = both([dy, factor, trace], n + 2, (arithmetic, [a, f, t], result) =>
          arithmetic.curvature(a as Float32Array, f as Float32Array, t as Float32Array, activation, result),
        );
        expect(distance(foundCurvatures, curvatures)).toBeLessThan(4e-6);
      }),
    );
  });

  test('infinities and what is not a number: as in the loops', () => {
    const z = Float32Array.of(NaN, Infinity, -Infinity, 3e38, -3e38, 1e-40);
    const traces = both([z], z.length, (arithmetic, [given], result) => {
      result.set(given as Float32Array);
      arithmetic.traceInPlace(result, activation);
    });
    expect(kinds(traces[1])).toEqual(kinds(traces[0]));
    expect(traces[1][0]).toBeNaN();
    const slopes = both([z, z.map(() => 1)], z.length, (arithmetic, [dy, trace], result) =>
      arithmetic.slopes(dy as Float32Array, trace as Float32Array, activation, result),
    );
    expect(kinds(slopes[1])).toEqual(kinds(slopes[0]));
    expect(slopes[1][0]).toBeNaN();
  });
});

/** What sort of number each is. */
const kinds = (values: Float32Array): (number | string)[] =>
  Array.from(values, (value) => (Number.isFinite(value) ? 'finite' : value));

test.each([1, -1])('mean softplus and its slopes, sign %i', (sign) => {
  fc.assert(
    fc.property(size, seed, (n, seed) => {
      const logits = normal(n, seed, 'logits', 10);
      const [mean, foundMean] = both([logits], 1, (arithmetic, [given], result) =>
        arithmetic.meanSoftplus(given as Float32Array, sign, result),
      );
      expect(distance(foundMean, mean, Math.max(1, mean[0] as number))).toBeLessThan(1e-6);
      const [slopes, found] = both([logits], n, (arithmetic, [given], result) =>
        arithmetic.softplusSlopes(given as Float32Array, sign, -0.3, result),
      );
      expect(distance(found, slopes)).toBeLessThan(1e-6);
    }),
  );
});

describe('the optimisers', () => {
  const layers = fc.array(fc.tuple(size, size), { minLength: 1, maxLength: 3 });

  test.each(['adam', 'sgd'] as const)('%s on every layer of a network, in place', (kind) => {
    fc.assert(
      fc.property(layers, seed, (shapes, seed) => {
        const { layers, rows, columns } = stackLayers(shapes);
        const memory = normal((kind === 'adam' ? 2 : 1) * rows * columns, seed, 'memory').map(Math.abs);
        layers.forEach((layer, i) => {
          const n = layer.height * layer.width;
          const [parameters, gradients] = [normal(n, seed, `w${i}`), normal(n, seed, `g${i}`)];
          for (const seen of ['parameters', 'memory'] as const) {
            const apply: Apply = (arithmetic, [w, g, m], result) => {
              const [weights, kept] = seen === 'parameters' ? [result, m] : [w, result];
              result.set(seen === 'parameters' ? (w as Float32Array) : (m as Float32Array));
              const other = seen === 'parameters' ? (m as Float32Array) : (w as Float32Array);
              const before = other.slice();
              const place = { ...layer, columns };
              const constants = { beta1: 0.5, beta2: 0.99, rate: 0.01, rootCorrection: 1.25, epsilon: 1e-8 };
              const [p, k] = [weights as Float32Array, kept as Float32Array];
              if (kind === 'adam') arithmetic.adam(p, g as Float32Array, k, place, constants);
              else arithmetic.sgd(p, g as Float32Array, k, place, { rate: 0.1, momentum: 0.9 });
              other.set(before);
            };
            const length = seen === 'parameters' ? n : memory.length;
            const [expected, found] = both([parameters, gradients, memory], length, apply);
            expect(distance(found, expected), seen).toBeLessThan(2e-6);
          }
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('plain operations', () => {
  test.each(['add', 'subtract', 'multiply', 'divide'] as const)('%s, elementwise and with one number', (operation) => {
    fc.assert(
      fc.property(size, seed, fc.constantFrom('same', 'left', 'right'), (n, seed, which) => {
        const a = normal(which === 'left' ? 1 : n, seed, 'a');
        const b = normal(which === 'right' ? 1 : n, seed, 'b');
        const [expected, found] = both([a, b], n, (arithmetic, [x, y], result) =>
          arithmetic.combine(operation, x as Float32Array, y as Float32Array, result),
        );
        // One correctly rounded operation is the same bits anywhere.
        expect(distance(found, expected)).toBe(0);
      }),
    );
  });

  test.each(['add', 'subtract', 'multiply', 'divide'] as const)('%s, one number for each row', (operation) => {
    fc.assert(
      fc.property(size, size, fc.boolean(), seed, (rows, columns, reversed, seed) => {
        const [a, b] = [normal(rows, seed, 'a'), normal(rows * columns, seed, 'b')];
        const [expected, found] = both([a, b], rows * columns, (arithmetic, [x, y], result) =>
          arithmetic.combineRows(operation, x as Float32Array, y as Float32Array, reversed, result),
        );
        expect(distance(found, expected)).toBe(0);
      }),
    );
  });

  test.each(['exp', 'tanh', 'sigmoid', 'softplus'] as const)('%s', (mapping) => {
    fc.assert(
      fc.property(size, seed, (n, seed) => {
        const [expected, found] = both([normal(n, seed, 'x', 3)], n, (arithmetic, [x], result) =>
          arithmetic.map(mapping, x as Float32Array, result),
        );
        expected.forEach((value, i) =>
          expect(Math.abs((found[i] as number) - value)).toBeLessThan(1e-6 * Math.max(1, value)),
        );
      }),
    );
  });

  test('sums of rows', () => {
    fc.assert(
      fc.property(size, size, seed, (rows, columns, seed) => {
        const [expected, found] = both([normal(rows * columns, seed, 'a')], rows, (arithmetic, [a], result) =>
          arithmetic.rowSums(a as Float32Array, result),
        );
        expect(distance(found, expected, columns)).toBeLessThan(1e-6);
      }),
    );
  });
});

test('the tests leave nothing in the arena', () => {
  expect(leftInArena()).toMatchObject({ lent: 0, overflowed: 0 });
});
