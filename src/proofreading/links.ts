// Links between pages, told from the sources alone: dead ones are known before anything is built, and in `astro dev` at once.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import GithubSlugger from 'github-slugger';
import { withoutFrontMatter } from '../loaders/frontMatter.ts';
import type { Fault } from '../maths/fault.ts';
import { attribute, isElement, lineOf, walk, type Node } from '../maths/tree.ts';

/** What a link may lead to. */
export interface Targets {
  /** The anchors of each article, by its path: `/en/why-the-generator-stalls/`. */
  readonly articles: ReadonlyMap<string, ReadonlySet<string>>;
  /** The paths of all other pages. */
  readonly pages: readonly RegExp[];
  /** Ids that components carry. */
  readonly ids: ReadonlySet<string>;
}

/** The path at which an article stands. */
const pathOf = (file: string): string => `/${basename(dirname(file))}/${basename(file, '.mdx')}/`;

/** The anchors of an article's headings, as Astro makes them, and the ids that its author wrote. */
function anchorsIn(text: string): Set<string> {
  const slugger = new GithubSlugger();
  const body = withoutFrontMatter(text);
  const headings = [...body.matchAll(/^#{1,6} +(.+?)\s*$/gm)].map(([, words = '']) =>
    slugger.slug(words.replace(/[*_`]/g, '')),
  );
  return new Set([...headings, ...idsIn(body)]);
}

const idsIn = (text: string): string[] => [...text.matchAll(/\bid="([^"]+)"/g)].flatMap(([, id]) => id ?? []);

/** The pages of src/pages, with what their parameters may be; one that is not known may be anything. */
function pagePatterns(parameters: Readonly<Record<string, readonly string[]>>): RegExp[] {
  return globSync('src/pages/**/*.astro').map((file) => {
    const route = file
      .replace(/^src\/pages|(\/index)?\.astro$/g, '')
      .replace(/\[(\w+)\]/g, (_, name: string) => (parameters[name] ? `(?:${parameters[name].join('|')})` : '[^/]+'));
    return new RegExp(`^${route}/$`);
  });
}

/** All that links may lead to, given all articles and the ids of all demos. */
export function readTargets(articles: readonly string[], demos: readonly string[]): Targets {
  const languages = [...new Set(articles.map((file) => basename(dirname(file))))];
  const ids = globSync('src/**/*.{astro,tsx}').flatMap((file) => idsIn(readFileSync(file, 'utf8')));
  return {
    articles: new Map(articles.map((file) => [pathOf(file), anchorsIn(readFileSync(file, 'utf8'))])),
    // Articles are told above, one by one.
    pages: pagePatterns({ language: languages, id: demos, article: ['(?!)'] }),
    ids: new Set(ids),
  };
}

/** Anchors that the build numbers: equations and citations. The built site's own check reads those. */
const numbered = /^(?:eq|ref|reference|cite|cite-card|term)-/;

/** What is wrong with a link on the page at `from`, or undefined. Links that leave the site, and to files, are let pass. */
function wrong(
  written: string,
  from: string,
  own: ReadonlySet<string>,
  targets: Targets,
): { message: string; hint: string } | undefined {
  const url = URL.parse(written, `https://site${from}`);
  if (url === null)
    return { message: `found the link ${written}, which is no address`, hint: 'Allowed: an address, as ../slug/.' };
  if (url.host !== 'site' || /\.\w+$/.test(url.pathname)) return undefined;
  const anchors = url.pathname === from ? own : targets.articles.get(url.pathname);
  if (anchors === undefined && !targets.pages.some((page) => page.test(url.pathname))) {
    const known = [...targets.articles.keys()]
      .filter((path) => path !== from)
      .map((path) => `..${path.replace(/^\/[^/]+/, '')}`);
    return {
      message: `found the link ${written}, which leads nowhere`,
      hint: `Allowed: ${known.join(', ')}, or /en/… and /demos/….`,
    };
  }
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchors === undefined || anchor === '' || numbered.test(anchor) || anchors.has(anchor) || targets.ids.has(anchor))
    return undefined;
  return {
    message: `found the link ${written}, whose anchor that page does not have`,
    hint: `Allowed: #${[...anchors].join(', #')}.`,
  };
}

/** A fault for each link of an article that leads to no page or anchor of the site. */
export function linkFaults(tree: Node, text: string, file: string, targets: Targets): Fault[] {
  const faults: Fault[] = [];
  const own = anchorsIn(text);
  walk(tree, (node) => {
    const isLink = node.type === 'link' || node.type === 'definition';
    const written = isLink
      ? (node as Node & { url: string }).url
      : isElement(node, 'a')
        ? attribute(node, 'href')
        : undefined;
    const found = written === undefined ? undefined : wrong(written, pathOf(file), own, targets);
    if (found !== undefined) faults.push({ file, line: lineOf(node), ...found });
  });
  return faults;
}
