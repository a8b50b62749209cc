// What a trace's claims say of one metric, as bounds that can be drawn: two claims of one step are one bound from both sides.
import type { Metric } from '../../vocabulary/metrics.ts';
import { brief } from '../../writing/numbers.ts';
import type { Trace } from '../trace.ts';

export interface Bound {
  atLeast: number | undefined;
  atMost: number | undefined;
  /** The step that decides. */
  step: number;
  /** Judged at that step alone, or reached by then. */
  when: 'at' | 'by';
}

/** The metric that a run is shown by: that of its first claim. */
export const metricOf = (trace: Trace | undefined): Metric | undefined => trace?.claims[0]?.metric;

/** The bounds of all claims of a run that speak of this metric, in their order. */
export function boundsOf({ claims }: Trace, metric: Metric): Bound[] {
  const bounds: Bound[] = [];
  for (const { metric: own, atLeast, atMost, at, by } of claims) {
    const step = at ?? by;
    if (own !== metric || step === undefined) continue;
    const when = at === undefined ? 'by' : 'at';
    const other = bounds.find((bound) => bound.step === step && bound.when === when);
    if (other && other.atLeast === undefined && atLeast !== undefined) other.atLeast = atLeast;
    else if (other && other.atMost === undefined && atMost !== undefined) other.atMost = atMost;
    else bounds.push({ atLeast, atMost, step, when });
  }
  return bounds;
}

/** What is claimed at least and at most, as far as it is. */
export const levelsOf = ({ atLeast, atMost }: Bound): number[] =>
  [atLeast, atMost].filter((level) => level !== undefined);

/** Such as "claimed: at most 0.05 at step 1,200". */
export function nameOfBound({ atLeast, atMost, step, when }: Bound): string {
  // As the author wrote it: two bounds that are near each other need the digits in which they differ.
  const name = (value = NaN) =>
    Math.abs(value) < 1e-3 ? brief(value) : String(Number(value.toPrecision(4))).replace('-', '−');
  const what =
    atLeast === undefined
      ? `at most ${name(atMost)}`
      : atMost === undefined
        ? `at least ${name(atLeast)}`
        : `${name(atLeast)} to ${name(atMost)}`;
  return `claimed: ${what} ${when} step ${step.toLocaleString('en')}`;
}
