// Reads every article's source before the build and the whole site after it, and tells all faults at once.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { refuse, type Fault } from '../maths/fault.ts';
import { faultsOfSite, type PageFault } from './site.ts';
import { faultsOfSource } from './source.ts';

const articles = 'content/articles';

/** The Astro integration. A fault stops the build with file, line and hint; links can only be told once the site is built. */
export function proofreading(): AstroIntegration {
  let base = '/';
  return {
    name: 'proofreading',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:start': () => refuse(sources().flatMap(([file, text]) => faultsOfSource(file, text))),
      'astro:build:done': ({ dir }) => refuse(faultsOfSite(fileURLToPath(dir), base).map(inSource)),
    },
  };
}

function sources(): [string, string][] {
  return readdirSync(articles, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => [join(articles, file), readFileSync(join(articles, file), 'utf8')]);
}

/** Finds a page's fault in the article it was made from; a page without an article keeps its own path. */
function inSource({ page, message, hint, text }: PageFault): Fault {
  const source = sources().find(([file]) => page === `/${relative(articles, file).replace(/\.mdx$/, '/')}`);
  if (!source) return { file: page, line: 1, message, hint };
  const lines = source[1].split('\n');
  // A link's base and a heading's marks are not in the source: the longest tail of the text that is there finds the line.
  const tail = text === undefined ? [] : [text, text.replace(/^\/[^/]+/, ''), text.split('/').slice(-2).join('/')];
  const line =
    tail.map((part) => lines.findIndex((one) => part !== '' && one.includes(part))).find((index) => index >= 0) ?? 0;
  return { file: source[0], line: line + 1, message, hint };
}
