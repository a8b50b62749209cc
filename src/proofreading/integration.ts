// Reads all that authors write before the build and the whole site after it, and tells all faults at once; in `astro dev`, those of the page.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { articleFiles } from '../loaders/articleFiles.ts';
import { refuse, sentence, type Fault } from '../maths/fault.ts';
import { readArticle, readContent, readKnown } from './content.ts';
import { faultsOfSite, type PageFault } from './site.ts';

const articles = 'content/articles';

/** The Astro integration. A fault stops the build with file, line and hint; links can only be told once the site is built. */
export function proofreading(): AstroIntegration {
  let base = '/';
  return {
    name: 'proofreading',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, logger }) => {
        if (command === 'build') {
          const { faults, remarks } = await readContent();
          for (const remark of remarks) logger.warn(sentence(remark));
          refuse(faults);
        }
        if (command === 'dev') updateConfig({ vite: { plugins: [inDevelopment()] } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }) => refuse(faultsOfSite(fileURLToPath(dir), base).map(inSource)),
    },
  };
}

/** Reads an article before it is compiled, so that its page shows its faults in place of itself. */
function inDevelopment(): Plugin {
  return {
    name: 'proofreading',
    enforce: 'pre',
    transform: {
      order: 'pre',
      filter: { id: /\/content\/articles\/.*\.mdx$/ },
      async handler(text, id) {
        refuse(readArticle(relative(process.cwd(), id), text, await readKnown([])).faults);
      },
    },
  };
}

const sources = (): [string, string][] => articleFiles(articles).map((file) => [file, readFileSync(file, 'utf8')]);

/** Finds a page's fault in the article it was made from; a page without an article keeps its own path. */
function inSource({ page, message, hint, text }: PageFault): Fault {
  const source = sources().find(([file]) => page === `/${relative(articles, file).replace(/\.mdx$/, '/')}`);
  if (!source) return { file: page, line: 1, message, hint };
  const lines = source[1].split('\n');
  // A link's base and a heading's marks are not in the source: the longest tail of the text that is there finds the line.
  const tail = text === undefined ? [] : [text, text.replace(/^\/[^/]+/, ''), text.split('/').slice(-2).join('/')];
  // What the source does not hold as such is told of the whole file, at its first line.
  const line =
    tail.map((part) => lines.findIndex((one) => part !== '' && one.includes(part))).find((index) => index >= 0) ?? 0;
  return { file: source[0], line: line + 1, message, hint };
}
