// Slips with dollar signs and braces, which Markdown and MDX would read as something else.
import { expect, test } from 'vitest';
import { matter, tellEach, told, top } from './told.ts';

tellEach(
  [
    {
      slip: 'money between dollar signs',
      text: 'It costs $5 and $6 today.',
      found: 'found the formula "$5 and $", with a space inside its dollars: is it money?',
      allowed: 'Allowed: \\$ for a dollar sign in text; a formula as $x$',
    },
    {
      slip: 'money at the start of a line',
      text: 'Text.\n\n$10 and then $20',
      line: 2,
      found: 'found the formula "$10 and then $"',
      allowed: 'Allowed: \\$ for a dollar sign',
    },
    {
      slip: 'money with a digit behind the second sign',
      text: 'from ($5,$6)',
      found: 'found the formula "$5,$", with a digit behind it',
      allowed: 'Allowed: \\$ for a dollar sign',
    },
    {
      slip: 'prose between two formulas that lost a dollar',
      text: 'if $a and b$ are positive',
      found: 'found the formula "$a and b$", with the word "and" in it',
      allowed: 'Words in a formula stand in \\text{…}.',
    },
    {
      slip: 'an escaped second dollar',
      text: 'first $5, then 6\\$ today',
      found: 'found the formula "$5, then 6\\$", whose last dollar was meant as a sign',
      allowed: 'Allowed: \\$ for a dollar sign',
    },
    {
      slip: 'a lone dollar',
      text: 'Two lines,\nand $x is open.',
      line: 1,
      found: 'found a lone $, which opens or closes no formula',
      allowed: 'Allowed: \\$ for a dollar sign',
    },
    {
      slip: '$$ that is never closed',
      text: 'Text.\n\n$$\nx\n\nMore text.',
      line: 2,
      found: 'found $$ that is never closed',
      allowed: 'Allowed: $$ alone on the line before the formula and alone on the line after it.',
    },
    {
      slip: 'a set in braces',
      text: 'Text.\n\nof {a, b} here',
      line: 2,
      found: 'found {a, b}, which is read as a program',
      allowed: 'Allowed in braces: a comment, {/* … */}. Braces themselves: \\{a, b\\}, or a formula, $\\{a, b\\}$.',
    },
    {
      slip: 'numbers in braces, of which the last would be printed',
      text: 'of {0, 1} here',
      found: 'found {0, 1}, which is read as a program',
      allowed: 'Allowed in braces: a comment',
    },
    {
      slip: 'words in braces',
      text: 'of {a b} here',
      found: 'found "{a b} here", which is no JavaScript',
      allowed: 'Allowed in braces: a comment',
    },
    {
      slip: 'an unclosed brace',
      text: 'Text.\n\nof { here',
      line: 2,
      found: 'found "{ here"',
      allowed: 'Allowed in braces',
    },
    {
      slip: 'words as an attribute’s value',
      text: '<Measured at={two hundred} />',
      found: 'found "{two hundred} />", which is no JavaScript',
      allowed: 'Allowed: <Name attribute="text" other={5} />',
    },
    {
      slip: 'a name as an attribute’s value',
      text: '<Demo id={ring} />',
      found: 'found id={ring} on <Demo>',
      allowed: 'Allowed on <Demo>: attributes as name="text", name={5} or name alone.',
    },
    {
      slip: 'spread attributes',
      text: '<TakeAway {...x}>t</TakeAway>',
      found: 'found {...} on <TakeAway>',
      allowed: 'Allowed on <TakeAway>: attributes as',
    },
    {
      slip: 'a paragraph that begins with "import"',
      text: 'Text.\n\nimport this idea',
      line: 2,
      found: 'found "import this idea": a line that begins with import or export is read as a program',
      allowed: 'Allowed: another first word.',
    },
    {
      slip: 'an import',
      text: "import x from './x.ts'\n\ntext",
      found: `found "import x from './x.ts'", a program`,
      allowed: 'Allowed: text. Components need no import.',
    },
  ],
  (text) => matter + text,
  top,
);

test.each([
  ['a comment in a paragraph', 'Text {/* a note */} goes on.'],
  ['a comment over several lines', '{/* a note\n\nof two paragraphs */}\n\nText.'],
  ['braces that are escaped, and in a formula', 'The labels \\{0, 1\\}, $\\{0, 1\\}$.'],
  ['money that is escaped', 'From \\$5 to \\$6, and $x$.'],
  ['a text in braces', "A line{' '}goes on."],
  [
    'links that lead somewhere',
    '## A heading\n\n[a](#a-heading) [b](../does-it-converge/) [c](/demos/spiral/) [d](/en/glossary/) [e](https://x.org)',
  ],
])('no slip: %s', (_, text) => {
  expect(told(matter + text)).toEqual([]);
});
