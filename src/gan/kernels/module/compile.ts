// Compiles the SIMD kernels from AssemblyScript, once for each version of their text. For Node: the build, tests, commands.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

// From where the command runs, not from this file: a build for the server bundles it to elsewhere.
const root = process.cwd();
/** Where the kernels' text lies. */
export const sourceFolder = join(root, 'src/gan/kernels/assembly');
const cacheFolder = join(root, '.cache/kernels');

const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'simd'];

/**
 * The WebAssembly module. Compiling takes seconds, so it is kept under the hash of the text.
 * @throws Error with the compiler's own words
 */
export async function compiled(): Promise<Uint8Array> {
  const names = (await readdir(sourceFolder)).filter((name) => name.endsWith('.ts')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(sourceFolder, name), 'utf8')));
  const hash = createHash('sha256')
    .update(JSON.stringify([options, names, texts]))
    .digest('hex')
    .slice(0, 16);
  const file = join(cacheFolder, `${hash}.wasm`);
  try {
    return await readFile(file);
  } catch {
    const binary = await compile(new Map(names.map((name, i) => [join(sourceFolder, name), texts[i] as string])));
    await mkdir(cacheFolder, { recursive: true });
    // Renamed into place, so that no other process reads half of it.
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, binary);
    await rename(draft, file);
    return binary;
  }
}

/** @param texts by their paths: those that were hashed, even if a file has changed since */
async function compile(texts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const { main } = await import('assemblyscript/asc');
  let binary: Uint8Array | undefined;
  const entry = relative(root, join(sourceFolder, 'index.ts'));
  let said = '';
  const { error } = await main([entry, '--baseDir', root, '--outFile', 'kernels.wasm', ...options], {
    stderr: {
      write(text) {
        said += String(text);
      },
    },
    readFile: (name, baseDir) => texts.get(join(baseDir, name)) ?? null,
    writeFile(_, contents) {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error || binary === undefined)
    throw new Error(`The SIMD kernels do not compile: ${error?.message ?? 'no output'}\n${said}`);
  return binary;
}
