// <Cite>, <References> and <Term> in an article: looked up, numbered, and given what their components show.
import { certain } from '../certain.ts';
import type { Source } from './bibliography.ts';
import { inOrder } from './bibliography.ts';
import type { Fault } from './fault.ts';
import type { Entry } from './glossary.ts';
import { mention, mentionsOf, type Mentions } from './mentions.ts';
import { attribute, isElement, lineOf, removeAttribute, setAttribute, walk, type Node } from './tree.ts';

/** Fills in every <Cite> and <References> of a file. Faults: unknown keys, citations without a list, a list without citations. */
export function showCitations(tree: Node, sources: ReadonlyMap<string, Source>, file: string, faults: Fault[]): void {
  const uses: Mentions = new Map();
  const lists: Node[] = [];
  let firstLine: number | undefined;
  walk(tree, (node) => {
    if (isElement(node, 'References')) lists.push(node);
    if (!isElement(node, 'Cite')) return;
    const line = lineOf(node);
    firstLine ??= line;
    const key = attribute(node, 'key');
    if (key === undefined || !sources.has(key)) {
      const hint = `Known: ${[...sources.keys()].sort().join(', ')}.`;
      const tag = key === undefined ? '<Cite> without key="…"' : `<Cite key="${key}">`;
      faults.push({ file, line, message: `${tag} names no entry of content/bibliography.bib`, hint });
      return;
    }
    // React-like JSX keeps `key` for itself, so the component gets the source under another name.
    removeAttribute(node, 'key');
    setAttribute(node, 'source', key);
    setAttribute(node, 'use', String(mention(uses, key)));
  });
  const [list, second] = lists;
  if (list === undefined && firstLine !== undefined) {
    faults.push({
      file,
      line: firstLine,
      message: 'the article cites but has no <References />',
      hint: 'Put <References /> at its end.',
    });
  }
  if (second !== undefined) faults.push({ file, line: lineOf(second), message: '<References /> stands twice' });
  if (list === undefined) return;
  if (firstLine === undefined)
    faults.push({ file, line: lineOf(list), message: '<References /> stands in an article that cites nothing' });
  const cited = inOrder([...uses.keys()].map((key) => certain(sources.get(key), 'a cited source')));
  setAttribute(list, 'sources', cited.map(({ key }) => `${key}:${mentionsOf(uses, key)}`).join(' '));
}

/** Fills in every <Term>. A term that the glossary lacks is a fault. */
export function showTerms(tree: Node, glossary: ReadonlyMap<string, Entry>, file: string, faults: Fault[]): void {
  const uses: Mentions = new Map();
  walk(tree, (node) => {
    if (!isElement(node, 'Term')) return;
    const name = attribute(node, 'name');
    if (name === undefined || !glossary.has(name)) {
      const hint = `Known: ${[...glossary.keys()].sort().join(', ')}. New terms go into content/glossary.md.`;
      const tag = name === undefined ? '<Term> without name="…"' : `<Term name="${name}">`;
      faults.push({ file, line: lineOf(node), message: `${tag} names no entry of the glossary`, hint });
      return;
    }
    setAttribute(node, 'use', String(mention(uses, name)));
  });
}
