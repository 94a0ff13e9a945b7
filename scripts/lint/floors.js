// A rule of our own: who may import whom, whichever way it is written. ESLint's own `no-restricted-imports` passes over
// `import()`, which the command line uses to load late, and over `import('…').Type`.

/** Refuses imports whose path one of the patterns fits: `{ regex, message }`. */
export default {
  meta: {
    type: 'problem',
    schema: {
      type: 'array',
      items: { type: 'object', properties: { regex: { type: 'string' }, message: { type: 'string' } } }
    }
  },
  create(context) {
    const patterns = context.options.map(({ regex, message }) => ({ expression: new RegExp(regex), message }))
    const check = (node) => {
      if (typeof node?.value !== 'string') return
      const path = node.value.replace(/^(?:\.\/)+(?=\.\.\/)/, '')
      const message = patterns.find(({ expression }) => expression.test(path))?.message
      if (message) context.report({ node, message })
    }
    return {
      'ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType': (node) =>
        check(node.source)
    }
  }
}
