// Divergences and distances of normals: closed forms against quadrature.
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { normalCdf } from '../../src/gan/theory/normal.ts';
import { integrate } from '../../src/gan/theory/quadrature.ts';
import { leastDiscriminatorLoss } from './leastLosses.ts';
import {
  jensenShannonOnLine,
  kullbackLeiblerOnLine,
  normalKullbackLeibler,
  normalOnLine,
  normalWasserstein1,
  normalWasserstein2,
  totalVariationOnLine,
} from './normals.ts';

const normal = fc.record({
  mean: fc.double({ min: -3, max: 3, noNaN: true }),
  sd: fc.double({ min: 0.3, max: 3, noNaN: true }),
});

test('N(0, 1) against N(−1, 1): KL ½, JSD 0.111421, TV 0.382925', () => {
  const [p, q] = [normalOnLine({ mean: 0, sd: 1 }), normalOnLine({ mean: -1, sd: 1 })];
  expect(kullbackLeiblerOnLine(p, q)).toBeCloseTo(0.5, 10);
  expect(jensenShannonOnLine(p, q)).toBeCloseTo(0.111421, 6);
  expect(totalVariationOnLine(p, q)).toBeCloseTo(2 * normalCdf(0.5) - 1, 5);
  expect(leastDiscriminatorLoss(jensenShannonOnLine(p, q)) / 2).toBeCloseTo(0.581726, 6);
});

test('KL of normals: the closed form is the quadrature', () => {
  fc.assert(
    fc.property(normal, normal, (a, b) => {
      // Narrow a: the ratio of densities overflows where b has long been 0.
      fc.pre(b.sd > 0.7 * a.sd);
      expect(
        kullbackLeiblerOnLine(normalOnLine(a), {
          ...normalOnLine(b),
          from: a.mean - 12 * a.sd,
          to: a.mean + 12 * a.sd,
        }),
      ).toBeCloseTo(normalKullbackLeibler(a, b), 8);
    }),
    { seed: 1, numRuns: 50 },
  );
});

test('W₁ of normals: the closed form is ∫ |F − G|; W₂ is above it', () => {
  fc.assert(
    fc.property(normal, normal, (a, b) => {
      const gap = (x: number) => Math.abs(normalCdf((x - a.mean) / a.sd) - normalCdf((x - b.mean) / b.sd));
      expect(normalWasserstein1(a, b)).toBeCloseTo(integrate(gap, -40, 40, 8000), 3);
      expect(normalWasserstein2(a, b)).toBeGreaterThanOrEqual(normalWasserstein1(a, b) - 1e-12);
      expect(normalWasserstein1(a, b)).toBeCloseTo(normalWasserstein1(b, a), 12);
    }),
    { seed: 1, numRuns: 50 },
  );
  expect(normalWasserstein1({ mean: 1, sd: 2 }, { mean: -2, sd: 2 })).toBe(3);
  expect(normalWasserstein2({ mean: 0, sd: 1 }, { mean: 3, sd: 5 })).toBe(5);
});
