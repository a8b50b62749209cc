// Mixtures of round normals, in one or two dimensions: given one by one, on a ring, or on a grid.
import { certain } from '../../certain.ts';
import { cos, sin } from '../sinCos.ts';
import type { Law, Mode } from './distribution.ts';
import { exp } from '../../vocabulary/expLog.ts';
import { invertCdf, normalCdf, normalDensity } from '../theory/normal.ts';
import type { Stream } from '../random.ts';

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
export function normalMixture(components: readonly Component[], modes: 'each' | 'touching' = 'each'): Law {
  const total = components.reduce((sum, { weight }) => sum + weight, 0);
  const parts = components.map((component) => ({ ...component, weight: component.weight / total }));
  const first = certain(parts[0], 'a component of the mixture');
  const dimension = first.centre.length === 1 ? 1 : 2;
  const cumulative: number[] = [];
  // Before the first component there is no share yet.
  for (const part of parts) cumulative.push((cumulative.at(-1) ?? 0) + part.weight);
  const equal = parts.every((part) => part.weight === first.weight);

  /** Which part a number that is uniform on [0, 1) stands for. */
  const chosen = (u: number): number => {
    if (equal) return Math.floor(u * parts.length);
    const found = cumulative.findIndex((bound) => u < bound);
    return found < 0 ? parts.length - 1 : found;
  };
  const fill = (target: Float32Array, stream: Stream): void => {
    if (parts.length > 1 && dimension === 2) return fillPlane(target, stream);
    for (let i = 0; i < target.length; i += dimension) {
      const part = parts[parts.length === 1 ? 0 : chosen(stream.uniform())] as Component;
      for (let d = 0; d < dimension; d++) target[i + d] = (part.centre[d] as number) + part.sd * stream.normal();
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
    density: (points: Float32Array) => mixtureDensity(parts, dimension, points),
    modes: modes === 'touching' ? groups(parts) : parts.map((part) => mode([part])),
  } satisfies Law;
  if (dimension === 2) return common;

  const onLine = parts.map(({ weight, centre, sd }) => ({ weight, mean: certain(centre[0], 'a mean'), sd }));
  const cdf = (x: number): number =>
    onLine.reduce((sum, { weight, mean, sd }) => sum + weight * normalCdf((x - mean) / sd), 0);
  const slope = (x: number): number =>
    onLine.reduce((sum, { weight, mean, sd }) => sum + (weight / sd) * normalDensity((x - mean) / sd), 0);
  const bounds = parts.flatMap(({ centre, sd }) => centre.flatMap((c) => [c - 40 * sd, c + 40 * sd]));
  return {
    ...common,
    cdf,
    quantile: (u) => invertCdf(cdf, slope, u, Math.min(...bounds), Math.max(...bounds)),
  };
}

/** `modes` equal normals on a circle around 0, the first on the positive axis. */
export function ring(modes: number, radius: number, sd: number): Component[] {
  return Array.from({ length: modes }, (_, k) => {
    const angle = (2 * Math.PI * k) / modes;
    return { weight: 1, centre: [radius * cos(angle), radius * sin(angle)], sd };
  });
}

/** side × side equal normals, `spacing` apart, around 0. */
export function grid(side: number, spacing: number, sd: number): Component[] {
  const at = (i: number) => (i - (side - 1) / 2) * spacing;
  return Array.from({ length: side * side }, (_, k) => ({
    weight: 1,
    centre: [at(k % side), at(Math.floor(k / side))],
    sd,
  }));
}

/** Σ_k w_k N(x; c_k, sd_k² I) at each of n points. */
function mixtureDensity(parts: readonly Component[], dimension: 1 | 2, points: Float32Array): Float32Array {
  const scaled = parts.map(({ weight, centre, sd }) => ({
    x: certain(centre[0], 'a centre’s first coordinate'),
    // On the line there is no second coordinate.
    y: centre[1] ?? 0,
    precision: 1 / (sd * sd),
    height: weight / (Math.sqrt(2 * Math.PI) * sd) ** dimension,
  }));
  const density = new Float32Array(points.length / dimension);
  for (let i = 0; i < density.length; i++) {
    const x = points[i * dimension] as number;
    const y = dimension === 2 ? (points[i * dimension + 1] as number) : 0;
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
        const [dx = 0, dy = 0] = member.centre.map((c, d) => c - certain(other.centre[d], 'a coordinate'));
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
  sd: certain(group[0], 'a component of the mode').sd,
  weight: group.reduce((sum, { weight }) => sum + weight, 0),
});
