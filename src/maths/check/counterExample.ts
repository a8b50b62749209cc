// A counter-example in words: the drawn values of all symbols that two sides speak of.
import { certain } from '../../certain.ts';
import { contains, type Expression } from './expression.ts';
import type { Language } from './language.ts';
import type { World } from './world.ts';

/** A number as a message shows it. */
export const short = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : String(value));

/** All symbols that the sides speak of. */
function namesIn(sides: readonly Expression[]): Set<string> {
  const names = new Set<string>();
  for (const side of sides) {
    contains(side, (node) => {
      if (node.kind === 'variable' || node.kind === 'function' || node.kind === 'apply') names.add(node.name);
      if (node.kind === 'member') names.add(node.family);
      return false;
    });
  }
  return names;
}

/** The drawn values that a counter-example shows. */
export function describe(world: World, language: Language, sides: readonly Expression[]): string {
  const parts: string[] = [];
  const names = namesIn(sides);
  for (const one of language.declarations.values()) {
    if (!names.has(one.name)) continue;
    const [variable] = one.kind === 'density' ? one.over : one.kind === 'function' ? one.of : [];
    const points = variable === undefined ? undefined : world.spaces[variable];
    const call = world.functions[one.name];
    if (one.kind === 'scalar')
      parts.push(`${one.name} = ${short(certain(world.values[one.name], 'a declared value'))}`);
    else if (
      call !== undefined &&
      points !== undefined &&
      (one.kind === 'density' ? one.over.length === 1 : one.kind === 'function' && one.of.length === 1)
    ) {
      parts.push(`${one.name} = (${points.map((point) => short(call([point]))).join(', ')})`);
    }
  }
  for (const [name, points] of Object.entries(world.spaces)) {
    if (names.has(name) && language.declarations.get(name)?.kind !== 'scalar')
      parts.push(`${name} = ${short(certain(world.values[name], 'the value of a space'))} of ${points.length} points`);
  }
  return parts.join('; ');
}
