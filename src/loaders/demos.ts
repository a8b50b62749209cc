// The demos there are: reads content/demos, and speaks to the author where a file or an id is wrong. Build time only.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Demo } from '../vocabulary/demo.ts';
import { demoFaults } from './demoFaults.ts';

const folder = 'content/demos';

export interface NamedDemo {
  /** The file's name without its ending. */
  id: string;
  /** From the repository's root. */
  file: string;
  demo: Demo;
}

/** The ids of all demos, in alphabetical order. */
export const demoIds = (): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => file.replace(/\.ts$/, ''))
        .sort()
    : [];

/** All demos. @throws Error that lists every fault of the first malformed file with its line */
export const allDemos = (): Promise<NamedDemo[]> => Promise.all(demoIds().map(load));

/** The components that name a demo, and by which attribute. */
const named = { Demo: 'id', Measured: 'demo', Kept: 'demo' } as const;

/**
 * One demo.
 * @param tag the component that asks for it
 * @throws Error that lists the places where an unknown id is used, or every fault of a malformed file
 */
export function demoNamed(id: string, tag: keyof typeof named = 'Demo'): Promise<NamedDemo> {
  const known = demoIds();
  if (!known.includes(id)) {
    const message = `<${tag} ${named[tag]}="${id}"> names no file in ${folder}. Known: ${known.join(', ') || 'none'}`;
    const places = uses(id, tag);
    throw new Error(places.length > 0 ? places.map((place) => `${place}: ${message}`).join('\n') : message);
  }
  return load(id);
}

async function load(id: string): Promise<NamedDemo> {
  const file = join(folder, `${id}.ts`);
  // Node reads the file itself, so that a fault can be told with its line; the time makes an edited file a new module.
  const address = `${pathToFileURL(file).href}?at=${statSync(file).mtimeMs}&lang.ts`;
  const module = (await import(/* @vite-ignore */ address).catch((error: unknown) => {
    throw new Error(demoFaults(file, error).join('\n'));
  })) as { default?: Demo };
  if (!module.default)
    throw new Error(`${file}:1: the file exports no demo. Write \`export default defineDemo({ … });\``);
  return { id, file, demo: module.default };
}

/** Where articles use an id: `content/articles/en/x.mdx:12`. */
function uses(id: string, tag: string): string[] {
  const articles = 'content/articles';
  if (!existsSync(articles)) return [];
  const files = readdirSync(articles, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'));
  return files.flatMap((file) => {
    const lines = readFileSync(join(articles, file), 'utf8').split('\n');
    const places = lines.map((line, i) => (line.includes(`<${tag}`) && line.includes(`"${id}"`) ? i + 1 : 0));
    return places.filter(Boolean).map((line) => `${join(articles, file)}:${line}`);
  });
}
