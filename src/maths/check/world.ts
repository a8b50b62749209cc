// A random world in which a derivation must hold: numbers, finite probability spaces, smooth functions on them.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { certain } from '../../certain.ts';
import type { Declaration, Domain } from './given.ts';
import { Unreadable } from './tokens.ts';

type Evaluable = (point: readonly number[]) => number;

/** Everything that a compiled expression reads. `values`, `functions` and `point` change while it is evaluated. */
export interface World {
  readonly values: Record<string, number>;
  readonly functions: Record<string, Evaluable>;
  /** The points of each finite space, by the name of its variable. */
  readonly spaces: Readonly<Record<string, readonly number[]>>;
  readonly member: (family: string, index: number) => number;
  /** A number in [0, 1) from the world's own stream. */
  readonly draw: () => number;
  point: readonly number[] | undefined;
  /** The largest relative disagreement of two step sizes in any derivative taken so far. */
  unsettled: number;
}

const logistic = (t: number) => 1 / (1 + Math.exp(-t));

/** The element of a list that a number in [0, 1) picks. */
const oneOf = (list: readonly number[], share: number): number =>
  certain(list[Math.floor(share * list.length)], 'an element of a finite set');

/** A point well inside the domain: its ends are where logarithms and slopes break down. */
function drawFrom(domain: Domain, draw: () => number): number {
  switch (domain.kind) {
    case 'set':
      return oneOf(domain.values, draw());
    case 'interval':
      return domain.low + (domain.high - domain.low) * (0.03 + 0.94 * draw());
  }
}

/** A random smooth function of `count` numbers with values in `range`. */
function smooth(count: number, range: Domain, draw: () => number): Evaluable {
  const spread = () => 2 * draw() - 1;
  const waves = [0, 1, 2].map(() => ({
    height: 1.6 * spread(),
    phase: 3 * spread(),
    rates: Array.from({ length: count }, () => 1.5 * spread() + 0.2),
  }));
  const offset = spread();
  const raw = (point: readonly number[]) =>
    waves.reduce((sum, { height, phase, rates }) => {
      const angle = rates.reduce((total, rate, i) => total + rate * certain(point[i], 'a coordinate'), phase);
      return sum + height * Math.sin(angle);
    }, offset);
  switch (range.kind) {
    case 'set':
      return (point) => oneOf(range.values, logistic(raw(point)));
    case 'interval':
      return (point) => range.low + (range.high - range.low) * logistic(raw(point));
  }
}

/** All tuples of points of these spaces. */
export function tuples(spaces: readonly (readonly number[])[]): number[][] {
  return spaces.reduce<number[][]>(
    (heads, space) => heads.flatMap((head) => space.map((point) => [...head, point])),
    [[]],
  );
}

/** A smooth positive function, scaled so that it sums to 1 over the points. */
function density(spaces: readonly (readonly number[])[], draw: () => number): Evaluable {
  const weight = smooth(spaces.length, { kind: 'interval', low: 0.02, high: 1 }, draw);
  const total = tuples(spaces).reduce((sum, point) => sum + weight(point), 0);
  return (point) => weight(point) / total;
}

/** The finite spaces: the declared values of a variable, or a few random distinct points for one that a density is over. */
function spacesOf(declarations: readonly Declaration[], size: number, draw: () => number): Record<string, number[]> {
  const spaces: Record<string, number[]> = {};
  for (const one of declarations) {
    if (one.kind === 'scalar' && one.domain.kind === 'set') spaces[one.name] = [...one.domain.values];
  }
  for (const one of declarations) {
    if (one.kind !== 'density') continue;
    for (const name of one.over) {
      if (spaces[name] !== undefined) continue;
      spaces[name] = Array.from({ length: size }, (_, i) => -3 + (6 * (i + 0.1 + 0.8 * draw())) / size);
    }
  }
  return spaces;
}

/** The value of a parameter that a function depends on. */
function declared(values: Readonly<Record<string, number>>, name: string, by: string): number {
  const value = values[name];
  if (value === undefined) throw new Unreadable(`${by} goes through ${name}, which is not declared`);
  return value;
}

/** One world for these declarations; the same seed gives the same world. Spaces have 2 to 6 points. */
export function makeWorld(declarations: readonly Declaration[], seed: number): World {
  const stream = xoroshiro128plus(seed);
  const draw = () => uniformFloat64(stream);
  const spaces = spacesOf(declarations, 2 + (Math.abs(seed) % 5), draw);
  const values: Record<string, number> = {};
  const functions: Record<string, Evaluable> = {};
  const domains = new Map<string, Domain>();
  const members = new Map<string, number>();
  for (const [name, points] of Object.entries(spaces)) values[name] = oneOf(points, draw());
  for (const one of declarations) {
    switch (one.kind) {
      case 'scalar':
        values[one.name] = drawFrom(one.domain, draw);
        break;
      case 'family':
        domains.set(one.name, one.domain);
        break;
      case 'density':
        functions[one.name] = density(
          one.over.map((name) => certain(spaces[name], 'the space of a density')),
          draw,
        );
        break;
      case 'function': {
        const inner = smooth(one.of.length + one.through.length, one.range, draw);
        functions[one.name] = (point) =>
          inner([...point, ...one.through.map((name) => declared(values, name, one.name))]);
        break;
      }
      case 'map':
      case 'abbreviation':
        break;
    }
  }
  for (const one of declarations) {
    if (one.kind !== 'map') continue;
    const [from, to] = [spaces[one.from], spaces[one.to]];
    if (from === undefined || to === undefined)
      throw new Unreadable(`the map ${one.name} needs a density over ${one.from}: its law comes from there`);
    const images = new Map(from.map((point) => [point, oneOf(to, draw())]));
    // Between the points of its space a map is not defined: what needs it there has no finite value and is told as such.
    functions[one.name] = ([point]) => images.get(certain(point, 'a coordinate')) ?? Number.NaN;
    const source = declarations.find(
      (other) => other.kind === 'density' && other.over.length === 1 && other.over[0] === one.from,
    );
    const mass = source === undefined ? undefined : functions[source.name];
    if (mass === undefined) throw new Unreadable(`the map ${one.name} needs a density over ${one.from} alone`);
    functions[one.law] = ([x]) => from.reduce((sum, z) => sum + (images.get(z) === x ? mass([z]) : 0), 0);
  }
  return {
    values,
    functions,
    spaces,
    draw,
    point: undefined,
    unsettled: 0,
    member: (family, index) => {
      const key = `${family}_${index}`;
      const domain = domains.get(family);
      const value = members.get(key) ?? drawFrom(certain(domain, 'the domain of a family'), draw);
      members.set(key, value);
      return value;
    },
  };
}
