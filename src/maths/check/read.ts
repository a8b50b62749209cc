// Tokens to an expression: what has a meaning of its own becomes a slot, and the arithmetic between goes to the parser.
import type { Elementary, Expression } from './expression.ts';
import { argumentsAt, beginsFactor, closing, factorEnd, numberAt, opens } from './extents.ts';
import { splitOutside } from './chains.ts';
import { nameAt } from './symbolNames.ts';
import { constructs } from './constructs.ts';
import type { Reader, Symbols } from './readingContext.ts';
import { parseSkeleton, slotTex } from './algebraSystem.ts';
import { Unreadable, isCommand, isMark, spell, type Token } from './tokens.ts';

const operators: Readonly<Record<string, string>> = { '\\cdot': '\\cdot ', '\\times': '\\cdot ' };

const elementary: Readonly<Record<string, Elementary>> = {
  '\\log': 'log',
  '\\ln': 'log',
  '\\exp': 'exp',
  '\\tanh': 'tanh',
};

/** e and π, where nobody declared them otherwise. */
const constants: Readonly<Record<string, number>> = { e: Math.E, pi: Math.PI };

/** Reads one side of a chain. @throws Unreadable, with what cannot be read. */
export function readExpression(tokens: readonly Token[], symbols: Symbols): Expression {
  const slots: Expression[] = [];
  const slot = (expression: Expression): string => {
    slots.push(expression);
    return slotTex(slots.length - 1);
  };
  const reader: Reader = { read: (part) => readExpression(part, symbols), symbols };

  const symbol = (all: readonly Token[], i: number): { tex: string; end: number } | undefined => {
    const found = nameAt(all, i);
    if (found === undefined) return undefined;
    const { name, base, subscript } = found;
    if (subscript !== undefined && symbols.isFamily(base)) {
      return { tex: slot({ kind: 'member', family: base, index: reader.read(subscript) }), end: found.end };
    }
    const applied = isMark(all[found.end], '(');
    const stem = name.replace(/_prime$/, '');
    const isDerivative = stem !== name && !symbols.isDeclared(name) && symbols.isFunction(stem) && applied;
    if (!isDerivative && !symbols.isFunction(name)) {
      const constant = symbols.isDeclared(name) ? undefined : constants[name];
      const meaning: Expression =
        constant === undefined ? { kind: 'variable', name } : { kind: 'number', value: constant };
      return { tex: slot(meaning), end: found.end };
    }
    if (!applied) return { tex: slot({ kind: 'function', name }), end: found.end };
    const end = closing(all, found.end);
    const inner = splitOutside(all.slice(found.end + 1, end), (token) => isMark(token, ',', ';')).map(reader.read);
    const [only] = inner;
    if (isDerivative && only !== undefined) {
      const dummy = `${stem}_argument`;
      const body: Expression = { kind: 'apply', name: stem, arguments: [{ kind: 'variable', name: dummy }] };
      const derivative: Expression = { kind: 'derivative', by: { kind: 'variable', name: dummy }, order: 1, body };
      return { tex: slot({ kind: 'at', body: derivative, variable: dummy, value: only }), end: end + 1 };
    }
    return { tex: slot({ kind: 'apply', name, arguments: inner }), end: end + 1 };
  };

  const logarithm = (all: readonly Token[], i: number, name: Elementary): { tex: string; end: number } => {
    let start = i + 1;
    let power = '';
    if (isMark(all[start], '^')) {
      const exponent = all[start + 1];
      power = `^{${write(exponent?.kind === 'group' ? exponent.inner : all.slice(start + 1, start + 2))}}`;
      start += 2;
    }
    if (isMark(all[start], '_')) throw new Unreadable('logarithms here are natural: drop the base');
    let end = factorEnd(all, start, symbols.isFunction);
    const bracketed = opens(all[start]);
    if (isMark(all[end], '^')) {
      if (bracketed)
        throw new Unreadable(
          `"${spell(all.slice(i, end + 2))}" is ambiguous: put the power inside, or parentheses around`,
        );
      end += 2;
    }
    if (isMark(all[end], '/') || beginsFactor(all, end)) {
      const hint = `it may or may not belong under "${spell(all.slice(i, i + 1))}": add parentheses or \\cdot`;
      throw new Unreadable(`"${spell(all.slice(i, end + 1))}" is ambiguous: ${hint}`);
    }
    return { tex: slot({ kind: 'elementary', name, of: reader.read(all.slice(start, end)) }) + power, end };
  };

  const write = (all: readonly Token[]): string => {
    let tex = '';
    let i = 0;
    while (i < all.length) {
      const token = all[i];
      if (token === undefined) break;
      const construct = token.kind === 'command' || token.kind === 'mark' ? constructs(all, i, reader) : undefined;
      if (construct !== undefined) {
        tex += slot(construct.expression);
        i = construct.end;
        continue;
      }
      if (token.kind === 'group') {
        tex += `\\left(${write(token.inner)}\\right)`;
        i += 1;
        continue;
      }
      if (opens(token)) {
        const end = closing(all, i);
        tex += `\\left(${write(all.slice(i + 1, end))}\\right)`;
        i = end + 1;
        continue;
      }
      if (isMark(token, '^')) {
        const { parts, end } = argumentsAt(all, i + 1, 1);
        tex += `^{${parts.map(write).join('')}}`;
        i = end;
        continue;
      }
      if (isMark(token, '+', '-', '/')) {
        tex += spell([token]);
        i += 1;
        continue;
      }
      if (token.kind === 'mark' && /[0-9]/.test(token.mark)) {
        const { value, end } = numberAt(all, i);
        tex += slot({ kind: 'number', value });
        i = end;
        continue;
      }
      if (token.kind === 'command') {
        const operator = operators[token.name];
        if (operator !== undefined) {
          tex += operator;
          i += 1;
          continue;
        }
        if (isCommand(token, '\\frac', '\\tfrac', '\\dfrac')) {
          const { parts, end } = argumentsAt(all, i + 1, 2);
          tex += `\\frac${parts.map((part) => `{${write(part)}}`).join('')}`;
          i = end;
          continue;
        }
        if (isCommand(token, '\\sqrt')) {
          const { parts, end } = argumentsAt(all, i + 1, 1);
          tex += slot({ kind: 'elementary', name: 'sqrt', of: reader.read(parts[0]) });
          i = end;
          continue;
        }
        const name = elementary[token.name];
        if (name !== undefined) {
          const found = logarithm(all, i, name);
          tex += found.tex;
          i = found.end;
          continue;
        }
      }
      const found = symbol(all, i);
      if (found === undefined) throw new Unreadable(`cannot read "${spell([token])}" in "${spell(all)}"`);
      tex += found.tex;
      i = found.end;
    }
    return tex;
  };

  if (tokens.length === 0) throw new Unreadable('an argument is empty');
  return parseSkeleton(write(tokens), slots, spell(tokens));
}
