import { sql, type CompiledQuery, type RawBuilder } from 'kysely'
import type { Database } from './tables.ts'
import { byDialect } from './dialect.ts'
import { statementRan } from './figures.ts'
import type { Opened } from './opened.ts'

/** Stands in a prepared query for a value that every run brings along. */
class Slot {
  readonly name: string
  readonly bound: (value: any) => unknown // any value that the caller's types allow

  constructor(name: string, bound: (value: any) => unknown) {
    this.name = name
    this.bound = bound
  }
}

/** How a prepared query names its values. */
export interface Slots<Values> {
  /** One value. */
  value<Name extends keyof Values & string>(name: Name): RawBuilder<Values[Name]>
  /** Keys for `in`, however many. */
  keys<Name extends keyof Values & string>(name: Name): RawBuilder<number>
}

/** A number beyond all whole numbers of the databases becomes the last of them: no key is that large. */
const same = (value: unknown) =>
  typeof value === 'number' && Math.abs(value) >= 2 ** 63 ? (value > 0 ? 2n ** 63n - 1n : -(2n ** 63n)) : value
const slots = (keys: (name: string) => RawBuilder<number>): Slots<any> => ({
  value: (name) => sql`${new Slot(name, same)}`,
  keys: (name) =>
    byDialect(
      keys(name),
      () =>
        sql<number>`(select unnest(${new Slot(name, (keys: number[]) => keys.filter(Number.isSafeInteger))}::bigint[]))`
    )
})

/** SQLite reads a list of keys from JSON; a single key, which is what most requests have, is quicker as itself. */
const FORMS = {
  many: slots((name) => sql<number>`(select value from json_each(${new Slot(name, JSON.stringify)}))`),
  one: slots((name) => sql<number>`(${new Slot(name, ([key]: number[]) => same(key))})`)
}

type Read = NonNullable<Opened['read']>

const readers = new WeakMap<Database, Read>()

/**
 * Tells how prepared queries that only read may run on a database at once, without the detour through the query
 * builder.
 *
 * @param db the open database or a transaction; what it is not told of goes the usual way
 */
export const reads = (db: Database, read: Read): void => {
  readers.set(db, read)
}

/**
 * Runs a query that only reads and was put together before.
 *
 * @returns its rows
 */
export async function readRows<Row>(db: Database, query: CompiledQuery<Row>): Promise<Row[]> {
  const read = readers.get(db)
  if (read) {
    const begun = performance.now()
    const rows = read(query)
    if (rows) {
      statementRan(begun)
      return rows
    }
  }
  return (await db.executeQuery<Row>(query)).rows
}

interface Compilable<Row> {
  compile(db: Database): CompiledQuery<Row>
}

/**
 * A query that only reads, is put together once and then run with other values each time: putting together takes longer
 * than most queries.
 *
 * @param build makes the query; whatever differs between runs goes through `slots`
 * @returns runs it and gives its rows
 */
export function prepared<Values extends object, Row>(
  build: (db: Database, slots: Slots<Values>) => Compilable<Row>
): (db: Database, values: Values) => Promise<Row[]> {
  // The two databases are spoken to in different words; a transaction has the adapter of its database.
  const compiled = { one: new WeakMap<object, CompiledQuery<Row>>(), many: new WeakMap<object, CompiledQuery<Row>>() }
  return async (db, values) => {
    const { adapter } = db.getExecutor()
    const form = Object.values(values).every((value) => !Array.isArray(value) || value.length === 1) ? 'one' : 'many'
    let query = compiled[form].get(adapter)
    if (!query) compiled[form].set(adapter, (query = build(db, FORMS[form] as Slots<Values>).compile(db)))
    return await readRows(db, filled(query, values))
  }
}

/**
 * A query as `prepared` puts it together, for whoever keeps it elsewhere.
 *
 * @param build makes the query; whatever differs between runs goes through `slots`
 * @param form `one` where each list of keys has one
 */
export const compiled = <Values extends object, Row>(
  db: Database,
  build: (slots: Slots<Values>) => Compilable<Row>,
  form: keyof typeof FORMS = 'many'
): CompiledQuery<Row> => build(FORMS[form] as Slots<Values>).compile(db)

/** A query with its values in the places of its slots. */
export function filled<Row>(query: CompiledQuery<Row>, values: object): CompiledQuery<Row> {
  const { sql, queryId } = query
  const parameters = query.parameters.map((one) =>
    one instanceof Slot ? one.bound(values[one.name as keyof typeof values]) : one
  )
  return { sql, queryId, query: query.query, parameters }
}

/** How many kinds of writes are kept: what clients send together is up to them. */
const MOST_KINDS = 1000

/** Writes of rows that were put together before, for each database by table and columns. */
const kinds = new WeakMap<object, Map<string, CompiledQuery>>()

/**
 * Runs a statement that writes one row; those with the same columns are put together once.
 *
 * @param name of the kind of statement, which with the columns says all that differs
 * @param values what goes into the slots, by column
 */
async function write(
  db: Database,
  name: string,
  values: Record<string, unknown>,
  build: (slotted: Record<string, RawBuilder<unknown>>) => Compilable<unknown>
): Promise<Record<string, unknown>[]> {
  const { adapter } = db.getExecutor()
  let known = kinds.get(adapter)
  if (!known) kinds.set(adapter, (known = new Map()))
  const kind = `${name} ${Object.keys(values).join()}`
  let query = known.get(kind)
  if (!query) {
    if (known.size >= MOST_KINDS) known.clear()
    const slotted = Object.keys(values).map((column) => [column, sql`${new Slot(column, same)}`])
    known.set(kind, (query = build(Object.fromEntries(slotted)).compile(db)))
  }
  return (await db.executeQuery(filled(query, values))).rows as Record<string, unknown>[]
}

const given = (row: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))

/**
 * Stores a new row.
 *
 * @param row its columns, as the database holds them
 * @returns its primary key
 */
export async function insertRow(db: Database, table: string, row: object): Promise<number> {
  const into = db.insertInto(table as 'part')
  const rows = await write(db, `insert ${table}`, given(row), (slotted) =>
    into.values(slotted as never).returning('id')
  )
  return rows[0]!.id as number
}

/** Changes columns of the row with a primary key. */
export async function updateRow(db: Database, table: string, id: number, columns: object): Promise<void> {
  const changed = given(columns)
  if (Object.keys(changed).length === 0) return
  const update = db.updateTable(table as 'part')
  await write(db, `update ${table}`, { ...changed, ' key': id }, ({ ' key': key, ...slotted }) =>
    update.set(slotted as never).where('id', '=', key as RawBuilder<number>)
  )
}
