// What stands in each player's loss: labels at their side, penalties where they belong, noise that fades, halves that add up.
import { expect, test } from 'vitest';
import { lossOf, updateOf } from '../../../src/gan/training/updates.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { gap } from '../../oracles/differences.ts';
import { smallGame } from './smallGame.ts';

const value = (scalar: tf.Tensor) => scalar.dataSync()[0] ?? NaN;

test('labels: D that is high on the real side loses little, and its mirror image much', () => {
  const { game, fresh, dispose } = smallGame({
    discriminator: { kind: 'linear', start: [2] },
    generator: { kind: 'point', start: [-4] },
    data: { kind: 'gaussian', mean: 4, sd: 0.1 },
  });
  tf.tidy(() => {
    expect(value(lossOf('discriminator', game, fresh(), () => 0)())).toBeLessThan(0.01);
    expect(value(lossOf('generator', game, fresh(), () => 0)())).toBeCloseTo(8, 2);
    game.discriminator.variables[0]?.assign(tf.tensor2d([[-2]]));
    expect(value(lossOf('discriminator', game, fresh(), () => 0)())).toBeCloseTo(16, 0);
  });
  dispose();
});

test('R1 looks at real data alone, R2 at generated data alone', () => {
  // D(x) = relu(x): slope 1 at the data (4), 0 at the generated point (−4).
  const relu = { kind: 'mlp' as const, widths: [1], activation: 'relu' as const };
  const penalised = (kind: 'r1' | 'r2' | undefined) => {
    const { game, fresh, dispose } = smallGame({
      discriminator: relu,
      generator: { kind: 'point', start: [-4] },
      data: { kind: 'gaussian', mean: 4, sd: 0.1 },
      penalties: kind ? [{ kind, weight: 3 }] : [],
    });
    const loss = tf.tidy(() => {
      game.discriminator.variables.forEach((each) => each.assign(tf.tensor2d([[1], [0]])));
      return value(lossOf('discriminator', game, fresh(), () => 0)());
    });
    dispose();
    return loss;
  };
  expect(penalised('r1') - penalised(undefined)).toBeCloseTo(1.5, 5);
  expect(penalised('r2') - penalised(undefined)).toBeCloseTo(0, 5);
});

test('instance noise is put on what D sees of both, and fades', () => {
  const spread = (step: number) => {
    const { game, fresh, dispose } = smallGame({
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
    const loss = tf.tidy(() => value(lossOf('generator', game, batches, () => step)()));
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
    const { game, fresh, dispose } = smallGame({
      penalties: weight ? [{ kind: 'gradientPenalty', weight, target: 1 }] : [],
    });
    const result = tf.tidy(() => value(lossOf('discriminator', game, fresh(), () => 0)()));
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
    const { game, fresh, dispose } = smallGame({ ...change, halves });
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
      const { loss, gradients } = updateOf('discriminator', counted, fresh(), () => 0);
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
