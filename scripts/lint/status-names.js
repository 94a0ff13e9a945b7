// A rule of our own: states have names (src/modules/status/states.ts). A number beside something that is called a status
// says nothing to a reader, and the same number means other things in other classes.

/** What a name in the code is called: the last part of `order.status`, `old_status`, `buildStatus`. */
const CALLED_STATUS = /(?:^|_|[a-z])status(?:_|$)|Status$/i
/** Answers of HTTP have numbers that everybody knows. */
const HTTP = (number) => number >= 100 && number < 600

function nameOf(node) {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return node.computed ? node.property.value : node.property.name
  if (['ChainExpression', 'TSNonNullExpression', 'TSAsExpression'].includes(node.type)) return nameOf(node.expression)
  if (node.type === 'LogicalExpression') return nameOf(node.left) ?? nameOf(node.right)
  return undefined
}

const isStatus = (node) => {
  const name = node.type === 'Literal' ? node.value : nameOf(node)
  return typeof name === 'string' && CALLED_STATUS.test(name)
}
const isNumber = (node) => node?.type === 'Literal' && typeof node.value === 'number' && !HTTP(node.value)
const holdsNumber = (node) => isNumber(node) || (node?.type === 'ArrayExpression' && node.elements.some(isNumber))

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { number: 'States have names: StockStatus.OK, BuildStatus.PENDING … of src/modules/status/states.ts.' }
  },
  create(context) {
    const refuse = (node) => context.report({ node, messageId: 'number' })
    return {
      BinaryExpression(node) {
        if ((isStatus(node.left) && isNumber(node.right)) || (isNumber(node.left) && isStatus(node.right))) refuse(node)
      },
      SwitchStatement({ discriminant, cases }) {
        if (isStatus(discriminant)) for (const { test } of cases) if (isNumber(test)) refuse(test)
      },
      LogicalExpression(node) {
        if (isStatus(node.left) && isNumber(node.right)) refuse(node)
      },
      AssignmentExpression(node) {
        if (isStatus(node.left) && holdsNumber(node.right)) refuse(node)
      },
      AssignmentPattern(node) {
        if (isStatus(node.left) && isNumber(node.right)) refuse(node)
      },
      VariableDeclarator(node) {
        if (node.id.type === 'Identifier' && isStatus(node.id) && holdsNumber(node.init)) refuse(node)
      },
      Property(node) {
        if (!node.computed && isStatus(node.key) && holdsNumber(node.value)) refuse(node)
      },
      // `where('status', '=', 20)`, `[10, 20].includes(order.status)`
      CallExpression({ arguments: given, callee }) {
        if (given.length > 1 && isStatus(given[0]) && given.slice(1).some(holdsNumber)) refuse(given.at(-1))
        const of = callee.type === 'MemberExpression' ? callee.object : undefined
        if (of?.type === 'ArrayExpression' && holdsNumber(of) && given.some(isStatus)) refuse(of)
      },
      // SQL: `o.status in (10, 20)`, `l.status = 10`
      TemplateElement(node) {
        if (/status\w* *(?:=|<>|!=|<|>|(?:not )?in *\() *\d/i.test(node.value.raw)) refuse(node)
      }
    }
  }
}
