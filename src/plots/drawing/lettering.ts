// Text in pictures: sizes, raised exponents, and a strip of paper under letters that a line would cross out.
import { raisedParts } from '../../writing/exponents.ts';
import type { Pen } from './pen.ts';
import type { Theme } from './theme.ts';

export type Weight = 'normal' | 'strong';

/** The size of labels in CSS pixels; ticks are one smaller. */
export const labelSize = 13;

export function setFont(pen: Pen, theme: Theme, size = labelSize, weight: Weight = 'normal'): void {
  pen.font = `${weight === 'strong' ? 600 : 400} ${size}px ${theme.font}`;
}

/** Width of a text written by `write`. */
export function widthOf(pen: Pen, text: string, theme: Theme, size = labelSize, weight: Weight = 'normal'): number {
  return raisedParts(text).reduce((sum, { part, raised }) => {
    setFont(pen, theme, raised ? size * 0.76 : size, weight);
    return sum + pen.measureText(part).width;
  }, 0);
}

/** Writes a text whose `^` raises the number after it; returns its width. `y` is the baseline. */
export function write(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  theme: Theme,
  { size = labelSize, weight = 'normal' as Weight, align = 'left' as 'left' | 'right' | 'center' } = {},
): number {
  const width = widthOf(pen, text, theme, size, weight);
  let at = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  for (const { part, raised } of raisedParts(text)) {
    setFont(pen, theme, raised ? size * 0.76 : size, weight);
    pen.fillText(part, at, raised ? y - size * 0.36 : y);
    at += pen.measureText(part).width;
  }
  return width;
}

/** `write` on a strip of paper, so that a line under the letters does not cross them out. */
export function writeOnPaper(...[pen, text, x, y, theme, options = {}]: Parameters<typeof write>): void {
  const { size = labelSize, weight = 'normal', align = 'left' } = options;
  const width = widthOf(pen, text, theme, size, weight);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  const colour = pen.fillStyle;
  pen.save();
  pen.globalAlpha = 0.8;
  pen.fillStyle = theme.paper;
  pen.fillRect(left - 2, y - 0.8 * size, width + 4, 1.05 * size);
  pen.restore();
  pen.fillStyle = colour;
  write(pen, text, x, y, theme, options);
}
