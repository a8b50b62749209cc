// The view "scores": what D gives to real and to generated samples on average, over steps, with ½ where it is undecided.
import { axisLeft, linear, referenceLine } from '../drawing/axes.ts';
import type { Pen, Size } from '../drawing/pen.ts';
import { boxOverSteps, drawSeries, drawTitle, measured, stepScale } from './overSteps.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';

export function drawScores(pen: Pen, traces: readonly Trace[], size: Size, theme: Theme): void {
  const box = boxOverSteps(size);
  drawTitle(pen, 'What D gives on average', theme);
  const all = traces.flatMap((trace, i) => {
    const line = traces.length > 1 ? trace.line : 'solid';
    // Of two runs the lines tell which is which; four names at one end would cover the curves.
    const name = (text: string) => (i === 0 ? text : '');
    return [
      measured(trace, 'realScore', { name: name('D(x)'), line, colour: theme.real, width: 1.75, strong: true }),
      measured(trace, 'fakeScore', { name: name('D(G(z))'), line, colour: theme.generated, width: 1.75, strong: true }),
    ];
  });
  const x = stepScale(all, box);
  const y = linear([0, 1], [box.bottom, box.top]);
  const ticks = [
    [0, '0'],
    [0.25, '¼'],
    [0.5, '½'],
    [0.75, '¾'],
    [1, '1'],
  ] as const;
  axisLeft(pen, y, box, ticks, theme);
  referenceLine(pen, y(0.5), box, '', 'above', theme);
  drawSeries(pen, all, traces, [x, y], box, theme);
}
