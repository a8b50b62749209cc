// The mathematics that the checker evaluates, as a tree.

export type Elementary = 'log' | 'exp' | 'sqrt' | 'abs' | 'sigma' | 'softplus' | 'tanh';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  /** Coordinate `index` of the point at which a function-valued expression is taken. */
  | { readonly kind: 'coordinate'; readonly index: number }
  /** A function named without its argument: p in KL(p‖q), or in m = ½(p+q). */
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'apply'; readonly name: string; readonly arguments: readonly Expression[] }
  /** x_i: member `index` of a declared family. */
  | { readonly kind: 'member'; readonly family: string; readonly index: Expression }
  | { readonly kind: 'sum'; readonly terms: readonly Expression[] }
  | { readonly kind: 'product'; readonly factors: readonly Expression[] }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'quotient'; readonly above: Expression; readonly below: Expression }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: Expression }
  | { readonly kind: 'elementary'; readonly name: Elementary; readonly of: Expression }
  | { readonly kind: 'choice'; readonly which: 'max' | 'min'; readonly among: readonly Expression[] }
  | {
      readonly kind: 'expectation';
      readonly over: readonly string[];
      readonly law: Expression;
      readonly body: Expression;
    }
  /** Σ_x or ∫ dx over the whole finite space of x. */
  | { readonly kind: 'total'; readonly over: string; readonly body: Expression }
  | {
      readonly kind: 'range';
      readonly operation: 'sum' | 'product';
      readonly index: string;
      readonly from: Expression;
      readonly to: Expression;
      readonly body: Expression;
    }
  | { readonly kind: 'divergence'; readonly of: Divergence; readonly laws: readonly Expression[] }
  | { readonly kind: 'derivative'; readonly by: Expression; readonly order: number; readonly body: Expression }
  | {
      readonly kind: 'extremum';
      readonly which: Extremum;
      readonly over: string;
      /** The interval for a number; undefined when `over` is a function or a declared variable. */
      readonly interval: readonly [number, number] | undefined;
      readonly body: Expression;
    }
  | { readonly kind: 'at'; readonly body: Expression; readonly variable: string; readonly value: Expression }
  /** A function-valued expression taken at a point: what remains of m(x) once m is replaced by ½(p+q). */
  | { readonly kind: 'lift'; readonly body: Expression; readonly point: readonly Expression[] };

export type Divergence = 'KL' | 'JSD' | 'TV' | 'entropy' | 'crossEntropy';
export type Extremum = 'max' | 'min' | 'argmax' | 'argmin';

/** A new node whose direct parts are changed by `change`. */
export function mapParts(node: Expression, change: (part: Expression) => Expression): Expression {
  switch (node.kind) {
    case 'number':
    case 'variable':
    case 'coordinate':
    case 'function':
      return node;
    case 'apply':
      return { ...node, arguments: node.arguments.map(change) };
    case 'member':
      return { ...node, index: change(node.index) };
    case 'sum':
      return { ...node, terms: node.terms.map(change) };
    case 'product':
      return { ...node, factors: node.factors.map(change) };
    case 'negate':
    case 'elementary':
      return { ...node, of: change(node.of) };
    case 'quotient':
      return { ...node, above: change(node.above), below: change(node.below) };
    case 'power':
      return { ...node, base: change(node.base), exponent: change(node.exponent) };
    case 'choice':
      return { ...node, among: node.among.map(change) };
    case 'expectation':
      return { ...node, law: change(node.law), body: change(node.body) };
    case 'total':
    case 'extremum':
      return { ...node, body: change(node.body) };
    case 'range':
      return { ...node, from: change(node.from), to: change(node.to), body: change(node.body) };
    case 'divergence':
      return { ...node, laws: node.laws.map(change) };
    case 'derivative':
      return { ...node, by: change(node.by), body: change(node.body) };
    case 'at':
      return { ...node, body: change(node.body), value: change(node.value) };
    case 'lift':
      return { ...node, body: change(node.body), point: node.point.map(change) };
  }
}

/** The direct parts of a node. */
export function partsOf(node: Expression): Expression[] {
  const parts: Expression[] = [];
  mapParts(node, (part) => {
    parts.push(part);
    return part;
  });
  return parts;
}

/** True when `test` holds for the node or anything below it. */
export const contains = (node: Expression, test: (node: Expression) => boolean): boolean =>
  test(node) || partsOf(node).some((part) => contains(part, test));
