// What kept results depend on: the files that decide how a run goes and how it is drawn. A test follows the imports, so that none is forgotten.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files and folders from the repository's root; of a folder, all source files. Training and judging are the sweep's as well. */
const science = ['src/certain.ts', 'src/vocabulary', 'src/gan'];
export const sources = {
  science,
  training: [...science, 'src/recordings/train.ts', 'src/plots/trace.ts'],
  drawing: ['src/plots', 'src/writing', 'src/recordings', 'src/styles/tokens.css'],
} as const satisfies Record<string, readonly string[]>;

/**
 * Names and texts of files and of all source files in folders.
 * @param root the repository's
 */
export function textsOf(root: string, paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    if (/\.\w+$/.test(path)) return [path];
    const inside = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' });
    return inside.filter((file) => file.endsWith('.ts')).map((file) => join(path, file));
  });
  return files.sort().flatMap((file) => [file, readFileSync(join(root, file), 'utf8')]);
}

/** Another one for other texts. */
export function keyOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12);
}
