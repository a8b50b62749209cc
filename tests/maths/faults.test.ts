// Every mistake an author can make in the mathematics stops the build with the file, the line and the right words.
import { describe, expect, test } from 'vitest';
import { compileArticle, complaintOf } from './readArticle.ts';

const tex = String.raw;
const file = 'content/articles/en/tried.mdx';

const complaint = (text: string) => complaintOf(text, file);

describe('formulas', () => {
  test('a KaTeX error in a display formula: the line inside the formula', async () => {
    expect(await complaint('text\n\n$$\na = b\n  + \\foo{c}\n$$\n')).toMatch(
      /^content\/articles\/en\/tried\.mdx:5: KaTeX cannot set this formula: Undefined control sequence: \\foo/,
    );
  });

  test('a KaTeX error in a line of text, after front matter of blank lines', async () => {
    expect(await complaint('\n\n\ntext $\\frac{a}$ text\n')).toMatch(
      /^content\/articles\/en\/tried\.mdx:4: KaTeX cannot set/,
    );
  });

  test('a KaTeX error in the reason of a step', async () => {
    const text =
      '<Derivation title="t" given="a: real">\n<Step because="by $\\foo$">\n\n$$\na = a\n$$\n\n</Step>\n</Derivation>\n';
    expect(await complaint(text)).toMatch(/^content\/articles\/en\/tried\.mdx:2: KaTeX cannot set/);
  });

  test('all faults of a file are told at once, in order', async () => {
    const message = await complaint('$\\foo$\n\n\\eqref{eq:none}\n\n$\\bar$\n');
    expect(
      message
        .split('\n')
        .filter((row) => row.startsWith(file))
        .map((row) => row.slice(0, file.length + 2)),
    ).toEqual([`${file}:1`, `${file}:3`, `${file}:5`]);
  });
});

describe('labels', () => {
  test('unknown', async () => {
    const message = await complaint('see \\eqref{eq:there} and\n\\eqref{eq:nowhere}\n\n$$\na \\label{eq:there}\n$$\n');
    expect(message).toBe(`${file}:2: \\eqref{eq:nowhere} names no label of this article\n    Known: eq:there.`);
  });

  test('duplicate', async () => {
    const message = await complaint('\\eqref{eq:a}\n\n$$\na \\label{eq:a}\n$$\n\n$$\nb\n\\label{eq:a}\n$$\n');
    expect(message).toBe(`${file}:9: \\label{eq:a} is used twice; it already labels the equation in line 4`);
  });

  test('unused', async () => {
    expect(await complaint('$$\na \\label{eq:a}\n$$\n')).toContain(`${file}:2: \\label{eq:a} is never referred to`);
  });

  test('malformed, and two in one formula', async () => {
    expect(await complaint('$$\na \\label{a b}\n$$\n')).toContain(`${file}:2: \\label{a b} is not a label`);
    expect(await complaint('$$\na \\label{eq:a}\nb \\label{eq:b}\n$$\n\n\\eqref{eq:a}\n')).toContain(
      `${file}:3: one display formula has two labels`,
    );
  });

  test('numbers count labelled equations and all in derivations; links lead both ways', async () => {
    const step =
      '<Derivation title="t" given="a: real">\n<Step because="r">\n\n$$\na = a\n$$\n\n</Step>\n</Derivation>\n';
    const code = await compileArticle(`${step}\n$$\nx\n$$\n\n$$\ny \\label{eq:y}\n$$\n\nby \\eqref{eq:y}\n`, file);
    expect(code).toContain('(1)');
    expect(code).toContain('id: "eq-y"');
    expect(code).toMatch(/href=\\"#eq-y\\" id=\\"ref-eq-y-1\\" aria-label=\\"equation 2\\">\(2\)/);
    expect(code).toContain('href=\\"#ref-eq-y-1\\"');
    expect(code).not.toContain('(3)');
  });
});

describe('derivations', () => {
  const derivation = (step: string, attributes = 'title="Slopes" given="\\ell: real"') =>
    `<Derivation ${attributes}>\n<Step ${step}>\n\n$$\n\\sigma(\\ell)\n= \\sigma(-\\ell)\n$$\n\n</Step>\n</Derivation>\n`;

  test('a false step: file, line, step, reason, counter-example', async () => {
    expect(await complaint(derivation('because="by symmetry"'))).toMatch(
      /^content\/articles\/en\/tried\.mdx:5: step 1 of "Slopes" \("by symmetry"\): "\\sigma\(\\ell\) = \\sigma\(-\\ell\)" is false at ell = -?[\d.]+: left [\d.]+, right [\d.]+$/,
    );
  });

  test('a single-line $$…$$ is a display formula too', async () => {
    const text =
      '<Derivation title="t" given="a: real">\n<Step because="r">\n\n$$ a = a + 1 $$\n\n</Step>\n</Derivation>\n';
    expect(await complaint(text)).toContain(`${file}:4: step 1 of "t" ("r"): "a = a+1" is false`);
  });

  test('unchecked needs a reason; with one it passes and is shown', async () => {
    expect(await complaint(derivation('because="r" unchecked=""'))).toContain(
      `${file}:2: unchecked on <Step> gives no reason`,
    );
    expect(await compileArticle(derivation('because="r" unchecked="only for $\\ell = 0$"'), file)).toContain(
      'verdict: "unchecked"',
    );
  });

  test('a step without a reason, an unknown attribute, a computed one', async () => {
    expect(await complaint(derivation(''))).toContain(`${file}:2: <Step> has no reason`);
    expect(await complaint(derivation('because="r" reson="x"'))).toContain(`${file}:2: <Step> has no attribute reson`);
    expect(await complaint(derivation('because={"r"}'))).toContain(`${file}:2: because={…} on <Step> cannot be read`);
    expect(await complaint(derivation('because="r"', 'given="\\ell: real"'))).toContain(
      `${file}:1: <Derivation> has no title`,
    );
  });

  test('an undeclared symbol, and a declaration that cannot be read', async () => {
    expect(await complaint(derivation('because="r"', 'title="t" given=""'))).toContain('"ell" is not declared');
    expect(await complaint(derivation('because="r"', 'title="t" given="\\ell: reel"'))).toContain(
      `${file}:1: step 1 of "t" ("r"): given="…": "reel" is no domain`,
    );
  });

  test('declarations that cannot be read are one fault, however many steps there are, beside all others', async () => {
    const step = '<Step because="r">\n\n$$\na = a\n$$\n\n</Step>\n';
    const text = `<Derivation title="t" given="a: reel; \\\\foo: real">\n${step}${step}</Derivation>\n\n\\\\eqref{eq:none}\n`;
    const rows = (await complaint(text.replaceAll('\\\\', '\\'))).split('\n').filter((row) => row.startsWith(file));
    expect(rows).toEqual([
      expect.stringContaining(`${file}:1: step 1 of "t" ("r"): given="…": "reel" is no domain`),
      expect.stringContaining(`${file}:1: KaTeX cannot set this formula: Undefined control sequence: \\foo`),
      expect.stringContaining(`${file}:18: \\eqref{eq:none} names no label`),
    ]);
  });
});

test('a copied formula is plain LaTeX: our macros written out', async () => {
  const code = await compileArticle(tex`$\E{x\sim\p}{\log D(x)}$` + '\n', file);
  expect(code).toContain(String.raw`\\mathbb{E}_{x\\sim p}\\!\\left[\\log D(x)\\right]</annotation>`);
});
