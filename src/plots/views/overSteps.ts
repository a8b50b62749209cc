// Draws curves over steps, whichever they are: title, axes, known values, labels, and marks where the reader changed something.
import type { Metric } from '../../vocabulary/metrics.ts';
import type { KnownValue } from '../../vocabulary/objectives.ts';
import {
  axisBelow,
  axisLeft,
  labelReference,
  linear,
  markStep,
  referenceLine,
  roundedUp,
  type Axes,
} from '../drawing/axes.ts';
import { curve, type Stroke } from '../drawing/curve.ts';
import { drawCurveLabels } from '../drawing/curveLabels.ts';
import { brief } from '../../writing/numbers.ts';
import { labelSize, widthOf, write, writeOnPaper } from '../drawing/lettering.ts';
import { cutMark, disc } from '../drawing/marks.ts';
import { inside, type Surface } from '../drawing/surface.ts';
import { layValues, type ValueAxis } from '../drawing/valueAxis.ts';
import type { Trace } from '../trace.ts';

/** How a curve is drawn, and its label. */
export interface Look extends Stroke {
  /** Empty for a curve without. */
  label: string;
  /** Whether the label is written in strong letters. */
  strong: boolean;
}

export interface Series extends Look {
  steps: readonly number[];
  /** One a step; NaN where there is none. */
  values: readonly number[];
}

interface CurvesOverSteps {
  title: string;
  series: readonly Series[];
  axis: ValueAxis;
  /** Known values, from the greatest down: each has a dashed line across, and its name at the right end. */
  references?: readonly KnownValue[];
  /** Room that curve labels leave to those names, in CSS pixels; by default as much as the names take. */
  referenceRoom?: number;
  /** Other values that the axis must hold. */
  holds?: readonly number[];
  /** The step that the axis of steps reaches at least. */
  lastStep?: number;
  /** Draws what lies behind the curves. */
  behind?: (axes: Axes) => void;
}

/** A metric of a run over its steps. */
export const measured = ({ measurements }: Trace, metric: Metric, look: Look): Series => ({
  ...look,
  steps: measurements.map(({ step }) => step),
  values: measurements.map(({ values }) => values[metric] ?? NaN),
});

/**
 * The curves of every run: of one run as they are, of runs that are compared each in its own line. Only the first run's have labels: lines tell
 * which run is which, and four labels at one end would cover the curves.
 */
export const ofEachRun = (
  traces: readonly Trace[],
  seriesOf: (trace: Trace, line: Stroke['line']) => Series[],
): Series[] =>
  traces.flatMap((trace, i) =>
    seriesOf(trace, traces.length > 1 ? trace.line : 'solid').map((series) =>
      i === 0 ? series : { ...series, label: '' },
    ),
  );

/** Draws curves of these runs. Returns the axes that they were drawn on. */
export function drawOverSteps(surface: Surface, traces: readonly Trace[], curves: CurvesOverSteps): Axes {
  const { theme, size } = surface;
  const { title, series, axis, references = [], referenceRoom, holds = [], lastStep = 50, behind } = curves;
  const box = { left: 42, top: 30, right: size.width - 8, bottom: size.height - 24 };
  write(surface, title, [8, 14], theme.ink, { weight: 'strong' });
  const lasts = series.flatMap(({ steps }) => steps.slice(-1));
  const x = linear([0, roundedUp(Math.max(10, lastStep, ...lasts))], [box.left, box.right]);
  const values = [...series.map(({ values }) => values), references.map(({ value }) => value), holds];
  const { y, ticks } = layValues(axis, values, box);
  const axes = { x, y, box };
  axisLeft(surface, y, box, ticks);
  const taken = drawReferences(surface, references, axes);
  behind?.(axes);
  axisBelow(surface, x, box, 'step');
  const drawn = drawCurves(surface, series, axes);
  for (const { step, to } of traces.flatMap(({ switches }) => switches)) markStep(surface, x(step), box, to);
  drawCurveLabels(surface, drawn, { ...box, right: box.right - (referenceRoom ?? taken) });
  if (axis.kind === 'linear' && axis.lowest !== undefined) drawCut(surface, series, axis.lowest, axes);
  return axes;
}

/**
 * A line across at each known value, with its name above, that of the lowest below; of values that are too near for two names the lower one's
 * line has both. Returns the room that the names take at the right end.
 */
function drawReferences(surface: Surface, references: readonly KnownValue[], { y, box }: Axes): number {
  let taken = 0;
  let names: string[] = [];
  references.forEach(({ value, name }, i) => {
    const next = references[i + 1];
    names = [name, ...names];
    referenceLine(surface, y(value), box);
    if (next !== undefined && y(next.value) - y(value) < 16) return;
    const label = names.filter((each) => each !== '').join(', ');
    names = [];
    if (label === '') return;
    labelReference(surface, y(value), box, label, i > 0 && next === undefined ? 'below' : 'above');
    taken = Math.max(taken, widthOf(surface, label, { size: labelSize - 1 }) + 12);
  });
  return taken;
}

function drawCurves(surface: Surface, all: readonly Series[], axes: Axes) {
  const { pen } = surface;
  const { box } = axes;
  return inside(surface, { ...box, top: box.top - 2, right: box.right + 1, bottom: box.bottom + 2 }, () =>
    all.map(({ steps, values, ...look }) => {
      // One measurement is no curve yet: a dot says where it begins.
      const runs = curve(pen, steps, values, axes, look);
      if (steps.length === 1) for (const [start] of runs) if (start) disc(pen, start, 2.5, look.colour);
      return { ...look, runs };
    }),
  );
}

/** Where a value is less than `lowest`, a mark at the foot says how far down it goes. */
function drawCut(surface: Surface, all: readonly Series[], lowest: number, { box }: Axes): void {
  const lost = Math.min(...all.flatMap(({ values }) => values.filter((value) => value < lowest)));
  if (lost === Infinity) return;
  cutMark(surface.pen, box.left + 10, box.bottom - 1, 'down', surface.theme.ink);
  const text = `down to ${brief(lost)}`;
  writeOnPaper(surface, text, [box.left + 20, box.bottom - 3], surface.theme.inkSoft, { size: labelSize - 1 });
}
