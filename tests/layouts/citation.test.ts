// How an article is cited: as BibTeX, as meta tags, as structured data that no title can break out of.
import { expect, test } from 'vitest';
import { bibtex, citationTags, structuredData } from '../../src/layouts/citation.ts';

test('an article can be cited', () => {
  const article = {
    title: 'Why the generator stalls',
    description: 'A description that is long enough to be of use to somebody who searches.',
    updated: new Date('2026-11-23'),
    slug: 'stalls',
    language: 'en',
    url: 'https://site.example/en/stalls/',
  };
  expect(bibtex(article)).toBe(
    '@misc{saddlepoint-stalls,\n  author = {{Saddlepoint}},\n  title = {{Why the generator stalls}},\n  year = {2026},\n  month = {11},\n  howpublished = {\\url{https://site.example/en/stalls/}},\n  note = {Version of 2026-11-23}\n}',
  );
  expect(citationTags(article)).toContainEqual(['citation_publication_date', '2026/11/23']);
  expect(structuredData({ ...article, title: '</script>' })).not.toContain('</script>');
});
