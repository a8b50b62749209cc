// Mathematics in Markdown: the plugins and the integration that the build needs. Nothing of them reaches the reader but one script.
//
// For authors, in short (docs in the macros' own file, src/maths/macros.ts):
//   $…$ and $$ blocks            formulas, set by KaTeX at build time
//   \label{eq:name}              inside a display formula; \eqref{eq:name} in the text
//   <Derivation title given>     with <Step because …> around display formulas; each is checked at random points
//   <Cite key loc />, <References />, <Term name>…</Term>
import { fileURLToPath } from 'node:url';
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import type { AstroIntegration } from 'astro';
import remarkMath from 'remark-math';
import { loadBibliography, type Source } from './bibliography.ts';
import { showCitations, showTerms } from './citations.ts';
import { findDerivations, showOutcomes } from './derivations.ts';
import { dollarFaults } from './dollars.ts';
import { remarkEqref } from './eqrefSyntax.ts';
import {
  displayOf,
  equationElement,
  inlineElement,
  numberEquations,
  referenceHtml,
  referenceLabel,
  unusedLabels,
  type Numbering,
} from './equations.ts';
import { attempt, refuse, type Fault } from './fault.ts';
import { loadGlossary, type Entry } from './glossary.ts';
import { isElement, lineOf, rawHtml, walk, type Node } from './tree.ts';

/** What the articles draw on; given in tests, read from content/ otherwise. */
export interface Sources {
  readonly bibliography?: ReadonlyMap<string, Source>;
  readonly glossary?: ReadonlyMap<string, Entry>;
}

/** A file in the Markdown pipeline. */
interface File {
  readonly path?: string;
  readonly value: unknown;
}

/** Replaces nodes below `node`; what `change` leaves undefined is searched on. */
function replace(node: Node, change: (child: Node) => Node | undefined): void {
  // A leaf, such as a comment, has no children and must not get any.
  if (node.children === undefined) return;
  node.children = node.children.map((child) => {
    const changed = change(child);
    if (changed === undefined) replace(child, change);
    return changed ?? child;
  });
}

/** All nodes in elements of this name. */
function within(tree: Node, name: string): Set<Node> {
  const inside = new Set<Node>();
  walk(tree, (node) => {
    if (isElement(node, name)) walk(node, (inner) => inside.add(inner));
  });
  return inside;
}

/** Sets all formulas of a file, checks its derivations, resolves its references and citations. @throws AuthorError with all faults. */
export function mathematics(tree: Node, text: string, file: string, given: Sources = {}): void {
  const faults: Fault[] = dollarFaults(tree, text, file);
  const derivations = findDerivations(tree, text, file, faults);
  const numbered = within(tree, 'Derivation');
  // An answer is folded away: unlabelled equations in it would leave gaps in the numbers that the reader sees.
  for (const inner of within(tree, 'CheckYourself')) numbered.delete(inner);

  const displays: { node: Node; display: Node; numbered: boolean }[] = [];
  walk(tree, (node) => {
    const display = displayOf(node, text);
    if (display !== undefined) displays.push({ node, display, numbered: numbered.has(node) });
  });
  const numbering: Numbering = { equations: numberEquations(displays, file, faults), uses: new Map() };

  replace(tree, (node) => {
    const label = displayOf(node, text) === undefined ? referenceLabel(node) : undefined;
    if (label === undefined) return undefined;
    return rawHtml(referenceHtml(label, numbering, { file, line: lineOf(node) }, faults), false);
  });
  for (const derivation of derivations) showOutcomes(derivation, numbering, file, faults);

  const byNode = new Map(numbering.equations.map((equation) => [equation.node, equation]));
  replace(tree, (node) => {
    const equation = byNode.get(node);
    if (equation !== undefined) return equationElement(equation, numbering, file, faults);
    return node.type === 'inlineMath' ? inlineElement(node, file, faults) : undefined;
  });
  faults.push(...unusedLabels(numbering, file));

  const has = (...names: readonly string[]) => {
    let found = false;
    walk(tree, (node) => {
      found ||= names.some((name) => isElement(node, name));
    });
    return found;
  };
  if (has('Cite', 'References')) {
    const bibliography = given.bibliography ?? attempt(loadBibliography, faults);
    if (bibliography !== undefined) showCitations(tree, bibliography, file, faults);
  }
  if (has('Term')) {
    const glossary = given.glossary ?? attempt(loadGlossary, faults);
    if (glossary !== undefined) showTerms(tree, glossary, file, faults);
  }
  refuse(faults);
}

/** The remark plugin around `mathematics`. */
function remarkMathematics(given: Sources = {}): (tree: Node, file: File) => void {
  return (tree, file) => {
    mathematics(tree, String(file.value), file.path ?? 'formula', given);
  };
}

// Our tree is the part of mdast that this folder touches; unified's types ask for all of it.
export const remarkPlugins: RemarkPlugins = [remarkMath, remarkEqref, remarkMathematics as RemarkPlugins[number]];
export const rehypePlugins: RehypePlugins = [];

/** Styles on every page, and the script that copies TeX. */
export function maths(): AstroIntegration {
  return {
    name: 'maths',
    hooks: {
      'astro:config:setup': ({ injectScript, config }) => {
        const folder = fileURLToPath(new URL('./src/maths/', config.root));
        injectScript('page-ssr', `import ${JSON.stringify(`${folder}maths.css`)};`);
        injectScript('page', `import ${JSON.stringify(`${folder}page.ts`)};`);
      },
    },
  };
}
