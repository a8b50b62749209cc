// content/bibliography.bib read and refused where an entry is incomplete: every source of the site, once.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf } from './bibtex.ts';
import { refuse, type Fault } from './fault.ts';

/** A source as the pages print it. */
export interface Source {
  readonly key: string;
  /** Family names as given, "Goodfellow et al." and the full list. */
  readonly shortAuthors: string;
  readonly authors: string;
  readonly year: string;
  readonly title: string;
  /** Journal, proceedings, publisher or site. */
  readonly venue: string;
  readonly url: string;
  /** "arXiv:1406.2661" where there is a preprint. */
  readonly preprint: string | undefined;
  /** The entry as it stands in the file, to copy. */
  readonly bibtex: string;
  /** Marked `keywords = {further}`: listed on the site's page of references though no article cites it. */
  readonly further: boolean;
  readonly line: number;
}

/** From the repository's root, where every command runs. */
const bibliographyFile = join('content', 'bibliography.bib');

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

interface Person {
  readonly lastName?: string;
  readonly firstName?: string;
  readonly name?: string;
}

/** A person or a body; an entry that names neither prints nothing there. */
const family = (person: Person) => person.lastName ?? person.name ?? '';

function shorten(people: readonly Person[]): string {
  const [first, second, third] = people.map(family);
  if (first === undefined) return '';
  if (second === undefined) return first;
  return third === undefined ? `${first} and ${second}` : `${first} et al.`;
}

const complete = 'Allowed: an entry with author, title, year, and one of url, doi, eprint.';

/** All sources of a BibTeX text, by key. @throws AuthorError naming every incomplete entry with its line. */
export function readBibliography(bibtex: string, file: string): Map<string, Source> {
  const faults: Fault[] = [];
  const sources = new Map<string, Source>();
  for (const { key, line, fields, bibtex: own } of entriesOf(bibtex, file, faults)) {
    const people: readonly Person[] = fields.author ?? [];
    const [title, year, eprint, doi] = [text(fields.title), text(fields.year), text(fields.eprint), text(fields.doi)];
    const url =
      text(fields.url) ??
      (doi === undefined ? undefined : `https://doi.org/${doi}`) ??
      (eprint === undefined ? undefined : `https://arxiv.org/abs/${eprint}`);
    const missing = [
      people.length === 0 && 'author',
      title === undefined && 'title',
      year === undefined && 'year',
      url === undefined && 'url, doi or eprint',
    ];
    for (const field of missing)
      if (field !== false) faults.push({ file, line, message: `the entry ${key} has no ${field}`, hint: complete });
    if (title === undefined || year === undefined || url === undefined) continue;
    const keywords: readonly unknown[] = Array.isArray(fields.keywords) ? fields.keywords : [fields.keywords];
    sources.set(key, {
      key,
      shortAuthors: shorten(people),
      authors: people.map((person) => [person.firstName, family(person)].filter(Boolean).join(' ')).join(', '),
      year,
      title: title.replace(/<[^>]*>/g, ''),
      venue:
        text(fields.journal) ??
        text(fields.booktitle) ??
        text(fields.howpublished) ??
        (eprint === undefined ? '' : 'preprint'),
      url,
      preprint: eprint === undefined ? undefined : `arXiv:${eprint}`,
      bibtex: own.replace(/^\s*keywords\s*=.*\n/m, ''),
      further: keywords.includes('further'),
      line,
    });
  }
  refuse(faults);
  return sources;
}

let loaded: { readonly changed: number; readonly sources: Map<string, Source> } | undefined;

/** The site's sources; read again only when the file has changed. */
export function loadBibliography(file = bibliographyFile): Map<string, Source> {
  const changed = statSync(file).mtimeMs;
  if (loaded?.changed !== changed) loaded = { changed, sources: readBibliography(readFileSync(file, 'utf8'), file) };
  return loaded.sources;
}

/** Sources in the order of a reference list: by author, then year. */
export function inOrder(sources: Iterable<Source>): Source[] {
  return [...sources].sort(
    (a, b) => a.shortAuthors.localeCompare(b.shortAuthors, 'en') || a.year.localeCompare(b.year),
  );
}
