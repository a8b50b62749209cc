// Front matter: what an article must say of itself, and what an author is told when it does not.
import { relative } from 'node:path';
import { z } from 'zod';

const sentence = z.string().trim().min(1);

/** Front matter of content/articles/<language>/<slug>.mdx; the folder gives the language, the file's name the address. */
export const frontMatter = z.strictObject({
  /** The heading, and the page's title in search results. */
  title: sentence.max(80),
  /** The reader's question in the reader's words. It opens the article and stands in the list of articles. */
  question: sentence.max(240),
  /** One or two sentences for search results and previews. */
  description: sentence.min(50).max(200),
  /** Place on the path; no two articles of a language share one. */
  order: z.int().positive(),
  /** The day of the last change in substance, as 2026-11-23. */
  updated: z.date(),
  /** Ids of the demos that the article shows: names of files in content/demos. */
  demos: z
    .array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a demo id is lower-case words joined by hyphens'))
    .default([]),
});

/** One line for each fault: `file:line: field: what is wrong`. A field that is missing is reported at line 1. */
export function frontMatterFaults(file: string, text: string, issues: readonly z.core.$ZodIssue[]): string[] {
  const lines = text.split('\n');
  const name = relative(process.cwd(), file);
  return issues.map((issue) => {
    const field = issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0];
    const line = lines.findIndex((text) => text.startsWith(`${String(field)}:`)) + 1 || 1;
    const known = issue.code === 'unrecognized_keys' ? `. Known: ${Object.keys(frontMatter.shape).join(', ')}` : '';
    return `${name}:${line}: ${String(field)}: ${issue.message}${known}`;
  });
}
