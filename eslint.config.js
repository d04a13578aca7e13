import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/.astro/',
    '**/.standalone/',
    '**/.strapi/',
    '**/.cache/',
    '**/types/generated/',
    '.data/',
    'test-results/',
  ]),
  js.configs.recommended,
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // TypeScript knows the names that exist, and says so.
      'no-undef': 'off',
      // French words have non-breaking spaces before their colons.
      'no-irregular-whitespace': ['error', { skipTemplates: true, skipComments: true, skipRegExps: true }],
      // A field is left out of an object by taking it out under a name that says it is not used.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // A test that finds nothing fails all the same, and an index that was just checked is known to be there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Headers are a dictionary: their names are data.
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    // Strapi compiles the CMS to CommonJS, where what a folder listing names is loaded by require.
    files: ['cms/**/*.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
