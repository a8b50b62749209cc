// The interface's words in each language: what the layouts say themselves, apart from the articles.
import type { Language } from '../navigation/addresses.ts';

const en = {
  site: 'Saddlepoint',
  /** What the site is, in one line: the start page's title in search results. */
  tagline: 'What the loss functions of a GAN really do',
  description:
    'The loss functions of generative adversarial networks, derived step by step, with small networks that train live in your browser.',
  /** The reader's question that the whole site answers, and what to expect. */
  question:
    'Ordinary cross-entropy has one output and one label. How can the GAN loss deal with real and generated data in the same iteration?',
  answer:
    'Every article here takes one such question, derives its answer, and lets you watch the answer happen: small networks train in this page, on your device.',
  skip: 'Skip to the text',
  search: 'Search',
  searchHint: 'A word from the text',
  searching: 'Searching …',
  close: 'Close',
  noResult: 'Nothing found.',
  /** Followed by a number. */
  pagesFound: 'Pages found:',
  searchUnavailable: 'The search index is made when the site is built; it could not be loaded here.',
  toDark: 'Dark theme',
  toLight: 'Light theme',
  contents: 'Contents',
  path: 'The path',
  pathHeading: 'The path, in ten questions',
  pathNote: 'Articles in grey are still being written.',
  inPreparation: 'in preparation',
  article: (order: number) => `Article ${order}`,
  updated: 'Updated',
  citeThis: 'Cite this article (BibTeX)',
  previous: 'Previous',
  next: 'Next',
  notFound: 'There is no such page',
  notFoundText: 'The address may be mistyped, or the page has moved. The path of articles starts here:',
  licence: 'Text and figures: CC BY 4.0. Code: MIT.',
  siteNavigation: 'Main pages',
  about: 'About',
  demos: 'All demos',
  demosAndSeeds: 'All demos and how many seeds keep their claims',
  claimByClaim: 'The question, claim by claim',
  notation: 'Notation',
  glossary: 'Glossary',
  references: 'References',
};

/** Every language has all the words that English has. */
export const wording: Record<Language, typeof en> = { en };
