// A measured number as running text has it: significant digits, a real minus, thousands apart, powers of ten raised.

export interface ProseNumber {
  /** Sign and digits; without `exponent` the whole number. */
  digits: string;
  /** The power of ten that follows “× 10”, with a real minus. */
  exponent?: string;
  percent?: true;
}

const real = (text: string): string => text.replace('-', '−');

/** Numbers from here on, and below the other bound, are written with a power of ten. */
const large = 1e5;
const small = 1e-3;

/**
 * A number to so many significant digits; whole numbers below 100,000 are written out.
 * @param percent whether a share is written in hundredths
 * @throws Error if the number is not finite
 */
export function proseNumber(value: number, digits: number, percent = false): ProseNumber {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number that a sentence could hold`);
  const shown = percent ? value * 100 : value;
  const share = percent ? { percent: true as const } : {};
  // A share of 0.29 is 28.999999999999996 hundredths.
  const whole = Math.abs(shown - Math.round(shown)) < 1e-9 && (Math.abs(shown) >= 0.5 || shown === 0);
  const size = Number(Math.abs(shown).toPrecision(digits));
  if (whole && Math.abs(shown) < large) {
    return { digits: real((Math.round(shown) + 0).toLocaleString('en')), ...share };
  }
  const sign = shown < 0 ? '−' : '';
  if (size >= large || size < small) {
    const [mantissa = '', exponent = '0'] = size.toExponential(digits - 1).split('e');
    return { digits: sign + mantissa, exponent: real(String(Number(exponent))), ...share };
  }
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  const text = size.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return { digits: sign + text, ...share };
}

/** As HTML, with spaces at which no line breaks. */
export const proseHtml = ({ digits, exponent, percent }: ProseNumber): string =>
  digits + (exponent === undefined ? '' : `&nbsp;×&nbsp;10<sup>${exponent}</sup>`) + (percent ? '&nbsp;%' : '');
