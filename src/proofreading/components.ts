// The tags that an article may use: the site's own components, and the elements of HTML.
import { readdirSync } from 'node:fs';
import { htmlTagNames } from 'html-tag-names';
import type { Fault } from '../maths/fault.ts';
import { isTag, lineOf, walk, type Node } from '../maths/tree.ts';

/** Where components lie that need no import. */
const folder = 'src/mdx';

const html = new Set(htmlTagNames);

/** The components that there are, in alphabetical order. */
export const componentNames = (): string[] =>
  [
    ...readdirSync(folder)
      .filter((file) => file.endsWith('.astro'))
      .map((file) => file.replace(/\.astro$/, '')),
    'Fragment',
  ].sort();

/** A fault for every tag that is neither. */
export function componentFaults(tree: Node, file: string, components: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  walk(tree, (node) => {
    if (!isTag(node) || node.name === null || node.name === undefined) return;
    const { name } = node;
    if (components.includes(name) || html.has(name)) return;
    const meant = components.find((one) => one.toLowerCase() === name.toLowerCase());
    const kind = /^[a-z]+$/.test(name) ? 'an element of HTML' : 'a component';
    faults.push({
      file,
      line: lineOf(node),
      message: `found <${name}>, which is not ${kind}`,
      hint: meant === undefined ? `Allowed: ${components.join(', ')}.` : `Allowed: <${meant}>.`,
    });
  });
  return faults;
}
