// What only all articles together can show: sources nobody cites, terms used before the path defines them.
import { certain } from '../certain.ts';
import type { Source } from './bibliography.ts';
import type { Fault } from './fault.ts';

/** An article's text with its place on the path. */
export interface ArticleText {
  readonly file: string;
  readonly language: string;
  readonly order: number;
  readonly text: string;
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;

/** A fault for every source that no article cites and that is not marked as further reading. */
export function unusedSources(
  articles: readonly ArticleText[],
  sources: ReadonlyMap<string, Source>,
  file: string,
): Fault[] {
  const used = new Set(
    articles.flatMap(({ text }) => [...text.matchAll(/<Cite\b[^>]*?\bkey="([^"]*)"/g)].map((match) => match[1])),
  );
  return [...sources.values()]
    .filter((source) => !source.further && !used.has(source.key))
    .map(({ key, line }) => ({
      file,
      line,
      message: `no article cites ${key}`,
      hint: 'Cite it, remove it, or mark it keywords = {further}: it is then listed as further reading.',
    }));
}

interface TermUse {
  readonly article: ArticleText;
  /** Undefined where the author forgot it, which is told elsewhere. */
  readonly name: string | undefined;
  readonly line: number;
  readonly defines: boolean;
}

function termsIn(article: ArticleText): TermUse[] {
  return [...article.text.matchAll(/<Term\b([^>]*)>/g)].map((match) => {
    const attributes = certain(match[1], 'the text of a tag');
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    return { article, name, line: lineAt(article.text, match.index), defines: /\bdefine\b/.test(attributes) };
  });
}

/** A fault for every <Term> that stands, on the path, before the one that defines it. Terms defined nowhere are the glossary's alone. */
export function termsBeforeDefinition(articles: readonly ArticleText[]): Fault[] {
  const faults: Fault[] = [];
  const uses = articles.flatMap(termsIn);
  uses.forEach((use, i) => {
    if (use.defines || use.name === undefined) return;
    const definition = uses.findIndex(
      (other) => other.defines && other.name === use.name && other.article.language === use.article.language,
    );
    const defining = uses[definition];
    if (defining === undefined || definition < i) return;
    const where =
      defining.article === use.article
        ? `line ${defining.line}`
        : `article ${defining.article.order}, line ${defining.line}`;
    faults.push({
      file: use.article.file,
      line: use.line,
      message: `the term "${use.name}" is used here, before ${where} defines it`,
    });
  });
  return faults;
}
