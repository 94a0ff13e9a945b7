// Templates that users write for texts of theirs, such as names of parts and batch codes.
import { Template } from '@huggingface/jinja'

/**
 * What a template may be made of: whatever takes no longer, and makes no more, than it is long itself. Loops and
 * variables do.
 */
const STEPS = new Set([
  'Program',
  'Comment',
  'If',
  'Ternary',
  'SelectExpression',
  'BinaryExpression',
  'UnaryExpression',
  'TestExpression',
  'MemberExpression',
  'SliceExpression',
  'FilterExpression',
  'CallExpression',
  'Identifier',
  'StringLiteral',
  'IntegerLiteral',
  'FloatLiteral'
])
const FUNCTIONS = new Set([
  'upper',
  'lower',
  'title',
  'capitalize',
  'strip',
  'lstrip',
  'rstrip',
  'startswith',
  'endswith',
  'trim',
  'string',
  'int',
  'float',
  'length',
  'first',
  'last',
  'default'
])

interface Step {
  type?: string
  value?: unknown
  computed?: boolean
  callee?: Step
  property?: Step
  filter?: Step
  left?: Step
}

/** The name of a filter, a function or a method; undefined where it is worked out. */
function nameOf(step: Step | undefined): unknown {
  if (step?.type === 'CallExpression') return nameOf(step.callee)
  if (step?.type === 'MemberExpression') return step.computed ? undefined : nameOf(step.property)
  return step?.type === 'Identifier' ? step.value : undefined
}

/** The first thing in a template that it may not be made of. */
function forbidden(step: unknown): string | undefined {
  if (typeof step !== 'object' || step === null) return undefined
  const { type, callee, filter }: Step = Array.isArray(step) ? {} : step
  if (type !== undefined && !STEPS.has(type) && !type.endsWith('Operator')) return type
  for (const used of [callee, filter]) {
    const name = used && nameOf(used)
    if (used && !FUNCTIONS.has(name as string)) return typeof name === 'string' ? name : 'a computed function'
  }
  for (const inner of Object.values(step)) {
    const found = forbidden(inner)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * What a template has that would let it work, or write, without end. One that cannot be read at all has nothing of it,
 * and makes nothing.
 *
 * @param text the template
 * @param made what is made by it, such as `a name`
 * @returns one sentence; undefined where nothing is wrong
 */
export function templateProblem(text: string, made: string): string | undefined {
  let template: Template
  try {
    template = new Template(text)
  } catch {
    return undefined
  }
  const found = forbidden(template.parsed)
  return (
    found &&
    `${made[0]!.toUpperCase()}${made.slice(1)} cannot be made with ${found}; use fields, texts, conditions and simple filters such as upper`
  )
}
