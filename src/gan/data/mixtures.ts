// Mixtures of round normals, in one or two dimensions.
import type { Distribution, Mode } from './distributions.ts';
import { exp } from '../../vocabulary/elementary.ts';
import { invertCdf, normalCdf, normalDensity } from '../theory/normal.ts';
import type { Stream } from '../random.ts';
import { certain } from '../../certain.ts';

/** One normal of a mixture: N(centre, sd² I). Weights need not sum to 1. */
export interface Component {
  readonly weight: number;
  readonly centre: readonly number[];
  readonly sd: number;
}

/** Tails that the extent leaves out: 4 sd. */
const REACH = 4;

/**
 * The mixture of the given components (at least one, all of one dimension, 1 or 2). Each is a mode, or with `touching` each group of
 * components whose discs of 3 sd touch: so that a stroke that a reader drew is one mode, not a hundred.
 */
export function normalMixture(components: readonly Component[], modes: 'each' | 'touching' = 'each'): Distribution {
  const total = components.reduce((sum, { weight }) => sum + weight, 0);
  const parts = components.map((component) => ({ ...component, weight: component.weight / total }));
  const dimension = parts[0]?.centre.length === 1 ? 1 : 2;
  const cumulative: number[] = [];
  for (const part of parts) cumulative.push((cumulative.at(-1) ?? 0) + part.weight);
  const equal = parts.every((part) => part.weight === parts[0]?.weight);

  /** Which part a number that is uniform on [0, 1) stands for. */
  const chosen = (u: number): number => {
    if (equal) return Math.floor(u * parts.length);
    const found = cumulative.findIndex((bound) => u < bound);
    return found < 0 ? parts.length - 1 : found;
  };
  const fill = (target: Float32Array, stream: Stream): void => {
    if (parts.length > 1 && dimension === 2) return fillPlane(target, stream);
    for (let i = 0; i < target.length; i += dimension) {
      const part = parts[parts.length === 1 ? 0 : chosen(stream.uniform())];
      if (part === undefined) continue;
      for (let d = 0; d < dimension; d++) target[i + d] = (part.centre[d] ?? 0) + part.sd * stream.normal();
    }
  };
  const fillPlane = (target: Float32Array, stream: Stream): void => {
    const drawn = stream.markedPairs(target.length / 2);
    for (let i = 0, from = 0; i < target.length; i += 2, from += 3) {
      const { centre, sd } = certain(parts[chosen(certain(drawn[from], 'a drawn number'))], 'a part of the mixture');
      target[i] = (centre[0] as number) + sd * (drawn[from + 1] as number);
      target[i + 1] = (centre[1] as number) + sd * (drawn[from + 2] as number);
    }
  };
  const edges = parts.flatMap(({ centre, sd }) => centre.flatMap((c) => [c - REACH * sd, c + REACH * sd]));
  const common = {
    extent: [Math.min(...edges), Math.max(...edges)],
    fill,
    sample: (n: number, stream: Stream) => {
      const target = new Float32Array(n * dimension);
      fill(target, stream);
      return target;
    },
    density: (points: Float32Array) => mixtureDensity(parts, dimension, points),
    modes: modes === 'touching' ? groups(parts) : parts.map((part) => mode([part])),
  } satisfies Partial<Distribution>;
  if (dimension === 2) return { ...common, dimension };

  const cdf = (x: number): number =>
    parts.reduce((sum, { weight, centre, sd }) => sum + weight * normalCdf((x - (centre[0] ?? 0)) / sd), 0);
  const slope = (x: number): number =>
    parts.reduce((sum, { weight, centre, sd }) => sum + (weight / sd) * normalDensity((x - (centre[0] ?? 0)) / sd), 0);
  const bounds = parts.flatMap(({ centre, sd }) => centre.flatMap((c) => [c - 40 * sd, c + 40 * sd]));
  return {
    ...common,
    dimension,
    cdf,
    quantile: (u) => invertCdf(cdf, slope, u, Math.min(...bounds), Math.max(...bounds)),
  };
}

/** Σ_k w_k N(x; c_k, sd_k² I) at each of n points. */
function mixtureDensity(parts: readonly Component[], dimension: 1 | 2, points: Float32Array): Float32Array {
  const scaled = parts.map(({ weight, centre, sd }) => ({
    x: centre[0] ?? 0,
    y: centre[1] ?? 0,
    precision: 1 / (sd * sd),
    height: weight / (Math.sqrt(2 * Math.PI) * sd) ** dimension,
  }));
  const density = new Float32Array(points.length / dimension);
  for (let i = 0; i < density.length; i++) {
    const x = points[i * dimension] ?? 0;
    const y = dimension === 2 ? (points[i * dimension + 1] ?? 0) : 0;
    let sum = 0;
    for (const part of scaled) {
      sum += part.height * exp(-0.5 * part.precision * ((x - part.x) * (x - part.x) + (y - part.y) * (y - part.y)));
    }
    density[i] = sum;
  }
  return density;
}

/** The connected groups of components whose discs of 3 sd touch: each one mode, with as many centres as it has components. */
function groups(parts: readonly Component[]): Mode[] {
  const ungrouped = new Set(parts);
  const modes: Mode[] = [];
  for (const first of parts) {
    if (!ungrouped.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const other of ungrouped) {
        const dx = (member.centre[0] ?? 0) - (other.centre[0] ?? 0);
        const dy = (member.centre[1] ?? 0) - (other.centre[1] ?? 0);
        if (Math.sqrt(dx * dx + dy * dy) > 3 * (member.sd + other.sd)) continue;
        ungrouped.delete(other);
        group.push(other);
      }
    }
    modes.push(mode(group));
  }
  return modes;
}

/** Components of one sd as one mode. */
const mode = (group: readonly Component[]): Mode => ({
  centres: group.map(({ centre }) => centre),
  sd: group[0]?.sd ?? 0,
  weight: group.reduce((sum, { weight }) => sum + weight, 0),
});
