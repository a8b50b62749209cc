// Numbers as a figure prints them: a real minus sign, powers of ten, and a mark before what is to be raised.

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

/** A number with so many significant digits; outside 0.001 … 99,999 as a power of ten, `2.5 × 10^−8`. Zero has no sign. */
export function printed(value: number, digits: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  if (size === 0) return '0';
  if (size >= 1e-3 && size < 1e5) return sign + withoutZeros(size.toPrecision(digits));
  const [front = '', exponent = ''] = size.toExponential(digits - 1).split('e');
  return `${sign}${withoutZeros(front)}\u00a0×\u00a010^${exponent.replace('+', '').replace('-', '−')}`;
}

/** A number with so many digits after the point, always all of them. */
export const fixed = (value: number, digits: number): string =>
  Number.isFinite(value) ? value.toFixed(digits).replace('-', '−') : printed(value, digits);

const withoutZeros = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** The same text where nothing can be raised but by characters: titles and descriptions. */
export const inPlain = (text: string): string =>
  text.replace(/\^(−?\d+)/g, (_, exponent: string) => [...exponent].map((digit) => raised[digit] ?? digit).join(''));

/** The parts of a text, in turn as they stand and raised: `10^−8` gives `10` and `−8`. */
export const parts = (text: string): string[] => text.split(/\^(−?\d+)/);
