// The client against a real engine: what a run says of itself, what its loop gets, what its commands do.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Run } from '../../src/engine/page/run.ts';
import { tf } from '../../src/gan/tensorflow.ts';
import { become, clientOfKillable, finished, follow, type KillableClient } from './killable.ts';
import { explosive, tinyExperiment, tinyPlan } from './plans.ts';
import { losses, measurements, upTo, wait } from './wire.ts';

let made: KillableClient;
beforeEach(() => {
  made = clientOfKillable();
});
afterEach(() => made.end());

const states = (run: Run): string[] => {
  const seen: string[] = [run.state];
  run.watch(() => run.state !== seen.at(-1) && seen.push(run.state));
  return seen;
};
describe('a life', () => {
  test('no engine before a run is opened, one for all runs, and no tensor left', async () => {
    const before = tf.memory().numTensors;
    expect(made.workers).toHaveLength(0);
    const [a, b] = [made.engine.open(tinyPlan()), made.engine.open(tinyPlan())];
    const [seenA, seenB] = [follow(a), follow(b)];
    a.play();
    b.play();
    await Promise.all([seenA.until(finished), seenB.until(finished)]);
    expect(made.workers).toHaveLength(1);
    expect(losses(seenA.frames)).toEqual(upTo(60));
    expect(losses(seenB.frames)).toEqual(upTo(60));
    a.close();
    b.close();
    await Promise.all([seenA.loop, seenB.loop]);
    await expect.poll(() => tf.memory().numTensors, { timeout: 10_000 }).toBe(before);
  });

  test('states are true from the first moment: starting until trained, then training, then finished', async () => {
    const run = made.engine.open(tinyPlan({ length: 2000, every: 200 }));
    const seen = states(run);
    const { until } = follow(run);
    await become(run, 'paused');
    run.play();
    expect(run.state).toBe('starting');
    await until(finished);
    expect(run.engine).toMatchObject({ backend: 'cpu' });
    run.close();
    expect(seen).toEqual(['starting', 'paused', 'starting', 'training', 'finished', 'closed']);
  });

  test('a run that plays from the start is never said to train before it does', async () => {
    const run = made.engine.open(tinyPlan({ length: 2000, every: 200 }));
    const seen = states(run);
    const { until } = follow(run);
    run.play();
    await until(finished);
    expect(seen).toEqual(['starting', 'training', 'finished']);
  });

  test('leaving the loop closes the run', async () => {
    const before = tf.memory().numTensors;
    const run = made.engine.open(tinyPlan());
    run.play();
    for await (const { frame } of run.frames()) if (frame.step > 0) break;
    expect(run.state).toBe('closed');
    await expect.poll(() => tf.memory().numTensors, { timeout: 10_000 }).toBe(before);
  });

  test('a frame is asked for only when the body of the loop has ended', async () => {
    const run = made.engine.open(tinyPlan());
    run.play();
    let frames = 0;
    for await (const { frame } of run.frames()) {
      frames += 1;
      const asked = () => made.workers[0]?.told.filter((command) => command.do === 'draw').length;
      expect(asked()).toBe(frames);
      await wait(20);
      expect(asked()).toBe(frames);
      if (frame.step === 60) break;
    }
    expect(frames).toBeLessThan(30);
  });
});

describe('commands', () => {
  test('after a reset nothing of before comes, and a run that plays goes on playing', async () => {
    const run = made.engine.open(tinyPlan({ length: 10_000, every: 1000 }));
    const seen = follow(run);
    run.play();
    await seen.until(({ frame }) => frame.step > 50);
    const [first] = made.workers;
    const old = await new Promise<number>((resolve) => {
      if (!first) return;
      first.overhear = (report) => {
        if (report.is !== 'frame') return;
        // A frame is on its way to the loop: the moment in which a reset is most awkward.
        first.overhear = () => undefined;
        run.reset();
        resolve(seen.frames.length);
      };
    });
    expect(run.state).toBe('starting');
    await seen.until(({ frame }) => frame.step > 20);
    run.pause();
    const fresh = seen.frames.slice(old);
    const steps = losses(fresh);
    expect(steps).toEqual(upTo(steps.length));
    expect(measurements(fresh)[0]?.step).toBe(0);
  });

  test('resets in a row leave the last one', async () => {
    const run = made.engine.open(tinyPlan());
    const seen = follow(run);
    await seen.until(() => true);
    for (const seed of [6, 7, 8]) run.reset(tinyExperiment({ seed }));
    const last = await seen.until(() => true);
    const other = made.engine.open(tinyPlan({ experiment: tinyExperiment({ seed: 8 }) }));
    expect(last.frame.fake).toEqual((await follow(other).until(() => true)).frame.fake);
    expect(seen.frames).toHaveLength(2);
  });

  test('out of sight, a run stands still, and remembers whether it played', async () => {
    const run = made.engine.open(tinyPlan({ length: 100_000, every: 1000 }));
    const seen = follow(run);
    run.play();
    await become(run, 'training');
    run.setVisible(false);
    expect(run.state).toBe('paused');
    await wait(100);
    const still = seen.frames.at(-1)?.frame.step;
    await wait(100);
    expect(seen.frames.at(-1)?.frame.step).toBe(still);
    run.setVisible(true);
    await become(run, 'training');
    run.setVisible(false);
    run.pause();
    run.setVisible(true);
    expect(run.state).toBe('paused');
  });

  test('a step trains one step of a run that is paused', async () => {
    const run = made.engine.open(tinyPlan());
    const seen = follow(run);
    run.step();
    run.step();
    const { frame } = await seen.until(({ frame: { step } }) => step === 2);
    expect(frame.step).toBe(2);
    expect(run.state).toBe('paused');
  });

  test('a refused change says why, and the run goes on', async () => {
    const run = made.engine.open(tinyPlan());
    const seen = follow(run);
    run.change(tinyExperiment({ batch: 16 }));
    await new Promise<void>((resolve) => run.watch(() => run.refusal !== undefined && resolve()));
    expect(run.refusal).toMatch(/^batch: /);
    run.play();
    await seen.until(finished);
    expect(run.state).toBe('finished');
  });

  test('a bad plan and a run that diverged fail with a sentence; reset tries again in the same loop', async () => {
    const run = made.engine.open(
      tinyPlan({ experiment: { ...tinyExperiment({ objective: 'wasserstein' }), realLabel: 0.9 } }),
    );
    const seen = follow(run);
    await become(run, 'failed');
    expect(run.failure).toMatch(/experiment\.realLabel: the objective "wasserstein" has no labels to smooth/);
    run.reset(explosive());
    expect(run.state).toBe('starting');
    run.play();
    await become(run, 'failed');
    expect(run.failure).toMatch(/^The run diverged at step \d+: /);
    run.reset(tinyExperiment());
    run.play();
    await seen.until(finished);
    expect(run.failure).toBeUndefined();
  });
});
