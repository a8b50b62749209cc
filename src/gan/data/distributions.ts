// The data distributions: how to draw from each, its density, its modes and, on the line, its quantiles.
import { twoAnswers } from './answers.ts';
import { cos, sin } from '../circular.ts';
import { catDrawings } from './cats.ts';
import { curveDistribution, moonsCurve, spiralCurve } from './curves.ts';
import type { Data } from '../../vocabulary/data.ts';
import { normalMixture } from './mixtures.ts';
import type { Component } from './mixtures.ts';
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

/** A data distribution. Points are flat, n × `dimension`, in data units. */
export interface Distribution {
  readonly dimension: number;
  /** The leading coordinates that are a condition: given to G, which makes up the others. 0 if left out. */
  readonly given?: number;
  /** In every coordinate, all but a ten-thousandth or so of the data lies in [from, to]; the same for all of them. */
  readonly extent: readonly [from: number, to: number];
  /** Fills `target` (n × dimension) with fresh samples. */
  fill(target: Float32Array, stream: Stream): void;
  /** n fresh samples: n × dimension. */
  sample(n: number, stream: Stream): Float32Array;
  /** The density at each of n points. */
  readonly density?: (points: Float32Array) => Float32Array;
  readonly modes?: readonly Mode[];
  /** On the line: P(X ≤ x). */
  readonly cdf?: (x: number) => number;
  /** On the line: the smallest x with P(X ≤ x) ≥ u, for 0 < u < 1. */
  readonly quantile?: (u: number) => number;
}

/** The distribution that a spec describes. */
export function distribution(data: Data): Distribution {
  switch (data.kind) {
    case 'gaussian':
      return normalMixture([{ weight: 1, centre: [data.mean], sd: data.sd }]);
    case 'mixture':
      return normalMixture(data.components.map(({ weight, mean, sd }) => ({ weight, centre: [mean], sd })));
    case 'ring':
      return normalMixture(ring(data.modes, data.radius, data.sd));
    case 'grid':
      return normalMixture(grid(data.side, data.spacing, data.sd));
    case 'points':
      return normalMixture(
        data.points.map((point) => ({ weight: 1, centre: point, sd: data.sd })),
        'touching',
      );
    case 'moons':
      return curveDistribution(moonsCurve, data.sd);
    case 'spiral':
      return curveDistribution(spiralCurve(data.turns), data.sd);
    case 'dirac':
      return dirac(data.at);
    case 'twoAnswers':
      return twoAnswers(data.gap, data.sd);
    case 'cats':
      return catDrawings;
    default:
      return impossible(data);
  }
}

/** `modes` equal normals on a circle around 0, the first on the positive axis. */
function ring(modes: number, radius: number, sd: number): Component[] {
  return Array.from({ length: modes }, (_, k) => {
    const angle = (2 * Math.PI * k) / modes;
    return { weight: 1, centre: [radius * cos(angle), radius * sin(angle)], sd };
  });
}

/** side × side equal normals, `spacing` apart, around 0. */
function grid(side: number, spacing: number, sd: number): Component[] {
  const at = (i: number) => (i - (side - 1) / 2) * spacing;
  return Array.from({ length: side * side }, (_, k) => ({
    weight: 1,
    centre: [at(k % side), at(Math.floor(k / side))],
    sd,
  }));
}

/** All mass at one point: no density, and no mode that has a width. */
function dirac(at: number): Distribution {
  return {
    dimension: 1,
    extent: [at - 1, at + 1],
    fill: (target) => void target.fill(at),
    sample: (n) => new Float32Array(n).fill(at),
    cdf: (x) => (x >= at ? 1 : 0),
    quantile: () => at,
  };
}

function impossible(data: never): never {
  throw new Error(`unknown data: ${JSON.stringify(data)}`);
}
