import js from '@eslint/js'
import ts from 'typescript-eslint'

// What the compiler does not see. Taste is left to the reader.
export default ts.config(
  { ignores: ['generated/', 'node_modules/', '.node/', '.clients/', '.pack/', 'clients/', 'test/types/refused/', '.tap/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    rules: {
      'no-control-regex': 'off',
      'no-undef': 'off',
      'no-empty': ['error', { allowEmptyCatch: true }],
      // src/contract and src/crud need `any` for what is known at run time alone; elsewhere a comment gives the reason.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
    }
  }
)
