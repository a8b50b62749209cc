// The articles' collection: where they lie, and how all faults of their front matter are told at once.
import { readFile } from 'node:fs/promises';
import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { frontMatter, readFrontMatter } from './loaders/frontMatter.ts';
import { articleFiles } from './loaders/articleFiles.ts';
import { refuse } from './maths/fault.ts';

/** Astro's file loader, but telling all faults of all files at once, each with its line. */
function articlesFrom(base: string): Loader {
  const files = glob({ pattern: '*/*.mdx', base, generateId: ({ entry }) => entry.replace(/\.mdx$/, '') });
  const read = async (file: string) => readFrontMatter(file, await readFile(file, 'utf8'));
  return {
    name: 'articles',
    load: async (context) => {
      refuse((await Promise.all(articleFiles().map(read))).flatMap(({ faults }) => faults));
      const parseData: typeof context.parseData = async (entry) => {
        if (entry.filePath === undefined) return context.parseData(entry);
        // A fault of a file that is saved while `astro dev` runs: it is told in the terminal, and the last good state stays.
        const { raw, faults } = await read(entry.filePath);
        refuse(faults);
        return context.parseData({ ...entry, data: raw as typeof entry.data });
      };
      await files.load({ ...context, parseData });
    },
  };
}

export const collections = {
  articles: defineCollection({ loader: articlesFrom('./content/articles'), schema: frontMatter }),
};
