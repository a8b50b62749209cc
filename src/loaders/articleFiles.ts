// The articles there are: their files, and their texts in the order of the path. Build time only.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ArticleText } from '../maths/acrossArticles.ts';
import { readFrontMatter } from './frontMatter.ts';

/** All that lies in a folder, as paths from the repository's root. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** The files that are articles: `<language>/<slug>.mdx`. */
export const articleFiles = (folder = 'content/articles'): string[] =>
  filesIn(folder).filter((file) => file.endsWith('.mdx'));

/** All articles, in the order of the path; one whose front matter does not say its place stands last. */
export function readArticles(files = articleFiles()): ArticleText[] {
  return files
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      const order = readFrontMatter(file, text).data?.order ?? Number.POSITIVE_INFINITY;
      return { file, text, language: basename(dirname(file)), order };
    })
    .sort((a, b) => a.language.localeCompare(b.language) || a.order - b.order);
}
