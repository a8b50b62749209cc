// What a kept result depends on: the texts of a module and of all modules of this repository that it imports.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { certain } from '../certain.ts';

/** A statement that imports a module of this repository, over one line or many. */
const imported = /^(?:import|export)\b[^';]*'(\.[^']+)'/gm;

/**
 * Names and texts of a module and of all that it imports, directly or not, in the order of their names.
 * @param entry its path from `root`
 */
export function sourcesOf(root: string, entry: string): string[] {
  const texts = new Map<string, string>();
  const visit = (module: string): void => {
    if (texts.has(module)) return;
    const text = readFileSync(join(root, module), 'utf8');
    texts.set(module, text);
    for (const [, path] of text.matchAll(imported)) visit(join(dirname(module), certain(path, 'an imported path')));
  };
  visit(entry);
  return [...texts.keys()].sort().flatMap((module) => [module, certain(texts.get(module), module)]);
}

/** Another one for other texts. */
export function keyOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12);
}
