// How an article is cited: BibTeX for a bibliography, meta tags for reference managers, structured data for search engines.

/** What there is to cite. `url` is absolute. */
export interface Citable {
  title: string;
  description: string;
  slug: string;
  language: string;
  url: string;
  updated: Date;
}

/** The site is its own author: contributors are in the repository's history. */
const author = 'Saddlepoint';

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** A BibTeX entry; braces keep the title's capitals. */
export function bibtex({ title, slug, url, updated }: Citable): string {
  const fields = {
    author: `{${author}}`,
    title: `{${title}}`,
    year: String(updated.getUTCFullYear()),
    month: String(updated.getUTCMonth() + 1),
    howpublished: `\\url{${url}}`,
    note: `Version of ${day(updated)}`,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{saddlepoint-${slug},\n${lines.join(',\n')}\n}`;
}

/** The tags that Google Scholar and Zotero read. */
export function citationTags({ title, language, url, updated }: Citable): [string, string][] {
  return [
    ['citation_title', title],
    ['citation_author', author],
    ['citation_publication_date', day(updated).replaceAll('-', '/')],
    ['citation_language', language],
    ['citation_public_url', url],
  ];
}

/** schema.org, as JSON-LD; `<` is escaped so that no title can end the script element. */
export function structuredData({ title, description, language, url, updated }: Citable): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    headline: title,
    name: title,
    description,
    inLanguage: language,
    url,
    dateModified: day(updated),
    author: { '@type': 'Organization', name: author },
    license: 'https://creativecommons.org/licenses/by/4.0/',
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
