// The address decides seed, backend, variant and sliders; a bad value gives the default and one sentence, never an exception.
import { expect, test } from 'vitest';
import { linkTo, readQuery } from '../../src/demo/address.ts';
import type { Demo } from '../../src/vocabulary/demo.ts';

const normal = { kind: 'normal', mean: -1, sd: 1 };
const demo = {
  experiment: { seed: 3, schedule: { discriminatorSteps: 1 }, generator: normal },
  variants: {
    saturating: { label: 'Saturating', change: {} },
    nonSaturating: { label: 'Non-saturating', change: { generator: { kind: 'mlp' } } },
  },
  sliders: [
    { of: 'discriminatorSteps', from: 0, to: 10, step: 1 },
    { of: 'generatedMean', from: -4, to: 4, step: 0.5 },
  ],
  initial: 'saturating',
  compare: ['saturating', 'nonSaturating'],
} as unknown as Demo;
const own = { id: 'stall', alone: true, first: true };
const read = (search: string, place = own) => readQuery(search, demo, place);

test('without a query: the demo’s own', () => {
  expect(read('')).toEqual({ shown: ['saturating'], settings: {}, seed: undefined, backend: undefined, notes: [] });
});

test('good values are taken', () => {
  expect(read('?seed=7&backend=cpu&variant=nonSaturating')).toEqual({
    shown: ['nonSaturating'],
    settings: {},
    seed: 7,
    backend: 'cpu',
    notes: [],
  });
  expect(read('?variant=nonSaturating+saturating').shown).toEqual(['saturating', 'nonSaturating']);
  expect(read('?seed=4294967295').seed).toBe(4294967295);
});

test.each(['abc', '-1', '1e99', '4294967296', '1.5', ''])('seed "%s": one note that names it', (text) => {
  const asked = read(`?seed=${text}`);
  expect(asked.seed).toBeUndefined();
  expect(asked.notes).toEqual([expect.stringContaining(`“${text}” is no seed`)]);
});

test.each(['imaginary', 'saturating saturating', 'toString', '__proto__', ''])(
  'variant "%s": the initial one, and a note',
  (text) => {
    const asked = read(`?variant=${encodeURIComponent(text)}`);
    expect(asked.shown).toEqual(['saturating']);
    expect(asked.notes.length).toBe(1);
  },
);

test('an unknown backend: the engine chooses, and a note', () => {
  expect(read('?backend=quantum')).toMatchObject({ backend: undefined, notes: [expect.stringContaining('“quantum”')] });
});

test('on a page with many demos, `variant` needs the demo’s name, and shared faults are told by the first', () => {
  const second = { id: 'stall', alone: false, first: false };
  expect(read('?variant=nonSaturating', second).shown).toEqual(['saturating']);
  expect(read('?variant.stall=nonSaturating&variant.other=x', second)).toMatchObject({
    shown: ['nonSaturating'],
    notes: [],
  });
  expect(read('?seed=abc', second)).toMatchObject({ seed: undefined, notes: [] });
});

test('sliders stand where the address puts them; at the variant’s own place nothing is set', () => {
  expect(read('?discriminatorSteps=5&generatedMean=-2.5')).toMatchObject({
    settings: { discriminatorSteps: 5, generatedMean: -2.5 },
    notes: [],
  });
  expect(read('?discriminatorSteps=1&generatedMean=-1')).toMatchObject({ settings: {}, notes: [] });
  const second = { id: 'stall', alone: false, first: false };
  expect(read('?discriminatorSteps=5', second).settings).toEqual({});
  expect(read('?discriminatorSteps.stall=5', second).settings).toEqual({ discriminatorSteps: 5 });
});

test.each(['11', '-1', '2.5', 'five', '', '1e1', 'NaN', '0x3'])(
  'slider at "%s": its own place, and one note',
  (text) => {
    const asked = read(`?discriminatorSteps=${text}`);
    expect(asked.settings).toEqual({});
    expect(asked.notes).toEqual([expect.stringMatching(/no place of the slider .*from 0 to 10; 1 is used/)]);
  },
);

test('a slider that the shown variant has no number for: a note', () => {
  const asked = read('?variant=nonSaturating&generatedMean=2');
  expect(asked).toMatchObject({ settings: {}, notes: [expect.stringContaining('has no place in what is shown')] });
});

test('the link to a state leads back to it', () => {
  for (const asked of [
    { shown: ['saturating', 'nonSaturating'], settings: {}, seed: 9, backend: 'webgl' as const },
    { shown: ['nonSaturating'], settings: { discriminatorSteps: 7 }, seed: undefined, backend: undefined },
    {
      shown: ['saturating'],
      settings: { discriminatorSteps: 0, generatedMean: -2.5 },
      seed: undefined,
      backend: undefined,
    },
  ]) {
    const link = linkTo('/demos/stall/', asked);
    expect(read(new URL(link, 'https://x.example').search)).toEqual({ ...asked, notes: [] });
  }
});
