// The view "losses": both players' losses over steps, with the values they have where D is undecided.
import { axisBelow, axisLeft, linear, markStep, referenceLine, roundedUp } from './axes.ts';
import { curve } from './curve.ts';
import { write } from './lettering.ts';
import { curveName, drawNames, type CurveName } from './names.ts';
import type { Box, Pen, Size } from './pen.ts';
import type { Theme } from './theme.ts';
import type { Line, Trace } from './trace.ts';

/** At D = ½: what each loss is there (Goodfellow et al. 2014, arXiv:1406.2661), as it is written beside its line. */
export const references = [
  { value: 2 * Math.LN2, name: '2 log 2', place: 'above' },
  { value: Math.LN2, name: 'log 2', place: 'below' },
] as const;

interface Series {
  name: string;
  steps: number[];
  losses: number[];
  line: Line;
  colour: string;
}

/** Least and greatest of all finite losses and of the reference lines, with a little room. */
export function lossDomain(all: readonly (readonly number[])[]): [number, number] {
  let [least, most] = [0, references[0].value];
  for (const losses of all) {
    for (const loss of losses) {
      if (loss < least && loss > -Infinity) least = loss;
      if (loss > most && loss < Infinity) most = loss;
    }
  }
  const room = 0.06 * (most - least);
  return [least - (least < 0 ? room : 0), most + room];
}

export function drawLosses(pen: Pen, traces: readonly Trace[], { width, height }: Size, theme: Theme): void {
  const box: Box = { left: 42, top: 30, right: width - 8, bottom: height - 24 };
  pen.fillStyle = theme.ink;
  write(pen, 'Losses', 8, 14, theme, { weight: 'strong' });
  const all = traces.flatMap((trace) => seriesOf(trace, traces.length > 1, theme));
  const last = Math.max(0, ...all.map(({ steps }) => steps.at(-1) ?? 0));
  const x = linear([0, roundedUp(last, 50)], [box.left, box.right]);
  const y = linear(lossDomain(all.map(({ losses }) => losses)), [box.bottom, box.top]);
  const format = y.tickFormat(4);
  axisLeft(
    pen,
    y,
    box,
    y.ticks(4).map((tick) => [tick, format(tick).replace('-', '−')] as const),
    theme,
  );
  axisBelow(pen, x, box, 'step', theme);
  // Where the two lines are too near for two names, one name says both.
  const near = y(Math.LN2) - y(2 * Math.LN2) < 16;
  for (const { value, name, place } of references) {
    const text = near ? (place === 'above' ? 'log 2, 2 log 2' : '') : name;
    referenceLine(pen, y(value), box, text, place, theme);
  }
  for (const { steps, losses, line, colour } of all) curve(pen, steps, losses, [x, y], { colour, width: 1.25, line });
  for (const { step, to } of traces.flatMap(({ switches }) => switches)) markStep(pen, x(step), box, to, theme);
  const names = all.map(({ name, steps, losses, colour }): CurveName =>
    curveName(name, steps, losses, x, y, colour, true),
  );
  // Where two runs are drawn, their lines tell them apart; four names at one end would cover the curves.
  drawNames(pen, traces.length > 1 ? names.slice(0, 2) : names, { ...box, right: box.right - 84 }, theme);
}

function seriesOf({ losses, line }: Trace, compared: boolean, theme: Theme): Series[] {
  const series = (name: string, of: number[], colour: string): Series => ({
    name,
    steps: losses.step,
    losses: of,
    line: compared ? line : 'solid',
    colour,
  });
  return [
    series('discriminator', losses.discriminator, theme.ink),
    series('generator', losses.generator, theme.generated),
  ];
}
