// Updates: each player's gradients are those of its own loss over its own weights, for every objective and penalty.
import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';
import { objectiveNames } from '../../../src/vocabulary/objectives.ts';
import { lossOf, updateOf } from '../../../src/gan/training/updates.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { differences, gap } from '../../oracles/differences.ts';
import { smallGame } from './smallGame.ts';

const value = (scalar: tf.Tensor) => scalar.dataSync()[0] ?? NaN;
const players = ['discriminator', 'generator'] as const;

const twoAnswers = { kind: 'twoAnswers' as const, gap: 0.5, sd: 0.1 };

const cases: Record<string, Partial<Experiment>> = {
  ...Object.fromEntries(objectiveNames.map((objective) => [objective, { objective }])),
  smoothed: { realLabel: 0.9 },
  noisy: { instanceNoise: { sd: 0.5 } },
  r1: { penalties: [{ kind: 'r1', weight: 0.5 }] },
  'r1 and r2, relativistic': {
    objective: 'relativistic',
    penalties: [
      { kind: 'r1', weight: 0.5 },
      { kind: 'r2', weight: 0.3 },
    ],
  },
  'gradient penalty': { objective: 'wasserstein', penalties: [{ kind: 'gradientPenalty', weight: 1, target: 1 }] },
  consensus: { penalties: [{ kind: 'consensus', weight: 0.7 }] },
  'consensus, saturating': { objective: 'saturating', penalties: [{ kind: 'consensus', weight: 0.7 }] },
  'consensus, mean squared error': { objective: 'meanSquaredError', penalties: [{ kind: 'consensus', weight: 0.1 }] },
  'normal generator': { generator: { kind: 'normal', mean: -1, sd: 0.5 }, latent: 1 },
  'normal generator, saturating': {
    generator: { kind: 'normal', mean: -1, sd: 0.5 },
    latent: 1,
    objective: 'saturating',
  },
  'mean squared error, noisy': { objective: 'meanSquaredError', instanceNoise: { sd: 0.5 } },
  'mean squared error, paired': { objective: 'meanSquaredError', data: twoAnswers },
  conditional: { data: twoAnswers },
  'conditional, relativistic, R1 and R2': {
    data: twoAnswers,
    objective: 'relativistic',
    penalties: [
      { kind: 'r1', weight: 0.5 },
      { kind: 'r2', weight: 0.3 },
    ],
  },
  'conditional, consensus': { data: twoAnswers, penalties: [{ kind: 'consensus', weight: 0.7 }] },
  'halves apart': { halves: 'apart' },
  'halves apart, R1 and R2': {
    halves: 'apart',
    penalties: [
      { kind: 'r1', weight: 0.5 },
      { kind: 'r2', weight: 0.3 },
    ],
  },
};

describe.each(Object.entries(cases))('%s', (_, change) => {
  test.each(players)("the %s's gradients are the finite differences of its loss on the same batch", (player) => {
    const { game, fresh, dispose } = smallGame(change);
    tf.tidy(() => {
      const update = updateOf(player, game, fresh(), () => 0);
      // With consensus the whole loss is not lossOf alone: the update's own value is its oracle.
      const loss = () => updateOf(player, game, fresh(), () => 0).loss;
      const numeric = differences(loss, game[player].variables);
      const taped = update.gradients.map((each) => each.dataSync());
      const largest = Math.max(...numeric.flat().map(Math.abs));
      expect(largest).toBeGreaterThan(0.02);
      expect(gap(taped, numeric)).toBeLessThan(0.01 * largest + 3e-4);
    });
    dispose();
  });
});

test('a generated sample is a constant in the loss of D: no gradient reaches G', () => {
  const { game, fresh, dispose } = smallGame({ penalties: [{ kind: 'r2', weight: 1 }] });
  tf.tidy(() => {
    const loss = lossOf('discriminator', game, fresh(), () => 0);
    const { grads } = tf.engine().gradients(loss, [...game.generator.variables], undefined, true);
    expect(grads.every((each) => each === undefined)).toBe(true);
  });
  dispose();
});

test('D on real data is a constant in the loss of G, and stands at the side of real data', () => {
  const { game, fresh, dispose } = smallGame({ objective: 'relativistic' });
  tf.tidy(() => {
    // The relativistic loss of G against D = x: real data at 0 ± 1, generated at about −2, so that G loses more than log 2.
    tf.tidy(() => game.discriminator.variables.forEach((each, i) => i === 1 && each.assign(tf.zerosLike(each))));
    expect(value(lossOf('generator', game, fresh(), () => 0)())).toBeCloseTo(Math.LN2, 6);
  });
  dispose();
});

test('under the mean squared error G is paired with real data that has its condition', () => {
  const { game, fresh, dispose } = smallGame({
    objective: 'meanSquaredError',
    data: twoAnswers,
    penalties: [{ kind: 'consensus', weight: 0.1 }],
  });
  let given: ArrayLike<number> = [];
  let taught: ArrayLike<number> = [];
  const batches = fresh();
  const seen = {
    ...batches,
    real() {
      const real = batches.real();
      taught = real.dataSync();
      return real;
    },
    latents(real?: tf.Tensor2D) {
      const latents = batches.latents(real);
      given = latents.dataSync();
      for (let i = 0; i < 8; i++) expect(given[3 * i]).toBe(taught[2 * i]);
      return latents;
    },
  };
  const loss = tf.tidy(() => value(lossOf('generator', game, seen, () => 0)()));
  const made = tf.tidy(() => game.generator.apply(tf.tensor2d(Array.from(given), [8, 3])).dataSync());
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += ((made[2 * i + 1] ?? NaN) - (taught[2 * i + 1] ?? NaN)) ** 2;
  expect(loss).toBeCloseTo(sum / 8, 5);
  // Consensus asks for more, and checks the pairing above as it does.
  const whole = tf.tidy(() => value(updateOf('generator', game, seen, () => 0).loss));
  expect(whole).toBeGreaterThan(0);
  dispose();
});

test('the mean squared error does not ask D: whatever D is, G has the same gradients', () => {
  const { game, fresh, dispose } = smallGame({ objective: 'meanSquaredError' });
  const gradients = () =>
    tf.tidy(() => updateOf('generator', game, fresh(), () => 0).gradients.map((each) => each.dataSync()));
  const before = gradients();
  tf.tidy(() => game.discriminator.variables.forEach((each) => each.assign(tf.zerosLike(each))));
  expect(gradients()).toEqual(before);
  dispose();
});
