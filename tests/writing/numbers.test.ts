// Numbers as readers see them, in figures, pictures, controls and sentences.
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { briefText, decimal, fixed, powerOfTen, rounded, significant, whole } from '../../src/writing/numbers.ts';
import { proseNumber } from '../../src/writing/proseNumber.ts';
import { inCharacters, inHtml, raisedParts } from '../../src/writing/exponents.ts';
import { Raised } from '../../src/writing/Raised.tsx';

test('whole numbers: thousands apart, zero without a sign', () => {
  expect([1234567.4, -1200, -0.3, 999.5].map(whole)).toEqual(['1,234,567', '−1,200', '0', '1,000']);
});

test('digits after the point: always all of them, or only those that are needed', () => {
  expect([fixed(-0.5, 3), fixed(Infinity, 3), fixed(-Infinity, 1), fixed(NaN, 2)]).toEqual([
    '−0.500',
    '∞',
    '−∞',
    'NaN',
  ]);
  expect([-0.2, 0.0015, 1e-5, 1500, 0.1 + 0.2].map(decimal)).toEqual(['−0.2', '0.0015', '0.00001', '1,500', '0.3']);
});

test.each<[number, number, string, string]>([
  [-17.5, 5, '−17.500', '−17.5'],
  [-2.5109991e-8, 4, '−2.511\u00a0×\u00a010^−8', '−2.511\u00a0×\u00a010^−8'],
  [2e-4, 2, '2.0\u00a0×\u00a010^−4', '2\u00a0×\u00a010^−4'],
  [123456, 3, '1.23\u00a0×\u00a010^5', '1.23\u00a0×\u00a010^5'],
  [99999.7, 3, '1.00\u00a0×\u00a010^5', '1\u00a0×\u00a010^5'],
  [932.1, 2, '930', '930'],
  [1234.5, 5, '1,234.5', '1,234.5'],
  [-0, 3, '0', '0'],
  [100, 5, '100.00', '100'],
  [-Infinity, 3, '−∞', '−∞'],
  [NaN, 3, 'NaN', 'NaN'],
])('%d to %d significant digits: all of them, and without zeros at the end', (value, digits, all, short) => {
  expect([significant(value, digits), rounded(value, digits)]).toEqual([all, short]);
});

test.each([
  [0, '0'],
  [4, '4'],
  [9.139, '9.14'],
  [-0.1234, '−0.12'],
  [-1234.5, '−1,235'],
  [2.1e-7, '2.1\u00a0×\u00a010⁻⁷'],
  [0.005, '5.0\u00a0×\u00a010⁻³'],
  [-27789974.7, '−2.8\u00a0×\u00a010⁷'],
  [Infinity, '∞'],
  [NaN, 'not\u00a0a\u00a0number'],
])('%d is written briefly as %s', (value, text) => expect(briefText(value)).toBe(text));

test('powers of ten', () => {
  expect([1e-12, 0.1, 1, 10, 1000].map(powerOfTen)).toEqual(['10^−12', '10^−1', '1', '10', '10^3']);
});

test('exponents are raised, and nothing else', () => {
  expect(inCharacters('2 × 10^−45 instead')).toBe('2 × 10⁻⁴⁵ instead');
  expect(raisedParts('a 10^−8.')).toEqual([
    { part: 'a 10', raised: false },
    { part: '−8', raised: true },
    { part: '.', raised: false },
  ]);
  expect(inHtml('−2\u00a0×\u00a010^−8')).toBe('−2\u00a0×\u00a010<sup>−8</sup>');
  expect(render(h(Raised, { text: '−2 × 10^−8.' }))).toBe('−2 × 10<sup>−8</sup>.');
});

describe('in a sentence', () => {
  test.each<[number, number, boolean, string]>([
    [0.0234, 2, false, '0.023'],
    [-0.0966, 2, false, '−0.097'],
    [0.1, 3, false, '0.100'],
    [1234.5, 2, false, '1,200'],
    [1234.5, 5, false, '1,234.5'],
    [8, 2, false, '8'],
    [1500, 1, false, '1,500'],
    [0, 2, false, '0'],
    [-0, 2, false, '0'],
    [9.996, 3, false, '10.0'],
    [0.00021, 2, false, '2.1\u00a0×\u00a010^−4'],
    [-4.567e-12, 3, false, '−4.57\u00a0×\u00a010^−12'],
    [123456.7, 2, false, '1.2\u00a0×\u00a010^5'],
    [250000, 2, false, '2.5\u00a0×\u00a010^5'],
    [0.29, 2, true, '29\u00a0%'],
    [0.8767, 3, true, '87.7\u00a0%'],
    [1, 2, true, '100\u00a0%'],
  ])('%d to %d digits', (value, digits, percent, written) => {
    expect(proseNumber(value, digits, percent)).toBe(written);
  });

  test('no number, no sentence', () => {
    expect(() => proseNumber(NaN, 2)).toThrow(/no number/);
    expect(() => proseNumber(Infinity, 2)).toThrow(/no number/);
  });
});
