// What can be measured of a run at a step, as a reader meets it. What each metric needs and how it is computed is in
// src/gan/metrics/metrics.ts.

export interface MetricFacts {
  /** What it is called in figures, tables and sentences. */
  readonly label: string;
  /** Whether its values span decades, so that its curve is drawn over a log axis. */
  readonly logScale: boolean;
  /** Which way it goes as generated samples get better; undefined for a metric of the networks, which has no noise floor. */
  readonly better?: 'up' | 'down';
}

const metricFacts = {
  wasserstein1: { label: 'Wasserstein-1 distance', logScale: true, better: 'down' },
  slicedWasserstein1: { label: 'sliced Wasserstein-1 distance', logScale: true, better: 'down' },
  energyDistance: { label: 'energy distance', logScale: true, better: 'down' },
  jensenShannon: { label: 'Jensen–Shannon divergence', logScale: true, better: 'down' },
  modesCovered: { label: 'modes covered', logScale: false, better: 'up' },
  highQuality: { label: 'share near a mode', logScale: false, better: 'up' },
  modeDivergence: { label: 'divergence over modes', logScale: false, better: 'down' },
  indecision: { label: 'mean |D − ½|', logScale: false },
  optimalGap: { label: 'mean |D − D*|', logScale: true },
  meanFakeLogit: { label: 'mean logit on generated data', logScale: false },
  saturatingGradient: { label: 'gradient norm, saturating', logScale: true },
  nonSaturatingGradient: { label: 'gradient norm, non-saturating', logScale: true },
  gradientRatio: { label: 'ratio of gradient norms', logScale: true },
  discriminatorLoss: { label: 'discriminator loss', logScale: false },
  generatorLoss: { label: 'generator loss', logScale: false },
  realScore: { label: 'mean D(x) on real data', logScale: false },
  fakeScore: { label: 'mean D(G(z)) on generated data', logScale: false },
  value: { label: 'V(D, G)', logScale: false },
  optimalValue: { label: 'V(D*, G)', logScale: false },
  valueGap: { label: '|V(D, G) − V(D*, G)|', logScale: true },
  halvesGap: { label: 'difference of one labelled batch and two means', logScale: true },
  nearestData: { label: 'distance to the nearest real sample', logScale: false, better: 'down' },
  variety: { label: 'variety, as a share of the data’s', logScale: false, better: 'up' },
  radius: { label: 'distance from equilibrium', logScale: false },
  theta: { label: 'θ, the generator’s parameter', logScale: false },
  psi: { label: 'ψ, the discriminator’s parameter', logScale: false },
} as const satisfies Record<string, MetricFacts>;

export type Metric = keyof typeof metricFacts;
export const metricNames = Object.keys(metricFacts) as Metric[];

/** The facts of one metric, whichever it is. */
export const factsOfMetric = (metric: Metric): MetricFacts => metricFacts[metric];
