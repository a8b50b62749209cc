// The table of claims: it is whole, every claim is taken up under a heading that its article has, and malformed entries are told by line.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { questionClaims } from '../../src/loaders/question.ts';

const claims = questionClaims();

/** The headings of an article’s source, without their markup. */
const headingsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#{2,4} +(.+?)\s*$/gm)].map(([, words = '']) =>
    words.replace(/[*_`$]/g, ''),
  );

test('all 27 claims, each with its verdict', () => {
  const verdicts = claims.map(({ judgement }) => judgement);
  const count = (judgement: string) => verdicts.filter((each) => each === judgement).length;
  expect([claims.length, count('right'), count('imprecise'), count('wrong')]).toEqual([27, 9, 14, 4]);
});

test.each(claims.map((claim): [number, typeof claim] => [claim.number, claim]))(
  'claim %d is taken up under a heading that exists',
  (_, { taken }) => {
    expect(taken).not.toEqual([]);
    for (const { slug, heading } of taken) {
      const file = `content/articles/en/${slug}.mdx`;
      expect(existsSync(file), file).toBe(true);
      expect(headingsOf(file)).toContain(heading);
    }
  },
);

test('malformed entries are told together, each with its line', () => {
  const text = '# T\n\n## One claim\n\nverdict: maybe\n\nSo it is.\n\n## Two\n\nverdict: right\nin: somewhere\n';
  expect(() => questionClaims(text)).toThrow(
    /question\.md:3: “One claim” has no verdict[\s\S]*question\.md:9: “in: somewhere” is no place[\s\S]*question\.md:9: “Two” does not say/,
  );
});
