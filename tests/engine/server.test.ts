// The server over a real wire, with the real trainer on the CPU: a run's whole life, and what is sent when.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDevice, type Device } from '../../src/engine/worker/device.ts';
import type { Plan } from '../../src/vocabulary/plan.ts';
import type { TrainingRun } from '../../src/gan/runs/run.ts';
import { tf } from '../../src/gan/tensorflow.ts';
import { tinyExperiment, tinyPlan } from './plans.ts';
import { draw, drawToEnd, is, losses, measurements, startedWire, upTo, wait, type Wire } from './wire.ts';

let engine: Wire;
beforeEach(async () => {
  engine = await startedWire();
});
afterEach(() => engine.end());

function open(run: string, plan: Plan = tinyPlan()): Promise<unknown> {
  engine.send({ do: 'open', run, plan });
  return engine.next(is('opened', run));
}

describe('a life', () => {
  test('from its start to its length: every loss and every measurement once, and no tensor left', async () => {
    const before = tf.memory().numTensors;
    await open('a', tinyPlan({ length: 5000, every: 1000 }));
    const first = await draw(engine, 'a');
    expect(first).toMatchObject({ activity: 'paused', changes: [], frame: { step: 0, measurements: [{ step: 0 }] } });
    engine.send({ do: 'play', run: 'a' });
    const frames = [first, ...(await drawToEnd(engine, 'a'))];
    expect(losses(frames)).toEqual(upTo(5000));
    expect(measurements(frames).map(({ step }) => step)).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
    expect(frames.at(-1)).toMatchObject({ activity: 'finished', frame: { step: 5000 } });
    const between = frames.slice(1, -1).map(({ activity }) => activity);
    expect(new Set(between)).toContain('training');
    expect(tf.memory().numTensors).toBeGreaterThan(before);
    engine.send({ do: 'close', run: 'a' });
    await expect.poll(() => tf.memory().numTensors, { timeout: 10_000 }).toBe(before);
  });

  test('nothing trains before the page asks for it', async () => {
    await open('a');
    expect((await draw(engine, 'a')).activity).toBe('paused');
    engine.send({ do: 'draw', run: 'a' });
    await wait(50);
    expect(engine.reports.filter(is('frame'))).toHaveLength(1);
  });

  test('pause stops it where it is, and play goes on', async () => {
    await open('a', tinyPlan({ length: 100_000 }));
    engine.send({ do: 'play', run: 'a' });
    await draw(engine, 'a');
    engine.send({ do: 'pause', run: 'a' });
    let paused = await draw(engine, 'a');
    while (paused.activity !== 'paused') paused = await draw(engine, 'a');
    engine.send({ do: 'draw', run: 'a' });
    await wait(50);
    expect(engine.reports.filter(is('frame')).at(-1)).toEqual(paused);
    engine.send({ do: 'play', run: 'a' });
    const again = await engine.next(is('frame', 'a'));
    expect(again.activity).toBe('training');
    expect(again.frame.losses.step[0]).toBe(paused.frame.step + 1);
  });

  test('a step of both counts, a move of one player does not but shows', async () => {
    await open('a');
    const start = await draw(engine, 'a');
    engine.send({ do: 'step', run: 'a', move: 'both' });
    const stepped = await draw(engine, 'a');
    expect(stepped).toMatchObject({ activity: 'paused', frame: { step: 1, losses: { step: [1] } } });
    engine.send({ do: 'step', run: 'a', move: 'generator' });
    const generator = await draw(engine, 'a');
    expect(generator.frame.step).toBe(1);
    expect(generator.frame.fake).not.toEqual(stepped.frame.fake);
    expect(generator.frame.field?.logits).toEqual(stepped.frame.field?.logits);
    engine.send({ do: 'step', run: 'a', move: 'discriminator' });
    const discriminator = await draw(engine, 'a');
    expect(discriminator.frame.fake).toEqual(generator.frame.fake);
    expect(discriminator.frame.field?.logits).not.toEqual(generator.frame.field?.logits);
    expect(start.frame.step).toBe(0);
  });

  test('reset goes back to the same start, or to another experiment', async () => {
    await open('a');
    const start = await draw(engine, 'a');
    engine.send({ do: 'play', run: 'a' });
    await drawToEnd(engine, 'a');
    engine.send({ do: 'reset', run: 'a' });
    expect(await draw(engine, 'a')).toEqual(start);
    engine.send({ do: 'reset', run: 'a', experiment: tinyExperiment({ seed: 6 }) });
    expect((await draw(engine, 'a')).frame.fake).not.toEqual(start.frame.fake);
  });

  test('a change takes effect where it is made, and the next frame says where', async () => {
    await open('a');
    for (let i = 0; i < 3; i++) engine.send({ do: 'step', run: 'a', move: 'both' });
    engine.send({ do: 'change', run: 'a', experiment: tinyExperiment({ objective: 'saturating' }) });
    engine.send({ do: 'step', run: 'a', move: 'both' });
    const changed = await draw(engine, 'a');
    expect(changed).toMatchObject({ changes: [3], frame: { step: 4 } });
    const lossOfG = changed.frame.losses.generator;
    expect(lossOfG[2]).toBeGreaterThan(0); // −log D
    expect(lossOfG[3]).toBeLessThan(0); // log(1 − D)
    engine.send({ do: 'step', run: 'a', move: 'both' });
    expect((await draw(engine, 'a')).changes).toEqual([]);
  });

  test('the warm-up is told as what it is', async () => {
    const experiment = tinyExperiment();
    // Long enough that frames are drawn while it lasts, however fast the machine.
    const schedule = { ...experiment.schedule, warmup: 10_000 };
    await open('a', tinyPlan({ experiment: { ...experiment, schedule } }));
    const start = await draw(engine, 'a');
    expect(start.frame).toMatchObject({ step: 0, warmup: { done: 0, of: 10_000 }, measurements: [] });
    engine.send({ do: 'play', run: 'a' });
    const frames = await drawToEnd(engine, 'a');
    expect(frames.some(({ frame }) => frame.warmup && frame.warmup.done > 0)).toBe(true);
    expect(losses(frames)).toEqual(upTo(60));
    expect(measurements(frames)[0]?.step).toBe(0);
  });
});

describe('what is sent', () => {
  test('one frame for each draw, however long the page takes; the losses in between are kept', async () => {
    await open('a');
    engine.send({ do: 'play', run: 'a' });
    await wait(50);
    expect(engine.reports.filter(is('frame'))).toEqual([]);
    const first = await draw(engine, 'a');
    expect(first).toMatchObject({ activity: 'starting', frame: { step: 0 } });
    await wait(300);
    expect(engine.reports.filter(is('frame'))).toEqual([first]);
    const frames = [first, ...(await drawToEnd(engine, 'a'))];
    expect(losses(frames)).toEqual(upTo(60));
    expect(measurements(frames)).toHaveLength(7);
  });

  test('measurements are the same however frames are asked for', async () => {
    await open('eager');
    engine.send({ do: 'play', run: 'eager' });
    const eager = measurements(await drawToEnd(engine, 'eager'));
    await open('late');
    const start = await draw(engine, 'late');
    engine.send({ do: 'play', run: 'late' });
    await wait(300);
    const late = measurements([start, ...(await drawToEnd(engine, 'late'))]);
    await open('byHand');
    for (let i = 0; i < 60; i++) engine.send({ do: 'step', run: 'byHand', move: 'both' });
    const byHand = measurements(await drawToEnd(engine, 'byHand'));
    expect(late).toEqual(eager);
    expect(byHand).toEqual(eager);
  });

  test('two runs that play do the same number of steps a round', async () => {
    const rounds: Record<string, number>[] = [{}];
    const device = createDevice(() => undefined);
    const recording: Device = {
      ...device,
      startRun(plan) {
        const run = device.startRun(plan);
        const advance = async (most: number) => {
          const done = await run.advance(most);
          const round = rounds.at(-1) ?? {};
          if (most > 0) round[plan.experiment.batch] = done;
          return done;
        };
        return Object.create(run, { advance: { value: advance } }) as TrainingRun;
      },
      settle() {
        rounds.push({});
        return device.settle();
      },
    };
    const both = await startedWire(recording);
    const plan = tinyPlan({ length: 100_000, every: 1000 });
    both.send({ do: 'open', run: 'a', plan: { ...plan, experiment: tinyExperiment({ batch: 8 }) } });
    both.send({ do: 'open', run: 'b', plan: { ...plan, experiment: tinyExperiment({ batch: 64 }) } });
    both.send({ do: 'play', run: 'a' }, { do: 'play', run: 'b' });
    await Promise.all([draw(both, 'a'), draw(both, 'b')]);
    const shared = () => rounds.filter((round) => Object.keys(round).length === 2);
    const most = () => Math.max(...shared().map((round) => round[8] ?? 0));
    while (shared().length < 20 || most() === 1) await draw(both, 'a');
    await both.end();
    for (const round of shared()) expect(round[64]).toBe(round[8]);
  });

  test('a snapshot follows the frame of the same step when a run has paused', async () => {
    await open('a');
    engine.send({ do: 'play', run: 'a' });
    const end = (await drawToEnd(engine, 'a')).at(-1);
    const { snapshot } = await engine.next(is('saved', 'a'));
    expect(snapshot.step).toBe(end?.frame.step);
    expect(engine.reports.filter(is('saved'))).toHaveLength(1);
  });

  test('a run that is opened from a snapshot goes on as the original did', async () => {
    await open('a');
    for (let i = 0; i < 25; i++) engine.send({ do: 'step', run: 'a', move: 'both' });
    await draw(engine, 'a');
    const { snapshot } = await engine.next(is('saved', 'a'));
    engine.send({ do: 'play', run: 'a' });
    const original = await drawToEnd(engine, 'a');
    engine.send({ do: 'open', run: 'b', plan: tinyPlan(), from: { snapshot } }, { do: 'play', run: 'b' });
    const resumed = await drawToEnd(engine, 'b');
    expect(measurements(resumed)).toEqual(measurements(original));
    expect(resumed.at(-1)?.frame.fake).toEqual(original.at(-1)?.frame.fake);
    expect(losses(resumed)).toEqual(upTo(60).slice(25));
  });
});
