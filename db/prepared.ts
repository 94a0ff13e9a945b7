import { sql, type CompiledQuery, type RawBuilder } from 'kysely'
import type { Database } from './database.ts'
import { either } from './either.ts'

/** Stands in a prepared query for a value that every run brings along. */
class Slot {
  readonly name: string
  readonly bound: (value: any) => unknown // any value that the caller's types allow

  constructor (name: string, bound: (value: any) => unknown) {
    this.name = name
    this.bound = bound
  }
}

/** How a prepared query names its values. */
export interface Slots<Values> {
  /** One value. */
  value<Name extends keyof Values & string> (name: Name): RawBuilder<Values[Name]>
  /** Keys for `in`, however many. */
  keys<Name extends keyof Values & string> (name: Name): RawBuilder<number>
}

/** A number beyond all whole numbers of the databases becomes the last of them: no key is that large. */
const same = (value: unknown) => typeof value === 'number' && Math.abs(value) >= 2 ** 63 ? (value > 0 ? 2n ** 63n - 1n : -(2n ** 63n)) : value
const slots: Slots<any> = {
  value: (name) => sql`${new Slot(name, same)}`,
  keys: (name) => either(
    sql<number>`(select value from json_each(${new Slot(name, JSON.stringify)}))`,
    () => sql<number>`(select unnest(${new Slot(name, (keys: number[]) => keys.filter(Number.isSafeInteger))}::bigint[]))`)
}

interface Compilable<Row> { compile (db: Database): CompiledQuery<Row> }

/**
 * A query that is put together once and then run with other values each time: putting together takes longer than most queries.
 *
 * @param build makes the query; whatever differs between runs goes through `slots`
 * @returns runs it and gives its rows
 */
export function prepared<Values extends object, Row> (build: (db: Database, slots: Slots<Values>) => Compilable<Row>): (db: Database, values: Values) => Promise<Row[]> {
  // The two databases are spoken to in different words; a transaction has the adapter of its database.
  const compiled = new WeakMap<object, CompiledQuery<Row>>()
  return async (db, values) => {
    const { adapter } = db.getExecutor()
    let query = compiled.get(adapter)
    if (!query) compiled.set(adapter, query = build(db, slots as Slots<Values>).compile(db))
    const parameters = query.parameters.map((one) => one instanceof Slot ? one.bound(values[one.name as keyof Values]) : one)
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}
