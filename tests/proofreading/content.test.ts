// A scratch copy of all that authors write, with a slip in many places: everything is told at once, before anything is built.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentence, type Fault } from '../../src/maths/fault.ts';
import { readContent } from '../../src/proofreading/content.ts';
import { articleNameFaults, demoNameFaults } from '../../src/proofreading/fileNames.ts';
import { orderFaults } from '../../src/proofreading/order.ts';
import { matter } from './told.ts';

test('what authors have written has no fault', async () => {
  const { faults } = await readContent();
  expect(faults.map(sentence)).toEqual([]);
});

describe('slips in many files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slips-'));
  let said: { faults: Fault[]; remarks: Fault[] } = { faults: [], remarks: [] };
  const messages = () => said.faults.map(sentence);
  const change = (file: string, edit: (text: string) => string) => {
    const path = join(folder, 'content', file);
    const before = readFileSync(path, 'utf8');
    expect(edit(before), file).not.toBe(before);
    writeFileSync(path, edit(before));
  };
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, 'content/articles/en', file), text);
  };

  beforeAll(() => {
    cpSync('content', join(folder, 'content'), { recursive: true });
    cpSync('package.json', join(folder, 'package.json'));
    symlinkSync(resolve('src'), join(folder, 'src'));
    write('Hinge.mdx', `${matter}Text.`);
    write('hinge loss.mdx', `${matter.replace('order: 99', 'order: 1')}Text.`);
    write('planned.mdx', `${matter.replace('order: 99', 'order: 9')}Text.`);
    write('open.mdx', `${matter.replace('order: 99', 'order: 98')}a <Sidenote>open\n\nnext`);
    write('empty.mdx', '');
    change('bibliography.bib', (text) => text.replace('year = {2014},', 'year = {2014}'));
    change('glossary.md', (text) => `${text}\n## an empty term\n`);
    change('demos/spiral.ts', (text) => text.replace('initial: ', 'initials: '));
    change('articles/en/does-it-converge.mdx', (text) => text.replace(/^updated: .*$/m, 'updated: 2026-02-31'));
    const program = `
      const { readContent } = await import(${JSON.stringify(resolve('src/proofreading/content.ts'))});
      console.log(JSON.stringify(await readContent()));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: folder,
      encoding: 'utf8',
    });
    said = JSON.parse(printed) as typeof said;
    // As long as a test may take: reading everything in a process of its own.
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each([
    [
      'content/articles/en/Hinge.mdx:1: found the file name "Hinge.mdx", which becomes the article’s address',
      'ending in .mdx: hinge.mdx.',
    ],
    ['content/articles/en/hinge loss.mdx:1: found the file name "hinge loss.mdx"', 'ending in .mdx: hinge-loss.mdx.'],
    [
      'content/articles/en/one-loss-two-distributions.mdx:5: found order: 1, which content/articles/en/hinge loss.mdx:5 has',
      'Allowed: a place that is free, as 100.',
    ],
    [
      'content/articles/en/planned.mdx:5: found order: 9, the place of the planned article “A field guide to GAN losses”',
      'Allowed: that title, a place that is free, as 100',
    ],
    ['content/articles/en/open.mdx:8: found <Sidenote> that is never closed', 'Allowed: <Sidenote>…</Sidenote>'],
    ['content/articles/en/empty.mdx:1: found an empty file', 'Allowed: --- in the first line'],
    [
      'content/bibliography.bib:9: found "eprint = {1406.2661}," where a comma or the end of the entry goodfellow2014 should stand',
      'Allowed: @kind{key, field = {value}, …}, with a comma behind each field',
    ],
    ['the entry "an empty term" says nothing', 'content/glossary.md:'],
    ['initials', 'content/demos/spiral.ts:'],
    [
      'content/articles/en/does-it-converge.mdx:6: found updated: 2026-02-31, which is no day',
      'Allowed: updated: a day of the calendar',
    ],
  ])('%s', (found, allowed) => {
    expect(messages().find((message) => message.includes(found))).toContain(allowed);
  });

  test('each fault is told once, and none that only follows from another', () => {
    expect(new Set(messages()).size).toBe(messages().length);
    expect(messages().filter((message) => message.startsWith('content/bibliography.bib'))).toHaveLength(1);
    expect(messages().filter((message) => message.includes('names no entry of content/bibliography.bib'))).toEqual([]);
  });

  test('a demo that no article shows is remarked on', () => {
    expect(said.remarks.map(sentence).join('\n')).toContain(
      'content/demos/spiral.ts:1: found the demo spiral, which no article shows\n    Is that meant so?',
    );
  });
});

test('names of files that would be no address, no article or no demo', () => {
  const articles = ['en/good-name.mdx', 'en/curve.svg', 'en/old.md', 'en/a_b.mdx', 'lost.mdx', 'en/deep/x.mdx'];
  const told = articleNameFaults(
    articles.map((name) => `content/articles/${name}`),
    'content/articles',
  ).map(sentence);
  expect(told).toEqual([
    expect.stringMatching(/^content\/articles\/en\/old\.md:1: found the file name "old\.md".*\n.*: old\.mdx\.$/),
    expect.stringMatching(/^content\/articles\/en\/a_b\.mdx:1: found the file name "a_b\.mdx".*\n.*: a-b\.mdx\.$/),
    expect.stringMatching(
      /^content\/articles\/lost\.mdx:1: found an article outside of a language’s folder\n.*Allowed/,
    ),
    expect.stringMatching(/^content\/articles\/en\/deep\/x\.mdx:1: found an article outside of a language’s folder\n/),
  ]);
  expect(
    demoNameFaults(['content/demos/Ring.ts', 'content/demos/ring.js', 'content/demos/ring-2.ts']).map(sentence),
  ).toEqual([
    expect.stringMatching(/^content\/demos\/Ring\.ts:1: found the file name "Ring\.ts".*\n.*: ring\.ts\.$/),
    expect.stringMatching(/^content\/demos\/ring\.js:1: found the file name "ring\.js".*\n.*: ring\.ts\.$/),
  ]);
});

test('a planned article may be written under its title, and languages have their own paths', () => {
  const article = (language: string, order: number, title: string) => ({
    file: `${language}/${order}.mdx`,
    line: 5,
    language,
    order,
    title,
  });
  const plan = { en: [{ order: 9, title: 'A field guide' }] };
  expect(
    orderFaults([article('en', 9, 'A field guide'), article('ja', 9, '図鑑'), article('en', 10, 'x')], plan),
  ).toEqual([]);
});
