// Formulas in running text and in answers are held to what steps are held to, as far as a machine can read them; and articles keep their length.
import { readFileSync, readdirSync } from 'node:fs';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { checkDerivation } from '../../src/maths/check/derivation.ts';
import { remarkEqref } from '../../src/maths/eqrefSyntax.ts';
import { attribute, isElement, lineOf, type Node } from '../../src/maths/tree.ts';

const folder = 'content/articles/en';
const slugs = readdirSync(folder)
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => file.replace(/\.mdx$/, ''));
const parser = unified().use(remarkParse).use(remarkMdx).use(remarkMath).use(remarkEqref);

const tree = (slug: string): Node => {
  const text = readFileSync(`${folder}/${slug}.mdx`, 'utf8');
  return parser.parse(text.replace(/^---\n[\s\S]*?\n---\n/, (matter) => matter.replace(/[^\n]/g, ''))) as Node;
};

interface Inline {
  tex: string;
  line: number;
  answers: boolean;
}

/** The formulas of running text that state something: those with a relation in them. */
function statements(node: Node, answers = false): Inline[] {
  const tex = node.value ?? '';
  const own = node.type === 'inlineMath' && /=|\\approx|[<>]|\\l[et]\b|\\g[et]\b/.test(tex);
  const inside = answers || isElement(node, 'CheckYourself');
  return [
    ...(own ? [{ tex, line: lineOf(node), answers }] : []),
    ...(node.children ?? []).flatMap((child) => statements(child, inside)),
  ];
}

/** The checker's objection, or undefined where the formula holds. */
function objection(tex: string, given = ''): string | undefined {
  const step = { because: 'it is printed', line: 1, defines: false, formulas: [{ tex, line: 1 }] };
  const [outcome] = checkDerivation({ title: tex, given, line: 1, steps: [step] });
  return outcome?.is === 'false' ? outcome.message : undefined;
}

/** Numbers and known functions only: nothing that would have to be declared. π is the share of real samples, not the number. */
const isClosed = (tex: string) =>
  !/[A-Za-z]/.test(
    tex
      .replace(/\\(log|exp|sqrt|tanh|sigma|t?frac|cdot|approx|le|ge|lt|gt|bigl?|bigr|Bigl|Bigr|[,;!])(?![A-Za-z])/g, '')
      .replace(/e(?=\^)/g, ''),
  );

/** What the letters of an answer's formula mean, for the checker. */
const meanings: Record<string, Record<string, string>> = {
  'one-loss-two-distributions': { '\\pi = 64/256 = \\tfrac14': '\\pi = 64/256' },
  'why-the-generator-stalls': {
    '\\sigma(\\ell) = 0.01': '\\ell = \\log(0.01/0.99)',
    'e^{\\ell} = 1/99': '\\ell = \\log(0.01/0.99)',
  },
  'does-it-converge': { 'h < 4\\gamma = 0.4': 'h: (0, 0.4); \\gamma = 0.1' },
};

/** A letter that is given a value, or two densities that are equal: what an answer supposes, not what it claims. */
const isPremise = (tex: string) =>
  /^\\?[a-zA-Z]+ = -?(\d+(\.\d+)?|\\tfrac\d+)$/.test(tex) || /^\\p(\(x\))? = \\q(\(x\))?$/.test(tex);

describe.each(slugs)('%s', (slug) => {
  const all = statements(tree(slug));

  test('every formula of numbers in the text is true as printed', () => {
    const wrong = all.filter(({ tex }) => isClosed(tex)).map(({ tex, line }) => ({ line, tex, why: objection(tex) }));
    expect(wrong.filter(({ why }) => why !== undefined)).toEqual([]);
  });

  test('every formula in an answer is checked: closed, with its meaning below, or a premise', () => {
    const open = all.filter(({ tex, answers }) => answers && !isClosed(tex) && !isPremise(tex));
    const wrong = open.map(({ tex, line }) => {
      const given = meanings[slug]?.[tex];
      return { line, tex, why: given === undefined ? 'no meaning is given in this test' : objection(tex, given) };
    });
    expect(wrong.filter(({ why }) => why !== undefined)).toEqual([]);
  });

  test('900 to 1,900 words, boxes and notes included; derivations, code and folds not', () => {
    const count = words(tree(slug));
    expect(count).toBeGreaterThanOrEqual(900);
    expect(count).toBeLessThanOrEqual(1900);
  });
});

test('a false number is told, and a true one is not', () => {
  expect(objection('0.3 \\cdot 1.00499^{200} = 0.811')).toContain('is false');
  expect(objection('0.3 \\cdot 1.01^{100} \\approx 0.811')).toBeUndefined();
});

/** A formula counts as one word; the words of a box and a question stand in attributes. */
function words(node: Node): number {
  if (node.type === 'inlineMath') return 1;
  if (node.type === 'math' || node.type === 'code' || isElement(node, 'Step') || isElement(node, 'Fold')) return 0;
  const held = ['says', 'question'].map((name) => (node.name === undefined ? '' : (attribute(node, name) ?? '')));
  const own = [node.type === 'text' ? (node.value ?? '') : '', ...held].join(' ');
  const count = own.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return (node.children ?? []).reduce((sum, child) => sum + words(child), count);
}
