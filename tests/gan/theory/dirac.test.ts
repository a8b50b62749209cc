// The Dirac-GAN's field and matrices against the losses themselves: finite differences of exact expectations.
import { diracStep } from '../../oracles/diracStep.ts';
import { softplus } from '../../../src/vocabulary/logistic.ts';
import { expect, test } from 'vitest';
import { diracField, flowMatrix, updateMatrix } from '../../../src/gan/theory/dirac.ts';
import type { DiracGame, Matrix } from '../../../src/gan/theory/dirac.ts';
import { scheduleSchema, type Penalty } from '../../../src/vocabulary/learning.ts';
import { normalDensity } from '../../../src/gan/theory/normal.ts';
import type { AdversarialName } from '../../../src/vocabulary/objectives.ts';
import { integrate } from '../../../src/gan/theory/quadrature.ts';
import { adversarialNames } from '../settings.ts';

const game = (more: Partial<DiracGame> = {}, rate = 0.1, generatorRate = rate): DiracGame => ({
  objective: 'saturating',
  penalties: [],
  schedule: scheduleSchema.parse({ order: 'simultaneous' }),
  optimisers: { generator: { kind: 'sgd', rate: generatorRate }, discriminator: { kind: 'sgd', rate } },
  ...more,
});

/** Both losses as the papers write them, on the logits of one real and one generated point. */
const losses: Record<
  AdversarialName,
  [discriminator: (r: number, f: number) => number, generator: (r: number, f: number) => number]
> = {
  saturating: [(r, f) => softplus(-r) + softplus(f), (_, f) => -softplus(f)],
  nonSaturating: [(r, f) => softplus(-r) + softplus(f), (_, f) => softplus(-f)],
  maximumLikelihood: [(r, f) => softplus(-r) + softplus(f), (_, f) => -Math.exp(f)],
  leastSquares: [(r, f) => ((r - 1) ** 2 + f ** 2) / 2, (_, f) => (f - 1) ** 2 / 2],
  hinge: [(r, f) => Math.max(0, 1 - r) + Math.max(0, 1 + f), (_, f) => -f],
  wasserstein: [(r, f) => f - r, (_, f) => -f],
  relativistic: [(r, f) => softplus(f - r), (r, f) => softplus(r - f)],
};

const slope = (f: (x: number) => number, x: number, h = 1e-5) => (f(x + h) - f(x - h)) / (2 * h);
const points = [
  [0.7, -0.4],
  [-0.3, 0.9],
  [0.2, 0.6],
] as const;

test.each(adversarialNames)('%s: the field is minus the slopes of the losses', (objective) => {
  const [discriminator, generator] = losses[objective];
  for (const [theta, psi] of points) {
    const [dTheta, dPsi] = diracField(game({ objective }), [theta, psi]);
    expect(dTheta).toBeCloseTo(-slope((t) => generator(0, psi * t), theta), 8);
    expect(dPsi).toBeCloseTo(-slope((p) => discriminator(0, p * theta), psi), 8);
  }
});

test.each(adversarialNames.filter((name) => name !== 'hinge'))(
  '%s: under instance noise, the slopes of the expected losses',
  (objective) => {
    const sd = 0.5;
    const [discriminator, generator] = losses[objective];
    // Independent noise on both points, by quadrature in both.
    const expected = (loss: (r: number, f: number) => number, theta: number, psi: number) =>
      integrate(
        (a) =>
          normalDensity(a) * integrate((b) => normalDensity(b) * loss(psi * sd * a, psi * (theta + sd * b)), -9, 9, 90),
        -9,
        9,
        90,
      );
    for (const [theta, psi] of points) {
      const [dTheta, dPsi] = diracField(game({ objective, instanceNoise: { sd } }), [theta, psi]);
      expect(dTheta).toBeCloseTo(-slope((t) => expected(generator, t, psi), theta), 6);
      expect(dPsi).toBeCloseTo(-slope((p) => expected(discriminator, theta, p), psi), 6);
    }
  },
);

test('penalties: R1 and R2 −γψ each, the gradient penalty −2w(|ψ| − target) sgn ψ', () => {
  const pull = (penalties: Penalty[], psi: number) => diracField(game({ penalties }), [0, psi])[1];
  expect(pull([{ kind: 'r1', weight: 0.3 }], 2)).toBeCloseTo(-0.6, 12);
  expect(
    pull(
      [
        { kind: 'r1', weight: 0.3 },
        { kind: 'r2', weight: 0.3 },
      ],
      2,
    ),
  ).toBeCloseTo(-1.2, 12);
  expect(pull([{ kind: 'gradientPenalty', weight: 0.5, target: 0.3 }], -2)).toBeCloseTo(1.7, 12);
});

test.each(adversarialNames.filter((name) => name !== 'hinge'))(
  '%s: consensus descends ½‖v‖² of the field',
  (objective) => {
    const weight = 0.7;
    for (const [theta, psi] of points) {
      const energy = (t: number, p: number) => 0.5 * Math.hypot(...diracField(game({ objective }), [t, p])) ** 2;
      const plain = diracField(game({ objective }), [theta, psi]);
      const [dTheta, dPsi] = diracField(game({ objective, penalties: [{ kind: 'consensus', weight }] }), [theta, psi]);
      expect(dTheta).toBeCloseTo(plain[0] - weight * slope((t) => energy(t, psi), theta), 7);
      expect(dPsi).toBeCloseTo(plain[1] - weight * slope((p) => energy(theta, p), psi), 7);
    }
  },
);

const penalties: Penalty[][] = [
  [],
  [{ kind: 'r1', weight: 0.4 }],
  [
    { kind: 'r1', weight: 0.2 },
    { kind: 'r2', weight: 0.5 },
  ],
  [{ kind: 'gradientPenalty', weight: 0.3, target: 0 }],
  [{ kind: 'consensus', weight: 0.6 }],
  [{ kind: 'weightClipping', limit: 1 }],
];
const expectClose = (found: Matrix | undefined, columns: [number, number][]) =>
  columns.forEach((column, j) => column.forEach((value, i) => expect(found?.[i]?.[j]).toBeCloseTo(value, 5)));

test.each(adversarialNames.flatMap((objective) => penalties.map((some) => [objective, some] as const)))(
  '%s with %o: the flow matrix is the Jacobian of the field',
  (objective, some) => {
    for (const noise of [{}, { instanceNoise: { sd: 0.4 } }]) {
      // A hinge jumps within the noise, and consensus is defined without it.
      if ('instanceNoise' in noise && (objective === 'hinge' || some[0]?.kind === 'consensus')) continue;
      const it = game({ objective, penalties: some, ...noise });
      const h = 1e-4;
      const column = (t: number, p: number): [number, number] => {
        const [up, down] = [diracField(it, [t * h, p * h]), diracField(it, [-t * h, -p * h])];
        return [(up[0] - down[0]) / (2 * h), (up[1] - down[1]) / (2 * h)];
      };
      expectClose(flowMatrix(it), [column(1, 0), column(0, 1)]);
    }
  },
);

const schedules = [
  { order: 'simultaneous' },
  { order: 'discriminatorFirst' },
  { order: 'generatorFirst' },
  { order: 'discriminatorFirst', discriminatorSteps: 3, generatorSteps: 2 },
  { order: 'simultaneous', discriminatorSteps: 2, generatorSteps: 1 },
] as const;

test.each(schedules)('the update matrix is the Jacobian of the step: %o', (schedule) => {
  const it = game({ penalties: [{ kind: 'r1', weight: 0.4 }], schedule: scheduleSchema.parse(schedule) }, 0.3, 0.2);
  const h = 1e-4;
  const column = (t: number, p: number): [number, number] => {
    const [up, down] = [diracStep(it, [t * h, p * h]), diracStep(it, [-t * h, -p * h])];
    return [(up[0] - down[0]) / (2 * h), (up[1] - down[1]) / (2 * h)];
  };
  expectClose(updateMatrix(it), [column(1, 0), column(0, 1)]);
});

test('who moves first, and from which state, by hand on the Wasserstein game', () => {
  const step = (order: 'simultaneous' | 'discriminatorFirst' | 'generatorFirst') =>
    diracStep(game({ objective: 'wasserstein', schedule: scheduleSchema.parse({ order }) }, 0.5, 0.25), [1, 0.25]);
  // θ moves by +ψ/4, ψ by −θ/2.
  expect(step('simultaneous')).toEqual([1.0625, -0.25]);
  expect(step('discriminatorFirst')).toEqual([0.9375, -0.25]);
  expect(step('generatorFirst')).toEqual([1.0625, -0.28125]);
});

test('clipping holds ψ within its limit', () => {
  const it = game({ objective: 'wasserstein', penalties: [{ kind: 'weightClipping', limit: 0.1 }] }, 0.5);
  expect(diracStep(it, [1, 0])[1]).toBe(-0.1);
});

test('a gradient penalty with a target has no matrix at the equilibrium', () => {
  const it = game({ objective: 'wasserstein', penalties: [{ kind: 'gradientPenalty', weight: 1, target: 1 }] });
  expect(flowMatrix(it)).toBeUndefined();
  expect(updateMatrix(it)).toBeUndefined();
});

test('Adam has no such closed form, and says so', () => {
  const adam = { kind: 'adam', rate: 0.1, beta1: 0, beta2: 0.9, epsilon: 1e-8 } as const;
  expect(() => diracStep({ ...game(), optimisers: { generator: adam, discriminator: adam } }, [1, 0])).toThrow('"sgd"');
});

test('an objective that does not go through D has no Dirac-GAN', () => {
  expect(() => diracField(game({ objective: 'meanSquaredError' }), [1, 1])).toThrow(/^objective: /);
  expect(() => flowMatrix(game({ objective: 'meanSquaredError' }))).toThrow(/^objective: /);
});
