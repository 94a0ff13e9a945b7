import type { CompiledQuery, Expression, SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { compiled, filled, prepared, readRows, type Slots } from '#db/prepared.ts'
import { among } from '#db/text.ts'
import { notFound } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { ViewOption, TableName } from './definition.ts'
import type { AnyCall, AnyDefinition, AnyRow, AnyType } from './erased.ts'
import { lookup } from './lookup.ts'
import { findParent } from './parent.ts'

/** How many queries of a resource are kept that differ by what is computed in them. */
const KEPT = 20

/** The records of a resource: finding and loading them. Lists, writes and answers are made of this. */
export class Records {
  readonly table: TableName
  readonly definition: AnyDefinition
  /** The optional parts of an answer, by the name of their parameter. */
  readonly options: [name: string, option: ViewOption][]
  readonly #load: (db: Database, values: { ids: number[] }) => Promise<AnyRow[]>
  readonly #loadCreated: (db: Database, values: { ids: number[] }) => Promise<AnyRow[]>
  /** Queries for records that are alike, by which columns and which of them are null. */
  readonly #alike = new Map<string, (db: Database, values: Record<string, unknown>) => Promise<unknown[]>>()
  readonly #loadPlain: (db: Database, values: { id: number }) => Promise<AnyRow[]>
  /** Whether records are the same for every caller: then the query that loads them is always the same. */
  readonly isShared: boolean
  /** Queries that load records, by what is computed in them. */
  readonly #kept = new WeakMap<object, Map<string, CompiledQuery<AnyRow>>>()

  constructor(table: TableName, definition: AnyDefinition) {
    this.table = table
    this.definition = definition
    this.options = Object.entries(definition.options)
    const computed = Object.values(definition.computed) as ((...args: unknown[]) => unknown)[]
    this.isShared = !definition.visible && computed.every((compute) => compute.length < 2)
    this.#load = this.#loader(false)
    this.#loadCreated = this.#loader(true)
    this.#loadPlain = prepared((db, { value }) => this.from(db).selectAll(table).where(`${table}.id`, '=', value('id')))
  }

  from(db: Database): AnyType {
    return (db as AnyType).selectFrom(this.table)
  }

  /** What is computed for a record, as columns; one that shows as just created has nulls for what comes later. */
  columns(call: RequestContext | undefined, created: boolean) {
    const { computed, deferred } = this.definition
    return (eb: AnyType) =>
      Object.entries<AnyType>(computed).map(([name, compute]) =>
        (created && deferred?.includes(name) ? eb.lit(null) : compute(eb, call)).as(name)
      )
  }

  /** The condition of the records that there are for this caller. */
  visible(context: RequestContext) {
    return (eb: AnyType): Expression<SqlBool> => this.definition.visible?.(eb, context) ?? eb.lit(true)
  }

  keyOf(call: AnyCall): number {
    return call.path[this.definition.key ?? 'id']!
  }

  /** The condition of the records that belong to what the path names first. */
  below(call: AnyCall) {
    const { parent } = this.definition
    return (eb: AnyType): Expression<SqlBool> =>
      parent ? eb(`${this.table}.${parent.column}`, '=', call.path[parent.param]) : eb.lit(true)
  }

  /**
   * Makes sure that what the path names first is there.
   *
   * @throws 404 where it is missing, unless the path only narrows
   */
  async findParent(call: AnyCall): Promise<void> {
    const { parent } = this.definition
    if (parent && !parent.narrows) await findParent(parent, call)
  }

  /**
   * The record that the path names.
   *
   * @throws 404 where there is none for this caller
   */
  async find(call: AnyCall): Promise<AnyRow> {
    await this.findParent(call)
    const row = this.isShared ? await this.#findShared(call) : await this.#findVisible(call)
    if (!row) throw notFound(this.definition.className)
    return row
  }

  /** A record that there is for everybody, where it belongs to what the path names first. */
  async #findShared(call: AnyCall): Promise<AnyRow | undefined> {
    const { parent } = this.definition
    const [row] = await this.#loadPlain(call.db, { id: this.keyOf(call) })
    return row && (!parent || row[parent.column] === call.path[parent.param]) ? row : undefined
  }

  async #findVisible(call: AnyCall): Promise<AnyRow | undefined> {
    return await this.from(call.db)
      .selectAll(this.table)
      .where(`${this.table}.id`, '=', this.keyOf(call))
      .where(this.visible(call))
      .where(this.below(call))
      .executeTakeFirst()
  }

  /** Loads records with all that is computed for them, in no order; those not for the caller are left out. */
  async load(context: RequestContext, ids: number[], created = false): Promise<AnyRow[]> {
    if (ids.length === 0) return []
    if (this.isShared) return await (created ? this.#loadCreated : this.#load)(context.db, { ids })
    const { computedBy } = this.definition
    if (computedBy) return await this.#loadBy(computedBy(context), context, ids, created)
    return await this.from(context.db)
      .selectAll(this.table)
      .select(this.columns(context, created))
      .where(`${this.table}.id`, 'in', among(ids))
      .where(this.visible(context))
      .execute()
  }

  /** Loads records in the order of their keys; those that are gone, or not for the caller, are left out. */
  async inOrder(context: RequestContext, keys: number[]): Promise<AnyRow[]> {
    const found = await lookup(keys, async (some) => (await this.load(context, some)).map((row) => [row.id, row]))
    return keys.map((key) => found.get(key)).filter((row) => row !== undefined)
  }

  /**
   * Whether there is a record with all of these values.
   *
   * @param values by column; what is undefined or null must be null
   * @param besides the key of a record that does not count
   */
  async isTaken(db: Database, values: Record<string, unknown>, besides: number | undefined): Promise<boolean> {
    const columns = Object.keys(values)
    const kind = JSON.stringify([
      besides === undefined,
      columns.map((column) => [column, (values[column] ?? null) === null])
    ])
    let query = this.#alike.get(kind)
    if (!query)
      this.#alike.set(
        kind,
        (query = prepared((on, { value }: Slots<Record<string, unknown>>) => {
          let alike = this.from(on).select('id').limit(1)
          if (besides !== undefined) alike = alike.where('id', '!=', value(' besides'))
          for (const column of columns)
            alike =
              (values[column] ?? null) === null
                ? alike.where(column, 'is', null)
                : alike.where(column, '=', value(column))
          return alike
        }))
      )
    return (await query(db, { ...values, ' besides': besides })).length > 0
  }

  #loader(created: boolean) {
    return prepared<{ ids: number[] }, AnyRow>((db, slots) => this.#ofKeys(db, slots, undefined, created))
  }

  #ofKeys(db: Database, { keys }: Slots<{ ids: number[] }>, context: RequestContext | undefined, created: boolean) {
    return this.from(db)
      .selectAll(this.table)
      .select(this.columns(context, created))
      .where(`${this.table}.id`, 'in', keys('ids'))
  }

  /** The same where what is computed depends on something: the queries for the values that it had of late are kept. */
  async #loadBy(by: string, context: RequestContext, ids: number[], created: boolean): Promise<AnyRow[]> {
    const { db } = context
    // The two databases are spoken to in different words.
    const { adapter } = db.getExecutor()
    const kept = this.#kept.get(adapter) ?? new Map<string, CompiledQuery<AnyRow>>()
    this.#kept.set(adapter, kept)
    const form = ids.length === 1 ? 'one' : 'many'
    const key = `${form} ${created} ${by}`
    let query = kept.get(key)
    if (!query) {
      if (kept.size >= KEPT) kept.clear()
      query = compiled<{ ids: number[] }, AnyRow>(db, (slots) => this.#ofKeys(db, slots, context, created), form)
      kept.set(key, query)
    }
    return await readRows(db, filled(query, { ids }))
  }
}
