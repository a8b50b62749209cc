// How a sample is spread over the modes of the data: modes covered, share of high quality, divergence of the mode histogram.
import { certain } from '../../certain.ts';
import type { Mode } from '../data/distribution.ts';
import { log } from '../../vocabulary/expLog.ts';

/** The literature's bound for high quality: a distance of 3 standard deviations to the nearest centre. */
const BOUND = 3;

/** A sample's counts. `nearest` and `good` have one entry a mode; `total` is the number of samples. */
export interface Coverage {
  /** Samples whose nearest centre is the mode's. */
  readonly nearest: readonly number[];
  /** Those of them within 3 standard deviations of it. */
  readonly good: readonly number[];
  readonly total: number;
}

/**
 * Assigns every sample to the mode of its nearest centre (Srivastava et al. 2017, VEEGAN, arXiv:1705.07761; Lin et al. 2018, PacGAN,
 * arXiv:1712.04086). A sample that is not a number belongs to none.
 */
export function coverage(sample: Float32Array, dimension: 1 | 2, modes: readonly Mode[]): Coverage {
  const owner = modes.flatMap((mode, k) => mode.centres.map(() => k));
  const centres = modes.flatMap((mode) => mode.centres);
  const x = Float64Array.from(centres, ([first]) => certain(first, 'a coordinate of a centre'));
  // On the line there is no second coordinate.
  const y = Float64Array.from(centres, ([, second]) => second ?? 0);
  const nearest = modes.map(() => 0);
  const good = modes.map(() => 0);
  for (let i = 0; i < sample.length; i += dimension) {
    const px = sample[i] as number;
    const py = dimension === 2 ? (sample[i + 1] as number) : 0;
    let closest = -1;
    let least = Infinity;
    for (let c = 0; c < x.length; c++) {
      const dx = px - (x[c] as number);
      const dy = py - (y[c] as number);
      const squared = dx * dx + dy * dy;
      if (!(squared < least)) continue;
      least = squared;
      closest = c;
    }
    if (closest < 0) continue;
    const k = owner[closest] as number;
    const { sd } = modes[k] as Mode;
    nearest[k] = (nearest[k] as number) + 1;
    if (least <= BOUND * BOUND * sd * sd) good[k] = (good[k] as number) + 1;
  }
  return { nearest, good, total: sample.length / dimension };
}

/** Modes with at least one sample of high quality. */
export const modesCovered = ({ good }: Coverage): number => good.filter((count) => count > 0).length;

/** Share of samples within 3 sd of their mode: 1 − e^(−9/2) = 0.9889 of perfect samples of a round normal in 2-D, 0.9973 in 1-D. */
export const highQuality = ({ good, total }: Coverage): number => good.reduce((sum, count) => sum + count, 0) / total;

/**
 * KL(histogram of the generated samples over the modes ‖ the modes' true weights) in nats, all samples counted: PacGAN's "reverse KL".
 * Perfect samples score about (K − 1)/(2n); a missing mode of K equal ones costs at least −log(1 − 1/K).
 */
export function modeDivergence({ nearest }: Coverage, modes: readonly Mode[]): number {
  const assigned = nearest.reduce((sum, count) => sum + count, 0);
  if (assigned === 0) return Number.NaN;
  return nearest.reduce((sum, count, k) => {
    const share = count / assigned;
    return share === 0 ? sum : sum + share * log(share / certain(modes[k], 'the mode of a count').weight);
  }, 0);
}
