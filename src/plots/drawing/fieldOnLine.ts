// D's field on a line: its value anywhere between the points where it is known, and its stripes of colour.
import type { Field } from '../../vocabulary/frame.ts';
import type { Scale } from './axes.ts';
import type { Box, Surface } from './surface.ts';
import { fieldColours, fieldLevel } from './theme.ts';

/** The logit at a value, linear between the field's points; at its ends what lies outside. */
export function logitAt({ from, to, size, logits }: Field, value: number): number {
  const index = Math.min(Math.max(((value - from) / (to - from)) * (size - 1), 0), size - 1);
  const i = Math.min(Math.floor(index), size - 2);
  // A value that is not a number has no points beside it, and so no logit.
  return (logits[i] ?? NaN) * (1 - (index - i)) + (logits[i + 1] ?? NaN) * (index - i);
}

/** The points of a field on a line. */
export const pointsOf = ({ from, to, size }: Field): number[] =>
  Array.from({ length: size }, (_, i) => from + ((to - from) * i) / (size - 1));

/** The field as upright stripes, each from halfway to its neighbours. */
export function drawStripes({ pen, theme }: Surface, { from, to, size, logits }: Field, x: Scale, box: Box): void {
  const colours = fieldColours(theme);
  const half = (to - from) / (size - 1) / 2;
  for (let i = 0; i < size; i++) {
    const at = from + 2 * half * i;
    const left = Math.max(box.left, Math.floor(x(at - half)));
    const right = Math.min(box.right, Math.ceil(x(at + half)));
    pen.fillStyle = colours[fieldLevel(logits[i] as number)] as string;
    pen.fillRect(left, box.top, right - left, box.bottom - box.top);
  }
}
