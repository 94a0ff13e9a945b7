import js from '@eslint/js'
import regexp from 'eslint-plugin-regexp'
import ts from 'typescript-eslint'
import floors from './scripts/lint/floors.js'
import ownKeys from './scripts/lint/own-keys.js'
import statusNames from './scripts/lint/status-names.js'

/** What is most likely a slip in a regular expression. */
const SLIPS = ['no-dupe-characters-character-class', 'no-dupe-disjunctions', 'no-empty-alternative', 'no-empty-capturing-group', 'no-empty-character-class',
  'no-empty-group', 'no-empty-lookarounds-assertion', 'no-invalid-regexp', 'no-invisible-character', 'no-misleading-capturing-group',
  'no-misleading-unicode-character', 'no-missing-g-flag', 'no-optional-assertion', 'no-potentially-useless-backreference', 'no-useless-assertions',
  'no-useless-backreference', 'no-useless-dollar-replacements', 'no-useless-range']

/** Refuses imports from some folders of src, by whatever path, and says why. */
const never = (folders, message) => ({ regex: `^(#|\\.(.*/)?)(${folders})/`, message })

/** What each floor of the house must not know; docs/architecture.md, "What lies where". */
const ABOVE_FRAMEWORK = never(
  'modules|server|cli',
  'The framework knows no domain and no process: what it needs of a module, the module declares in its module.ts, and src/modules/registry.ts hands it over.'
)
const ABOVE_CONTRACT = {
  regex: '(^#(crud|auth)/|^#framework/(?!time\\.ts$)|^\\.\\./)',
  message: 'The contract is the lowest floor: what it needs of others comes with the binding (src/framework/contract/bind.ts).'
}
const ABOVE_MODULES = never(
  'server|cli',
  'Modules run in any process: what a server gives them comes with Materials or the call (src/framework/module.ts).'
)
const INSIDE_MODULES = {
  regex: '^(#modules|\\.\\.(/\\.\\.)*)/[^/.]+/(?!index\\.ts$)',
  message: 'A module is met by its index.ts alone; what others need, it exports there (docs/decisions/0023-doors.md).'
}
const PAST_DOORS = {
  regex: '^(\\.|#modules)/[^/.]+/(?!(index|module)\\.ts$)',
  message: 'The registry meets a module by its module.ts and its index.ts.'
}
const ABOVE_TEMPLATES = never(
  'modules|server|cli|crud|auth|contract',
  'Templates know no domain and no requests: what they show is handed to them, and what their tags ask for comes with TemplateServices.'
)
const ABOVE_SERVER = never('cli', 'A server is started by the command line, or by a test; it knows neither.')
const ABOVE_DATABASE = {
  regex: '^(#(?!db/)|(\\.\\./)+src/)',
  message: 'The database layer is used by everything and uses nothing of src.'
}

const house = { rules: { floors, 'own-keys': ownKeys, 'status-names': statusNames } }

const floor = (files, ...patterns) => ({ files, plugins: { house }, rules: { 'house/floors': ['error', ...patterns] } })

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
  floor(['db/**/*.ts'], ABOVE_DATABASE),
  floor(['src/framework/**/*.ts'], ABOVE_FRAMEWORK),
  floor(['src/framework/contract/**/*.ts'], ABOVE_FRAMEWORK, ABOVE_CONTRACT),
  floor(['src/template/**/*.ts'], ABOVE_TEMPLATES),
  floor(['src/modules/**/*.ts'], ABOVE_MODULES, INSIDE_MODULES),
  floor(['src/modules/*.ts'], ABOVE_MODULES, PAST_DOORS),
  floor(['src/server/**/*.ts'], ABOVE_SERVER, INSIDE_MODULES),
  floor(['src/cli/**/*.ts'], INSIDE_MODULES),
  {
    files: ['src/**/*.ts', 'db/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { house },
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
  {
    files: ['src/modules/*/index.ts'],
    rules: {
      'no-restricted-syntax': ['error', {
        selector: 'Program > :not(ExportNamedDeclaration[source], ExportAllDeclaration[exported])',
        message: 'The index.ts of a module names what others may use of its files, and holds nothing itself.'
      }]
    }
  },
  // A migration that was released is never edited.
  { files: ['db/migrations/*.ts'], rules: { 'house/status-names': 'off' } }
)
