// Judges claims: what a run's measurements say about what the article says. Without the schema, so that the page can load it.
import type { Claim } from './claim.ts';
import type { Measurement } from './frame.ts';

/** `open`: not decided yet. `holds` and `broken` are final. */
export type Verdict = 'open' | 'holds' | 'broken';

/** What became of a claim. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The step and the value of the measurement that decided it. While it is open, the newest; undefined where there is none. */
  readonly step: number | undefined;
  readonly value: number | undefined;
}

const keeps = (claim: Claim, value: number | undefined): boolean => {
  if (value === undefined) return false;
  return claim.atLeast !== undefined ? value >= claim.atLeast : claim.atMost !== undefined && value <= claim.atMost;
};

/**
 * The judgement on one claim, from a run's measurements in order of step.
 * A `by` claim holds at the first measurement up to its step that keeps the bound, and breaks when a measurement at or past that step has
 * come without one. An `at` claim is decided by the measurement at its step alone. A value that is missing or not a number never keeps a bound.
 */
export function judge(claim: Claim, measurements: readonly Measurement[]): Judgement {
  const { at, by, metric } = claim;
  const found = (verdict: Verdict, decisive: Measurement | undefined): Judgement => ({
    verdict,
    step: decisive?.step,
    value: decisive?.values[metric],
  });
  const last = measurements.at(-1);
  if (at !== undefined) {
    const decisive = measurements.find(({ step }) => step >= at);
    if (!decisive) return found('open', last);
    return found(decisive.step === at && keeps(claim, decisive.values[metric]) ? 'holds' : 'broken', decisive);
  }
  const deadline = by ?? 0;
  const reached = measurements.find(({ step, values }) => step <= deadline && keeps(claim, values[metric]));
  if (reached) return found('holds', reached);
  const missed = measurements.find(({ step }) => step >= deadline);
  return missed ? found('broken', missed) : found('open', last);
}
