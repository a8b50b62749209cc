// Maxima and minima by search: a grid and golden sections for a number, coordinate by coordinate for a function on a finite space.
import { certain } from '../../certain.ts';
import type { Expression } from './expression.ts';
import type { Language } from './language.ts';
import { replacing, setting, type Compiled } from './changedWorld.ts';
import { Unreadable } from './tokens.ts';
import type { World } from './world.ts';

const golden = (Math.sqrt(5) - 1) / 2;

/** Where `value` is greatest in the open interval: competitors on a grid, then golden sections around the best of them. */
function peak(value: (at: number) => number, low: number, high: number): number {
  const worth = (at: number) => {
    const found = value(at);
    return Number.isFinite(found) ? found : Number.NEGATIVE_INFINITY;
  };
  const count = 24;
  const rivals = Array.from({ length: count }, (_, i) => {
    const at = low + ((high - low) * (i + 0.5)) / count;
    return { at, worth: worth(at) };
  });
  const best = rivals.reduce((champion, rival) => (rival.worth > champion.worth ? rival : champion)).at;
  let left = Math.max(low, best - (high - low) / count);
  let right = Math.min(high, best + (high - low) / count);
  let [a, b] = [right - golden * (right - left), left + golden * (right - left)];
  let [worthA, worthB] = [worth(a), worth(b)];
  for (let i = 0; i < 34; i += 1) {
    if (worthA >= worthB) {
      right = b;
      [b, worthB] = [a, worthA];
      a = right - golden * (right - left);
      worthA = worth(a);
    } else {
      left = a;
      [a, worthA] = [b, worthB];
      b = left + golden * (right - left);
      worthB = worth(b);
    }
  }
  return (left + right) / 2;
}

/** The greatest value of `body` over functions on a finite space, found value by value, then set against random competitors. */
function best(
  world: World,
  name: string,
  points: readonly number[],
  ends: readonly [number, number],
  body: (world: World) => number,
): number {
  const [low, high] = ends;
  const table = new Map(points.map((point) => [point, low + (high - low) * (0.25 + 0.5 * world.draw())]));
  // Between the points of its space the searched function is not defined: what needs it there has no finite value and is told as such.
  const look = ([at]: readonly number[]) => table.get(certain(at, 'a coordinate')) ?? Number.NaN;
  const worth = () => replacing(world, name, look, body);
  for (let sweep = 0; sweep < 2; sweep += 1) {
    for (const point of points) {
      const raised = (value: number) => {
        table.set(point, value);
        return worth();
      };
      table.set(point, peak(raised, low, high));
    }
  }
  let most = worth();
  for (let rival = 0; rival < 24; rival += 1) {
    for (const point of points) table.set(point, low + (high - low) * world.draw());
    most = Math.max(most, worth());
  }
  return most;
}

type ExtremumNode = Extract<Expression, { kind: 'extremum' }>;

/** max, min, arg max or arg min of `body`. @throws Unreadable for what cannot be searched. */
export function search(node: ExtremumNode, body: Compiled, language: Language): Compiled {
  const sign = node.which === 'max' || node.which === 'argmax' ? 1 : -1;
  const wantsPlace = node.which === 'argmax' || node.which === 'argmin';
  const declared = language.declarations.get(node.over);
  if (declared?.kind === 'function') {
    const [variable] = declared.of;
    if (wantsPlace) throw new Unreadable('an arg max over functions cannot be checked: state it point by point');
    if (variable === undefined || declared.of.length !== 1 || declared.range.kind !== 'interval') {
      throw new Unreadable(
        `a ${node.which} over ${node.over} needs a function of one variable with values in an interval`,
      );
    }
    const ends = [declared.range.low, declared.range.high] as const;
    return (world) => {
      const points = world.spaces[variable];
      if (points === undefined)
        throw new Unreadable(`a ${node.which} over ${node.over} needs a density over ${variable}`);
      return sign * best(world, node.over, points, ends, (same) => sign * body(same));
    };
  }
  const interval =
    node.interval ??
    (declared?.kind === 'scalar' && declared.domain.kind === 'interval'
      ? ([declared.domain.low, declared.domain.high] as const)
      : undefined);
  if (interval === undefined) throw new Unreadable(`say over what: \\${node.which}{${node.over}\\in(0,1)}{…}`);
  return (world) => {
    const value = (at: number) => setting(world, [node.over], [at], body);
    const place = peak((at) => sign * value(at), interval[0], interval[1]);
    return wantsPlace ? place : value(place);
  };
}
