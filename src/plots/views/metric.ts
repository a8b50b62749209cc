// The view "metric": what the first claim measures, over steps, with the bounds that are claimed and what perfect samples score.
import { powerOfTen } from '../../writing/numbers.ts';
import { axisLeft, decades, decadeTicks, linear, referenceLine, type Scale } from '../drawing/axes.ts';
import { boundsOf, metricOf, nameOfBound, type Bound } from './bounds.ts';
import { dashes } from '../drawing/curve.ts';
import { labelSize, widthOf, writeOnPaper } from '../drawing/lettering.ts';
import { factsOfMetric } from '../../vocabulary/metrics.ts';
import type { Box, Pen, Size } from '../drawing/pen.ts';
import { alongCurves, freest } from '../drawing/freePlace.ts';
import { boxOverSteps, drawSeries, drawTitle, measured, stepScale, type Series } from './overSteps.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Floor, Trace } from '../trace.ts';

/** Draws runs whose first claims are of one metric. */
export function drawMetric(pen: Pen, traces: readonly Trace[], size: Size, theme: Theme): void {
  const box = boxOverSteps(size);
  const metric = metricOf(traces[0]);
  if (metric === undefined) return;
  const { label: name, logScale } = factsOfMetric(metric);
  drawTitle(pen, name.charAt(0).toUpperCase() + name.slice(1), theme);
  const compared = traces.length > 1;
  const all = traces.map((trace) =>
    measured(trace, metric, {
      name: compared ? trace.label : '',
      line: compared ? trace.line : 'solid',
      colour: theme.ink,
      width: 2,
      strong: true,
    }),
  );
  const bounds = traces.flatMap((trace) => boundsOf(trace, metric));
  const { floor } = traces.find((trace) => trace.floor) ?? {};
  const x = stepScale(all, box, Math.max(50, ...bounds.map(({ step }) => step)));
  const known = [
    ...all.flatMap(({ values }) => values),
    ...bounds.flatMap(({ atLeast, atMost }) => [atLeast ?? NaN, atMost ?? NaN]),
    ...(floor ? [floor.low, floor.high] : []),
  ];
  const logarithmic = logScale || fallsFar(all, bounds);
  const y = drawScale(pen, known, logarithmic, box, theme);
  if (floor) drawFloor(pen, floor, y, box, theme);
  for (const bound of bounds) drawBound(pen, bound, [x, y], box, theme);
  drawSeries(pen, all, traces, [x, y], box, theme);
  const names = bounds
    .map((bound) => ({ text: nameOfBound(bound), line: y(bound.atMost ?? bound.atLeast ?? NaN) }))
    .filter(({ text }, i, named) => named.findIndex((other) => other.text === text) === i)
    .slice(0, 2);
  if (floor) names.push({ text: 'perfect samples', line: Math.max(y(floor.high), box.top) });
  const curves = alongCurves(all, x, y);
  const taken: Box[] = bounds.map(({ step, atMost, atLeast }) => {
    const at = y(atMost ?? atLeast ?? NaN);
    return { left: x(step) - 8, right: x(step) + 8, top: at - 13, bottom: at + 13 };
  });
  if (compared) taken.push(...all.flatMap((series) => endOf(series, x, y)));
  for (const { text, line } of names) taken.push(drawName(pen, text, line, curves, taken, box, theme));
}

/** Whether a claim is of a value so far below the run's first one that it would lie on a linear axis's foot. */
function fallsFar(all: readonly Series[], bounds: readonly Bound[]): boolean {
  const first = Math.max(...all.map(({ values }) => values[0] ?? NaN).filter(Number.isFinite));
  const claimed = bounds.flatMap(({ atLeast, atMost }) => [atLeast, atMost]);
  return claimed.some((value) => value !== undefined && value > 0 && value < first / 20);
}

/** Where the name of a curve stands, near its last point. */
function endOf({ steps, values }: Series, x: Scale, y: Scale): Box[] {
  const [right, middle] = [x(steps.at(-1) ?? NaN), y(values.at(-1) ?? NaN)];
  return [{ left: right - 110, right, top: middle - 22, bottom: middle + 22 }];
}

/** Writes a name at a line across, at its left or right end, above or below, where it crosses no curve. */
function drawName(
  pen: Pen,
  text: string,
  line: number,
  curves: ReturnType<typeof alongCurves>,
  taken: readonly Box[],
  box: Box,
  theme: Theme,
): Box {
  const size = labelSize - 1;
  const width = widthOf(pen, text, theme, size);
  const height = 16;
  const inside = [line - height, line + 1].filter((top) => top > box.top - height && top + height < box.bottom + 1);
  const tops = inside.length > 0 ? inside : [box.top];
  const [first, last] = [box.left + 4, Math.max(box.left + 4, box.right - width - 4)];
  const lefts = [0, 1, 0.5, 0.25, 0.75, 0.125, 0.375].map((share) => first + share * (last - first));
  const candidates = tops.flatMap((top) =>
    lefts.map((left): Box => ({ left, right: left + width, top, bottom: top + height })),
  );
  const place = freest(candidates, curves, taken);
  pen.fillStyle = theme.inkSoft;
  writeOnPaper(pen, text, place.left, place.bottom - 4, theme, { size });
  return place;
}

/** The y axis: whole decades for what spans them, else from 0, or from below it, to a little more than the greatest value. */
function drawScale(pen: Pen, values: readonly number[], logarithmic: boolean, box: Box, theme: Theme): Scale {
  const room = box.bottom - box.top;
  if (logarithmic) {
    const y = decades(values, [box.bottom, box.top]);
    // A log axis has no zero: what is 0 or less lies on its foot, which then says so.
    const foot = values.some((value) => value <= 0) ? '≤\u2009' : '';
    const ticks = decadeTicks(y, room).map((value, i) => [value, (i === 0 ? foot : '') + powerOfTen(value)] as const);
    axisLeft(pen, y, box, ticks, theme);
    return y;
  }
  const finite = values.filter(Number.isFinite);
  const [least, most] = [finite.reduce((a, b) => Math.min(a, b), 0), finite.reduce((a, b) => Math.max(a, b), 0)];
  const margin = 0.1 * (most - least || 1);
  const y = linear([least < 0 ? least - margin : 0, most + margin], [box.bottom, box.top]);
  const format = y.tickFormat(4);
  axisLeft(
    pen,
    y,
    box,
    y.ticks(4).map((tick) => [tick, format(tick).replace('-', '−')] as const),
    theme,
  );
  return y;
}

/** A band from the 1st to the 99th percentile of what perfect samples score. */
function drawFloor(pen: Pen, { low, high }: Floor, y: Scale, box: Box, theme: Theme): void {
  const [top, bottom] = [y(high), Math.min(y(low), box.bottom)];
  if (!Number.isFinite(top)) return;
  pen.save();
  pen.globalAlpha = 0.35;
  pen.fillStyle = theme.ruleStrong;
  pen.fillRect(box.left, top, box.right - box.left, Math.max((Number.isFinite(bottom) ? bottom : box.bottom) - top, 2));
  pen.restore();
}

/** A claim's bounds as lines up to the step that decides, where a bar stands on each, on the side that keeps it. */
function drawBound(
  pen: Pen,
  { atLeast, atMost, step, when }: Bound,
  [x, y]: readonly [Scale, Scale],
  box: Box,
  theme: Theme,
): void {
  const at = x(step);
  for (const [value, kept] of [
    [atLeast, 'above'],
    [atMost, 'below'],
  ] as const) {
    const height = y(value ?? NaN);
    if (!Number.isFinite(height)) continue;
    referenceLine(pen, height, box, '', 'above', theme);
    pen.save();
    pen.strokeStyle = theme.ink;
    pen.lineWidth = 1.5;
    pen.setLineDash(dashes.solid);
    pen.beginPath();
    pen.moveTo(when === 'by' ? x(0) : at - 5, height);
    pen.lineTo(when === 'by' ? at : at + 5, height);
    pen.moveTo(at, height);
    pen.lineTo(at, kept === 'above' ? height - 12 : height + 12);
    pen.stroke();
    pen.restore();
  }
}
