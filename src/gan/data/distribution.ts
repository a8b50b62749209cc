// What a data distribution is to those who train, measure and draw: samples, and what is known of them in closed form.
import type { SampleShape } from '../../vocabulary/data.ts';
import type { Stream } from '../random.ts';

/**
 * A part of the data that a generator may miss: a cluster (one centre) or a stretch of a curve (many). A sample belongs to
 * the mode of its nearest centre and is of high quality within 3 `sd` of it.
 */
export interface Mode {
  readonly centres: readonly (readonly number[])[];
  /** Standard deviation of the data around the centres, per coordinate. */
  readonly sd: number;
  /** The share of the data in this mode; all sum to 1. */
  readonly weight: number;
}

/** A probability law on points of one shape. Points are flat, n × dimension, in data units. */
export interface Law {
  /** In every coordinate, all but a ten-thousandth or so of the data lies in [from, to]; the same for all of them. */
  readonly extent: readonly [from: number, to: number];
  /** Fills `target` (n × dimension) with fresh samples. */
  readonly fill: (target: Float32Array, stream: Stream) => void;
  /** The density at each of n points. */
  readonly density?: (points: Float32Array) => Float32Array;
  readonly modes?: readonly Mode[];
  /** On the line: P(X ≤ x). */
  readonly cdf?: (x: number) => number;
  /** On the line: the smallest x with P(X ≤ x) ≥ u, for 0 < u < 1. */
  readonly quantile?: (u: number) => number;
}

/** The distribution of an experiment's data: its law, on samples of the shape that the vocabulary knows. */
export interface Distribution extends Law, SampleShape {
  /** n fresh samples: n × dimension. */
  readonly sample: (n: number, stream: Stream) => Float32Array;
}
