// An article's text as a tree; each place where it is no MDX is told, and the rest is read as if that place were blank.
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { remarkEqref } from '../maths/eqrefSyntax.ts';
import type { Fault } from '../maths/fault.ts';
import type { Node } from '../maths/tree.ts';
import { complaint } from './syntaxComplaints.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath).use(remarkEqref);

/** The text with a stretch of it blanked, so that everything else keeps its place. */
const blanked = (text: string, at: number, length: number) =>
  text.slice(0, at) + text.slice(at, at + length).replace(/[^\r\n]/g, ' ') + text.slice(at + length);

/** The tree of an article whose front matter is blanked, with a fault for each place that the parser refuses. */
export function treeOf(text: string, file: string, faults: Fault[]): Node | undefined {
  let readable = text;
  const broken = new Set<string>();
  for (;;) {
    try {
      return parser.parse(readable) as Node;
    } catch (error) {
      if (!(error instanceof VFileMessage)) throw error;
      const { line, message, hint, at, length, opens, closes } = complaint(error, readable);
      // The end of a tag that was refused is no second mistake.
      if (closes === undefined || !broken.has(closes)) faults.push({ file, line, message, hint });
      if (opens !== undefined) broken.add(opens);
      const next = blanked(readable, at, length);
      if (next === readable) return undefined;
      readable = next;
    }
  }
}
