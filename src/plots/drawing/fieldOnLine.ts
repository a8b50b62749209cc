// D's field on a line: its value anywhere between the points where it is known, and its stripes of colour.
import type { Field } from '../../vocabulary/frame.ts';
import type { Scale } from './axes.ts';
import type { Box, Pen } from './pen.ts';
import { fieldColours, fieldLevel, type Theme } from './theme.ts';

/** The logit at a place on the line, linear between the field's points; at its ends what lies outside. */
export function logitAt({ from, to, size, logits }: Field, value: number): number {
  const place = Math.min(Math.max(((value - from) / (to - from)) * (size - 1), 0), size - 1);
  const i = Math.min(Math.floor(place), size - 2);
  return (logits[i] ?? NaN) * (1 - (place - i)) + (logits[i + 1] ?? NaN) * (place - i);
}

/** The points of a field on a line. */
export const pointsOf = ({ from, to, size }: Field): number[] =>
  Array.from({ length: size }, (_, i) => from + ((to - from) * i) / (size - 1));

/** The field as upright stripes, each from halfway to its neighbours. */
export function drawStripes(pen: Pen, { from, to, size, logits }: Field, x: Scale, box: Box, theme: Theme): void {
  const colours = fieldColours(theme);
  const half = (to - from) / (size - 1) / 2;
  for (let i = 0; i < size; i++) {
    const at = from + 2 * half * i;
    const left = Math.max(box.left, Math.floor(x(at - half)));
    const right = Math.min(box.right, Math.ceil(x(at + half)));
    pen.fillStyle = colours[fieldLevel(logits[i] ?? NaN)] ?? theme.paper;
    pen.fillRect(left, box.top, right - left, box.bottom - box.top);
  }
}
