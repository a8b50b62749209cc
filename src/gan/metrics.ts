// Measures a run: each metric is a pure function of what was seen of the run at one step.
import { coverage, highQuality, modeDivergence, modesCovered } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import type { Distribution } from './distributions.ts';
import { energyDistance } from './energy.ts';
import type { Metric, ObjectiveName } from './experiment.ts';
import { binnedJensenShannon } from './histogram.ts';
import { indecision, mean, optimalGap, probability } from './judgement.ts';
import { quantilesOf, slicedWasserstein1, wassersteinToQuantiles } from './wasserstein.ts';

/** How many data and as many generated samples a run is measured on, by dimension; 2500 is the literature's number in 2-D. */
export const evaluationSize = { 1: 4096, 2: 2500 } as const;

/**
 * What is seen of a run at one step. Samples are flat, n × dimension, in data units; logits are D's raw outputs on
 * exactly these samples, in their order. `real` comes from the run's evaluation stream and `fake` from its fixed evaluation latents.
 * A metric whose inputs are absent has no value.
 */
export interface Sight {
  readonly distribution: Distribution;
  readonly objective: ObjectiveName;
  /** The label of real data in D's loss, 1 without smoothing. */
  readonly realLabel: number;
  readonly real: Float32Array;
  readonly fake: Float32Array;
  readonly realLogits?: Float32Array;
  readonly fakeLogits?: Float32Array;
  /**
   * The generator's density q at points (flat n × dimension), where it is known in closed form: see `affineDensity` in
   * src/gan/density.ts for a generator of activation `identity`. Leave it out with instance noise, which changes D*.
   */
  readonly generatorDensity?: (points: Float32Array) => Float32Array;
  /** ‖∇_θ L_G‖₂ over all of G's parameters, under both objectives at the same weights and latents. */
  readonly gradientNorms?: { readonly saturating: number; readonly nonSaturating: number };
  readonly losses?: { readonly discriminator: number; readonly generator: number };
  /** (θ, ψ): G's and D's parameters, for the Dirac-GAN only. */
  readonly parameters?: readonly number[];
}

/** The value of one metric, or undefined where it has none: no modes, no quantiles, a missing input. */
export function measure(metric: Metric, sight: Sight): number | undefined {
  const { distribution, real, fake, realLogits, fakeLogits, gradientNorms, losses, parameters } = sight;
  switch (metric) {
    case 'wasserstein1': {
      const quantiles = quantilesOf(distribution, fake.length);
      return quantiles && wassersteinToQuantiles(fake, quantiles);
    }
    case 'slicedWasserstein1':
      return slicedWasserstein1(real, fake, distribution.dimension);
    case 'energyDistance':
      return energyDistance(real, fake, distribution.dimension);
    case 'jensenShannon': {
      const { density, quantile } = distribution;
      return density && quantile && binnedJensenShannon(fake, quantile);
    }
    case 'modesCovered':
      return onModes(sight, modesCovered);
    case 'highQuality':
      return onModes(sight, highQuality);
    case 'modeDivergence':
      return onModes(sight, (counts) => modeDivergence(counts, distribution.modes ?? []));
    case 'indecision': {
      const judge = probability(sight.objective);
      return judge && realLogits && fakeLogits && indecision(realLogits, fakeLogits, judge);
    }
    case 'optimalGap':
      return gapToOptimal(sight);
    case 'meanFakeLogit':
      return fakeLogits && mean(fakeLogits);
    case 'saturatingGradient':
      return gradientNorms?.saturating;
    case 'nonSaturatingGradient':
      return gradientNorms?.nonSaturating;
    case 'gradientRatio':
      return gradientNorms && gradientNorms.nonSaturating / gradientNorms.saturating;
    case 'discriminatorLoss':
      return losses?.discriminator;
    case 'generatorLoss':
      return losses?.generator;
    case 'radius':
      return parameters && Math.hypot(...parameters);
    default:
      return impossible(metric);
  }
}

function onModes({ distribution, fake }: Sight, value: (counts: Coverage) => number): number | undefined {
  const { modes, dimension } = distribution;
  return modes && value(coverage(fake, dimension, modes));
}

function gapToOptimal(sight: Sight): number | undefined {
  const { distribution, generatorDensity, real, fake, realLogits, fakeLogits } = sight;
  const { density } = distribution;
  const judge = probability(sight.objective);
  if (!density || !generatorDensity || !judge || !realLogits || !fakeLogits) return undefined;
  const compared = (points: Float32Array, outputs: Float32Array) => ({
    outputs,
    dataDensity: density(points),
    generatorDensity: generatorDensity(points),
  });
  return optimalGap(compared(real, realLogits), compared(fake, fakeLogits), judge, sight.realLabel);
}

function impossible(metric: never): never {
  throw new Error(`unknown metric: ${String(metric)}`);
}
