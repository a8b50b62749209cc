// The view "losses": both players' losses over steps, with the values they have where D is undecided.
import { factsOf, type KnownValue } from '../../vocabulary/objectives.ts';
import { axisLeft, linear, referenceLine, type Scale } from '../drawing/axes.ts';
import { labelSize, widthOf } from '../drawing/lettering.ts';
import type { Box, Pen, Size } from '../drawing/pen.ts';
import { boxOverSteps, drawSeries, drawTitle, stepScale, type Series } from './overSteps.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';

/** The references of all the runs, each value once, from the greatest down. */
export function referencesOf(traces: readonly Trace[]): KnownValue[] {
  const all = traces.flatMap(({ experiment: { objective } }) => {
    const { discriminator, generator } = factsOf(objective).equilibrium;
    return generator ? [discriminator, generator] : [discriminator];
  });
  const once = all.filter(({ value }, i) => all.findIndex((other) => other.value === value) === i);
  return once.sort((a, b) => b.value - a.value);
}

/** Least and greatest of 0, of the known values and of all finite losses, with a little room. */
export function lossDomain(all: readonly (readonly number[])[], known: readonly number[]): [number, number] {
  let [least, most] = [Math.min(0, ...known), Math.max(0, ...known)];
  for (const losses of all) {
    for (const loss of losses) {
      if (loss < least && loss > -Infinity) least = loss;
      if (loss > most && loss < Infinity) most = loss;
    }
  }
  const room = 0.06 * (most - least || 1);
  // The name of the lowest known value stands below its line.
  return [least - (least < 0 ? 3 * room : 0), most + room];
}

export function drawLosses(pen: Pen, traces: readonly Trace[], size: Size, theme: Theme): void {
  const box = boxOverSteps(size);
  drawTitle(pen, 'Losses', theme);
  const all = traces.flatMap((trace, i) => seriesOf(trace, i, traces.length > 1, theme));
  const known = referencesOf(traces);
  const x = stepScale(all, box);
  const domain = lossDomain(
    all.map(({ values }) => values),
    known.map(({ value }) => value),
  );
  const y = linear(domain, [box.bottom, box.top]);
  const format = y.tickFormat(4);
  axisLeft(
    pen,
    y,
    box,
    y.ticks(4).map((tick) => [tick, format(tick).replace('-', '−')] as const),
    theme,
  );
  const room = drawReferences(pen, known, y, box, theme);
  // Where two runs are drawn, their lines tell them apart; the names leave the right end to those of the references.
  drawSeries(pen, all, traces, [x, y], box, theme, { ...box, right: box.right - room - 12 });
}

/**
 * Each known value with its name above the line, the lowest below it; where two are too near for two names, one name says both.
 * Returns the width of the longest name.
 */
function drawReferences(pen: Pen, known: readonly KnownValue[], y: Scale, box: Box, theme: Theme): number {
  let room = 0;
  let names: string[] = [];
  known.forEach(({ value, name }, i) => {
    const next = known[i + 1];
    const place = i > 0 && next === undefined ? 'below' : 'above';
    names = [name, ...names];
    const near = next !== undefined && y(next.value) - y(value) < 16;
    referenceLine(pen, y(value), box, near ? '' : names.join(', '), near ? 'above' : place, theme);
    if (near) return;
    room = Math.max(room, widthOf(pen, names.join(', '), theme, labelSize - 1));
    names = [];
  });
  return room;
}

function seriesOf({ losses, line }: Trace, index: number, compared: boolean, theme: Theme): Series[] {
  const series = (name: string, values: number[], colour: string): Series => ({
    name: index === 0 ? name : '',
    steps: losses.step,
    values,
    line: compared ? line : 'solid',
    colour,
    width: 1.25,
    strong: true,
  });
  return [
    series('discriminator', losses.discriminator, theme.ink),
    series('generator', losses.generator, theme.generated),
  ];
}
