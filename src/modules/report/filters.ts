// What templates say of the records that they are for: `active=True, category__name=Electronics`.
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { among, like } from '#db/text.ts'
import { FULL_NAMES, MODEL_BY_NAME, type Field, type TransferModel } from '#framework/transfer/models.ts'

/** One condition: a way to a field, and the text that it is compared with. */
type Group = [path: string, value: string]

/** What is wrong with the filters of a template; the message is for its author. */
export class FilterError extends Error {
  override name = 'FilterError'
}

/**
 * Takes the filters of a template apart.
 *
 * @throws FilterError for what is not of the form `field=value`
 */
export function readFilters(text: string): Group[] {
  const groups = text
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '')
  return groups.map((group) => {
    const [path = '', value = '', ...more] = group.split('=').map((side) => side.trim())
    if (path === '' || value === '' || more.length > 0) throw new FilterError(`Invalid group: ${group}`)
    return [path, value]
  })
}

type Value = string | number | null
type Condition = RawBuilder<SqlBool>
type Column = RawBuilder<unknown>

/** A text without the meaning that patterns give some characters. */
const literal = (value: Value) => String(value).replaceAll(/[\\%_]/g, String.raw`\$&`)

/** How a field is compared, by the word behind it; letter case does not count in parts of texts. */
const LOOKUPS: ReadonlyMap<string, (column: Column, value: Value) => Condition> = new Map([
  ['exact', (column: Column, value: Value) => (value === null ? sql`${column} is null` : sql`${column} = ${value}`)],
  ['iexact', (column: Column, value: Value) => like(column, literal(value))],
  ['contains', (column: Column, value: Value) => like(column, `%${literal(value)}%`)],
  ['startswith', (column: Column, value: Value) => like(column, `${literal(value)}%`)],
  ['endswith', (column: Column, value: Value) => like(column, `%${literal(value)}`)],
  ['gt', (column: Column, value: Value) => sql`${column} > ${value}`],
  ['gte', (column: Column, value: Value) => sql`${column} >= ${value}`],
  ['lt', (column: Column, value: Value) => sql`${column} < ${value}`],
  ['lte', (column: Column, value: Value) => sql`${column} <= ${value}`]
] as [string, (column: Column, value: Value) => Condition][])

const YES = new Set(['true', 't', '1', 'yes'])
const NO = new Set(['false', 'f', '0', 'no'])

function flagOf(text: string): 0 | 1 {
  const word = text.toLowerCase()
  if (!YES.has(word) && !NO.has(word)) throw new FilterError(`“${text}” value must be either True or False.`)
  return YES.has(word) ? 1 : 0
}

/** Kinds of fields whose values are numbers. */
const NUMBERS = new Set(['integer', 'number', 'decimal', 'relation', 'rebuilt', 'order', 'target'])

/** A text as the database holds it in a field of a kind. */
function valueOf(kind: Field['kind'], name: string, text: string): Value {
  if (text === 'None') return null
  if (kind === 'boolean') return flagOf(text)
  if (!NUMBERS.has(kind)) return text
  const number = Number(text)
  if (!Number.isFinite(number)) throw new FilterError(`Field '${name}' expected a number but got '${text}'.`)
  return number
}

const KEY = { kind: 'integer', column: 'id', nullable: false } as const

/** The field of a model that a name means, also `pk` and `part_id`; undefined where there is none with a column. */
function fieldOf({ fields }: TransferModel, name: string): (Field & { column: string }) | undefined {
  if (name === 'pk' || name === 'id') return KEY
  const other = name.endsWith('_id') ? fields[name.slice(0, -3)] : undefined
  const field = fields[name] ?? (other?.kind === 'relation' ? other : undefined)
  return field && 'column' in field ? field : undefined
}

function unknownField({ fields }: TransferModel, name: string): FilterError {
  const names = Object.entries(fields).flatMap(([field, { kind }]) =>
    kind === 'constant' ? [] : kind === 'relation' ? [field, `${field}_id`] : [field]
  )
  const choices = ['id', ...names].toSorted().join(', ')
  return new FilterError(`Cannot resolve keyword '${name}' into field. Choices are: ${choices}`)
}

/** The condition that a record of a model fulfils, whose table goes by its own name in the query. */
function conditionOn(model: TransferModel, [name = '', ...steps]: string[], text: string): Condition {
  const field = fieldOf(model, name)
  if (!field) throw unknownField(model, name)
  const column = sql.ref(`${model.table}.${field.column}`)
  const [step, ...more] = steps
  if (step === 'isnull' && more.length === 0) return flagOf(text) ? sql`${column} is null` : sql`${column} is not null`
  const compare = LOOKUPS.get(step === undefined ? 'exact' : step.replace(/^i(?=contains|startswith|endswith)/, ''))
  if (compare && more.length === 0) return compare(column, valueOf(field.kind, name, text))
  const target = field.kind === 'relation' ? MODEL_BY_NAME.get(field.model) : undefined
  if (!target) throw new FilterError(`Unsupported lookup '${step}' for ${name}, or join on the field not permitted.`)
  const inner = conditionOn(target, steps, text)
  return sql`${column} in (select ${sql.ref(`${target.table}.id`)} from ${sql.table(target.table)} where ${inner})`
}

const modelOf = (model: string): TransferModel => MODEL_BY_NAME.get(FULL_NAMES.get(model)!)!

/**
 * What is wrong with the filters of a template for a kind of record.
 *
 * @param model the word for it, for example `part`
 * @returns undefined where nothing is
 */
export function templateFilterProblem(model: string, filters: string): string | undefined {
  try {
    for (const [path, value] of readFilters(filters)) conditionOn(modelOf(model), path.split('__'), value)
  } catch (error) {
    if (error instanceof FilterError) return error.message
    throw error
  }
  return undefined
}

/**
 * Which of some filters let all of some records through. Records that do not exist count for none; one query for each.
 *
 * @param model the word for the kind of record
 * @param ids their primary keys
 */
export async function passingFilters(
  db: Database,
  model: string,
  filters: readonly string[],
  ids: readonly number[]
): Promise<string[]> {
  const passing: string[] = []
  for (const text of filters) if (await letThrough(db, modelOf(model), text, ids)) passing.push(text)
  return passing
}

async function letThrough(
  db: Database,
  model: TransferModel,
  filters: string,
  ids: readonly number[]
): Promise<boolean> {
  if (filters.trim() === '') return true
  let conditions: Condition[]
  try {
    conditions = readFilters(filters).map(([path, value]) => conditionOn(model, path.split('__'), value))
  } catch (error) {
    // Of an import, or of a version that knew more.
    if (error instanceof FilterError) return false
    throw error
  }
  const all = sql.join(
    conditions.map((condition) => sql`coalesce(${condition}, false)`),
    sql` and `
  )
  const key = sql.ref(`${model.table}.id`)
  const stopped = sql`select 1 from ${sql.table(model.table)} where ${key} in ${among(ids)} and not (${all}) limit 1`
  return (await stopped.execute(db)).rows.length === 0
}
