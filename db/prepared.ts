import { sql, type CompiledQuery, type RawBuilder } from 'kysely'
import type { Database } from './tables.ts'
import { byDialect } from './dialect.ts'
import { statementRan } from './figures.ts'

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

const readers = new WeakMap<Database, <Row>(query: CompiledQuery<Row>) => Row[]>()

/**
 * Tells how prepared queries that only read may run on a database at once.
 *
 * @param db the open database; its transactions go their own way
 */
export const reads = (db: Database, read: <Row>(query: CompiledQuery<Row>) => Row[]): void => {
  readers.set(db, read)
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
    const parameters = query.parameters.map((one) =>
      one instanceof Slot ? one.bound(values[one.name as keyof Values]) : one
    )
    const bound = { ...query, parameters }
    const read = readers.get(db)
    if (!read) return (await db.executeQuery<Row>(bound)).rows
    const begun = performance.now()
    try {
      return read(bound)
    } finally {
      statementRan(begun)
    }
  }
}
