// The view "gradients": the norm of the generator's gradient over steps, on a log axis, under both objectives.
import type { Metric } from '../../vocabulary/metrics.ts';
import { briefText } from '../../writing/numbers.ts';
import type { Theme } from '../drawing/theme.ts';
import type { Trace } from '../trace.ts';
import { drawOverSteps, measured, type Look, type Series } from './overSteps.ts';
import type { StepsView } from './view.ts';

/** The norm of the gradient that moves a run, where it is measured: other objectives than the two of the original paper have none. */
export function ownGradient({ experiment: { objective } }: Trace): Metric | undefined {
  if (objective === 'saturating') return 'saturatingGradient';
  return objective === 'nonSaturating' ? 'nonSaturatingGradient' : undefined;
}

/** The newest gradient norms of a run under both objectives, at the same weights. */
export function gradientsOf(trace: Trace): { step: number; saturating: number; nonSaturating: number } | undefined {
  const newest = trace.measurements.at(-1);
  if (!newest) return undefined;
  const { saturatingGradient: saturating, nonSaturatingGradient: nonSaturating } = newest.values;
  if (saturating === undefined || nonSaturating === undefined) return undefined;
  return { step: newest.step, saturating, nonSaturating };
}

/** The norms that are drawn: of one run those under both objectives at its weights, of two runs each one's own. */
export function gradientSeries(traces: readonly Trace[], theme: Theme): Series[] {
  const series = (trace: Trace, metric: Metric, label: string, line: Look['line']): Series => {
    const own = ownGradient(trace) === metric;
    const look = { label, line, colour: own ? theme.generated : theme.inkSoft, width: own ? 2 : 1.25, strong: own };
    const all = measured(trace, metric, look);
    return { ...all, values: all.values.map((norm) => (norm > 0 ? norm : NaN)) };
  };
  const [only] = traces;
  if (only && traces.length === 1) {
    const label = (text: string, metric: Metric) => text + (ownGradient(only) === metric ? '' : ', same weights');
    return [
      series(only, 'saturatingGradient', label('saturating', 'saturatingGradient'), 'dashed'),
      series(only, 'nonSaturatingGradient', label('non-saturating', 'nonSaturatingGradient'), 'solid'),
    ];
  }
  return traces.map((trace) => series(trace, ownGradient(trace) ?? 'nonSaturatingGradient', trace.label, trace.line));
}

export const gradients: StepsView = {
  draw: (surface, traces) =>
    drawOverSteps(surface, traces, {
      title: 'Norm of G’s gradient',
      series: gradientSeries(traces, surface.theme),
      axis: { kind: 'decades' },
    }),

  say(trace) {
    const norms = gradientsOf(trace);
    if (!norms) return 'The generator’s gradient has not been measured yet.';
    const switched = trace.switches.map(({ step, to }) => ` Changed to “${to}” at step ${step}.`).join('');
    return `At step ${norms.step} the norm of the generator’s gradient ${normsOf(trace, norms)}.${switched}`;
  },
};

function normsOf(trace: Trace, { saturating, nonSaturating }: { saturating: number; nonSaturating: number }): string {
  const [s, n] = [briefText(saturating), briefText(nonSaturating)];
  switch (ownGradient(trace)) {
    case 'saturatingGradient':
      return `is ${s} under the saturating objective in use, and would be ${n} under the non-saturating one at the same weights`;
    case 'nonSaturatingGradient':
      return `is ${n} under the objective in use, and would be ${s} under the saturating one at the same weights`;
    default:
      return `would be ${s} under the saturating objective and ${n} under the non-saturating one at these weights`;
  }
}
