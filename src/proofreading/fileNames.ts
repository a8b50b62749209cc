// Names of files that become addresses and ids: what a file of content/ may be called, and where it may lie.
import { basename, dirname, relative } from 'node:path';
import type { Fault } from '../maths/fault.ts';

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What a name would have to be: capitals, spaces and signs turned into what an address may hold. */
const asSlug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A fault for each text in content/articles that is no `<language>/<slug>.mdx`. Pictures may lie there under any name. */
export function articleNameFaults(files: readonly string[], folder: string): Fault[] {
  return files.flatMap((file): Fault[] => {
    const ending = /\.mdx?$/i.exec(file)?.[0];
    if (ending === undefined) return [];
    const tell = (message: string, hint: string) => [{ file, line: 1, message, hint }];
    const within = relative(folder, file);
    if (dirname(within).includes('/') || dirname(within) === '.')
      return tell('found an article outside of a language’s folder', `Allowed: ${folder}/<language>/<slug>.mdx.`);
    const name = basename(file, ending);
    if (ending === '.mdx' && slug.test(name)) return [];
    const better = asSlug(name) || 'a-name';
    return tell(
      `found the file name "${basename(file)}", which becomes the article’s address`,
      `Allowed: lower-case letters, digits and single hyphens, ending in .mdx: ${better}.mdx.`,
    );
  });
}

/** A fault for each file in content/demos whose name is no id. */
export function demoNameFaults(files: readonly string[]): Fault[] {
  return files.flatMap((file) => {
    const name = basename(file);
    if (name.endsWith('.ts') && slug.test(basename(file, '.ts'))) return [];
    const better = asSlug(name.replace(/\.\w+$/, '')) || 'a-name';
    const hint = `Allowed: lower-case letters, digits and single hyphens, ending in .ts: ${better}.ts.`;
    return [{ file, line: 1, message: `found the file name "${name}", which becomes the demo’s id`, hint }];
  });
}
