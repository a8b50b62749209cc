// The smallest game with a saddle: min over x, max over y of xy, by simultaneous and by alternating gradient steps.

/** A state of the game. */
export type State = readonly [x: number, y: number];

export type Order = 'simultaneous' | 'alternating';

/** (−∂/∂x, +∂/∂y) of xy: where the players are pulled. */
export const pull = ([x, y]: State): State => [-y, x];

/**
 * One step of length h for each player. Simultaneous: both answer the old state, and the radius grows by exactly √(1 + h²).
 * Alternating: x moves first and y answers the new x, which keeps x² + y² − hxy exactly.
 */
export function step([x, y]: State, h: number, order: Order): State {
  const moved = x - h * y;
  switch (order) {
    case 'simultaneous':
      return [moved, y + h * x];
    case 'alternating':
      return [moved, y + h * moved];
  }
}

/** The states from a start through so many steps, the start included. */
export function path(start: State, h: number, order: Order, steps: number): State[] {
  const states = [start];
  let state = start;
  for (let i = 0; i < steps; i++) states.push((state = step(state, h, order)));
  return states;
}

/** √(x² + y²). */
export const radius = ([x, y]: State): number => Math.hypot(x, y);

/** The greatest radius on the ellipse x² + y² − hxy = 1 that alternating steps from (1, 0) stay on; h < 2. It is on the diagonal x = y. */
export const reachOfOrbit = (h: number): number => 1 / Math.sqrt(1 - h / 2);
