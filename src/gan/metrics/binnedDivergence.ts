// The Jensen–Shannon divergence of a sample on the line from a density, on bins whose true probabilities are exactly equal.
import { jensenShannon } from '../theory/information.ts';

/** Bins of equal probability under the data. */
const BINS = 64;

/**
 * JSD(p‖q̂) in nats on 64 bins that each hold 1/64 of p, with the mean score of n perfect samples taken off: (64 − 1)/(8n), the first term of
 * the expansion of the JSD in the counts' variance. So perfect samples score 0 on average (and now and then less), and disjoint ones log 2 minus that.
 * @param quantile the data's exact quantile function.
 */
export function binnedJensenShannon(sample: Float32Array, quantile: (u: number) => number): number {
  const sorted = sample.toSorted();
  const p = new Float64Array(BINS).fill(1 / BINS);
  const q = new Float64Array(BINS);
  let from = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const edge = bin === BINS - 1 ? Infinity : quantile((bin + 1) / BINS);
    let to = from;
    while (to < sorted.length && (sorted[to] as number) <= edge) to++;
    q[bin] = (to - from) / sorted.length;
    from = to;
  }
  return from < sorted.length ? Number.NaN : jensenShannon(p, q) - (BINS - 1) / (8 * sorted.length);
}
