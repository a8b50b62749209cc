// Citations, the bibliography and the glossary: what is unknown, missing, unused, malformed or out of order is told with file and line.
import { describe, expect, test } from 'vitest';
import { termsBeforeDefinition, unusedSources, type ArticleText } from '../../src/maths/acrossArticles.ts';
import { readBibliography } from '../../src/maths/bibliography.ts';
import { readEntries } from '../../src/maths/glossary.ts';
import { complaintOf } from './readArticle.ts';

const file = 'content/articles/en/tried.mdx';

const bibtex = `@misc{known2014,
  author = {Doe, Jane and Roe, Richard},
  title = {A Title},
  year = {2014},
  eprint = {1406.2661},
}
`;
const bibliography = readBibliography(bibtex, 'content/bibliography.bib');
const glossary = readEntries('## logit\n\nThe raw score.\n', 'content/glossary.md');
const complaint = (text: string) => complaintOf(text, file, { bibliography, glossary });

describe('citations', () => {
  test('unknown key', async () => {
    expect(await complaint('a\n\n<Cite key="nobody" />\n\n<References />\n')).toContain(
      `${file}:3: <Cite key="nobody"> names no entry of content/bibliography.bib\n    Known: known2014.`,
    );
  });

  test('no list, two lists, a list of nothing', async () => {
    expect(await complaint('x <Cite key="known2014" />\n')).toContain(
      `${file}:1: the article cites but has no <References />`,
    );
    expect(await complaint('x <Cite key="known2014" />\n\n<References />\n\n<References />\n')).toContain(
      `${file}:5: <References /> stands twice`,
    );
    expect(await complaint('x\n\n<References />\n')).toContain(
      `${file}:3: <References /> stands in an article that cites nothing`,
    );
  });

  test('the entry as pages print it', () => {
    expect(bibliography.get('known2014')).toMatchObject({
      shortAuthors: 'Doe and Roe',
      authors: 'Jane Doe, Richard Roe',
      url: 'https://arxiv.org/abs/1406.2661',
      preprint: 'arXiv:1406.2661',
      line: 1,
    });
  });

  test('an incomplete or doubled entry', () => {
    const at = 'content/bibliography.bib';
    expect(() =>
      readBibliography('\n@misc{a,\n  title = {T},\n  year = {1999},\n  url = {https://example.org},\n}\n', at),
    ).toThrow(`${at}:2: the entry a has no author`);
    expect(() => readBibliography(bibtex + bibtex, at)).toThrow(`${at}:7: the key known2014 stands already in line 1`);
  });

  test('a key that no article cites, unless marked as further reading', () => {
    const article: ArticleText = { file, language: 'en', order: 1, text: 'x <Cite loc="§1" key="known2014" />' };
    expect(unusedSources([article], bibliography, 'content/bibliography.bib')).toEqual([]);
    expect(unusedSources([], bibliography, 'content/bibliography.bib')).toMatchObject([
      { line: 1, message: 'no article cites known2014' },
    ]);
    const further = readBibliography(bibtex.replace('  eprint', '  keywords = {further},\n  eprint'), 'b.bib');
    expect(unusedSources([], further, 'b.bib')).toEqual([]);
    expect(further.get('known2014')?.bibtex).not.toContain('keywords');
  });
});

describe('terms', () => {
  test('not in the glossary', async () => {
    expect(await complaint('a\n<Term name="logits">x</Term>\n')).toContain(
      `${file}:2: <Term name="logits"> names no entry of the glossary\n    Known: logit.`,
    );
  });

  test('used before the path defines it', () => {
    const article = (order: number, text: string): ArticleText => ({
      file: `${order}.mdx`,
      language: 'en',
      order,
      text,
    });
    const faults = termsBeforeDefinition([
      article(1, 'a\n<Term name="logit">x</Term>'),
      article(2, '\n\n<Term name="logit" define>x</Term>'),
      article(3, '<Term name="logit">x</Term>'),
    ]);
    expect(faults).toEqual([
      { file: '1.mdx', line: 2, message: 'the term "logit" is used here, before article 2, line 3 defines it' },
    ]);
  });

  test('an entry that is empty or stands twice', () => {
    expect(() => readEntries('## a\n\n## b\n\ntext\n', 'content/glossary.md')).toThrow(
      'content/glossary.md:1: the entry "a" says nothing',
    );
    expect(() => readEntries('## a\n\ntext\n\n## a\n\ntext\n', 'content/glossary.md')).toThrow(
      'content/glossary.md:5: the entry "a" stands twice',
    );
  });
});

describe('a malformed entry of the bibliography: the true fault alone, with its line', () => {
  const at = 'content/bibliography.bib';
  const entry = (...rows: string[]) => `\n@misc{bad,\n${rows.map((row) => `  ${row}\n`).join('')}}\n`;
  const [author, title, year, url] = ['author = {A, B},', 'title = {T},', 'year = {1999},', 'url = {https://e.org},'];

  test.each([
    [
      'a comma that is missing',
      entry('author = {A, B}', title, year, url),
      2,
      'found "title = {T}," where a comma or the end of the entry bad should stand',
    ],
    [
      'a brace that is missing',
      entry(author, 'title = {A {T},', year, url),
      0,
      'found the entry bad that is not closed before line',
    ],
    [
      'an entry that is never closed',
      entry(author, title, year, url).replace(/}\n$/, ''),
      0,
      'found the entry bad that is not closed before line',
    ],
    [
      'an equals sign that is missing',
      entry('author {A, B},', title, year, url),
      1,
      'found the field author without = in the entry bad',
    ],
    [
      'a quote that is never closed',
      entry('author = "A, B,', title, year, url),
      0,
      'found a quote in the entry bad that is not closed before line',
    ],
    ['a key that is missing', entry(author, title, year, url).replace('bad,', ''), 0, 'found an entry without a key'],
    ['an unknown command', entry(author, 'title = {A \\foo{x}},', year, url), 2, 'found the unknown command \\foo'],
    [
      'an @ that is missing',
      entry(author, title, year, url).replace('@', ''),
      0,
      'found "misc{bad," outside of an entry',
    ],
  ])('%s', (_, bad, offset, found) => {
    const first = bibtex.split('\n').length + 1;
    const told = () => readBibliography(bibtex + bad, at);
    expect(told).toThrow(`${at}:${first + offset}: ${found}`);
    expect(told).toThrow('\n    Allowed: @kind{key, field = {value}, …}, with a comma behind each field');
    expect(told).not.toThrow(/\n.*bibliography\.bib/);
  });

  test('an entry that ends on its last field’s line is read like any other', () => {
    const rows = '@misc{b, author = {A, B}, title = {T},\n year = {1999}, url = {https://e.org}}\n';
    expect([...readBibliography(rows, at).keys()]).toEqual(['b']);
  });
});
