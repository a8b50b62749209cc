// Derivatives by five-point central differences, with a second step size to see whether the first can be trusted.
import type { Expression } from './expression.ts';
import { lifted, replacing, setting, type Compiled } from './changedWorld.ts';
import { Unreadable } from './tokens.ts';
import type { World } from './world.ts';

const step = 4e-4;

/** (f(−2h) − 8f(−h) + 8f(h) − f(2h)) / 12h at two steps; the disagreement is noted in the world. */
function slope(world: World, shifted: (by: number) => number): number {
  const estimate = (h: number) => (shifted(-2 * h) - 8 * shifted(-h) + 8 * shifted(h) - shifted(2 * h)) / (12 * h);
  const [wide, narrow] = [estimate(step), estimate(step / 2)];
  world.unsettled = Math.max(world.unsettled, Math.abs(wide - narrow) / Math.max(1, Math.abs(wide)));
  return wide;
}

/**
 * d^order body / d by^order, `by` a variable, a function at the current point (∂/∂D), or a function's value (∂/∂D(x)).
 * @param compile makes functions of the point's coordinates
 */
export function differentiate(
  by: Expression,
  order: number,
  body: Compiled,
  compile: (part: Expression) => Compiled,
): Compiled {
  const inner = order > 1 ? differentiate(by, order - 1, body, compile) : body;
  switch (by.kind) {
    case 'variable':
      return (world) => {
        const at = world.values[by.name];
        if (at === undefined)
          throw new Unreadable(`"${by.name}" is not declared, so nothing can be differentiated by it`);
        return slope(world, (shift) => setting(world, [by.name], [at + shift], inner));
      };
    case 'function':
    case 'apply': {
      const parts = by.kind === 'apply' ? by.arguments.map(compile) : undefined;
      return (world) => {
        const call = world.functions[by.name];
        const point = parts?.map((part) => part(world)) ?? world.point;
        if (call === undefined || point === undefined)
          throw new Unreadable(`say at which point to differentiate by ${by.name}`);
        const raised = (shift: number) => (at: readonly number[]) =>
          call(at) + (at.every((coordinate, i) => coordinate === point[i]) ? shift : 0);
        return slope(world, (shift) => replacing(world, by.name, raised(shift), (same) => lifted(same, point, inner)));
      };
    }
    default:
      throw new Unreadable('a derivative is by a symbol, or by a function at a point');
  }
}
