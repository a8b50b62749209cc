// What a frame adds to samples and field: D* where it is known, where the objective pushes, and a line that grows with G.
import { useBackend } from '../../../src/gan/backend.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Experiment } from '../../../src/vocabulary/experiment.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { createTrainer } from '../../../src/gan/runs/trainer.ts';
import { experiment } from '../settings.ts';

beforeAll(() => useBackend('cpu'));

async function frameOf(change: Record<string, unknown>, pull = true, steps = 0) {
  const trainer = createTrainer(experiment(change));
  try {
    for (let i = 0; i < steps; i++) trainer.advance();
    return await trainer.observe({ pull });
  } finally {
    trainer.dispose();
  }
}

const known = { generator: { kind: 'normal', mean: -1, sd: 1 }, latent: 1 };
/** D's logit ψx: its slope over x is ψ everywhere. */
const linear = { ...known, discriminator: { kind: 'linear', start: [2] } };

describe('the optimal discriminator', () => {
  test('of N(0, 1) and N(−1, 1) has the logit x + ½', async () => {
    const { field } = await frameOf(known);
    const { from = 0, to = 0, size = 0, optimal = [] } = field ?? {};
    for (let i = 0; i < size; i++) {
      const x = from + ((to - from) * i) / (size - 1);
      if (Math.abs(x) < 4) expect(optimal[i]).toBeCloseTo(x + 0.5, 3);
    }
    expect(optimal.length).toBe(size);
  });

  test('follows the generator as it learns, and is unknown for an MLP and behind noise', async () => {
    const before = await frameOf(known);
    const after = await frameOf(known, true, 50);
    expect([...(after.field?.optimal ?? [])]).not.toEqual([...(before.field?.optimal ?? [])]);
    expect((await frameOf({})).field?.optimal).toBeUndefined();
    expect((await frameOf({ ...known, instanceNoise: { sd: 1 } })).field?.optimal).toBeUndefined();
    expect((await frameOf({ ...known, objective: 'wasserstein' })).field?.optimal).toBeUndefined();
  });
});

test('dots are of G itself, beside the field that it learns from; drawings are of the averaged weights that are measured', async () => {
  const drawings = { data: { kind: 'cats' } };
  // An average that never follows stays where G began.
  const still = { average: 0.999999 };
  const change = async (more: Record<string, unknown>) => {
    const [before, after] = [await frameOf(more, false), await frameOf(more, false, 20)];
    return Math.max(...after.fake.map((x, i) => Math.abs(x - (before.fake[i] ?? 0))));
  };
  expect(await change(still)).toBeGreaterThan(1e-3);
  expect(await change({ ...drawings, ...still })).toBeLessThan(1e-3);
  expect(await change(drawings)).toBeGreaterThan(1e-3);
});

describe('where the objective pushes its samples', () => {
  const logitsOf = ({ fake }: { fake: Float32Array }, n: number) => [...fake.slice(0, n)].map((x) => 2 * x);

  test.each(['saturating', 'nonSaturating', 'wasserstein', 'leastSquares'] as const)(
    '%s: minus its slope over the logit, times the slope of the logit',
    async (objective) => {
      const frame = await frameOf({ ...linear, objective });
      const pull = [...(frame.pull ?? [])];
      expect(pull.length).toBeGreaterThan(50);
      const sigmoid = (l: number) => 1 / (1 + Math.exp(-l));
      const slope = {
        saturating: (l: number) => -sigmoid(l),
        nonSaturating: (l: number) => -sigmoid(-l),
        wasserstein: () => -1,
        leastSquares: (l: number) => l - 1,
      }[objective];
      logitsOf(frame, pull.length).forEach((l, i) => expect(pull[i]).toBeCloseTo(-slope(l) * 2, 4));
    },
  );

  test('per sample the saturating push is e^l times the non-saturating one', async () => {
    const [saturating, other] = [
      await frameOf({ ...linear, objective: 'saturating' }),
      await frameOf({ ...linear, objective: 'nonSaturating' }),
    ];
    logitsOf(saturating, saturating.pull?.length ?? 0).forEach((l, i) =>
      expect((saturating.pull?.[i] ?? 0) / (other.pull?.[i] ?? 0) / Math.exp(l)).toBeCloseTo(1, 3),
    );
  });

  test('in pairs it compares with the real sample of the same row', async () => {
    const frame = await frameOf({ ...linear, objective: 'relativistic' });
    const pull = [...(frame.pull ?? [])];
    pull.forEach((push, i) => {
      const gap = 2 * ((frame.real[i] ?? 0) - (frame.fake[i] ?? 0));
      expect(push).toBeCloseTo(2 / (1 + Math.exp(-gap)), 4);
    });
  });

  test('does not move what was given, has no meaning for a loss past D, and comes only if asked for', async () => {
    const answers = { data: { kind: 'twoAnswers', gap: 0.5, sd: 0.05 } };
    const { pull = [] } = await frameOf(answers);
    expect(pull.length).toBe(2 * 128);
    for (let i = 0; i < pull.length; i += 2) expect(pull[i]).toBe(0);
    expect([...pull].some((push) => push !== 0)).toBe(true);
    expect((await frameOf({ ...answers, objective: 'meanSquaredError' })).pull).toBeUndefined();
    expect((await frameOf({}, false)).pull).toBeUndefined();
  });
});

describe('what is looked at', () => {
  test('the line grows to hold a generator that the reader has moved, and nothing leaks', async () => {
    const before = tf.memory().numTensors;
    const trainer = createTrainer(experiment(known));
    const first = await trainer.observe();
    const moved: Experiment = experiment({ ...known, generator: { kind: 'normal', mean: 20, sd: 2 } });
    trainer.change(moved);
    const second = await trainer.observe();
    trainer.dispose();
    expect(first.field?.to).toBeLessThan(10);
    expect(second.field?.to).toBeGreaterThanOrEqual(26);
    expect(second.field?.from).toBe(first.field?.from);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('drawings have no field; answers are given to the questions of the data', async () => {
    const drawings = await frameOf({ data: { kind: 'cats' } });
    expect(drawings.field).toBeUndefined();
    expect(drawings.fake.length).toBe(24 * 256);
    const answers = await frameOf({ data: { kind: 'twoAnswers', gap: 0.5, sd: 0.05 } });
    for (let i = 0; i < answers.fake.length; i += 2) expect(answers.fake[i]).toBe(answers.real[i]);
  });
});

describe('what is measured', () => {
  const measured = async (change: Record<string, unknown>, ...metrics: Parameters<typeof measureAll>[1]) =>
    measureAll(experiment(change), metrics);

  test('one labelled batch and two batches have one loss', async () => {
    const { halvesGap, discriminatorLoss = 0 } = await measured({}, 'halvesGap', 'discriminatorLoss');
    expect(halvesGap).toBeLessThan(1e-6);
    expect(discriminatorLoss).toBeGreaterThan(0.1);
    expect((await measured({ objective: 'wasserstein' }, 'halvesGap')).halvesGap).toBeUndefined();
  });

  test('the value of D against its best', async () => {
    const half = { ...known, discriminator: { kind: 'linear', start: [0] } };
    const { value = 0, optimalValue = 0, valueGap } = await measured(half, 'value', 'optimalValue', 'valueGap');
    expect(value).toBeCloseTo(-Math.log(4), 4);
    expect(optimalValue).toBeCloseTo(2 * 0.111421 - Math.log(4), 4);
    expect(valueGap).toBeCloseTo(optimalValue - value, 6);
    expect((await measured({}, 'value')).value).toBeUndefined();
  });

  test('mean scores are probabilities: D = σ(2x) of data around 0 and samples around −1', async () => {
    const { realScore, fakeScore = 1 } = await measured(linear, 'realScore', 'fakeScore');
    expect(realScore).toBeCloseTo(0.5, 1);
    expect(fakeScore).toBeLessThan(0.3);
  });

  test('the Dirac-GAN is where it starts', async () => {
    const change = {
      data: { kind: 'dirac', at: 0 },
      latent: 1,
      generator: { kind: 'point', start: [0.6] },
      discriminator: { kind: 'linear', start: [-0.8] },
    };
    const { theta, psi, radius } = await measured(change, 'theta', 'psi', 'radius');
    expect([theta, psi, radius].map((each) => each?.toFixed(5))).toEqual(['0.60000', '-0.80000', '1.00000']);
  });
});

async function measureAll(of: Experiment, metrics: Parameters<ReturnType<typeof createTrainer>['measure']>[0]) {
  const trainer = createTrainer(of);
  try {
    return (await trainer.measure(metrics)).values;
  } finally {
    trainer.dispose();
  }
}
