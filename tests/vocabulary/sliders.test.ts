// Sliders read and write one number of an experiment and touch nothing else; a slider that does not fit its demo is refused.
import { expect, test } from 'vitest';
import type { DemoInput } from '../../src/vocabulary/demo.ts';
import { defineDemo } from '../../src/vocabulary/defineDemo.ts';
import { experimentSchema } from '../../src/vocabulary/experiment.ts';
import {
  sliderNames,
  nearest,
  settingOf,
  standsAt,
  withSetting,
  withSettings,
  type Slider,
} from '../../src/vocabulary/sliders.ts';

const sgd = (rate: number) => ({ kind: 'sgd', rate }) as const;
const mlp: DemoInput['experiment']['generator'] = { kind: 'mlp', widths: [4], activation: 'relu' };
const input: DemoInput['experiment'] = {
  seed: 1,
  data: { kind: 'gaussian', mean: 0, sd: 1 },
  latent: 1,
  generator: { kind: 'normal', mean: -1, sd: 2 },
  discriminator: mlp,
  objective: 'saturating',
  penalties: [
    { kind: 'weightClipping', limit: 1 },
    { kind: 'r1', weight: 0.5 },
    { kind: 'r2', weight: 4 },
  ],
  optimisers: { generator: sgd(0.1), discriminator: sgd(0.1) },
  schedule: { discriminatorSteps: 3 },
  batch: 8,
};
const experiment = experimentSchema.parse(input);
const plain = experimentSchema.parse({
  ...input,
  generator: mlp,
  penalties: [{ kind: 'weightClipping', limit: 1 }],
  optimisers: { generator: sgd(0.1), discriminator: sgd(0.2) },
});
const known = {
  discriminatorSteps: 3,
  generatorSteps: 1,
  discriminatorRate: 0.1,
  generatorRate: 0.1,
  stepSize: 0.1,
  penaltyWeight: 0.5,
  generatedMean: -1,
  generatedSd: 2,
};

test('each slider finds its number where it stands', () => {
  expect(Object.fromEntries(sliderNames.map((of) => [of, settingOf(experiment, of)]))).toEqual(known);
});

test('where there is no such thing there is no number, and writing it changes nothing', () => {
  for (const of of ['stepSize', 'penaltyWeight', 'generatedMean', 'generatedSd'] as const) {
    expect(settingOf(plain, of)).toBeUndefined();
    expect(withSetting(plain, of, 5)).toBe(plain);
  }
});

test.each(sliderNames)('%s: what is written is read again, everything else stays, and the schema takes it', (of) => {
  const changed = withSetting(experiment, of, 5);
  expect(settingOf(changed, of)).toBe(5);
  expect(experimentSchema.parse(changed)).toEqual(changed);
  expect(withSetting(changed, of, known[of])).toEqual(experiment);
  const moved = sliderNames.filter((other) => settingOf(changed, other) !== known[other]);
  const rates = ['discriminatorRate', 'generatorRate', 'stepSize'];
  expect(moved.filter((other) => !rates.includes(other))).toEqual(rates.includes(of) ? [] : [of]);
});

test('the step size is the rate of both players, the penalty’s weight that of the first penalty that has one', () => {
  expect(withSetting(experiment, 'stepSize', 0.7).optimisers).toEqual({ generator: sgd(0.7), discriminator: sgd(0.7) });
  expect(withSetting(experiment, 'penaltyWeight', 9).penalties).toEqual([
    { kind: 'weightClipping', limit: 1 },
    { kind: 'r1', weight: 9 },
    { kind: 'r2', weight: 4 },
  ]);
});

test('many settings hold together', () => {
  const changed = withSettings(experiment, { discriminatorSteps: 7, generatedSd: 3 });
  expect([settingOf(changed, 'discriminatorSteps'), settingOf(changed, 'generatedSd')]).toEqual([7, 3]);
  expect(withSettings(experiment, {})).toBe(experiment);
});

test('the number at a place of the slider has no rounding error', () => {
  const tenths: Slider = { of: 'generatedMean', from: -0.3, to: 1, step: 0.1 };
  expect(nearest(tenths, 0.30000000000000004)).toBe(0.3);
  expect(Object.is(nearest(tenths, 0), 0)).toBe(true);
  expect([nearest(tenths, -9), nearest(tenths, 9), nearest(tenths, 0.26)]).toEqual([-0.3, 1, 0.3]);
  expect(nearest({ ...tenths, from: 0.0005, step: 0.0005 }, 0.00149)).toBe(0.0015);
  expect([0.7, 1, 0.75, 1.1].map((value) => standsAt(tenths, value))).toEqual([true, true, false, false]);
});

const withSlider = (slider: Slider, change: object = {}): DemoInput => ({
  title: 'A demo',
  caption: 'A caption.',
  experiment: input,
  variants: {
    only: {
      label: 'Only',
      change,
      claims: [{ says: 'It stays away for long.', metric: 'wasserstein1', atLeast: 5, at: 10 }],
    },
  },
  initial: 'only',
  shows: ['samples'],
  sliders: [slider],
  every: 10,
  length: 100,
});

test('a slider that fits is taken', () => {
  expect(defineDemo(withSlider({ of: 'discriminatorSteps', from: 0, to: 10, step: 1 })).sliders).toHaveLength(1);
});

test.each<[string, Slider, object, RegExp]>([
  ['nothing to move', { of: 'generatedMean', from: 0, to: 1, step: 0.5 }, { generator: mlp }, /no variant has/],
  ['starts below', { of: 'discriminatorSteps', from: 4, to: 10, step: 1 }, {}, /lies below 4/],
  ['starts above', { of: 'generatedMean', from: -8, to: -2, step: 1 }, {}, /lies above -2/],
  ['starts between two places', { of: 'generatedMean', from: -2, to: 2, step: 0.3 }, {}, /never stand/],
  ['an end that is refused', { of: 'penaltyWeight', from: 0, to: 1, step: 0.25 }, {}, /may not have 0/],
  ['half an update', { of: 'discriminatorSteps', from: 0, to: 10, step: 0.5 }, {}, /may not have 0.5/],
])('refused: %s', (_, slider, change, message) => {
  expect(() => defineDemo(withSlider(slider, change))).toThrow(message);
});
