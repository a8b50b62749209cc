// Judges claims: what a run's measurements say about what the article says. Pure, and without the schema, so that the page can load it.
import type { Claim, Demo, Experiment, Metric, View } from './experiment.ts';
import type { Measurement } from './frame.ts';

/** `open`: not decided yet. `holds` and `broken` are final. */
export type Verdict = 'open' | 'holds' | 'broken';

const keeps = (claim: Claim, value: number): boolean =>
  claim.atLeast !== undefined ? value >= claim.atLeast : claim.atMost !== undefined && value <= claim.atMost;

/**
 * The verdict on one claim, from a run's measurements in order of step.
 * A `by` claim holds at the first measurement up to its step that keeps the bound, and breaks when a measurement at or past that step has
 * come without one. An `at` claim is decided by the measurement at its step alone. A value that is missing or not a number never keeps a bound.
 */
export function judge(claim: Claim, measurements: readonly Measurement[]): Verdict {
  const last = measurements.at(-1)?.step ?? -1;
  const value = (m: Measurement) => m.values[claim.metric] ?? Number.NaN;
  if (claim.at !== undefined) {
    const decisive = measurements.find((m) => m.step === claim.at);
    if (decisive) return keeps(claim, value(decisive)) ? 'holds' : 'broken';
    return last > claim.at ? 'broken' : 'open';
  }
  const by = claim.by ?? 0;
  if (measurements.some((m) => m.step <= by && keeps(claim, value(m)))) return 'holds';
  return last >= by ? 'broken' : 'open';
}

/** All claims together: broken if one is, open if one is, else holds. */
export function judgeAll(claims: readonly Claim[], measurements: readonly Measurement[]): Verdict {
  const verdicts = claims.map((claim) => judge(claim, measurements));
  if (verdicts.includes('broken')) return 'broken';
  return verdicts.includes('open') ? 'open' : 'holds';
}

/**
 * The experiment of one of a demo's variants.
 * @throws Error if the demo has no such variant.
 */
export function experimentOf(demo: Demo, variant: string, seed = demo.experiment.seed): Experiment {
  const chosen = demo.variants[variant];
  if (!chosen)
    throw new Error(`"${demo.title}" has no variant "${variant}". Known: ${Object.keys(demo.variants).join(', ')}`);
  return { ...demo.experiment, ...withoutUndefined(chosen.change), seed };
}

/** What some views draw over steps. */
const drawn: Partial<Record<View, readonly Metric[]>> = {
  gradients: ['saturatingGradient', 'nonSaturatingGradient'],
  scores: ['realScore', 'fakeScore'],
  value: ['value', 'optimalValue'],
  phase: ['theta', 'psi'],
};

/** The metrics that a demo needs measured: those of all its claims, and those that its views draw. */
export function metricsOf(demo: Demo): Metric[] {
  const metrics = new Set<Metric>();
  for (const variant of Object.values(demo.variants)) for (const claim of variant.claims) metrics.add(claim.metric);
  for (const view of demo.shows) for (const metric of drawn[view] ?? []) metrics.add(metric);
  return [...metrics];
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const withoutUndefined = <T extends object>(value: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Partial<Defined<T>>;
