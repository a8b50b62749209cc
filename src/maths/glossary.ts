// content/glossary.md and content/notation.md: one heading an entry, its meaning below. The one source of both pages and of <Term>.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, type Fault } from './fault.ts';
import { renderProse } from './render.ts';

/** An entry: the term (or the symbol's TeX), its meaning with `$…$` in it, and as HTML. */
export interface Entry {
  readonly name: string;
  readonly id: string;
  readonly meaning: string;
  readonly html: string;
  readonly line: number;
}

const idOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Entries of a text of `## name` headings, by name. @throws AuthorError for doubled or empty entries, with their line. */
export function readEntries(text: string, file: string): Map<string, Entry> {
  const faults: Fault[] = [];
  const entries = new Map<string, Entry>();
  let open: { name: string; line: number; lines: string[] } | undefined;
  const close = () => {
    if (open === undefined) return;
    const { name, line, lines } = open;
    const meaning = lines.join(' ').replace(/\s+/g, ' ').trim();
    if (meaning === '') faults.push({ file, line, message: `the entry "${name}" says nothing` });
    if (entries.has(name)) faults.push({ file, line, message: `the entry "${name}" stands twice` });
    entries.set(name, { name, id: idOf(name), meaning, html: renderProse(meaning, { file, line }), line });
  };
  text.split('\n').forEach((row, i) => {
    const name = /^## +(.+?)\s*$/.exec(row)?.[1];
    if (name !== undefined) {
      close();
      open = { name: name.replaceAll('`', ''), line: i + 1, lines: [] };
    } else open?.lines.push(row);
  });
  close();
  refuse(faults);
  return entries;
}

const loaded = new Map<string, { readonly changed: number; readonly entries: Map<string, Entry> }>();

function load(name: string): Map<string, Entry> {
  const file = join('content', name);
  const changed = statSync(file).mtimeMs;
  const known = loaded.get(file);
  if (known?.changed === changed) return known.entries;
  const entries = readEntries(readFileSync(file, 'utf8'), file);
  loaded.set(file, { changed, entries });
  return entries;
}

/** The glossary by term. */
export const loadGlossary = (): Map<string, Entry> => load('glossary.md');

/** The notation by the TeX of the symbol, in the order of the file. */
export const loadNotation = (): Map<string, Entry> => load('notation.md');
