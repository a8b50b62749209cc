// The activations on typed arrays: tanh to single precision, and derivatives that follow from the trace.
import { describe, expect, test } from 'vitest';
import { formulas } from '../../../src/gan/kernels/activations.ts';
import { activationSchema } from '../../../src/vocabulary/network.ts';
import { secondDerivative, singleTanh, slopes, traceInPlace } from '../../../src/gan/kernels/cpu/loops/activations.ts';
import { farthest } from './numbers.ts';

const fine = Float32Array.from({ length: 24_001 }, (_, i) => (i - 12_000) / 1000);

describe('tanh to single precision', () => {
  test('its relative error is below half a unit in the last place', () => {
    for (const z of fine) {
      const error = Math.abs(singleTanh(z) - Math.tanh(z));
      if (error > 2 ** -25 * Math.abs(Math.tanh(z))) expect.fail(`tanh(${z}) is off by ${error}.`);
    }
  });

  test('infinities, zero and NaN', () => {
    expect(Math.fround(singleTanh(Infinity))).toBe(1);
    expect(Math.fround(singleTanh(-Infinity))).toBe(-1);
    expect(singleTanh(0)).toBe(0);
    expect(singleTanh(1e-30)).toBeCloseTo(1e-30, 40);
    expect(singleTanh(Number.NaN)).toBeNaN();
  });
});

describe.each(activationSchema.options)('%s from its trace', (activation) => {
  const trace = fine.slice();
  traceInPlace(trace, activation);

  test('the slope', () => {
    const result = new Float32Array(fine.length);
    slopes(
      fine.map(() => 2),
      trace,
      activation,
      result,
    );
    expect(
      farthest(
        result,
        fine.map((z) => 2 * formulas[activation].first(z)),
      ),
    ).toBeLessThan(5e-7);
  });

  test('the second derivative', () => {
    const found = trace.map((t) => secondDerivative(t, activation));
    expect(farthest(found, fine.map(formulas[activation].second))).toBeLessThan(5e-7);
  });

  test('a number that is not one stays visible', () => {
    const z = Float32Array.of(Number.NaN);
    traceInPlace(z, activation);
    expect(z[0]).toBeNaN();
  });
});
