// Arrows that say where G's objective pushes each sample, and how hard: their scale is fixed, so that a push that vanishes is seen to vanish.
import { arrow, type Sign } from '../drawing/legend.ts';
import type { Pen } from '../drawing/pen.ts';
import type { Trace } from '../trace.ts';

/** CSS pixels that an arrow has for each unit of slope: in the plane samples stand near each other, and D is steep. */
const scale = { line: 16, plane: 4 } as const;
/** The longest arrow in CSS pixels: a push of 4 on the line, of 8 in the plane. */
const longest = { line: 64, plane: 32 } as const;
/** An arrow shorter than this is not drawn: there is nothing to see. */
const shortest = 0.75;

export type Where = keyof typeof scale;

/** The key's entry: how long the arrow of a known push is. */
export function pushSign(trace: Trace, where: Where): Sign[] {
  if (!trace.frame?.pull) return [];
  const shown = where === 'line' ? 1 : 5;
  return [{ kind: 'push', text: `push by G’s objective (this long: ${shown})`, length: shown * scale[where] }];
}

/** The arrow of a push in CSS pixels, in the data's directions: proportional to it up to the longest. Undefined where there is nothing to see. */
export function arrowOf(push: readonly [number, number], where: Where): [number, number] | undefined {
  const size = Math.hypot(...push);
  const length = Math.min(scale[where] * size, longest[where]);
  if (!(length >= shortest)) return undefined;
  return [(push[0] / size) * length, (push[1] / size) * length];
}

/** Draws arrows that begin at points in CSS pixels; y points up in the data and down on the page. */
export function drawArrows(
  pen: Pen,
  starts: readonly (readonly [number, number])[],
  pushes: readonly (readonly [number, number])[],
  where: Where,
  colour: string,
): void {
  starts.forEach((start, i) => {
    const [dx, dy] = arrowOf(pushes[i] ?? [0, 0], where) ?? [0, 0];
    if (start.every(Number.isFinite)) arrow(pen, start, [dx, -dy], colour);
  });
}
