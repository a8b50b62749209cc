// What a linter reads: types (no promise left floating, no needless assertion), randomness, and what Astro files import.
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { rooms } from './rooms.mjs';

const noRandom = {
  object: 'Math',
  property: 'random',
  message: 'Randomness is an argument: take a stream from src/gan/random.ts.',
};

/** The arrows of rooms.mjs for Astro files, which dependency-cruiser cannot read. */
const astroArrows = Object.entries(rooms).map(([room, others]) => {
  const allowed = [room, ...others].map((name) => name.replace(/\*$/, ''));
  const regex = `^(\\.\\./)+(?!(${allowed.join('|')}))(${Object.keys(rooms).join('|')})/`;
  const message = `src/${room} imports only ${[...others, 'itself'].join(', ')}: see rooms.mjs.`;
  return {
    files: [`src/${room}/**/*.astro`],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }, { group: ['@tensorflow/*'] }] }] },
  };
});

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
    // Not Astro files: only Astro's own checker knows the types of their components, and `astro check` runs it.
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A shape in a message reads well as it is: 2,3.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowArray: true }],
    },
  },
  {
    rules: {
      'no-restricted-properties': ['error', noRandom],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  ...astroArrows,
);
