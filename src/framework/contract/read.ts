import type { Problems } from './errors.ts'
import type { Contract, Parameter, Schema, TextCheck } from './document.ts'
import { decimalProblem } from './digits.ts'
import { FILE_INPUTS } from './files.ts'
import { Upload } from './media.ts'
import { momentOf } from '#framework/time.ts'
import { dictionary } from '#db/dictionary.ts'
import { notAChoice, textOf } from './text.ts'

/**
 * Where a value stands in a body: the names of fields and, where one of them holds a list of objects, the place in it
 * and how many there are.
 */
export type FieldPath = readonly (string | { at: number; of: number })[]

/** A primary key that must exist; `model` as in the contract's `x-related`, for example `part` or `part/template`. */
interface RecordReference {
  path: FieldPath
  model: string
  pk: number
}

/** What became of a request's values. */
export interface ParsedInput {
  values: Record<string, unknown>
  /** Amounts of money that are no numbers: reported before everything else, and alone. */
  first: Problems
  /** Wrong types, missing and blank fields: reported together, before anything else is looked at. */
  problems: Problems
  /** Values out of range: reported only where `problems` is empty (docs/behaviour/errors.md#order-of-rules). */
  late: Problems
  references: RecordReference[]
  /** Files, with the `x-input` of their field. */
  uploads: { path: FieldPath; input: string; upload: Upload }[]
}

/**
 * Puts messages in their place among the problems of a body. A list of objects gets as many problems as it has
 * elements, empty ones for the good.
 *
 * @param keep whether messages that are there already stay
 */
export function addFieldErrors(problems: Problems, path: FieldPath, messages: string[], keep = false): void {
  let at: any = problems // what nests differs from step to step
  path.forEach((step, depth) => {
    const key = typeof step === 'string' ? step : step.at
    const after = path[depth + 1]
    if (after === undefined) at[key] = keep ? (at[key] ?? messages) : messages
    else at = at[key] ??= typeof after === 'string' ? {} : Array.from({ length: after.of }, () => ({}))
  })
}

interface Field {
  /** What is said where it is required and missing, if not the usual. */
  missing?: string
  read(value: unknown, field: string, into: ParsedInput): unknown
}

/** Thrown inside a reader; carries the messages for the field. */
class FieldError extends Error {
  readonly messages: string[]

  constructor(...messages: string[]) {
    super(messages[0])
    this.messages = messages
  }
}

const NULL = 'This field may not be null.'
const BLANK = 'This field may not be blank.'
const MAX_INTEGER = 9223372036854775807n

const PYTHON_TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'str'],
  ['boolean', 'bool'],
  ['object', 'dict']
])

/** The name that Python gives the type of a JSON value; messages of the API use it. */
function pythonType(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  return PYTHON_TYPES.get(typeof value) ?? typeof value
}

const TRUE = new Set(['t', 'y', 'yes', 'true', 'on', '1'])
const FALSE = new Set(['f', 'n', 'no', 'false', 'off', '0'])
const LOOSE = new Set(['1', 'y', 'yes', 't', 'true', 'ok', 'on'])

/** A flag that takes any text: true for the words that mean yes, else false (docs/behaviour/values.md#input). */
export const looseFlag = (value: unknown) =>
  LOOSE.has(
    textOf(value ?? '')
      .trim()
      .toLowerCase()
  )

/** What a filter takes for a flag. */
const FILTER_FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false]
])

/** Whether a text is a yes or a no at all. */
export const isFlagWord = (text: string) => [LOOSE, TRUE, FALSE].some((words) => words.has(text.trim().toLowerCase()))

const NUMBER = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const URL_TEXT =
  /^(?=\S+$)(https?|ftps?):\/\/(?:\S+@)?(?:localhost|\[[0-9a-f:.]+\]|[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*(?:\.[\p{L}-]{2,63}|\.\d{1,3})\.?)(?::\d{1,5})?(?:[/?#]\S*)?$/iu
const EMAIL =
  /^[-!#$%&'*+/=?^_`{}|~0-9A-Z]+(\.[-!#$%&'*+/=?^_`{}|~0-9A-Z]+)*@((?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\.)+(?:[A-Z0-9-]{2,63}(?<!-))|localhost)$/i

const USERNAME = /^[\p{L}\p{N}_.@+-]+$/u

/** Whether a text is a day of the calendar written YYYY-MM-DD. */
function isDate(text: string): boolean {
  const parts = DATE.exec(text)
  if (!parts) return false
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  const made = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}

/** What the further checks of a string say, by `x-input`, where no knowledge of a domain is needed. */
const TEXT_CHECKS: Record<string, TextCheck> = dictionary({
  url: (text) => (URL_TEXT.test(text) ? undefined : 'Enter a valid URL.'),
  email: (text) => (EMAIL.test(text) ? undefined : 'Enter a valid email address.'),
  username: (text) =>
    USERNAME.test(text)
      ? undefined
      : 'Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.'
})

/** What is wrong with a text of such a kind, in the API's words; undefined where nothing is. */
export const accountProblem = (kind: 'email' | 'username', text: string): string | undefined =>
  [TEXT_CHECKS[kind]!(text) ?? []].flat()[0]

function typesOf(schema: Schema): Set<string> {
  return new Set([schema.type ?? []].flat())
}

const textCheck = ({ checks }: Contract, input: string): TextCheck | undefined =>
  TEXT_CHECKS[input] ?? (Object.hasOwn(checks, input) ? checks[input] : undefined)

function readText(contract: Contract, schema: Schema): Field['read'] {
  const input = schema['x-input'] ?? ''
  const check = textCheck(contract, input)
  // A user name is validated by the account itself, after all fields were read, and in the account's words.
  const validatedLate = input === 'username'
  return (value, field, into) => {
    if (typeof value !== 'string' && typeof value !== 'number') throw new FieldError('Not a valid string.')
    const text = input === 'password' || input === 'source' ? String(value) : String(value).trim()
    if (text === '' && input !== 'currency') {
      if (schema.minLength) throw new FieldError(BLANK)
      return text
    }
    const length = [...text].length
    if (validatedLate) {
      const problems = [
        check!(text),
        length > schema.maxLength!
          ? `Ensure this value has at most ${schema.maxLength} characters (it has ${length}).`
          : undefined
      ]
        .flat()
        .filter((problem) => problem !== undefined)
      if (problems.length) into.late[field] = problems
      return text
    }
    const problems = [
      check?.(text),
      length > (schema.maxLength ?? Infinity)
        ? `Ensure this field has no more than ${schema.maxLength} characters.`
        : undefined
    ]
      .flat()
      .filter((problem) => problem !== undefined)
    if (problems.length) throw new FieldError(...problems)
    return text
  }
}

function readFile(schema: Schema): Field['read'] {
  return (value, field, into) => {
    if (!(value instanceof Upload))
      throw new FieldError('The submitted data was not a file. Check the encoding type on the form.')
    if (value.exceeds !== undefined)
      throw new FieldError(`File size exceeds maximum upload limit of ${value.exceeds} MB`)
    if (value.bytes.length === 0) throw new FieldError('The submitted file is empty.')
    into.uploads.push({ path: [field], input: schema['x-input']!, upload: value })
    return value
  }
}

function readChoice(schema: Schema): Field['read'] {
  const choices = new Map(schema.enum!.map((choice) => [String(choice), choice]))
  return (value) => {
    const text = textOf(value)
    // A list of one reads as its only element.
    if (Array.isArray(value) || !choices.has(text)) throw new FieldError(notAChoice(value))
    return choices.get(text)
  }
}

const readDate: Field['read'] = (value) => {
  if (typeof value !== 'string' || !isDate(value))
    throw new FieldError('Date has wrong format. Use one of these formats instead: YYYY-MM-DD.')
  return value
}

const readMoment: Field['read'] = (value) => {
  const moment = typeof value === 'string' ? momentOf(value) : undefined
  if (moment === undefined)
    throw new FieldError(
      'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].'
    )
  return moment
}

const readFlag: Field['read'] = (value) => {
  const word =
    typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number'
      ? String(value).trim().toLowerCase()
      : ''
  if (TRUE.has(word)) return true
  if (FALSE.has(word)) return false
  throw new FieldError('Must be a valid boolean.')
}

function readInteger(schema: Schema): Field['read'] {
  return (value) => {
    const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
    const whole = /^([+-]?\d+)(\.0*)?$/.exec(text)
    if (!whole) throw new FieldError('A valid integer is required.')
    const exact = BigInt(whole[1]!)
    const least = BigInt(schema.minimum ?? -(2 ** 63))
    if (exact < least) throw new FieldError(`Ensure this value is greater than or equal to ${least}.`)
    const most = schema.maximum === undefined ? MAX_INTEGER : BigInt(schema.maximum)
    if (exact > most) throw new FieldError(`Ensure this value is less than or equal to ${most}.`)
    return Number(exact)
  }
}

/** The number that a value is, or that its text says; NaN where it is none. */
const numberOf = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' && NUMBER.test(value) ? Number(value) : NaN

/** How many decimal places are kept, by `x-input`. */
const PLACES: Record<string, number> = dictionary({ amount: 5, money: 6 })

const NUMBER_MESSAGES: Record<string, string> = dictionary({
  quantity: 'Invalid value',
  fraction: 'Invalid value',
  amount: 'Invalid value',
  money: 'Must be a valid number'
})

/** Digits in all, and behind the point, of numbers that are refused where they do not fit; by `x-input`. */
const DECIMALS: Record<string, [number, number]> = dictionary({ quantity: [15, 5], decimal: [15, 5], price: [19, 6] })

function readNumber(schema: Schema): Field['read'] {
  const input = schema['x-input'] ?? ''
  const message = NUMBER_MESSAGES[input] ?? 'A valid number is required.'
  return (value, field, into) => {
    const exact = numberOf(value)
    if (!Number.isFinite(exact)) {
      if (input === 'money') into.first[field] ??= [message]
      throw new FieldError(message)
    }
    const places = PLACES[input]
    const number = places === undefined ? exact : Number(exact.toFixed(places))
    if (schema.minimum !== undefined && number < schema.minimum)
      into.late[field] = [`Ensure this value is greater than or equal to ${schema.minimum}.`]
    else if (schema.maximum !== undefined && number > schema.maximum)
      into.late[field] = [`Ensure this value is less than or equal to ${schema.maximum}.`]
    // The zeros at the end of a text count as places, and the number does not have them any more.
    else if (typeof value === 'string' && input === 'quantity') {
      const problem = decimalProblem(value, ...DECIMALS.quantity!)
      if (problem) into.late[field] = [problem]
    }
    return number
  }
}

/** A number whose bounds are told together with what is wrong with other fields. */
function readFloat(schema: Schema): Field['read'] {
  return (value) => {
    const number = numberOf(value)
    if (!Number.isFinite(number)) throw new FieldError('A valid number is required.')
    if (schema.minimum !== undefined && number < schema.minimum)
      throw new FieldError(`Ensure this value is greater than or equal to ${schema.minimum}.`)
    if (schema.maximum !== undefined && number > schema.maximum)
      throw new FieldError(`Ensure this value is less than or equal to ${schema.maximum}.`)
    return number
  }
}

function readDecimal(schema: Schema): Field['read'] {
  const [most, places] = DECIMALS[schema['x-input']!]!
  return (value) => {
    const number = numberOf(value)
    if (!Number.isFinite(number)) throw new FieldError('A valid number is required.')
    const problem = decimalProblem(value as number | string, most, places)
    if (problem) throw new FieldError(problem)
    if (schema.minimum !== undefined && number < schema.minimum)
      throw new FieldError(`Ensure this value is greater than or equal to ${schema.minimum}.`)
    return number
  }
}

function readKey(schema: Schema): Field['read'] {
  const model = schema['x-related']!
  return (value, field, into) => {
    const whole =
      typeof value === 'number' && Number.isInteger(value)
        ? value
        : typeof value === 'string' && /^\s*\d+\s*$/.test(value)
          ? Number(value)
          : NaN
    if (Number.isNaN(whole)) throw new FieldError(`Incorrect type. Expected pk value, received ${pythonType(value)}.`)
    if (!Number.isSafeInteger(whole))
      throw new FieldError(`Invalid pk "${textOf(value).trim()}" - object does not exist.`)
    into.references.push({ path: [field], model, pk: whole })
    return whole
  }
}

/** Tags and the like come as a list, or, from forms, as a text that holds a JSON list. */
function fromJsonText(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value || '[]')
  } catch {
    throw new FieldError('Invalid json list. A tag list submitted in string form must be valid json.')
  }
}

/** What is said of a list that is longer than the contract allows. */
export const tooMany = (most: number) => `Ensure this field has no more than ${most} elements.`

const notList = (value: unknown) => `Expected a list of items but got type "${pythonType(value)}".`

/** What a reading tells of, in this order. */
const STAGES = ['first', 'problems', 'late'] as const

/**
 * A list of objects: what is wrong with an element stands at its place (docs/behaviour/stock-actions.md#common-rules).
 */
function readRecords(contract: Contract, schema: Schema): Field['read'] {
  const inner = compileBody(contract, schema)
  return (value, field, into) => {
    if (!Array.isArray(value)) {
      into.problems[field] = { non_field_errors: [notList(value)] }
      return undefined
    }
    const inputs = value.map(inner)
    for (const stage of STAGES) {
      if (inputs.some((parsed) => Object.keys(parsed[stage]).length))
        into[stage][field] = inputs.map((parsed) => parsed[stage])
    }
    for (const [at, parsed] of inputs.entries()) {
      const step = { at, of: value.length }
      into.references.push(...parsed.references.map((r) => ({ ...r, path: [field, step, ...r.path] })))
      into.uploads.push(...parsed.uploads.map((u) => ({ ...u, path: [field, step, ...u.path] })))
    }
    return inputs.map((parsed) => parsed.values)
  }
}

function readList(contract: Contract, schema: Schema): Field['read'] {
  if (schema.items && contract.resolve(schema.items).properties) return readRecords(contract, schema.items)
  const tags = schema['x-input'] === 'tags'
  const item = tags ? undefined : compile(contract, schema.items ?? {})
  return (sentValue, field, into) => {
    const value = tags ? fromJsonText(sentValue) : sentValue
    if (!Array.isArray(value)) throw new FieldError(notList(value))
    if (!tags) return value.map((one) => item!.read(one, field, into))
    if (value.some((one) => typeof one !== 'string')) throw new FieldError('All list items must be of string type.')
    if (value.some((one) => one.trim() === '')) throw new FieldError(BLANK)
    // A form sends the list as a text, which the bounds of a list do not see.
    if (value.length > (schema.maxItems ?? Infinity)) throw new FieldError(tooMany(schema.maxItems!))
    const longest = schema.items?.maxLength ?? Infinity
    if (value.some((one) => one.length > longest))
      throw new FieldError(`Ensure that every tag has no more than ${longest} characters.`)
    return value
  }
}

function readObject(contract: Contract, schema: Schema): Field['read'] {
  const inner = compileBody(contract, schema)
  return (value, field, into) => {
    const parsed = inner(value)
    for (const stage of STAGES) if (Object.keys(parsed[stage]).length) into[stage][field] = parsed[stage]
    into.references.push(...parsed.references.map((r) => ({ ...r, path: [field, ...r.path] })))
    into.uploads.push(...parsed.uploads.map((u) => ({ ...u, path: [field, ...u.path] })))
    return parsed.values
  }
}

/** A list of keys: what is wrong with one of them stands at its place. */
function readKeys(schema: Schema, contract: Contract): Field['read'] {
  const item = compile(contract, schema.items!)
  return (value, field, into) => {
    if (!Array.isArray(value)) throw new FieldError(notList(value))
    if (value.length < (schema.minItems ?? 0)) throw new FieldError('This list may not be empty.')
    const wrong: Record<string, string[]> = {}
    const keys = value.map((one, at) => {
      try {
        return item.read(one, field, into)
      } catch (error) {
        if (!(error instanceof FieldError)) throw error
        wrong[at] = error.messages
        return undefined
      }
    })
    if (Object.keys(wrong).length) into.problems[field] = wrong
    return keys
  }
}

type Fits = (schema: Schema, types: Set<string>) => boolean
const hasInput =
  (inputs: { has(input: string): boolean }): Fits =>
  (schema) =>
    inputs.has(schema['x-input'] ?? '')
const hasType =
  (type: string): Fits =>
  (_schema, types) =>
    types.has(type)

/**
 * Whether an empty text is as good as null: always, so that it is refused as null is, or only where null is allowed.
 * Without this it is read like every text, and so it is no date and no file.
 */
type Empty = 'null' | 'null if allowed'

/** What reads a field: the first whose condition holds. */
const READERS: [fits: Fits, make: (schema: Schema, contract: Contract) => Field['read'], empty?: Empty][] = [
  [hasInput(FILE_INPUTS), readFile],
  [hasInput(new Set(['keys'])), readKeys],
  [hasInput(new Set(['key'])), (schema, contract) => readText(contract, schema), 'null'],
  [(schema) => schema.enum !== undefined, readChoice],
  [(schema, types) => Boolean(schema['x-related']) && types.has('integer'), readKey, 'null'],
  [(schema) => schema.format === 'date', () => readDate],
  [hasInput(new Set(['moment'])), () => readMoment],
  [hasInput(new Set(['decimal', 'price'])), readDecimal, 'null if allowed'],
  [hasInput(new Set(['float'])), readFloat, 'null'],
  [hasType('boolean'), () => readFlag, 'null if allowed'],
  [hasType('integer'), readInteger],
  [hasInput(new Set(Object.keys(NUMBER_MESSAGES))), readNumber, 'null'],
  [hasType('number'), readNumber],
  [hasType('array'), (schema, contract) => readList(contract, schema)],
  [hasType('object'), (schema, contract) => readObject(contract, schema)],
  [() => true, (schema, contract) => readText(contract, schema)]
]

function compile(contract: Contract, given: Schema): Field {
  const schema = contract.resolve(given)
  const types = typesOf(schema)
  const nullable = types.has('null')
  const input = schema['x-input']
  if (input === 'json') {
    return {
      read: (value) => {
        if (value === null && types.size && !nullable) throw new FieldError(NULL)
        return value
      }
    }
  }
  if (input === 'flag') return { read: looseFlag }
  const isFile = FILE_INPUTS.has(input ?? '')
  const [, make, empty] = READERS.find(([fits]) => fits(schema, types))!
  const read = make(schema, contract)
  const emptyIsNull = empty === 'null' || (nullable && empty === 'null if allowed')
  return {
    ...(isFile ? { missing: 'No file was submitted.' } : {}),
    read: (value, field, into) => {
      if (value === null || (value === '' && emptyIsNull)) {
        if (nullable) return null
        throw new FieldError(NULL)
      }
      return read(value, field, into)
    }
  }
}

/** The schema of a body; of one record, where many may be sent as well. */
export function oneRecord(contract: Contract, given: Schema): Schema {
  const schema = contract.resolve(given)
  return schema.oneOf?.map((one) => contract.resolve(one)).find((one) => one.properties) ?? schema
}

/** Reads a body by a schema; unknown fields are passed over. */
export type BodyReader = (body: unknown) => ParsedInput

/**
 * Compiles a schema of the contract to a reader of bodies: it coerces what the API coerces and tells what is wrong in
 * the API's words.
 *
 * @param contract the contract that the schema belongs to
 * @param given an object schema
 * @returns the reader; it never throws
 */
export function compileBody(contract: Contract, given: Schema): BodyReader {
  const schema = oneRecord(contract, given)
  const properties = Object.entries(schema.properties ?? {})
  const required = new Set(schema.required ?? [])
  const plugins = pluginReaders(contract, schema)
  let fields: [string, Field][] | undefined
  return (body) => {
    const into: ParsedInput = { values: {}, first: {}, problems: {}, late: {}, references: [], uploads: [] }
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      into.problems.non_field_errors = [`Invalid data. Expected a dictionary, but got ${pythonType(body)}.`]
      return into
    }
    fields ??= properties.map(([name, property]) => [name, compile(contract, property)])
    for (const [name, field] of fields) {
      const value = (body as Record<string, unknown>)[name]
      if (value === undefined || !Object.hasOwn(body, name)) {
        if (required.has(name)) into.problems[name] = [field.missing ?? 'This field is required.']
        continue
      }
      try {
        into.values[name] = field.read(value, name, into)
      } catch (error) {
        if (!(error instanceof FieldError)) throw error
        into.problems[name] = error.messages
      }
    }
    const options = plugins?.(body as Record<string, unknown>)
    if (options) {
      Object.assign(into.problems, options.problems, options.late)
      into.values.options = options.values
    }
    return into
  }
}

/** Reads the further fields that a body has for the plugin that it names; what they hold stands under `options`. */
function pluginReaders(
  contract: Contract,
  { 'x-plugin-options': schemas }: Schema
): ((body: Record<string, unknown>) => ParsedInput | undefined) | undefined {
  if (!schemas) return undefined
  const readers = new Map(Object.entries(schemas).map(([name, schema]) => [name, compileBody(contract, schema)]))
  return (body) =>
    (readers.get(textOf(body.plugin)) ?? (body.plugin === undefined ? undefined : readers.get('*')))?.(body)
}

/** A rule of a field that also holds for what was stored: it may be broken since, by a change of something else. */
export interface LastingRule {
  field: string
  /** The records that the field may name, as `x-related` says it: not all of their kind. */
  related: string | undefined
  check: TextCheck | undefined
}

/** The rules of a body's fields that a change holds the whole record to, whatever the body says. */
export function lastingRules(contract: Contract, given: Schema): LastingRule[] {
  const fields = Object.entries(oneRecord(contract, given).properties ?? {})
  return fields
    .map(([field, property]) => {
      const { 'x-related': related, 'x-input': input = '' } = contract.resolve(property)
      const check = textCheck(contract, input)
      return {
        field,
        related: related?.includes('/') ? related : undefined,
        check: check?.lasting ? check : undefined
      }
    })
    .filter(({ related, check }) => related !== undefined || check !== undefined)
}

const INVALID_CHOICE = 'Select a valid choice. That choice is not one of the available choices.'
const NOTHING = new Set(['null', 'none', 'empty', 'top', 'false', '-1', ''])

/** The value of a filter that asks for records without one. */
const WITHOUT = null

function readParameter({ name, schema }: Parameter): (text: string, into: ParsedInput) => unknown {
  const types = typesOf(schema)
  const input = schema['x-input']
  if (input === 'flag' || (types.has('boolean') && schema.default !== undefined)) return (text) => looseFlag(text)
  if (types.has('boolean')) {
    // A filter passes over what is no boolean (docs/behaviour/lists.md#filters).
    return (text) => FILTER_FLAGS.get(text.toLowerCase())
  }
  if (schema['x-related']) {
    return (text, into) => {
      if (text === '') return undefined
      if (!/^\d+$/.test(text.trim()) || !Number.isSafeInteger(Number(text))) throw new FieldError(INVALID_CHOICE)
      into.references.push({ path: [name], model: schema['x-related']!, pk: Number(text) })
      return Number(text)
    }
  }
  if (input === 'number-or-null') {
    return (text) => {
      if (NOTHING.has(text.trim().toLowerCase())) return text === '' ? undefined : WITHOUT
      if (!NUMBER.test(text)) throw new FieldError('Enter a number.')
      return Number(text)
    }
  }
  if (input === 'number-if-any') return (text) => (NUMBER.test(text) ? Number(text) : undefined)
  if (input === 'csv-integers') {
    return (text, into) => {
      if (text === '') return undefined
      const items = text.split(',')
      const wrong = items.find((item) => !/^\s*[+-]?\d+\s*$/.test(item))
      if (wrong === undefined) return items.map(Number)
      into.problems.non_field_errors = [`'${wrong}' is not a valid number`]
      return undefined
    }
  }
  if (input === 'csv-words') {
    const known = new Set(schema.items!.enum)
    return (text) => {
      const words = text.split(',').flatMap((word) => word.trim() || [])
      const wrong = words.find((word) => !known.has(word))
      if (wrong === undefined) return words.length ? words : undefined
      throw new FieldError(`Select a valid choice. ${wrong} is not one of the available choices.`)
    }
  }
  if (types.has('integer') || types.has('number')) {
    return (text) => {
      if (text === '') return undefined
      if (schema.enum && !schema.enum.map(String).includes(text))
        throw new FieldError(`Select a valid choice. ${text} is not one of the available choices.`)
      if (!NUMBER.test(text)) throw new FieldError('Enter a number.')
      return Number(text)
    }
  }
  if (schema.format === 'date') {
    return (text) => {
      if (text === '') return undefined
      if (!isDate(text)) throw new FieldError('Enter a valid date.')
      return text
    }
  }
  // `ordering` may join several names, and `word` is validated by the operation itself.
  if (schema.enum && name !== 'ordering' && input !== 'word') {
    return (text) => {
      if (text === '') return undefined
      if (!schema.enum!.includes(text))
        throw new FieldError(`Select a valid choice. ${text} is not one of the available choices.`)
      return text
    }
  }
  return (text) => (text === '' ? undefined : text)
}

/** Paging is lenient: what is no positive number counts as absent (docs/behaviour/lists.md#paging). */
const PAGING: Record<string, (text: string) => number | undefined> = dictionary({
  limit: (text) =>
    /^\s*\+?\d+\s*$/.test(text) && Number(text) > 0 ? Math.min(Number(text), Number.MAX_SAFE_INTEGER) : undefined,
  offset: (text) => (/^\s*\+?\d+\s*$/.test(text) ? Math.min(Number(text), Number.MAX_SAFE_INTEGER) : undefined)
})

/**
 * Compiles the query parameters of an operation to a reader. Empty values count as absent, unknown parameters are
 * passed over.
 *
 * @param parameters as the contract declares them
 * @returns the reader; it never throws
 */
export function compileQuery(parameters: Parameter[]): (query: Record<string, string>) => ParsedInput {
  const readers = new Map(parameters.map((p) => [p.name, PAGING[p.name] ?? readParameter(p)]))
  return (query) => {
    const into: ParsedInput = { values: {}, first: {}, problems: {}, late: {}, references: [], uploads: [] }
    for (const name of Object.keys(query)) {
      const read = readers.get(name)
      if (!read) continue
      try {
        const value = read(query[name]!, into)
        if (value !== undefined) into.values[name] = value
      } catch (error) {
        if (!(error instanceof FieldError)) throw error
        into.problems[name] = error.messages
      }
    }
    return into
  }
}
