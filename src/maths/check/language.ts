// What a derivation's symbols mean: the declarations in force, and abbreviations written out.
import { certain } from '../../certain.ts';
import { mapParts, partsOf, type Elementary, type Expression } from './expression.ts';
import type { Declaration } from './given.ts';
import { readExpression } from './read.ts';
import type { Symbols } from './readingContext.ts';
import { Unreadable } from './tokens.ts';

/** Functions that need no declaration. A declaration of the same name wins: σ may be a standard deviation. */
const builtIn: Readonly<Record<string, Elementary>> = { sigma: 'sigma', softplus: 'softplus', tanh: 'tanh' };

interface Definition {
  readonly parameters: readonly string[];
  readonly body: Expression;
}

export interface Language {
  readonly symbols: Symbols;
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** True when an expression names a function without its argument, so that it is itself a function: ½(p+q). */
export function isFunctionValued(node: Expression): boolean {
  switch (node.kind) {
    case 'function':
    case 'coordinate':
      return true;
    case 'divergence':
    case 'apply':
    case 'lift':
      return false;
    case 'expectation':
      return isFunctionValued(node.body);
    default:
      return partsOf(node).some(isFunctionValued);
  }
}

/** `language` with more declarations; a new one replaces an older one of the same name. */
export function extend(language: Language, more: readonly Declaration[]): Language {
  const declarations = new Map(language.declarations);
  const definitions = new Map(language.definitions);
  const symbols: Symbols = {
    isDeclared: (name) => declarations.has(name),
    isFamily: (name) => declarations.get(name)?.kind === 'family',
    isFunction: (name) => {
      const one = declarations.get(name);
      if (one === undefined) return Object.hasOwn(builtIn, name);
      if (one.kind === 'scalar' || one.kind === 'family') return false;
      const defined = definitions.get(name);
      if (one.kind !== 'abbreviation' || defined === undefined) return true;
      return defined.parameters.length > 0 || isFunctionValued(defined.body);
    },
  };
  for (const one of more) {
    if (one.kind === 'abbreviation') {
      const body = readExpression(one.body, symbols);
      definitions.set(one.name, { parameters: one.parameters, body });
    } else definitions.delete(one.name);
    declarations.set(one.name, one);
    if (one.kind === 'map') declarations.set(one.law, { kind: 'density', name: one.law, over: [one.to] });
  }
  return { symbols, declarations, definitions };
}

const nothing: Language = {
  symbols: { isDeclared: () => false, isFamily: () => false, isFunction: () => false },
  declarations: new Map(),
  definitions: new Map(),
};

export const languageOf = (declarations: readonly Declaration[]): Language => extend(nothing, declarations);

/** Names that the node binds itself: x under an expectation, i under a sum. */
function binds(node: Expression): readonly string[] {
  switch (node.kind) {
    case 'expectation':
      return node.over;
    case 'total':
    case 'extremum':
      return [node.over];
    case 'range':
      return [node.index];
    case 'at':
      return [node.variable];
    default:
      return [];
  }
}

const gather = (node: Expression, pick: (node: Expression) => readonly string[]): string[] => [
  ...pick(node),
  ...partsOf(node).flatMap((part) => gather(part, pick)),
];

/** A definition's body with its parameters replaced by what they are called with. */
function substitute(body: Expression, meanings: ReadonlyMap<string, Expression>): Expression {
  const inside = (node: Expression): Expression => {
    if (node.kind === 'variable' || node.kind === 'function') return meanings.get(node.name) ?? node;
    const changed = mapParts(node, inside);
    if (changed.kind !== 'apply') return changed;
    const meaning = meanings.get(changed.name);
    if (meaning === undefined) return changed;
    return meaning.kind === 'function'
      ? { ...changed, name: meaning.name }
      : { kind: 'lift', body: meaning, point: changed.arguments };
  };
  return inside(body);
}

/** Writes out every abbreviation. @throws Unreadable for undeclared names, wrong numbers of arguments, and circles. */
export function resolve(node: Expression, language: Language, open: readonly string[] = []): Expression {
  const called = (name: string, given: readonly Expression[] | undefined): Expression | undefined => {
    const definition = language.definitions.get(name);
    if (definition === undefined) return undefined;
    if (open.includes(name)) throw new Unreadable(`${name} is defined by itself`);
    const { parameters, body } = definition;
    const inner = (expression: Expression) => resolve(expression, language, [...open, name]);
    const point = given?.map((part) => resolve(part, language, open));
    if (parameters.length === 0) return point === undefined ? inner(body) : { kind: 'lift', body: inner(body), point };
    const values = point ?? parameters.map((_, index): Expression => ({ kind: 'coordinate', index }));
    if (values.length !== parameters.length) {
      throw new Unreadable(`${name} takes ${parameters.length} arguments, not ${values.length}`);
    }
    const written = inner(body);
    const free = new Set(
      values.flatMap((value) => gather(value, (one) => (one.kind === 'variable' ? [one.name] : []))),
    );
    const caught = gather(written, binds).find((bound) => free.has(bound));
    if (caught !== undefined) throw new Unreadable(`${name} uses ${caught} inside: give its argument another name`);
    return substitute(written, new Map(parameters.map((name, i) => [name, certain(values[i], 'an argument')])));
  };
  switch (node.kind) {
    case 'variable':
      return called(node.name, undefined) ?? node;
    case 'function':
      return called(node.name, undefined) ?? node;
    case 'apply': {
      const written = called(node.name, node.arguments);
      if (written !== undefined) return written;
      const known = language.declarations.has(node.name) ? undefined : builtIn[node.name];
      const [only] = node.arguments;
      if (known !== undefined && only !== undefined)
        return { kind: 'elementary', name: known, of: resolve(only, language, open) };
      return mapParts(node, (part) => resolve(part, language, open));
    }
    default:
      return mapParts(node, (part) => resolve(part, language, open));
  }
}
