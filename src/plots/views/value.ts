// The view "value": V(D, G) over steps beside what a perfect discriminator would reach, V(D*, G), with its least value −log 4.
import { brief } from '../../writing/numbers.ts';
import { axisLeft, linear, referenceLine } from '../drawing/axes.ts';
import { writeOnPaper } from '../drawing/lettering.ts';
import { cutMark } from '../drawing/marks.ts';
import type { Pen, Size } from '../drawing/pen.ts';
import { boxOverSteps, drawSeries, drawTitle, measured, stepScale } from './overSteps.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';

/** V(D*, G) where p = q (Goodfellow et al. 2014, arXiv:1406.2661, Theorem 1). */
const least = -2 * Math.LN2;
/** A discriminator that is wrong and sure has a value without bound; below this one the picture is cut. */
const lowest = -4;

/** The values that the axis spans: −log 4 and 0, and what the curves need down to where they are cut. */
export function valueDomain(values: Iterable<number>): [number, number] {
  let [bottom, top] = [least, 0];
  for (const value of values) {
    if (value < bottom) bottom = Math.max(value, lowest);
    if (value > top && value < Infinity) top = value;
  }
  const room = 0.08 * (top - bottom);
  return [bottom - room, top + room];
}

export function drawValue(pen: Pen, traces: readonly Trace[], size: Size, theme: Theme): void {
  const box = boxOverSteps(size);
  drawTitle(pen, 'Value of the game', theme);
  const all = traces.flatMap((trace, i) => {
    const line = traces.length > 1 ? trace.line : 'solid';
    const name = (text: string) => (i === 0 ? text : '');
    const best = { name: name('V(D*, G)'), line: 'dotted', colour: theme.inkSoft, width: 2, strong: false } as const;
    return [
      measured(trace, 'optimalValue', best),
      measured(trace, 'value', { name: name('V(D, G)'), line, colour: theme.ink, width: 1.75, strong: true }),
    ];
  });
  const values = all.flatMap((series) => series.values);
  const x = stepScale(all, box);
  const y = linear(valueDomain(values), [box.bottom, box.top]);
  const ticks = y.ticks(4).map((tick) => [tick, y.tickFormat(4)(tick).replace('-', '−')] as const);
  axisLeft(pen, y, box, ticks, theme);
  referenceLine(pen, y(0), box, '0: D tells all apart', 'above', theme);
  referenceLine(pen, y(least), box, '−log 4: p = q', 'below', theme);
  drawSeries(pen, all, traces, [x, y], box, theme, { ...box, right: box.right - 112 });
  const lost = Math.min(...values.filter((value) => value < lowest));
  if (lost === Infinity) return;
  cutMark(pen, box.left + 10, box.bottom - 1, 'down', theme.ink);
  pen.fillStyle = theme.inkSoft;
  writeOnPaper(pen, `down to ${brief(lost)}`, box.left + 20, box.bottom - 3, theme, { size: 12 });
}
