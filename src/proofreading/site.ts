// Reads the built site as a visitor would walk it: every link and anchor leads somewhere, every picture has words, headings are in order.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HTMLElement, TextNode, parse } from 'node-html-parser';
import { certain } from '../certain.ts';

/** A fault on a built page. `text` is what to look for in the page's source to find its line. */
export interface PageFault {
  /** The page's path on the site, without the base: `/en/why/`. */
  page: string;
  message: string;
  hint: string;
  text?: string;
}

interface Page {
  path: string;
  root: HTMLElement;
  ids: Set<string>;
}

/** Checks all pages in a folder of built HTML, served under `base` (`/` or `/some/path/`). */
export function faultsOfSite(folder: string, base: string): PageFault[] {
  const pages = new Map(readPages(folder).map((page) => [page.path, page]));
  const prefix = base.endsWith('/') ? base : `${base}/`;
  const exists = (path: string) => pages.has(path) || existsSync(join(folder, decodeURIComponent(path)));
  return [...pages.values()].flatMap((page) => [...ownFaults(page), ...linkFaults(page, prefix, pages, exists)]);
}

function readPages(folder: string): Page[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind'))
    .map((file) => {
      const root = parse(readFileSync(join(folder, file), 'utf8'));
      const ids = new Set(root.querySelectorAll('[id]').map(({ id }) => id));
      return { path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, root, ids };
    });
}

function ownFaults({ path: page, root }: Page): PageFault[] {
  const faults: PageFault[] = [];
  const seen = new Set<string>();
  for (const { id } of root.querySelectorAll('[id]')) {
    if (seen.has(id))
      faults.push({
        page,
        message: `The id "${id}" stands twice.`,
        hint: 'Anchors must be unique: rename one.',
        text: id,
      });
    seen.add(id);
  }
  for (const image of root.querySelectorAll('img:not([alt])')) {
    // One without an address has nothing else to be told by.
    const source = image.getAttribute('src') ?? '';
    faults.push({
      page,
      message: `The image ${source} has no alternative text.`,
      hint: 'Give it alt="…" (empty if it only decorates).',
      text: source,
    });
  }
  const headings = root
    .querySelectorAll('h1, h2, h3, h4, h5, h6')
    .map((h) => ({ level: Number(h.tagName[1]), words: h.text.trim() }));
  const titles = headings.filter(({ level }) => level === 1).length;
  if (titles !== 1)
    faults.push({ page, message: `The page has ${titles} headings of level 1.`, hint: 'It wants exactly one.' });
  headings.forEach(({ level, words }, i) => {
    // Nothing stands above the first, whose level is counted as titles are.
    const above = headings[i - 1]?.level ?? 0;
    if (level > above + 1 && i > 0) {
      faults.push({
        page,
        message: `The heading "${words}" skips from level ${above} to ${level}.`,
        hint: `Use level ${above + 1}.`,
        text: words,
      });
    }
  });
  for (const written of straightMarks(root)) {
    faults.push({
      page,
      message: `In "${written}" stands a typewriter's mark.`,
      hint: 'Write ’ for an apostrophe, “ and ” for quotes.',
      text: written,
    });
  }
  return faults;
}

/** Programs and formulas keep the signs that they are written with. */
const verbatim = new Set(['CODE', 'PRE', 'SCRIPT', 'STYLE', 'TEMPLATE', 'SVG', 'MATH']);

/** Each straight apostrophe or quote in a page's text with the words around it, by which its line is found. */
function straightMarks(node: HTMLElement): string[] {
  return node.childNodes.flatMap((child) => {
    if (child instanceof HTMLElement) return verbatim.has(child.tagName) ? [] : straightMarks(child);
    if (!(child instanceof TextNode)) return [];
    return [...child.text.matchAll(/(?:\S+ )?\S*['"]\S*(?: \S+)?/g)].map(([written]) => written);
  });
}

function linkFaults(
  page: Page,
  prefix: string,
  pages: Map<string, Page>,
  exists: (path: string) => boolean,
): PageFault[] {
  const faults: PageFault[] = [];
  const here = `https://site${prefix}${page.path.slice(1)}`;
  for (const link of page.root.querySelectorAll('a[href], link[href], img[src], script[src], source[src]')) {
    const written = certain(link.getAttribute('href') ?? link.getAttribute('src'), 'the address of a link');
    const url = new URL(written, here);
    if (url.host !== 'site' || !/^https?:$/.test(url.protocol)) continue;
    const tell = (message: string, hint: string) => faults.push({ page: page.path, message, hint, text: written });
    if (!url.pathname.startsWith(prefix)) {
      tell(
        `The link ${written} leads outside the site's base ${prefix}.`,
        'Begin it with the base, or write it relative to the page.',
      );
      continue;
    }
    const path = `/${url.pathname.slice(prefix.length)}`;
    if (!exists(path)) {
      const near = [...pages.keys()].find((known) => known.replace(/\/$/, '') === path.replace(/\/$/, ''));
      tell(
        `The link ${written} leads nowhere.`,
        near ? `Did you mean ${near}?` : 'No page or file of the site has this path.',
      );
      continue;
    }
    const anchor = decodeURIComponent(url.hash.slice(1));
    const target = pages.get(path);
    if (anchor && target && !target.ids.has(anchor)) {
      tell(
        `The link ${written} names an anchor that ${path} does not have.`,
        `It has: ${[...target.ids].slice(0, 12).join(', ')}.`,
      );
    }
  }
  return faults;
}
