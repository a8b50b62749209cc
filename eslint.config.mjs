import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noRandom = {
  object: 'Math',
  property: 'random',
  message: 'Randomness is an argument: take a stream from src/gan/random.ts.',
};

export default defineConfig(
  {
    // The last is AssemblyScript, which its own compiler checks.
    ignores: [
      'dist',
      '.astro',
      '.cache',
      'node_modules',
      'test-results',
      'playwright-report',
      'src/gan/kernels/assembly',
    ],
  },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    rules: {
      'no-restricted-properties': ['error', noRandom],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@tensorflow/*'],
              message: 'Only src/gan/tensorflow.ts imports TensorFlow.js: take `tf` from there.',
            },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/gan/tensorflow.ts'], rules: { 'no-restricted-imports': 'off' } },
);
