// Bundles one TypeScript entry for a page, exactly as the site's own worker is bundled: by Vite.
import { build } from 'vite';
import { simdKernels } from '../gan/kernels/module/plugin.ts';

/** One ES module with everything that `entry` (an absolute path) imports, as text. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    plugins: [simdKernels()],
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      rollupOptions: { input: entry, output: { format: 'es', codeSplitting: false } },
    },
  });
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  const script = outputs.find((file) => file.type === 'chunk' && file.isEntry);
  if (script?.type !== 'chunk') throw new Error(`Bundling ${entry} gave no script.`);
  return script.code;
}
