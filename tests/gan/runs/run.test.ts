// Courses: measured at the same steps however they are driven, and judged as the claims say.
import { describe, expect, test } from 'vitest';
import { startCourse, type Course, type CoursePlan } from '../../../src/gan/runs/run.ts';
import { defineDemo, type DemoInput } from '../../../src/vocabulary/experiment.ts';
import { rehearse } from '../../../src/gan/runs/verdict.ts';
import { buffersOf } from '../../../src/gan/training/snapshot.ts';
import { tf } from '../../../src/gan/tensorflow.ts';
import { dirac, experiment } from '../settings.ts';

const plan = (change: Partial<CoursePlan> = {}): CoursePlan => ({
  experiment: experiment({ schedule: { warmup: 7 } }),
  metrics: ['wasserstein1', 'meanFakeLogit'],
  every: 5,
  length: 22,
  ...change,
});

async function follow<T>(of: CoursePlan, life: (course: Course) => Promise<T>): Promise<T> {
  const before = tf.memory().numTensors;
  const course = startCourse(of);
  const result = await life(course);
  course.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return result;
}

/** Drives a course to its end in turns of the given sizes, over and over. */
const drive = (turns: number[]) =>
  follow(plan(), async (course) => {
    let done = 0;
    for (let i = 0; !course.finished; i++) done += await course.advance(turns[i % turns.length] ?? 1);
    return { done, measurements: [...course.measurements], end: await course.trainer.snapshot() };
  });

test('measurements are taken at 0 and at every multiple, after the warm-up, whatever the turns', async () => {
  const whole = await drive([1000]);
  expect(whole.measurements.map(({ step }) => step)).toEqual([0, 5, 10, 15, 20]);
  expect(whole.done).toBe(7 + 22);
  for (const turns of [[1], [3, 8], [7, 5, 0]]) expect(await drive(turns)).toEqual(whole);
});

test('a turn does as many steps as it may, and fewer only at the end', () =>
  follow(plan(), async (course) => {
    expect(await course.advance(4)).toBe(4);
    expect(course.trainer.warmup).toEqual({ done: 4, of: 7 });
    expect(await course.advance(20)).toBe(20);
    expect(course.trainer.step).toBe(17);
    expect(await course.advance(20)).toBe(5);
    expect(course.finished).toBe(true);
    expect(await course.advance(20)).toBe(0);
  }));

test('nothing is measured while D learns alone; a turn of nothing measures the start', () =>
  follow(plan(), async (course) => {
    await course.advance(6);
    expect(course.measurements).toEqual([]);
    await course.advance(1);
    expect(course.measurements.map(({ step }) => step)).toEqual([0]);
    await follow(plan({ experiment: experiment() }), async (other) => {
      expect(await other.advance(0)).toBe(0);
      expect(other.measurements.map(({ step }) => step)).toEqual([0]);
      await other.advance(0);
      expect(other.measurements).toHaveLength(1);
    });
  }));

test('new measurements are taken once, alone or with a frame', () =>
  follow(plan({ experiment: experiment() }), async (course) => {
    await course.advance(5);
    expect(course.takeNew().map(({ step }) => step)).toEqual([0, 5]);
    expect(course.takeNew()).toEqual([]);
    await course.advance(5);
    expect((await course.observe()).measurements.map(({ step }) => step)).toEqual([10]);
    expect((await course.observe()).measurements).toEqual([]);
  }));

test('restarted, it repeats itself bit for bit; with another experiment, it is that one', () =>
  follow(plan(), async (course) => {
    await course.advance(100);
    const first = [...course.measurements];
    course.restart();
    expect(course.measurements).toEqual([]);
    expect(course.finished).toBe(false);
    await course.advance(100);
    expect(course.measurements).toEqual(first);
    course.restart(experiment({ seed: 9 }));
    await course.advance(100);
    expect(course.measurements).not.toEqual(first);
    expect(course.trainer.experiment.seed).toBe(9);
  }));

test('resumed from a snapshot on a new engine, it ends as it would have, and measures no step twice', async () => {
  const whole = await drive([1000]);
  const { snapshot, measured } = await follow(plan(), async (course) => {
    await course.advance(7 + 10);
    return { snapshot: structuredClone(await course.trainer.snapshot()), measured: [...course.measurements] };
  });
  expect(snapshot.step).toBe(10);
  await follow(plan(), async (course) => {
    course.resume(snapshot, measured);
    expect(course.takeNew()).toEqual([]);
    await course.advance(100);
    expect(course.measurements).toEqual(whole.measurements);
    expect(await course.trainer.snapshot()).toEqual(whole.end);
  });
});

test('the buffers of a snapshot hold all of its numbers, so that it can be handed over', async () => {
  const snapshot = await follow(plan({ experiment: experiment({ average: 0.9 }) }), (course) =>
    course.trainer.snapshot(),
  );
  const whole = structuredClone(snapshot);
  const bytes = buffersOf(snapshot).reduce((sum, buffer) => sum + buffer.byteLength, 0);
  const moved = structuredClone(snapshot, { transfer: buffersOf(snapshot) });
  expect(moved).toEqual(whole);
  expect(snapshot.generator.weights.every((each) => each.length === 0)).toBe(true);
  expect(bytes).toBeGreaterThan(0);
});

describe('rehearsal', () => {
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
    const went = await rehearse(
      demo([
        { says: 'the distance doubles soon', metric: 'radius', atLeast: 2, by: 200 },
        { says: 'and is still small at step 20', metric: 'radius', atMost: 1.2, at: 20 },
        { says: 'but has gone back by step 50', metric: 'radius', atMost: 1, at: 50 },
      ]),
      'together',
      { onProgress: (step) => seen.push(step) },
    );
    expect(went.verdicts).toEqual(['holds', 'holds', 'broken']);
    // The first multiple of 10 with growth^n ≥ 2 is 140.
    expect(growth ** 130).toBeLessThan(2);
    expect(went.heldAt).toEqual([140, 20, undefined]);
    expect(went.frame.step).toBe(140);
    expect(seen.at(-1)).toBe(140);
    expect(went.measurements.map(({ step }) => step)).toEqual(Array.from({ length: 15 }, (_, i) => 10 * i));
    expect(went.measurements[14]?.values.radius).toBeCloseTo(growth ** 140, 4);
    expect(went.frame.losses.step).toHaveLength(140);
    expect(went.frame.measurements).toEqual(went.measurements);
    expect(tf.memory().numTensors).toBe(before);
  });

  test("another variant has its own experiment and claims, and the seed may be another than the demo's", async () => {
    const claims = [{ says: 'the distance doubles soon', metric: 'radius' as const, atLeast: 2, by: 200 }];
    expect((await rehearse(demo(claims), 'inTurn', { seed: 4 })).verdicts).toEqual(['holds']);
    await expect(rehearse(demo(claims), 'nowhere')).rejects.toThrow(
      'has no variant "nowhere". Known: together, inTurn',
    );
  });

  test('a bound that is never kept breaks at its step', async () => {
    const claims = [{ says: 'the distance grows a thousandfold', metric: 'radius' as const, atLeast: 1000, by: 300 }];
    const went = await rehearse(demo(claims), 'together');
    expect(went.verdicts).toEqual(['broken']);
    expect(went.frame.step).toBe(300);
  });
});

test('frames carry the pull on the samples where the plan asks for it, and else do without', async () => {
  for (const pull of [true, false, undefined]) {
    await follow(plan(pull === undefined ? {} : { pull }), async (course) => {
      expect('pull' in (await course.observe())).toBe(pull === true);
    });
  }
});
