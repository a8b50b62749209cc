// Text in pictures: sizes, numbers as people write them, raised exponents, digits that keep their place.
import type { Pen } from './pen.ts';
import type { Theme } from './theme.ts';

export type Weight = 'normal' | 'strong';

/** The size of labels in CSS pixels; ticks are one smaller. */
export const labelSize = 13;

export function setFont(pen: Pen, theme: Theme, size = labelSize, weight: Weight = 'normal'): void {
  pen.font = `${weight === 'strong' ? 600 : 400} ${size}px ${theme.font}`;
}

/** Two or three digits with a real minus sign; very small and very large numbers as 2.1 × 10^−4. */
export function inWords(value: number): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e5) return value.toLocaleString('en').replace('-', '−');
  if (size >= 0.01 && size < 100_000) {
    const text = size >= 100 ? Math.round(size).toLocaleString('en') : size.toPrecision(size >= 1 ? 3 : 2);
    return (value < 0 ? '−' : '') + text;
  }
  const [digits = '', exponent = ''] = size.toExponential(1).split('e');
  return `${value < 0 ? '−' : ''}${digits} × 10^${exponent.replace('+', '').replace('-', '−')}`;
}

const raised: Record<string, string> = {
  '−': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** A text for pictures as running text, where exponents are characters. */
export const asText = (text: string): string =>
  text.replace(/\^([−0-9]+)/g, (_, exponent: string) => [...exponent].map((digit) => raised[digit] ?? digit).join(''));

/** `inWords` for running text. */
export const inText = (value: number): string => asText(inWords(value).replace(/ /g, '\u00a0'));

/** Width of a text written by `write`. */
export function widthOf(pen: Pen, text: string, theme: Theme, size = labelSize, weight: Weight = 'normal'): number {
  return pieces(text).reduce((sum, { part, up }) => {
    setFont(pen, theme, up ? size * 0.76 : size, weight);
    return sum + pen.measureText(part).width;
  }, 0);
}

/** Writes a text whose `^` raises what follows up to a space; returns its width. `y` is the baseline. */
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
  for (const { part, up } of pieces(text)) {
    setFont(pen, theme, up ? size * 0.76 : size, weight);
    pen.fillText(part, at, up ? y - size * 0.36 : y);
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

function pieces(text: string): { part: string; up: boolean }[] {
  return [...text.matchAll(/\^(\S+)|([^^]+)/g)].map(([, exponent, plain]) =>
    exponent === undefined ? { part: plain ?? '', up: false } : { part: exponent, up: true },
  );
}

/** A power of ten as a label of a log axis, its exponent after a `^`. */
export function powerOfTen(value: number): string {
  const exponent = Math.round(Math.log10(value));
  if (exponent === 0) return '1';
  if (exponent === 1) return '10';
  return `10^${String(exponent).replace('-', '−')}`;
}
