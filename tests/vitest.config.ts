// Unit tests, and how much of src they run: `npm test` prints lines and branches of each room.
import { defineConfig } from 'vitest/config';
import { simdKernels } from '../src/gan/kernels/module/plugin.ts';

export default defineConfig({
  plugins: [simdKernels()],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    coverage: {
      // Not V8's own: it counts in every loop of TensorFlow.js as well, and tests that train take 2.6 times as long.
      provider: 'istanbul',
      include: ['src/**/*.{ts,tsx}'],
      // Loops over single weights, where counting costs more than the work (their tests compare every number), and AssemblyScript.
      exclude: ['src/gan/kernels/{cpu/loops,assembly}/**'],
      reporter: ['json-summary'],
      reportOnFailure: true,
      reportsDirectory: '.cache/coverage',
    },
  },
});
