// Derivatives as they are written: \frac{d}{dt} f, \frac{d^2}{dt^2} f, \frac{\partial f}{\partial D(x)}.
import { argumentsAt, closing, opens, termEnd } from './extents.ts';
import type { Found, Reader } from './readingContext.ts';
import { isCommand, isMark, spell, type Token } from './tokens.ts';

/** `d`, `\partial` or `\mathrm{d}` at the start: how many tokens it takes, with the order of `d^2`. */
function differential(tokens: readonly Token[]): { length: number; order: number } | undefined {
  const upright = isCommand(tokens[0], '\\mathrm') && spell(tokens.slice(1, 2)) === '{d}';
  if (!upright && !isMark(tokens[0], 'd') && !isCommand(tokens[0], '\\partial')) return undefined;
  const length = upright ? 2 : 1;
  if (!isMark(tokens[length], '^')) return { length, order: 1 };
  const order = Number(spell(tokens.slice(length + 1, length + 2)).replace(/[{}]/g, ''));
  return Number.isInteger(order) && order > 0 ? { length: length + 2, order } : undefined;
}

/** \frac{d}{dt} f, \frac{d^2}{dt^2} f, \frac{\partial f}{\partial D(x)}; undefined for a plain fraction. */
export function derivative(tokens: readonly Token[], at: number, reader: Reader): Found | undefined {
  const { parts, end: after } = argumentsAt(tokens, at + 1, 2);
  const [above, below] = parts;
  const [numerator, denominator] = [differential(above), differential(below)];
  if (numerator === undefined || denominator === undefined || below.length === denominator.length) return undefined;
  const by = below.slice(denominator.length);
  const raised = by.findIndex((token, i) => isMark(token, '^') && !isCommand(by[i + 1], '\\star'));
  const variable = reader.read(numerator.order > 1 && raised >= 0 ? by.slice(0, raised) : by);
  let body = above.slice(numerator.length);
  let end = after;
  if (body.length === 0) {
    end = opens(tokens[after]) ? closing(tokens, after) + 1 : termEnd(tokens, after);
    body = tokens.slice(after, end);
  }
  return { expression: { kind: 'derivative', by: variable, order: numerator.order, body: reader.read(body) }, end };
}
