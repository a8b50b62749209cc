// Bad front matter is told with file, line and field; good front matter passes.
import { expect, test } from 'vitest';
import { readFrontMatter, withoutFrontMatter } from '../../src/loaders/frontMatter.ts';
import { sentence } from '../../src/maths/fault.ts';

const good = {
  title: 'Why the generator stalls',
  question: 'What does it mean?',
  description: 'A description that is long enough to be of use to somebody who searches.',
  order: 5,
  updated: new Date('2026-11-23'),
};
const text = `---
title: ${good.title}
question: ${good.question}
description: ${good.description}
order: 5
updated: 2026-11-23
---
`;

const read = (text: string) => readFrontMatter(`${process.cwd()}/content/articles/en/x.mdx`, text);
const told = (text: string) => read(text).faults.map(sentence);

test('good front matter passes, with the line of each field', () => {
  expect(told(text)).toEqual([]);
  expect(read(text).data).toEqual({ ...good, demos: [] });
  expect(read(text).lineOf('order')).toBe(5);
});

test('every fault is told at once, with file, line, what was found and what is allowed', () => {
  expect(told('---\ntitle: Why\norder: -1\nquestoin: What?\nupdated: yesterday\n---\n')).toEqual([
    expect.stringMatching(
      /^content\/articles\/en\/x\.mdx:1: found no question\n {4}Allowed: question: a line of 1 to 240/,
    ),
    expect.stringMatching(
      /^content\/articles\/en\/x\.mdx:1: found no description\n {4}Allowed: description: a line of 50/,
    ),
    expect.stringMatching(
      /^content\/articles\/en\/x\.mdx:3: found order: -1\n {4}Allowed: order: a whole number from 1/,
    ),
    expect.stringMatching(
      /^content\/articles\/en\/x\.mdx:5: found updated: "yesterday".*\n {4}Allowed: updated: a day/,
    ),
    expect.stringMatching(/^content\/articles\/en\/x\.mdx:4: found the field "questoin"\n {4}Allowed: title, question/),
  ]);
});

test('a blanked front matter leaves every character of the text in its place', () => {
  const whole = `${text}\nText.`;
  expect(withoutFrontMatter(whole)).toHaveLength(whole.length);
  expect(withoutFrontMatter(whole).trim()).toBe('Text.');
});
