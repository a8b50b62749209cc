// Numbers as readers see them: a real minus sign, thousands apart, powers of ten whose exponent stands after a `^` until exponents.ts raises it.
import { inCharacters } from './exponents.ts';

/** From here on, and below the other bound, a number is written with a power of ten. */
const large = 1e5;
const small = 1e-3;

/** A text of digits with a real minus sign. */
const withMinus = (text: string): string => text.replace('-', '−');

/** A whole number, thousands apart; others are rounded. Zero has no sign. */
export function whole(value: number): string {
  const size = Math.round(Math.abs(value));
  return (size === 0 ? '' : signOf(value)) + size.toLocaleString('en');
}

/** A number with so many digits after the point, always all of them. */
export const fixed = (value: number, decimals: number): string =>
  Number.isFinite(value) ? withMinus(value.toFixed(decimals)) : notFinite(value);

/** A number as one would type it: no zeros at the end, no power of ten, at most twelve digits after the point. */
export const decimal = (value: number): string => withMinus(value.toLocaleString('en', { maximumFractionDigits: 12 }));

/** A number with exactly so many significant digits. */
export const significant = (value: number, digits: number): string => written(value, digits, digits);

/** A number with at most so many significant digits, without zeros at the end. */
export const rounded = (value: number, digits: number): string => written(value, digits, 1);

/** Two or three significant digits, for pictures and what is said of them: whole numbers and all from 100 to 100,000 without decimals. */
export function brief(value: number): string {
  const size = Math.abs(value);
  if (size < large && (Number.isInteger(value) || size >= 100)) return whole(value);
  if (Number.isNaN(value)) return 'not\u00a0a\u00a0number';
  return size < 0.01 || size >= large ? withPower(value, 2, 2) : significant(value, size < 1 ? 2 : 3);
}

/** `brief` for text in which nothing can be raised but by characters. */
export const briefText = (value: number): string => inCharacters(brief(value));

/** A power of ten as the label of a logarithmic axis. */
export function powerOfTen(value: number): string {
  const exponent = Math.round(Math.log10(value));
  return exponent === 0 ? '1' : exponent === 1 ? '10' : `10^${withMinus(String(exponent))}`;
}

function written(value: number, most: number, least: number): string {
  const size = Number(Math.abs(value).toPrecision(most));
  if (size === 0) return '0';
  if (!(size >= small && size < large)) return withPower(value, most, least);
  const text = size.toLocaleString('en', { maximumSignificantDigits: most, minimumSignificantDigits: least });
  return signOf(value) + text;
}

/** Such as `−2.5 × 10^−8`, with spaces at which no line breaks. */
function withPower(value: number, most: number, least: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const [mantissa, exponent] = Math.abs(value)
    .toExponential(most - 1)
    .split('e')
    .map(Number) as [number, number];
  const front = mantissa.toLocaleString('en', { maximumSignificantDigits: most, minimumSignificantDigits: least });
  return `${signOf(value)}${front}\u00a0×\u00a010^${withMinus(String(exponent))}`;
}

const signOf = (value: number): string => (value < 0 ? '−' : '');

const notFinite = (value: number): string => (Number.isNaN(value) ? 'NaN' : `${signOf(value)}∞`);
