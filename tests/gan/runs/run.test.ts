// Runs: measured at the same steps however they are driven, and judged as the claims say.
import { describe, expect, test } from 'vitest';
import { startRun, type TrainingRun } from '../../../src/gan/runs/run.ts';
import type { Plan } from '../../../src/vocabulary/plan.ts';
import type { DemoInput } from '../../../src/vocabulary/demo.ts';
import { defineDemo } from '../../../src/vocabulary/defineDemo.ts';
import { trainToVerdict } from '../../../src/gan/runs/trainUntilDecided.ts';
import { buffersOf } from '../../../src/gan/training/snapshot.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { dirac, experiment } from '../settings.ts';

const plan = (change: Partial<Plan> = {}): Plan => ({
  experiment: experiment({ schedule: { warmup: 7 } }),
  metrics: ['wasserstein1', 'meanFakeLogit'],
  every: 5,
  length: 22,
  pull: false,
  ...change,
});

async function follow<T>(of: Plan, life: (run: TrainingRun) => Promise<T>): Promise<T> {
  const before = tf.memory().numTensors;
  const run = startRun(of);
  const result = await life(run);
  run.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return result;
}

/** Drives a run to its end in turns of the given sizes, over and over. */
const drive = (turns: number[]) =>
  follow(plan(), async (run) => {
    let done = 0;
    for (let i = 0; !run.finished; i++) done += await run.advance(turns[i % turns.length] ?? 1);
    return { done, measurements: [...run.measurements], end: await run.trainer.snapshot() };
  });

test('measurements are taken at 0 and at every multiple, after the warm-up, whatever the turns', async () => {
  const whole = await drive([1000]);
  expect(whole.measurements.map(({ step }) => step)).toEqual([0, 5, 10, 15, 20]);
  expect(whole.done).toBe(7 + 22);
  for (const turns of [[1], [3, 8], [7, 5, 0]]) expect(await drive(turns)).toEqual(whole);
});

test('a turn does as many steps as it may, and fewer only at the end', () =>
  follow(plan(), async (run) => {
    expect(await run.advance(4)).toBe(4);
    expect(run.trainer.warmup).toEqual({ done: 4, of: 7 });
    expect(await run.advance(20)).toBe(20);
    expect(run.trainer.step).toBe(17);
    expect(await run.advance(20)).toBe(5);
    expect(run.finished).toBe(true);
    expect(await run.advance(20)).toBe(0);
  }));

test('nothing is measured while D learns alone; a turn of nothing measures the start', () =>
  follow(plan(), async (run) => {
    await run.advance(6);
    expect(run.measurements).toEqual([]);
    await run.advance(1);
    expect(run.measurements.map(({ step }) => step)).toEqual([0]);
    await follow(plan({ experiment: experiment() }), async (other) => {
      expect(await other.advance(0)).toBe(0);
      expect(other.measurements.map(({ step }) => step)).toEqual([0]);
      await other.advance(0);
      expect(other.measurements).toHaveLength(1);
    });
  }));

test('new measurements go with one frame, once', () =>
  follow(plan({ experiment: experiment() }), async (run) => {
    await run.advance(5);
    expect((await run.observe()).measurements.map(({ step }) => step)).toEqual([0, 5]);
    expect((await run.observe()).measurements).toEqual([]);
    await run.advance(5);
    expect((await run.observe()).measurements.map(({ step }) => step)).toEqual([10]);
    expect((await run.observe()).measurements).toEqual([]);
  }));

test('restarted, it repeats itself bit for bit; with another experiment, it is that one', () =>
  follow(plan(), async (run) => {
    await run.advance(100);
    const first = [...run.measurements];
    run.restart();
    expect(run.measurements).toEqual([]);
    expect(run.finished).toBe(false);
    await run.advance(100);
    expect(run.measurements).toEqual(first);
    run.restart(experiment({ seed: 9 }));
    await run.advance(100);
    expect(run.measurements).not.toEqual(first);
    expect(run.trainer.experiment.seed).toBe(9);
  }));

test('resumed from a snapshot on a new engine, it measures from there, and ends as it would have', async () => {
  const whole = await drive([1000]);
  const snapshot = await follow(plan(), async (run) => {
    await run.advance(7 + 10);
    return structuredClone(await run.trainer.snapshot());
  });
  expect(snapshot.step).toBe(10);
  await follow(plan(), async (run) => {
    run.resume(snapshot);
    await run.advance(100);
    expect(run.measurements).toEqual(whole.measurements.filter(({ step }) => step >= 10));
    expect(await run.trainer.snapshot()).toEqual(whole.end);
  });
});

test('the buffers of a snapshot hold all of its numbers, so that it can be handed over', async () => {
  const snapshot = await follow(plan({ experiment: experiment({ average: 0.9 }) }), (run) => run.trainer.snapshot());
  const whole = structuredClone(snapshot);
  const bytes = buffersOf(snapshot).reduce((sum, buffer) => sum + buffer.byteLength, 0);
  const moved = structuredClone(snapshot, { transfer: buffersOf(snapshot) });
  expect(moved).toEqual(whole);
  expect(snapshot.generator.weights.every((each) => each.length === 0)).toBe(true);
  expect(bytes).toBeGreaterThan(0);
});

describe('to the verdict', () => {
  // The Wasserstein game on the Dirac-GAN grows by √(1 + h²) a step, or turns in circles when the players alternate.
  const demo = (claims: DemoInput['variants'][string]['claims']) =>
    defineDemo({
      title: 'Circles',
      caption: 'Two players who move at the same time spiral out.',
      experiment: dirac(0.1, [1, 0], { objective: 'wasserstein', schedule: { order: 'simultaneous' } }),
      variants: {
        together: { label: 'Together', change: {}, claims },
        inTurn: {
          label: 'In turn',
          change: { schedule: { order: 'discriminatorFirst', discriminatorSteps: 1, generatorSteps: 1, warmup: 0 } },
          claims: [{ says: 'the distance stays as it was', metric: 'radius', atMost: 1.1, at: 200 }],
        },
      },
      initial: 'together',
      shows: ['losses'],
      every: 10,
      length: 300,
    });
  const growth = 1.01 ** 0.5;

  test('each claim has its verdict and the step at which it came to hold', async () => {
    const before = tf.memory().numTensors;
    const seen: number[] = [];
    const [went] = await trainToVerdict(
      demo([
        { says: 'the distance doubles soon', metric: 'radius', atLeast: 2, by: 200 },
        { says: 'and is still small at step 20', metric: 'radius', atMost: 1.2, at: 20 },
        { says: 'but has gone back by step 50', metric: 'radius', atMost: 1, at: 50 },
      ]),
      ['together'],
      { onProgress: (step) => seen.push(step) },
    );
    expect(went?.judgements.map(({ verdict }) => verdict)).toEqual(['holds', 'holds', 'broken']);
    // The first multiple of 10 with growth^n ≥ 2 is 140.
    expect(growth ** 130).toBeLessThan(2);
    expect(went?.judgements.map(({ step }) => step)).toEqual([140, 20, 50]);
    expect(went?.frame.step).toBe(140);
    expect(seen.at(-1)).toBe(140);
    expect(went?.frame.measurements.map(({ step }) => step)).toEqual(Array.from({ length: 15 }, (_, i) => 10 * i));
    expect(went?.frame.measurements[14]?.values.radius).toBeCloseTo(growth ** 140, 4);
    expect(went?.frame.losses.step).toHaveLength(140);
    expect(tf.memory().numTensors).toBe(before);
  });

  test("another variant has its own experiment and claims, and the seed may be another than the demo's", async () => {
    const claims = [{ says: 'the distance doubles soon', metric: 'radius' as const, atLeast: 2, by: 200 }];
    const [inTurn] = await trainToVerdict(demo(claims), ['inTurn'], { seed: 4 });
    expect(inTurn?.judgements).toMatchObject([{ verdict: 'holds', step: 200 }]);
    await expect(trainToVerdict(demo(claims), ['nowhere'])).rejects.toThrow(
      'has no variant "nowhere". Known: together, inTurn',
    );
  });

  test('a bound that is never kept breaks at its step', async () => {
    const claims = [{ says: 'the distance grows a thousandfold', metric: 'radius' as const, atLeast: 1000, by: 300 }];
    const [went] = await trainToVerdict(demo(claims), ['together']);
    expect(went?.judgements).toMatchObject([{ verdict: 'broken', step: 300 }]);
    expect(went?.frame.step).toBe(300);
  });
});

test('frames carry the pull on the samples where the plan asks for it, and else do without', async () => {
  for (const pull of [true, false]) {
    await follow(plan({ pull }), async (run) => {
      expect('pull' in (await run.observe())).toBe(pull);
    });
  }
});
