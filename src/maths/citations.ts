// <Cite>, <References> and <Term> in an article: looked up, numbered, and given what their components show.
import type { Source } from './bibliography.ts';
import { inOrder } from './bibliography.ts';
import type { Fault } from './fault.ts';
import type { Entry } from './glossary.ts';
import { attribute, isElement, lineOf, setAttribute, walk, type Node } from './tree.ts';

/** Fills in every <Cite> and <References> of a file. Faults: unknown keys, citations without a list, a list without citations. */
export function showCitations(tree: Node, sources: ReadonlyMap<string, Source>, file: string, faults: Fault[]): void {
  const uses = new Map<string, number>();
  const lists: Node[] = [];
  let firstLine: number | undefined;
  walk(tree, (node) => {
    if (isElement(node, 'References')) lists.push(node);
    if (!isElement(node, 'Cite')) return;
    const line = lineOf(node);
    firstLine ??= line;
    const key = attribute(node, 'key') ?? '';
    const source = sources.get(key);
    if (source === undefined) {
      const hint = `Known: ${[...sources.keys()].sort().join(', ')}.`;
      faults.push({ file, line, message: `<Cite key="${key}"> names no entry of content/bibliography.bib`, hint });
      return;
    }
    const use = (uses.get(key) ?? 0) + 1;
    uses.set(key, use);
    // React-like JSX keeps `key` for itself, so the component gets the source under another name.
    node.attributes = node.attributes?.filter((one) => one.name !== 'key') ?? [];
    setAttribute(node, 'source', key);
    setAttribute(node, 'use', String(use));
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
  const cited = inOrder([...uses.keys()].flatMap((key) => sources.get(key) ?? []));
  setAttribute(list, 'sources', cited.map(({ key }) => `${key}:${uses.get(key) ?? 0}`).join(' '));
}

/** Fills in every <Term>. A term that the glossary lacks is a fault. */
export function showTerms(tree: Node, glossary: ReadonlyMap<string, Entry>, file: string, faults: Fault[]): void {
  const uses = new Map<string, number>();
  walk(tree, (node) => {
    if (!isElement(node, 'Term')) return;
    const name = attribute(node, 'name') ?? '';
    const entry = glossary.get(name);
    if (entry === undefined) {
      const hint = `Known: ${[...glossary.keys()].sort().join(', ')}. New terms go into content/glossary.md.`;
      faults.push({ file, line: lineOf(node), message: `<Term name="${name}"> names no entry of the glossary`, hint });
      return;
    }
    const use = (uses.get(name) ?? 0) + 1;
    uses.set(name, use);
    setAttribute(node, 'use', String(use));
  });
}
