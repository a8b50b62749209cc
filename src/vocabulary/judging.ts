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

/** What one measurement decides. */
function verdictOf(claim: Claim, { step, values }: Measurement): Verdict {
  const { at, by, metric } = claim;
  const deadline = at ?? by;
  if (deadline === undefined) throw new Error(`The claim “${claim.says}” names no step, neither \`at\` nor \`by\`.`);
  const judged = at === undefined ? step <= deadline : step === at;
  if (judged && keeps(claim, values[metric])) return 'holds';
  return step >= deadline ? 'broken' : 'open';
}

/**
 * The judgement on one claim, from a run's measurements in order of step.
 * A `by` claim holds at the first measurement up to its step that keeps the bound, and breaks when a measurement at or past that step has
 * come without one. An `at` claim is decided by the measurement at its step alone. A value that is missing or not a number never keeps a bound.
 * @param before the judgement on the measurements that came before these
 */
export function judge(
  claim: Claim,
  measurements: readonly Measurement[],
  before: Judgement = { verdict: 'open', step: undefined, value: undefined },
): Judgement {
  if (before.verdict !== 'open') return before;
  const decisive = measurements.find((measurement) => verdictOf(claim, measurement) !== 'open');
  const shown = decisive ?? measurements.at(-1);
  if (!shown) return before;
  return { verdict: verdictOf(claim, shown), step: shown.step, value: shown.values[claim.metric] };
}

/** The judgements on all claims of a variant, in their order. */
export const judgeAll = (
  claims: readonly Claim[],
  measurements: readonly Measurement[],
  before: readonly Judgement[] = [],
): Judgement[] => claims.map((claim, i) => judge(claim, measurements, before[i]));
