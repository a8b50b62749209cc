// How far things reach in a row of tokens: a bracket, a factor, a term.
import { depthChange } from './chains.ts';
import { nameAt } from './symbolNames.ts';
import { Unreadable, isCommand, isMark, spell, type Token } from './tokens.ts';

/** The index of the bracket that closes the one at `open`. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token !== undefined) depth += depthChange(token);
    if (depth === 0) return i;
  }
  throw new Unreadable(`a bracket is never closed in "${spell(tokens.slice(open))}"`);
}

export const opens = (token: Token | undefined): boolean => token !== undefined && depthChange(token) === 1;

/** The end of the term that begins at `from`: the next + or − outside brackets, a leading sign apart. */
export function termEnd(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    depth += depthChange(token);
    if (depth < 0) return i;
    if (depth === 0 && isMark(token, '+', '-', ',') && i > from && !isCommand(tokens[i - 1], '\\cdot', '\\times'))
      return i;
  }
  return tokens.length;
}

/** Tokens that a command takes as brace arguments. */
const braces: Readonly<Record<string, number>> = {
  '\\frac': 2,
  '\\tfrac': 2,
  '\\dfrac': 2,
  '\\sqrt': 1,
  '\\E': 2,
  '\\KL': 2,
  '\\JSD': 2,
  '\\TV': 2,
  '\\Ent': 1,
  '\\CE': 2,
  '\\grad': 2,
  '\\at': 2,
  '\\argmax': 2,
  '\\argmin': 2,
  '\\maxover': 2,
  '\\minover': 2,
};

type Tokens = readonly Token[];

interface Taken<Parts> {
  readonly parts: Parts;
  readonly end: number;
}

/** The `count` arguments that follow position `at`, and where the text goes on. */
export function argumentsAt(tokens: Tokens, at: number, count: 1): Taken<[Tokens]>;
export function argumentsAt(tokens: Tokens, at: number, count: 2): Taken<[Tokens, Tokens]>;
export function argumentsAt(tokens: Tokens, at: number, count: number): Taken<Tokens[]>;
export function argumentsAt(tokens: Tokens, at: number, count: number): Taken<Tokens[]> {
  const parts: Tokens[] = [];
  for (let n = 0; n < count; n += 1) {
    const token = tokens[at + n];
    if (token === undefined) throw new Unreadable(`"${spell(tokens)}" ends where an argument in braces should stand`);
    parts.push(token.kind === 'group' ? token.inner : [token]);
  }
  return { parts, end: at + count };
}

/** True when a factor (a symbol, number, bracket, fraction …) begins here. */
export function beginsFactor(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (token.kind === 'group' || opens(token)) return true;
  if (token.kind === 'mark') return /[0-9a-zA-Z]/.test(token.mark);
  return token.name in braces || nameAt(tokens, i) !== undefined;
}

/** The end of the one factor at `from`, its arguments included, powers not. */
export function factorEnd(tokens: readonly Token[], from: number, isFunction: (name: string) => boolean): number {
  const token = tokens[from];
  if (token === undefined) throw new Unreadable('an argument is missing at the end');
  if (token.kind === 'group') return from + 1;
  if (opens(token)) return closing(tokens, from) + 1;
  const taken = token.kind === 'command' ? braces[token.name] : undefined;
  if (taken !== undefined) return from + 1 + taken;
  const name = nameAt(tokens, from);
  if (name !== undefined) {
    return isFunction(name.name) && isMark(tokens[name.end], '(') ? closing(tokens, name.end) + 1 : name.end;
  }
  if (token.kind === 'mark' && /[0-9]/.test(token.mark)) return numberAt(tokens, from).end;
  throw new Unreadable(`cannot read what follows in "${spell(tokens.slice(from))}"`);
}

/** The number that begins at `from`. */
export function numberAt(tokens: readonly Token[], from: number): { value: number; end: number } {
  let text = '';
  let end = from;
  for (;;) {
    const token = tokens[end];
    if (token?.kind !== 'mark') break;
    const follows = tokens[end + 1];
    const isDigit = /[0-9]/.test(token.mark);
    const isPoint = token.mark === '.' && follows?.kind === 'mark' && /[0-9]/.test(follows.mark);
    if (!isDigit && !isPoint) break;
    text += token.mark;
    end += 1;
  }
  return { value: Number(text), end };
}
