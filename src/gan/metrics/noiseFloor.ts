// The noise floor of a metric: what perfect samples score against perfect samples, so that no claim asks for less than noise.
import { distribution } from '../data/distributions.ts';
import type { Claim } from '../../vocabulary/claim.ts';
import type { Data } from '../../vocabulary/data.ts';
import { factsOfMetric, type Metric } from '../../vocabulary/metrics.ts';
import { evaluationSize, measure } from './metrics.ts';
import { stream } from '../random.ts';

/** The scores of perfect samples: their mean, and the 1st and 99th percentile. */
export interface NoiseFloor {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface NoiseOptions {
  /** Samples a score is made of; as many as a run is measured on unless told. */
  readonly n?: number;
  readonly repeats?: number;
  readonly seed?: number;
}

/**
 * Draws `repeats` (100, of drawings 25) pairs of independent samples of the data itself and scores one as if generated. Seeded, so always the same.
 * Undefined for metrics of the networks (logits, gradients, losses) and where the data has no such metric.
 */
export function noiseFloor(metric: Metric, data: Data, options: NoiseOptions = {}): NoiseFloor | undefined {
  const source = distribution(data);
  const { n = evaluationSize(source.dimension), repeats = source.dimension > 2 ? 25 : 100, seed = 0 } = options;
  const draws = stream(seed, 'noise floor');
  const scores: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const score = measure(metric, {
      distribution: source,
      objective: 'nonSaturating',
      realLabel: 1,
      real: source.sample(n, draws),
      fake: source.sample(n, draws),
    });
    if (score === undefined) return undefined;
    scores.push(score);
  }
  scores.sort((a, b) => a - b);
  const percentile = (share: number) => scores[Math.round(share * (scores.length - 1))] ?? Number.NaN;
  return { mean: scores.reduce((sum, s) => sum + s, 0) / repeats, low: percentile(0.01), high: percentile(0.99) };
}

/**
 * Why a claim on such data cannot be told from noise, or undefined if it can: a success that perfect samples miss one time in a hundred, or a
 * failure that they show one time in a hundred. Only for metrics that have a noise floor.
 */
export function drownsInNoise(claim: Claim, data: Data): string | undefined {
  const floor = noiseFloor(claim.metric, data);
  if (floor === undefined) return undefined;
  const rises = factsOfMetric(claim.metric).better === 'up';
  const limit = rises ? floor.low : floor.high;
  const score = `perfect samples score ${limit.toPrecision(3)} one time in a hundred`;
  const missed = (bound: number, past: boolean, claimsSuccess: boolean) =>
    past &&
    (claimsSuccess
      ? `${claim.metric} ${bound} asks for more than can be had`
      : `${claim.metric} ${bound} is no failure`);
  const fault =
    (claim.atMost !== undefined &&
      missed(claim.atMost, rises ? claim.atMost >= limit : claim.atMost < limit, !rises)) ||
    (claim.atLeast !== undefined &&
      missed(claim.atLeast, rises ? claim.atLeast > limit : claim.atLeast <= limit, rises));
  return fault ? `${fault}: ${score}` : undefined;
}
