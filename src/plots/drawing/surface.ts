// What a view draws on: a surface with its pen, its size and its theme, and the points and boxes on it, in CSS pixels.
import type { Pen } from './pen.ts';
import type { Theme } from './theme.ts';

export interface Surface {
  readonly pen: Pen;
  readonly size: Size;
  readonly theme: Theme;
}

/** The size of a picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A point of a picture, from its upper left corner. */
export type Point = readonly [x: number, y: number];

/** A rectangle inside a picture; `top` is less than `bottom`. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Draws what stays inside a box; what would reach over its edges is cut off there. */
export function inside<T>({ pen }: Surface, { left, top, right, bottom }: Box, draw: () => T): T {
  pen.save();
  pen.beginPath();
  pen.rect(left, top, right - left, bottom - top);
  pen.clip();
  const drawn = draw();
  pen.restore();
  return drawn;
}
