// The losses at known values, and their slopes against finite differences and against theory.
import { describe, expect, test } from 'vitest';
import {
  factsOf,
  objectiveFacts,
  objectiveNames,
  type ObjectiveName,
  type AdversarialName,
} from '../../../src/vocabulary/objectives.ts';
import { objectives } from '../../../src/gan/training/objectives.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { difference } from '../../oracles/differences.ts';
import { adversarialNames } from '../settings.ts';

const column = (...values: number[]) => tf.tensor2d(values, [values.length, 1]);
const value = (loss: () => tf.Tensor) => tf.tidy(() => loss().dataSync()[0] ?? NaN);
const loses = (name: ObjectiveName, real: number[], fake: number[], label = 1) =>
  value(() => objectives[name].discriminator(column(...real), column(...fake), label));
const costs = (name: AdversarialName, fake: number[], real: number[] = fake) =>
  value(() => objectives[name].generator(column(...fake), column(...real)));
/** D's output where it is optimal and q = p. */
const undecided = (name: ObjectiveName) => factsOf(name).optimal?.(1, 1) ?? 0;

const { LN2 } = Math;
const known: Record<ObjectiveName, [discriminator: number, generator?: number]> = {
  saturating: [2 * LN2, -LN2],
  nonSaturating: [2 * LN2, LN2],
  maximumLikelihood: [2 * LN2, -1],
  leastSquares: [1 / 4, 1 / 8],
  hinge: [2, 0],
  wasserstein: [0, 0],
  relativistic: [LN2, LN2],
  meanSquaredError: [2 * LN2],
};

describe.each(adversarialNames)('%s', (name) => {
  const objective = objectives[name];
  const facts = factsOf(name);

  test('at equilibrium, the generator loss has its known value', () => {
    const output = undecided(name);
    expect(costs(name, [output, output])).toBeCloseTo(known[name][1] ?? NaN, 6);
    expect(facts.equilibrium.generator?.value).toBe(known[name][1]);
  });

  test.each([-3, -0.7, 0.4, 2.5])('slope at %f is the derivative of the generator loss', (output) => {
    const other = facts.pairs ? 0.3 : 0;
    const numeric = difference((l) => costs(name, [l], [other]), output, 1e-2);
    expect(facts.slopes?.generator(output, other)).toBeCloseTo(numeric, 3);
    const taped = tf.tidy(
      () =>
        tf
          .grad((l) => objective.generator(l as tf.Tensor2D, column(other)))(column(output))
          .dataSync()[0],
    );
    expect(facts.slopes?.generator(output, other)).toBeCloseTo(taped ?? NaN, 5);
  });

  test.each([-2.2, -0.6, 0.5, 1.7])('slopes at %f are the derivatives of the discriminator loss', (output) => {
    const other = facts.pairs ? 0.3 : 0;
    const onReal = difference((l) => loses(name, [l], [other]), output, 1e-2);
    const onFake = difference((l) => loses(name, [other], [l]), output, 1e-2);
    expect(facts.slopes?.real(output, other)).toBeCloseTo(onReal, 3);
    expect(facts.slopes?.fake(output, other)).toBeCloseTo(onFake, 3);
  });

  test.each(['real', 'fake', 'generator'] as const)('the curvature of %s is the derivative of its slope', (which) => {
    for (const output of [-2.2, -0.6, 0.5, 1.7]) {
      const other = facts.pairs ? 0.3 : 0;
      const slope = (l: number) => facts.slopes?.[which](l, other) ?? NaN;
      expect(facts.curvatures?.[which](output, other)).toBeCloseTo(difference(slope, output), 6);
    }
  });

  test('the generator wants the discriminator to rise on generated data', () => {
    expect(costs(name, [0.5], [0])).toBeLessThan(costs(name, [0.2], [0]));
  });
});

describe.each(objectiveNames)('%s', (name) => {
  const objective = objectives[name];
  const facts = factsOf(name);

  test('at equilibrium, the discriminator loss has its known value', () => {
    const output = undecided(name);
    expect(loses(name, [output, output], [output, output])).toBeCloseTo(known[name][0], 6);
    expect(facts.equilibrium.discriminator.value).toBe(known[name][0]);
  });

  test('the discriminator loss has the gradient that finite differences give, on real and on generated outputs', () => {
    for (const label of facts.labels ? [1, 0.9] : [1]) {
      const [real, fake] = [0.6, -0.2];
      const [byReal, byFake] = tf.tidy(() =>
        tf
          .grads((r, f) => objective.discriminator(r as tf.Tensor2D, f as tf.Tensor2D, label))([
            column(real),
            column(fake),
          ])
          .map((each) => each.dataSync()[0] ?? NaN),
      );
      expect(byReal).toBeCloseTo(
        difference((l) => loses(name, [l], [fake], label), real, 1e-2),
        3,
      );
      expect(byFake).toBeCloseTo(
        difference((l) => loses(name, [real], [l], label), fake, 1e-2),
        3,
      );
    }
  });

  test('a constant added to every output changes the losses, unless only differences count', () => {
    const change = Math.abs(loses(name, [1.4, 0.6], [0.9, 0.2]) - loses(name, [0.9, 0.1], [0.4, -0.3]));
    expect(change > 1e-4).toBe(!facts.relative);
  });

  test('the discriminator rises on real data and falls on generated data', () => {
    expect(loses(name, [0.5], [0])).toBeLessThan(loses(name, [0.2], [0]));
    expect(loses(name, [0.2], [0.5])).toBeGreaterThan(loses(name, [0.2], [0.2]));
  });

  test('no discriminator beats the optimal one where the densities are p and q', () => {
    if (name === 'wasserstein') return expect(facts.optimal).toBeUndefined();
    for (const [p, q] of [
      [0.7, 0.2],
      [0.1, 0.6],
      [0.4, 0.4],
    ] as const) {
      // Relativistic: the pairs of a space of two points, of densities (p, 1 − p) and (q, 1 − q).
      const risk = (a: number, label: number) =>
        name === 'relativistic'
          ? pairedRisk(p, q, a)
          : p * (loses(name, [a], [0], label) - loses(name, [0], [0], label)) +
            q * (loses(name, [0], [a], label) - loses(name, [0], [0], label));
      for (const label of facts.labels ? [1, 0.9] : [1]) {
        const best = facts.optimal?.(p, q, label) ?? NaN;
        expect(Number.isFinite(best)).toBe(true);
        for (const away of [-0.8, -0.1, 0.1, 0.8])
          expect(risk(best + away, label)).toBeGreaterThan(risk(best, label) - 1e-7);
      }
    }
  });
});

/** The relativistic loss on two points with densities (p, 1 − p) and (q, 1 − q), where D's outputs are a and its optimum on the second. */
function pairedRisk(p: number, q: number, a: number): number {
  const outputs = [a, Math.log(1 - p) - Math.log(1 - q)];
  const [real, fake] = [
    [p, 1 - p],
    [q, 1 - q],
  ];
  let sum = 0;
  real.forEach((pi, i) =>
    fake.forEach((qj, j) => (sum += pi * qj * loses('relativistic', [outputs[i] ?? 0], [outputs[j] ?? 0]))),
  );
  return sum;
}

describe('cross-entropy', () => {
  test('far from zero, losses and gradients stay exact: nothing overflows', () => {
    expect(loses('saturating', [-200], [200])).toBeCloseTo(400, 3);
    expect(loses('saturating', [200], [-200])).toBe(0);
    expect(objectiveFacts.saturating.slopes.generator(-80)).toBeCloseTo(-Math.exp(-80), 40);
    const ratio = objectiveFacts.nonSaturating.slopes.generator(-30) / objectiveFacts.saturating.slopes.generator(-30);
    // Per sample the two generator gradients differ by exactly e^l.
    expect(ratio * Math.exp(-30)).toBeCloseTo(1, 12);
  });

  test('one-sided smoothing: with label 0.9 the optimal D at q = p is 0.45, and its logit never passes log 9', () => {
    const logit = objectiveFacts.nonSaturating.optimal(1, 1, 0.9);
    expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(0.45, 12);
    expect(objectiveFacts.nonSaturating.optimal(1, 0, 0.9)).toBeCloseTo(Math.log(9), 12);
    // 0.9 sp(−l) + 0.1 sp(l) on real data
    expect(loses('saturating', [1], [-40], 0.9)).toBeCloseTo(
      0.9 * Math.log1p(Math.exp(-1)) + 0.1 * Math.log1p(Math.E),
      5,
    );
  });
});

describe('mean squared error', () => {
  const { direct } = objectives.meanSquaredError;
  const plane = (...rows: [number, number][]) => tf.tensor2d(rows);

  test('is the mean over pairs of rows of their squared distance', () => {
    expect(value(() => direct(plane([0, 0], [1, 1]), plane([3, 4], [1, 3])))).toBeCloseTo((25 + 4) / 2, 6);
  });

  test('has slope 2 (fake − real) / n over each generated coordinate', () => {
    const slopes = tf.tidy(() =>
      tf
        .grad((fake) => direct(fake as tf.Tensor2D, plane([3, 4], [1, 3])))(plane([0, 0], [1, 1.5]))
        .dataSync(),
    );
    expect([...slopes]).toEqual([-3, -4, 0, -1.5]);
  });
});

test('a least-squares output becomes a logit that is finite', () => {
  expect(objectiveFacts.leastSquares.logit(0.5)).toBe(0);
  expect(Number.isFinite(objectiveFacts.leastSquares.logit(1.3))).toBe(true);
  expect(objectiveFacts.leastSquares.logit(-2)).toBeCloseTo(-objectiveFacts.leastSquares.logit(3), 9);
});
