// TeX cut into tokens: commands, characters and brace groups. Sizes, spaces and labels, which say nothing, are dropped.

import { certain } from '../../certain.ts';

export type Token =
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'group'; readonly inner: readonly Token[] };

/** What the checker cannot read; the message is meant for the author. */
export class Unreadable extends Error {}

/** Commands that only place or size what stands beside them. */
const silent = new Set([
  ...['\\left', '\\right', '\\middle', '\\big', '\\Big', '\\bigg', '\\Bigg', '\\bigl', '\\bigr', '\\Bigl', '\\Bigr'],
  ...['\\biggl', '\\biggr', '\\Biggl', '\\Biggr', '\\bigm', '\\displaystyle', '\\textstyle', '\\limits', '\\nolimits'],
  ...['\\nonumber', '\\notag', '\\,', '\\!', '\\;', '\\:', '\\>', '\\ '],
]);

/** Commands whose brace argument is dropped with them. */
const dropped = new Set(['\\label', '\\tag', '\\htmlId', '\\hspace', '\\phantom']);

/** Commands that only colour their argument. */
const coloured = new Set(['\\real', '\\generated']);

export const isCommand = (token: Token | undefined, ...names: string[]): boolean =>
  token?.kind === 'command' && names.includes(token.name);

export const isMark = (token: Token | undefined, ...marks: string[]): boolean =>
  token?.kind === 'mark' && marks.includes(token.mark);

/** The tokens of one formula. @throws Unreadable where braces do not match. */
export function tokenise(tex: string): Token[] {
  const pieces = tex.replace(/(?<!\\)%[^\n]*/g, '').match(/\\(?:[a-zA-Z]+|[^a-zA-Z])|[^\s]/g) ?? [];
  let at = 0;

  const sequence = (inGroup: boolean): Token[] => {
    const tokens: Token[] = [];
    while (at < pieces.length) {
      const piece = certain(pieces[at], 'a piece of TeX');
      at += 1;
      if (piece === '}') {
        if (!inGroup) throw new Unreadable('a closing brace has no opening one');
        return tokens;
      }
      if (piece === '{') tokens.push({ kind: 'group', inner: sequence(true) });
      else if (piece.startsWith('\\')) tokens.push({ kind: 'command', name: piece });
      else tokens.push({ kind: 'mark', mark: piece });
    }
    if (inGroup) throw new Unreadable('an opening brace has no closing one');
    return tokens;
  };
  return meaningful(sequence(false));
}

/** Without what only places, sizes, colours or names. */
function meaningful(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.kind === 'group') kept.push({ kind: 'group', inner: meaningful(token.inner) });
    else if (token.kind === 'mark') kept.push(token);
    else if (dropped.has(token.name)) i += 1;
    else if (coloured.has(token.name)) {
      const next = tokens[i + 1];
      if (next?.kind === 'group') kept.push(...meaningful(next.inner));
      i += 1;
    } else if (!silent.has(token.name)) kept.push(token);
  }
  return kept;
}

/** The TeX of tokens again, for messages. */
export function spell(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    switch (token.kind) {
      case 'group':
        text += `{${spell(token.inner)}}`;
        break;
      case 'mark':
        text += /[a-zA-Z]/.test(token.mark) && /\\[a-zA-Z]+$/.test(text) ? ` ${token.mark}` : token.mark;
        break;
      case 'command':
        text += token.name;
        break;
    }
  }
  return text;
}
