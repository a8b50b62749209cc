// Gives bundles the compiled SIMD kernels as text: the module `virtual:simd-kernels`.
import type { Plugin } from 'vite';
import { compiled, sourceFolder } from './compile.ts';

const id = 'virtual:simd-kernels';

/** For every bundle in which the engine runs: pages, the worker, tests. */
export function simdKernels(): Plugin {
  return {
    name: 'simd-kernels',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(source) {
      if (source !== `\0${id}`) return undefined;
      this.addWatchFile(sourceFolder);
      return `export default ${JSON.stringify(Buffer.from(await compiled()).toString('base64'))};`;
    },
  };
}
