// The arrows of the architecture point one way: content → components → engine, plots, maths → gan → TensorFlow.js.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** What each part may import besides itself. */
const allowed: Record<string, string[]> = {
  'src/vocabulary': [],
  'src/gan': ['src/vocabulary'],
  'src/engine': ['src/vocabulary', 'src/gan'],
  'src/plots': ['src/vocabulary', 'src/gan', 'src/writing'],
  'src/maths': ['src/gan', 'content'],
  'src/figures': ['src/gan', 'src/controls', 'src/writing'],
  'src/recordings': ['src/vocabulary', 'src/gan', 'src/plots'],
  'content/demos': ['src/vocabulary'],
};

const imports = (part: string): [string, string][] =>
  readdirSync(part, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const from = join(part, file);
      const text = readFileSync(from, 'utf8');
      return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match): [string, string] => [
        from,
        match[1] ?? '',
      ]);
    });

for (const [part, others] of Object.entries(allowed)) {
  test(`${part} imports only from ${[part, ...others].join(', ')}`, () => {
    const astray = imports(part).filter(([from, to]) => {
      if (!to.startsWith('.')) return false;
      const path = normalize(join(dirname(from), to));
      return path !== 'src/certain.ts' && ![part, ...others].some((prefix) => path.startsWith(`${prefix}/`));
    });
    expect(astray).toEqual([]);
  });
}

test('only src/gan/tensorflow.ts imports TensorFlow.js, and the vocabulary does not', () => {
  const parts = ['src', 'content/demos', 'tests'];
  const doors = parts.flatMap(imports).filter(([, to]) => to.startsWith('@tensorflow/'));
  expect(new Set(doors.map(([from]) => from))).toEqual(new Set(['src/gan/tensorflow.ts']));
  expect(imports('src/vocabulary').filter(([, to]) => /tensorflow|gan/.test(to))).toEqual([]);
});
