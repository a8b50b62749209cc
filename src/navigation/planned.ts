// The path as it is meant to become: articles that are not written yet, so that readers see where one stands in the whole.
// An article in content/articles with the same `order` takes the place of its entry here.
import type { Language } from './addresses.ts';

interface Planned {
  order: number;
  title: string;
  question: string;
}

export const planned: Record<Language, readonly Planned[]> = {
  en: [
    { order: 9, title: 'A field guide to GAN losses', question: 'Which loss is which, and when is it used?' },
    { order: 10, title: 'Reading the curves', question: 'My loss goes up: is that bad?' },
  ],
};
