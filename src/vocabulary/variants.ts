// What a demo's variants come to: each one's experiment, and the metrics that must be measured. Without the schema, so that the page can load it.
import type { Demo, Variant } from './demo.ts';
import type { Experiment } from './experiment.ts';
import type { Metric } from './metrics.ts';
import type { Plan } from './plan.ts';
import { viewFacts } from './views.ts';

/**
 * One of a demo's variants.
 * @throws Error if the demo has no such variant.
 */
export function variantOf({ title, variants }: Pick<Demo, 'title' | 'variants'>, name: string): Variant {
  const variant = variants[name];
  if (!variant) throw new Error(`"${title}" has no variant "${name}". Known: ${Object.keys(variants).join(', ')}`);
  return variant;
}

/**
 * The experiment of one of a demo's variants. A field that the variant changes is replaced whole, with the schema's defaults for its parts.
 * @throws Error if the demo has no such variant.
 */
export const experimentOf = (
  demo: Pick<Demo, 'title' | 'experiment' | 'variants'>,
  variant: string,
  seed = demo.experiment.seed,
): Experiment => ({ ...demo.experiment, ...withoutUndefined(variantOf(demo, variant).change), seed });

/** The metrics that a demo needs measured: those of all its claims, and those that its views draw. */
export function metricsOf(demo: Pick<Demo, 'variants' | 'shows'>): Metric[] {
  const claimed = Object.values(demo.variants).flatMap(({ claims }) => claims.map(({ metric }) => metric));
  const drawn = demo.shows.flatMap((view): readonly Metric[] => viewFacts[view].metrics);
  return [...new Set([...claimed, ...drawn])];
}

/** What to train for a demo under one experiment: that of a variant, perhaps with the reader's settings. */
export const planOf = (demo: Demo, experiment: Experiment): Plan => ({
  experiment,
  metrics: metricsOf(demo),
  every: demo.every,
  length: demo.length,
  pull: demo.arrows,
  ...(demo.stepsPerSecond !== undefined && { stepsPerSecond: demo.stepsPerSecond }),
});

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const withoutUndefined = <T extends object>(value: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Partial<Defined<T>>;
