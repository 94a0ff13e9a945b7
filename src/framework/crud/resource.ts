import { expressionBuilder, sql, type CompiledQuery, type Expression, type SqlBool } from 'kysely'
import { snapshot, type Database } from '#db/database.ts'
import { either } from '#db/either.ts'
import { transact } from '#db/transaction.ts'
import { ApiError, invalid, notFound } from '#contract/errors.ts'
import { prepared } from '#db/prepared.ts'
import { memory } from '#db/remembered.ts'
import { among } from '#db/text.ts'
import { isFlagWord, looseFlag } from '#contract/read.ts'
import type { Scope } from '#contract/scopes.ts'
import type {
  Along,
  Change,
  Computed,
  Definition,
  Item,
  Options,
  Row,
  Served,
  SortKey,
  Table,
  View,
  WriteBody
} from './definition.ts'
import { page, searched, sorting } from './list.ts'
import { lookup } from './lookup.ts'
import { textOf } from '#contract/text.ts'
import { mayTakeLong } from '#db/pace.ts'
import { turn } from '#framework/turn.ts'

/** A resource at work. */
export interface Resource<P extends string, O> {
  /** A handler for each operation that the contract has for the resource. */
  operations: Served<P>
  /** Shows records from elsewhere; `written` shows them as the answer to a write does. */
  read: (call: Scope, ids: number[], view?: Partial<View<O>>) => Promise<Map<number, Item<P>>>
  /** Creates a record by all rules, for another room; `call.db` is a transaction. Gives the primary key. */
  create: (call: Scope, body: Partial<WriteBody<P>>) => Promise<number>
}

/**
 * Makes the handlers of a resource from its definition.
 *
 * @param prefix what stands in front of `_list`, `_create`, … in the contract
 * @param table the table that holds the records; its key column is `id`
 * @returns the handlers, and what other rooms need of the resource
 */
export function resource<
  const P extends string,
  T extends Table,
  const O extends Options<P>,
  C extends Computed<T>,
  E = undefined
>(prefix: P, table: T, definition: Definition<P, T, O, C, E>): Resource<P, O> {
  // Kysely's builders over a table that is a type parameter cannot be typed; what goes in and out of here is.
  type Any = any
  const from = (db: Database): Any => (db as Any).selectFrom(table)
  const { write } = definition
  const optionNames = Object.keys(definition.options) as (keyof O & string)[]
  const hasNotes = write !== undefined && Object.hasOwn(write.columns, 'notes')

  const viewOf = (call: Scope, at: { list?: boolean; written?: boolean; created?: boolean }): View<O> => {
    const view: Record<string, boolean> = {
      list: at.list ?? false,
      written: at.written ?? false,
      created: at.created ?? false
    }
    for (const name of optionNames) {
      const option = definition.options[name]!
      const asked = call.rawQuery[name]
      const initial = at.list ? option.default : (option.one ?? option.default)
      const shown = at.written || (asked === undefined ? initial : looseFlag(asked))
      view[name] = shown && (!option.needs || option.needs.some((ruleset) => call.caller?.may('view', ruleset)))
    }
    return view as View<O>
  }

  const columns = (call: Scope | undefined, created: boolean) => (eb: Any) =>
    Object.entries(definition.computed).map(([name, compute]) =>
      (created && definition.later?.includes(name) ? eb.lit(null) : (compute as Any)(eb, call)).as(name)
    )

  const visible =
    (call: Scope) =>
    (eb: Any): Expression<SqlBool> =>
      definition.visible?.(eb, call) ?? eb.lit(true)

  const within =
    (call: Any) =>
    (eb: Any): Expression<SqlBool> =>
      definition.within?.(eb, call.path) ?? eb.lit(true)

  const keyOf = (call: Any): number => call.path[definition.key ?? 'id']

  /** The record that the path names. */
  const find = async (call: Scope): Promise<Any> => {
    const row = await from(call.db)
      .selectAll(table)
      .where(`${table}.id`, '=', keyOf(call))
      .where(visible(call))
      .where(within(call))
      .executeTakeFirst()
    if (!row) throw notFound(definition.className)
    return row
  }

  /** Whether records are the same for every caller: then the query that loads them is always the same. */
  const alike = !definition.visible && Object.values(definition.computed).every((compute) => compute.length < 2)
  const loader = (created: boolean) =>
    prepared<{ ids: number[] }, Row<T, C>>((db, { keys }) =>
      from(db).selectAll(table).select(columns(undefined, created)).where(`${table}.id`, 'in', keys('ids'))
    )
  const [loadAlike, loadCreated] = [loader(false), loader(true)]

  const load = async (call: Scope, ids: number[], created = false): Promise<Row<T, C>[]> =>
    ids.length === 0
      ? []
      : alike
        ? await (created ? loadCreated : loadAlike)(call.db, { ids })
        : await from(call.db)
            .selectAll(table)
            .select(columns(call, created))
            .where(`${table}.id`, 'in', among(ids))
            .where(visible(call))
            .execute()

  /** Records in the order of their keys; those that are gone, or not for the caller, are left out. */
  const inOrder = async (call: Scope, keys: number[]): Promise<Row<T, C>[]> => {
    const found = await lookup(keys, async (some) => (await load(call, some)).map((row: Any) => [row.id, row]))
    return keys.map((key) => found.get(key)).filter((row) => row !== undefined)
  }

  const shown = async (call: Scope, rows: Row<T, C>[], view: View<O>): Promise<Item<P>[]> => {
    const embedded = (rows.length ? await definition.embed?.(rows, call, view) : undefined) as E
    return rows.map((row) => definition.toJSON(row, embedded, view, call))
  }

  const order = (query: Any, steps: { key: SortKey<T>; descending: boolean }[], last: boolean, call: Scope): Any => {
    for (const { key, descending } of steps) {
      for (const one of [key].flat() as Any[]) {
        if (one.beside)
          query = query.leftJoin(
            one.beside.rows.as(one.beside.name),
            `${one.beside.name}.${one.beside.column}`,
            `${table}.id`
          )
        query = query.orderBy(
          (eb: Any) => (typeof one === 'string' ? eb.ref(`${table}.${one}`) : one(eb, call)),
          descending ? 'desc' : 'asc'
        )
      }
    }
    return query.orderBy(`${table}.id`, last ? 'desc' : 'asc').modifyEnd(mayTakeLong)
  }

  /**
   * All records, each beside the other that it names. SQLite would read and sort them all unless it is told to begin
   * with the index; PostgreSQL knows.
   */
  const walk = (db: Database, { column, table: other, index }: Along<T>): Any =>
    (db as Any)
      .selectFrom(
        either(
          sql`${sql.table(other)} indexed by ${sql.id(index)} cross join ${sql.table(table)}`,
          () => sql`${sql.table(other)} cross join ${sql.table(table)}`
        ).as(table)
      )
      .whereRef(`${table}.${column}`, '=', `${other}.id`)

  const list = async (call: Any, send: Any) => {
    const query: Any = call.query
    const eb: Any = expressionBuilder()
    const search = searched(eb, table, definition.search, query, call, hasNotes)
    const parts = [definition.visible?.(eb, call), definition.within?.(eb, call.path)]
    for (const [name, filter] of Object.entries<Any>(definition.filters)) {
      if (query[name] !== undefined) parts.push(await filter(eb, query[name], call, query))
    }
    for (const name of optionNames) {
      const value = call.rawQuery[name]
      const { filter } = definition.options[name]!
      if (filter && value && !isFlagWord(value)) parts.push(await filter(eb, value, call, query))
    }
    if (definition.undeclared) {
      for (const [name, value] of Object.entries(call.rawQuery as Scope['rawQuery']))
        if (value !== '') parts.push(await definition.undeclared.filter(eb, name, value, call))
    }
    /** The condition of the list; undefined where all rows are in it, which are counted without looking at them. */
    const conditions = async (found: Any): Promise<Any> => {
      const given = [...parts, found].filter((part) => part !== undefined)
      if (given.length === 0) return undefined
      const matching = eb.and(given)
      return definition.also ? eb.or([matching, ...(await definition.also(eb, call, query, matching))]) : matching
    }
    let condition = await conditions(search?.gathered)
    const narrowed = (rows: Any): Any => (condition ? rows.where(condition) : rows)
    const counting = () =>
      narrowed(from(call.db).select((eb: Any) => eb.fn.countAll().as('count')))
        .modifyEnd(mayTakeLong)
        .compile()
    const undeclared = definition.undeclared?.order(query.ordering ?? '')
    const { steps, descending } = undeclared
      ? { steps: undeclared, descending: undeclared.at(-1)!.descending }
      : sorting(
          query.ordering,
          definition.order as Record<string, SortKey<T>>,
          typeof definition.defaultOrder === 'function' ? definition.defaultOrder(query) : definition.defaultOrder
        )
    const along = condition === undefined && definition.along?.key === steps[0]!.key ? definition.along : undefined
    const keysIn = (db: Database): Any =>
      along
        ? order(
            walk(db, along).select(`${table}.id`),
            [{ ...steps[0]!, key: (eb: Any) => eb.ref(`${along.table}.${along.by}`) }, ...steps.slice(1)],
            descending,
            call
          )
        : order(narrowed(from(db).select(`${table}.id`)), steps, descending, call)
    const view = viewOf(call, { list: true })
    const limit = query.limit as number | undefined
    if (limit === undefined) {
      const all = order(narrowed(from(call.db).selectAll(table).select(columns(call, false))), steps, descending, call)
      await turn()
      const rows = await all.limit(PIECE + 1).execute()
      if (rows.length <= PIECE) return send(200, await shown(call, rows, view))
      const pieces = inPieces(call, view, (db) => gatheredKeys(keysIn(db)))
      return call.stream ? call.stream(pieces) : send(200, await gathered(pieces))
    }
    const offset = (query.offset as number | undefined) ?? 0
    // The page is found by key alone, so that nothing is computed for rows that are not shown, and what is sorted by is
    // computed once.
    const pageOf = async (more = (rows: Any): Any => rows): Promise<Any[]> =>
      await more(keysIn(call.db)).limit(limit).offset(offset).execute()
    let rows: Any[] | undefined
    let count: number | undefined
    if (search?.walked) {
      // What is gathered is counted on the way; once that was much, further pages are walked to.
      const query = counting()
      count = await countRows(call.db, query, async () => {
        rows = await pageOf((rows) => rows.select(sql<number>`count(*) over ()`.as('count')))
        return rows[0]?.count ?? (offset === 0 && limit > 0 ? 0 : await countNow(call.db, query))
      })
      if (!rows && count > MANY) condition = await conditions(search.walked)
    }
    rows ??= await pageOf()
    const keys = keysOf(rows)
    if (keys.length > SMALL) await turn()
    // A page that is not full is the last one.
    count ??=
      keys.length < limit && (keys.length > 0 || offset === 0)
        ? offset + keys.length
        : await countRows(call.db, counting())
    const frame = (results: Item<P>[]) =>
      page(call.origin, call.request.url.split('?')[0], call.rawQuery, count, limit, offset, results)
    if (keys.length <= PIECE) return send(200, frame(await shown(call, await inOrder(call, keys), view)))
    const pieces = inPieces(call, view, async () => keys)
    return call.stream ? call.stream(pieces, frame([])) : send(200, frame(await gathered(pieces)))
  }

  /**
   * A long list piece by piece, so that no more than a piece and all keys are ever in memory, and others are answered
   * between two pieces. It shows one moment of the database.
   */
  async function* inPieces(
    call: Scope,
    view: View<O>,
    keysIn: (db: Database) => Promise<number[]>
  ): AsyncGenerator<Item<P>[]> {
    const { db, release } = await snapshot(call.db)
    try {
      const inner = { ...call, db }
      const keys = await keysIn(db)
      for (let at = 0; at < keys.length; at += PIECE) {
        await turn()
        yield await shown(inner, await inOrder(inner, keys.slice(at, at + PIECE)), view)
      }
    } finally {
      await release()
    }
  }

  /** Many records as the answer to a write shows them, in the order of their keys. */
  const written = (
    call: Scope,
    ids: number[],
    at: { written: boolean; created?: boolean },
    was?: Map<number, object>
  ): Promise<Item<P>[]> =>
    byPiece(ids, async (some) => {
      const loaded = new Map((await load(call, some)).map((row: Any) => [row.id, { ...row, ...was?.get(row.id) }]))
      return await shown(
        call,
        some.map((id) => loaded.get(id)!),
        viewOf(call, at)
      )
    })

  const one = async (
    call: Scope,
    id: number,
    at: { written?: boolean; created?: boolean },
    was?: Map<number, object>
  ): Promise<Item<P>> => {
    const rows = await load(call, [id], at.created)
    if (rows.length === 0) throw notFound(definition.className)
    return (
      await shown(
        call,
        rows.map((row) => ({ ...row, ...was?.get(id) })),
        viewOf(call, at)
      )
    )[0]!
  }

  /** The computed values that an answer still shows as they are now, before a change. */
  const keep = async (call: Scope, ids: number[]): Promise<Map<number, object>> => {
    const { kept } = definition
    const rows = kept ? await byPiece(ids, (some) => load(call, some)) : []
    return new Map(rows.map((row) => [(row as Any).id, kept!(row)]))
  }

  /** Stores a change and returns the key; every rule runs here, inside the transaction. */
  const store = async (change: Change<P, T>): Promise<number> => {
    const { db, before, body, values } = change
    for (const [field, column] of Object.entries<Any>(write!.columns)) {
      if (column !== null && Object.hasOwn(body, field)) values[column as keyof typeof values] = (body as Any)[field]
    }
    if (!before) change.values = { ...write!.initial?.(change.call), ...values }
    if (change.replace) change.values = { ...write!.reset, ...values }
    await write!.check?.(change)
    const kept: number | undefined = before ? (before as Any).id : await write!.into?.(change)
    const row = storable(change.values)
    let id: number
    if (kept !== undefined) {
      id = kept
      if (Object.keys(row).length) await (db as Any).updateTable(table).set(row).where('id', '=', id).execute()
    } else {
      id = (await (db as Any).insertInto(table).values(row).returning('id').executeTakeFirstOrThrow()).id
    }
    await write!.saved?.(change, id)
    return id
  }

  const transaction = <Result>(call: Scope, work: (inner: Scope) => Promise<Result>): Promise<Result> =>
    call.db.isTransaction ? work(call) : transact(call.db, (db) => work({ ...call, db }))

  const created = (inner: Scope, body: Any): Change<P, T> => ({
    call: inner,
    db: inner.db,
    before: null,
    body,
    values: {},
    bulk: false,
    replace: false
  })

  /**
   * Creates what an array holds: all of it or nothing. What is wrong with an element stands at its place
   * (docs/behaviour/bulk.md#bulk-create).
   */
  const createMany = async (call: Any): Promise<Item<P>[]> => {
    const elements: Any[] = call.rawBody
    refuseAlike(elements, write!.many!)
    const refusals = new Map<number, unknown>()
    const attempt = async <Result>(at: number, work: () => Promise<Result>): Promise<Result | undefined> => {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 400)) throw error
        refusals.set(at, error.body)
        return undefined
      }
    }
    // The bodies are read before the transaction takes the connection that reading them needs.
    const bodies: Any[] = []
    for (const [at, element] of elements.entries()) bodies.push(await attempt(at, () => call.read(element)))
    return await transaction(call, async (inner) => {
      const ids: number[] = []
      for (const [at, body] of bodies.entries()) {
        const id = body && (await attempt(at, () => store(created(inner, body))))
        if (id !== undefined) ids.push(id)
      }
      if (refusals.size)
        throw new ApiError(
          400,
          elements.map((_, at) => refusals.get(at) ?? [])
        )
      return await written(inner, ids, { written: true, created: true })
    })
  }

  const create = Object.assign(
    async (call: Any, send: Any) => {
      if (Array.isArray(call.rawBody) && write!.many) {
        const items = await createMany(call)
        return items.length > PIECE ? call.stream(inTurn(items), undefined, 201) : send(201, items)
      }
      return send(
        201,
        await transaction(call, async (inner) => {
          const made = created(inner, call.body)
          const id = await store(made)
          const item = await one(inner, id, { written: true, created: true })
          await write!.answered?.(made, id)
          return item
        })
      )
    },
    { takesMany: write?.many !== undefined }
  )

  const findFirst = { find }

  const change = (replace: boolean) =>
    Object.assign(
      (call: Any, send: Any) =>
        transaction(call, async (inner) => {
          const before = await find({ ...call, ...inner })
          const was = await keep(inner, [before.id])
          const made: Change<P, T> = {
            call: inner,
            db: inner.db,
            before,
            body: call.body,
            values: {},
            bulk: false,
            replace
          }
          await store(made)
          const item = await one(inner, before.id, { written: true }, was)
          await write!.answered?.(made, before.id)
          return item
        }).then((item) => send(200, item)),
      findFirst
    )

  const remove = async (row: Any, inner: Scope, many: boolean) => {
    if (write?.remove) await write.remove(row, inner.db, inner as Any, many)
    else await (inner.db as Any).deleteFrom(table).where('id', '=', row.id).execute()
  }

  const destroy = Object.assign(
    (call: Any, send: Any) =>
      transaction(call, async (inner) => remove(await find({ ...call, ...inner }), inner, false)).then(() => send(204)),
    findFirst
  )

  const chosen = (call: Any): Promise<Any[]> =>
    selection(from(call.db).selectAll(table).where(visible(call)), table, call)

  const bulk = Object.assign(
    async (call: Any, send: Any) => {
      // The body is read before the transaction takes the connection that reading it needs.
      await chosen(call)
      const { items: _, ...fields } = call.rawBody
      const body = await call.read(fields)
      const items = await transaction(call, async (inner) => {
        const rows = await chosen({ ...call, ...inner })
        const was = await keep(
          inner,
          rows.map((row) => row.id)
        )
        for (const before of rows)
          await store({ call: inner, db: inner.db, before, body, values: {}, bulk: true, replace: false })
        return await written(
          inner,
          rows.map((row) => row.id),
          { written: true },
          was
        )
      })
      const frame = { success: 'Updated multiple items' }
      if (items.length > PIECE) return call.stream(inTurn(items), { ...frame, items: [] })
      return send(200, { ...frame, items })
    },
    { readsBody: true }
  )

  const bulkDestroy = Object.assign(
    async (call: Any, send: Any) => {
      const count = await transaction(call, async (inner) => {
        const rows = await chosen({ ...call, ...inner })
        for (const row of rows) await remove(row, inner, true)
        return rows.length
      })
      return send(200, { success: `Deleted ${count} items` })
    },
    { readsBody: true }
  )

  const operations = {
    list,
    create,
    retrieve: async (call: Any, send: Any) =>
      send(200, await one(call, definition.within ? (await find(call)).id : keyOf(call), {})),
    update: change(true),
    partial_update: change(false),
    destroy,
    bulk_update: bulk,
    bulk_partial_update: bulk,
    bulk_destroy: bulkDestroy
  }
  return {
    operations: Object.fromEntries(
      Object.entries(operations).map(([verb, handler]) => [`${prefix}_${verb}`, handler])
    ) as Served<P>,
    read: async (call, ids, view) => {
      const rows = await load(call, [...new Set(ids)], view?.created)
      const items = await shown(call, rows, { ...viewOf({ ...call, rawQuery: {} }, view ?? {}), ...view } as View<O>)
      return new Map(rows.map((row, i) => [(row as Any).id as number, items[i]!]))
    },
    create: (call, body) => store({ call, db: call.db, before: null, body, values: {}, bulk: false, replace: false })
  }
}

/** A search that finds more records than this is looked through in the order of the list. */
const MANY = 5000

/** How many records of a list are read at once; longer ones go in pieces of so many, each of some milliseconds. */
const PIECE = 200

/** A page of no more records than this needs no turn of its own. */
const SMALL = 50

/** How many keys of a list are read at once, in some milliseconds. */
const KEYS = 5000

const keysOf = (rows: { id: number }[]): number[] => rows.map(({ id }) => id)

/** The keys that a query gives, while others are answered. */
async function gatheredKeys(query: { stream: (size: number) => AsyncIterable<{ id: number }> }): Promise<number[]> {
  const keys: number[] = []
  for await (const { id } of query.stream(KEYS)) {
    keys.push(id)
    if (keys.length % KEYS === 0) await turn()
  }
  return keys
}

/** Does something for many records, some at a time, while others are answered. */
async function byPiece<From, To>(all: readonly From[], work: (some: From[]) => Promise<To[]>): Promise<To[]> {
  if (all.length <= PIECE) return await work([...all])
  const done: To[] = []
  for (let at = 0; at < all.length; at += PIECE) {
    await turn()
    for (const one of await work(all.slice(at, at + PIECE))) done.push(one)
  }
  return done
}

/** What is there already, some at a time. */
async function* inTurn<Item>(all: readonly Item[]): AsyncGenerator<Item[]> {
  for (let at = 0; at < all.length; at += PIECE) {
    await turn()
    yield all.slice(at, at + PIECE)
  }
}

/** All pieces of a list together. */
async function gathered<Item>(pieces: AsyncIterable<Item[]>): Promise<Item[]> {
  const all: Item[] = []
  for await (const piece of pieces) for (const one of piece) all.push(one)
  return all
}

const counts = memory<number>(10_000)

const countNow = async (db: Database, query: CompiledQuery<{ count: number | string }>): Promise<number> =>
  Number((await db.executeQuery(query)).rows[0]!.count)

/** What a counting query counts; counting the same again takes a change of the database. */
const countRows = (
  db: Database,
  query: CompiledQuery<{ count: number | string }>,
  count = () => countNow(db, query)
): Promise<number> => counts(db, `${query.sql}\0${JSON.stringify(query.parameters)}`, count)

/** Booleans and objects as the database holds them. */
function storable(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      typeof value === 'boolean'
        ? Number(value)
        : typeof value === 'object' && value !== null
          ? JSON.stringify(value)
          : value
    ])
  )
}

/** Elements of an array that are alike in all of these fields are refused together, before anything is read. */
function refuseAlike(elements: any[], fields: readonly string[]): void {
  if (elements.length === 0) throw plain('No data provided')
  if (fields.length === 0) return
  const keyOf = (element: any) =>
    fields.every((field) => element?.[field] !== undefined)
      ? JSON.stringify(fields.map((field) => textOf(element[field], Infinity)))
      : undefined
  const keys = elements.map(keyOf)
  const counts = Map.groupBy(
    keys.filter((key) => key !== undefined),
    (key) => key
  )
  const alike = (key: string | undefined) => key !== undefined && counts.get(key)!.length > 1
  if (!keys.some(alike)) return
  const unique = Object.fromEntries(fields.map((field) => [field, ['This field must be unique.']]))
  throw new ApiError(
    400,
    keys.map((key) => (alike(key) ? unique : []))
  )
}

const plain = (message: string) => invalid({ non_field_errors: message })

/**
 * The records that a bulk operation is about, by ascending key: `items` of the body, or all with `?all=true`
 * (docs/behaviour/bulk.md#selection). The refusals are plain sentences, not lists.
 */
export async function selection(query: any, table: Table, call: Scope): Promise<any[]> {
  const body = call.rawBody
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw plain('List of items must be provided for bulk operation')
  const { items } = body as { items?: unknown }
  const all = call.rawQuery.all
  if (items !== undefined && items !== null && items !== '') {
    if (!Array.isArray(items)) throw plain('Items must be provided as a list')
    if (items.some((item) => (item !== null && !/^\d+$/.test(textOf(item))) || typeof item === 'boolean'))
      throw plain('Invalid items list provided')
  }
  const chosen = (items as unknown[] | undefined) ?? []
  if (chosen.length)
    query = query.where(`${table}.id`, 'in', among(chosen.map((item) => (item === null ? -1 : Number(item)))))
  else if (all === undefined) throw plain('List of items must be provided for bulk operation')
  else if (!looseFlag(all)) throw plain('All filter must only be used with true')
  const rows = await query.orderBy(`${table}.id`).execute()
  if (rows.length === 0) throw plain('No items match the provided criteria')
  return rows
}
