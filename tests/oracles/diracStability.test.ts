// Every row of the Dirac-GAN's table (Mescheder, Geiger and Nowozin 2018): closed forms against matrices and exact simulation.
import { expect, test } from 'vitest';
import { diracField, updateMatrix } from '../../src/gan/theory/dirac.ts';
import type { DiracGame, State } from '../../src/gan/theory/dirac.ts';
import { scheduleSchema, type Penalty } from '../../src/vocabulary/learning.ts';
import type { ObjectiveName } from '../../src/vocabulary/objectives.ts';
import { limitCycleRadius } from '../../src/gan/theory/stability.ts';
import * as stability from './diracStability.ts';
import { diracStep } from './diracStep.ts';

type Order = DiracGame['schedule']['order'];
const game = (
  objective: ObjectiveName,
  h: number,
  order: Order,
  penalties: Penalty[] = [],
  noise?: number,
): DiracGame => ({
  objective,
  penalties,
  schedule: scheduleSchema.parse({ order }),
  optimisers: { generator: { kind: 'sgd', rate: h }, discriminator: { kind: 'sgd', rate: h } },
  ...(noise !== undefined && { instanceNoise: { sd: noise } }),
});
const r1 = (weight: number): Penalty[] => [{ kind: 'r1', weight }];

const run = (it: DiracGame, from: State, steps: number, see: (state: State) => void = () => undefined): State => {
  let state = from;
  for (let i = 0; i < steps; i++) see((state = diracStep(it, state)));
  return state;
};
const radius = ([theta, psi]: State) => Math.hypot(theta, psi);

/** −a ± √(a² − b²): the form of every row of the table. */
const pair = (a: number, b: number) => {
  const root = Math.sqrt(Math.abs(a * a - b * b));
  return a * a < b * b
    ? [
        { re: -a, im: root },
        { re: -a, im: -root },
      ]
    : [
        { re: -a + root, im: 0 },
        { re: -a - root, im: 0 },
      ];
};

test.each<[string, DiracGame, ReturnType<typeof pair>]>([
  ['GAN', game('saturating', 0.1, 'simultaneous'), pair(0, 0.5)],
  ['NS-GAN', game('nonSaturating', 0.1, 'simultaneous'), pair(0, 0.5)],
  ['WGAN', game('wasserstein', 0.1, 'simultaneous'), pair(0, 1)],
  ['RpGAN', game('relativistic', 0.1, 'simultaneous'), pair(0, 0.5)],
  ['R1, γ = 0.6', game('saturating', 0.1, 'simultaneous', r1(0.6)), pair(0.3, 0.5)],
  ['R1, γ = 1.5, overdamped', game('nonSaturating', 0.1, 'simultaneous', r1(1.5)), pair(0.75, 0.5)],
  [
    'R3GAN, γ = 0.3',
    game('relativistic', 0.1, 'simultaneous', [...r1(0.3), { kind: 'r2', weight: 0.3 }]),
    pair(0.3, 0.5),
  ],
  ['instance noise σ = 1', game('saturating', 0.1, 'simultaneous', [], 1), pair(0.25, 0.5)],
  ['instance noise σ = 1.6, overdamped', game('nonSaturating', 0.1, 'simultaneous', [], 1.6), pair(1.6 ** 2 / 4, 0.5)],
])('eigenvalues of the flow: %s', (_, it, expected) => {
  stability.flowEigenvalues(it)?.forEach(({ re, im }, i) => {
    expect(re).toBeCloseTo(expected[i]?.re ?? Number.NaN, 12);
    expect(im).toBeCloseTo(expected[i]?.im ?? Number.NaN, 12);
  });
});

test('eigenvalues of the flow: consensus −γ/4 ± i/2', () => {
  const [first] =
    stability.flowEigenvalues(game('saturating', 0.1, 'simultaneous', [{ kind: 'consensus', weight: 0.8 }])) ?? [];
  expect(first?.re).toBeCloseTo(-0.2, 12);
  expect(first?.im).toBeCloseTo(0.5, 12);
});

test('GAN, simultaneous: grows by √(1 + h²/4) a step, and so does the simulation', () => {
  const it = game('saturating', 0.1, 'simultaneous');
  expect(stability.growthPerStep(it)).toBeCloseTo(stability.simultaneousGrowth(0.1), 12);
  const end = run(it, [1e-3, 0], 500);
  expect((radius(end) / 1e-3) ** (1 / 500)).toBeCloseTo(stability.simultaneousGrowth(0.1), 8);
});

test.each([1, 3.9, 4.1, 6])('GAN, alternating, h = %d: neutral exactly up to h = 4', (h) => {
  const growth = stability.growthPerStep(game('saturating', h, 'discriminatorFirst'));
  if (h <= 4) expect(growth).toBeCloseTo(1, 12);
  else expect(growth).toBeGreaterThan(1.05);
});

test('the flow of the GAN conserves θ² + ψ²', () => {
  for (const state of [
    [0.8, 0.3],
    [-0.1, 1.4],
  ] as const) {
    const [dTheta, dPsi] = diracField(game('saturating', 1, 'simultaneous'), state);
    expect(state[0] * dTheta + state[1] * dPsi).toBeCloseTo(0, 14);
  }
});

test.each([0.05, 0.1])('NS-GAN, simultaneous, h = %d: a limit cycle of radius √(2h), from within and without', (h) => {
  for (const start of [0.05, 1]) {
    let [sum, count] = [0, 0];
    const it = game('nonSaturating', h, 'simultaneous');
    const late = run(it, [start, 0], Math.round(400 / h ** 2));
    run(it, late, 2000, (state) => {
      sum += radius(state);
      count += 1;
    });
    expect(Math.abs(sum / count / limitCycleRadius(h) - 1)).toBeLessThan(0.01);
  }
});

test('NS-GAN, alternating: the radius after n steps is √(8/hn)', () => {
  const end = run(game('nonSaturating', 0.1, 'discriminatorFirst'), [1, 0], 50_000);
  expect(Math.abs(radius(end) / stability.alternatingRadius(0.1, 50_000) - 1)).toBeLessThan(0.02);
});

test('WGAN, simultaneous: grows by √(1 + h²) everywhere', () => {
  const it = game('wasserstein', 0.2, 'simultaneous');
  expect(radius(diracStep(it, [3, -4])) / 5).toBeCloseTo(stability.wassersteinGrowth(0.2), 12);
  expect(stability.growthPerStep(it)).toBeCloseTo(stability.wassersteinGrowth(0.2), 12);
});

test.each(['discriminator', 'generator'] as const)(
  'WGAN, alternating, %s first: conserves θ² + ψ² ± hθψ exactly',
  (first) => {
    const invariant = ([theta, psi]: State) => stability.wassersteinInvariant(theta, psi, 0.3, first);
    const end = run(game('wasserstein', 0.3, `${first}First`), [1, 0.4], 777);
    expect(invariant(end)).toBeCloseTo(invariant([1, 0.4]), 10);
  },
);

test('WGAN with clipping at c: θ swings to about c for ever', () => {
  let amplitude = 0;
  const it = game('wasserstein', 0.01, 'simultaneous', [{ kind: 'weightClipping', limit: 1 }]);
  const late = run(it, [0.3, 0], 30_000);
  run(it, late, 3000, ([theta]) => (amplitude = Math.max(amplitude, Math.abs(theta))));
  expect(Math.abs(amplitude - 1)).toBeLessThan(0.02);
});

test.each([
  [0.5, 0.3899],
  [1, 0.4169],
  [1.5, 0.4763],
])('WGAN-GP, γ = %d, target 0.3: a limit cycle that turns at %d', (gamma, published) => {
  expect(stability.turningPoint(gamma, 0.3)).toBeCloseTo(published, 3);
  const it = game('wasserstein', 0.001, 'discriminatorFirst', [
    { kind: 'gradientPenalty', weight: gamma / 2, target: 0.3 },
  ]);
  const late = run(it, [1, 0], 40_000);
  let amplitude = 0;
  run(it, late, 20_000, ([theta]) => (amplitude = Math.max(amplitude, Math.abs(theta))));
  expect(Math.abs(amplitude / stability.turningPoint(gamma, 0.3) - 1)).toBeLessThan(0.01);
});

test('WGAN-GP, γ = 3: stops beside the data, at γ · target', () => {
  const it = game('wasserstein', 0.01, 'discriminatorFirst', [{ kind: 'gradientPenalty', weight: 1.5, target: 0.3 }]);
  const [theta] = run(it, [2, 0], 20_000);
  expect(Math.abs(Math.abs(theta) / stability.turningPoint(3, 0.3) - 1)).toBeLessThan(0.02);
});

test.each([0.05, 0.3, 0.8, 1.2, 2])(
  'R1, γ = %d: simultaneous steps contract below their threshold and not above it',
  (gamma) => {
    const h = stability.simultaneousThreshold(gamma);
    if (gamma < 1) expect(h).toBeCloseTo(4 * gamma, 12);
    const growth = (share: number) => stability.growthPerStep(game('saturating', share * h, 'simultaneous', r1(gamma)));
    expect(growth(0.97)).toBeLessThan(1);
    expect(growth(1)).toBeCloseTo(1, 12);
    expect(growth(1.03)).toBeGreaterThan(1);
  },
);

test.each([0.05, 0.3, 0.8, 1.2, 2])('R1, γ = %d: alternating steps contract while h²/4 + 2hγ < 4', (gamma) => {
  const h = stability.alternatingThreshold(gamma);
  expect((h * h) / 4 + 2 * h * gamma).toBeCloseTo(4, 10);
  for (const order of ['discriminatorFirst', 'generatorFirst'] as const) {
    const growth = (share: number) => stability.growthPerStep(game('nonSaturating', share * h, order, r1(gamma)));
    expect(growth(0.97)).toBeLessThan(1);
    expect(growth(1)).toBeCloseTo(1, 10);
    expect(growth(1.03)).toBeGreaterThan(1);
  }
});

test('R1, alternating: the determinant of the step is 1 − hγ', () => {
  const [[a, b], [c, d]] = updateMatrix(game('saturating', 0.4, 'discriminatorFirst', r1(0.7))) ?? [
    [0, 0],
    [0, 0],
  ];
  expect(a * d - b * c).toBeCloseTo(1 - 0.28, 12);
});

test('critical damping: γ = 1 for R1, ½ for R1 and R2 together, σ = √2 for noise', () => {
  const swings = (penalties: Penalty[], noise?: number) =>
    (stability.flowEigenvalues(game('saturating', 0.1, 'simultaneous', penalties, noise)) ?? [])[0]?.im !== 0;
  expect([swings(r1(0.99)), swings(r1(1.01))]).toEqual([true, false]);
  const both = (weight: number): Penalty[] => [...r1(weight), { kind: 'r2', weight }];
  expect([swings(both(0.49)), swings(both(0.51))]).toEqual([true, false]);
  expect([swings([], 1.41), swings([], 1.42)]).toEqual([true, false]);
});

test.each<[string, DiracGame]>([
  ['R1', game('nonSaturating', 0.2, 'simultaneous', r1(0.5))],
  ['instance noise', game('saturating', 0.2, 'discriminatorFirst', [], 1)],
  ['consensus', game('saturating', 0.2, 'simultaneous', [{ kind: 'consensus', weight: 1 }])],
])('%s: the simulation shrinks by the spectral radius', (_, it) => {
  // Over whole stretches the swing averages out.
  const late = run(it, [0.01, 0], 50);
  const end = run(it, late, 200);
  const growth = stability.growthPerStep(it) ?? Number.NaN;
  expect(growth).toBeLessThan(1);
  expect(Math.abs((radius(end) / radius(late)) ** (1 / 200) / growth - 1)).toBeLessThan(0.003);
});
