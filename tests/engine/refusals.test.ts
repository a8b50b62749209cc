// What the server refuses, and what ends a run: each with a sentence, and the others go on.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDevice } from '../../src/engine/worker/device.ts';
import type { Plan } from '../../src/vocabulary/plan.ts';
import { tf } from '../../src/gan/tensorflow.ts';
import { explosive, tinyExperiment, tinyPlan } from './plans.ts';
import { draw, drawToEnd, is, startedWire, wait, wire, type Wire } from './wire.ts';

let engine: Wire;
beforeEach(async () => {
  engine = await startedWire();
});
afterEach(() => engine.end());

function open(run: string, plan: Plan = tinyPlan()): Promise<unknown> {
  engine.send({ do: 'open', run, plan });
  return engine.next(is('opened', run));
}

test('a run that diverges ends with its step and what diverged; the other goes on', async () => {
  const before = tf.memory().numTensors;
  await open('wild', tinyPlan({ experiment: explosive(), metrics: [], length: 10_000 }));
  await open('calm');
  engine.send({ do: 'play', run: 'wild' }, { do: 'play', run: 'calm' }, { do: 'draw', run: 'wild' });
  const failed = await engine.next(is('failed', 'wild'));
  expect(failed.reason).toMatch(/^The run diverged at step \d+: .+ is not a finite number\.$/);
  expect((await drawToEnd(engine, 'calm')).at(-1)?.frame.step).toBe(60);
  engine.send({ do: 'close', run: 'calm' });
  await expect.poll(() => tf.memory().numTensors, { timeout: 10_000 }).toBe(before);
});

test.each([
  [
    'a negative rate',
    { optimisers: { ...tinyExperiment().optimisers, generator: { kind: 'sgd', rate: -1 } } },
    /experiment\.optimisers\.generator\.rate: /,
  ],
  ['a batch of a million', { batch: 1e6 }, /experiment\.batch: /],
  ['parts that do not fit together', { objective: 'wasserstein', realLabel: 0.9 }, /realLabel: /],
] as [string, object, RegExp][])('a plan with %s fails with the path to the field', async (_, change, path) => {
  engine.send({ do: 'open', run: 'a', plan: tinyPlan({ experiment: { ...tinyExperiment(), ...change } }) });
  expect((await engine.next(is('failed', 'a'))).reason).toMatch(path);
});

test('a change of what must stay is refused, and the run goes on as it was', async () => {
  await open('a');
  engine.send({ do: 'change', run: 'a', experiment: tinyExperiment({ seed: 9 }) });
  expect((await engine.next(is('refused', 'a'))).reason).toMatch(/^seed: /);
  engine.send({ do: 'play', run: 'a' });
  const frames = await drawToEnd(engine, 'a');
  expect(frames.flatMap(({ changes }) => changes)).toEqual([]);
});

test('a reset to an experiment that is not right ends the run with the reason', async () => {
  await open('a');
  engine.send({ do: 'reset', run: 'a', experiment: { ...tinyExperiment(), batch: 0 } });
  expect((await engine.next(is('failed', 'a'))).reason).toMatch(/batch: /);
});

test('a run unknown, one opened twice, a command unknown, a second start: refused with a sentence', async () => {
  await open('a');
  engine.send({ do: 'play', run: 'b' });
  expect((await engine.next(is('refused', 'b'))).reason).toBe('No run "b" is open.');
  engine.send({ do: 'open', run: 'a', plan: tinyPlan() });
  expect((await engine.next(is('refused', 'a'))).reason).toBe('The run "a" is open already.');
  engine.send({ do: 'dance', run: 'a' } as never);
  expect((await engine.next(is('refused', 'a'))).reason).toContain('dance');
  engine.send(null as never, 'play' as never, undefined as never);
  for (let i = 0; i < 3; i++) expect((await engine.next(is('refused'))).reason).toBe('What came is no command.');
  engine.send({ do: 'start' });
  expect((await engine.next(is('refused'))).reason).toBe('The engine has started already.');
  expect((await draw(engine, 'a')).frame.step).toBe(0);
});

test('before the start nothing can be done, and WebGL wished for in vain is the CPU with a note', async () => {
  const cold = wire();
  cold.send({ do: 'open', run: 'a', plan: tinyPlan() });
  expect((await cold.next(is('refused'))).reason).toContain('has not started');
  cold.send({ do: 'start', wish: 'webgl' });
  const ready = await cold.next(is('ready'));
  expect(ready.backend).toBe('cpu');
  expect(ready.note).toContain('WebGL');
  await cold.end();
});

test('when the graphics context is gone, the zeros that it gives are kept from the page', async () => {
  let gone = false;
  const device = { ...createDevice(() => undefined), isLost: () => gone };
  const doomed = await startedWire(device);
  doomed.send({ do: 'open', run: 'a', plan: tinyPlan() });
  await draw(doomed, 'a');
  const before = doomed.reports.length;
  gone = true;
  doomed.send({ do: 'step', run: 'a', move: 'both' }, { do: 'draw', run: 'a' });
  await wait(100);
  expect(doomed.reports).toHaveLength(before);
  await doomed.end();
});
