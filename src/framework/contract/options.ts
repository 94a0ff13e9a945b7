import type { Contract, Operation, Schema } from './document.ts'
import { holds, type RequestContext } from './scopes.ts'
import { dictionary } from '#db/dictionary.ts'

/** What clients are told of a field, so that they can draw a form (docs/behaviour/requests.md#options). */
interface FieldInfo {
  type: string
  required: boolean
  read_only: boolean
  [more: string]: unknown
}

/** Where records of a model are listed. */
type Models = Record<string, { api: string }>

/**
 * The answer to OPTIONS: what the caller may do at an address, and which fields that takes.
 *
 * @param operations all operations of the address
 * @param context of the request; methods that the caller may not use are left out
 */
export function describeOperations(
  contract: Contract,
  models: Models,
  operations: Operation[],
  context: RequestContext
): unknown {
  const actions: Record<string, Record<string, FieldInfo>> = dictionary({})
  for (const operation of operations) {
    const method = operation.method === 'patch' ? 'PUT' : operation.method.toUpperCase()
    if (!operation.open && context.caller && !holds(context.caller, operation.scopes)) continue
    if (actions[method]) continue
    const taken = fieldsOf(contract, models, operation)
    if (taken) actions[method] = taken
  }
  const [first] = operations
  return {
    name: first!.summary,
    description: first!.description.trim(),
    renders: ['application/json'],
    parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
    actions
  }
}

/** What is told of an operation; undefined where it takes and shows no record. */
function fieldsOf(contract: Contract, models: Models, operation: Operation): Record<string, FieldInfo> | undefined {
  if (operation.method === 'delete') return {}
  const answered = recordOf(contract, operation.answer)
  if (operation.method === 'get') return answered && fields(contract, models, answered, undefined)
  const taken = operation.body && recordOf(contract, operation.body)
  return taken && fields(contract, models, answered, taken)
}

/** The schema of one record: that of a list's element, where the answer is a list. */
export function recordOf(contract: Contract, given: Schema | undefined): Schema | undefined {
  if (!given) return undefined
  const schema = contract.resolve(given)
  const list = schema.oneOf?.map((one) => contract.resolve(one)).find((one) => one.type === 'array')
  if (list) return contract.resolve(list.items!)
  return schema.properties ? schema : undefined
}

function fields(
  contract: Contract,
  models: Models,
  answered: Schema | undefined,
  taken: Schema | undefined
): Record<string, FieldInfo> {
  const all = { ...answered?.properties, ...taken?.properties }
  return Object.fromEntries(
    Object.entries(all).map(([name, schema]) => {
      const readOnly = !taken?.properties || !Object.hasOwn(taken.properties, name)
      return [name, field(contract, models, schema, taken?.required?.includes(name) ?? false, readOnly, name)]
    })
  )
}

/** What people call a field that the contract gives no title. */
export const fieldLabel = (name: string) =>
  name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')

type Fits = (schema: Schema, types: Set<string>) => boolean
const hasInput =
  (input: string): Fits =>
  (schema) =>
    schema['x-input'] === input
const hasType =
  (type: string): Fits =>
  (_schema, types) =>
    types.has(type)

/** What clients call the type of a field: that of the first condition that holds. */
const TYPES: [fits: Fits, type: string][] = [
  [(schema, types) => Boolean(schema['x-related']) && types.has('integer'), 'related field'],
  [(schema) => schema.enum !== undefined, 'choice'],
  [hasInput('email'), 'email'],
  [hasInput('url'), 'url'],
  [hasInput('image'), 'image upload'],
  [(schema) => schema.format === 'date', 'date'],
  [hasInput('moment'), 'datetime'],
  [hasInput('decimal'), 'decimal'],
  [hasInput('price'), 'decimal'],
  [hasType('boolean'), 'boolean'],
  [hasType('integer'), 'integer'],
  [hasType('number'), 'float'],
  [hasType('array'), 'list'],
  [hasType('object'), 'nested object'],
  [hasType('string'), 'string'],
  [() => true, 'field']
]

function typeOf(schema: Schema, types: Set<string>): string {
  const [, type] = TYPES.find(([fits]) => fits(schema, types))!
  return type
}

function field(
  contract: Contract,
  models: Models,
  given: Schema,
  required: boolean,
  read_only: boolean,
  name: string
): FieldInfo {
  const schema = contract.resolve(given)
  const types = new Set([schema.type ?? []].flat())
  const type = typeOf(schema, types)
  const info: FieldInfo = { type, required, read_only, label: schema.title ?? fieldLabel(name) }
  if (schema.description) info.help_text = schema.description.trim()
  if (schema.minLength !== undefined) info.min_length = schema.minLength
  if (schema.maxLength !== undefined) info.max_length = schema.maxLength
  if (schema.minimum !== undefined) info.min_value = schema.minimum
  if (schema.maximum !== undefined) info.max_value = schema.maximum
  if (types.has('null')) info.allow_null = true
  if (schema.enum) info.choices = schema.enum.map((value) => ({ value, display_name: String(value) }))
  if (type === 'related field') {
    const model = schema['x-related']!.split('/')[0]!
    Object.assign(info, { model, api_url: models[model]?.api ?? null, pk_field: 'pk', filters: {} })
  }
  if (type === 'list' && schema.items) info.child = field(contract, models, schema.items, false, read_only, '')
  return info
}
