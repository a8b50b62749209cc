// The formulas of one article: set by KaTeX, numbered, labelled, and linked with the text that refers to them.
import { certain } from '../certain.ts';
import { AuthorError, type Fault } from './fault.ts';
import { renderTex } from './render.ts';
import { mention, mentionsOf, type Mentions } from './mentions.ts';
import { referenceType } from './eqrefSyntax.ts';
import { element, lineOf, rawHtml, sourceOf, type Node } from './tree.ts';

/** A display formula before it is set. */
export interface Equation {
  readonly node: Node;
  readonly tex: string;
  readonly line: number;
  readonly label: string | undefined;
  /** Set for labelled equations and for all in a derivation of the text; in an answer that is folded away, for labelled ones alone. */
  readonly number: number | undefined;
  readonly id: string | undefined;
}

/** All equations of a file by label, and how often each was referred to so far. */
export interface Numbering {
  readonly equations: readonly Equation[];
  readonly uses: Mentions;
}

const labels = /\\label\s*\{([^}]*)\}/g;
const allowed = /^eq:[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** True for display maths: a `$$` block, or a paragraph that is one `$$…$$`. */
export function displayOf(node: Node, source: string): Node | undefined {
  if (node.type === 'math') return node;
  const [only, more] = node.children ?? [];
  if (node.type !== 'paragraph' || only?.type !== 'inlineMath' || more !== undefined) return undefined;
  return sourceOf(only, source).startsWith('$$') ? only : undefined;
}

/** What stands between the dollars of a formula, or in the braces of a reference. */
export const texOf = (formula: Node): string => certain(formula.value, 'the text of a formula');

/** The line at which a display formula's TeX begins: after the fence of a block. */
export const texLine = (display: Node): number => lineOf(display) + (display.type === 'math' ? 1 : 0);

/** The TeX without its label. */
const unlabelled = (tex: string): string => tex.replace(labels, '').trimEnd();

/** Numbers the displays in order; `numbered` says which have a number without a label. */
export function numberEquations(
  displays: readonly { readonly node: Node; readonly display: Node; readonly numbered: boolean }[],
  file: string,
  faults: Fault[],
): Equation[] {
  const seen = new Map<string, number>();
  let count = 0;
  return displays.map(({ node, display, numbered }) => {
    const tex = texOf(display);
    const line = texLine(display);
    const found = [...tex.matchAll(labels)];
    const lineAt = (index: number) => line + tex.slice(0, index).split('\n').length - 1;
    const [first, second] = found;
    const label = first?.[1];
    if (second !== undefined) {
      const hint = 'Give each labelled formula its own $$ block.';
      faults.push({ file, line: lineAt(second.index), message: 'one display formula has two labels', hint });
    }
    if (first !== undefined && label !== undefined) {
      const at = lineAt(first.index);
      const earlier = seen.get(label);
      if (!allowed.test(label)) {
        faults.push({
          file,
          line: at,
          message: `\\label{${label}} is not a label`,
          hint: 'A label is eq: and lower-case words joined by hyphens, as eq:optimal-d.',
        });
      } else if (earlier !== undefined) {
        faults.push({
          file,
          line: at,
          message: `\\label{${label}} is used twice; it already labels the equation in line ${earlier}`,
        });
      } else seen.set(label, at);
    }
    if (label === undefined && !numbered) return { node, tex, line, label, number: undefined, id: undefined };
    count += 1;
    return { node, tex, line, label, number: count, id: label === undefined ? `eq-${count}` : label.replace(':', '-') };
  });
}

/** HTML of a reference to `label`: a link with its number and a preview; a fault where there is no such label. */
export function referenceHtml(
  label: string,
  numbering: Numbering,
  place: { file: string; line: number },
  faults: Fault[],
): string {
  const target = numbering.equations.find((one) => one.label === label);
  if (target?.id === undefined) {
    const known = [...new Set(numbering.equations.flatMap((one) => (one.label === undefined ? [] : [one.label])))];
    const hint = known.length === 0 ? 'No equation of this article has a label.' : `Known: ${known.join(', ')}.`;
    faults.push({ ...place, message: `\\eqref{${label}} names no label of this article`, hint });
    return '';
  }
  const use = mention(numbering.uses, label);
  const html = setOr(unlabelled(target.tex), { file: place.file, line: target.line }, []);
  const preview = `<span class="preview" aria-hidden="true" data-pagefind-ignore>${html}</span>`;
  const name = `equation ${target.number}`;
  return `<span class="eqref"><a href="#${target.id}" id="ref-${target.id}-${use}" aria-label="${name}">(${target.number})</a>${preview}</span>`;
}

/** KaTeX's HTML, or '' with the fault noted. */
function setOr(tex: string, place: { file: string; line: number }, faults: Fault[], display = true): string {
  try {
    return renderTex(tex, { display, place });
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    faults.push(...error.faults);
    return '';
  }
}

/** A display formula as an element: a box that scrolls by itself, its number, and the way back to the text. */
export function equationElement(equation: Equation, numbering: Numbering, file: string, faults: Fault[]): Node {
  const { id, number, label } = equation;
  const html = setOr(unlabelled(equation.tex), { file, line: equation.line }, faults);
  const name = number === undefined ? 'Formula' : `Equation ${number}`;
  const box = element(
    'div',
    { class: 'equation-scroll', role: 'group', tabindex: '0', 'aria-label': name },
    [rawHtml(html, true)],
    true,
  );
  if (id === undefined) return element('div', { class: 'equation' }, [box], true);
  const uses = label === undefined ? 0 : mentionsOf(numbering.uses, label);
  const back = Array.from({ length: uses }, (_, i) => {
    const mark = uses === 1 ? '↑' : `↑${i + 1}`;
    return `<a class="equation-back" href="#ref-${id}-${i + 1}" aria-label="Back to mention ${i + 1} of equation ${number}">${mark}</a>`;
  }).join('');
  const tag = rawHtml(
    `<span class="equation-number">${back}<a href="#${id}" aria-label="Link to equation ${number}">(${number})</a></span>`,
    true,
  );
  return element('div', { class: 'equation numbered', id }, [box, tag], true);
}

/** The label of `\eqref` in text or alone in inline maths; undefined for any other node. */
export function referenceLabel(node: Node): string | undefined {
  if (node.type === referenceType) return texOf(node);
  if (node.type !== 'inlineMath') return undefined;
  return /^\s*\\eqref\{([^}]*)\}\s*$/.exec(texOf(node))?.[1];
}

/** Inline maths as HTML in a line of text. */
export const inlineElement = (node: Node, file: string, faults: Fault[]): Node =>
  rawHtml(setOr(texOf(node), { file, line: lineOf(node) }, faults, false), false);

/** A fault for every label that nothing refers to. */
export function unusedLabels(numbering: Numbering, file: string): Fault[] {
  const first = new Map([...numbering.equations].reverse().map((one) => [one.label, one]));
  return [...first.values()].reverse().flatMap((one) =>
    one.label === undefined || mentionsOf(numbering.uses, one.label) > 0
      ? []
      : [
          {
            file,
            line: one.line,
            message: `\\label{${one.label}} is never referred to`,
            hint: `Write \\eqref{${one.label}} in the text, or remove the label.`,
          },
        ],
  );
}
