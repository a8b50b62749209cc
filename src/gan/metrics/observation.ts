// What may be observed of a run at one step, for the metrics that ask for it.
import type { ObjectiveName } from '../../vocabulary/objectives.ts';
import type { Distribution } from '../data/distribution.ts';

/** How many data and as many generated samples a run is measured on, by dimension; 2500 is the literature's number in 2-D. */
export function evaluationSize(dimension: number): number {
  if (dimension === 1) return 4096;
  return dimension === 2 ? 2500 : 400;
}

/** One number or array for each kind of samples. */
interface OnBoth<T> {
  readonly real: T;
  readonly fake: T;
}

/** What metrics may need, each part under its name. Samples are flat, n × dimension, in data units. */
export interface Observation {
  /** Real samples from the run's evaluation stream, and what G makes of its fixed evaluation latents. */
  readonly samples: OnBoth<Float32Array>;
  /** D's raw outputs on exactly these samples, in their order. */
  readonly outputs: OnBoth<Float32Array>;
  /** Both players' losses on these samples, without penalties. */
  readonly losses: { readonly discriminator: number; readonly generator: number };
  /** D's loss on these samples, once from one labelled batch and once as two means; only where D's output is a logit. */
  readonly labelledBatch: { readonly together: number; readonly apart: number };
  /** ‖∇_θ L_G‖₂ over all of G's parameters, under both objectives at the same weights and latents. */
  readonly gradientNorms: { readonly saturating: number; readonly nonSaturating: number };
  /**
   * The generator's density q at points (flat n × dimension), where it is known in closed form, and not with instance noise, which
   * changes D*.
   */
  readonly generatorDensity: (points: Float32Array) => Float32Array;
  /** On the line, where q is known: D's raw outputs on a regular grid that holds the data's and the generator's density. */
  readonly alongLine: { readonly points: Float32Array; readonly outputs: Float32Array };
  /** G's and D's parameters, of the Dirac-GAN alone: one number each for every dimension of the data. */
  readonly parameters: { readonly theta: Float32Array; readonly psi: Float32Array };
}

/** The name of a part that a metric may need. */
export type Need = keyof Observation;

/** What was observed of a run: a part is absent where it was not asked for or could not be observed. */
export type Observed = { readonly [N in Need]?: Observation[N] | undefined };

/** What is known of a run whatever is observed. */
export interface Setting {
  readonly distribution: Distribution;
  readonly objective: ObjectiveName;
  /** The label of real data in D's loss, 1 without smoothing. */
  readonly realLabel: number;
}
