// False versions of a true expression: signs flipped, terms, factors and minus signs dropped, p and q or D and 1−D exchanged.
import { mapParts, partsOf, type Expression } from '../../src/maths/check/expression.ts';
import type { Declaration } from '../../src/maths/check/given.ts';

export interface Mutant {
  /** What was done, for the list of survivors. */
  readonly change: string;
  readonly expression: Expression;
}

const one: Expression = { kind: 'number', value: 1 };
const negated = (of: Expression): Expression => (of.kind === 'negate' ? of.of : { kind: 'negate', of });
const complement = (of: Expression): Expression => ({ kind: 'sum', terms: [one, { kind: 'negate', of }] });

/** Everything that can be done to this node itself. */
function changesAt(node: Expression, declarations: readonly Declaration[]): Mutant[] {
  const changes: Mutant[] = [];
  const add = (change: string, expression: Expression) => changes.push({ change, expression });
  switch (node.kind) {
    case 'sum':
      node.terms.forEach((term, i) => {
        const others = node.terms.filter((_, n) => n !== i);
        add(
          `drop term ${i + 1} of ${node.terms.length}`,
          others.length === 1 && others[0] !== undefined ? others[0] : { kind: 'sum', terms: others },
        );
        add(`flip the sign of term ${i + 1}`, {
          kind: 'sum',
          terms: node.terms.map((other, n) => (n === i ? negated(term) : other)),
        });
      });
      break;
    case 'product':
      node.factors.forEach((_, i) => {
        const others = node.factors.filter((__, n) => n !== i);
        add(
          `drop factor ${i + 1} of ${node.factors.length}`,
          others.length === 1 && others[0] !== undefined ? others[0] : { kind: 'product', factors: others },
        );
      });
      break;
    case 'negate':
      add('drop a minus sign', node.of);
      break;
    case 'quotient':
      add('drop a denominator', node.above);
      add('turn a fraction over', { kind: 'quotient', above: node.below, below: node.above });
      break;
    case 'number':
      add(`${node.value} becomes ${node.value + 1}`, { kind: 'number', value: node.value + 1 });
      break;
    case 'elementary':
      add(`flip the sign inside ${node.name}`, { ...node, of: negated(node.of) });
      break;
    case 'divergence':
      if (node.of === 'KL' || node.of === 'crossEntropy')
        add('exchange the two laws', { ...node, laws: [...node.laws].reverse() });
      break;
    case 'apply':
    case 'function': {
      const declared = declarations.find((other) => other.name === node.name);
      if (declared?.kind === 'density') {
        const rival = declarations.find(
          (other) => other.kind === 'density' && other.name !== node.name && other.over.join() === declared.over.join(),
        );
        if (rival !== undefined) add(`${node.name} becomes ${rival.name}`, { ...node, name: rival.name });
      }
      const isProbability =
        declared?.kind === 'function' &&
        declared.range.kind === 'interval' &&
        declared.range.low === 0 &&
        declared.range.high === 1;
      if (isProbability || node.name === 'sigma') add(`${node.name} becomes 1 − ${node.name}`, complement(node));
      break;
    }
    case 'variable':
    case 'coordinate':
    case 'member':
    case 'power':
    case 'choice':
    case 'expectation':
    case 'total':
    case 'range':
    case 'derivative':
    case 'extremum':
    case 'at':
    case 'lift':
      break;
  }
  return changes;
}

/** All expressions that differ from `node` by one such change, anywhere in it. */
export function mutantsOf(node: Expression, declarations: readonly Declaration[]): Mutant[] {
  const here = changesAt(node, declarations);
  // What a derivative is by is no claim, so it is left alone.
  const parts = partsOf(node);
  const below = parts.flatMap((part, i) =>
    node.kind === 'derivative' && i === 0
      ? []
      : mutantsOf(part, declarations).map(({ change, expression }): Mutant => {
          let n = -1;
          return {
            change,
            expression: mapParts(node, (other) => {
              n += 1;
              return n === i ? expression : other;
            }),
          };
        }),
  );
  return [...here, ...below];
}
