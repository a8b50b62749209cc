// The normal distribution function and its inverse, against known values and the density's integral.
import { expect, test } from 'vitest';
import { invertCdf, normalCdf, normalDensity } from '../../../src/gan/theory/normal.ts';
import { integrate } from '../../../src/gan/theory/quadrature.ts';

test.each([
  [0, 0.5],
  [1, 0.8413447460685429],
  [-1, 0.15865525393145705],
  [1.959963984540054, 0.975],
  [-3, 0.0013498980316300946],
  [8, 1 - 6.220960574271785e-16],
])('Φ(%d) = %d (Abramowitz and Stegun, table 26.1)', (x, value) => {
  expect(normalCdf(x)).toBeCloseTo(value, 14);
});

test.each([
  [-7, 1.279812543885835e-12],
  [-10, 7.619853024160527e-24],
  [-20, 2.7536241186062337e-89],
])('the far tail Φ(%d) keeps its relative precision', (x, value) => {
  expect(normalCdf(x) / value).toBeCloseTo(1, 10);
});

test('Φ is the integral of the density', () => {
  for (const x of [-5.9, -2.5, 0.3, 4, 5.99, 6.01]) {
    expect(integrate(normalDensity, x - 1, x + 1, 20_000)).toBeCloseTo(normalCdf(x + 1) - normalCdf(x - 1), 8);
  }
});

test('the inverse undoes Φ, and ends where the answer is 0', () => {
  for (const u of [1e-6, 0.025, 0.5, 0.9, 1 - 1e-6]) {
    // From a lopsided bracket too.
    expect(normalCdf(invertCdf(normalCdf, normalDensity, u, -9, 300))).toBeCloseTo(u, 12);
    expect(normalCdf(invertCdf(normalCdf, normalDensity, u, -40, 40))).toBeCloseTo(u, 12);
  }
  expect(invertCdf(normalCdf, normalDensity, 0.5, -40, 40)).toBeCloseTo(0, 12);
});

test('two far apart humps are inverted too, where Newton alone would fly off', () => {
  const cdf = (x: number) => (normalCdf(x) + normalCdf((x - 60) / 0.01)) / 2;
  const density = (x: number) => (normalDensity(x) + normalDensity((x - 60) / 0.01) / 0.01) / 2;
  for (const u of [0.01, 0.3, 0.499, 0.501, 0.75, 0.99]) {
    expect(cdf(invertCdf(cdf, density, u, -40, 61))).toBeCloseTo(u, 10);
  }
});

test('it ends where no number lies between the bounds: a narrow normal far from 0', () => {
  const at = (x: number) => (x - 100) / 1e-13;
  const x = invertCdf(
    (x) => normalCdf(at(x)),
    (x) => normalDensity(at(x)) / 1e-13,
    0.3,
    100 - 4e-12,
    100 + 4e-12,
  );
  expect(Math.abs(x - 100)).toBeLessThan(1e-12);
});
