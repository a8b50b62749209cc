// How each metric is computed, one entry a metric: what must be observed for it, and its value from exactly that.
import type { Mode } from '../data/distribution.ts';
import { sigmoid } from '../../vocabulary/logistic.ts';
import type { Metric } from '../../vocabulary/metrics.ts';
import { factsOf } from '../../vocabulary/objectives.ts';
import { binnedJensenShannon } from './binnedDivergence.ts';
import { coverage, highQuality, modeDivergence, modesCovered, type Coverage } from './coverage.ts';
import { indecision, optimalGap } from './discriminator.ts';
import { energyDistance } from './energy.ts';
import { gameValue, optimalGameValue, type OnGrid } from './gameValue.ts';
import { mean } from './mean.ts';
import { nearestData, variety } from './nearest.ts';
import type { Need, Observation, Observed, Setting } from './observation.ts';
import { quantilesOf, slicedWasserstein1, wassersteinToQuantiles } from './wasserstein.ts';

/** An entry. Undefined is a value that has no meaning: no modes, no quantiles, a critic that gives no probability. */
interface Computation {
  readonly needs: readonly Need[];
  readonly value: (observed: Observed, setting: Setting) => number | undefined;
}

/** An entry whose value is computed from what it needs and from nothing else; without a part of it there is no value. */
const from = <N extends Need>(
  needs: readonly N[],
  value: (observed: Pick<Observation, N>, setting: Setting) => number | undefined,
): Computation => ({
  needs,
  value: (observed, setting) => (hasAll(observed, needs) ? value(observed, setting) : undefined),
});

const hasAll = <N extends Need>(observed: Observed, needs: readonly N[]): observed is Pick<Observation, N> =>
  needs.every((need) => observed[need] !== undefined);

/** What was counted of some samples, for the next metric that asks. */
const counted = new WeakMap<Observation['samples'], Coverage>();

const computations: Record<Metric, Computation> = {
  wasserstein1: from(['samples'], ({ samples: { fake } }, { distribution }) => {
    const quantiles = quantilesOf(distribution, fake.length);
    return quantiles && wassersteinToQuantiles(fake, quantiles);
  }),
  slicedWasserstein1: from(['samples'], ({ samples: { real, fake } }, setting) => {
    const dimension = drawnIn(setting);
    return dimension && slicedWasserstein1(real, fake, dimension);
  }),
  energyDistance: from(['samples'], ({ samples: { real, fake } }, setting) => {
    const dimension = drawnIn(setting);
    return dimension && energyDistance(real, fake, dimension);
  }),
  jensenShannon: from(
    ['samples'],
    ({ samples: { fake } }, { distribution: { density, quantile } }) =>
      density && quantile && binnedJensenShannon(fake, quantile),
  ),
  modesCovered: onModes(modesCovered),
  highQuality: onModes(highQuality),
  modeDivergence: onModes(modeDivergence),
  indecision: from(['outputs'], ({ outputs: { real, fake } }, { objective }) => {
    const { probability } = factsOf(objective);
    return probability && indecision(real, fake, probability);
  }),
  optimalGap: from(
    ['samples', 'outputs', 'generatorDensity'],
    ({ samples, outputs, generatorDensity }, { distribution: { density }, objective, realLabel }) => {
      const { probability } = factsOf(objective);
      if (!density || !probability) return undefined;
      const compared = (kind: 'real' | 'fake') => ({
        outputs: outputs[kind],
        dataDensity: density(samples[kind]),
        generatorDensity: generatorDensity(samples[kind]),
      });
      return optimalGap(compared('real'), compared('fake'), probability, realLabel);
    },
  ),
  meanFakeLogit: from(['outputs'], ({ outputs }) => mean(outputs.fake)),
  saturatingGradient: from(['gradientNorms'], ({ gradientNorms }) => gradientNorms.saturating),
  nonSaturatingGradient: from(['gradientNorms'], ({ gradientNorms }) => gradientNorms.nonSaturating),
  gradientRatio: from(
    ['gradientNorms'],
    ({ gradientNorms: { saturating, nonSaturating } }) => nonSaturating / saturating,
  ),
  discriminatorLoss: from(['losses'], ({ losses }) => losses.discriminator),
  generatorLoss: from(['losses'], ({ losses }) => losses.generator),
  realScore: meanScore('real'),
  fakeScore: meanScore('fake'),
  value: onLine(gameValue),
  optimalValue: onLine(optimalGameValue),
  valueGap: onLine((grid) => Math.abs(gameValue(grid) - optimalGameValue(grid))),
  halvesGap: from(['labelledBatch'], ({ labelledBatch: { together, apart } }) => Math.abs(together - apart)),
  nearestData: from(['samples'], ({ samples: { real, fake } }, { distribution }) =>
    nearestData(real, fake, distribution.dimension),
  ),
  variety: from(['samples'], ({ samples: { real, fake } }, { distribution }) =>
    variety(real, fake, distribution.dimension),
  ),
  radius: from(['parameters'], ({ parameters: { theta, psi } }) =>
    Math.sqrt([...theta, ...psi].reduce((sum, each) => sum + each * each, 0)),
  ),
  theta: from(['parameters'], ({ parameters: { theta } }) => only(theta)),
  psi: from(['parameters'], ({ parameters: { psi } }) => only(psi)),
};

/** All that must be observed for some metrics. */
export const needsOf = (metrics: readonly Metric[]): ReadonlySet<Need> =>
  new Set(metrics.flatMap((metric) => computations[metric].needs));

/** The value of one metric, or undefined where it has none: what it needs was not to be observed, or it has no meaning here. */
export const measure = (metric: Metric, observed: Observed, setting: Setting): number | undefined =>
  computations[metric].value(observed, setting);

/** The one number of an array; undefined where it has more. */
function only(numbers: ArrayLike<number>): number | undefined {
  return numbers.length === 1 ? numbers[0] : undefined;
}

/** 1 on the line, 2 in the plane; undefined where samples have more dimensions, so that distances to them say little. */
function drawnIn({ distribution: { dimension } }: Setting): 1 | 2 | undefined {
  return dimension === 1 || dimension === 2 ? dimension : undefined;
}

function onModes(value: (counts: Coverage, modes: readonly Mode[]) => number): Computation {
  return from(['samples'], ({ samples }, setting) => {
    const { modes } = setting.distribution;
    const dimension = drawnIn(setting);
    if (!modes || !dimension) return undefined;
    const counts = counted.get(samples) ?? coverage(samples.fake, dimension, modes);
    counted.set(samples, counts);
    return value(counts, modes);
  });
}

/** The mean of D over one kind of samples, where D is a probability. */
function meanScore(kind: 'real' | 'fake'): Computation {
  return from(['outputs'], ({ outputs }, { objective }) => {
    const { probability } = factsOf(objective);
    return probability && mean(outputs[kind], probability);
  });
}

/** A value of the minimax game, where D's output is a logit and both densities are known. */
function onLine(value: (grid: OnGrid) => number): Computation {
  return from(
    ['generatorDensity', 'alongLine'],
    ({ generatorDensity, alongLine: { points, outputs } }, { distribution: { density }, objective }) => {
      if (!density || factsOf(objective).probability !== sigmoid) return undefined;
      return value({
        logits: outputs,
        dataDensity: density(points),
        generatorDensity: generatorDensity(points),
        width: (points[1] as number) - (points[0] as number),
      });
    },
  );
}
