// Where the trainer ends up as a Dirac-GAN is where theory says: its cycles, its thresholds of stability, and what noise makes of them.
import { diracStep } from '../../oracles/diracStep.ts';
import {
  alternatingRadius,
  alternatingThreshold,
  simultaneousThreshold,
  turningPoint,
  wassersteinInvariant,
} from '../../oracles/diracStability.ts';
import { describe, expect, test } from 'vitest';
import { type State } from '../../../src/gan/theory/dirac.ts';
import { limitCycleRadius } from '../../../src/gan/theory/stability.ts';
import { createTrainer } from '../../../src/gan/runs/trainer.ts';
import { dirac } from '../settings.ts';
import { inTurn, last, r1, radius, reach, stateOf, together, walk } from './diracWalk.ts';

test.each(['saturating', 'nonSaturating'] as const)(
  '%s, in turn: neutral up to h = 4, unstable above; more moves count as √(n_G n_D)',
  async (objective) => {
    const staysNear = async (h: number, moves = {}) =>
      (await reach(dirac(h, [1e-4, 1e-4], { objective, schedule: { ...inTurn, ...moves } }), 60, 2e-3)) < Infinity;
    expect(await staysNear(3.88)).toBe(true);
    expect(await staysNear(4.12)).toBe(false);
    const four = { generatorSteps: 2, discriminatorSteps: 2 };
    expect(await staysNear(1.94, four)).toBe(true);
    expect(await staysNear(2.06, four)).toBe(false);
  },
);

describe('limit cycles', () => {
  test.each([0.1, 0.2])(
    'non-saturating, simultaneous, h = %f: the radius goes to √(2h) from within and from without',
    async (h) => {
      for (const factor of [0.8, 1.25]) {
        const start = factor * limitCycleRadius(h);
        const path = await walk(dirac(h, [start, 0], { schedule: together }), 2000);
        const turn = path.slice(-200).map(radius);
        expect(turn.reduce((sum, r) => sum + r, 0) / turn.length / limitCycleRadius(h)).toBeCloseTo(1, 1.7);
      }
    },
  );

  test('non-saturating, in turn: the radius falls as √(8/(hn))', async () => {
    const [h, n] = [0.5, 3000];
    const path = await walk(dirac(h, [1, 1], { schedule: inTurn }), n);
    const turn = path.slice(-100).map(radius);
    expect(turn.reduce((sum, r) => sum + r, 0) / turn.length / alternatingRadius(h, n)).toBeCloseTo(1, 1.5);
  });

  test('saturating, in turn, and Wasserstein, in turn: neither grows nor decays', async () => {
    const wasserstein = await walk(dirac(0.3, [1, -0.5], { objective: 'wasserstein', schedule: inTurn }), 1000);
    const invariant = ([theta, psi]: State) => wassersteinInvariant(theta, psi, 0.3, 'generator');
    for (const state of wasserstein) expect(invariant(state) / invariant([1, -0.5])).toBeCloseTo(1, 3);
    const saturating = (await walk(dirac(0.1, [1, 0], { objective: 'saturating', schedule: inTurn }), 2000)).map(
      radius,
    );
    expect(Math.max(...saturating.slice(-300))).toBeCloseTo(Math.max(...saturating.slice(0, 300)), 2);
  });

  test('Wasserstein with clipping: no convergence; θ goes as far as the limit', async () => {
    const spec = dirac(0.02, [3, 0], {
      objective: 'wasserstein',
      penalties: [{ kind: 'weightClipping', limit: 1 }],
      schedule: inTurn,
    });
    const path = await walk(spec, 3000);
    expect(Math.max(...path.slice(-700).map(([theta]) => Math.abs(theta)))).toBeCloseTo(1, 1.5);
  });

  test.each([
    [0.5, 0.3899],
    [1, 0.4169],
    [1.5, 0.4763],
  ])('Wasserstein with a gradient penalty, γ = %f: it turns at θ = %f and stays', async (gamma, turning) => {
    const g0 = 0.3;
    expect(turningPoint(gamma, g0)).toBeCloseTo(turning, 3);
    // The trainer's penalty is weight · (‖∇D‖ − target)², the formula's half of γ times that.
    const spec = dirac(0.01, [1, 0], {
      objective: 'wasserstein',
      penalties: [{ kind: 'gradientPenalty', weight: gamma / 2, target: g0 }],
      schedule: inTurn,
    });
    const path = await walk(spec, 2500);
    expect(Math.max(...path.slice(-700).map(([theta]) => Math.abs(theta))) / turning).toBeCloseTo(1, 1.6);
  });

  // Until rounding pushes it over ψ = 0, to the same place on the other side.
  test('with γ = 3 it stops at θ = ∓γ g₀, away from the data', async () => {
    const spec = dirac(0.01, [2, 0.5], {
      objective: 'wasserstein',
      penalties: [{ kind: 'gradientPenalty', weight: 1.5, target: 0.3 }],
      schedule: together,
    });
    const [theta, psi] = last(await walk(spec, 2000));
    expect(Math.abs(theta)).toBeCloseTo(0.9, 2);
    expect(Math.abs(psi)).toBeLessThan(0.01);
  });
});

describe('thresholds of stability', () => {
  /** Whether steps contract: from 1.4e-4 the radius goes to nothing, and not past 0.01. */
  const contracts = async (h: number, change: Record<string, unknown>) => {
    if ((await reach(dirac(h, [1e-4, 1e-4], change), 400, 0.01)) === Infinity) return false;
    return radius(last(await walk(dirac(h, [1e-4, 1e-4], change), 400))) < 1.4e-4;
  };

  test.each([0.3, 0.5, 0.7])(
    'R1 of weight %f: simultaneous steps contract up to h = 4γ and no further',
    async (gamma) => {
      const change = { objective: 'saturating', penalties: [r1(gamma)], schedule: together };
      expect(simultaneousThreshold(gamma)).toBeCloseTo(4 * gamma, 12);
      expect(await contracts(0.97 * 4 * gamma, change)).toBe(true);
      expect(await contracts(1.03 * 4 * gamma, change)).toBe(false);
      // R1 and R2 of the same weight count twice: R3GAN is critical at half the weight.
      const both = {
        objective: 'relativistic',
        penalties: [r1(gamma / 2), { kind: 'r2', weight: gamma / 2 }],
        schedule: together,
      };
      expect(await contracts(0.97 * 4 * gamma, both)).toBe(true);
      expect(await contracts(1.03 * 4 * gamma, both)).toBe(false);
    },
  );

  test.each([0.3, 0.7])(
    'R1 of weight %f: alternating steps contract up to h²/4 + 2hγ = 4 and no further',
    async (gamma) => {
      const change = { objective: 'nonSaturating', penalties: [r1(gamma)], schedule: inTurn };
      const limit = alternatingThreshold(gamma);
      expect((limit * limit) / 4 + 2 * limit * gamma).toBeCloseTo(4, 9);
      expect(await contracts(0.97 * limit, change)).toBe(true);
      expect(await contracts(1.03 * limit, change)).toBe(false);
    },
  );
});

describe('instance noise', () => {
  const noisy = (start: State, batch: number) =>
    dirac(0.2, start, { objective: 'saturating', schedule: together, instanceNoise: { sd: 1 }, batch });

  test.each([
    [0.5, 0.8],
    [0, 1],
    [-1, 0.5],
  ] as const)('from (%f, %f), the mean step is within a hundredth of the expected one', async (theta, psi) => {
    const spec = noisy([theta, psi], 4096);
    const trainer = createTrainer(spec);
    const start = await trainer.snapshot();
    const repeats = 200;
    let mean: State = [0, 0];
    for (let i = 0; i < repeats; i++) {
      trainer.advance();
      const [a, b] = await stateOf(trainer);
      mean = [mean[0] + a / repeats, mean[1] + b / repeats];
      // The same weights, and fresh noise.
      const { streams } = await trainer.snapshot();
      trainer.restore({ ...start, streams });
    }
    trainer.dispose();
    const expected = diracStep(spec, [theta, psi]);
    const length = radius([expected[0] - theta, expected[1] - psi]);
    expect(Math.abs(mean[0] - expected[0]) / length).toBeLessThan(0.01);
    expect(Math.abs(mean[1] - expected[1]) / length).toBeLessThan(0.01);
  });

  test('it turns circles into convergence', async () => {
    expect(radius(last(await walk(noisy([1, 0], 512), 250)))).toBeLessThan(0.15);
    const without = dirac(0.2, [1, 0], { objective: 'saturating', schedule: together });
    expect(radius(last(await walk(without, 250)))).toBeGreaterThan(1);
  });
});
