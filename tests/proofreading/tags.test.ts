// Slips in tags: never closed, misspelt, or no tags at all.
import { matter, tellEach, top } from './told.ts';

tellEach(
  [
    {
      slip: 'an unclosed component in a paragraph',
      text: 'Text.\n\na <Sidenote>open\n\nnext',
      line: 2,
      found: 'found <Sidenote> that is never closed',
      allowed: 'Allowed: <Sidenote>…</Sidenote> that begins and ends in one paragraph',
    },
    {
      slip: 'an unclosed component around paragraphs',
      text: '\n<CheckYourself question="x">\n\ntext',
      line: 1,
      found: 'found <CheckYourself> that is never closed',
      allowed: 'Allowed: <CheckYourself>…</CheckYourself>',
    },
    {
      slip: 'an unclosed component within another',
      text: '<Derivation title="x">\n<Step because="y">\n</Derivation>',
      line: 1,
      found: `found <Step> that is never closed before </Derivation> in line ${top + 2}`,
      allowed: 'Allowed: <Step>…</Step>',
    },
    {
      slip: 'a closing tag without its opening one',
      text: 'a </Sidenote> b',
      found: 'found "</Sidenote> b", which closes nothing',
      allowed: 'Allowed: the closing tag of a component that is open.',
    },
    {
      slip: 'an unclosed quote in a tag',
      text: '<Step because="a>\n\ntext\n\n</Step>',
      found: 'found "<Step because="a>',
      allowed: 'Allowed: <Name attribute="text" other={5} />, each quote, brace and tag closed.',
    },
    {
      slip: 'an attribute without quotes',
      text: '<Measured at=5 />',
      found: 'found "<Measured at=5 />"',
      allowed: 'Allowed: <Name attribute="text" other={5} />',
    },
    {
      slip: 'a comparison before a digit',
      text: 'Text.\n\nIf D <3 then',
      line: 2,
      found: 'found "<3 then": < begins a component, and this is none',
      allowed: 'Allowed: \\< for the sign, a comparison as a formula ($D < 3$)',
    },
    {
      slip: 'comparisons before a letter',
      text: 'a <b and 3 <4',
      found: 'found "<b and 3 <4": < begins a component, and this is none',
      allowed: 'Allowed: \\< for the sign',
    },
    {
      slip: 'a comment of HTML',
      text: 'Text.\n\n<!-- a note -->',
      line: 2,
      found: 'found "<!-- a note -->", a comment of HTML',
      allowed: 'Allowed: {/* a comment */}.',
    },
    {
      slip: 'a bare link',
      text: 'see <https://arxiv.org>',
      found: 'found "<https://arxiv.org>", a bare link',
      allowed: 'Allowed: [words](address).',
    },
    {
      slip: 'an unknown component',
      text: 'Text.\n\n<Derivaton title="x" />',
      line: 2,
      found: 'found <Derivaton>, which is not a component',
      allowed: 'Allowed: CheckYourself, Cite, ',
    },
    {
      slip: 'a component in lower case',
      text: '<demo id="x" />',
      found: 'found <demo>, which is not an element of HTML',
      allowed: 'Allowed: <Demo>.',
    },
    {
      slip: 'an unknown element',
      text: 'a <sapn>b</sapn>',
      found: 'found <sapn>, which is not an element of HTML',
      allowed: 'Allowed: CheckYourself, ',
    },
  ],
  (text) => matter + text,
  top,
);
