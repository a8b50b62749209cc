// Slips in front matter.
import { expect, test } from 'vitest';
import { description, matter, tellEach, told } from './told.ts';

tellEach(
  [
    {
      slip: 'an empty file',
      text: '',
      line: 1,
      found: 'found an empty file',
      allowed: 'Allowed: --- in the first line',
    },
    {
      slip: 'no front matter',
      text: 'Text.',
      line: 1,
      found: 'found no front matter',
      allowed: 'Allowed: --- in the first',
    },
    {
      slip: 'a full-width colon',
      text: matter.replace('question: ', 'question：'),
      line: 3,
      found: 'found a full-width colon (：) in "question：What is tried?"',
      allowed: 'Allowed: one field a line, as "title: Why", with a plain colon',
    },
    {
      slip: 'no space behind a colon',
      text: matter.replace('title: ', 'title:'),
      line: 2,
      found: 'found no space behind the colon in "title:Tried"',
      allowed: 'Allowed: one field a line',
    },
    {
      slip: 'a second colon in a value',
      text: matter.replace('title: Tried', 'title: Tried: twice'),
      line: 2,
      found: 'found a second colon in "title: Tried: twice"',
      allowed: 'quotes around a value that has ": " in it',
    },
    {
      slip: 'a quote that is never closed',
      text: matter.replace('title: Tried', 'title: "Tried'),
      line: 2,
      found: 'found a quote that is never closed in "title: "Tried"',
      allowed: 'Allowed: one field a line',
    },
    {
      slip: 'a field that stands twice',
      text: matter.replace('order: 99', 'order: 99\norder: 98'),
      line: 6,
      found: 'found no YAML: Map keys must be unique',
      allowed: 'Allowed: one field a line',
    },
    {
      slip: 'a day that the calendar does not have',
      text: matter.replace('2026-11-23', '2026-02-31'),
      line: 6,
      found: 'found updated: 2026-02-31, which is no day',
      allowed: 'Allowed: updated: a day of the calendar, as 2026-11-23.',
    },
    {
      slip: 'a day in words',
      text: matter.replace('2026-11-23', '23 November 2026'),
      line: 6,
      found: 'found updated: "23 November 2026"',
      allowed: 'Allowed: updated: a day of the calendar',
    },
    {
      slip: 'a missing field',
      text: matter.replace('question: What is tried?\n', ''),
      line: 1,
      found: 'found no question',
      allowed: 'Allowed: question: a line of 1 to 240 letters',
    },
    {
      slip: 'a field without a value',
      text: matter.replace('title: Tried', 'title:'),
      line: 2,
      found: 'found title without a value',
      allowed: 'Allowed: title: a line of 1 to 80 letters',
    },
    {
      slip: 'a short description',
      text: matter.replace(description, 'Too short.'),
      line: 4,
      found: 'found description: "Too short." (10 letters)',
      allowed: 'Allowed: description: a line of 50 to 200 letters (a Chinese or Japanese character counts as two).',
    },
    {
      slip: 'a description in Japanese that is short there too',
      text: matter.replace(description, '識別器は本物を見分ける。'),
      line: 4,
      found: '(24 letters)',
      allowed: 'a Chinese or Japanese character counts as two',
    },
    {
      slip: 'a demo in the front matter that the article does not show',
      text: matter.replace('order: 99', 'order: 99\ndemos: [spiral]'),
      line: 6,
      found: 'found demos: spiral, which the article does not show',
      allowed: 'Allowed: demos: [], those that the article shows.',
    },
  ],
  (text) => (text === '' ? text : `${text}Text.`),
  0,
);

test('no slip: a description in Japanese needs half as many characters', () => {
  const japanese = '識別器は本物と生成されたものを見分ける分類器であり、その損失を導く。';
  expect(told(`${matter.replace(description, japanese)}Text.`)).toEqual([]);
});
