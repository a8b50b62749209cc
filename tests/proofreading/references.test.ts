// Slips in what an article names or shows: demos, measurements, pictures, links.
import { expect, test } from 'vitest';
import { matter, tellEach, told, top } from './told.ts';

tellEach(
  [
    {
      slip: 'an unknown demo',
      text: '<Demo id="ring-of-ten" />',
      found: 'found <Demo id="ring-of-ten">, which names no file in content/demos',
      allowed: 'ring-of-eight',
    },
    {
      slip: '<Measured> beyond the run',
      text: 'Text.\n\nIt is <Measured demo="ring-of-eight" metric="modesCovered" at={123450} />.',
      line: 2,
      found: 'found <Measured demo="ring-of-eight" at={123450}>, where nothing is measured',
      allowed: 'Allowed: a multiple of ',
    },
    {
      slip: '<Measured> between two measurements',
      text: '<Measured demo="ring-of-eight" metric="modesCovered" at={7} />',
      found: 'at={7}>, where nothing is measured',
      allowed: 'Allowed: a multiple of ',
    },
    {
      slip: '<Measured> of a metric that the demo does not measure',
      text: '<Measured demo="ring-of-eight" metric="modes" at={50} />',
      found: 'found <Measured demo="ring-of-eight" metric="modes">, which is not measured',
      allowed: 'Allowed: modesCovered, ',
    },
    {
      slip: '<Kept> of a variant that the demo does not have',
      text: '<Kept demo="ring-of-eight" variant="hinge" />',
      found: 'found <Kept demo="ring-of-eight" variant="hinge">, which the demo does not have',
      allowed: 'Allowed: nonSaturating, saturating.',
    },
    {
      slip: 'a demo that the front matter does not name',
      text: 'Text.\n\n<Demo id="ring-of-eight" />',
      line: 2,
      found: 'found <Demo id="ring-of-eight">, which the front matter does not name',
      allowed: 'Allowed: demos: [ring-of-eight], those that the article shows.',
    },
    {
      slip: 'a picture without words',
      text: 'Text.\n\n![](curve.svg)',
      line: 2,
      found: 'An image has no alternative text.',
      allowed: 'Say in ![…] what it shows.',
    },
    {
      slip: '<img> without words',
      text: '<img src="/favicon.png" />',
      found: '<img> has no alternative text.',
      allowed: 'Say in alt="…" what it shows.',
    },
    {
      slip: 'a dead link',
      text: 'Text.\n\nSee [the next one](../the-next-one/).',
      line: 2,
      found: 'found the link ../the-next-one/, which leads nowhere',
      allowed: 'Allowed: ../does-it-converge/, ',
    },
    {
      slip: 'a link without its trailing slash',
      text: 'See [convergence](../does-it-converge).',
      found: 'found the link ../does-it-converge, which leads nowhere',
      allowed: 'Allowed: ../does-it-converge/, ',
    },
    {
      slip: 'a dead anchor on the page',
      text: '## A heading\n\nSee [above](#a-headin).',
      line: 2,
      found: 'found the link #a-headin, whose anchor that page does not have',
      allowed: 'Allowed: #a-heading.',
    },
    {
      slip: 'a dead anchor of another article',
      text: 'See [there](../does-it-converge/#nowhere).',
      found: 'found the link ../does-it-converge/#nowhere, whose anchor that page does not have',
      allowed: 'Allowed: #a-game-is-a-field-not-a-hill, ',
    },
    {
      slip: 'an empty article',
      text: '\n\n',
      line: 2,
      found: 'found no text',
      allowed: 'Allowed: an article below its front matter.',
    },
  ],
  (text) => matter + text,
  top,
);

test('what the parser refuses is told beside everything else, and an end that belongs to it is no second mistake', () => {
  const text = `If D <3 then

for {a b}

x <Sidenote>one

two</Sidenote>

for $5 and $6

<Dmo />

import this

</TakeAway>`;
  const lines = told(matter + text).map((message) => Number(message.split(':')[1]));
  expect(lines.sort((a, b) => a - b)).toEqual([8, 10, 12, 16, 18, 20, 22]);
});

test('all faults of an article are told at once, whatever their kind', () => {
  const text = matter.replace('2026-11-23', '2026-02-31') + 'of {a, b}\n\n<Dmo />\n\nfor $5 and $6\n\n$\\foo$';
  expect(told(text).map((message) => message.split(':')[1])).toEqual(['6', '8', '10', '12', '14']);
});
