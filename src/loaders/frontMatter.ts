// Front matter: what an article must say of itself, and what an author is told when it does not.
import stringWidth from 'string-width';
import { LineCounter, isMap, isNode, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { Fault } from '../maths/fault.ts';

/** A line of so much text. A Chinese or Japanese character says as much as two letters and counts as two. */
const line = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => stringWidth(text) >= least && stringWidth(text) <= most);

const id = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Front matter of content/articles/<language>/<slug>.mdx; the folder gives the language, the file's name the address. */
export const frontMatter = z.strictObject({
  /** The heading, and the page's title in search results. */
  title: line(1, 80),
  /** The reader's question in the reader's words. It opens the article and stands in the list of articles. */
  question: line(1, 240),
  /** One or two sentences for search results and previews. */
  description: line(50, 200),
  /** Place on the path; no two articles of a language share one. */
  order: z.int().positive(),
  /** The day of the last change in substance, as 2026-11-23. */
  updated: z.iso.date().transform((day) => new Date(day)),
  /** Ids of the demos that the article shows: names of files in content/demos. */
  demos: z.array(z.string().regex(id)).default([]),
});

type FrontMatter = z.infer<typeof frontMatter>;

const fields = Object.keys(frontMatter.shape).join(', ');

const allowed: Readonly<Record<string, string>> = {
  title: 'a line of 1 to 80 letters (a Chinese or Japanese character counts as two)',
  question: 'a line of 1 to 240 letters (a Chinese or Japanese character counts as two)',
  description: 'a line of 50 to 200 letters (a Chinese or Japanese character counts as two)',
  order: 'a whole number from 1',
  updated: 'a day of the calendar, as 2026-11-23',
  demos: 'a list of names of files in content/demos, lower-case words joined by hyphens, as [ring-of-eight]',
};

/** The front matter of one file as the author wrote it. */
interface ReadFrontMatter {
  /** Undefined where there is any fault. */
  readonly data: FrontMatter | undefined;
  /** The same before it is checked, as Astro hands it on. */
  readonly raw: Record<string, unknown>;
  /** The line at which a field stands, 1 where it is missing. */
  readonly lineOf: (field: string) => number;
  readonly faults: readonly Fault[];
}

const fence = /^---\r?\n([\s\S]*?)^---\s*$/m;

/** The text with its front matter blanked, so that every line and character keeps its place. */
export const withoutFrontMatter = (text: string): string =>
  text.startsWith('---') ? text.replace(fence, (matter) => matter.replace(/[^\r\n]/g, ' ')) : text;

/** Slips that YAML itself misunderstands: what stands there, and how it is written. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/^\s*[\p{L}_]+\s*：/u, 'found a full-width colon (：)'],
  [/^[a-z]+:[^\s]/u, 'found no space behind the colon'],
  [/^\s*\t/u, 'found a tab'],
  [/^[a-z]+:\s*(["'])(?!.*\1\s*$)/u, 'found a quote that is never closed'],
  [/^[a-z]+:\s[^"'].*:\s/u, 'found a second colon'],
];

const form =
  'Allowed: one field a line, as "title: Why", with a plain colon, a space, and quotes around a value that has ": " in it.';

/** Reads and checks the front matter of a file's text. */
export function readFrontMatter(file: string, text: string): ReadFrontMatter {
  const faults: Fault[] = [];
  const nothing = { data: undefined, raw: {}, lineOf: () => 1, faults };
  const tell = (line: number, message: string, hint: string) => faults.push({ file, line, message, hint });
  const matter = text.startsWith('---') ? fence.exec(text)?.[1] : undefined;
  if (matter === undefined) {
    const found = text.trim() === '' ? 'an empty file' : 'no front matter';
    tell(1, `found ${found}`, `Allowed: --- in the first line, then ${fields}, then ---, then the text.`);
    return nothing;
  }
  const lines = new LineCounter();
  const document = parseDocument(matter, { lineCounter: lines, prettyErrors: false });
  // The first line of the file is the fence.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  if (document.errors.length > 0 || !isMap(document.contents)) {
    matter.split('\n').forEach((row, i) => {
      const slip = slips.find(([shape]) => shape.test(row));
      if (slip !== undefined) tell(i + 2, `${slip[1]} in "${row.trim()}"`, form);
    });
    // What YAML says of such a file is seldom what is wrong with it: it is told where we know no better.
    if (faults.length === 0)
      for (const { message, pos } of document.errors) tell(lineAt(pos[0]), `found no YAML: ${message}`, form);
    if (faults.length === 0) tell(1, 'found front matter without fields', form);
    return nothing;
  }
  const raw = z.record(z.string(), z.unknown()).parse(document.toJS());
  const place = (path: readonly PropertyKey[]) => offsetOf(document, path);
  const lineOf = (field: string) => {
    const offset = place([field]);
    return offset === undefined ? 1 : lineAt(offset);
  };
  const { data, error } = frontMatter.safeParse(raw);
  for (const issue of error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) tell(lineOf(key), `found the field "${key}"`, `Allowed: ${fields}.`);
      continue;
    }
    const field = String(issue.path[0]);
    const offset = place(issue.path);
    tell(
      offset === undefined ? 1 : lineAt(offset),
      foundIn(document, issue.path),
      `Allowed: ${field}: ${allowed[field]}.`,
    );
  }
  return { data, raw, lineOf, faults };
}

/** Where the value at a path begins; undefined where there is none. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const node = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

/** What stands at a path, in words. */
function foundIn(document: Document, path: readonly PropertyKey[]): string {
  const field = path.join('.');
  const value: unknown = document.getIn(path);
  if (value === undefined) return `found no ${field}`;
  if (value === null || value === '') return `found ${field} without a value`;
  const shown = isNode(value) ? String(value) : JSON.stringify(value);
  const length = typeof value === 'string' ? ` (${stringWidth(value)} letters)` : '';
  if (field === 'updated' && /^"\d{4}-\d\d-\d\d"$/.test(shown))
    return `found updated: ${shown.slice(1, -1)}, which is no day`;
  return `found ${field}: ${shown}${length}`;
}
