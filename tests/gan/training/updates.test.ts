// Updates: each player's gradients are those of its own loss over its own weights, for every objective and penalty.
import { describe, expect, test } from 'vitest';
import { createBatches } from '../../../src/gan/training/batches.ts';
import { distribution } from '../../../src/gan/data/distributions.ts';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';
import { objectiveNames } from '../../../src/vocabulary/objectives.ts';
import { lossOf, updateOf, type Game } from '../../../src/gan/training/updates.ts';
import { conditional, createNetwork } from '../../../src/gan/training/networks.ts';
import { stream } from '../../../src/gan/random.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { differences, gap } from '../../oracles/differences.ts';
import { experiment } from '../settings.ts';

/** A game, its draws, and a way to have the same draws again. */
function table(change: Record<string, unknown>) {
  const spec = experiment({ batch: 8, generator: { ...experiment().generator, shift: 0.5 }, ...change });
  const data = distribution(spec.data);
  const { dimension, given } = data;
  const own = createNetwork(spec.generator, given + spec.latent, dimension - given, stream(1, 'g'));
  const game: Game = {
    experiment: spec,
    generator: conditional(own, given),
    discriminator: createNetwork(spec.discriminator, dimension, 1, stream(2, 'd')),
  };
  const fresh = () => createBatches(spec, data);
  const dispose = () => [game.generator, game.discriminator].forEach((network) => network.dispose());
  return { game, fresh, dispose };
}

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
    const { game, fresh, dispose } = table(change);
    tf.tidy(() => {
      const update = updateOf(player, game, fresh(), 0);
      // With consensus the whole loss is not lossOf alone: the update's own value is its oracle.
      const loss = () => updateOf(player, game, fresh(), 0).loss;
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
  const { game, fresh, dispose } = table({ penalties: [{ kind: 'r2', weight: 1 }] });
  tf.tidy(() => {
    const loss = lossOf('discriminator', game, fresh(), 0);
    const { grads } = tf.engine().gradients(loss, [...game.generator.variables], undefined, true);
    expect(grads.every((each) => each === undefined)).toBe(true);
  });
  dispose();
});

test('D on real data is a constant in the loss of G, and stands at the side of real data', () => {
  const { game, fresh, dispose } = table({ objective: 'relativistic' });
  tf.tidy(() => {
    // The relativistic loss of G against D = x: real data at 0 ± 1, generated at about −2, so that G loses more than log 2.
    tf.tidy(() => game.discriminator.variables.forEach((each, i) => i === 1 && each.assign(tf.zerosLike(each))));
    expect(value(lossOf('generator', game, fresh(), 0)())).toBeCloseTo(Math.LN2, 6);
  });
  dispose();
});

test('labels: D that is high on the real side loses little, and its mirror image much', () => {
  const { game, fresh, dispose } = table({
    discriminator: { kind: 'linear', start: [2] },
    generator: { kind: 'point', start: [-4] },
    data: { kind: 'gaussian', mean: 4, sd: 0.1 },
  });
  tf.tidy(() => {
    expect(value(lossOf('discriminator', game, fresh(), 0)())).toBeLessThan(0.01);
    expect(value(lossOf('generator', game, fresh(), 0)())).toBeCloseTo(8, 2);
    game.discriminator.variables[0]?.assign(tf.tensor2d([[-2]]));
    expect(value(lossOf('discriminator', game, fresh(), 0)())).toBeCloseTo(16, 0);
  });
  dispose();
});

test('R1 looks at real data alone, R2 at generated data alone', () => {
  // D(x) = relu(x): slope 1 at the data (4), 0 at the generated point (−4).
  const relu = { kind: 'mlp' as const, widths: [1], activation: 'relu' as const };
  const penalised = (kind: 'r1' | 'r2' | undefined) => {
    const { game, fresh, dispose } = table({
      discriminator: relu,
      generator: { kind: 'point', start: [-4] },
      data: { kind: 'gaussian', mean: 4, sd: 0.1 },
      penalties: kind ? [{ kind, weight: 3 }] : [],
    });
    const loss = tf.tidy(() => {
      game.discriminator.variables.forEach((each) => each.assign(tf.tensor2d([[1], [0]])));
      return value(lossOf('discriminator', game, fresh(), 0)());
    });
    dispose();
    return loss;
  };
  expect(penalised('r1') - penalised(undefined)).toBeCloseTo(1.5, 5);
  expect(penalised('r2') - penalised(undefined)).toBeCloseTo(0, 5);
});

test('instance noise is put on what D sees of both, and fades', () => {
  const spread = (step: number) => {
    const { game, fresh, dispose } = table({
      data: { kind: 'dirac', at: 0 },
      objective: 'wasserstein',
      generator: { kind: 'point', start: [0] },
      discriminator: { kind: 'linear', start: [1] },
      instanceNoise: { sd: 2, until: 100 },
      batch: 4096,
      penalties: [{ kind: 'gradientPenalty', weight: 1, target: 0 }],
    });
    const batches = fresh();
    // Every loss is a mean of D's outputs, which are the noise here.
    const loss = tf.tidy(() => value(lossOf('generator', game, batches, step)()));
    dispose();
    return Math.abs(loss);
  };
  expect(spread(0)).toBeGreaterThan(0);
  expect(spread(0)).toBeLessThan((4 * 2) / Math.sqrt(4096));
  expect(spread(50)).toBeCloseTo(spread(0) / 2, 5);
  expect(spread(100)).toBe(0);
});

test('a penalty doubled adds twice as much', () => {
  const loss = (weight: number) => {
    const { game, fresh, dispose } = table({
      penalties: weight ? [{ kind: 'gradientPenalty', weight, target: 1 }] : [],
    });
    const result = tf.tidy(() => value(lossOf('discriminator', game, fresh(), 0)()));
    dispose();
    return result;
  };
  expect((loss(2) - loss(0)) / (loss(1) - loss(0))).toBeCloseTo(2, 4);
});

const bothPenalties = [
  { kind: 'r1', weight: 0.5 },
  { kind: 'r2', weight: 0.3 },
];
test.each<[string, { penalties?: typeof bothPenalties; realLabel?: number; objective?: string }]>([
  ['plain', {}],
  ['smoothed', { realLabel: 0.9 }],
  ['relativistic', { objective: 'relativistic' }],
  ['R1 and R2', { penalties: bothPenalties }],
  ['R1 alone', { penalties: bothPenalties.slice(0, 1) }],
])('%s: two halves apart make the loss and the gradients of one batch with labels', (_, change) => {
  const [together, apart] = (['together', 'apart'] as const).map((halves) => {
    const { game, fresh, dispose } = table({ ...change, halves });
    let passes = 0;
    const { discriminator } = game;
    const counted = {
      ...game,
      discriminator: {
        ...discriminator,
        apply: (...x: Parameters<typeof discriminator.apply>) => {
          passes += 1;
          return discriminator.apply(...x);
        },
      },
    };
    const seen = tf.tidy(() => {
      const { loss, gradients } = updateOf('discriminator', counted, fresh(), 0);
      return { loss: value(loss), gradients: gradients.map((each) => each.dataSync()), passes };
    });
    dispose();
    return seen;
  });
  if (!together || !apart) throw new Error('both were run');
  expect(apart.passes).toBe(2);
  // Where only one half is penalised, the other is better judged on its own.
  expect(together.passes).toBe(change.penalties?.length === 1 ? 2 : 1);
  expect(apart.loss).toBeCloseTo(together.loss, 6);
  expect(gap(apart.gradients, together.gradients)).toBeLessThan(1e-6);
});

test('under the mean squared error G is paired with real data that has its condition', () => {
  const { game, fresh, dispose } = table({
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
  const loss = tf.tidy(() => value(lossOf('generator', game, seen, 0)()));
  const made = tf.tidy(() => game.generator.apply(tf.tensor2d(Array.from(given), [8, 3])).dataSync());
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += ((made[2 * i + 1] ?? NaN) - (taught[2 * i + 1] ?? NaN)) ** 2;
  expect(loss).toBeCloseTo(sum / 8, 5);
  // Consensus asks for more, and checks the pairing above as it does.
  const whole = tf.tidy(() => value(updateOf('generator', game, seen, 0).loss));
  expect(whole).toBeGreaterThan(0);
  dispose();
});

test('the mean squared error does not ask D: whatever D is, G has the same gradients', () => {
  const { game, fresh, dispose } = table({ objective: 'meanSquaredError' });
  const gradients = () =>
    tf.tidy(() => updateOf('generator', game, fresh(), 0).gradients.map((each) => each.dataSync()));
  const before = gradients();
  tf.tidy(() => game.discriminator.variables.forEach((each) => each.assign(tf.zerosLike(each))));
  expect(gradients()).toEqual(before);
  dispose();
});
