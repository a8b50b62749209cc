import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{gan,engine,plots,maths,proofreading,content}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
