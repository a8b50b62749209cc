// <Derivation> and <Step> in an article: read for the checker, and given its verdict to show.
import { checkDerivation, type DerivationSource, type StepOutcome, type StepSource } from './check/derivation.ts';
import { displayOf, referenceHtml, texLine, type Numbering } from './equations.ts';
import type { Fault } from './fault.ts';
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
    const tag = node.name ?? 'component';
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
    if (display !== undefined) formulas.push({ tex: display.value ?? '', line: texLine(display) });
  });
  const optional = (name: string) => attribute(node, name);
  const [unchecked, given, constant] = [optional('unchecked'), optional('given'), optional('constant')];
  return {
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
      if ((attribute(step, 'because') ?? '') === '') {
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
export function outcomesOf(source: DerivationSource): StepOutcome[] {
  const key = JSON.stringify(source);
  const known = remembered.get(key) ?? checkDerivation(source);
  remembered.set(key, known);
  return known;
}

/** One kind of `given` in words and maths: `x -> (0,1)` becomes an arrow after a colon, `(0,1)` "in (0,1)". */
function kindHtml(names: string, kind: string): string {
  const arrow = /^(.+?)\s*->\s*(.+?)(?:,\s*law\s+(.+)|,?\s+through\s+(.+))?$/.exec(kind);
  if (arrow?.[1] !== undefined && arrow[2] !== undefined) {
    const [, from, to, law, through] = arrow;
    const map = renderProse(`$${names}\\colon ${asSet(from)} \\to ${asSet(to)}$`);
    if (law !== undefined) return `${map} ${renderProse(`with law $${law}$`)}`;
    return through === undefined ? map : `${map} ${renderProse(`with parameters $${through}$`)}`;
  }
  const over = /^(densit(?:y|ies)) over (.+)$/.exec(kind);
  if (over?.[1] !== undefined) return renderProse(`$${names}$ ${over[1]} over $${over[2] ?? ''}$`);
  const set = /^\\?\{(.*?)\\?\}$/.exec(kind);
  if (set?.[1] !== undefined) return renderProse(`$${names} \\in \\{${set[1]}\\}$`);
  if (/^[([]/.test(kind)) return renderProse(`$${names} \\in ${kind}$`);
  return renderProse(`$${names}$ ${kind}`);
}

/** `given` in the reader's words: declarations with their symbols set as maths. */
export function givenHtml(given: string): string {
  return given
    .split(';')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '')
    .map((sentence) => {
      const typed = /^([^:=]+):\s*(.+)$/.exec(sentence);
      return typed?.[1] === undefined || typed[2] === undefined
        ? renderProse(`$${sentence}$`)
        : kindHtml(typed[1].trim(), typed[2]);
    })
    .join('; ');
}

const withStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

const asSet = (name: string | undefined = '') =>
  name === 'real' ? '\\mathbb{R}' : name === 'positive' ? '(0,\\infty)' : name;

/** Writes the outcomes on the nodes: what Derivation.astro and Step.astro show. False steps become faults. */
export function showOutcomes(found: FoundDerivation, numbering: Numbering, file: string, faults: Fault[]): void {
  const outcomes = outcomesOf(found.source);
  const counts = { checked: 0, definition: 0, unchecked: 0 };
  found.steps.forEach((node, i) => {
    const [outcome, source] = [outcomes[i], found.source.steps[i]];
    if (outcome === undefined || source === undefined) return;
    const reason = source.because;
    const html = reason
      .split(/(\\eqref\{[^}]*\})/)
      .map((part) => {
        const label = /^\\eqref\{([^}]*)\}$/.exec(part)?.[1];
        const place = { file, line: source.line };
        return label === undefined ? renderProse(part, place) : referenceHtml(label, numbering, place, faults);
      })
      .join('');
    setAttribute(node, 'reason', html);
    setAttribute(node, 'number', String(i + 1));
    switch (outcome.is) {
      case 'false':
        faults.push({
          file,
          line: outcome.line,
          message: `step ${i + 1} of "${found.source.title}" ("${reason}"): ${outcome.message}`,
        });
        break;
      case 'checked':
        counts.checked += 1;
        setAttribute(node, 'verdict', 'checked');
        setAttribute(node, 'detail', renderProse(withStop(outcome.how)));
        break;
      case 'definition':
        counts.definition += 1;
        setAttribute(node, 'verdict', 'definition');
        break;
      case 'unchecked':
        counts.unchecked += 1;
        setAttribute(node, 'verdict', 'unchecked');
        setAttribute(node, 'detail', renderProse(withStop(outcome.why), { file, line: source.line }));
        break;
    }
  });
  const words = [
    counts.checked > 0 ? `${counts.checked} ${counts.checked === 1 ? 'step' : 'steps'} checked by machine` : '',
    counts.definition > 0 ? `${counts.definition} by definition` : '',
    counts.unchecked > 0 ? `${counts.unchecked} not checked` : '',
  ].filter((part) => part !== '');
  setAttribute(found.node, 'summary', words.join(', '));
  setAttribute(found.node, 'assuming', givenHtml(found.source.given));
}
