// What metrics are called where a reader meets them.
import type { Metric } from '../gan/experiment.ts';

export const metricNames: Record<Metric, string> = {
  wasserstein1: 'Wasserstein-1 distance',
  slicedWasserstein1: 'sliced Wasserstein-1 distance',
  energyDistance: 'energy distance',
  jensenShannon: 'Jensen–Shannon divergence',
  modesCovered: 'modes covered',
  highQuality: 'share near a mode',
  modeDivergence: 'divergence over modes',
  indecision: 'mean |D − ½|',
  optimalGap: 'mean |D − D*|',
  meanFakeLogit: 'mean logit on generated data',
  saturatingGradient: 'gradient norm, saturating',
  nonSaturatingGradient: 'gradient norm, non-saturating',
  gradientRatio: 'ratio of gradient norms',
  discriminatorLoss: 'discriminator loss',
  generatorLoss: 'generator loss',
  radius: 'distance from equilibrium',
};
