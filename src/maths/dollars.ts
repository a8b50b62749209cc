// Dollar signs that mean money, or that lack their partner: Markdown would set half a sentence as a formula, and say nothing.
import { certain } from '../certain.ts';
import type { Fault } from './fault.ts';
import { lineOf, sourceOf, walk, type Node } from './tree.ts';

const allowed =
  'Allowed: \\$ for a dollar sign in text; a formula as $x$, with no space inside its dollars and no digit behind.';

/** Words that join prose and never stand in a formula outside of \text{…}. */
const prose = /(?<=^|\s)(?:and|or|then|the|is|are|but|for|from|with|to|of|per|each|plus|until)(?=\s|$)/i;

/** The first word of prose in a formula, outside of what a command has taken. */
const wordOf = (tex: string): string | undefined => prose.exec(tex.replace(/\\[a-zA-Z]+(?:\{[^{}]*\})?/g, ' \\ '))?.[0];

/** What is wrong with one `$…$`, or undefined. A closing dollar with a space before or a digit behind it is money (Pandoc's rule). */
function misread(source: string, after: string): string | undefined {
  const [, open, inner] = /^(\$+)([\s\S]*?)\$+$/.exec(source) ?? [];
  if (open === undefined || inner === undefined) return undefined;
  if (open.length > 1) return undefined;
  if (/^\s|\s$/.test(inner)) return 'with a space inside its dollars';
  if (inner.endsWith('\\')) return 'whose last dollar was meant as a sign';
  if (/^\d/.test(after)) return 'with a digit behind it';
  const word = wordOf(inner);
  return word === undefined ? undefined : `with the word "${word}" in it`;
}

/** A fault for every formula that looks like prose between two dollar signs, every lone dollar and every `$$` that is never closed. */
export function dollarFaults(tree: Node, text: string, file: string): Fault[] {
  const faults: Fault[] = [];
  const tell = (node: Node, found: string, hint = allowed) =>
    faults.push({ file, line: lineOf(node), message: `found ${found}`, hint });
  walk(tree, (node) => {
    const source = sourceOf(node, text);
    if (node.type === 'inlineMath') {
      const end = certain(node.position?.end.offset, 'the end of a formula');
      const wrong = misread(source, text.slice(end, end + 1));
      if (wrong !== undefined) {
        const hint = wrong.includes('word') ? `${allowed} Words in a formula stand in \\text{…}.` : allowed;
        tell(node, `the formula "${source.replace(/\s+/g, ' ')}", ${wrong}: is it money?`, hint);
      }
    }
    if (node.type === 'math' && !/\n[ \t>]*\$\$+\s*$/.test(source))
      tell(
        node,
        '$$ that is never closed',
        'Allowed: $$ alone on the line before the formula and alone on the line after it.',
      );
    if (node.type !== 'text') return;
    const lone = /(?<!\\)(?:\\\\)*\$/.exec(source);
    if (lone !== null) {
      const line = lineOf(node) + source.slice(0, lone.index).split('\n').length - 1;
      faults.push({ file, line, message: 'found a lone $, which opens or closes no formula', hint: allowed });
    }
  });
  return faults;
}
