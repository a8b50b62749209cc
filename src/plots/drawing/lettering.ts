// Text in pictures: sizes, raised exponents, and a strip of paper under letters that a line would cross out.
import { raisedParts } from '../../writing/exponents.ts';
import type { Point, Surface } from './surface.ts';

type Weight = 'normal' | 'strong';

/** The size of labels in CSS pixels; ticks are one smaller. */
export const labelSize = 13;

interface Lettering {
  /** In CSS pixels. */
  size?: number;
  weight?: Weight;
  align?: 'left' | 'right' | 'center';
}

function setFont({ pen, theme }: Surface, size: number, weight: Weight): void {
  pen.font = `${weight === 'strong' ? 600 : 400} ${size}px ${theme.font}`;
}

/** Width of a text written by `write`. */
export function widthOf(
  surface: Surface,
  text: string,
  { size = labelSize, weight = 'normal' }: Lettering = {},
): number {
  return raisedParts(text).reduce((sum, { part, raised }) => {
    setFont(surface, raised ? size * 0.76 : size, weight);
    return sum + surface.pen.measureText(part).width;
  }, 0);
}

/** Where a text of this width begins, from the point that it is aligned to. */
const leftOf = (x: number, width: number, align: Lettering['align']): number =>
  align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;

/** Writes a text whose `^` raises the number after it; returns its width. `y` is the baseline. */
export function write(
  surface: Surface,
  text: string,
  [x, y]: Point,
  colour: string,
  lettering: Lettering = {},
): number {
  const { pen } = surface;
  const { size = labelSize, weight = 'normal', align } = lettering;
  const width = widthOf(surface, text, lettering);
  let at = leftOf(x, width, align);
  pen.fillStyle = colour;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  for (const { part, raised } of raisedParts(text)) {
    setFont(surface, raised ? size * 0.76 : size, weight);
    pen.fillText(part, at, raised ? y - size * 0.36 : y);
    at += pen.measureText(part).width;
  }
  return width;
}

/** `write` on a strip of paper, so that a line under the letters does not cross them out. */
export function writeOnPaper(...[surface, text, [x, y], colour, lettering = {}]: Parameters<typeof write>): void {
  const { pen, theme } = surface;
  const { size = labelSize, align } = lettering;
  const width = widthOf(surface, text, lettering);
  pen.save();
  pen.globalAlpha = 0.8;
  pen.fillStyle = theme.paper;
  pen.fillRect(leftOf(x, width, align) - 2, y - 0.8 * size, width + 4, 1.05 * size);
  pen.restore();
  write(surface, text, [x, y], colour, lettering);
}
