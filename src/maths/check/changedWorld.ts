// Evaluating while something in the world is otherwise: a value set, a point taken, a function replaced.
import { certain } from '../../certain.ts';
import type { World } from './world.ts';

/** An expression as a function of a world. */
export type Compiled = (world: World) => number;

/** Evaluates with some values set, and puts back what was there. */
export function setting(world: World, names: readonly string[], values: readonly number[], evaluate: Compiled): number {
  const before = names.map((name) => world.values[name]);
  names.forEach((name, i) => {
    world.values[name] = certain(values[i], 'the value to set');
  });
  const result = evaluate(world);
  names.forEach((name, i) => {
    const old = before[i];
    if (old === undefined) Reflect.deleteProperty(world.values, name);
    else world.values[name] = old;
  });
  return result;
}

/** Evaluates a function-valued expression at a point. */
export function lifted(world: World, point: readonly number[], evaluate: Compiled): number {
  const before = world.point;
  world.point = point;
  const result = evaluate(world);
  world.point = before;
  return result;
}

/** Evaluates while a function is another one. */
export function replacing(
  world: World,
  name: string,
  by: (point: readonly number[]) => number,
  evaluate: Compiled,
): number {
  const before = world.functions[name];
  world.functions[name] = by;
  const result = evaluate(world);
  if (before !== undefined) world.functions[name] = before;
  return result;
}
