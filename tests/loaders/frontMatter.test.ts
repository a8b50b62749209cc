// Bad front matter is told with file, line and field; good front matter passes.
import { expect, test } from 'vitest';
import { frontMatter, frontMatterFaults } from '../../src/loaders/frontMatter.ts';

const good = {
  title: 'Why the generator stalls',
  question: 'What does it mean?',
  description: 'A description that is long enough to be of use to somebody who searches.',
  order: 5,
  updated: new Date('2026-11-23'),
};

function told(data: unknown, text: string): string[] {
  const { error } = frontMatter.safeParse(data);
  return error ? frontMatterFaults(`${process.cwd()}/content/articles/en/x.mdx`, text, error.issues) : [];
}

test('good front matter passes', () => expect(told(good, '')).toEqual([]));

test('every fault is told at once, with file, line and field', () => {
  const text = '---\ntitle: Why\norder: -1\nquestoin: What?\nupdated: yesterday\n---\n';
  expect(told({ title: 'Why', order: -1, questoin: 'What?', updated: 'yesterday' }, text)).toEqual([
    expect.stringMatching(/^content\/articles\/en\/x\.mdx:1: question: Invalid input/),
    expect.stringMatching(/^content\/articles\/en\/x\.mdx:1: description: Invalid input/),
    expect.stringMatching(/^content\/articles\/en\/x\.mdx:3: order: Too small/),
    expect.stringMatching(/^content\/articles\/en\/x\.mdx:5: updated: Invalid input: expected date/),
    expect.stringMatching(/^content\/articles\/en\/x\.mdx:4: questoin: Unrecognized key.*Known: title, question/),
  ]);
});
