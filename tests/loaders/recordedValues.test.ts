// Numbers in the prose: written as text writes them; where the recorded run or the sweep has none, the author is told what there is.
import { expect, test } from 'vitest';
import { demoNamed } from '../../src/loaders/demos.ts';
import { proseHtml, proseNumber } from '../../src/writing/proseNumber.ts';
import { keptSeeds, recordedValue } from '../../src/loaders/recordedValues.ts';

test.each<[number, number, boolean, object]>([
  [0.0234, 2, false, { digits: '0.023' }],
  [-0.0966, 2, false, { digits: '−0.097' }],
  [0.1, 3, false, { digits: '0.100' }],
  [1234.5, 2, false, { digits: '1,200' }],
  [1234.5, 5, false, { digits: '1,234.5' }],
  [8, 2, false, { digits: '8' }],
  [1500, 1, false, { digits: '1,500' }],
  [0, 2, false, { digits: '0' }],
  [-0, 2, false, { digits: '0' }],
  [9.996, 3, false, { digits: '10.0' }],
  [0.00021, 2, false, { digits: '2.1', exponent: '−4' }],
  [-4.567e-12, 3, false, { digits: '−4.57', exponent: '−12' }],
  [123456.7, 2, false, { digits: '1.2', exponent: '5' }],
  [250000, 2, false, { digits: '2.5', exponent: '5' }],
  [0.29, 2, true, { digits: '29', percent: true }],
  [0.8767, 3, true, { digits: '87.7', percent: true }],
  [1, 2, true, { digits: '100', percent: true }],
])('%d to %d digits', (value, digits, percent, written) => {
  expect(proseNumber(value, digits, percent)).toEqual(written);
});

test('as HTML: powers of ten raised, no line breaks inside', () => {
  expect(proseHtml(proseNumber(-0.00021, 2))).toBe('−2.1&nbsp;×&nbsp;10<sup>−4</sup>');
  expect(proseHtml(proseNumber(0.5, 1, true))).toBe('50&nbsp;%');
});

test('no number, no sentence', () => {
  expect(() => proseNumber(NaN, 2)).toThrow(/no number/);
  expect(() => proseNumber(Infinity, 2)).toThrow(/no number/);
});

test('an unknown demo or variant: what there is', async () => {
  const wanted = { demo: 'nowhere', metric: 'wasserstein1', at: 0 };
  await expect(async () => recordedValue(wanted)).rejects.toThrow(
    /<Measured demo="nowhere"> names no file .*Known: .*saturation/,
  );
  await expect(recordedValue({ ...wanted, demo: 'saturation', variant: 'best' })).rejects.toThrow(
    /no such variant. Known: saturating, nonSaturating/,
  );
  await expect(keptSeeds('saturation', 'best')).rejects.toThrow(/no such variant/);
  const place = 'content/articles/en/tried.mdx:12';
  await expect(recordedValue({ ...wanted, demo: 'saturation', variant: 'best', place })).rejects.toThrow(
    `${place}: <Measured demo=`,
  );
  await expect(keptSeeds('saturation', 'best', place)).rejects.toThrow(`${place}: <Kept demo=`);
});

test('seeds kept: those of the claim that the fewest keep; the sweep’s own rows', async () => {
  const { demo } = await demoNamed('saturation');
  const { kept, of } = await keptSeeds('saturation', demo.initial);
  expect(of).toBeGreaterThan(1);
  expect(kept).toBeLessThanOrEqual(of);
});
