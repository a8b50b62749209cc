// <Derivation> and <Step> in an article: read for the checker, and given its verdict to show.
import { certain } from '../certain.ts';
import { checkDerivation, type DerivationSource, type StepOutcome, type StepSource } from './check/derivation.ts';
import { displayOf, referenceHtml, texLine, texOf, type Numbering } from './equations.ts';
import { attempt, type Fault } from './fault.ts';
import { givenHtml } from './givenHtml.ts';
import { renderProse } from './render.ts';
import { attribute, isElement, lineOf, setAttribute, walk, type Node } from './tree.ts';

/** A derivation as found in a file: the source for the checker and the nodes to write the verdict on. */
export interface FoundDerivation {
  readonly node: Node;
  readonly steps: readonly Node[];
  readonly source: DerivationSource;
}

const stepAttributes = new Set(['because', 'given', 'defines', 'unchecked', 'constant']);
const derivationAttributes = new Set(['title', 'given']);

/** Faults of attributes that are unknown or not plain strings. */
function attributeFaults(node: Node, known: ReadonlySet<string>, file: string): Fault[] {
  return (node.attributes ?? []).flatMap((one): Fault[] => {
    const tag = certain(node.name, 'the name of a component');
    const hint = `<${tag}> takes ${[...known].join(', ')}, each in plain quotes.`;
    if (!known.has(one.name))
      return [{ file, line: lineOf(node), message: `<${tag}> has no attribute ${one.name}`, hint }];
    if (typeof one.value === 'object' && one.value !== null) {
      return [{ file, line: lineOf(node), message: `${one.name}={…} on <${tag}> cannot be read at build time`, hint }];
    }
    return [];
  });
}

function stepSource(node: Node, text: string): StepSource {
  const formulas: { tex: string; line: number }[] = [];
  walk(node, (inner) => {
    const display = displayOf(inner, text);
    if (display !== undefined) formulas.push({ tex: texOf(display), line: texLine(display) });
  });
  const optional = (name: string) => attribute(node, name);
  const [unchecked, given, constant] = [optional('unchecked'), optional('given'), optional('constant')];
  return {
    // Where it is missing, that is told as a fault of its own.
    because: attribute(node, 'because') ?? '',
    line: lineOf(node),
    formulas,
    defines: attribute(node, 'defines') !== undefined,
    ...(unchecked === undefined ? {} : { unchecked }),
    ...(given === undefined ? {} : { given }),
    ...(constant === undefined ? {} : { constant }),
  };
}

/** All derivations of a file; faults for what is missing around the equations. */
export function findDerivations(tree: Node, text: string, file: string, faults: Fault[]): FoundDerivation[] {
  const found: FoundDerivation[] = [];
  const owned = new Set<Node>();
  walk(tree, (node) => {
    if (isElement(node, 'Step') && !owned.has(node)) {
      const hint = 'Allowed: <Step because="…"> between <Derivation …> and </Derivation>.';
      faults.push({
        file,
        line: lineOf(node),
        message: 'found <Step> outside of a <Derivation>: nothing checks it',
        hint,
      });
    }
    if (!isElement(node, 'Derivation')) return;
    if (owned.has(node)) {
      const hint = 'Allowed: one <Derivation> after the other.';
      faults.push({ file, line: lineOf(node), message: 'found <Derivation> within a <Derivation>', hint });
      return;
    }
    walk(node, (inner) => owned.add(inner));
    const steps: Node[] = [];
    walk(node, (inner) => {
      if (isElement(inner, 'Step')) steps.push(inner);
    });
    faults.push(...attributeFaults(node, derivationAttributes, file));
    const title = attribute(node, 'title') ?? '';
    if (title === '') faults.push({ file, line: lineOf(node), message: '<Derivation> has no title="…"' });
    if (steps.length === 0) faults.push({ file, line: lineOf(node), message: '<Derivation> holds no <Step>' });
    for (const step of steps) {
      faults.push(...attributeFaults(step, stepAttributes, file));
      if (['', undefined].includes(attribute(step, 'because'))) {
        faults.push({
          file,
          line: lineOf(step),
          message: '<Step> has no reason',
          hint: 'Write because="by linearity", say.',
        });
      }
      if (attribute(step, 'unchecked') === '') {
        faults.push({
          file,
          line: lineOf(step),
          message: 'unchecked on <Step> gives no reason',
          hint: 'Write unchecked="a limit: …": the page prints it.',
        });
      }
    }
    const source = {
      title,
      // A derivation of numbers alone declares nothing.
      given: attribute(node, 'given') ?? '',
      line: lineOf(node),
      steps: steps.map((step) => stepSource(step, text)),
    };
    found.push({ node, steps, source });
  });
  return found;
}

const remembered = new Map<string, StepOutcome[]>();

/** The checker's outcomes; an unchanged derivation is not checked again while the author edits elsewhere. */
function outcomesOf(source: DerivationSource): StepOutcome[] {
  const key = JSON.stringify(source);
  const known = remembered.get(key) ?? checkDerivation(source);
  remembered.set(key, known);
  return known;
}

const withStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Writes the outcomes on the nodes: what Derivation.astro and Step.astro show. False steps become faults. */
export function showOutcomes(found: FoundDerivation, numbering: Numbering, file: string, faults: Fault[]): void {
  const outcomes = outcomesOf(found.source);
  const counts = { checked: 0, definition: 0, unchecked: 0 };
  const set = (text: string, line: number) => attempt(() => renderProse(text, { file, line }), faults) ?? '';
  const told = new Set<string>();
  found.steps.forEach((node, i) => {
    const [outcome, source] = [certain(outcomes[i], 'the outcome of a step'), certain(found.source.steps[i], 'a step')];
    const reason = source.because;
    const html = reason
      .split(/(\\eqref\{[^}]*\})/)
      .map((part) => {
        const label = /^\\eqref\{([^}]*)\}$/.exec(part)?.[1];
        const place = { file, line: source.line };
        return label === undefined ? set(part, source.line) : referenceHtml(label, numbering, place, faults);
      })
      .join('');
    setAttribute(node, 'reason', html);
    setAttribute(node, 'number', String(i + 1));
    switch (outcome.is) {
      case 'false':
        // Declarations that cannot be read make every step false, but are one mistake.
        if (told.has(outcome.message) && outcome.line === found.source.line) break;
        told.add(outcome.message);
        faults.push({
          file,
          line: outcome.line,
          message: `step ${i + 1} of "${found.source.title}" ("${reason}"): ${outcome.message}`,
        });
        break;
      case 'checked':
        counts.checked += 1;
        setAttribute(node, 'verdict', 'checked');
        setAttribute(node, 'detail', set(withStop(outcome.how), source.line));
        break;
      case 'definition':
        counts.definition += 1;
        setAttribute(node, 'verdict', 'definition');
        break;
      case 'unchecked':
        counts.unchecked += 1;
        setAttribute(node, 'verdict', 'unchecked');
        setAttribute(node, 'detail', set(withStop(outcome.why), source.line));
        break;
    }
  });
  const words = [
    counts.checked > 0 ? `${counts.checked} ${counts.checked === 1 ? 'step' : 'steps'} checked by machine` : '',
    counts.definition > 0 ? `${counts.definition} by definition` : '',
    counts.unchecked > 0 ? `${counts.unchecked} not checked` : '',
  ].filter((part) => part !== '');
  setAttribute(found.node, 'summary', words.join(', '));
  const { given, line } = found.source;
  setAttribute(found.node, 'assuming', attempt(() => givenHtml(given, { file, line }), faults) ?? '');
}
