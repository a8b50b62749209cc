// A scratch article with a slip in it, and what its author is told.
import { expect, test } from 'vitest';
import { sentence } from '../../src/maths/fault.ts';
import { readArticle, readKnown } from '../../src/proofreading/content.ts';

const file = 'content/articles/en/tried.mdx';
export const description = 'A description that is long enough to be of use to somebody who searches.';
export const matter = `---
title: Tried
question: What is tried?
description: ${description}
order: 99
updated: 2026-11-23
---
`;
/** The line at which the text below the front matter begins. */
export const top = 8;

const known = await readKnown([]);

/** Everything that is told of an article. */
export const told = (text: string): string[] => readArticle(file, text, known).faults.map(sentence);

export interface Slip {
  readonly slip: string;
  readonly text: string;
  /** Counted from the first line of the text. */
  readonly line?: number;
  readonly found: string;
  readonly allowed: string;
}

/** One test a slip: the first message names file and line, what was found and what is allowed. `first` is the line of a text's beginning. */
export function tellEach(slips: readonly Slip[], write: (text: string) => string, first: number): void {
  test.each(slips)('$slip', ({ text, line = 0, found, allowed }) => {
    const [message] = told(write(text));
    expect(message).toContain(`${file}:${first + line}: `);
    expect(message).toContain(found);
    expect(message).toContain(allowed);
  });
}
