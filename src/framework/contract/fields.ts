import type { Contract, Schema } from './document.ts'
import type { RequestContext } from './scopes.ts'

/** Exporters that are no part of the contract: what people call them, by the name that clients choose them by. */
export type NamedExporters = Readonly<Record<string, { title: string }>>

/** One value that a field may have, and what people call it. */
export interface Choice {
  value: string | number | null
  display_name: string
}

/** What clients are told of a field, so that they can draw a form (docs/behaviour/requests.md#options). */
export interface FieldInfo {
  type: string
  required: boolean
  read_only: boolean
  label?: string
  help_text?: string
  children?: Record<string, FieldInfo>
  child?: FieldInfo
  [more: string]: unknown
}

/** Where the records of a kind are listed, and what narrows a choice among them, by `x-related`. */
interface Listed {
  model: string
  api: string
  filters: Readonly<Record<string, unknown>>
}

/** What describes fields needs to know beside the contract. */
export interface FormSource {
  contract: Contract
  /** The kind of record that `x-related` names. */
  related(name: string): Listed
  /** Whether there is the record that an address names; true where it names none. */
  isThere(path: string, context: RequestContext): Promise<boolean>
  /** What `x-choices` names. */
  choices(name: string, context: RequestContext): Promise<readonly Choice[]>
  /** What `x-default` names. */
  initial(name: string, context: RequestContext): Promise<unknown>
  /** The exporters that the list at an address has beside those of the contract. */
  exporters(list: string, context: RequestContext): Promise<NamedExporters>
}

/** What is known while the server runs alone: it stands for a value in what is kept, and is filled in for each request. */
const slot = (kind: 'choices' | 'initial', name: string): any => `\u0001${kind} ${name}`
export const SLOT = /"\\u0001(choices|initial) ([^"]+)"/g

/** Two sides of a record: as it is shown, and as it is sent. Either may be missing. */
interface Sides {
  shown: Schema | undefined
  sent: Schema | undefined
}

/** What people call a field that the contract gives no title: its name in words. */
export function fieldLabel(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}

const whole = new WeakMap<Schema, Schema>()

/** The properties of a schema in the order that it tells; those that it does not name come last. */
function inOrder(properties: Record<string, Schema>, order: readonly string[] = []): Record<string, Schema> {
  const first = order.filter((name) => Object.hasOwn(properties, name)).map((name) => [name, properties[name]!])
  return { ...Object.fromEntries(first), ...properties }
}

/** A schema with what `allOf` adds to it, its properties in the order that it tells. */
function joined(contract: Pick<Contract, 'resolve'>, given: Schema): Schema {
  const schema = contract.resolve(given)
  if (!schema.allOf && !schema['x-order']) return schema
  let all = whole.get(schema)
  if (!all) {
    const parts = (schema.allOf ?? []).map((part) => joined(contract, part))
    const properties = Object.assign({}, ...parts.map(({ properties }) => properties), schema.properties)
    all = {
      ...schema,
      properties: inOrder(properties, schema['x-order']),
      required: [...parts.flatMap(({ required }) => required ?? []), ...(schema.required ?? [])]
    }
    whole.set(schema, all)
  }
  return all
}

/** The schema of one record: that of a list's element, where the answer is a list. */
export function recordOf(contract: Pick<Contract, 'resolve'>, given: Schema | undefined): Schema | undefined {
  if (!given) return undefined
  const schema = joined(contract, given)
  const list = schema.oneOf?.map((one) => contract.resolve(one)).find((one) => one.type === 'array')
  if (list) return joined(contract, list.items!)
  if (schema.type === 'array') return joined(contract, schema.items!)
  return schema.properties ? schema : undefined
}

const typesOf = (schema: Schema) => new Set([schema.type ?? []].flat())

/** A schema as it counts for a form: references followed, what is said beside them kept, and null told apart. */
export interface PlainSchema {
  schema: Schema
  types: Set<string>
  nullable: boolean
}

/** What a schema says once references are followed and a choice of one thing or null is that thing. */
export function plainSchema(contract: Pick<Contract, 'resolve'>, given: Schema): PlainSchema {
  const { $ref: _, ...beside } = given
  const own: Schema = { ...joined(contract, given), ...beside }
  const choice = (own.anyOf ?? own.oneOf)?.map((one) => joined(contract, one))
  const others = choice?.filter((one) => one.type !== 'null') ?? []
  const schema = others.length === 1 ? { ...others[0]!, ...own } : own
  const types = typesOf(schema)
  const nullable = types.delete('null') || (choice?.some((one) => one.type === 'null') ?? false)
  return { schema, types, nullable }
}

type Fits = (told: PlainSchema, sent: boolean) => boolean
const hasInput =
  (...inputs: string[]): Fits =>
  ({ schema }) =>
    inputs.includes(schema['x-input'] ?? '')
const hasType =
  (type: string): Fits =>
  ({ types }) =>
    types.has(type)
const isRelated: Fits = ({ schema, types }) => Boolean(schema['x-related']) && types.has('integer')

/** What `x-choices` says, and what goes without saying. */
const choicesOf = (schema: Schema) =>
  schema['x-choices'] ?? (schema['x-input']?.startsWith('currency') ? 'currencies' : undefined)

/** What clients call the type of a field: that of the first condition that holds. */
const TYPES: [fits: Fits, type: string][] = [
  [isRelated, 'related field'],
  [({ schema }, sent) => sent && (schema.enum !== undefined || choicesOf(schema) !== undefined), 'choice'],
  [hasInput('email'), 'email'],
  [hasInput('url'), 'url'],
  [hasInput('image'), 'image upload'],
  [hasInput('file', 'attachment', 'template'), 'file upload'],
  [({ schema }) => schema.format === 'date', 'date'],
  [hasInput('moment'), 'datetime'],
  [({ schema }) => DIGITS.has(schema['x-input'] ?? ''), 'decimal'],
  [hasType('boolean'), 'boolean'],
  [hasType('integer'), 'integer'],
  [hasType('number'), 'float'],
  [hasType('array'), 'list'],
  [({ schema }) => schema.properties !== undefined, 'nested object'],
  [hasType('string'), 'string'],
  [() => true, 'field']
]

function typeOf(told: PlainSchema, sent: boolean): string {
  const [, type] = TYPES.find(([fits]) => fits(told, sent))!
  return type
}

/** Types whose fields may be empty texts. */
const TEXTS = new Set(['string', 'url', 'email', 'choice', 'slug'])

/** Types whose limits are told. */
const LIMITED = new Set(['integer', 'decimal'])

/** How many digits decimals have, by `x-input`. */
const DIGITS = new Map([
  ['decimal', { max_digits: 15, decimal_places: 5 }],
  ['price', { max_digits: 19, decimal_places: 6 }],
  ['money', { max_digits: 19, decimal_places: 6 }]
])

/** The first two sentences of a description: clients print them below every field. */
const fieldHelp = (description: string) =>
  /^(?:[^.]*\.(?=\s|$)){1,2}/.exec(description.replaceAll(/\s+/g, ' ').trim())?.[0] ?? description

/** What `x-form` says of a field. */
function formOf({ 'x-form': form }: Schema): Readonly<Record<string, unknown>> {
  if (typeof form === 'object') return form
  return typeof form === 'string' && form !== 'alone' ? { type: form } : {}
}

/** Puts facts in place of others; `none` takes one away. */
function override(info: FieldInfo, facts: Readonly<Record<string, unknown>>): FieldInfo {
  for (const [fact, value] of Object.entries(facts))
    if (value === 'none') delete info[fact]
    else info[fact] = value
  return info
}

/** How long, how large and how exact a value may be. */
function limitsOf(schema: Schema, type: string, sent: boolean): Record<string, unknown> {
  const limits: Record<string, unknown> = {}
  if (TEXTS.has(type)) limits.allow_blank = sent && type !== 'choice' && !schema.minLength
  if (schema.maxLength !== undefined && type !== 'list') limits.max_length = schema.maxLength
  if (sent && schema['x-input']?.startsWith('currency')) limits.max_length = 3
  if (sent && LIMITED.has(type) && schema['x-input'] !== 'money') {
    if (schema.minimum !== undefined) limits.min_value = schema.minimum
    if (schema.maximum !== undefined) limits.max_value = schema.maximum
  }
  return type === 'decimal' ? { ...limits, ...DIGITS.get(schema['x-input'] ?? 'money') } : limits
}

/** What a field holds where nothing is sent. */
function initialOf(schema: Schema, sent: boolean): { default?: unknown } {
  const name = schema['x-default'] ?? (sent && schema['x-input'] === 'currency' ? 'currency' : undefined)
  if (name !== undefined) return { default: slot('initial', name) }
  const initial = schema['x-initial'] === undefined ? schema.default : schema['x-initial']
  return initial === undefined ? {} : { default: initial }
}

/** What can be chosen, no choice at all first where that is offered. */
function choicesFor(schema: Schema): readonly unknown[] {
  const name = choicesOf(schema)
  const labels = schema['x-labels'] ?? []
  const known =
    name === undefined
      ? (schema.enum ?? []).map((value, at) => ({ value, display_name: labels[at] ?? String(value) }))
      : [slot('choices', name)]
  const blank = schema['x-blank']
  if (blank === undefined) return known
  return [{ value: [schema.type].flat().includes('integer') ? null : '', display_name: blank }, ...known]
}

/** Describes the fields of a record, and of what lies in it. */
export class Describer {
  readonly #source: Pick<FormSource, 'contract' | 'related'>
  /** Whether it is about a record that is there, so that filters may depend on it. */
  readonly #isInstance: boolean
  /** Records that are being described: one that holds its like is not described again. */
  readonly #within: Schema[] = []

  constructor(source: Pick<FormSource, 'contract' | 'related'>, isInstance: boolean) {
    this.#source = source
    this.#isInstance = isInstance
  }

  /** All fields of a record, in the order in which it is shown. */
  fields({ shown, sent }: Sides, isRecord: boolean): Record<string, FieldInfo> {
    const all = { ...shown?.properties, ...sent?.properties }
    const [required, always] = [new Set(sent?.required), new Set(shown?.required)]
    return Object.fromEntries(
      Object.entries(all).flatMap(([name, last]) => {
        const form = plainSchema(this.#source.contract, last).schema['x-form']
        if (form === false || (form === 'alone' && this.#within.length > 0)) return []
        const told = formOf(shown?.properties?.[name] ?? {})
        const isSent = Boolean(sent?.properties && Object.hasOwn(sent.properties, name)) && told.read_only !== true
        const schema = isSent ? last : (shown?.properties?.[name] ?? last)
        const info = this.field(schema, isSent, isSent && required.has(name), isRecord, isSent || always.has(name))
        const initial = sent?.['x-defaults']?.[name]
        if (initial !== undefined) info.default = slot('initial', initial)
        return [[name, override({ ...info, label: info.label ?? fieldLabel(name) }, told)]]
      })
    )
  }

  field(given: Schema, isSent: boolean, required: boolean, isRecord: boolean, always = true): FieldInfo {
    const told = plainSchema(this.#source.contract, given)
    const { schema, nullable } = told
    const own = formOf(schema)
    const sent = own.read_only === undefined ? isSent : !own.read_only
    const type = (own.type as string | undefined) ?? typeOf(told, sent)
    const info: FieldInfo = { type, required, read_only: !sent }
    if (schema.title) info.label = schema.title
    if (schema.description) info.help_text = fieldHelp(schema.description)
    info.allow_null = nullable || !always
    Object.assign(info, limitsOf(schema, type, sent), initialOf(schema, sent))
    if (type === 'choice' && sent) info.choices = choicesFor(schema)
    if (type === 'related field' && schema['x-related']) Object.assign(info, this.#related(schema, sent, isRecord))
    Object.assign(info, this.#inside(told, type, sent, isRecord))
    return override(info, own)
  }

  #related(schema: Schema, sent: boolean, isRecord: boolean): Record<string, unknown> {
    if (!sent) return { type: 'field', filters: {} }
    const { model, api, filters } = this.#source.related(schema['x-related']!)
    const told = { model, api_url: api, pk_field: 'pk', ...(isRecord ? { filters } : {}) }
    const byRecord = schema['x-instance-filters']
    if (!byRecord || !this.#isInstance || this.#within.length > 0) return told
    const filled = Object.entries(byRecord).map(([filter, name]) => [filter, slot('initial', name)])
    return { ...told, instance_filters: Object.fromEntries(filled) }
  }

  /** What lies in a field: the fields of an object, the elements of a list. */
  #inside({ schema }: PlainSchema, type: string, sent: boolean, isRecord: boolean): Partial<FieldInfo> {
    if (type === 'nested object') return { children: this.#children(schema, sent, isRecord) }
    if (type !== 'list' || !schema.items) return {}
    const item = plainSchema(this.#source.contract, schema.items)
    const { label: _label, max_length: _length, ...child } = this.field(schema.items, sent, sent, isRecord)
    if (child.allow_blank) child.allow_blank = false
    return { ...(item.schema.properties ? { type: 'field' } : {}), child }
  }

  #children(schema: Schema, sent: boolean, isRecord: boolean): Record<string, FieldInfo> {
    if (this.#within.some(({ properties }) => properties === schema.properties)) return {}
    this.#within.push(schema)
    const name = schema['x-sent-as'] ?? schema['x-fields-of']
    const request = name === undefined ? undefined : this.#source.contract.document.components.schemas[name]
    const sides = sent
      ? { shown: undefined, sent: schema }
      : { shown: schema, sent: request && joined(this.#source.contract, request) }
    const children = this.fields(sides, isRecord)
    this.#within.pop()
    if (!schema['x-fields-of']) return children
    return Object.fromEntries(Object.entries(children).filter(([name]) => Object.hasOwn(schema.properties!, name)))
  }
}
