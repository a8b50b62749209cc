// The f-GAN table on random finite distributions: bounds, conjugates and gradients.
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { fDivergences } from './fDivergences.ts';

const seeded = { seed: 2, numRuns: 200 };
const weights = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
const probabilities = weights.map((w) => w.map((x) => x / w.reduce((a, b) => a + b)));

const softmax = (theta: number[]) => {
  const e = theta.map(Math.exp);
  const total = e.reduce((a, b) => a + b);
  return e.map((x) => x / total);
};

/** The gradient over θ of a function of q = softmax θ, by central differences of fourth order. */
const gradient = (f: (q: number[]) => number, theta: number[]): number[] =>
  theta.map((_, i) => {
    const at = (step: number) => f(softmax(theta.map((t, j) => (i === j ? t + step : t))));
    const h = 2e-3;
    return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
  });

const thetas = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 6, maxLength: 6 });

test.each(Object.entries(fDivergences))(
  'f-GAN, %s: the best critic reaches the divergence and no other exceeds it',
  (_, row) => {
    fc.assert(
      fc.property(probabilities, probabilities, thetas, (p, q, other) => {
        const exact = p.reduce((sum, pi, i) => sum + (q[i] ?? 0) * row.f(pi / (q[i] ?? 0)), 0);
        const bound = (outputs: number[]) =>
          p.reduce(
            (sum, pi, i) =>
              sum + pi * row.activation(outputs[i] ?? 0) - (q[i] ?? 0) * row.conjugateOfActivation(outputs[i] ?? 0),
            0,
          );
        const best = p.map((pi, i) => row.bestOutput(pi / (q[i] ?? 0)));
        expect(bound(best)).toBeCloseTo(exact, 10);
        expect(bound(other)).toBeLessThanOrEqual(exact + 1e-12);
      }),
      seeded,
    );
  },
);

test.each(Object.entries(fDivergences))(
  'f-GAN, %s: critic f′, activation, conjugate and its stable form agree',
  (_, row) => {
    for (const u of [0.1, 0.7, 1, 2, 9]) {
      expect((row.f(u + 1e-6) - row.f(u - 1e-6)) / 2e-6).toBeCloseTo(row.critic(u), 6);
      expect(row.activation(row.bestOutput(u))).toBeCloseTo(row.critic(u), 10);
      // Fenchel and Young, with equality at T*: f(u) + f*(t) = ut.
      expect(row.f(u) + row.conjugate(row.critic(u))).toBeCloseTo(u * row.critic(u), 10);
    }
    let before = -Infinity;
    for (const v of [-3, -1, 0, 0.4, 2]) {
      expect(row.conjugateOfActivation(v)).toBeCloseTo(row.conjugate(row.activation(v)), 10);
      expect(row.activation(v)).toBeGreaterThan(before);
      before = row.activation(v);
    }
  },
);

test.each(Object.entries(fDivergences))(
  'f-GAN, %s: with the critic held fixed, G’s gradient is the divergence’s',
  (_, row) => {
    fc.assert(
      fc.property(probabilities, thetas, (p, theta) => {
        const q0 = softmax(theta);
        const outputs = p.map((pi, i) => row.bestOutput(pi / (q0[i] ?? 0)));
        const taken = gradient(
          (q) => -q.reduce((sum, qi, i) => sum + qi * row.conjugateOfActivation(outputs[i] ?? 0), 0),
          theta,
        );
        const stated = gradient((q) => p.reduce((sum, pi, i) => sum + (q[i] ?? 0) * row.f(pi / (q[i] ?? 0)), 0), theta);
        taken.forEach((value, i) =>
          expect(Math.abs(value - (stated[i] ?? Number.NaN)) / (1 + Math.abs(value))).toBeLessThan(1e-7),
        );
      }),
      seeded,
    );
  },
);
