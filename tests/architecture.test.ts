// What the arrows of rooms.mjs cannot say: what is loaded in the end, through however many files; and that the rooms listed are the rooms there are.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, type Plugin } from 'vite';
import { rooms } from '../rooms.mjs';

const island = 'src/demo/Island.tsx';
const foldersOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

describe('what is loaded', () => {
  const vocabulary = readdirSync('src/vocabulary').map((file) => `src/vocabulary/${file}`);
  /** By file: what it imports at once, and what it imports later, when it is asked for. Types are gone; packages keep their names. */
  const imports = new Map<string, { now: readonly string[]; later: readonly string[] }>();

  beforeAll(async () => {
    const named = (id: string) => (id.startsWith('/') ? relative(process.cwd(), id) : id);
    const watch: Plugin = {
      name: 'imports',
      buildEnd() {
        for (const id of this.getModuleIds()) {
          const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(id) ?? {};
          imports.set(named(id), { now: importedIds.map(named), later: dynamicallyImportedIds.map(named) });
        }
      },
    };
    const input = [...vocabulary, island];
    const external = /^[^./\0]/;
    await build({
      configFile: false,
      logLevel: 'error',
      plugins: [watch],
      build: { write: false, rollupOptions: { input, external } },
      worker: { format: 'es', rollupOptions: { external } },
    });
  });

  /** Everything that loading the files loads, with the way to it. */
  function loaded(files: string[], { later }: { later: boolean }): Map<string, string> {
    const ways = new Map(files.map((file) => [file, file]));
    // A map's entries that are added while it is walked are walked as well.
    for (const [file, way] of ways) {
      const found = imports.get(file);
      for (const next of [...(found?.now ?? []), ...(later ? (found?.later ?? []) : [])]) {
        if (!ways.has(next)) ways.set(next, `${way} → ${next}`);
      }
    }
    return ways;
  }
  const forbidden = (ways: Map<string, string>, what: RegExp) =>
    [...ways].filter(([file]) => what.test(file)).map(([, way]) => way);

  test('the vocabulary loads no TensorFlow.js and nothing of gan', () => {
    const ways = loaded(vocabulary, { later: true });
    expect([...ways.keys()]).toContain('zod');
    expect(forbidden(ways, /@tensorflow|^src\/gan\//)).toEqual([]);
  });

  test('a page with a demo loads no TensorFlow.js, no zod and nothing of gan before its reader asks', () => {
    const ways = loaded([island], { later: false });
    expect([...ways.keys()]).toContain('@preact/signals');
    expect(forbidden(ways, /@tensorflow|^zod|^src\/(gan|engine|plots\/views)\//)).toEqual([]);
  });

  test('once asked, the page loads closed forms to draw, but neither trains nor measures', () => {
    const ways = loaded([island], { later: true });
    expect([...ways.keys()]).toContain('src/engine/page/client.ts');
    expect(forbidden(ways, /@tensorflow|^zod|^src\/gan\/(?!theory\/)|^src\/engine\/worker\//)).toEqual([]);
  });
});

describe('the rooms that are listed are the folders of src', () => {
  const folders = foldersOf('src');
  const readme = readFileSync('README.md', 'utf8');

  test('in rooms.mjs', () => {
    expect(new Set(Object.keys(rooms).map((room) => room.split('/')[0]))).toEqual(new Set(folders));
    const halls = new Set(Object.keys(rooms).flatMap((room) => (room.includes('/') ? (room.split('/')[0] ?? '') : [])));
    for (const hall of halls) {
      const inside = Object.keys(rooms).filter((room) => room.startsWith(`${hall}/`));
      expect(new Set(inside)).toEqual(new Set(foldersOf(`src/${hall}`).map((folder) => `${hall}/${folder}`)));
    }
  });

  test('in README', () => {
    const listed = [...readme.matchAll(/^ {4}src\/(\w+)\/ /gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual(folders.sort());
  });

  test('and every path that README names is there', () => {
    const paths = [...readme.matchAll(/`((?:src|content|tests)\/[^`<*]*)`/g)].map((match) => match[1] ?? '');
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});
