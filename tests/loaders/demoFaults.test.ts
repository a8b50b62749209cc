// A malformed demo file is told to its author: file, line and every fault at once.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { demoFaults } from '../../src/loaders/demoFaults.ts';
import { demoNamed } from '../../src/loaders/demos.ts';

const vocabulary = new URL('../../src/vocabulary/defineDemo.ts', import.meta.url).href;

/** The faults of a demo file with this text, without the folder in front. */
async function faultsOf(text: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  const file = join(folder, 'bad.ts');
  writeFileSync(file, text.replace('VOCABULARY', vocabulary));
  const error: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return demoFaults(file, error).map((fault) => fault.replace(`${folder}/`, ''));
}

const file = (change: { rate?: string; bound?: string; initial?: string }) => `import { defineDemo } from 'VOCABULARY';

const network = { kind: 'mlp', widths: [4], activation: 'relu' } as const;
const rule = { kind: 'sgd', rate: ${change.rate ?? '0.1'} } as const;

export default defineDemo({
  title: 'T',
  caption: 'C',
  experiment: {
    seed: 1,
    data: { kind: 'gaussian', mean: 0, sd: 1 },
    latent: 2,
    generator: network,
    discriminator: network,
    objective: 'saturating',
    optimisers: { generator: rule, discriminator: rule },
    batch: 8,
  },
  variants: {
    a: {
      label: 'A',
      change: {},
      claims: [
        { says: 'Something is the case.', metric: 'wasserstein1', ${change.bound ?? 'atMost: 1, at: 10'} },
      ],
    },
  },
  initial: '${change.initial ?? 'a'}',
  shows: ['samples'],
  every: 10,
  length: 100,
});
`;

test('every fault has its line, also behind a name', async () => {
  const faults = await faultsOf(file({ rate: '-1', bound: 'atMost: 1, by: 10' }));
  expect(faults).toEqual([
    expect.stringMatching(/^bad\.ts:4: experiment\.optimisers\.generator\.rate: /),
    expect.stringMatching(/^bad\.ts:4: experiment\.optimisers\.discriminator\.rate: /),
    expect.stringMatching(/^bad\.ts:24: variants\.a\.claims\.0\.by: `atMost` with `by`/),
  ]);
});

test('a name that is unknown, a step that is never measured', async () => {
  expect(await faultsOf(file({ initial: 'b' }))).toEqual(['bad.ts:28: initial: names no variant: "b". Known: a']);
  expect(await faultsOf(file({ bound: 'atMost: 1, at: 15' }))).toEqual([
    expect.stringMatching(/^bad\.ts:24: .*claims\.0\.at: step 15 is never measured/),
  ]);
});

test('a file that cannot be read at all is named as well', async () => {
  expect(await faultsOf('export default undefinedThing;\n')).toEqual([
    expect.stringMatching(/^bad\.ts:1: undefinedThing is not defined/),
  ]);
});

test('an unknown id is refused with the ids there are', () => {
  expect(() => demoNamed('no-such-demo')).toThrow(
    /<Demo id="no-such-demo"> names no file in content\/demos\. Known: .*saturation/,
  );
});
