// Schedules: who moves when, and what fades with the step.
import { expect, test } from 'vitest';
import { scheduleSchema } from '../../src/vocabulary/learning.ts';
import { movesOf, noiseLevel, rateShare } from '../../src/vocabulary/schedule.ts';

const moves = (change: Record<string, unknown>) => movesOf(scheduleSchema.parse(change));

test('alternating: all of one player, then all of the other', () => {
  expect(moves({ discriminatorSteps: 2 })).toEqual([['discriminator'], ['discriminator'], ['generator']]);
  expect(moves({ discriminatorSteps: 2, order: 'generatorFirst' })).toEqual([
    ['generator'],
    ['discriminator'],
    ['discriminator'],
  ]);
});

test('simultaneous: both from the same old state', () => {
  expect(moves({ order: 'simultaneous' })).toEqual([['discriminator', 'generator']]);
  expect(moves({ order: 'simultaneous', generatorSteps: 2 })).toEqual([['discriminator', 'generator'], ['generator']]);
});

test('a player without moves does not move', () => {
  expect(moves({ discriminatorSteps: 0 })).toEqual([['generator']]);
  expect(moves({ discriminatorSteps: 0, order: 'simultaneous' })).toEqual([['generator']]);
});

test('learning rates fall linearly between two steps', () => {
  const decay = { from: 100, until: 300, to: 0.2 };
  expect([0, 100, 200, 300, 999].map((step) => rateShare(decay, step))).toEqual([1, 1, 0.6, 0.2, 0.2]);
  expect(rateShare(undefined, 500)).toBe(1);
});

test('instance noise fades to nothing, or stays', () => {
  expect([0, 50, 100, 200].map((step) => noiseLevel({ sd: 2, until: 100 }, step))).toEqual([2, 1, 0, 0]);
  expect(noiseLevel({ sd: 2 }, 1e5)).toBe(2);
  expect(noiseLevel(undefined, 0)).toBe(0);
});
