// A displayed formula as chains: sides joined by relations, over lines and columns as the reader sees them.
import { Unreadable, isCommand, isMark, spell, type Token } from './tokens.ts';

export type Relation = '=' | '<=' | '>=' | '<' | '>' | 'proportional' | 'approximately';

/** sides[0] relations[0] sides[1] …; `continues` when the first side is the last side of the chain before. */
export interface Chain {
  readonly sides: readonly (readonly Token[])[];
  readonly relations: readonly Relation[];
  readonly continues: boolean;
}

const relationOf: Readonly<Record<string, Relation>> = {
  '=': '=',
  '\\equiv': '=',
  '\\coloneqq': '=',
  '\\le': '<=',
  '\\leq': '<=',
  '\\leqslant': '<=',
  '\\ge': '>=',
  '\\geq': '>=',
  '\\geqslant': '>=',
  '<': '<',
  '\\lt': '<',
  '>': '>',
  '\\gt': '>',
  '\\propto': 'proportional',
  '\\approx': 'approximately',
};

/** The relations as a message shows them. */
export const relationSigns: Readonly<Record<Relation, string>> = {
  '=': '=',
  '<=': '≤',
  '>=': '≥',
  '<': '<',
  '>': '>',
  proportional: '∝',
  approximately: '≈',
};

function relationAt(token: Token | undefined): Relation | undefined {
  if (token === undefined || token.kind === 'group') return undefined;
  return relationOf[token.kind === 'mark' ? token.mark : token.name];
}

/** How far the brackets stand open after this token. */
export function depthChange(token: Token): number {
  if (isMark(token, '(', '[') || isCommand(token, '\\{', '\\lbrace')) return 1;
  if (isMark(token, ')', ']') || isCommand(token, '\\}', '\\rbrace')) return -1;
  return 0;
}

/** Splits at tokens for which `cuts` holds, outside all brackets. */
export function splitOutside(
  tokens: readonly Token[],
  cuts: (token: Token, next: Token | undefined) => boolean,
): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  tokens.forEach((token, i) => {
    depth += depthChange(token);
    if (depth === 0 && cuts(token, tokens[i + 1])) parts.push([]);
    else parts.at(-1)?.push(token);
  });
  return parts;
}

/** Lines of `aligned` and its kin joined where they go on, cut where a new statement begins. */
function statements(tokens: readonly Token[]): Token[][] {
  const flat: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined || isMark(token, '&')) continue;
    if (isCommand(token, '\\begin', '\\end')) {
      const name = spell(tokens.slice(i + 1, i + 2));
      if (!/^\{(?:aligned|align\*?|gathered|split|gather\*?)\}$/.test(name)) {
        throw new Unreadable(`the environment ${name} cannot be checked (aligned, split and gathered can)`);
      }
      i += 1;
    } else flat.push(token);
  }
  const lines = splitOutside(flat, (token) => isCommand(token, '\\\\', '\\newline'));
  const joined: Token[][] = [];
  const isGap = (token: Token | undefined) => isCommand(token, '\\quad', '\\qquad');
  for (const spaced of lines) {
    const line = spaced.slice(spaced.findIndex((token) => !isGap(token)));
    if (line.length === 0 || isGap(line[0])) continue;
    const first = line[0];
    const last = joined.at(-1)?.at(-1);
    const goesOn =
      relationAt(first) !== undefined ||
      isMark(first, '+', '-') ||
      isMark(last, '+', '-') ||
      isCommand(first, '\\cdot', '\\times');
    const before = joined.at(-1);
    if (goesOn && before !== undefined) before.push(...line);
    else joined.push([...line]);
  }
  return joined.flatMap((line) => splitOutside(line, isGap));
}

/** Without the comma or full stop that ends a sentence. */
function withoutStop(tokens: readonly Token[]): readonly Token[] {
  return isMark(tokens.at(-1), '.', ',', ';') ? tokens.slice(0, -1) : tokens;
}

/** The chains of one display formula, in order. @throws Unreadable for a formula that states nothing. */
export function chainsOf(tokens: readonly Token[]): Chain[] {
  const chains: Chain[] = [];
  for (const statement of statements(tokens)) {
    const cleaned = withoutStop(statement);
    if (cleaned.length === 0) continue;
    const relations: Relation[] = [];
    const sides = splitOutside(cleaned, (token) => {
      const relation = relationAt(token);
      if (relation !== undefined) relations.push(relation);
      return relation !== undefined;
    });
    if (relations.length === 0) throw new Unreadable(`"${spell(cleaned)}" states nothing: no =, ≤, ≥, ∝ or ≈ in it`);
    const continues = sides[0]?.length === 0;
    const empty = sides.findIndex((side, i) => side.length === 0 && !(i === 0 && continues));
    if (empty >= 0) throw new Unreadable(`a side of "${spell(cleaned)}" is empty`);
    chains.push({ sides, relations, continues });
  }
  if (chains.length === 0) throw new Unreadable('the formula is empty');
  return chains;
}
