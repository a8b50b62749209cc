// The pace of rounds: about one frame each, on any device.
import { describe, expect, test } from 'vitest';
import { createBreath, createPace, trainingOwed } from '../../src/engine/worker/pace.ts';

/** The steps of a round after so many rounds on a device that takes `cost` milliseconds for a step. */
function settled(cost: number, rounds = 30): number {
  const pace = createPace();
  for (let i = 0; i < rounds; i++) pace.took(pace.steps * cost, pace.steps);
  return pace.steps;
}

describe('the pace', () => {
  test.each([
    [20, 1],
    [7, 2],
    [1, 14],
    [0.1, 140],
  ])('with %f ms a step, %i steps fit into a frame', (cost, steps) => expect(settled(cost)).toBe(steps));

  test('a clock that stands still does not run away with it', () => {
    expect(settled(0, 3)).toBe(8);
    expect(settled(0, 100)).toBe(1000);
  });

  test('one slow round, in which shaders are compiled, is forgotten within a few', () => {
    const pace = createPace();
    pace.took(1500, pace.steps);
    expect(pace.steps).toBe(1);
    for (let i = 0; i < 5; i++) pace.took(pace.steps * 0.5, pace.steps);
    expect(pace.steps).toBe(28);
  });
});

test('a breath lets a message in that was posted before it', async () => {
  const { port1, port2 } = new MessageChannel();
  let heard = false;
  port2.onmessage = () => (heard = true);
  port1.postMessage('now');
  const breath = createBreath();
  for (let i = 0; i < 10 && !heard; i++) await breath.take();
  expect(heard).toBe(true);
  breath.end();
  port1.close();
});

test('training between frames: at least for thirty frames a second, twice a dear frame, a tenth of a second at most', () => {
  expect([0, 1, 12.5, 20, 49, 500].map(trainingOwed)).toEqual([25, 25, 25, 40, 98, 100]);
});
