/** Lint: floating promises, Lit and web-component mistakes, and the directions in which dependencies may point. */
import js from '@eslint/js'
import lit from 'eslint-plugin-lit'
import wc from 'eslint-plugin-wc'
import ts from 'typescript-eslint'

const forbid = (patterns, message) => ({ 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] })

export default ts.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'data/**', '**/migrations/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': 'error',
      eqeqeq: 'error',
      // Units keep to their figures: non-breaking spaces are meant.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['shared/**/*.ts', 'controller/**/*.ts', 'player/**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['shared/tsconfig.test.json', 'controller/tsconfig.json', 'controller/ui/tsconfig.json', 'player/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['**/*.test.ts', 'shared/testing/**'],
    rules: {
      ...forbid(['@infoskjerm/*', 'node:*', 'lit', 'lit/*', 'socket.io*'], 'shared/ is pure: it imports nothing but zod and itself'),
      'no-restricted-globals': [
        'error',
        'Date',
        'Intl',
        'performance',
        'crypto',
        'setTimeout',
        'setInterval',
        'window',
        'document',
        'process',
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'the engine reads no random source' }],
    },
  },
  {
    files: ['player/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: forbid(
      ['@infoskjerm/controller/*', 'lit', 'lit/*', 'node:*', '../stage/*', '../page/*', 'socket.io*'],
      'player/core is environment-free',
    ),
  },
  {
    files: ['player/stage/**/*.ts'],
    rules: forbid(['@infoskjerm/controller/*', '../page/*', '../core/*', 'socket.io*'], 'stage → shared only'),
  },
  // A page has no log of its own: what it swallows on purpose it says in the browser's console.
  { files: ['player/page/**/*.ts'], rules: { 'no-console': ['error', { allow: ['info', 'warn', 'error'] }] } },
  { files: ['player/page/**/*.ts'], rules: forbid(['@infoskjerm/controller/*'], 'page → core and stage → shared') },
  {
    files: ['controller/ui/**/*.ts'],
    rules: forbid(
      ['@infoskjerm/player/page/*', '@infoskjerm/player/core/*', '../storage/*', '../http/*', '../realtime/*', 'drizzle-orm*', 'hono*'],
      'ui → stage → shared',
    ),
  },
  {
    files: ['controller/**/*.ts'],
    ignores: ['controller/**/table.ts', 'controller/**/store.ts', 'controller/storage/**', 'controller/**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['drizzle-orm', 'drizzle-orm/*'], message: 'only table.ts, store.ts and storage/ see Drizzle' }] },
      ],
    },
  },
  { ...lit.configs['flat/recommended'], files: ['controller/ui/**/*.ts', 'player/**/*.ts'] },
  { ...wc.configs['flat/recommended'], files: ['controller/ui/**/*.ts', 'player/**/*.ts'] },
  {
    files: ['scripts/**/*.mjs', '*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
)
