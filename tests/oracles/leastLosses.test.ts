// The optimal discriminator among random others, and what it loses.
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { optimalDiscriminator } from '../../src/vocabulary/objectives.ts';
import { jensenShannon } from '../../src/gan/theory/information.ts';
import { leastDiscriminatorLoss } from './leastLosses.ts';

const seeded = { seed: 1, numRuns: 200 };
const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
const probabilities = weights.map((w) => w.map((x) => x / w.reduce((a, b) => a + b)));

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
