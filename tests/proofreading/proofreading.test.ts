// The proofreader finds each kind of an author's mistake, with file, line and wording, and leaves good text alone.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withoutFrontMatter } from '../../src/loaders/frontMatter.ts';
import { sentence } from '../../src/maths/fault.ts';
import { faultsOfSite } from '../../src/proofreading/site.ts';
import { faultsOfSource } from '../../src/proofreading/source.ts';
import { treeOf } from '../../src/proofreading/syntax.ts';

const file = 'content/articles/en/x.mdx';

function told(text: string): string[] {
  const tree = treeOf(withoutFrontMatter(text), file, []);
  if (tree === undefined) throw new Error('the text cannot be read');
  return faultsOfSource(file, tree).map(sentence);
}

test('all faults of a source are told at once, each with its line', () => {
  const text = [
    '---',
    'title: X',
    '---',
    '',
    '# Another title',
    '',
    '#### Deep',
    '',
    'The the loss falls, and it falls',
    'falls again. That that had had is fine, $a a$ too.',
    '',
    '![](curve.svg)',
    '',
    'Look [here](/en/).',
    '',
    '## Deep',
  ].join('\n');
  expect(told(text)).toEqual([
    'content/articles/en/x.mdx:5: "# Another title" is a second title of the page.\n    The title comes from the front matter: begin with "##".',
    'content/articles/en/x.mdx:7: The heading "Deep" skips from level 2 to 4.\n    Use level 3.',
    'content/articles/en/x.mdx:9: The word "The" stands twice.\n    Delete one.',
    'content/articles/en/x.mdx:10: The word "falls" stands twice.\n    Delete one.',
    'content/articles/en/x.mdx:12: An image has no alternative text.\n    Say in ![…] what it shows.',
    'content/articles/en/x.mdx:14: The link text "here" does not say where it leads.\n    Name the target.',
    'content/articles/en/x.mdx:16: The heading "Deep" stands in line 7 already.\n    Its anchor would be ambiguous: give it another name.',
  ]);
});

test('a paragraph may have 110 words, a formula is one of them, and a side note is none', () => {
  const words = (n: number) => Array.from({ length: n }, (_, i) => `w${i}`).join(' ');
  expect(told(`${words(109)} $a + b + c$.<Sidenote>${words(50)}</Sidenote>`)).toEqual([]);
  expect(told(`\n${words(109)} *more* $a + b$`)).toEqual([
    'content/articles/en/x.mdx:2: This paragraph has 111 words; at most 110 are read well.\n    Divide it.',
  ]);
});

test('a fold says what it holds, and what it holds is read', () => {
  expect(told('<Fold title="More">\n\nWith with a fault.\n\n</Fold>\n\n<Fold>\n\nSomething.\n\n</Fold>\n')).toEqual([
    'content/articles/en/x.mdx:3: The word "With" stands twice.\n    Delete one.',
    'content/articles/en/x.mdx:7: <Fold> has no title.\n    Say in title="…" what is folded.',
  ]);
});

test('a good source has no fault', () => {
  expect(
    told(
      '---\ntitle: X\n---\n\n## One\n\nText with ![a curve](c.svg) and <img alt="dots" src="d.svg" />.\n\n### Two\n\n## Three\n',
    ),
  ).toEqual([]);
});

function site(pages: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  for (const [path, html] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), html);
  }
  return folder;
}

test('a straight apostrophe or quote in the text of a page is told, in a program it may stand', () => {
  const folder = site({
    'index.html':
      "<h1>A</h1><p title=\"it's\">G&#39;s loss, D’s “loss”, <em>say \"so\"</em></p><code>f('x')</code><script>'x'</script>",
  });
  expect(faultsOfSite(folder, '/').map(({ text }) => text)).toEqual(["G's loss,", 'say "so"']);
});

test('links, anchors, ids, pictures and headings of the built site are checked, under a sub-path too', () => {
  const folder = site({
    'en/index.html':
      '<h1>A</h1><h2 id="a">a</h2><a href="/base/en/b/#there">ok</a><a href="/base/en/b/#gone">x</a><a href="/base/en/c/">x</a><a href="/en/b/">x</a>',
    'en/b/index.html':
      '<h1>B</h1><h3 id="there">t</h3><p id="there"></p><img src="/base/x.png"><a href="../">up</a><a href="https://arxiv.org/">out</a>',
    'x.png': '',
  });
  expect(
    faultsOfSite(folder, '/base')
      .map(({ page, message }) => `${page} ${message}`)
      .sort(),
  ).toEqual([
    '/en/ The link /base/en/b/#gone names an anchor that /en/b/ does not have.',
    '/en/ The link /base/en/c/ leads nowhere.',
    "/en/ The link /en/b/ leads outside the site's base /base/.",
    '/en/b/ The heading "t" skips from level 1 to 3.',
    '/en/b/ The id "there" stands twice.',
    '/en/b/ The image /base/x.png has no alternative text.',
  ]);
});
