// The one place that talks to the computer algebra system: sums, products, fractions and powers of named slots.
import { ComputeEngine } from '@cortex-js/compute-engine';
import type { Expression } from './expression.ts';
import { Unreadable } from './tokens.ts';

let engine: ComputeEngine | undefined;

/** What was parsed already: the same shapes come again and again. */
const parsed = new Map<string, unknown>();

/** A slot's TeX: letters only, so that the parser takes it for one symbol. */
export function slotTex(index: number): string {
  const digits = String(index).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
  return `\\operatorname{slot${digits}}`;
}

function slotIndex(symbol: string): number | undefined {
  const letters = /^slot([a-j]+)$/.exec(symbol)?.[1];
  if (letters === undefined) return undefined;
  return Number(letters.replace(/[a-j]/g, (letter) => String('abcdefghij'.indexOf(letter))));
}

/** MathJSON as an expression, its slots filled. */
function fill(json: unknown, slots: readonly Expression[], source: string): Expression {
  const unreadable = (what: string) => new Unreadable(`cannot read "${source}": ${what}`);
  if (typeof json === 'number') return { kind: 'number', value: json };
  if (typeof json === 'object' && json !== null && 'num' in json) return { kind: 'number', value: Number(json.num) };
  if (typeof json === 'string') {
    const index = slotIndex(json);
    const slot = index === undefined ? undefined : slots[index];
    if (slot === undefined) throw unreadable(`unknown symbol ${json}`);
    return slot;
  }
  if (!Array.isArray(json)) throw unreadable('it is empty or not a formula');
  const list: readonly unknown[] = json;
  const [head, ...rest] = list;
  const parts = () => rest.map((part) => fill(part, slots, source));
  const two = (): readonly [Expression, Expression] => {
    const [first, second] = parts();
    if (first === undefined || second === undefined) throw unreadable(`${String(head)} lacks a part`);
    return [first, second];
  };
  const one = (): Expression => {
    const [only, more] = parts();
    if (only === undefined || more !== undefined)
      throw unreadable('parentheses hold more than one thing; is a function undeclared?');
    return only;
  };
  switch (head) {
    case 'Add':
      return { kind: 'sum', terms: parts() };
    case 'Subtract': {
      const [first, second] = two();
      return { kind: 'sum', terms: [first, { kind: 'negate', of: second }] };
    }
    case 'Multiply':
    case 'InvisibleOperator':
      return { kind: 'product', factors: parts() };
    case 'Negate':
      return { kind: 'negate', of: one() };
    case 'Divide':
    case 'Rational': {
      const [above, below] = two();
      return { kind: 'quotient', above, below };
    }
    case 'Power': {
      const [base, exponent] = two();
      return { kind: 'power', base, exponent };
    }
    case 'Square':
      return { kind: 'power', base: one(), exponent: { kind: 'number', value: 2 } };
    case 'Sqrt':
      return { kind: 'elementary', name: 'sqrt', of: one() };
    case 'Delimiter':
    case 'Sequence':
      return one();
    default:
      throw unreadable(`${String(head)} is not among the forms that can be checked`);
  }
}

/** Parses arithmetic over slots. @throws Unreadable where the parser finds an error or an unknown form. */
export function parseSkeleton(tex: string, slots: readonly Expression[], source: string): Expression {
  engine ??= new ComputeEngine();
  const json: unknown = parsed.get(tex) ?? engine.parse(tex, { form: 'raw' }).json;
  parsed.set(tex, json);
  return fill(json, slots, source);
}
