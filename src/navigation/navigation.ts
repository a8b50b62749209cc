// Addresses: languages, links that respect the site's base path, and the path of articles.
import { getCollection, type CollectionEntry } from 'astro:content';

/** Languages there are; the first is where `/` leads. A language is a folder in content/articles and an entry in wording.ts. */
export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

export type Article = CollectionEntry<'articles'>;

/**
 * The address of a page or file of this site under the base path it is built for.
 * `path` starts at the site's root: `href('/en/')` is `/some/base/en/` when built with BASE=/some/base.
 */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + (path.startsWith('/') ? path : `/${path}`);
}

/** `en/why-the-generator-stalls` -> its language and its slug. Throws for a folder that is no known language. */
export function place(article: Article): { language: Language; slug: string } {
  const [folder, slug] = article.id.split('/');
  const language = languages.find((known) => known === folder);
  if (language === undefined || slug === undefined) {
    throw new Error(`content/articles/${article.id}.mdx: "${folder}" is no language. Known: ${languages.join(', ')}`);
  }
  return { language, slug };
}

/** The address of an article. */
export function articleHref(article: Article): string {
  const { language, slug } = place(article);
  return href(`/${language}/${slug}/`);
}

/** All articles of a language in the order of the path. Throws where two claim the same place. */
export async function articlesIn(language: Language): Promise<Article[]> {
  const articles = (await getCollection('articles')).filter((article) => place(article).language === language);
  articles.sort((a, b) => a.data.order - b.data.order);
  articles.forEach((article, i) => {
    const before = articles[i - 1];
    if (before?.data.order === article.data.order) {
      throw new Error(
        `content/articles/${article.id}.mdx: order ${article.data.order} is taken by content/articles/${before.id}.mdx`,
      );
    }
  });
  return articles;
}
