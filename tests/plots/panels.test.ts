// Which pictures a figure has: one of each run or one of all, in shapes that fill their rows, with names that differ.
import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { Demo } from '../../src/vocabulary/demo.ts';
import { sampleShape } from '../../src/vocabulary/data.ts';
import { viewNames, type View } from '../../src/vocabulary/views.ts';
import { nameOf, panelsOf, sizes } from '../../src/plots/panels.ts';
import { drawPanel } from '../../src/plots/views/views.ts';
import { theme } from './recorder.ts';
import { claim, dataOf, frameInPlane, frameOfDrawings, frameOnLine, traceOf } from './traces.ts';

const frames = { line: frameOnLine, plane: frameInPlane, cats: frameOfDrawings } as const;
const variant = (metric: (typeof claim)['metric']) => ({ label: metric, change: {}, claims: [{ ...claim, metric }] });

const demoOf = (shows: readonly View[], kind: keyof typeof dataOf): Pick<Demo, 'shows' | 'dimension' | 'variants'> => ({
  shows: [...shows],
  dimension: sampleShape(dataOf[kind]).dimension,
  variants: { a: variant('wasserstein1'), b: variant('wasserstein1'), c: variant('highQuality') },
});

test('a picture with a title and the same one without have different names', () => {
  const demo = demoOf(['samples', 'losses', 'metric'], 'plane');
  const panels = [['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c']].flatMap((variants) => panelsOf(demo, variants));
  const different = new Set(panels.map((panel) => JSON.stringify(panel)));
  expect(new Set(panels.map(nameOf)).size).toBe(different.size);
  expect(different.size).toBeGreaterThan(12);
});

test('runs whose claims are of one metric share its picture; others have one each', () => {
  const groups = (variants: string[]) => panelsOf(demoOf(['metric'], 'line'), variants).map((panel) => panel.variants);
  expect(groups(['a', 'b'])).toEqual([['a', 'b']]);
  expect(groups(['a', 'c'])).toEqual([['a'], ['c']]);
});

test.each([
  ['line', ['a'], ['samples', 'bars', 'losses'], ['wide', 'wide', 'wide']],
  ['line', ['a', 'b'], ['samples', 'losses', 'scores'], ['deep', 'deep', 'half', 'half']],
  ['line', ['a'], ['samples', 'losses', 'scores', 'value'], ['wide', 'half', 'half', 'wide']],
  ['line', ['a'], ['phase', 'metric', 'losses'], ['tall', 'half', 'half']],
  ['plane', ['a'], ['samples', 'losses'], ['tall', 'tall']],
  ['plane', ['a'], ['samples', 'losses', 'metric', 'scores'], ['tall', 'half', 'half', 'wide']],
  ['plane', ['a', 'b'], ['samples', 'losses'], ['tall', 'tall', 'wide']],
  ['cats', ['a'], ['samples', 'metric'], ['wide', 'wide']],
  ['cats', ['a', 'b'], ['samples', 'metric'], ['tall', 'tall', 'wide']],
] as const)('on the %s, %j showing %j has the shapes %j', (kind, variants, shows, shapes) => {
  expect(panelsOf(demoOf(shows, kind), variants).map(({ shape }) => shape)).toEqual(shapes);
});

test('every panel of a demo can be drawn at the sizes it is designed for', () => {
  for (const kind of ['line', 'plane', 'cats'] as const) {
    for (const variants of [['a'], ['a', 'b']]) {
      for (const panel of panelsOf(demoOf(viewNames, kind), variants)) {
        for (const each of Object.values(sizes[panel.shape])) {
          const pen = createCanvas(each.width, each.height).getContext('2d');
          const traces = panel.variants.map(() => traceOf(frames[kind](), 'saturating', { data: dataOf[kind] }));
          drawPanel({ pen, size: each, theme }, panel, traces);
          const pixels = pen.getImageData(0, 0, each.width, each.height).data;
          expect(pixels.some((value) => value > 0)).toBe(true);
        }
      }
    }
  }
});
