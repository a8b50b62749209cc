// Measures a run: each metric is a pure function of what was seen of the run at one step.
import { coverage, highQuality, modeDivergence, modesCovered } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import type { Distribution } from '../data/distribution.ts';
import { energyDistance } from './energy.ts';
import { gameValue, optimalGameValue, type OnGrid } from './gameValue.ts';
import type { Metric } from '../../vocabulary/metrics.ts';
import type { ObjectiveName } from '../../vocabulary/objectives.ts';
import { binnedJensenShannon } from './binnedDivergence.ts';
import { indecision, mean, optimalGap } from './discriminator.ts';
import { nearestData, variety } from './nearest.ts';
import { sigmoid } from '../../vocabulary/logistic.ts';
import { factsOf } from '../../vocabulary/objectives.ts';
import { quantilesOf, slicedWasserstein1, wassersteinToQuantiles } from './wasserstein.ts';

/** How many data and as many generated samples a run is measured on, by dimension; 2500 is the literature's number in 2-D. */
export function evaluationSize(dimension: number): number {
  if (dimension === 1) return 4096;
  return dimension === 2 ? 2500 : 400;
}

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
   * src/gan/theory/affineDensity.ts for a generator of activation `identity`. Leave it out with instance noise, which changes D*.
   */
  readonly generatorDensity?: (points: Float32Array) => Float32Array;
  /** ‖∇_θ L_G‖₂ over all of G's parameters, under both objectives at the same weights and latents. */
  readonly gradientNorms?: { readonly saturating: number; readonly nonSaturating: number };
  readonly losses?: { readonly discriminator: number; readonly generator: number };
  /** D's loss on these samples, once from one labelled batch and once as two means. */
  readonly halves?: { readonly together: number; readonly apart: number };
  /** On the line: D's raw outputs on a regular grid that holds the data and the generator's density. */
  readonly alongLine?: { readonly points: Float32Array; readonly outputs: Float32Array };
  /** (θ, ψ): G's and D's parameters, for the Dirac-GAN only. */
  readonly parameters?: readonly number[];
}

/** The value of one metric, or undefined where it has none: no modes, no quantiles, a missing input. */
export function measure(metric: Metric, sight: Sight): number | undefined {
  const { distribution, real, fake, realLogits, fakeLogits, gradientNorms, losses, halves, parameters } = sight;
  const { dimension } = distribution;
  switch (metric) {
    case 'wasserstein1': {
      const quantiles = quantilesOf(distribution, fake.length);
      return quantiles && wassersteinToQuantiles(fake, quantiles);
    }
    case 'slicedWasserstein1':
      return dimension > 2 ? undefined : slicedWasserstein1(real, fake, dimension === 1 ? 1 : 2);
    case 'energyDistance':
      return dimension > 2 ? undefined : energyDistance(real, fake, dimension === 1 ? 1 : 2);
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
      const probabilityOf = factsOf(sight.objective).probability;
      return probabilityOf && realLogits && fakeLogits && indecision(realLogits, fakeLogits, probabilityOf);
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
    case 'realScore':
      return meanScore(sight, realLogits);
    case 'fakeScore':
      return meanScore(sight, fakeLogits);
    case 'value':
      return onLine(sight, gameValue);
    case 'optimalValue':
      return onLine(sight, optimalGameValue);
    case 'valueGap':
      return onLine(sight, (grid) => Math.abs(gameValue(grid) - optimalGameValue(grid)));
    case 'halvesGap':
      return halves && Math.abs(halves.together - halves.apart);
    case 'nearestData':
      return nearestData(real, fake, dimension);
    case 'variety':
      return variety(real, fake, dimension);
    case 'radius':
      return parameters && Math.hypot(...parameters);
    case 'theta':
      return parameters?.[0];
    case 'psi':
      return parameters?.[1];
    default:
      return impossible(metric);
  }
}

function onModes({ distribution, fake }: Sight, value: (counts: Coverage) => number): number | undefined {
  const { modes, dimension } = distribution;
  if (!modes || dimension > 2) return undefined;
  return value(coverage(fake, dimension === 1 ? 1 : 2, modes));
}

/** The mean of D over samples, where D is a probability. */
function meanScore({ objective }: Sight, outputs: Float32Array | undefined): number | undefined {
  const probabilityOf = factsOf(objective).probability;
  return probabilityOf && outputs && mean(outputs, probabilityOf);
}

/** A value of the minimax game, where D's output is a logit and both densities are known. */
function onLine(
  { distribution: { density }, generatorDensity, alongLine, objective }: Sight,
  value: (grid: OnGrid) => number,
): number | undefined {
  if (!density || !generatorDensity || !alongLine || factsOf(objective).probability !== sigmoid) return undefined;
  const { points, outputs } = alongLine;
  return value({
    logits: outputs,
    dataDensity: density(points),
    generatorDensity: generatorDensity(points),
    width: (points[1] ?? 0) - (points[0] ?? 0),
  });
}

function gapToOptimal(sight: Sight): number | undefined {
  const { distribution, generatorDensity, real, fake, realLogits, fakeLogits } = sight;
  const { density } = distribution;
  const probabilityOf = factsOf(sight.objective).probability;
  if (!density || !generatorDensity || !probabilityOf || !realLogits || !fakeLogits) return undefined;
  const compared = (points: Float32Array, outputs: Float32Array) => ({
    outputs,
    dataDensity: density(points),
    generatorDensity: generatorDensity(points),
  });
  return optimalGap(compared(real, realLogits), compared(fake, fakeLogits), probabilityOf, sight.realLabel);
}

function impossible(metric: never): never {
  throw new Error(`unknown metric: ${String(metric)}`);
}
