// The losses as they are trained with, at the best discriminator of random finite distributions, are the closed forms of least.
import { softplus } from '../../../src/vocabulary/logistic.ts';
import { factsOf, objectiveFacts } from '../../../src/vocabulary/objectives.ts';
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { ObjectiveName } from '../../../src/vocabulary/objectives.ts';
import { objectives } from '../../../src/gan/training/objectives.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { jensenShannon } from '../../../src/gan/theory/information.ts';
import * as least from '../../oracles/leastLosses.ts';

const seeded = { seed: 3, numRuns: 60 };
/** How often each of five outcomes occurs in a batch: at least once in each, so that every ratio is finite. */
const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 });
const shares = (n: number[]) => n.map((x) => x / n.reduce((a, b) => a + b));

/** A batch in which outcome i occurs n_i times, as D's output on it. */
const batch = (n: number[], output: (i: number) => number) =>
  n.flatMap((times, i) => Array<number>(times).fill(output(i)));
const column = (values: number[]) => tf.tensor2d(values, [values.length, 1]);
const lossOf = (name: ObjectiveName, real: number[], fake: number[]): number =>
  tf.tidy(() => objectives[name].discriminator(column(real), column(fake), 1).dataSync()[0] ?? NaN);

const closed: [ObjectiveName, (p: number[], q: number[]) => number][] = [
  ['saturating', (p, q) => least.leastDiscriminatorLoss(jensenShannon(p, q))],
  ['nonSaturating', (p, q) => least.leastDiscriminatorLoss(jensenShannon(p, q))],
  ['maximumLikelihood', (p, q) => least.leastDiscriminatorLoss(jensenShannon(p, q))],
  ['hinge', (p, q) => least.leastHingeLoss(least.totalVariation(p, q))],
  ['leastSquares', least.leastSquaresLoss],
];

test.each(closed)('%s: what D loses at its optimum', (name, least) => {
  fc.assert(
    fc.property(counts, counts, (n, m) => {
      const [p, q] = [shares(n), shares(m)];
      const best = (i: number) => factsOf(name).optimal?.(p[i] ?? NaN, q[i] ?? NaN) ?? NaN;
      expect(lossOf(name, batch(n, best), batch(m, best))).toBeCloseTo(least(p, q), 5);
    }),
    seeded,
  );
});

test('relativistic: over all pairs D loses log 2 − JSD(p⊗q‖q⊗p), whatever constant is added to its logit', () => {
  fc.assert(
    fc.property(counts, counts, fc.double({ min: -3, max: 3, noNaN: true }), (n, m, constant) => {
      const [p, q] = [shares(n), shares(m)];
      const best = (i: number) => objectiveFacts.relativistic.optimal(p[i] ?? NaN, q[i] ?? NaN) + constant;
      const [real, fake] = [batch(n, best), batch(m, best)];
      const pairs = real.flatMap((r) => fake.map((f) => [r, f] as const));
      const loss = lossOf(
        'relativistic',
        pairs.map(([r]) => r),
        pairs.map(([, f]) => f),
      );
      expect(loss).toBeCloseTo(least.leastRelativisticLoss(p, q), 5);
    }),
    seeded,
  );
});

test('one labelled batch, half real and half generated, has half the loss of the two batches', () => {
  const logits = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(logits, logits, (real, fake) => {
      const labelled = [...real.map((l) => [l, 1] as const), ...fake.map((l) => [l, 0] as const)];
      // −y log σ(l) − (1 − y) log(1 − σ(l)) = log(1 + e^l) − y l
      const mixed = labelled.reduce((sum, [l, y]) => sum + softplus(l) - y * l, 0) / labelled.length;
      expect(2 * mixed).toBeCloseTo(lossOf('nonSaturating', real, fake), 4);
    }),
    seeded,
  );
});

test('where p = q nothing is left to tell: the closed forms are the values at equilibrium', () => {
  const p = [0.1, 0.2, 0.7];
  expect(least.leastDiscriminatorLoss(jensenShannon(p, p))).toBeCloseTo(
    objectiveFacts.saturating.equilibrium.discriminator.value,
    12,
  );
  expect(least.leastHingeLoss(least.totalVariation(p, p))).toBe(objectiveFacts.hinge.equilibrium.discriminator.value);
  expect(least.leastSquaresLoss(p, p)).toBeCloseTo(objectiveFacts.leastSquares.equilibrium.discriminator.value, 12);
  expect(least.leastRelativisticLoss(p, p)).toBeCloseTo(
    objectiveFacts.relativistic.equilibrium.discriminator.value,
    12,
  );
});
