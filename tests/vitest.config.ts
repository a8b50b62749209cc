import { defineConfig } from 'vitest/config';
import { simdKernels } from '../src/gan/kernels/module/plugin.ts';

export default defineConfig({
  plugins: [simdKernels()],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{gan,engine,plots,maths,content}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
