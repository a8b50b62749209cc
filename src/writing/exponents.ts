// Texts with marked exponents: a `^` raises the whole number after it, as in `10^−8`, by drawing it higher or by characters.
import { certain } from '../certain.ts';

/** The parts of a text in turn, each with whether it stands raised. */
export const raisedParts = (text: string): { part: string; raised: boolean }[] =>
  text.split(/\^(−?\d+)/).map((part, i) => ({ part, raised: i % 2 === 1 }));

const characters: Readonly<Record<string, string>> = {
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

/** The same text of digits as HTML. */
export const inHtml = (text: string): string =>
  raisedParts(text)
    .map(({ part, raised }) => (raised ? `<sup>${part}</sup>` : part))
    .join('');

/** The same text where nothing can be raised but by characters: titles, descriptions, what a screen reader says. */
export const inCharacters = (text: string): string =>
  raisedParts(text)
    .map(({ part, raised }) => (raised ? [...part].map((digit) => certain(characters[digit], digit)).join('') : part))
    .join('');
