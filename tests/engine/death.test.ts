// The death of an engine: a run goes on in another, and the reader misses nothing.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FrameReport } from '../../src/engine/protocol.ts';
import { become, clientOfKillable, finished, follow, type KillableClient } from './killable.ts';
import { tinyExperiment, tinyPlan } from './plans.ts';
import { is, losses, measurements, upTo, wait } from './wire.ts';

let made: KillableClient;
beforeEach(() => {
  made = clientOfKillable();
});
afterEach(() => made.end());

/** When the first engine has sent a snapshot. */
const saved = () => expect.poll(() => made.workers[0]?.heard.some(is('saved')), { timeout: 10_000 }).toBe(true);

/** A run of the tiny plan as it goes when nothing happens to it. */
async function undisturbed(length: number): Promise<FrameReport[]> {
  const quiet = clientOfKillable();
  const run = quiet.engine.open(tinyPlan({ length }));
  const seen = follow(run);
  run.play();
  await seen.until(finished);
  await quiet.end();
  return seen.frames;
}

test('it goes on in another from the last snapshot; nothing is missing and nothing comes twice', async () => {
  const run = made.engine.open(tinyPlan({ length: 3000 }));
  const seen = follow(run);
  run.play();
  await seen.until(({ frame }) => frame.step > 40);
  run.pause();
  await saved();
  run.play();
  await seen.until(({ frame }) => frame.step > 150);
  expect(run.state).toBe('training');
  made.workers[0]?.die();
  expect(run.state).toBe('starting');
  await seen.until(finished);
  expect(made.workers).toHaveLength(2);
  const reopened = made.workers[1]?.told.find((command) => command.do === 'open');
  expect(reopened?.from?.snapshot?.step).toBeGreaterThan(40);
  expect(losses(seen.frames)).toEqual(upTo(3000));
  const steps = seen.frames.map(({ frame }) => frame.step);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(measurements(seen.frames)).toEqual(measurements(await undisturbed(3000)));
});

test('before any snapshot it goes on from the start', async () => {
  const run = made.engine.open(tinyPlan({ length: 600 }));
  const seen = follow(run);
  run.play();
  await seen.until(({ frame }) => frame.step > 0);
  made.workers[0]?.die();
  await seen.until(finished);
  expect(losses(seen.frames)).toEqual(upTo(600));
  expect(measurements(seen.frames)).toEqual(measurements(await undisturbed(600)));
});

test.each(['before', 'after'])(
  'a change is told once and stays, if the engine dies %s it took effect',
  async (when) => {
    const run = made.engine.open(tinyPlan({ length: 300 }));
    const seen = follow(run);
    run.step();
    await seen.until(({ frame }) => frame.step === 1);
    await saved();
    run.change(tinyExperiment({ objective: 'saturating' }));
    if (when === 'after') await seen.until(({ changes }) => changes.length > 0);
    made.workers[0]?.lose();
    run.play();
    await seen.until(finished);
    const losses = seen.frames.flatMap(({ frame }) => frame.losses.generator);
    expect(losses[0]).toBeGreaterThan(0); // −log D
    expect(losses.slice(1).every((loss) => loss < 0)).toBe(true); // log(1 − D)
    expect(seen.frames.flatMap(({ changes }) => changes)).toEqual([1]);
  },
);

test('a run that is paused comes back paused', async () => {
  const run = made.engine.open(tinyPlan());
  const seen = follow(run);
  run.step();
  await seen.until(({ frame }) => frame.step === 1);
  await saved();
  made.workers[0]?.die();
  const { frame } = await seen.until(() => true);
  expect(frame.step).toBe(1);
  expect(run.state).toBe('paused');
});

test('an engine that hangs while it owes a frame is ended; one that owes nothing is left alone', async () => {
  const impatient = clientOfKillable({ tick: 10, starting: 1000, training: 100 });
  const run = impatient.engine.open(tinyPlan({ length: 100_000, every: 1000 }));
  const { loop } = follow(run);
  await become(run, 'paused');
  await wait(1500);
  expect(impatient.workers).toHaveLength(1);
  run.play();
  await become(run, 'training');
  impatient.workers[0]?.freeze();
  await become(run, 'starting');
  expect(impatient.workers).toHaveLength(2);
  await become(run, 'training');
  await impatient.end();
  await loop;
});

test('after three deaths within a minute it gives up with a sentence; reset tries again', async () => {
  const run = made.engine.open(tinyPlan());
  const seen = follow(run);
  for (const i of [0, 1, 2]) {
    await seen.until(() => true);
    made.workers[i]?.die();
  }
  expect(run.state).toBe('failed');
  expect(run.failure).toBe(
    'The training engine stopped 3 times within a minute, the last time because of a fault in it.',
  );
  expect(made.workers).toHaveLength(3);
  run.reset();
  run.play();
  await seen.until(finished);
  expect(made.workers).toHaveLength(4);
});

test('an engine that cannot even be loaded is given up as well', async () => {
  const hopeless = clientOfKillable(undefined, true);
  const run = hopeless.engine.open(tinyPlan());
  await become(run, 'failed');
  expect(run.failure).toContain('its code could not be loaded');
  expect(hopeless.workers).toHaveLength(3);
  await hopeless.end();
});
