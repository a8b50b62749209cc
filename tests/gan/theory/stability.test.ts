// Eigenvalues of the Dirac-GAN's matrices, by hand.
import { expect, test } from 'vitest';
import { eigenvalues, spectralRadius } from '../../../src/gan/theory/stability.ts';

test('eigenvalues of 2 × 2 matrices, real and complex', () => {
  expect(
    eigenvalues([
      [2, 1],
      [1, 2],
    ]),
  ).toEqual([
    { re: 3, im: 0 },
    { re: 1, im: 0 },
  ]);
  expect(
    eigenvalues([
      [0, -2],
      [2, 0],
    ]),
  ).toEqual([
    { re: 0, im: 2 },
    { re: 0, im: -2 },
  ]);
  expect(
    spectralRadius([
      [0, -2],
      [2, 0],
    ]),
  ).toBe(2);
});
