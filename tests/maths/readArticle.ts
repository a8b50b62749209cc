// Runs the Markdown pipeline's own parser over an article, for tests: the tree, and the derivations in it.
import { remarkPlugins } from '../../src/maths/markdown.ts';
import { unified } from '@astrojs/markdown-remark';
import { findDerivations, type FoundDerivation } from '../../src/maths/derivations.ts';
import { mathematics, type Sources } from '../../src/maths/markdown.ts';
import type { Fault } from '../../src/maths/fault.ts';
import type { Node } from '../../src/maths/tree.ts';

/** The MDX renderer as the build makes it, with `last` in place of our own last plugin. */
async function rendererWith(last: (tree: Node, text: string, file: string) => void) {
  const plugins = [
    ...remarkPlugins.slice(0, -1),
    () => (tree: unknown, file: { value: unknown; path?: string }) => {
      last(tree as Node, String(file.value), file.path ?? '');
    },
  ];
  const markdown = unified({ remarkPlugins: plugins });
  if (markdown.createMdxRenderer === undefined)
    throw new Error('this version of @astrojs/markdown-remark renders no MDX');
  return markdown.createMdxRenderer(
    { syntaxHighlight: false, gfm: true, smartypants: true },
    { optimize: false, srcDir: new URL('../../src/', import.meta.url), sourcemap: false },
  );
}

/** The derivations of an MDX text, unchecked. */
export async function derivationsOf(text: string, file: string): Promise<FoundDerivation[]> {
  let found: FoundDerivation[] = [];
  const faults: Fault[] = [];
  const renderer = await rendererWith((tree, source, path) => {
    found = findDerivations(tree, source, path, faults);
  });
  await renderer.process(text, file, {});
  return found;
}

/** The compiled JavaScript of an MDX text; rejects as the build would. */
export async function compileArticle(text: string, file: string, sources: Sources = {}): Promise<string> {
  const renderer = await rendererWith((tree, source, path) => {
    mathematics(tree, source, path, sources);
  });
  return (await renderer.process(text, file, {})).code;
}

/** The message of the error that compiling throws; '' where it throws none. */
export async function complaintOf(
  text: string,
  file = 'content/articles/en/tried.mdx',
  sources: Sources = {},
): Promise<string> {
  try {
    await compileArticle(text, file, sources);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
