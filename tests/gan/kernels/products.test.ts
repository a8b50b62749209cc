// The products of a layer in vectors against the loops, over shapes with every kind of tail.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { both, distance, leftInArena, normal, seed, size } from './vectors.ts';

const shape = fc.record({ batch: size, inputs: size, units: size });

describe('the three products', () => {
  test('forwards', () => {
    fc.assert(
      fc.property(shape, fc.boolean(), seed, (shape, bias, seed) => {
        const { batch, inputs, units } = shape;
        const [x, layer] = [normal(batch * inputs, seed, 'x'), normal((inputs + 1) * units, seed, 'layer')];
        const [expected, found] = both([x, layer], batch * units, (arithmetic, [a, b], result) =>
          arithmetic.layerProduct(a as Float32Array, b as Float32Array, bias, shape, result),
        );
        expect(distance(found, expected, inputs)).toBeLessThan(1e-6);
      }),
    );
  });

  test('back to the input', () => {
    fc.assert(
      fc.property(shape, seed, (shape, seed) => {
        const { batch, inputs, units } = shape;
        const [dy, layer] = [normal(batch * units, seed, 'dy'), normal((inputs + 1) * units, seed, 'layer')];
        const [expected, found] = both([dy, layer], batch * inputs, (arithmetic, [a, b], result) =>
          arithmetic.inputGradient(a as Float32Array, b as Float32Array, shape, result),
        );
        expect(distance(found, expected, units)).toBeLessThan(1e-6);
      }),
    );
  });

  test('back to the layer', () => {
    fc.assert(
      fc.property(shape, fc.boolean(), seed, (shape, bias, seed) => {
        const { batch, inputs, units } = shape;
        const [x, dy] = [normal(batch * inputs, seed, 'x'), normal(batch * units, seed, 'dy')];
        const [expected, found] = both([x, dy], (inputs + 1) * units, (arithmetic, [a, b], result) =>
          arithmetic.layerGradient(a as Float32Array, b as Float32Array, bias, shape, result),
        );
        expect(distance(found, expected, batch)).toBeLessThan(1e-6);
      }),
    );
  });
});

test('the tests leave nothing in the arena', () => {
  expect(leftInArena()).toMatchObject({ lent: 0, overflowed: 0 });
});
