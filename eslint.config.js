import js from '@eslint/js'
import regexp from 'eslint-plugin-regexp'
import ts from 'typescript-eslint'
import ownKeys from './scripts/lint/own-keys.js'
import statusNames from './scripts/lint/status-names.js'

/** What is most likely a slip in a regular expression. */
const SLIPS = ['no-dupe-characters-character-class', 'no-dupe-disjunctions', 'no-empty-alternative', 'no-empty-capturing-group', 'no-empty-character-class',
  'no-empty-group', 'no-empty-lookarounds-assertion', 'no-invalid-regexp', 'no-invisible-character', 'no-misleading-capturing-group',
  'no-misleading-unicode-character', 'no-missing-g-flag', 'no-optional-assertion', 'no-potentially-useless-backreference', 'no-useless-assertions',
  'no-useless-backreference', 'no-useless-dollar-replacements', 'no-useless-range']

// What the compiler does not see. Taste is left to the reader.
export default ts.config(
  { ignores: ['generated/', 'node_modules/', '.node/', '.clients/', '.pack/', 'clients/', 'test/types/refused/', '.tap/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    plugins: { regexp },
    rules: {
      'no-control-regex': 'off',
      'no-undef': 'off',
      'no-empty': ['error', { allowEmptyCatch: true }],
      // src/framework/contract and src/framework/crud need `any` for what is known at run time alone; elsewhere a comment gives the reason.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      ...Object.fromEntries(SLIPS.map((rule) => [`regexp/${rule}`, 'error'])),
      // One text of a stranger must not keep an expression busy for longer than it is long.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain' }]
    }
  },
  {
    files: ['src/**/*.ts', 'db/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house: { rules: { 'own-keys': ownKeys, 'status-names': statusNames } } },
    rules: {
      'house/own-keys': 'error',
      'house/status-names': 'error',
      // An object that somebody sent may have a `toString` of its own: textOf() of src/framework/contract/text.ts never calls it.
      '@typescript-eslint/no-base-to-string': ['error', { checkUnknown: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowAny: true, allowBoolean: true, allowNullish: true, allowNumber: true, allow: ['URLSearchParams'] }],
      'no-restricted-syntax': ['error', {
        selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"]',
        message: 'An expression that is put together may hold the text of a user, and JavaScript can take for ever over it: use patternOf() of db/pattern.ts, or a literal.'
      }]
    }
  },
  // A migration that was released is never edited.
  { files: ['db/migrations/*.ts'], rules: { 'house/status-names': 'off' } }
)
