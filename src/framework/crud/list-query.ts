import { sql, type CompiledQuery, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { mayTakeLong } from '#db/pace.ts'
import { databaseCache } from '#db/database-cache.ts'
import { compiled, filled, readRows, type Slots } from '#db/prepared.ts'
import type { Sort } from './definition.ts'
import type { AnyCall, AnyType } from './erased.ts'
import { builder, conditions, orderOf, oneByOne, walkAlong, type ListCondition } from './list-conditions.ts'
import { keptQueries, type Kept } from './list-kept.ts'
import type { Records } from './records.ts'
import { searched, type Searched } from './search.ts'

/** A search that finds more records than this is looked through in the order of the list. */
const MANY = 5000

/** What one record in so many has, or more of them, is asked of each one on the way: the first page is full soon. */
const DENSE = 4

type Counting = CompiledQuery<{ count: number | string }>

/** Which records of a list. */
interface Range {
  limit: number
  offset: number
}

/** What is known of a page before it is read. */
interface Known {
  count: number
  rows?: { id: number }[]
}

/** What narrows a list and sorts it. */
interface Built {
  parts: ListCondition[]
  search: Searched | undefined
  order: { steps: Sort<AnyType>[]; descending: boolean }
}

/** What a list asks the database: its conditions, its ordering, and the queries that are made of these. */
export class ListQuery {
  readonly #records: Records
  readonly #call: AnyCall
  /** What was put together for the same list before, and is from now on. */
  readonly #kept: Kept
  /** Not there where all that is needed was put together before. */
  #built: Built | undefined
  /** What narrows the list; undefined where all rows are in it, which are counted without looking at them. */
  #condition: ListCondition
  /** Whether so many records meet it that they are looked for in the order of the list. */
  #walks = false

  private constructor(records: Records, call: AnyCall, kept: Kept) {
    this.#records = records
    this.#call = call
    this.#kept = kept
  }

  /** Reads the parameters of a list. */
  static async for(records: Records, call: AnyCall): Promise<ListQuery> {
    const kept = await keptQueries(records, call)
    const query = new ListQuery(records, call, kept ?? {})
    if (!kept?.page && !kept?.first) await query.#build()
    return query
  }

  /** Rows of the list with all that is computed for them. */
  async first(limit: number): Promise<AnyType[]> {
    const { table, isShared } = this.#records
    const make = ({ value }: Slots<Range>) => {
      const rows = this.#records.from(this.#call.db).selectAll(table).select(this.#records.columns(this.#call, false))
      return this.#ordered(this.#narrow(rows), this.#order.steps).limit(value('limit'))
    }
    if (!isShared || !this.#kept.first) await this.#build()
    const { db } = this.#call
    const query = isShared ? (this.#kept.first ??= compiled(db, make)) : compiled(db, make)
    return await readRows<AnyType>(db, filled(query, { limit }))
  }

  /** A query of all keys in the order of the list. */
  async keys(db: Database): Promise<AnyType> {
    await this.#build()
    return this.#keys(db)
  }

  #keys(db: Database): AnyType {
    const { table, definition } = this.#records
    const { steps } = this.#order
    const indexedOrder =
      (this.#walks || this.#condition === undefined) && definition.indexedOrder?.key === steps[0]!.key
        ? definition.indexedOrder
        : undefined
    if (!indexedOrder) return this.#ordered(this.#narrow(this.#records.from(db).select(`${table}.id`)), steps)
    const byOther = { ...steps[0]!, key: (eb: AnyType) => eb.ref(`${indexedOrder.table}.${indexedOrder.by}`) }
    const rows = this.#narrow(walkAlong(db, table, indexedOrder).select(`${table}.id`))
    return this.#ordered(rows, [byOther, ...steps.slice(1)])
  }

  /**
   * The keys of a page, and how many records the list has in all. A page is found by key alone, so that nothing is
   * computed for rows that are not shown, and what is sorted by is computed once.
   *
   * @returns `count` is a function: where the page tells already, nothing is counted
   */
  async page(limit: number, offset: number): Promise<{ keys: number[]; count: () => Promise<number> }> {
    const { db } = this.#call
    const known = this.#built?.search?.walked ? await this.#searchedPage(limit, offset) : undefined
    const rows = known?.rows ?? (await readRows<{ id: number }>(db, filled(await this.#page(), { limit, offset })))
    const keys = rows.map(({ id }) => id)
    // A page that is not full is the last one.
    const isLast = keys.length < limit && (keys.length > 0 || offset === 0)
    return { keys, count: async () => known?.count ?? (isLast ? offset + keys.length : await this.#count()) }
  }

  /** The keys of a page. */
  async #page(): Promise<CompiledQuery> {
    if (this.#kept.page) return this.#kept.page
    await this.#build()
    const { db } = this.#call
    return (this.#kept.page = compiled<Range, unknown>(db, ({ value }) =>
      this.#keys(db).limit(value('limit')).offset(value('offset'))
    ))
  }

  /** A search is counted first, by keys alone. Where that is much, the page is looked for in the order of the list. */
  async #searchedPage(limit: number, offset: number): Promise<Known> {
    let rows: { id: number }[] | undefined
    const count = await this.#count(async () => {
      if (!this.#isSearchAlone) return undefined
      const found = await this.#countedPage(limit, offset)
      rows = found?.rows
      return found?.count
    })
    if (offset >= count) return { count, rows: [] }
    if (count <= MANY) return rows ? { count, rows } : { count }
    const { walked, sifted, repeated } = this.#built!.search!
    const { definition, table } = this.#records
    // An index of this table has the order and the key, and of the record nothing else is needed.
    const held =
      repeated && !definition.indexedOrder ? sql<SqlBool>`${sql.ref(`${table}.id`)} in (${repeated})` : sifted
    const isDense = count * DENSE > (await this.#most())
    this.#condition = await this.#narrowedBy(isDense ? walked : oneByOne(held))
    this.#walks = true
    return { count }
  }

  /**
   * How many a search finds, and a page of them, by one statement, so that few are sought once.
   *
   * @returns undefined where it finds many, which are not all looked for
   */
  async #countedPage(limit: number, offset: number): Promise<Required<Known> | undefined> {
    const { db } = this.#call
    const { repeated } = this.#built!.search!
    const { table } = this.#records
    const wanted = sql<SqlBool>`${sql.ref(`${table}.id`)} in (select id from found where (select count(*) from reached) <= ${sql.lit(MANY)})`
    const all = this.#records.from(db).select([`${table}.id`, sql.lit(0).as('count')])
    const page = this.#ordered(all.where(wanted), this.#order.steps).limit(limit).offset(offset)
    const query = sql<{
      id: number
      count: number
    }>`with reached (id) as materialized (select id from (${repeated!}) as every_key limit ${sql.lit(MANY + 1)}),
      found (id) as materialized (select distinct id from reached)
      select (select count(*) from reached) as id, (select count(*) from found) as count union all select * from (${page}) as page ${mayTakeLong}`
    const [counted, ...rows] = (await query.execute(db)).rows
    return Number(counted!.id) > MANY ? undefined : { count: Number(counted!.count), rows }
  }

  /** Whether a search is all that narrows the list, and its hits are known by their keys. */
  get #isSearchAlone(): boolean {
    const { parts, search } = this.#built!
    return search?.keys !== undefined && !this.#records.definition.also && parts.every((part) => part === undefined)
  }

  /** How many records the table has at most. */
  async #most(): Promise<number> {
    const { table } = this.#records
    const last: AnyType = await this.#records
      .from(this.#call.db)
      .select(`${table}.id`)
      .orderBy(`${table}.id`, 'desc')
      .limit(1)
      .executeTakeFirst()
    return last?.id ?? 0
  }

  /** @param found asked first where the count is not remembered; undefined where that does not tell */
  async #count(found?: () => Promise<number | undefined>): Promise<number> {
    const { db } = this.#call
    const { counting, from } = await this.#counting()
    const count = await remembered(db, counting, found)
    return from ? (await remembered(db, from)) - count : count
  }

  /** How the list is counted: a search by keys alone, and all but some by those. */
  async #counting(): Promise<Kept & { counting: Counting }> {
    const { counting } = this.#kept
    if (counting) return { ...this.#kept, counting }
    await this.#build()
    const { also } = this.#records.definition
    const { parts, search } = this.#built!
    const narrowing = parts.filter((part) => part !== undefined)
    const all = this.#records.from(this.#call.db)
    if (!also && !search && narrowing.length === 1 && narrowing[0]!.but) {
      this.#kept.from = countOf(all)
      this.#kept.counting = countOf(all.where(narrowing[0]!.but))
    } else {
      this.#kept.counting = countOf(
        this.#isSearchAlone && search
          ? (this.#call.db as AnyType).selectFrom(sql`(${search.keys})`.as('found'))
          : this.#narrow(all)
      )
    }
    return { ...this.#kept, counting: this.#kept.counting }
  }

  get #order(): Built['order'] {
    return this.#built!.order
  }

  /** Puts conditions and ordering together, unless that was done. */
  async #build(): Promise<void> {
    if (this.#built) return
    const [records, call] = [this.#records, this.#call]
    const { definition, table } = records
    const hasNotes = definition.write !== undefined && Object.hasOwn(definition.write.columns, 'notes')
    const search = searched(builder(), table, definition.search, call.query, call, hasNotes)
    this.#built = { parts: await conditions(records, call), search, order: orderOf(records, call) }
    this.#condition = await this.#narrowedBy(search?.gathered)
  }

  #narrow(rows: AnyType): AnyType {
    return this.#condition ? rows.where(this.#condition) : rows
  }

  /** The condition of the list with that of a search. */
  async #narrowedBy(search: ListCondition): Promise<ListCondition> {
    const { also } = this.#records.definition
    const given = [...this.#built!.parts, search].filter((part) => part !== undefined)
    if (given.length === 0) return undefined
    const matching = builder().and(given)
    if (!also) return matching
    return builder().or([matching, ...(await also(builder(), this.#call, this.#call.query, matching))])
  }

  #ordered(query: AnyType, steps: Sort<AnyType>[]): AnyType {
    const { table } = this.#records
    for (const { key, descending } of steps) {
      for (const value of [key].flat() as AnyType[]) {
        const { join } = value
        if (join) query = query.leftJoin(join.rows.as(join.name), `${join.name}.${join.column}`, `${table}.id`)
        const by = (eb: AnyType) => (typeof value === 'string' ? eb.ref(`${table}.${value}`) : value(eb, this.#call))
        query = query.orderBy(by, descending ? 'desc' : 'asc')
      }
    }
    return query.orderBy(`${table}.id`, this.#order.descending ? 'desc' : 'asc').modifyEnd(mayTakeLong)
  }
}

const counts = databaseCache<number>(10_000)

/** A query that counts rows. */
const countOf = (rows: AnyType): Counting =>
  rows
    .select((eb: AnyType) => eb.fn.countAll().as('count'))
    .modifyEnd(mayTakeLong)
    .compile()

/** What a counting query counts; counting the same again takes a change of the database. */
const remembered = (db: Database, query: Counting, found?: () => Promise<number | undefined>): Promise<number> =>
  counts(
    db,
    `${query.sql}\0${JSON.stringify(query.parameters)}`,
    async () => (await found?.()) ?? Number((await db.executeQuery(query)).rows[0]!.count)
  )
