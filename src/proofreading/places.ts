// Where articles and demos lie, and their places on the path: names that become addresses, and numbers that no two may share.
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

/** An article's claim to a place on the path, with the line that makes it. */
export interface Claimed {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly order: number;
  readonly title: string;
}

/** An article that is not written yet, as the path announces it. */
export interface Announced {
  readonly order: number;
  readonly title: string;
}

/** A fault for each place that two articles claim, or that is announced for an article with another title. */
export function orderFaults(
  claimed: readonly Claimed[],
  planned: Readonly<Record<string, readonly Announced[]>>,
): Fault[] {
  return claimed.flatMap(({ file, line, language, order, title }, i): Fault[] => {
    const rivals = claimed.filter((other) => other.language === language);
    const announced = planned[language] ?? [];
    const highest = Math.max(...rivals.map((one) => one.order), ...announced.map((one) => one.order));
    const tell = (message: string, hint: string) => [{ file, line, message, hint }];
    const before = claimed.slice(0, i).find((other) => other.language === language && other.order === order);
    if (before !== undefined) {
      const free = `Allowed: a place that is free, as ${highest + 1}.`;
      return tell(`found order: ${order}, which ${before.file}:${before.line} has`, free);
    }
    const other = announced.find((one) => one.order === order && one.title !== title);
    if (other === undefined) return [];
    return tell(
      `found order: ${order}, the place of the planned article “${other.title}”`,
      `Allowed: that title, a place that is free, as ${highest + 1}, or another plan in src/navigation-planned.ts.`,
    );
  });
}
