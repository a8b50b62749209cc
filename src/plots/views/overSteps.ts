// Curves of measurements over steps, and the frame they stand in: title, axis of steps, marks where the reader changed something.
import type { Metric } from '../../vocabulary/metrics.ts';
import { axisBelow, linear, markStep, roundedUp, type Scale } from '../drawing/axes.ts';
import { curve } from '../drawing/curve.ts';
import { write } from '../drawing/lettering.ts';
import { drawNames } from '../drawing/curveLabels.ts';
import type { Box, Pen, Size } from '../drawing/pen.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Line, Trace } from '../trace.ts';

export interface Series {
  name: string;
  steps: readonly number[];
  values: readonly number[];
  line: Line;
  colour: string;
  width: number;
  /** Whether the name is written in strong letters. */
  strong: boolean;
}

/** A metric of a run over its steps; missing values are NaN. */
export const measured = (
  { measurements }: Trace,
  metric: Metric,
  look: Pick<Series, 'name' | 'line' | 'colour' | 'width' | 'strong'>,
): Series => ({
  ...look,
  steps: measurements.map(({ step }) => step),
  values: measurements.map(({ values }) => values[metric] ?? NaN),
});

/** Where curves over steps are drawn in a picture of this size. */
export const boxOverSteps = ({ width, height }: Size): Box => ({
  left: 42,
  top: 30,
  right: width - 8,
  bottom: height - 24,
});

/** The scale of steps: from 0 to a round number past all steps of the series and past `least`. */
export function stepScale(all: readonly Series[], box: Box, least = 50): Scale {
  const last = Math.max(0, ...all.map(({ steps }) => steps.at(-1) ?? 0));
  return linear([0, roundedUp(last, least)], [box.left, box.right]);
}

/** The title above a picture. */
export function drawTitle(pen: Pen, title: string, theme: Theme): void {
  pen.fillStyle = theme.ink;
  write(pen, title, 8, 14, theme, { weight: 'strong' });
}

/**
 * The curves with their names at their ends, over the axis of steps. The y axis is the caller's, and drawn before.
 * @param named where names may stand, if not in all of `box`
 */
export function drawSeries(
  pen: Pen,
  all: readonly Series[],
  traces: readonly Trace[],
  [x, y]: readonly [Scale, Scale],
  box: Box,
  theme: Theme,
  named = box,
): void {
  axisBelow(pen, x, box, 'step', theme);
  pen.save();
  pen.beginPath();
  pen.rect(box.left, box.top - 2, box.right - box.left + 1, box.bottom - box.top + 4);
  pen.clip();
  const drawn = all.map(({ name, steps, values, line, colour, width, strong }) => {
    const [step, value] = [steps[0], values[0]];
    // One measurement is no curve yet: a dot says where it begins.
    if (steps.length === 1 && step !== undefined && Number.isFinite(y(value ?? NaN)))
      dot(pen, x(step), y(value ?? NaN), colour);
    return { name, colour, strong, runs: curve(pen, steps, values, [x, y], { colour, width, line }) };
  });
  pen.restore();
  for (const { step, to } of traces.flatMap(({ switches }) => switches)) markStep(pen, x(step), box, to, theme);
  drawNames(pen, drawn, named, theme);
}

function dot(pen: Pen, x: number, y: number, colour: string): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(x, y, 2.5, 0, 2 * Math.PI);
  pen.fill();
}
