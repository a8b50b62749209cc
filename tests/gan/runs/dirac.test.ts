// The trainer itself, run as a Dirac-GAN, does what theory predicts: step by step, and in its growth near the equilibrium.
import { describe, expect, test } from 'vitest';
import { updateMatrix, type State } from '../../../src/gan/theory/dirac.ts';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';
import type { Penalty } from '../../../src/vocabulary/learning.ts';
import { eigenvalues } from '../../../src/gan/theory/stability.ts';
import { growthPerStep } from '../../oracles/diracStability.ts';
import { diracStep } from '../../oracles/diracStep.ts';
import { adversarialNames, dirac } from '../settings.ts';
import { inTurn, last, r1, radius, together, walk } from './diracWalk.ts';

const penalties: Record<string, Penalty[]> = {
  'no penalty': [],
  R1: [r1(0.4)],
  R2: [{ kind: 'r2', weight: 0.4 }],
  'R1 and R2': [r1(0.3), { kind: 'r2', weight: 0.2 }],
  'gradient penalty': [{ kind: 'gradientPenalty', weight: 0.3, target: 0.3 }],
  clipping: [{ kind: 'weightClipping', limit: 0.5 }],
  consensus: [{ kind: 'consensus', weight: 0.6 }],
};

describe.each(Object.entries(penalties))('%s', (_, chosen) => {
  test.each(adversarialNames)('%s: thirty steps are those of the closed form, in every order', async (objective) => {
    const schedules = [together, inTurn, { order: 'discriminatorFirst', discriminatorSteps: 2, generatorSteps: 1 }];
    for (const schedule of schedules) {
      const spec = dirac(0.1, [0.9, -0.6], { objective, penalties: chosen, schedule });
      const path = await walk(spec, 30);
      let state: State = [0.9, -0.6];
      for (let i = 1; i < path.length; i++) {
        state = diracStep(spec, state);
        expect(Math.abs((path[i]?.[0] ?? NaN) - state[0])).toBeLessThan(2e-5);
        expect(Math.abs((path[i]?.[1] ?? NaN) - state[1])).toBeLessThan(2e-5);
      }
    }
  });
});

/**
 * The factor per step near the equilibrium, from a trajectory that starts there. Where it turns (complex eigenvalues), the area
 * between two successive states changes by the square of the factor, without the wobble of the radius; else the slow direction is what is left.
 */
async function measuredGrowth(spec: Experiment, steps: number): Promise<number> {
  const path = await walk(spec, steps + 1);
  const turns =
    eigenvalues(
      updateMatrix(spec) ?? [
        [NaN, 0],
        [0, NaN],
      ],
    )[0].im !== 0;
  const area = (i: number) => {
    const [[a, b], [c, d]] = [path[i] ?? [NaN, NaN], path[i + 1] ?? [NaN, NaN]];
    return Math.abs(a * d - b * c);
  };
  if (turns) return (area(steps) / area(0)) ** (1 / (2 * steps));
  const from = Math.floor(steps / 2);
  return (radius(last(path)) / radius(path[from] ?? [NaN, NaN])) ** (1 / (steps + 1 - from));
}

const near: State = [0.006, 0.008];
const rows: Record<string, Partial<Record<keyof Experiment, unknown>>> = {
  'saturating, simultaneous': { objective: 'saturating', schedule: together },
  'non-saturating, simultaneous': { objective: 'nonSaturating', schedule: together },
  'relativistic, simultaneous': { objective: 'relativistic', schedule: together },
  'Wasserstein, simultaneous': { objective: 'wasserstein', schedule: together },
  'R1, simultaneous': { objective: 'saturating', penalties: [r1(0.3)], schedule: together },
  'R1, in turn': { objective: 'saturating', penalties: [r1(0.3)], schedule: inTurn },
  'R1 beyond critical, in turn': { objective: 'saturating', penalties: [r1(1.5)], schedule: inTurn },
  'non-saturating with R1': { objective: 'nonSaturating', penalties: [r1(0.3)], schedule: together },
  'R2, simultaneous': { objective: 'saturating', penalties: [{ kind: 'r2', weight: 0.3 }], schedule: together },
  'relativistic with R1 and R2': {
    objective: 'relativistic',
    penalties: [r1(0.2), { kind: 'r2', weight: 0.2 }],
    schedule: together,
  },
  'consensus, simultaneous': {
    objective: 'saturating',
    penalties: [{ kind: 'consensus', weight: 1 }],
    schedule: together,
  },
  'consensus, in turn': { objective: 'nonSaturating', penalties: [{ kind: 'consensus', weight: 1 }], schedule: inTurn },
};

test.each(Object.entries(rows))(
  '%s: the growth or decay per step is within 1 % of the predicted one',
  async (_, change) => {
    const spec = dirac(0.2, near, change);
    const predicted = growthPerStep(spec) ?? NaN;
    expect(Math.abs(predicted - 1)).toBeGreaterThan(1e-3);
    expect(((await measuredGrowth(spec, 60)) - 1) / (predicted - 1)).toBeCloseTo(1, 2);
  },
);
