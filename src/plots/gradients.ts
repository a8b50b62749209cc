// The view "gradients": the norm of the generator's gradient over steps, on a log axis, under both objectives.
import type { Metric } from '../gan/experiment.ts';
import { axisBelow, axisLeft, decades, decadeTicks, linear, markStep, roundedUp } from './axes.ts';
import { curve } from './curve.ts';
import { curveName, drawNames } from './names.ts';
import { write } from './lettering.ts';
import type { Box, Pen, Size } from './pen.ts';
import type { Theme } from './theme.ts';
import type { Line, Trace } from './trace.ts';

interface Series {
  name: string;
  steps: number[];
  norms: number[];
  line: Line;
  shown: boolean;
}

const series = (trace: Trace, metric: Metric, name: string, line: Line, shown: boolean): Series => ({
  name,
  steps: trace.measurements.map(({ step }) => step),
  norms: trace.measurements.map(({ values }) => values[metric] ?? NaN),
  line,
  shown,
});

/** The norms that are drawn: of one run those under both objectives at its weights, of two runs each one's own. */
export function gradientSeries(traces: readonly Trace[]): Series[] {
  const own = (trace: Trace): Metric =>
    trace.objective === 'saturating' ? 'saturatingGradient' : 'nonSaturatingGradient';
  const [only] = traces;
  if (only && traces.length === 1) {
    const saturating = only.objective === 'saturating';
    const other = ', same weights';
    return [
      series(only, 'saturatingGradient', `saturating${saturating ? '' : other}`, 'dashed', saturating),
      series(only, 'nonSaturatingGradient', `non-saturating${saturating ? other : ''}`, 'solid', !saturating),
    ];
  }
  return traces.map((trace) => series(trace, own(trace), trace.label, trace.line, true));
}

export function drawGradients(pen: Pen, traces: readonly Trace[], { width, height }: Size, theme: Theme): void {
  const box: Box = { left: 42, top: 30, right: width - 8, bottom: height - 24 };
  pen.fillStyle = theme.ink;
  write(pen, 'Norm of G’s gradient', 8, 14, theme, { weight: 'strong' });
  const all = gradientSeries(traces);
  const last = Math.max(0, ...all.map(({ steps }) => steps.at(-1) ?? 0));
  const x = linear([0, roundedUp(last, 50)], [box.left, box.right]);
  const y = decades(
    all.flatMap(({ norms }) => norms),
    [box.bottom, box.top],
  );
  const ticks = decadeTicks(y, box.bottom - box.top).map((value) => [value, powerOfTen(value)] as const);
  axisLeft(pen, y, box, ticks, theme);
  axisBelow(pen, x, box, 'step', theme);
  for (const { steps, norms, line, shown } of all) {
    const colour = shown ? theme.generated : theme.inkSoft;
    const drawable = norms.map((norm) => (norm > 0 ? norm : NaN));
    curve(pen, steps, drawable, [x, y], { colour, width: shown ? 2 : 1.25, line });
  }
  for (const { step, to } of traces.flatMap(({ switches }) => switches)) markStep(pen, x(step), box, to, theme);
  const names = all.map(({ name, steps, norms, shown }) =>
    curveName(name, steps, norms, x, y, shown ? theme.generated : theme.inkSoft, shown),
  );
  drawNames(pen, names, box, theme);
}

function powerOfTen(value: number): string {
  const exponent = Math.round(Math.log10(value));
  if (exponent === 0) return '1';
  if (exponent === 1) return '10';
  return `10^${String(exponent).replace('-', '−')}`;
}
