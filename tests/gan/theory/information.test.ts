// Entropy and divergences of finite distributions: by hand, by their bounds, and by what a sample tells of its label.
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { optimalDiscriminator } from '../../../src/vocabulary/objectives.ts';
import { entropy, jensenShannon, kullbackLeibler } from '../../../src/gan/theory/information.ts';
import { totalVariation } from '../../oracles/leastLosses.ts';

const seeded = { seed: 1, numRuns: 200 };
const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
const probabilities = weights.map((w) => w.map((x) => x / w.reduce((a, b) => a + b)));

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
