// Kept recordings and sweeps are made anew when a file that they depend on changes: what is imported is among the files that their keys hash.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { keyOf, sources, textsOf } from '../../src/recordings/sources.ts';

const hashed = (...paths: readonly string[]) => new Set(textsOf(process.cwd(), paths).filter((_, i) => i % 2 === 0));

/** A module and all that it imports from this repository, directly or not. A type alone decides nothing. */
function importedBy(module: string, found = new Set<string>()): Set<string> {
  if (found.has(module)) return found;
  found.add(module);
  const text = readFileSync(module, 'utf8').replace(/import type [^;]*;/g, '');
  const paths = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  for (const [, path = ''] of paths) importedBy(join(dirname(module), path), found);
  return found;
}

test.each([
  ['a sweep', 'src/gan/runs/trainUntilDecided.ts', sources.science],
  ['a training', 'src/recordings/train.ts', sources.training],
  ['a recording', 'src/recordings/record.ts', [...sources.training, ...sources.drawing]],
] as const)('the key of %s hashes every module that makes it', (_, entry, paths) => {
  const modules = importedBy(entry);
  expect(modules.size).toBeGreaterThan(40);
  const known = hashed(...paths);
  expect([...modules].filter((module) => !known.has(module))).toEqual([]);
});

test('the key of a training leaves out how it is drawn', () => {
  expect([...hashed(...sources.training)].filter((file) => file.startsWith('src/plots/views'))).toEqual([]);
});

test('another text gives another key, and so does the same text cut elsewhere', () => {
  const keys = [
    ['ab', 'c'],
    ['a', 'bc'],
    ['ab', 'd'],
    ['ab', 'c', ''],
  ].map(keyOf);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keyOf(['ab', 'c'])).toBe(keys[0]);
});
