// The view "gradients": the norm of the generator's gradient over steps, on a log axis, under both objectives.
import type { Metric } from '../../vocabulary/metrics.ts';
import { axisLeft, decades, decadeTicks } from '../drawing/axes.ts';
import { powerOfTen } from '../../writing/numbers.ts';
import type { Pen, Size } from '../drawing/pen.ts';
import { boxOverSteps, drawSeries, drawTitle, measured, stepScale, type Series } from './overSteps.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Line, Trace } from '../trace.ts';

/** The norm of the gradient that moves a run, where it is measured: other objectives than the two of the original paper have none. */
export function ownGradient({ experiment: { objective } }: Trace): Metric | undefined {
  if (objective === 'saturating') return 'saturatingGradient';
  return objective === 'nonSaturating' ? 'nonSaturatingGradient' : undefined;
}

/** The norms that are drawn: of one run those under both objectives at its weights, of two runs each one's own. */
export function gradientSeries(traces: readonly Trace[], theme: Theme): Series[] {
  const series = (trace: Trace, metric: Metric, name: string, line: Line): Series => {
    const own = ownGradient(trace) === metric;
    const look = { name, line, colour: own ? theme.generated : theme.inkSoft, width: own ? 2 : 1.25, strong: own };
    const all = measured(trace, metric, look);
    return { ...all, values: all.values.map((norm) => (norm > 0 ? norm : NaN)) };
  };
  const [only] = traces;
  if (only && traces.length === 1) {
    const name = (text: string, metric: Metric) => text + (ownGradient(only) === metric ? '' : ', same weights');
    return [
      series(only, 'saturatingGradient', name('saturating', 'saturatingGradient'), 'dashed'),
      series(only, 'nonSaturatingGradient', name('non-saturating', 'nonSaturatingGradient'), 'solid'),
    ];
  }
  return traces.map((trace) => series(trace, ownGradient(trace) ?? 'nonSaturatingGradient', trace.label, trace.line));
}

export function drawGradients(pen: Pen, traces: readonly Trace[], size: Size, theme: Theme): void {
  const box = boxOverSteps(size);
  drawTitle(pen, 'Norm of G’s gradient', theme);
  const all = gradientSeries(traces, theme);
  const y = decades(
    all.flatMap(({ values }) => values),
    [box.bottom, box.top],
  );
  const ticks = decadeTicks(y, box.bottom - box.top).map((value) => [value, powerOfTen(value)] as const);
  axisLeft(pen, y, box, ticks, theme);
  drawSeries(pen, all, traces, [stepScale(all, box), y], box, theme);
}
