// The view "metric": what the first claim measures, over steps, with the bounds that are claimed and what perfect samples score.
import { certain } from '../../certain.ts';
import { factsOfMetric, type Metric } from '../../vocabulary/metrics.ts';
import { referenceLine, type Axes } from '../drawing/axes.ts';
import { alongCurves, freest } from '../drawing/labelPlacement.ts';
import { inCharacters } from '../../writing/exponents.ts';
import { briefText } from '../../writing/numbers.ts';
import { labelSize, widthOf, writeOnPaper } from '../drawing/lettering.ts';
import type { Box, Point, Surface } from '../drawing/surface.ts';
import { newest, type Floor, type Trace } from '../trace.ts';
import { boundsOf, levelsOf, metricOf, nameOfBound, type Bound } from './claimedBounds.ts';
import { drawOverSteps, measured, type Series } from './overSteps.ts';
import type { StepsView } from './view.ts';

export const metric: StepsView = {
  /** Draws runs whose first claims are of one metric. */
  draw(surface, traces) {
    const metric = metricOf(traces[0]);
    if (metric === undefined) return;
    const { label, logScale } = factsOfMetric(metric);
    const compared = traces.length > 1;
    const series = traces.map((trace) =>
      measured(trace, metric, {
        label: compared ? trace.label : '',
        line: compared ? trace.line : 'solid',
        colour: surface.theme.ink,
        width: 2,
        strong: true,
      }),
    );
    const bounds = traces.flatMap((trace) => boundsOf(trace, metric));
    const floor = traces.find((trace) => trace.floor)?.floor;
    const logarithmic = logScale || fallsFar(series, bounds);
    const axes = drawOverSteps(surface, traces, {
      title: sentence(label),
      series,
      axis: logarithmic ? { kind: 'decades' } : { kind: 'linear', room: { above: 0.1, below: 0.1 } },
      holds: [...bounds.flatMap(levelsOf), ...(floor ? [floor.low, floor.high] : [])],
      lastStep: Math.max(50, ...bounds.map(({ step }) => step)),
      behind(axes) {
        if (floor) drawFloor(surface, floor, axes);
        for (const bound of bounds) drawBound(surface, bound, axes);
      },
    });
    drawLabels(surface, { series, bounds, floor, compared }, axes);
  },

  say(trace) {
    const metric = metricOf(trace);
    if (metric === undefined) return 'Nothing is claimed.';
    const now = newest(trace, metric);
    const { label } = factsOfMetric(metric);
    const first = now
      ? `At step ${now.step} the measured value is ${briefText(now.value)} (${label}).`
      : `Not measured yet: ${label}.`;
    const bounds = boundsOf(trace, metric)
      .map((bound) => ` ${sentence(inCharacters(nameOfBound(bound)))}${decided(trace, metric, bound.step)}.`)
      .join('');
    const floor = trace.floor
      ? ` Perfect samples score ${briefText(trace.floor.low)} to ${briefText(trace.floor.high)}.`
      : '';
    return `${first}${bounds}${floor}`;
  },
};

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function decided({ measurements }: Trace, metric: Metric, step: number): string {
  const value = measurements.find((measurement) => measurement.step === step)?.values[metric];
  return value === undefined ? '' : `, where it was ${briefText(value)}`;
}

/** Whether a claim is of a value so far below the run's first one that it would lie on a linear axis's foot. */
function fallsFar(all: readonly Series[], bounds: readonly Bound[]): boolean {
  const first = Math.max(...all.flatMap(({ values }) => values.slice(0, 1)).filter(Number.isFinite));
  return bounds.flatMap(levelsOf).some((level) => level > 0 && level < first / 20);
}

/** A band from the 1st to the 99th percentile of what perfect samples score. */
function drawFloor({ pen, theme }: Surface, { low, high }: Floor, { y, box }: Axes): void {
  const [top, bottom] = [y(high), Math.min(y(low), box.bottom)];
  if (!Number.isFinite(top)) return;
  pen.save();
  pen.globalAlpha = 0.35;
  pen.fillStyle = theme.ruleStrong;
  pen.fillRect(box.left, top, box.right - box.left, Math.max((Number.isFinite(bottom) ? bottom : box.bottom) - top, 2));
  pen.restore();
}

/** A claim's bounds as lines up to the step that decides, where a bar stands on each, on the side that keeps it. */
function drawBound(surface: Surface, { atLeast, atMost, step, when }: Bound, { x, y, box }: Axes): void {
  const { pen, theme } = surface;
  const at = x(step);
  for (const [level, bar] of [
    [atLeast, -12],
    [atMost, 12],
  ] as const) {
    if (level === undefined || !Number.isFinite(y(level))) continue;
    const height = y(level);
    referenceLine(surface, height, box);
    pen.save();
    pen.strokeStyle = theme.ink;
    pen.lineWidth = 1.5;
    pen.setLineDash([]);
    pen.beginPath();
    pen.moveTo(when === 'by' ? x(0) : at - 5, height);
    pen.lineTo(when === 'by' ? at : at + 5, height);
    pen.moveTo(at, height);
    pen.lineTo(at, height + bar);
    pen.stroke();
    pen.restore();
  }
}

interface Shown {
  series: readonly Series[];
  bounds: readonly Bound[];
  floor: Floor | undefined;
  compared: boolean;
}

/** Writes what the bounds and the floor are, where no curve runs, no bar stands and, of runs that are compared, no curve ends with its label. */
function drawLabels(surface: Surface, { series, bounds, floor, compared }: Shown, axes: Axes): void {
  const { x, y, box } = axes;
  const labels = bounds
    .map((bound) => ({ text: nameOfBound(bound), height: y(levelOf(bound)) }))
    .filter(({ text }, i, all) => all.findIndex((other) => other.text === text) === i)
    .slice(0, 2);
  if (floor) labels.push({ text: 'perfect samples', height: Math.max(y(floor.high), box.top) });
  const curves = alongCurves(series, axes);
  const taken = bounds.map((bound) => around([x(bound.step), y(levelOf(bound))], 8, 13));
  for (const { steps, values } of compared ? series : []) {
    const [step, value] = [steps.at(-1), values.at(-1)];
    if (step !== undefined && value !== undefined) taken.push(around([x(step) - 55, y(value)], 55, 22));
  }
  for (const { text, height } of labels) taken.push(drawLabel(surface, text, height, curves, taken, box));
}

const levelOf = (bound: Bound): number => certain(levelsOf(bound).at(-1), 'a level of a bound');

const around = ([x, y]: Point, width: number, height: number): Box => ({
  left: x - width,
  right: x + width,
  top: y - height,
  bottom: y + height,
});

/** Writes a label at a line across, at its left or right end, above or below, where it crosses no curve. Returns the room that it takes. */
function drawLabel(
  surface: Surface,
  text: string,
  line: number,
  curves: readonly Point[],
  taken: readonly Box[],
  box: Box,
): Box {
  const size = labelSize - 1;
  const width = widthOf(surface, text, { size });
  const height = 16;
  const within = [line - height, line + 1].filter((top) => top > box.top - height && top + height < box.bottom + 1);
  const tops = within.length > 0 ? within : [box.top];
  const [first, last] = [box.left + 4, Math.max(box.left + 4, box.right - width - 4)];
  const lefts = [0, 1, 0.5, 0.25, 0.75, 0.125, 0.375].map((share) => first + share * (last - first));
  const candidates = tops.flatMap((top) =>
    lefts.map((left): Box => ({ left, right: left + width, top, bottom: top + height })),
  );
  const free = freest(candidates, curves, taken);
  writeOnPaper(surface, text, [free.left, free.bottom - 4], surface.theme.inkSoft, { size });
  return free;
}
