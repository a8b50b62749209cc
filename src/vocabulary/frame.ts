// What can be seen of a run: observations for the eye, measurements for the claims, frames with both. Types only.
import type { Metric } from './metrics.ts';

/** The metrics of a run at one step. A metric that has no value there (no modes, say) is absent. */
export interface Measurement {
  step: number;
  values: Partial<Record<Metric, number>>;
}

/** The losses of every step since the last frame, oldest first; the three arrays are of one length. */
export interface LossHistory {
  step: number[];
  discriminator: number[];
  generator: number[];
}

/** D's logits on a regular grid over [from, to] in each dimension: `size` (1-D) or `size`² values, row by row from below. */
export interface Field {
  from: number;
  to: number;
  size: number;
  logits: Float32Array;
  /** The logits of the optimal D* on the same points, where q is known exactly; on the line only. */
  optimal?: Float32Array;
}

/** What can be drawn of a run at one step. Samples are flat: n × dimension, in data units. */
export interface Observation {
  step: number;
  /** Present while D learns alone; `fakeLogit` is its mean logit on generated data. */
  warmup?: { done: number; of: number; fakeLogit: number };
  dimension: number;
  real: Float32Array;
  fake: Float32Array;
  /**
   * Where G's objective pushes each of the first generated samples: minus the slope of its own term of L_G over the sample, flat
   * k × dimension. Present if it was asked for.
   */
  pull?: Float32Array;
  /** Absent where D's input has more than two dimensions. */
  field?: Field;
  losses: LossHistory;
}

/** An observation, and all that has been measured since the last frame, oldest first. */
export interface Frame extends Observation {
  measurements: Measurement[];
}
