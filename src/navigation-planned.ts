// The path as it is meant to become: articles that are not written yet, so that readers see where one stands in the whole.
// An article in content/articles with the same `order` takes the place of its entry here.
import type { Language } from './navigation.ts';

interface Planned {
  order: number;
  title: string;
  question: string;
}

export const planned: Record<Language, readonly Planned[]> = {
  en: [
    {
      order: 1,
      title: 'One loss, two distributions',
      question: 'How can real and generated data share one iteration?',
    },
    { order: 2, title: 'The two players', question: 'What does each network see of the other?' },
    { order: 3, title: 'What G minimises when D is perfect', question: 'Why ½, and why log 4?' },
    { order: 4, title: 'Why the two take turns', question: 'Why not train D to the end first, or G?' },
    { order: 5, title: 'Why the generator stalls', question: 'What does “saturating” mean, exactly?' },
    { order: 6, title: 'The non-saturating loss', question: 'What did we change, and what stays the same?' },
    {
      order: 7,
      title: 'Why not simply mean squared error?',
      question: 'Why does the average of two cats please nobody?',
    },
    { order: 8, title: 'Does it converge?', question: 'What happens around the saddle?' },
    { order: 9, title: 'A field guide to GAN losses', question: 'Which loss is which, and when is it used?' },
    { order: 10, title: 'Reading the curves', question: 'My loss goes up: is that bad?' },
  ],
};
