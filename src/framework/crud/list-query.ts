import { sql, type CompiledQuery, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { mayTakeLong } from '#db/pace.ts'
import { databaseCache } from '#db/database-cache.ts'
import type { Sort } from './definition.ts'
import type { AnyCall, AnyType } from './erased.ts'
import {
  builder,
  conditions,
  joinsOthers,
  metByMany,
  orderOf,
  walkAlong,
  type ListCondition
} from './list-conditions.ts'
import type { Records } from './records.ts'
import { searched, type Searched } from './search.ts'

/** So many records, or fewer, are gathered and sorted, whatever their share. */
const FEW = 2000

/**
 * What one in so many records meets, or more of them, is looked for in the order of the list: the first page is found
 * soon, and what was passed over until then is no more than gathering them would take.
 */
const SHARE = 8

/** What one in so many records holds, or more of them, is counted by looking at every one. */
const COMMON = 3

/** Pages from behind this are counted from the end of the list, where that is nearer. */
const FAR = 1000

type Counting = CompiledQuery<{ count: number | string }>

/** A page of a list of few records. */
interface Few {
  keys: number[]
  count: number
}

/** How the keys of a list are read. */
interface Way {
  /** Whether many records meet the conditions, so that they are walked through in the order of the list. */
  many: boolean
  /** Whether it begins with the last one. */
  backwards: boolean
}

const GATHERED: Way = { many: false, backwards: false }

/** What a list asks the database: its conditions, its ordering, and the queries that are made of these. */
export class ListQuery {
  readonly #records: Records
  readonly #call: AnyCall
  readonly #parts: ListCondition[]
  readonly #search: Searched | undefined
  readonly #order: { steps: Sort<AnyType>[]; descending: boolean }
  /** What narrows the list; undefined where all rows are in it, which are counted without looking at them. */
  #condition: ListCondition
  /** Whether very many records hold what is searched for. */
  #common = false

  private constructor(records: Records, call: AnyCall, parts: ListCondition[], search: Searched | undefined) {
    this.#records = records
    this.#call = call
    this.#parts = parts
    this.#search = search
    this.#order = orderOf(records, call)
  }

  /** Reads the parameters of a list. */
  static async for(records: Records, call: AnyCall): Promise<ListQuery> {
    const { definition, table } = records
    const hasNotes = definition.write !== undefined && Object.hasOwn(definition.write.columns, 'notes')
    const search = searched(builder(), table, definition.search, call.query, call, hasNotes)
    const query = new ListQuery(records, call, await conditions(records, call), search)
    query.#condition = await query.#narrowedBy(search?.gathered)
    return query
  }

  /** Rows of the list with all that is computed for them. */
  async first(limit: number): Promise<AnyType[]> {
    const { table } = this.#records
    const rows = this.#rows(this.#call.db, this.#order.steps)
      .selectAll(table)
      .select(this.#records.columns(this.#call, false))
    return await this.#ordered(rows, this.#order.steps, false).limit(limit).execute()
  }

  /** A query of all keys in the order of the list. */
  keys(db: Database, { many, backwards }: Way = GATHERED): AnyType {
    const { table, definition } = this.#records
    const { steps } = this.#order
    const indexedOrder =
      (many || this.#condition === undefined) && definition.indexedOrder?.key === steps[0]!.key
        ? definition.indexedOrder
        : undefined
    if (!indexedOrder) return this.#ordered(this.#rows(db, steps).select(`${table}.id`), steps, backwards)
    const byOther = { ...steps[0]!, key: (eb: AnyType) => eb.ref(`${indexedOrder.table}.${indexedOrder.by}`) }
    const rows = walkAlong(db, table, this.#narrowed(this.#condition), indexedOrder).select(`${table}.id`)
    return this.#ordered(rows, [byOther, ...steps.slice(1)], backwards)
  }

  /**
   * The keys of a page, and how many records the list has in all. A page is found by key alone, so that nothing is
   * computed for rows that are not shown, and what is sorted by is computed once.
   *
   * @returns `count` is a function: where the page tells already, nothing is counted
   */
  async page(limit: number, offset: number): Promise<{ keys: number[]; count: () => Promise<number> }> {
    let few: Few | undefined
    const counted = async () => {
      few = this.#condition && (await this.#few(limit, offset))
      return few?.count
    }
    const known = this.#condition !== undefined || offset > FAR ? await this.#count(counted) : undefined
    if (few) return { keys: few.keys, count: async () => known! }
    if (known !== undefined && offset >= known) return { keys: [], count: async () => known }
    const way = known === undefined ? GATHERED : await this.#wayTo(offset, known)
    const length = known === undefined ? limit : Math.min(limit, known - offset)
    const from = way.backwards ? known! - offset - length : offset
    const rows: { id: number }[] = await this.keys(this.#call.db, way).limit(length).offset(from).execute()
    const keys = keysOf(rows)
    if (way.backwards) keys.reverse()
    // A page that is not full is the last one.
    const isLast = keys.length < limit && (keys.length > 0 || offset === 0)
    return { keys, count: async () => known ?? (isLast ? offset + keys.length : await this.#count()) }
  }

  /**
   * A page of a list of few records, which are counted on the way.
   *
   * @returns undefined where there are more, or where the page does not tell
   */
  async #few(limit: number, offset: number): Promise<Few | undefined> {
    const { table, definition } = this.#records
    const candidates = definition.also ? undefined : this.#search?.candidates
    const steps = this.#order.steps
    const inQuery = (name: string) => sql<SqlBool>`${sql.ref(`${table}.id`)} in (select id from ${sql.table(name)})`
    let source: AnyType = this.#call.db
    let condition = this.#condition
    if (candidates) {
      source = source.with(materialized('candidate'), () => sql`(${candidates(FEW + 1)})`)
      condition = builder().and([...this.#parts, inQuery('candidate')].filter((one) => one !== undefined))
    }
    source = source.with(materialized('found'), (creator: AnyType) =>
      creator
        .selectFrom(table)
        .select(`${table}.id`)
        .where(condition)
        .limit(FEW + 1)
    )
    const size = (name: string) => sql<number>`(select count(*) from ${sql.table(name)})`
    const rows: { id: number; count: number; reach: number; span: number }[] = await this.#ordered(
      this.#rows(source, steps, inQuery('found')).select([
        `${table}.id`,
        size('found').as('count'),
        (candidates ? size('candidate') : sql<number>`0`).as('reach'),
        (candidates ? sql<number>`(select 2 * avg(id) from candidate)` : sql<number>`0`).as('span')
      ]),
      steps,
      false
    )
      .limit(limit)
      .offset(offset)
      .execute()
    const [first] = rows
    // Where there are very many, those that were found first lie close together at the beginning of the table.
    this.#common = first !== undefined && first.reach > FEW && first.reach * COMMON > first.span
    if (first) return Math.max(first.count, first.reach) > FEW ? undefined : { keys: keysOf(rows), count: first.count }
    return offset === 0 && limit > 0 && !candidates ? { keys: [], count: 0 } : undefined
  }

  /** How to reach a page of a list that has so many records. */
  async #wayTo(offset: number, count: number): Promise<Way> {
    const backwards = offset > FAR && offset > count / 2
    if (this.#condition === undefined || count <= FEW) return { many: false, backwards }
    const many = count * SHARE > (await this.#most())
    if (many) this.#condition = metByMany((await this.#narrowedBy(this.#search?.walked ?? this.#search?.gathered))!)
    return { many, backwards }
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

  /** @param counted asked first where it is not known; undefined where that does not tell */
  #count(counted = async (): Promise<number | undefined> => undefined): Promise<number> {
    const { db } = this.#call
    const counting = (condition: ListCondition): Counting => {
      const all = this.#records.from(db).select((eb: AnyType) => eb.fn.countAll().as('count'))
      return (condition ? all.where(condition) : all).modifyEnd(mayTakeLong).compile()
    }
    const gathering = counting(this.#condition)
    const count = async () => {
      const few = await counted()
      if (few !== undefined) return few
      // What very many hold is found sooner by looking at every row.
      const walking = this.#common && this.#search?.walked
      return await countNow(db, walking ? counting(await this.#narrowedBy(walking)) : gathering)
    }
    return remembered(db, gathering, count)
  }

  /** The rows that meet the conditions; by themselves where others join them, whose columns have the same names. */
  #rows(db: Database, steps: Sort<AnyType>[], condition = this.#condition): AnyType {
    const joined = steps.some(({ key }) => [key].flat().some((value: AnyType) => value.other))
    if (joined && joinsOthers(this.#call.db) && condition)
      return (db as AnyType).selectFrom(this.#narrowed(condition).as(this.#records.table))
    const rows = this.#records.from(db)
    return condition ? rows.where(condition) : rows
  }

  /** The same, for `from`. */
  #narrowed(condition: ListCondition) {
    const table = sql.table(this.#records.table)
    return condition ? sql`(select * from ${table} where ${condition})` : table
  }

  /** The condition of the list with that of a search. */
  async #narrowedBy(search: ListCondition): Promise<ListCondition> {
    const { also } = this.#records.definition
    const given = [...this.#parts, search].filter((part) => part !== undefined)
    if (given.length === 0) return undefined
    const matching = builder().and(given)
    if (!also) return matching
    return builder().or([matching, ...(await also(builder(), this.#call, this.#call.query, matching))])
  }

  #ordered(query: AnyType, steps: Sort<AnyType>[], backwards: boolean): AnyType {
    const { table } = this.#records
    const joined = new Set<string>()
    const direction = (descending: boolean) => (descending !== backwards ? 'desc' : 'asc')
    for (const { key, descending } of steps) {
      for (const value of [key].flat() as AnyType[]) {
        const { join } = value
        const other = joinsOthers(this.#call.db) ? value.other : undefined
        if (join) query = query.leftJoin(join.rows.as(join.name), `${join.name}.${join.column}`, `${table}.id`)
        const name = other && `by_${other.column}`
        if (other && !joined.has(name))
          query = query.leftJoin(`${other.table} as ${name}`, `${name}.id`, `${table}.${other.column}`)
        joined.add(name)
        const by = (eb: AnyType) => {
          if (other) return eb.ref(`${name}.${other.by}`)
          return typeof value === 'string' ? eb.ref(`${table}.${value}`) : value(eb, this.#call)
        }
        query = query.orderBy(by, direction(descending))
      }
    }
    return query.orderBy(`${table}.id`, direction(this.#order.descending)).modifyEnd(mayTakeLong)
  }
}

const keysOf = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id)

/** What a common table expression is called that is worked out once. */
const materialized = (name: string) => (cte: AnyType) => cte(name).materialized()

const counts = databaseCache<number>(10_000)

const countNow = async (db: Database, query: Counting): Promise<number> =>
  Number((await db.executeQuery(query)).rows[0]!.count)

/** What a counting query counts; counting the same again takes a change of the database. */
const remembered = (db: Database, query: Counting, count: () => Promise<number>): Promise<number> =>
  counts(db, `${query.sql}\0${JSON.stringify(query.parameters)}`, count)
