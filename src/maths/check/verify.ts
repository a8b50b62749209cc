// One chain against many random worlds: it holds, or there is a counter-example, or it cannot be evaluated.
import { certain } from '../../certain.ts';
import { relationSigns, type Chain, type Relation } from './chains.ts';
import { compile } from './compile.ts';
import { describe, short } from './counterExample.ts';
import { contains, type Expression } from './expression.ts';
import { isFunctionValued, resolve, type Language } from './language.ts';
import { readExpression } from './read.ts';
import type { Compiled } from './changedWorld.ts';
import { Unreadable, spell, type Token } from './tokens.ts';
import { makeWorld, type World } from './world.ts';

/** How many random points every link of every chain must hold at. */
const trials = 120;

/** A chain read: its sides as expressions with their TeX. */
export interface Statement {
  readonly sides: readonly { readonly expression: Expression; readonly tex: string }[];
  readonly relations: readonly Relation[];
}

export interface Verdict {
  readonly holds: boolean;
  /** At how many points it was compared. */
  readonly points: number;
  /** The words for the reader (how) or the author (why not). */
  readonly message: string;
}

/** Reads the sides of a chain; a chain that goes on takes `before` as its first side. */
export function read(chain: Chain, language: Language, before: Statement | undefined): Statement {
  const side = (tokens: readonly Token[]) => ({
    expression: readExpression(tokens, language.symbols),
    tex: spell(tokens),
  });
  const [, ...rest] = chain.sides;
  if (!chain.continues) return { sides: chain.sides.map(side), relations: chain.relations };
  const last = before?.sides.at(-1);
  if (last === undefined) throw new Unreadable('it begins with a relation, but no step stands before it');
  return { sides: [last, ...rest.map(side)], relations: chain.relations };
}

/** What rounding and differencing may cost, relative to the size of both sides. */
function toleranceOf(sides: readonly Expression[]): number {
  const has = (test: (node: Expression) => boolean) => sides.some((side) => contains(side, test));
  if (has((node) => node.kind === 'extremum' && node.which.startsWith('arg'))) return 1e-5;
  if (has((node) => node.kind === 'derivative' || node.kind === 'extremum')) return 1e-6;
  return 1e-9;
}

/** Half a unit of the last printed digit: what ≈ promises. */
function printed(tex: string): number {
  const digits = /^-?\d+(?:\.(\d+))?$/.exec(tex);
  if (digits === null) throw new Unreadable(`≈ needs a number on its right, not "${tex}"`);
  // A whole number has no decimals.
  return 0.5 * 10 ** -(digits[1]?.length ?? 0);
}

function linkHolds(
  relation: Relation,
  left: number,
  right: number,
  slack: number,
  rightTex: string,
  constant: number,
): boolean {
  switch (relation) {
    case '=':
      return Math.abs(left - right) <= slack;
    case '<=':
      return left <= right + slack;
    case '>=':
      return left >= right - slack;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case 'approximately':
      return Math.abs(left - right) <= printed(rightTex) * (1 + 1e-9);
    case 'proportional':
      return Math.abs(left - constant * right) <= slack;
  }
}

/** A point for statements between functions (m = ½(p+q)): the free variable's of a space that there is. */
function anyPoint(world: World, sides: readonly Expression[], language: Language): readonly number[] | undefined {
  if (!sides.some(isFunctionValued)) return undefined;
  let names: readonly string[] | undefined;
  for (const side of sides) {
    contains(side, (node) => {
      const one = node.kind === 'function' ? language.declarations.get(node.name) : undefined;
      if (one?.kind === 'density') names ??= one.over;
      if (one?.kind === 'function') names ??= one.of;
      return names !== undefined;
    });
  }
  return (names ?? Object.keys(world.spaces).slice(0, 1)).map((name) => world.values[name] ?? 4 * world.draw() - 2);
}

/**
 * Compares all sides of a statement at `trials` seeded random points.
 * @throws Unreadable where a symbol is undeclared or a form cannot be evaluated.
 */
export function verify(statement: Statement, language: Language, seed: number, constantTex?: Expression): Verdict {
  if (statement.relations.length === 0) return { holds: true, points: 0, message: 'nothing is claimed' };
  const resolved = statement.sides.map((side) => resolve(side.expression, language));
  const sides: Compiled[] = resolved.map((side) => compile(side, language));
  const proportion = constantTex === undefined ? undefined : compile(resolve(constantTex, language), language);
  if (statement.relations.includes('proportional') && proportion === undefined) {
    throw new Unreadable('∝ needs its constant: write constant="…" on the Step, so that left = constant · right');
  }
  const tolerance = toleranceOf(resolved);
  const declarations = [...language.declarations.values()];
  let settled = 0;
  for (let trial = 0; trial < 4 * trials && settled < trials; trial += 1) {
    const world = makeWorld(declarations, seed + trial);
    world.point = anyPoint(world, resolved, language);
    const values = sides.map((side) => side(world));
    // Without ∝ there is no constant, and nothing looks at it.
    const constant = proportion?.(world) ?? 1;
    if (!values.every(Number.isFinite) || world.unsettled > 1e-7) continue;
    settled += 1;
    for (const [i, relation] of statement.relations.entries()) {
      const [left, right] = [certain(values[i], 'the left side'), certain(values[i + 1], 'the right side')];
      const slack = tolerance * Math.max(1, Math.abs(left), Math.abs(right));
      const tex = (n: number) => certain(statement.sides[n], 'a side of the statement').tex;
      const rightTex = tex(i + 1);
      if (linkHolds(relation, left, right, slack, rightTex, constant)) continue;
      const link = `${tex(i)} ${relationSigns[relation]} ${rightTex}`;
      const scaled = relation === 'proportional' ? ` (constant ${short(constant)})` : '';
      const drawn = describe(
        world,
        language,
        [resolved[i], resolved[i + 1]].filter((side) => side !== undefined),
      );
      const where = drawn === '' ? '' : ` at ${drawn}`;
      return {
        holds: false,
        points: settled,
        message: `"${link}" is false${where}: left ${short(left)}, right ${short(right)}${scaled}`,
      };
    }
  }
  if (settled < 100) {
    throw new Unreadable(
      `only ${settled} of ${4 * trials} random points give finite, settled values; 100 are needed. Narrow the domains in \`given\``,
    );
  }
  return { holds: true, points: settled, message: howChecked(resolved, settled, tolerance) };
}

/** How a step was checked, for the reader. */
function howChecked(sides: readonly Expression[], points: number, tolerance: number): string {
  const has = (...kinds: readonly Expression['kind'][]) =>
    sides.some((side) => contains(side, (node) => kinds.includes(node.kind)));
  const how = [`it holds at ${points} random points, to ${tolerance.toExponential(0)} relative`];
  if (has('expectation', 'divergence', 'total'))
    how.push('expectations, sums and integrals are exact on random finite probability spaces');
  if (has('derivative')) how.push('derivatives are central differences at two step sizes');
  if (has('extremum')) how.push('maxima and minima are searched and set against random competitors');
  return how.join('; ');
}
