// The MDX parser's complaints in words that say what the author meant: it speaks of characters and names.
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { certain } from '../certain.ts';

/** What braces hold in an article. */
export const inBraces =
  'Allowed in braces: a comment, {/* … */}. Braces themselves: \\{a, b\\}, or a formula, $\\{a, b\\}$.';
const sign = 'Allowed: \\< for the sign, a comparison as a formula ($D < 3$), a component as <Name …>.';
const attributes = 'Allowed: <Name attribute="text" other={5} />, each quote, brace and tag closed.';
const closed = (name: string) =>
  `Allowed: <${name}>…</${name}> that begins and ends in one paragraph or stands on lines of its own; <${name} /> if it holds nothing.`;

/** So many characters show an author which place is meant. */
const most = 40;

/** A complaint as an author can use it, and the stretch of the text without which the rest may be read. */
export interface Complaint {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
  readonly at: number;
  readonly length: number;
  /** The component whose opening tag was refused. */
  readonly opens?: string | undefined;
  /** The component whose closing tag was refused. */
  readonly closes?: string | undefined;
}

/** What the parser's message about `text` means. */
export function complaint(error: VFileMessage, text: string): Complaint {
  return unclosed(error, text) ?? misread(error, text);
}

/** A tag that is never closed: the parser says where it stands, as (2:1-2:19). */
function unclosed(error: VFileMessage, text: string): Complaint | undefined {
  const found = /closing tag for `<([^`>]*)>` \((\d+):(\d+)-(\d+):(\d+)\)/.exec(error.reason);
  if (found === null) return undefined;
  const tag = certain(found[1], 'the tag');
  const [line, column, endLine, endColumn] = found.slice(2).map(Number);
  const places = location(text);
  const at = certain(places.toOffset({ line, column }), 'the beginning of a tag');
  const end = certain(places.toOffset({ line: endLine, column: endColumn }), 'the end of a tag');
  const other = /Unexpected closing tag `([^`]*)`/.exec(error.reason)?.[1];
  const where = other === undefined ? '' : ` before ${other} in line ${error.line}`;
  return {
    line: certain(line, 'a line'),
    message: `found <${tag}> that is never closed${where}`,
    hint: closed(tag),
    at,
    length: end - at,
    opens: tag,
  };
}

/** Anything else: the construct that the parser could not finish, and what it was taken for. */
function misread(error: VFileMessage, text: string): Complaint {
  const at = opening(error, text);
  const line = text.slice(0, at).split('\n').length;
  const after = text.slice(at);
  const row = after.replace(/\n[\s\S]*/, '');
  const found = `found "${row.length > most ? `${row.slice(0, most)}…` : row}"`;
  const [whole] = /^(?:<\/[^>]*>|import|export|[\s\S])?/.exec(after) ?? [''];
  const place = { line, at, length: whole.length, opens: /^<([A-Z]\w*)/.exec(after)?.[1] };
  if (error.ruleId === 'unexpected-closing-slash') {
    const hint = 'Allowed: the closing tag of a component that is open.';
    return { ...place, message: `${found}, which closes nothing`, hint, closes: /^<\/(\w+)/.exec(after)?.[1] };
  }
  if (error.source === 'micromark-extension-mdxjs-esm') {
    const hint = 'Allowed: another first word. Components need no import.';
    return { ...place, message: `${found}: a line that begins with import or export is read as a program`, hint };
  }
  if (after.startsWith('<!--'))
    return { ...place, message: `${found}, a comment of HTML`, hint: 'Allowed: {/* a comment */}.' };
  if (/^<\w+:\/\//.test(after))
    return { ...place, message: `${found}, a bare link`, hint: 'Allowed: [words](address).' };
  if (after.startsWith('{')) {
    const hint = text[at - 1] === '=' ? attributes : inBraces;
    return { ...place, message: `${found}, which is no JavaScript`, hint };
  }
  if (place.opens === undefined)
    return { ...place, message: `${found}: < begins a component, and this is none`, hint: sign };
  const why = error.reason.replace(/ \(note: .*\)$/, '');
  return { ...place, message: `${found}: ${why}`, hint: attributes };
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
