// The address decides seed, backend and variant; a bad value gives the default and one sentence, never an exception.
import { expect, test } from 'vitest';
import { linkTo, readQuery } from '../../src/components/demo-query.ts';
import type { Demo } from '../../src/gan/experiment.ts';

const demo = {
  experiment: { seed: 3 },
  variants: { saturating: { label: 'Saturating' }, nonSaturating: { label: 'Non-saturating' } },
  initial: 'saturating',
  compare: ['saturating', 'nonSaturating'],
} as unknown as Demo;
const own = { id: 'stall', alone: true, first: true };
const read = (search: string, place = own) => readQuery(search, demo, place);

test('without a query: the demo’s own', () => {
  expect(read('')).toEqual({ shown: ['saturating'], seed: undefined, backend: undefined, notes: [] });
});

test('good values are taken', () => {
  expect(read('?seed=7&backend=cpu&variant=nonSaturating')).toEqual({
    shown: ['nonSaturating'],
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

test('the link to a state leads back to it', () => {
  for (const asked of [
    { shown: ['saturating', 'nonSaturating'], seed: 9, backend: 'webgl' as const },
    { shown: ['nonSaturating'], seed: undefined, backend: undefined },
  ]) {
    const link = linkTo('/demos/stall/', asked);
    expect(read(new URL(link, 'https://x.example').search)).toEqual({ ...asked, notes: [] });
  }
});
