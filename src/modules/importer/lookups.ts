/** Finds records by what a file calls them: by their keys, names and numbers, for all rows of a piece at once. */
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { dictionary } from '#db/dictionary.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { signedIn } from '#contract/scopes.ts'
import { MODELS, permits } from '#framework/models.ts'

type Column = string

/** What records of a kind may be known by. */
interface Lookup {
  /** Columns, by the names that clients know them by. */
  keys?: Record<string, Column>
  /** Numbers under which others sell or make them, for what the keys do not find: the table, the column, who it is. */
  numbers?: Record<string, { table: string; column: Column; owner: Column }>
  /** Columns that filters may narrow the choice by; `_id` at their end is left out by clients. */
  filters?: readonly Column[]
}

const NAME = { keys: { name: 'name' } }
const PLACE = { keys: { pathstring: 'pathstring', name: 'name' } }
const REFERENCE = { keys: { reference: 'reference' } }

/** By what each kind of record may be looked up beside its primary key, by model. */
const LOOKUPS_BY_MODEL: Record<string, Lookup> = dictionary({
  partcategory: { ...PLACE, filters: ['parent_id', 'structural', 'level'] },
  stocklocation: { ...PLACE, filters: ['parent_id', 'structural', 'external', 'location_type_id', 'level'] },
  stocklocationtype: NAME,
  part: {
    keys: { IPN: 'IPN', name: 'name' },
    numbers: {
      MPN: { table: 'manufacturer_part', column: 'MPN', owner: 'part_id' },
      SKU: { table: 'supplier_part', column: 'SKU', owner: 'part_id' }
    },
    filters: [
      'active',
      'assembly',
      'component',
      'consumable',
      'is_template',
      'locked',
      'purchaseable',
      'salable',
      'testable',
      'trackable',
      'virtual',
      'category_id',
      'variant_of_id',
      'revision_of_id',
      'default_location_id'
    ]
  },
  parttesttemplate: { keys: { key: 'key' }, filters: ['part_id', 'enabled'] },
  projectcode: { keys: { code: 'code' }, filters: ['active'] },
  parametertemplate: { ...NAME, filters: ['enabled'] },
  company: { ...NAME, filters: ['active', 'is_supplier', 'is_manufacturer', 'is_customer', 'currency'] },
  contact: { keys: { name: 'name', email: 'email' }, filters: ['company_id'] },
  address: { filters: ['company_id'] },
  manufacturerpart: { keys: { MPN: 'MPN' }, filters: ['part_id', 'manufacturer_id'] },
  supplierpart: { keys: { SKU: 'SKU' }, filters: ['part_id', 'supplier_id', 'manufacturer_part_id', 'active'] },
  stockitem: { keys: { serial: 'serial' }, filters: ['part_id', 'location_id', 'supplier_part_id', 'customer_id'] },
  build: { ...REFERENCE, filters: ['part_id', 'status'] },
  purchaseorder: { ...REFERENCE, filters: ['supplier_id', 'status'] },
  salesorder: { ...REFERENCE, filters: ['customer_id', 'status'] },
  returnorder: { ...REFERENCE, filters: ['customer_id', 'status'] },
  transferorder: { ...REFERENCE, filters: ['status'] }
})

const lookupOf = (model: string): Lookup => LOOKUPS_BY_MODEL[model] ?? {}

/** By what records of a kind may be looked up. */
export function lookupFields(model: string): string[] {
  const { keys = {}, numbers = {} } = lookupOf(model)
  return ['pk', ...Object.keys(keys), ...Object.keys(numbers)]
}

/** The column of a filter; undefined where a kind of record has none of that name. */
function filterColumn(model: string, name: string): Column | undefined {
  const { filters = [] } = lookupOf(model)
  return filters.find((column) => column === name || column.replace(/_id$/, '') === name)
}

/** What a column holds that filters may narrow the choice by. */
const kindOf = (column: Column): 'text' | 'number' | 'flag' => {
  if (column === 'currency') return 'text'
  return column.endsWith('_id') || column === 'level' || column === 'status' ? 'number' : 'flag'
}

/** The values that a filter takes, in words. */
const FILTER_VALUES = { text: 'a text or null', number: 'a whole number or null', flag: 'true, false or null' }

const FLAGS: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  [true, 1],
  [1, 1],
  ['true', 1],
  [false, 0],
  [0, 0],
  ['false', 0]
])

/** A value of a filter as its column holds it; undefined where that can hold nothing like it. */
function filterValue(column: Column, value: unknown): string | number | null | undefined {
  if (value === null) return null
  const kind = kindOf(column)
  if (kind === 'text') return typeof value === 'string' ? value : undefined
  if (kind === 'flag') return FLAGS.get(typeof value === 'string' ? value.toLowerCase() : value)
  const isNumber = (typeof value === 'string' || typeof value === 'number') && /^\d{1,15}$/.test(String(value))
  return isNumber ? Number(value) : undefined
}

/** What is wrong with filters of records of a kind; undefined where nothing is. */
export function filterProblem(model: string, filters: unknown): string | undefined {
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters))
    return 'Value must be a valid dictionary object'
  for (const [name, value] of Object.entries(filters)) {
    const column = filterColumn(model, name)
    if (column === undefined) return `Unknown filter "${name}"`
    if (filterValue(column, value) === undefined) return `The filter "${name}" must be ${FILTER_VALUES[kindOf(column)]}`
  }
  return undefined
}

/** What is said where several records could be meant. */
export const SEVERAL_MATCHES =
  'Multiple matches found for value - please ensure the value is unique, or select a specific lookup field'

/** What was found for a text: a primary key, that it is not clear, or nothing. */
export type LookupResult = number | 'several' | undefined

/** How a field looks its records up. */
export interface LookupRequest {
  model: string
  /** By this alone; null tries everything. */
  by: string | null
  filters: Record<string, string | number | boolean | null>
}

// the tables are known at run time alone
type AnyQuery = any

function narrowed(query: AnyQuery, table: string, { model, filters }: LookupRequest): AnyQuery {
  return Object.entries(filters).reduce((narrow, [name, value]) => {
    const column = filterColumn(model, name)!
    return narrow.where(`${table}.${column}`, value === null ? 'is' : '=', filterValue(column, value))
  }, query)
}

/** The only record of each text, by one key: what two have names neither. */
async function single(query: AnyQuery): Promise<Map<string, number>> {
  const found = new Map<string, Set<number>>()
  for (const { text, id } of await query.execute())
    found.set(String(text), (found.get(String(text)) ?? new Set()).add(id))
  return new Map([...found].filter(([, ids]) => ids.size === 1).map(([text, ids]) => [text, [...ids][0]!]))
}

async function byKey(
  db: Database,
  request: LookupRequest,
  name: string,
  texts: string[]
): Promise<Map<string, number>> {
  const { table } = MODELS[request.model]!
  const { keys = {}, numbers = {} } = lookupOf(request.model)
  if (name === 'pk') {
    const pks = texts.filter((text) => /^\s*\d{1,15}\s*$/.test(text))
    if (pks.length === 0) return new Map()
    const ids = [...new Set(pks.map(Number))]
    const query: AnyQuery = (db as AnyQuery)
      .selectFrom(table)
      .select([`${table}.id`])
      .where(`${table}.id`, 'in', ids)
    const there = new Set((await narrowed(query, table, request).execute()).map(({ id }: { id: number }) => id))
    return new Map(pks.filter((text) => there.has(Number(text))).map((text) => [text, Number(text)]))
  }
  const column = keys[name]
  if (column !== undefined) {
    const query = (db as AnyQuery)
      .selectFrom(table)
      .select([`${table}.id`, sql.ref(`${table}.${column}`).as('text')])
      .where(`${table}.${column}`, 'in', texts)
    return await single(narrowed(query, table, request))
  }
  const number = numbers[name]!
  const query = (db as AnyQuery)
    .selectFrom(number.table)
    .innerJoin(table, `${table}.id`, `${number.table}.${number.owner}`)
    .select([`${table}.id`, sql.ref(`${number.table}.${number.column}`).as('text')])
    .where(`${number.table}.${number.column}`, 'in', texts)
  return await single(narrowed(query, table, request))
}

/** Whether the caller may see records of a kind; who may not is told nothing by what is found. */
function mayView(context: RequestContext, model: string): boolean {
  const { rulesets } = MODELS[model]!
  return rulesets.length === 0 || permits(signedIn(context), 'view', MODELS[model]!)
}

/** How many texts are looked up by one statement. */
const AT_ONCE = 5000

/**
 * Looks records up: one statement for each key that records of the kind have.
 *
 * @returns what each text means
 */
export async function lookUp(
  context: RequestContext,
  request: LookupRequest,
  texts: ReadonlySet<string>
): Promise<Map<string, LookupResult>> {
  const results = new Map<string, LookupResult>()
  if (!MODELS[request.model] || !mayView(context, request.model)) return results
  const all = [...texts].filter((text) => text !== '')
  const { numbers = {} } = lookupOf(request.model)
  const tried = request.by === null ? lookupFields(request.model) : [request.by]
  // Numbers of others come last: they count where nothing else names a record.
  const stages =
    request.by === null ? [tried.filter((name) => !Object.hasOwn(numbers, name)), Object.keys(numbers)] : [tried]
  for (const stage of stages)
    for (let at = 0; at < all.length; at += AT_ONCE)
      await lookUpIn(context.db, request, stage, all.slice(at, at + AT_ONCE), results)
  return results
}

async function lookUpIn(
  db: Database,
  request: LookupRequest,
  names: string[],
  given: string[],
  results: Map<string, LookupResult>
): Promise<void> {
  const texts = given.filter((text) => results.get(text) === undefined)
  if (texts.length === 0) return
  const candidates = new Map<string, Set<number>>()
  for (const name of names)
    for (const [text, id] of await byKey(db, request, name, texts))
      candidates.set(text, (candidates.get(text) ?? new Set()).add(id))
  for (const [text, ids] of candidates) results.set(text, ids.size === 1 ? [...ids][0] : 'several')
}
