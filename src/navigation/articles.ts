// The path of articles: their order, and each one's language, slug and address.
import { getCollection, type CollectionEntry } from 'astro:content';
import { href, languages, type Language } from './addresses.ts';

export type Article = CollectionEntry<'articles'>;

/** `en/why-the-generator-stalls` -> its language and its slug. Throws for a folder that is no known language. */
export function languageAndSlug(article: Article): { language: Language; slug: string } {
  const [folder, slug] = article.id.split('/');
  const language = languages.find((known) => known === folder);
  if (language === undefined || slug === undefined) {
    throw new Error(`content/articles/${article.id}.mdx: "${folder}" is no language. Known: ${languages.join(', ')}`);
  }
  return { language, slug };
}

/** The address of an article. */
export function articleHref(article: Article): string {
  const { language, slug } = languageAndSlug(article);
  return href(`/${language}/${slug}/`);
}

/** All articles of a language in the order of the path. Throws where two claim the same place. */
export async function articlesIn(language: Language): Promise<Article[]> {
  const articles = (await getCollection('articles')).filter(
    (article) => languageAndSlug(article).language === language,
  );
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
