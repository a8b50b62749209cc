// Text in pictures: sizes, numbers as people write them, raised exponents, digits that keep their place.
import { certain } from '../../certain.ts';
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

function setFont({ pen, theme }: Surface, size: number, weight: Weight): void {
  pen.font = `${weight === 'strong' ? 600 : 400} ${size}px ${theme.font}`;
}

/** Width of a text written by `write`. */
export function widthOf(
  surface: Surface,
  text: string,
  { size = labelSize, weight = 'normal' }: Lettering = {},
): number {
  return pieces(text).reduce((sum, { part, up }) => {
    setFont(surface, up ? size * 0.76 : size, weight);
    return sum + surface.pen.measureText(part).width;
  }, 0);
}

/** Where a text of this width begins, from the point that it is aligned to. */
const leftOf = (x: number, width: number, align: Lettering['align']): number =>
  align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;

/** Writes a text whose `^` raises what follows up to a space; returns its width. `y` is the baseline. */
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
  for (const { part, up } of pieces(text)) {
    setFont(surface, up ? size * 0.76 : size, weight);
    pen.fillText(part, at, up ? y - size * 0.36 : y);
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

function pieces(text: string): { part: string; up: boolean }[] {
  return [...text.matchAll(/\^(\S+)|([^^]+)/g)].map(([, exponent, plain]) =>
    exponent === undefined ? { part: certain(plain, 'a plain piece'), up: false } : { part: exponent, up: true },
  );
}

/** A power of ten as a label of a log axis, its exponent after a `^`. */
export function powerOfTen(value: number): string {
  const exponent = Math.round(Math.log10(value));
  if (exponent === 0) return '1';
  if (exponent === 1) return '10';
  return `10^${String(exponent).replace('-', '−')}`;
}
