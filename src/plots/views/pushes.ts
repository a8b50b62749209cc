// Arrows that say where G's objective pushes each sample, and how hard: their scale is fixed, so that a push that vanishes is seen to vanish.
import { certain } from '../../certain.ts';
import type { Frame } from '../../vocabulary/frame.ts';
import type { LegendEntry } from '../drawing/legend.ts';
import { arrow } from '../drawing/marks.ts';
import type { Pen } from '../drawing/pen.ts';
import type { Point } from '../drawing/surface.ts';

/** A push in data units, one coordinate for each direction; on the line the second is 0. */
type Push = readonly [x: number, y: number];

interface Arrows {
  /** CSS pixels that an arrow has for each unit of slope: in the plane samples stand near each other, and D is steep. */
  scale: number;
  /** The longest arrow in CSS pixels: a push of 4 on the line, of 8 in the plane. */
  longest: number;
  /** The push whose arrow the legend shows. */
  shown: number;
}

const arrows = {
  line: { scale: 16, longest: 64, shown: 1 },
  plane: { scale: 4, longest: 32, shown: 5 },
} as const satisfies Record<string, Arrows>;

/** An arrow shorter than this is not drawn: there is nothing to see. */
const shortest = 0.75;

type Where = keyof typeof arrows;

/** The pushes of the first generated samples of a frame on the line or in the plane; none if they were not asked for. */
export const pushesOf = ({ dimension, pull }: Frame): Push[] =>
  Array.from({ length: pull ? Math.floor(pull.length / dimension) : 0 }, (_, i) => {
    const along = (axis: number) => (axis < dimension ? (pull?.[i * dimension + axis] as number) : 0);
    return [along(0), along(1)];
  });

/** The legend's entry: how long the arrow of a known push is. */
export function pushEntry({ pull }: Frame, where: Where): LegendEntry[] {
  if (!pull) return [];
  const { scale, shown } = arrows[where];
  return [{ sign: 'arrow', text: `push by G’s objective (this long: ${shown})`, length: shown * scale }];
}

/** The arrow of a push in CSS pixels, in the data's directions: proportional to it up to the longest. Undefined where there is nothing to see. */
export function arrowOf([x, y]: Push, where: Where): Push | undefined {
  const { scale, longest } = arrows[where];
  const size = Math.hypot(x, y);
  const length = Math.min(scale * size, longest);
  return length >= shortest ? [(x / size) * length, (y / size) * length] : undefined;
}

/** Draws the arrows of pushes, one from each of the first points, in CSS pixels; y points up in the data and down on the page. */
export function drawPushes(
  pen: Pen,
  starts: readonly Point[],
  pushes: readonly Push[],
  where: Where,
  colour: string,
): void {
  pushes.forEach((push, i) => {
    const start = certain(starts[i], 'the sample that is pushed');
    const shown = arrowOf(push, where);
    if (shown && start.every(Number.isFinite)) arrow(pen, start, [shown[0], -shown[1]], colour);
  });
}
