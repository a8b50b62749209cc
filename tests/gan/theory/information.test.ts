// Closed forms: divergences on finite distributions and on the line, and the optimal discriminator among random others.
import { sigmoid, softplus } from '../../../src/vocabulary/logistic.ts';
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  entropy,
  integrate,
  jensenShannon,
  jensenShannonOnLine,
  kullbackLeibler,
  kullbackLeiblerOnLine,
  leastDiscriminatorLoss,
  normalKullbackLeibler,
  normalOnLine,
  normalWasserstein1,
  normalWasserstein2,
  optimalDiscriminator,
  totalVariation,
  totalVariationOnLine,
} from '../../../src/gan/theory/information.ts';
import { normalCdf } from '../../../src/gan/theory/normal.ts';

const seeded = { seed: 1, numRuns: 200 };
const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
const probabilities = weights.map((w) => w.map((x) => x / w.reduce((a, b) => a + b)));
const normal = fc.record({
  mean: fc.double({ min: -3, max: 3, noNaN: true }),
  sd: fc.double({ min: 0.3, max: 3, noNaN: true }),
});

test('sigmoid and softplus hold from end to end', () => {
  expect([sigmoid(0), sigmoid(-800), sigmoid(800)]).toEqual([0.5, 0, 1]);
  expect(sigmoid(-50) / Math.exp(-50)).toBeCloseTo(1, 12);
  expect([softplus(0), softplus(-800), softplus(800)]).toEqual([Math.LN2, 0, 800]);
  expect(softplus(-40) / Math.exp(-40)).toBeCloseTo(1, 12);
  for (const l of [-30, -2, 0.1, 7]) {
    expect(softplus(l) - softplus(-l)).toBeCloseTo(l, 12);
    expect((softplus(l + 1e-5) - softplus(l - 1e-5)) / 2e-5).toBeCloseTo(sigmoid(l), 8);
  }
});

test('D* = p/(p + q) loses log 4 − 2 JSD, and no other discriminator loses less', () => {
  fc.assert(
    fc.property(probabilities, probabilities, weights, (p, q, other) => {
      const loss = (d: number[]) =>
        -p.reduce((sum, pi, i) => sum + pi * Math.log(d[i] ?? 0) + (q[i] ?? 0) * Math.log(1 - (d[i] ?? 0)), 0);
      const best = p.map((pi, i) => optimalDiscriminator(pi, q[i] ?? 0));
      expect(loss(best)).toBeCloseTo(leastDiscriminatorLoss(jensenShannon(p, q)), 12);
      expect(loss(other.map((x) => x * 0.99))).toBeGreaterThanOrEqual(loss(best));
    }),
    seeded,
  );
});

test('with label α the best D is αp/(p + q)', () => {
  fc.assert(
    fc.property(probabilities, probabilities, fc.double({ min: 0.6, max: 1, noNaN: true }), (p, q, label) => {
      const [pi = 0, qi = 0] = [p[0], q[0]];
      const loss = (d: number) => -pi * (label * Math.log(d) + (1 - label) * Math.log(1 - d)) - qi * Math.log(1 - d);
      const best = optimalDiscriminator(pi, qi, label);
      for (const shift of [-1e-3, 1e-3]) expect(loss(best + shift * best * (1 - best))).toBeGreaterThan(loss(best));
    }),
    seeded,
  );
});

test('JSD is the information that a sample carries about its label: H(B) − H(B|X)', () => {
  fc.assert(
    fc.property(probabilities, probabilities, (p, q) => {
      const conditional = p.reduce((sum, pi, i) => {
        const m = (pi + (q[i] ?? 0)) / 2;
        const d = optimalDiscriminator(pi, q[i] ?? 0);
        return sum + m * entropy([d, 1 - d]);
      }, 0);
      expect(Math.LN2 - conditional).toBeCloseTo(jensenShannon(p, q), 12);
    }),
    seeded,
  );
});

test('½ TV² ≤ JSD ≤ TV log 2, and JSD is symmetric, 0 only at p = q, log 2 if apart', () => {
  fc.assert(
    fc.property(probabilities, probabilities, (p, q) => {
      const [jsd, tv] = [jensenShannon(p, q), totalVariation(p, q)];
      expect(jsd).toBeGreaterThanOrEqual(0.5 * tv * tv - 1e-12);
      expect(jsd).toBeLessThanOrEqual(tv * Math.LN2 + 1e-12);
      expect(jensenShannon(q, p)).toBeCloseTo(jsd, 14);
    }),
    seeded,
  );
  expect(jensenShannon([0.2, 0.8], [0.2, 0.8])).toBe(0);
  expect(jensenShannon([1, 0], [0, 1])).toBeCloseTo(Math.LN2, 14);
});

test('KL by hand; infinite where q misses p; entropy of a fair coin log 2', () => {
  expect(kullbackLeibler([0.5, 0.5], [0.25, 0.75])).toBeCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2 / 3), 14);
  expect(kullbackLeibler([0, 1], [0.5, 0.5])).toBeCloseTo(Math.LN2, 14);
  expect(kullbackLeibler([0.5, 0.5], [0, 1])).toBe(Infinity);
  expect(entropy([0.5, 0.5])).toBeCloseTo(Math.LN2, 14);
  expect(entropy([1, 0])).toBeCloseTo(0, 14);
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
