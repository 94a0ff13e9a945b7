// A rule of our own: an object literal is no table to look texts up in, for `constructor` and `__proto__` are keys of
// every one.
import ts from 'typescript'

/** Whether a key may be any text. */
const isAnyText = (type) =>
  type.isUnion()
    ? type.types.some(isAnyText)
    : (type.flags & (ts.TypeFlags.String | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0

/** Whether what a name stands for was written as an object literal. */
function isLiteral(checker, node) {
  const bare =
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
      ? node.expression
      : undefined
  if (bare) return isLiteral(checker, bare)
  if (ts.isObjectLiteralExpression(node)) return true
  if (!ts.isIdentifier(node)) return false
  const symbol = checker.getSymbolAtLocation(node)
  const declared = (symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol)
    ?.valueDeclaration
  return (
    declared !== undefined &&
    ts.isVariableDeclaration(declared) &&
    declared.initializer !== undefined &&
    isLiteral(checker, declared.initializer)
  )
}

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      key: 'This key may be any text, also "constructor" or "__proto__". Make the object by dictionary() of db/dictionary.ts, or use a Map.',
      in: '"in" finds "constructor" in every object. Use Object.hasOwn, or a Set.'
    }
  },
  create(context) {
    const services = context.sourceCode.parserServices
    const checker = services.program.getTypeChecker()
    return {
      MemberExpression(node) {
        if (!node.computed || node.property.type === 'Literal' || !isAnyText(services.getTypeAtLocation(node.property)))
          return
        if (isLiteral(checker, services.esTreeNodeToTSNodeMap.get(node.object)))
          context.report({ node: node.property, messageId: 'key' })
      },
      BinaryExpression(node) {
        if (node.operator === 'in' && node.left.type !== 'Literal' && node.left.type !== 'PrivateIdentifier')
          context.report({ node, messageId: 'in' })
      }
    }
  }
}
