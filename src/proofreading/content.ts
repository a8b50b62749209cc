// Everything that authors write, read at once: each fault of content/ with its file and line, before anything is built.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readFrontMatter, withoutFrontMatter } from '../loaders/frontMatter.ts';
import { articleFiles, filesIn, readArticles } from '../loaders/articleFiles.ts';
import { termsBeforeDefinition, unusedSources } from '../maths/acrossArticles.ts';
import { loadBibliography } from '../maths/bibliography.ts';
import { dollarFaults } from '../maths/dollars.ts';
import { attempt, type Fault } from '../maths/fault.ts';
import { loadNotation } from '../maths/glossary.ts';
import { mathematics } from '../maths/markdown.ts';
import { planned } from '../navigation/planned.ts';
import { braceFaults } from './braces.ts';
import { componentFaults, componentNames } from './components.ts';
import { demoFaults, listedFaults, readDemos, shownIn, type Demos } from './demos.ts';
import { linkFaults, readTargets, type Targets } from './links.ts';
import { articleNameFaults, demoNameFaults } from './fileNames.ts';
import { orderFaults, type Claimed } from './order.ts';
import { faultsOfSource } from './source.ts';
import { treeOf } from './syntax.ts';

/** What an article may name. */
export interface Known {
  readonly demos: Demos;
  readonly components: readonly string[];
  readonly targets: Targets;
}

/** What there is to name, with the faults of demos' own files. */
export async function readKnown(faults: Fault[]): Promise<Known> {
  const demos = await readDemos(faults);
  return { demos, components: componentNames(), targets: readTargets(articleFiles(), [...demos.keys()]) };
}

interface ReadArticle {
  readonly faults: readonly Fault[];
  /** The demos that it shows, with their lines. */
  readonly shown: ReadonlyMap<string, number>;
  readonly claimed: Claimed | undefined;
}

/** All that one article's own text shows: front matter, syntax, tags, demos, language, mathematics. */
export function readArticle(file: string, text: string, known: Known): ReadArticle {
  const matter = readFrontMatter(file, text);
  const faults = [...matter.faults];
  const body = withoutFrontMatter(text);
  const tree = body.trim() === '' ? undefined : treeOf(body, file, faults);
  const refused = faults.length > matter.faults.length;
  const shown = tree === undefined ? new Map<string, number>() : shownIn(tree);
  if (matter.data !== undefined && body.trim() === '')
    faults.push({
      file,
      line: text.split('\n').length,
      message: 'found no text',
      hint: 'Allowed: an article below its front matter.',
    });
  if (tree !== undefined) {
    faults.push(...braceFaults(tree, body, file), ...componentFaults(tree, file, known.components));
    faults.push(...demoFaults(tree, file, known.demos), ...linkFaults(tree, body, file, known.targets));
    faults.push(...faultsOfSource(file, tree));
    if (matter.data !== undefined)
      faults.push(...listedFaults(file, { ids: matter.data.demos, line: matter.lineOf('demos') }, known.demos, shown));
    // Last, since it writes into the tree. Where a tag was refused, steps would seem to stand outside of their derivation.
    if (refused) faults.push(...dollarFaults(tree, body, file));
    else attempt(() => mathematics(tree, body, file), faults);
  }
  const { data } = matter;
  const claimed = data && { file, line: matter.lineOf('order'), language: basename(dirname(file)), ...data };
  return { faults, shown, claimed };
}

/** What the articles together make known. */
interface ReadContent {
  readonly faults: readonly Fault[];
  /** What may be meant so, and is said without stopping anything. */
  readonly remarks: readonly Fault[];
}

/** A remark on each demo that no article shows: readers find it in the gallery alone. */
const unseen = (demos: Demos, shown: ReadonlySet<string>): Fault[] =>
  [...demos.keys()]
    .filter((id) => !shown.has(id))
    .map((id) => ({
      file: join('content', 'demos', `${id}.ts`),
      line: 1,
      message: `found the demo ${id}, which no article shows`,
      hint: `Is that meant so? <Demo id="${id}" /> shows it.`,
    }));

/** Reads all that authors write. */
export async function readContent(): Promise<ReadContent> {
  const faults: Fault[] = [];
  const known = await readKnown(faults);
  const sources = attempt(loadBibliography, faults);
  attempt(loadNotation, faults);
  const read = articleFiles().map((file) => readArticle(file, readFileSync(file, 'utf8'), known));
  const claimed = read.flatMap((article) => article.claimed ?? []);
  faults.push(
    ...read.flatMap((article) => article.faults),
    ...articleNameFaults(filesIn('content/articles'), 'content/articles'),
    ...demoNameFaults(filesIn('content/demos')),
    ...orderFaults(claimed, planned),
  );
  const texts = readArticles();
  if (sources !== undefined) faults.push(...unusedSources(texts, sources, 'content/bibliography.bib'));
  const shown = new Set(read.flatMap((article) => [...article.shown.keys()]));
  return {
    // A fault of the bibliography or the glossary is met by every article that needs it.
    faults: [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()],
    remarks: [...unseen(known.demos, shown), ...termsBeforeDefinition(texts)],
  };
}
