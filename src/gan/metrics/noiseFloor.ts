// The noise floor of a metric: what perfect samples score against perfect samples, below which a score is noise.
import { certain } from '../../certain.ts';
import { distribution as distributionOf } from '../data/distributions.ts';
import type { Data } from '../../vocabulary/data.ts';
import type { Metric } from '../../vocabulary/metrics.ts';
import { mean } from './mean.ts';
import { measure } from './metrics.ts';
import { evaluationSize, type Setting } from './observation.ts';
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
  const distribution = distributionOf(data);
  const { dimension, sample } = distribution;
  const { n = evaluationSize(dimension), repeats = dimension > 2 ? 25 : 100, seed = 0 } = options;
  const draws = stream(seed, 'noise floor');
  // Samples know nothing of what the networks learn by.
  const setting: Setting = { distribution, objective: 'nonSaturating', realLabel: 1 };
  const scores: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const score = measure(metric, { samples: { real: sample(n, draws), fake: sample(n, draws) } }, setting);
    if (score === undefined) return undefined;
    scores.push(score);
  }
  scores.sort((a, b) => a - b);
  const percentile = (share: number) => certain(scores[Math.round(share * (scores.length - 1))], 'a score');
  return { mean: mean(scores), low: percentile(0.01), high: percentile(0.99) };
}
