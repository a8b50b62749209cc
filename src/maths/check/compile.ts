// Expressions as JavaScript functions of a world: sums are exact, derivatives are central differences, maxima are searched.
import { certain } from '../../certain.ts';
import { differentiate } from './differences.ts';
import { divergence } from './divergences.ts';
import type { Elementary, Expression } from './expression.ts';
import { contains } from './expression.ts';
import type { Language } from './language.ts';
import { search } from './search.ts';
import { lifted, replacing, setting, type Compiled } from './changedWorld.ts';
import { Unreadable } from './tokens.ts';
import { tuples, type World } from './world.ts';

/** Source of the softplus form: max(t, 0) + log(1 + e^−|t|) does not overflow. */
const elementary: Readonly<Record<Elementary, (value: number) => number>> = {
  log: Math.log,
  exp: Math.exp,
  sqrt: Math.sqrt,
  abs: Math.abs,
  tanh: Math.tanh,
  sigma: (t) => 1 / (1 + Math.exp(-t)),
  softplus: (t) => Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t))),
};

/** The names of the spaces that a law lives on. @throws Unreadable where no density is in it. */
function spacesOfLaw(law: Expression, language: Language): readonly string[] {
  let found: readonly string[] | undefined;
  contains(law, (node) => {
    if (node.kind !== 'function' && node.kind !== 'apply') return false;
    const one = language.declarations.get(node.name);
    if (one?.kind !== 'density') return false;
    found = one.over;
    return true;
  });
  if (found === undefined)
    throw new Unreadable('a law (under an expectation, or in a divergence) contains no declared density');
  return found;
}

/** The whole of `node` as a function of a world. Abbreviations must have been written out (`resolve`). */
export function compile(node: Expression, language: Language): Compiled {
  const of = (part: Expression) => compile(part, language);
  const spaceIn = (world: World, name: string) => certain(world.spaces[name], 'the space of a density');
  switch (node.kind) {
    case 'number':
      return () => node.value;
    case 'variable': {
      const { name } = node;
      return (world) => {
        const value = world.values[name];
        if (value === undefined)
          throw new Unreadable(`"${name}" is not declared: say in \`given\` what it ranges over`);
        return value;
      };
    }
    case 'coordinate':
      return (world) => {
        if (world.point === undefined) throw new Unreadable('a function stands without the point at which it is taken');
        return certain(world.point[node.index], 'a coordinate');
      };
    case 'function':
      return (world) => {
        const call = world.functions[node.name];
        if (call === undefined) throw new Unreadable(`the function "${node.name}" is not declared`);
        if (world.point === undefined)
          throw new Unreadable(`"${node.name}" is a function: say at which point, as in ${node.name}(x)`);
        return call(world.point);
      };
    case 'apply': {
      const parts = node.arguments.map(of);
      const declared = language.declarations.get(node.name);
      const takes =
        declared?.kind === 'function' ? declared.of.length : declared?.kind === 'density' ? declared.over.length : 1;
      if (parts.length !== takes) throw new Unreadable(`${node.name} takes ${takes} arguments, not ${parts.length}`);
      return (world) => {
        const call = world.functions[node.name];
        if (call === undefined) throw new Unreadable(`the function "${node.name}" is not declared`);
        return call(parts.map((part) => part(world)));
      };
    }
    case 'member': {
      const index = of(node.index);
      return (world) => world.member(node.family, index(world));
    }
    case 'sum': {
      const terms = node.terms.map(of);
      return (world) => terms.reduce((sum, term) => sum + term(world), 0);
    }
    case 'product': {
      const factors = node.factors.map(of);
      return (world) => factors.reduce((product, factor) => product * factor(world), 1);
    }
    case 'negate': {
      const part = of(node.of);
      return (world) => -part(world);
    }
    case 'quotient': {
      const [above, below] = [of(node.above), of(node.below)];
      return (world) => above(world) / below(world);
    }
    case 'power': {
      const [base, exponent] = [of(node.base), of(node.exponent)];
      return (world) => base(world) ** exponent(world);
    }
    case 'elementary': {
      const [part, apply] = [of(node.of), elementary[node.name]];
      return (world) => apply(part(world));
    }
    case 'choice': {
      const among = node.among.map(of);
      const pick = node.which === 'max' ? Math.max : Math.min;
      return (world) => pick(...among.map((one) => one(world)));
    }
    case 'expectation': {
      const [law, body] = [of(node.law), of(node.body)];
      const homes = spacesOfLaw(node.law, language);
      if (homes.length !== node.over.length)
        throw new Unreadable(`the law of ${node.over.join(', ')} is one of ${homes.join(', ')}`);
      return (world) => {
        let total = 0;
        for (const point of tuples(homes.map((home) => spaceIn(world, home)))) {
          const weight = lifted(world, point, law);
          if (weight !== 0) total += weight * setting(world, node.over, point, (inner) => lifted(inner, point, body));
        }
        return total;
      };
    }
    case 'total': {
      const body = of(node.body);
      const { over } = node;
      return (world) => {
        const space = world.spaces[over];
        if (space === undefined)
          throw new Unreadable(`the sum or integral over ${over} has no space: declare a density over ${over}`);
        return space.reduce(
          (sum, point) => sum + setting(world, [over], [point], (inner) => lifted(inner, [point], body)),
          0,
        );
      };
    }
    case 'range': {
      const [from, to, body] = [of(node.from), of(node.to), of(node.body)];
      return (world) => {
        const last = to(world);
        let result = node.operation === 'sum' ? 0 : 1;
        for (let index = from(world); index <= last; index += 1) {
          const value = setting(world, [node.index], [index], body);
          result = node.operation === 'sum' ? result + value : result * value;
        }
        return result;
      };
    }
    case 'divergence': {
      const laws = node.laws.map(of);
      const homes = certain(node.laws.map((law) => spacesOfLaw(law, language))[0], 'the law of a divergence');
      return (world) => {
        const points = tuples(homes.map((home) => spaceIn(world, home)));
        return divergence(
          node.of,
          laws.map((law) => points.map((point) => lifted(world, point, law))),
        );
      };
    }
    case 'derivative':
      return differentiate(node.by, node.order, of(node.body), of);
    case 'extremum':
      return search(node, of(node.body), language);
    case 'at': {
      const [body, value] = [of(node.body), of(node.value)];
      if (language.symbols.isFunction(node.variable)) {
        return (world) => replacing(world, node.variable, (point) => lifted(world, point, value), body);
      }
      return (world) => setting(world, [node.variable], [value(world)], body);
    }
    case 'lift': {
      const [body, point] = [of(node.body), node.point.map(of)];
      return (world) => {
        const at = point.map((part) => part(world));
        return lifted(world, at, body);
      };
    }
  }
}
