// The articles' collection: where they lie, and how all faults of their front matter are told at once.
import { readFile } from 'node:fs/promises';
import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { frontMatter, frontMatterFaults } from './loaders/frontMatter.ts';

/** Astro's file loader, but telling all faults of all files at once, each with its line. */
function articlesFrom(base: string): Loader {
  const files = glob({ pattern: '*/*.mdx', base, generateId: ({ entry }) => entry.replace(/\.mdx$/, '') });
  return {
    name: 'articles',
    load: async (context) => {
      const faults: string[] = [];
      const parseData: typeof context.parseData = async (entry) => {
        const { success, error } = frontMatter.safeParse(entry.data);
        if (success || entry.filePath === undefined) return context.parseData(entry);
        faults.push(...frontMatterFaults(entry.filePath, await readFile(entry.filePath, 'utf8'), error.issues));
        return entry.data;
      };
      await files.load({ ...context, parseData });
      if (faults.length > 0) throw new Error(`Front matter:\n${faults.join('\n')}`);
    },
  };
}

export const collections = {
  articles: defineCollection({ loader: articlesFrom('./content/articles'), schema: frontMatter }),
};
