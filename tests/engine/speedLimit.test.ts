// The limit of a run's speed: no more steps a second than its author wants, on any device and after any pause.
import { expect, test } from 'vitest';
import { createSpeedLimit } from '../../src/engine/worker/speedLimit.ts';
import { tinyPlan } from './plans.ts';
import { draw, drawToEnd, startedWire } from './wire.ts';

/** A limit under a clock that the test moves. */
function limited(perSecond: number | undefined) {
  let now = 0;
  const limit = createSpeedLimit(perSecond, () => now);
  return { limit, pass: (milliseconds: number) => (now += milliseconds) };
}

test('without a limit all may be taken', () => {
  expect(limited(undefined).limit.allowed()).toBe(Infinity);
});

test.each([16, 4, 1])('looked at every %i ms, a second holds as many steps as it may', (every) => {
  const { limit, pass } = limited(120);
  let steps = 0;
  for (let at = 0; at < 10_000; at += every) {
    pass(every);
    const may = limit.allowed();
    limit.took(may);
    steps += may;
  }
  expect(steps).toBeGreaterThan(1190);
  expect(steps).toBeLessThanOrEqual(1201);
});

test('a pause is not made up for, and a clock that goes back gives nothing', () => {
  const { limit, pass } = limited(120);
  pass(60_000);
  expect(limit.allowed()).toBe(12);
  limit.took(12);
  pass(-60_000);
  expect(limit.allowed()).toBe(0);
});

test('a run with a limit goes no faster over the wire, and its neighbour without one is not held back', async () => {
  const made = await startedWire();
  const slow = tinyPlan({ length: 1000, stepsPerSecond: 50 });
  const free = tinyPlan({ length: 400 });
  made.send({ do: 'open', run: 'slow', plan: slow }, { do: 'open', run: 'free', plan: free });
  await draw(made, 'slow');
  await draw(made, 'free');
  const start = performance.now();
  made.send({ do: 'play', run: 'slow' }, { do: 'play', run: 'free' });
  await drawToEnd(made, 'free');
  const { frame } = await draw(made, 'slow');
  // One step is open at the start, and a tenth of a second's steps may be kept.
  expect(frame.step).toBeLessThanOrEqual(6 + (50 * (performance.now() - start)) / 1000);
  await made.end();
});
