import { defineConfig } from 'vitest/config';
import { simdKernels } from '../src/gan/kernels/module/plugin.ts';

export default defineConfig({
  plugins: [simdKernels()],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
