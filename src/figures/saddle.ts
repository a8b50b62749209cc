// The smallest game with a saddle: min over x, max over y of xy, by simultaneous and by alternating gradient steps.
import type { Point } from './plane.ts';

export type Turns = 'simultaneous' | 'alternating';

/** (−∂/∂x, +∂/∂y) of xy: where the players are pulled. */
export const pull = ([x, y]: Point): Point => [-y, x];

/**
 * One step of length h for each player. Simultaneous: both answer the old state, and the radius grows by exactly √(1 + h²).
 * Alternating: x moves first and y answers the new x, which keeps x² + y² − hxy exactly.
 */
export function step([x, y]: Point, h: number, turns: Turns): Point {
  const moved = x - h * y;
  switch (turns) {
    case 'simultaneous':
      return [moved, y + h * x];
    case 'alternating':
      return [moved, y + h * moved];
  }
}

/** The states from a start through so many steps, the start included. */
export function path(start: Point, h: number, turns: Turns, steps: number): Point[] {
  const states = [start];
  let state = start;
  for (let i = 0; i < steps; i++) states.push((state = step(state, h, turns)));
  return states;
}

/** √(x² + y²). */
export const radius = ([x, y]: Point): number => Math.hypot(x, y);

/** The greatest radius on the ellipse x² + y² − hxy = 1 that alternating steps from (1, 0) stay on; h < 2. It is on the diagonal x = y. */
export const reachOfOrbit = (h: number): number => 1 / Math.sqrt(1 - h / 2);
