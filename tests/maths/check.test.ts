// The checker says yes to true steps and no, with a counter-example, to false ones.
import { describe, expect, test } from 'vitest';
import { checkDerivation, type StepOutcome, type StepSource } from '../../src/maths/check/derivation.ts';

const tex = String.raw;
const symbols = tex`\ell: real; a, b: positive; t: (0,1); y: {0,1}; \p, \q: densities over x; \pz: density over z; D: x -> (0,1); f: x -> real; n: {1,2,3}; x_i: real`;

function outcomesOf(given: string, ...formulas: (string | Partial<StepSource>)[]): StepOutcome[] {
  const steps = formulas.map((formula, i): StepSource => {
    const extra = typeof formula === 'string' ? { formulas: [{ tex: formula, line: 10 + i }] } : formula;
    return { because: 'tried', line: 10 + i, formulas: [], ...extra };
  });
  return checkDerivation({ title: 'tried', given, line: 5, steps });
}

const one = (formula: string | Partial<StepSource>, given = symbols): StepOutcome => {
  const [outcome] = outcomesOf(given, formula);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
};

const messageOf = (outcome: StepOutcome) => (outcome.is === 'false' ? outcome.message : '');

describe('true steps are checked', () => {
  test.each([
    ['a derivative by a symbol', tex`\frac{d}{d\ell} \log\bigl(1-\sigma(\ell)\bigr) = -\sigma(\ell)`],
    ['a second derivative', tex`\frac{\partial^2}{\partial t^2}\left[a\log t\right] = -\frac{a}{t^2} < 0`],
    ['a derivative ends with its term', tex`\frac{d}{d\ell}\ell^2 + 1 = 2\ell + 1`],
    ['a derivative with its body above', tex`\frac{\partial \ell^3}{\partial \ell} = 3\ell^2`],
    [
      'a derivative by the value of a function',
      tex`\frac{\partial}{\partial D(x)}\left[\p(x)\log D(x)\right] = \frac{\p(x)}{D(x)}`,
    ],
    ['a derivative at a point', tex`\at{\frac{d}{dt}\bigl[a\log t + b\log(1-t)\bigr]}{t=\frac{a}{a+b}} = 0`],
    ['a prime', tex`\sigma'(\ell) = \sigma(\ell)\,(1-\sigma(\ell))`],
    ['linearity', tex`\E{x\sim\p}{a f(x) + b} = a\,\E{x\sim\p}{f(x)} + b`],
    ['plain LaTeX expectations', tex`\mathbb{E}_{x\sim \p}\left[f(x)\right] = \int \p(x) f(x)\,dx = \sum_x \p(x) f(x)`],
    ['independent draws', tex`\E{x\sim\p, z\sim\pz}{f(x)\,z} = \E{x\sim\p}{f(x)}\;\E{z\sim\pz}{z}`],
    ['the same space under two names', tex`\E{x\sim\p, v\sim\q}{f(x) - f(v)} = \E{x\sim\p}{f(x)} - \E{x\sim\q}{f(x)}`],
    ['cross-entropy', tex`\CE{\p}{\q} = \Ent{\p} + \KL{\p}{\q} \ge \Ent{\p}`],
    ['bounds of the JSD', tex`\tfrac12 \TV{\p}{\q}^2 \le \JSD{\p}{\q} \le \TV{\p}{\q}\log 2`],
    ['an arg max', tex`\argmax{t\in(0,1)}{a\log t + b\log(1-t)} = \frac{a}{a+b}`],
    ['a minimum', tex`\minover{t\in(-5,5)}{(t-a)^2 + b} = b`],
    ['a finite sum', tex`\sum_{i=1}^{n} (x_i - a) = \sum_{i=1}^{n} x_i - n a`],
    ['a number to its printed digits', tex`2\log 2 \approx 1.386294`],
    ['an absolute value', tex`|\ell|^2 = \ell^2`],
    ['rows that go on', tex`\begin{aligned} (a+b)^2 &= a^2 + 2ab \\ &\quad + b^2 \\ &\ge 4ab \end{aligned}`],
  ])('%s', (_, formula) => {
    expect(one(formula), messageOf(one(formula))).toMatchObject({ is: 'checked' });
  });

  test('the law of the unconscious statistician: q is the law of G(z)', () => {
    const given = tex`\p: density over x; \pz: density over z; G: z -> x, law \q; f: x -> real`;
    expect(one(tex`\E{x\sim\q}{f(x)} = \E{z\sim\pz}{f(G(z))}`, given)).toMatchObject({ is: 'checked' });
    expect(one(tex`\E{x\sim\p}{f(x)} = \E{z\sim\pz}{f(G(z))}`, given)).toMatchObject({ is: 'false' });
  });

  test('a gradient through a parameter', () => {
    const given = tex`\theta: real; z: real; G_\theta: z -> real, through \theta; h: real -> real`;
    const chain = tex`\grad{\theta}{h(G_\theta(z))} = h'(G_\theta(z))\,\grad{\theta}{G_\theta(z)}`;
    expect(one(chain, given)).toMatchObject({ is: 'checked' });
  });

  test('proportionality needs its constant, and is checked with it', () => {
    const formula = [{ tex: tex`2\ell \propto \ell`, line: 10 }];
    expect(messageOf(one({ formulas: formula }))).toContain('∝ needs its constant');
    expect(one({ formulas: formula, constant: '2' })).toMatchObject({ is: 'checked' });
    expect(one({ formulas: formula, constant: '3' })).toMatchObject({ is: 'false' });
  });

  test('definitions are taken and used; a chain goes on from the step before', () => {
    const outcomes = outcomesOf(
      symbols,
      { formulas: [{ tex: tex`V(D) = \E{x\sim\p}{\log D(x)}`, line: 10 }], defines: true },
      tex`V(D) = \sum_x \p(x)\log D(x)`,
      tex`\le 0`,
      { formulas: [{ tex: tex`V(\q) = -\CE{\p}{\p}`, line: 13 }], given: tex`\q = \p` },
    );
    expect(outcomes.map(({ is }) => is)).toEqual(['definition', 'checked', 'checked', 'checked']);
  });

  test('the same derivation meets the same worlds', () => {
    expect(one(tex`\ell = a`)).toEqual(one(tex`\ell = a`));
  });
});

describe('false steps are refused', () => {
  test.each([
    ['a lost sign', tex`\frac{d}{d\ell}\log\bigl(1-\sigma(\ell)\bigr) = \sigma(\ell)`],
    ['a lost ½', tex`\JSD{\p}{\q} = \KL{\p}{\tfrac12(\p+\q)} + \KL{\q}{\tfrac12(\p+\q)}`],
    ['exchanged laws', tex`\KL{\p}{\q} = \KL{\q}{\p}`],
    ['the wrong maximum', tex`\argmax{t\in(0,1)}{a\log t + b\log(1-t)} = \frac{b}{a+b}`],
    ['a false bound', tex`\KL{\p}{\q} \le \JSD{\p}{\q}`],
    ['a rounded digit', tex`\log 2 \approx 0.6932`],
    ['a later link', tex`a + a = 2a = a^2`],
    ['a small slip', tex`a = 1.00001 a`],
  ])('%s', (_, formula) => {
    expect(one(formula)).toMatchObject({ is: 'false' });
  });

  test('with the step, the values, both sides', () => {
    const message = messageOf(one(tex`a + b = a - b`));
    expect(message).toMatch(/^"a\+b = a-b" is false at a = [\d.]+; b = [\d.]+: left [\d.]+, right -?[\d.]+$/);
    expect(messageOf(one(tex`\KL{\p}{\q} = 0`))).toMatch(
      /is false at p = \([\d., ]+\); q = \([\d., ]+\): left [\d.]+, right 0$/,
    );
  });
});

describe('what cannot be checked is said, not passed over', () => {
  test.each([
    ['an undeclared symbol', tex`c = c + 0`, '"c" is not declared'],
    ['an ambiguous logarithm', tex`\log D(x)\,\p(x) = 0`, 'is ambiguous'],
    ['a limit', tex`\lim_{a\to 0} a = 0`, tex`cannot read "\lim"`],
    ['a formula that claims nothing', tex`a + b`, 'states nothing'],
    ['an approximation of a symbol', tex`a \approx b`, '≈ needs a number'],
    ['a function without its argument', tex`D + \KL{\p}{\q} = V(D)`, 'is not declared'],
    ['nowhere finite', tex`\log(-a) = \log(-a)`, 'random points give finite, settled values'],
    ['an unclosed brace', tex`\frac{a}{b = 1`, 'an opening brace has no closing one'],
    ['a range without a space', tex`\sum_w w = 0`, 'has no space'],
  ])('%s', (_, formula, expected) => {
    expect(messageOf(one(formula))).toContain(expected);
    expect(messageOf(one(formula))).toContain('unchecked="why"');
  });

  test.each([
    [
      'a map from a space without a density',
      tex`\q: density over x; G: z -> x, law r`,
      'the map G needs a density over z',
    ],
    [
      'a parameter that is not declared',
      tex`z: real; G: z -> real, through \theta`,
      'G goes through theta, which is not declared',
    ],
  ])('%s', (_, given, expected) => {
    expect(messageOf(one(tex`G(z) = G(z) + 0`, given))).toContain(expected);
  });

  test('a definition cannot change what a symbol means', () => {
    const again = { formulas: [{ tex: tex`D(x) = \tfrac12`, line: 10 }], defines: true };
    expect(messageOf(one(again))).toContain('D means something already');
  });

  test('a step without an equation', () => {
    expect(messageOf(one({}))).toContain('holds no display equation');
  });

  test.each([
    ['a: nonsense', '"nonsense" is no domain'],
    ['a', 'declares nothing'],
    ['a: real; a: positive', 'declared twice'],
    ['a: (2,1)', 'is no domain'],
  ])('given="%s"', (given, expected) => {
    expect(messageOf(one('1 = 1', given))).toContain(expected);
  });
});
