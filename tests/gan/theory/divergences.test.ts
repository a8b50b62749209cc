// What each generator loss follows, on random finite distributions: gradients, not words.
import { divergence } from '../../oracles/fDivergences.ts';
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { followed } from '../../../src/gan/theory/divergences.ts';
import { jensenShannon, kullbackLeibler } from '../../../src/gan/theory/information.ts';

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

const cosine = (a: number[], b: number[]): number => {
  const dot = (x: number[], y: number[]) => x.reduce((sum, xi, i) => sum + xi * (y[i] ?? 0), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
};
const norm = (a: number[]) => Math.hypot(...a);
const thetas = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 6, maxLength: 6 });

/** E_q h(l) with the discriminator of q₀ held fixed. */
const frozen = (h: (logit: number) => number, p: number[], q0: number[]) => (q: number[]) =>
  q.reduce((sum, qi, i) => sum + qi * h(Math.log((p[i] ?? 0) / (q0[i] ?? 0))), 0);

test.each(Object.entries(followed))(
  '%s: with D = D* held fixed, its gradient is that of what it follows',
  (_, { loss, g }) => {
    fc.assert(
      fc.property(probabilities, thetas, (p, theta) => {
        const taken = gradient(frozen(loss, p, softmax(theta)), theta);
        const stated = gradient((q) => divergence(g, p, q), theta);
        taken.forEach((value, i) => expect(Math.abs(value - (stated[i] ?? Number.NaN))).toBeLessThan(1e-8));
      }),
      seeded,
    );
  },
);

test.each(Object.entries(followed))(
  '%s: its slope is that of its loss, and g′(r) = h(−log r) with g(1) = 0',
  (_, { loss, slope, g }) => {
    for (const l of [-6, -1, 0, 0.5, 3]) expect((loss(l + 1e-5) - loss(l - 1e-5)) / 2e-5).toBeCloseTo(slope(l), 7);
    expect(g(1)).toBeCloseTo(0, 14);
    for (const r of [0.2, 1, 4]) {
      const h = loss(-Math.log(r));
      // Up to a constant: the mass of q is always 1.
      const constant = (g(1 + 1e-5) - g(1 - 1e-5)) / 2e-5 - loss(0);
      expect((g(r + 1e-5) - g(r - 1e-5)) / 2e-5).toBeCloseTo(h + constant, 6);
    }
  },
);

test('the divergences are the known ones', () => {
  fc.assert(
    fc.property(probabilities, probabilities, (p, q) => {
      const m = p.map((pi, i) => (pi + (q[i] ?? 0)) / 2);
      const of = (name: keyof typeof followed) => divergence(followed[name].g, p, q);
      expect(of('saturating')).toBeCloseTo(2 * jensenShannon(p, q), 12);
      expect(of('nonSaturating')).toBeCloseTo(kullbackLeibler(q, p) - 2 * jensenShannon(p, q), 12);
      expect(of('nonSaturating')).toBeCloseTo(2 * kullbackLeibler(m, p), 12);
      expect(of('reverse')).toBeCloseTo(kullbackLeibler(q, p), 12);
      expect(of('maximumLikelihood')).toBeCloseTo(kullbackLeibler(p, q), 12);
    }),
    seeded,
  );
});

test('a missed mode costs the saturating game log 2, the non-saturating one 1 − log 2 a unit of p', () => {
  expect(followed.saturating.g(1e-12)).toBeCloseTo(Math.LN2, 6);
  expect(followed.nonSaturating.g(1e-12)).toBeCloseTo(1 - Math.LN2, 6);
});

/**
 * What the generator of least squares with targets 0 (generated), 1 (real) and 1 (G's wish) follows with D = p/(p + q) held fixed:
 * g(r) = ½(r − 2 log(1 + r) − 1/(1 + r)) plus a constant. Mao et al. 2017, arXiv:1611.04076, give the value of the game instead, whose gradient is
 * another one: there D* moves with q.
 */
const leastSquaresFollowed = (r: number): number => 0.5 * (r - 2 * Math.log(1 + r) - 1 / (1 + r)) - 0.25 + Math.LN2;

test('least squares (0, 1, 1) follows its own divergence, not Pearson’s χ² of the published value', () => {
  const cosines: number[] = [];
  fc.assert(
    fc.property(probabilities, thetas, (p, theta) => {
      const q0 = softmax(theta);
      const output = (pi: number, qi: number) => pi / (pi + qi);
      const loss = (q: number[]) =>
        q.reduce((sum, qi, i) => sum + (qi * (output(p[i] ?? 0, q0[i] ?? 0) - 1) ** 2) / 2, 0);
      const taken = gradient(loss, theta);
      const own = gradient((q) => divergence(leastSquaresFollowed, p, q), theta);
      taken.forEach((value, i) => expect(Math.abs(value - (own[i] ?? Number.NaN))).toBeLessThan(1e-8));
      // Mao et al.: ½ χ²(p + q ‖ 2q) is the value with targets b − c = 1, b − a = 2.
      const published = (q: number[]) =>
        q.reduce((sum, qi, i) => sum + ((p[i] ?? 0) + qi - 2 * qi) ** 2 / ((p[i] ?? 0) + qi) / 2, 0);
      cosines.push(cosine(taken, gradient(published, theta)));
    }),
    seeded,
  );
  expect(leastSquaresFollowed(1)).toBeCloseTo(0, 14);
  expect(Math.min(...cosines)).toBeLessThan(0.9);
});

test('least squares (−1, 1, 0): the value is the published one, but the gradient with D fixed all but vanishes near q = p', () => {
  fc.assert(
    fc.property(probabilities, probabilities, (p, q) => {
      const d = (i: number) => ((p[i] ?? 0) - (q[i] ?? 0)) / ((p[i] ?? 0) + (q[i] ?? 0));
      const value = p.reduce((sum, pi, i) => sum + ((pi + (q[i] ?? 0)) * d(i) ** 2) / 2, 0);
      const chiSquare = p.reduce(
        (sum, pi, i) => sum + (pi + (q[i] ?? 0) - 2 * (q[i] ?? 0)) ** 2 / (pi + (q[i] ?? 0)),
        0,
      );
      expect(2 * value).toBeCloseTo(chiSquare, 12);
    }),
    seeded,
  );
  const theta = [0.3, -0.2, 0.1, 0, -0.4, 0.2];
  const p = softmax(theta.map((t, i) => t + (i % 2 === 0 ? 0.01 : -0.01)));
  const q0 = softmax(theta);
  const steered = (target: number, output: (pi: number, qi: number) => number) =>
    norm(
      gradient(
        (q) => q.reduce((sum, qi, i) => sum + (qi * (output(p[i] ?? 0, q0[i] ?? 0) - target) ** 2) / 2, 0),
        theta,
      ),
    );
  const zeroOne = steered(1, (pi, qi) => pi / (pi + qi));
  const symmetric = steered(0, (pi, qi) => (pi - qi) / (pi + qi));
  expect(symmetric).toBeLessThan(zeroOne / 50);
});
