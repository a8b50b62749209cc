// Derivations in the answers of <CheckYourself> are checked like those of the text, and leave no gap in the numbers of its equations.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileArticle, complaintOf } from './readArticle.ts';

const file = 'tests/maths/fixtures/answers.mdx';
const text = readFileSync(file, 'utf8');

test('the steps of an answer are checked and say so', async () => {
  const code = await compileArticle(text, file);
  expect(code).toContain('summary: "2 steps checked by machine"');
  expect(code.match(/verdict: "checked"/g)).toHaveLength(3);
});

test('a false step in an answer stops the build, with its line and a counter-example', async () => {
  const wrong = text.replace(String.raw`(1-\sigma(\ell))`, String.raw`(1+\sigma(\ell))`);
  expect(wrong).not.toBe(text);
  expect(await complaintOf(wrong, file)).toMatch(
    /^tests\/maths\/fixtures\/answers\.mdx:21: step 1 of "The slope of the sigmoid" \("differentiate"\): .* is false at/,
  );
});

test('in an answer only labelled equations have numbers: those that a reader sees have no gap', async () => {
  const code = await compileArticle(text, file);
  const numbers = [...code.matchAll(/"aria-label": "(Equation \d|Formula)"/g)].map((match) => match[1]);
  expect(numbers).toEqual(['Equation 1', 'Formula', 'Equation 2', 'Equation 3']);
});

test('a step outside of a derivation, and a derivation within another, would not be checked: they are refused', async () => {
  const step = '<Step because="r">\n\n$$\na = a\n$$\n\n</Step>\n';
  expect(await complaintOf(`text\n\n${step}`, file)).toContain(
    `${file}:3: found <Step> outside of a <Derivation>: nothing checks it\n    Allowed: <Step because="…"> between`,
  );
  const inner = `<Derivation title="inner" given="a: real">\n${step}</Derivation>\n`;
  expect(await complaintOf(`<Derivation title="outer" given="a: real">\n${inner}</Derivation>\n`, file)).toContain(
    `${file}:2: found <Derivation> within a <Derivation>\n    Allowed: one <Derivation> after the other.`,
  );
});
