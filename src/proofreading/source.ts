// Reads an article's source as a proofreader: doubled words, long paragraphs, headings, pictures without words, links that say nothing.
import { toString } from 'mdast-util-to-string';
import { certain } from '../certain.ts';
import type { Fault } from '../maths/fault.ts';
import { attribute, isElement, lineOf, walk, type Node } from '../maths/tree.ts';

/** Words that English may rightly double. */
const mayDouble = new Set(['had', 'that']);
/** More words than this in one paragraph, and a reader loses the thread. A formula counts as one word. */
const mostWords = 110;
const saysNothing = /^(here|click here|this|link|this link|read more|more)$/i;

/** All that a proofreader marks in one article, in order of the lines. */
export function faultsOfSource(file: string, tree: Node): Fault[] {
  const faults: Fault[] = [];
  const mark = (line: number, message: string, hint: string) => faults.push({ file, line, message, hint });
  const headings = new Map<string, number>();
  let level = 1;

  walk(tree, (node) => {
    const line = lineOf(node);
    if (node.type === 'heading') {
      const { depth } = node as Node & { depth: number };
      const words = toString(node);
      if (depth === 1)
        mark(
          line,
          `"# ${words}" is a second title of the page.`,
          'The title comes from the front matter: begin with "##".',
        );
      else if (depth > level + 1)
        mark(line, `The heading "${words}" skips from level ${level} to ${depth}.`, `Use level ${level + 1}.`);
      const before = headings.get(words);
      if (before !== undefined)
        mark(
          line,
          `The heading "${words}" stands in line ${before} already.`,
          'Its anchor would be ambiguous: give it another name.',
        );
      headings.set(words, line);
      level = Math.max(depth, 2);
    }
    if (node.type === 'image' && !(node as Node & { alt?: string }).alt?.trim()) {
      mark(line, 'An image has no alternative text.', 'Say in ![…] what it shows.');
    }
    if (isElement(node, 'img') && !attribute(node, 'alt')?.trim()) {
      mark(line, '<img> has no alternative text.', 'Say in alt="…" what it shows.');
    }
    if (isElement(node, 'Fold') && !attribute(node, 'title')?.trim()) {
      mark(line, '<Fold> has no title.', 'Say in title="…" what is folded.');
    }
    if (node.type === 'link' && saysNothing.test(toString(node).trim())) {
      mark(line, `The link text "${toString(node)}" does not say where it leads.`, 'Name the target.');
    }
    if (node.type === 'paragraph') {
      for (const [word, at] of doubled(node)) mark(at, `The word "${word}" stands twice.`, 'Delete one.');
      const words = wordsIn(node);
      if (words > mostWords)
        mark(line, `This paragraph has ${words} words; at most ${mostWords} are read well.`, 'Divide it.');
    }
  });
  return faults.sort((a, b) => a.line - b.line);
}

/** The words of a paragraph without its side notes, which stand in the margin. */
function wordsIn(node: Node): number {
  if (isElement(node, 'Sidenote')) return 0;
  if (node.type === 'inlineMath') return 1;
  const own =
    node.type === 'text'
      ? certain(node.value, 'the text of a node')
          .split(/\s+/)
          .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
      : 0;
  return (node.children ?? []).reduce((sum, child) => sum + wordsIn(child), own);
}

/** The words that stand twice in a row in a paragraph's own text, also over a line's end, with the line of the second. */
function doubled(paragraph: Node): [string, number][] {
  const found: [string, number][] = [];
  for (const node of paragraph.children ?? []) {
    if (node.type !== 'text' || node.value === undefined) continue;
    for (const match of node.value.matchAll(/(?<![\p{L}\p{N}-])(\p{L}+)\s+\1(?![\p{L}\p{N}-])/giu)) {
      const word = certain(match[1], 'the doubled word');
      if (mayDouble.has(word.toLowerCase())) continue;
      const before = node.value.slice(0, match.index + match[0].length);
      found.push([word, lineOf(node) + before.split('\n').length - 1]);
    }
  }
  return found;
}
