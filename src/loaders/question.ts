// content/question.md: each claim of the page that the site began with, what is true, and where an article takes it up. Build time only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, type Fault } from '../maths/fault.ts';
import { renderProse } from '../maths/render.ts';

export const judgements = ['right', 'imprecise', 'wrong'] as const;
export type Judgement = (typeof judgements)[number];

/** Where a claim is taken up: an article's slug, and one of its headings in words. */
export interface Taken {
  slug: string;
  heading: string;
}

export interface QuestionClaim {
  number: number;
  /** HTML, with its formulas. */
  claim: string;
  judgement: Judgement;
  taken: Taken[];
  /** What exactly is true, as HTML. */
  truth: string;
  line: number;
}

export const questionFile = 'content/question.md';

/** The claims in their order. @throws AuthorError that lists every malformed entry with its line */
export function questionClaims(text = readFileSync(join(process.cwd(), questionFile), 'utf8')): QuestionClaim[] {
  const faults: Fault[] = [];
  const blocks: { claim: string; line: number; rows: string[] }[] = [];
  text.split('\n').forEach((row, i) => {
    const claim = /^## +(.+?)\s*$/.exec(row)?.[1];
    if (claim !== undefined) blocks.push({ claim, line: i + 1, rows: [] });
    else blocks.at(-1)?.rows.push(row);
  });
  const claims = blocks.flatMap(({ claim, line, rows }, i): QuestionClaim[] => {
    const place = { file: questionFile, line };
    const verdict = rows
      .find((row) => row.startsWith('verdict:'))
      ?.slice('verdict:'.length)
      .trim();
    const truth = rows
      .filter((row) => !/^(verdict|in):/.test(row))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    const judgement = judgements.find((each) => each === verdict);
    const taken = rows.flatMap((row) => {
      if (!row.startsWith('in:')) return [];
      const [slug, heading] = row
        .slice('in:'.length)
        .trim()
        .split(/\s+§\s+/);
      if (slug && heading) return [{ slug, heading }];
      faults.push({ ...place, message: `“${row}” is no place`, hint: 'Write in: <article’s slug> § <heading>' });
      return [];
    });
    if (judgement === undefined)
      faults.push({ ...place, message: `“${claim}” has no verdict`, hint: `Write verdict: ${judgements.join(' | ')}` });
    if (truth === '') faults.push({ ...place, message: `“${claim}” does not say what is true` });
    if (judgement === undefined) return [];
    return [
      {
        number: i + 1,
        claim: renderProse(claim, place),
        judgement,
        taken,
        truth: renderProse(truth, place),
        line,
      },
    ];
  });
  refuse(faults);
  return claims;
}
