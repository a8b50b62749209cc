// What recordings and sweeps are kept for: the modules that they depend on, found through all imports.
import { expect, test } from 'vitest';
import { keyOf, sourcesOf } from '../../src/recordings/sources.ts';

const modulesOf = (entry: string): string[] => sourcesOf(process.cwd(), entry).filter((_, i) => i % 2 === 0);

const science = ['src/gan/runs/verdict.ts', 'src/gan/training/updates.ts', 'src/vocabulary/judging.ts'];

test('a training depends on the science and the vocabulary, and not on how it is drawn', () => {
  const modules = modulesOf('src/recordings/train.ts');
  expect(modules).toEqual(expect.arrayContaining([...science, 'src/plots/trace.ts', 'src/certain.ts']));
  expect(modules.filter((module) => module.startsWith('src/plots/views'))).toEqual([]);
  expect(modules).toEqual([...new Set(modules)].toSorted());
});

test('pictures depend on the drawing as well, a sweep on the science alone', () => {
  expect(modulesOf('src/recordings/record.ts')).toEqual(
    expect.arrayContaining([...science, 'src/plots/views/samplesInPlane.ts', 'src/recordings/palette.ts']),
  );
  const sweep = modulesOf('src/gan/runs/verdict.ts');
  expect(sweep).toEqual(expect.arrayContaining(science));
  expect(sweep.filter((module) => !/^src\/(gan|vocabulary)\/|^src\/certain\.ts$/.test(module))).toEqual([]);
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
