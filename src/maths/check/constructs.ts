// The forms with a meaning of their own: expectations, divergences, sums, integrals, derivatives, maxima, evaluation bars.
import { splitOutside } from './chains.ts';
import type { Divergence, Expression, Extremum } from './expression.ts';
import { argumentsAt, closing, opens, termEnd } from './extents.ts';
import { nameAt, onlyName } from './symbolNames.ts';
import { derivative } from './derivativeForm.ts';
import type { Found, Reader } from './readingContext.ts';
import { Unreadable, isCommand, isMark, spell, type Token } from './tokens.ts';

const empty: readonly Token[] = [];

const divergences: Readonly<Record<string, { readonly of: Divergence; readonly laws: number }>> = {
  '\\KL': { of: 'KL', laws: 2 },
  '\\JSD': { of: 'JSD', laws: 2 },
  '\\TV': { of: 'TV', laws: 2 },
  '\\Ent': { of: 'entropy', laws: 1 },
  '\\CE': { of: 'crossEntropy', laws: 2 },
};

const extrema: Readonly<Record<string, Extremum>> = {
  '\\argmax': 'argmax',
  '\\argmin': 'argmin',
  '\\maxover': 'max',
  '\\minover': 'min',
};

/** E over `x\sim p`, `x,y\sim p`, or `x\sim p, y\sim q` (independent). */
function expectation(under: readonly Token[], body: readonly Token[], reader: Reader): Expression {
  const pieces = splitOutside(under, (token) => isMark(token, ','));
  const draws: { over: string[]; law: readonly Token[] }[] = [];
  let waiting: string[] = [];
  for (const piece of pieces) {
    const at = piece.findIndex((token) => isCommand(token, '\\sim'));
    if (at < 0) waiting.push(onlyName(piece));
    else {
      draws.push({ over: [...waiting, onlyName(piece.slice(0, at))], law: piece.slice(at + 1) });
      waiting = [];
    }
  }
  if (waiting.length > 0 || draws.length === 0)
    throw new Unreadable(`"${spell(under)}" must say x \\sim law under the E`);
  return draws.reduceRight<Expression>(
    (inner, { over, law }) => ({ kind: 'expectation', over, law: reader.read(law), body: inner }),
    reader.read(body),
  );
}

/** ∫ … dx: from the sign to `\diff{x}` or to `dx`. */
function integral(tokens: readonly Token[], at: number, reader: Reader): Found {
  let start = at + 1;
  while (isMark(tokens[start], '_', '^')) start += 2;
  let depth = 0;
  for (let i = start; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (opens(token)) depth += 1;
    if (depth > 0 && (isMark(token, ')', ']') || isCommand(token, '\\}'))) depth -= 1;
    if (depth > 0) continue;
    const bare = isMark(token, 'd') && tokens[i + 1]?.kind !== 'group' && nameAt(tokens, i + 1) !== undefined;
    const upright = isCommand(token, '\\mathrm') && spell(tokens.slice(i + 1, i + 2)) === '{d}';
    if (!isCommand(token, '\\diff') && !bare && !upright) continue;
    const next = tokens[i + 1];
    const name =
      isCommand(token, '\\diff') && next?.kind === 'group'
        ? { name: onlyName(next.inner), end: i + 2 }
        : nameAt(tokens, upright ? i + 2 : i + 1);
    if (name === undefined) break;
    return { expression: { kind: 'total', over: name.name, body: reader.read(tokens.slice(start, i)) }, end: name.end };
  }
  throw new Unreadable(`the integral "${spell(tokens.slice(at))}" never ends: write \\diff{x}`);
}

/** Σ and Π over a space (`\sum_x`) or a range (`\sum_{i=1}^{n}`); they reach to the next + or −. */
function series(tokens: readonly Token[], at: number, operation: 'sum' | 'product', reader: Reader): Found {
  let i = at + 1;
  let below = empty;
  let above = empty;
  while (isMark(tokens[i], '_', '^')) {
    const { parts, end } = argumentsAt(tokens, i + 1, 1);
    if (isMark(tokens[i], '_')) [below] = parts;
    else [above] = parts;
    i = end;
  }
  const end = termEnd(tokens, i);
  const body = reader.read(tokens.slice(i, end));
  const equals = below.findIndex((token) => isMark(token, '='));
  if (equals >= 0) {
    const index = onlyName(below.slice(0, equals));
    const [from, to] = [reader.read(below.slice(equals + 1)), reader.read(above)];
    return { expression: { kind: 'range', operation, index, from, to, body }, end };
  }
  if (operation === 'product') throw new Unreadable('a product needs its bounds, \\prod_{i=1}^{n}');
  const member = below.findIndex((token) => isCommand(token, '\\in'));
  const names = splitOutside(member < 0 ? below : below.slice(0, member), (token) => isMark(token, ',')).map(onlyName);
  return {
    expression: names.reduceRight<Expression>((inner, over) => ({ kind: 'total', over, body: inner }), body),
    end,
  };
}

/** The end of an interval: a number, or far out for infinity. */
function bound(text: string, infinity: number): number {
  return /\\infty/.test(text) ? infinity : Number(text);
}

function extremum(which: Extremum, under: readonly Token[], body: readonly Token[], reader: Reader): Expression {
  const at = under.findIndex((token) => isCommand(token, '\\in'));
  const over = onlyName(at < 0 ? under : under.slice(0, at));
  const text = at < 0 ? '' : spell(under.slice(at + 1));
  const parts = /^[([](.+),(.+)[)\]]$/.exec(text);
  if (at >= 0 && parts === null && text !== '\\mathbb{R}') throw new Unreadable(`"${text}" is no interval`);
  const low = parts?.[1] === undefined ? -8 : bound(parts[1], -8);
  const high = parts?.[2] === undefined ? 8 : bound(parts[2], 8);
  if (!(low < high)) throw new Unreadable(`"${text}" is no interval`);
  return { kind: 'extremum', which, over, interval: at < 0 ? undefined : [low, high], body: reader.read(body) };
}

/** |…|, \lvert … \rvert, \lVert … \rVert. Along a random direction a norm is an absolute value. */
function absolute(tokens: readonly Token[], at: number, reader: Reader): Found | undefined {
  const token = tokens[at];
  const isBar = isMark(token, '|') || isCommand(token, '\\|', '\\lvert', '\\lVert', '\\vert', '\\Vert');
  if (!isBar) return undefined;
  const isEnd = (other: Token) =>
    isMark(other, '|') || isCommand(other, '\\|', '\\rvert', '\\rVert', '\\vert', '\\Vert');
  const end = tokens.findIndex((other, i) => i > at && isEnd(other));
  if (end < 0) throw new Unreadable(`a bar is never closed in "${spell(tokens)}"`);
  return { expression: { kind: 'elementary', name: 'abs', of: reader.read(tokens.slice(at + 1, end)) }, end: end + 1 };
}

/** The form that begins at `at`, or undefined where none does. */
export function constructs(tokens: readonly Token[], at: number, reader: Reader): Found | undefined {
  const token = tokens[at];
  if (token?.kind !== 'command') return absolute(tokens, at, reader);
  const { name } = token;
  const pair = () => argumentsAt(tokens, at + 1, 2);
  const divergence = divergences[name];
  if (divergence !== undefined) {
    const { parts, end } = argumentsAt(tokens, at + 1, divergence.laws);
    return { expression: { kind: 'divergence', of: divergence.of, laws: parts.map(reader.read) }, end };
  }
  const which = extrema[name];
  if (which !== undefined) {
    const { parts, end } = pair();
    return { expression: extremum(which, ...parts, reader), end };
  }
  switch (name) {
    case '\\E': {
      const { parts, end } = pair();
      return { expression: expectation(...parts, reader), end };
    }
    case '\\mathbb': {
      if (spell(tokens.slice(at + 1, at + 2)) !== '{E}' || !isMark(tokens[at + 2], '_') || !opens(tokens[at + 4]))
        return undefined;
      const close = closing(tokens, at + 4);
      const [under] = argumentsAt(tokens, at + 3, 1).parts;
      return { expression: expectation(under, tokens.slice(at + 5, close), reader), end: close + 1 };
    }
    case '\\grad': {
      const { parts, end } = pair();
      const [by, body] = [reader.read(parts[0]), reader.read(parts[1])];
      return { expression: { kind: 'derivative', by, order: 1, body }, end };
    }
    case '\\at': {
      const { parts, end } = pair();
      const [body, setting] = parts;
      const equals = setting.findIndex((one) => isMark(one, '='));
      if (equals < 0) throw new Unreadable(`\\at needs "symbol = value", not "${spell(setting)}"`);
      const variable = onlyName(setting.slice(0, equals));
      return {
        expression: { kind: 'at', body: reader.read(body), variable, value: reader.read(setting.slice(equals + 1)) },
        end,
      };
    }
    case '\\max':
    case '\\min': {
      if (!opens(tokens[at + 1]))
        throw new Unreadable(`${name} takes parentheses here; over a set it is ${name}over{t\\in(0,1)}{…}`);
      const close = closing(tokens, at + 1);
      const among = splitOutside(tokens.slice(at + 2, close), (one) => isMark(one, ',')).map(reader.read);
      return { expression: { kind: 'choice', which: name === '\\max' ? 'max' : 'min', among }, end: close + 1 };
    }
    case '\\sum':
      return series(tokens, at, 'sum', reader);
    case '\\prod':
      return series(tokens, at, 'product', reader);
    case '\\int':
      return integral(tokens, at, reader);
    case '\\frac':
    case '\\tfrac':
    case '\\dfrac':
      return derivative(tokens, at, reader);
    default:
      return absolute(tokens, at, reader);
  }
}
