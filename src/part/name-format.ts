import { Template } from '@huggingface/jinja'

/** The fields of a part that its shown name may be made of. */
const PART_FIELDS = new Set(['id', 'name', 'description', 'keywords', 'IPN', 'revision', 'revision_of', 'is_template', 'variant_of', 'category',
  'link', 'image', 'default_location', 'default_expiry', 'minimum_stock', 'maximum_stock', 'units', 'assembly', 'component', 'trackable',
  'purchaseable', 'salable', 'virtual', 'testable', 'locked', 'consumable', 'active', 'bom_validated', 'bom_checksum', 'bom_checked_by',
  'bom_checked_date', 'creation_date', 'creation_user', 'responsible_owner', 'base_cost', 'multiple', 'notes', 'barcode_data', 'barcode_hash',
  'metadata', 'tags'])

/** What a format may be made of: whatever takes no longer, and makes no more, than it is long itself. Loops and variables do. */
const STEPS = new Set(['Program', 'Comment', 'If', 'Ternary', 'SelectExpression', 'BinaryExpression', 'UnaryExpression', 'TestExpression', 'MemberExpression',
  'SliceExpression', 'FilterExpression', 'CallExpression', 'Identifier', 'StringLiteral', 'IntegerLiteral', 'FloatLiteral'])
const FUNCTIONS = new Set(['upper', 'lower', 'title', 'capitalize', 'strip', 'lstrip', 'rstrip', 'startswith', 'endswith', 'trim', 'string', 'int', 'float',
  'length', 'first', 'last', 'default'])

interface Step { type?: string, value?: unknown, computed?: boolean, callee?: Step, property?: Step, filter?: Step, left?: Step }

/** The name of a filter, a function or a method; undefined where it is worked out. */
function nameOf (step: Step | undefined): unknown {
  if (step?.type === 'CallExpression') return nameOf(step.callee)
  if (step?.type === 'MemberExpression') return step.computed ? undefined : nameOf(step.property)
  return step?.type === 'Identifier' ? step.value : undefined
}

/** The first thing in a format that it may not be made of. */
function forbidden (step: unknown): string | undefined {
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

/** What stands between double braces. */
const blocks = (format: string): string[] => format.split('{{').slice(1).filter((piece) => piece.includes('}}')).map((piece) => piece.split('}}')[0]!)

/**
 * What is wrong with a format for the names of parts. One that cannot be read at all passes: names are shown in the usual way then.
 *
 * @returns one sentence; undefined where nothing is wrong
 */
export function nameFormatProblem (format: string): string | undefined {
  for (const block of blocks(format)) {
    const fields = [...block.matchAll(/(?<=part\.)[A-Za-z_]+/g)].map(([field]) => field)
    if (fields.length === 0) return 'At least one field must be present inside a jinja template container i.e {{}}'
    const unknown = fields.find((field) => !PART_FIELDS.has(field))
    if (unknown !== undefined) return `${unknown} does not exist in Part Model`
  }
  let template: Template
  try { template = new Template(format) } catch { return undefined }
  const found = forbidden(template.parsed)
  return found && `A name cannot be made with ${found}; use fields, texts, conditions and simple filters such as upper`
}
