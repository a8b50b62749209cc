// A measured number as a sentence has it: whole numbers written out, others to so many significant digits, shares in hundredths.
import { significant, whole } from './numbers.ts';

/**
 * A number to so many significant digits; whole numbers below 100,000 are written out. An exponent stands after a `^`.
 * @param percent whether a share is written in hundredths
 * @throws Error if the number is not finite
 */
export function proseNumber(value: number, digits: number, percent = false): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number that a sentence could hold`);
  const shown = percent ? value * 100 : value;
  // A share of 0.29 is 28.999999999999996 hundredths.
  const near = Math.abs(shown - Math.round(shown)) < 1e-9 && (Math.abs(shown) >= 0.5 || shown === 0);
  const written = near && Math.abs(shown) < 1e5 ? whole(shown) : significant(shown, digits);
  return percent ? `${written}\u00a0%` : written;
}
