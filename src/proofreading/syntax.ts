// An article's text as a tree; where it is no MDX, the parser's complaint in words that say what was meant.
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { remarkEqref } from '../maths/eqref-syntax.ts';
import type { Fault } from '../maths/fault.ts';
import type { Node } from '../maths/tree.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath).use(remarkEqref);

/** The tree of an article whose front matter is blanked; undefined, with a fault, where it cannot be read. */
export function treeOf(text: string, file: string, faults: Fault[]): Node | undefined {
  try {
    return parser.parse(text) as Node;
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    faults.push({ file, ...complaint(error, text) });
    return undefined;
  }
}

/** What braces hold in an article. */
export const inBraces =
  'Allowed in braces: a comment, {/* … */}. Braces themselves: \\{a, b\\}, or a formula, $\\{a, b\\}$.';
const sign = 'Allowed: \\< for the sign, a comparison as a formula ($D < 3$), a component as <Name …>.';
const attributes = 'Allowed: <Name attribute="text" other={5} />, each quote, brace and tag closed.';
const closed = (name: string) =>
  `Allowed: <${name}>…</${name}> that begins and ends in one paragraph or stands on lines of its own; <${name} /> if it holds nothing.`;

/** So many characters show an author which place is meant. */
const most = 40;

type Told = Pick<Fault, 'line' | 'message' | 'hint'>;

function complaint(error: VFileMessage, text: string): Told {
  const [, tag, tagLine] = /closing tag for `<([^`>]*)>` \((\d+):/.exec(error.reason) ?? [];
  if (tag !== undefined) {
    const other = /Unexpected closing tag `([^`]*)`/.exec(error.reason)?.[1];
    const where = other === undefined ? '' : ` before ${other} in line ${error.line}`;
    return { line: Number(tagLine), message: `found <${tag}> that is never closed${where}`, hint: closed(tag) };
  }
  const at = opening(error, text);
  const line = text.slice(0, at).split('\n').length;
  const [row = ''] = text.slice(at).split('\n');
  const found = `found "${row.length > most ? `${row.slice(0, most)}…` : row}"`;
  const after = text.slice(at);
  if (error.ruleId === 'unexpected-closing-slash')
    return {
      line,
      message: `${found}, which closes nothing`,
      hint: 'Allowed: the closing tag of a component that is open.',
    };
  if (error.source === 'micromark-extension-mdxjs-esm')
    return {
      line,
      message: `${found}: a line that begins with import or export is read as a program`,
      hint: 'Allowed: another first word. Components need no import.',
    };
  if (after.startsWith('<!--'))
    return { line, message: `${found}, a comment of HTML`, hint: 'Allowed: {/* a comment */}.' };
  if (/^<\w+:\/\//.test(after)) return { line, message: `${found}, a bare link`, hint: 'Allowed: [words](address).' };
  if (after.startsWith('{')) {
    const hint = text[at - 1] === '=' ? attributes : inBraces;
    return { line, message: `${found}, which is no JavaScript`, hint };
  }
  const why = error.reason.replace(/ \(note: .*\)$/, '');
  if (/^<[A-Z]/.test(after)) {
    return { line, message: `${found}: ${why}`, hint: attributes };
  }
  return { line, message: `${found}: < begins a component, and this is none`, hint: sign };
}

/** Where the construct begins that the parser could not finish. */
function opening(error: VFileMessage, text: string): number {
  const place = error.place;
  const point = place === undefined ? undefined : 'start' in place ? place.start : place;
  // The parser tells every such place; without one the whole text is at fault.
  const before = text.slice(0, point?.offset ?? text.length);
  if (error.ruleId === 'unexpected-closing-slash') return text.indexOf('<', before.length - 1);
  if (error.source === 'micromark-extension-mdxjs-esm') return before.lastIndexOf('\n') + 1;
  if (error.source === 'micromark-extension-mdx-expression') return unclosedBrace(before);
  if (error.ruleId === 'unexpected-eof' && error.reason.includes('attribute value'))
    return before.lastIndexOf('<', Math.max(before.lastIndexOf('="'), before.lastIndexOf("='")));
  return Math.max(before.lastIndexOf('<'), 0);
}

/** The last brace that is still open. */
function unclosedBrace(text: string): number {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i -= 1) {
    if (text[i] === '}') depth += 1;
    if (text[i] === '{') {
      if (depth === 0) return i;
      depth -= 1;
    }
  }
  return 0;
}
