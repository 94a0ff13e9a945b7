import {
  PostgresAdapter,
  PostgresIntrospector,
  sql,
  type CompiledQuery,
  type Dialect,
  type Kysely,
  type QueryResult
} from 'kysely'
import type { Migration } from 'kysely/migration'
import pg from 'pg'
import { Condition } from './condition.ts'
import { DatabaseFailure } from './failures.ts'
import { EngineDriver, Mutex, type Engine, type Session } from './driver.ts'
import type { Opened, PostgresAddress } from './opened.ts'
import { POSTGRES_PATTERN_MS, searchesByPattern, takesTooLong } from './pattern.ts'
import { Compiler, type ForeignKeyReference } from './postgres.compiler.ts'
import { ConnectionPool } from './postgres.connections.ts'
import { orderIndexes } from './postgres.indexes.ts'

const OLDEST = 14

/** The number of the lock that whoever writes holds; it says "invtree". */
const WRITER = 0x696e7674726565n

const WRITING = ['INSERT', 'UPDATE', 'DELETE']

/**
 * Bounds how long a search by an expression of a user may take, until the transaction ends; tells the bound that held
 * before.
 */
const LIMIT = `select current_setting('statement_timeout') as "limit", set_config('statement_timeout', '${POSTGRES_PATTERN_MS}', true)`

/** What other processes may change of what is kept in memory. */
const CACHED_TABLES = ['setting', 'custom_unit', 'plugin_config', 'plugin_setting']

/** Values as SQLite gives them: numbers as numbers, conditions as 0 and 1. */
const PARSERS: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
  [pg.types.builtins.BOOL]: (text) => (text === 't' ? 1 : 0)
}
const types = {
  getTypeParser: (oid: number, format?: 'text') => PARSERS[oid] ?? pg.types.getTypeParser(oid, format)
} as pg.CustomTypesConfig

/** Whether a statement searches for a text. */
const isSearch = (text: string): boolean => text.includes(' ilike ') || text.includes('part_search_text')

/**
 * Gives statements that come again and again a name, so that the server plans them once for each connection. How to
 * search depends on the text that is looked for, so a search is planned each time.
 */
class Names {
  readonly #seen = new Map<string, number>()
  readonly #names = new Map<string, string>()

  of(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name || this.#names.size >= 300 || isSearch(text)) return name
    const seen = (this.#seen.get(text) ?? 0) + 1
    if (seen < 3) {
      if (this.#seen.size > 1000) this.#seen.clear()
      this.#seen.set(text, seen)
    } else {
      this.#seen.delete(text)
      this.#names.set(text, `s${this.#names.size}`)
    }
    return undefined
  }
}

/**
 * Tells whether the data is still the same, by what transactions a statement sees: PostgreSQL names them in
 * `pg_current_snapshot()`. It is asked once a request; from the answer to the next one it holds, unless this process
 * itself writes.
 */
class Moments {
  #asked = 0
  /** Answers to questions up to this one are too old. */
  #settled = 0
  #snapshot = ''
  #number = 0
  #known = false

  /** The present moment, undefined while it is not known. */
  get now(): number | undefined {
    return this.#known ? this.#number : undefined
  }

  /** This process wrote, and must see it from now on, also where an answer is still on its way. */
  forget(): void {
    this.#settled = this.#asked
    this.#known = false
  }

  /** @returns takes the answer to a question that is asked now */
  ask(): (snapshot: string) => void {
    const question = ++this.#asked
    return (snapshot) => {
      if (question <= this.#settled) return
      this.#settled = question
      this.#known = true
      if (snapshot === this.#snapshot) return
      this.#snapshot = snapshot
      this.#number++
    }
  }
}

const CHANGES = { name: 'changes', text: 'select number, pg_current_snapshot()::text as snapshot from memory_change' }

/** Statements that read and nothing else; where a connection breaks they are asked again. */
const READS = /^\s*(select|with)\b(?!.*\b(insert into|update|delete from) )/is

const isAway = (error: unknown) => error instanceof DatabaseFailure && error.kind === 'away'
const always = () => true

/** What it means that something was to be stored when this happened. */
function outcomeOf(error: unknown): unknown {
  const unknown = isAway(error) || (error as Error).message === 'Query read timeout'
  return unknown ? new DatabaseFailure('unsure', (error as Error).message, error) : error
}

/** Reads run on any connection; whoever writes first waits in this process, then holds a lock of the server. */
class PostgresEngine implements Engine {
  readonly condition = new Condition(true)
  readonly #connections: ConnectionPool
  readonly #onStatement: ((text: string) => void) | undefined
  readonly #mutex = new Mutex()
  readonly #names = new Names()
  readonly #moments = new Moments()

  constructor(place: PostgresAddress, onStatement?: (text: string) => void) {
    const { host, port, name: database, user, password } = place
    this.#connections = new ConnectionPool(
      { host, port, database, user, password: password ?? undefined, types },
      this.condition
    )
    this.#onStatement = onStatement
  }

  get moment(): number | undefined {
    return this.#moments.now
  }

  /** Asks what others changed: the number of the last change of what is kept in memory, and the moment. */
  async changes(): Promise<number> {
    const learn = this.#moments.ask()
    const {
      rows: [row]
    } = await this.#again(() => this.#alone<{ number: number; snapshot: string }>(CHANGES))
    // What took over may count from where the other one was, without all that it had.
    const { renewals } = this.#connections
    learn(`${renewals} ${row!.snapshot}`)
    return row!.number + renewals * 2 ** 40
  }

  async run<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (searchesByPattern(query.sql)) return await this.#again(() => this.#limitedAlone<Row>(query))
    const reads = () => READS.test(query.sql)
    return this.#result(await this.#again(() => this.#alone(this.#prepare(query), reads), reads))
  }

  async *stream<Row>(query: CompiledQuery, rows: number): AsyncIterableIterator<QueryResult<Row>> {
    const session = await this.begin(true)
    try {
      yield* session.stream!<Row>(query, rows)
    } finally {
      await session.end('rollback')
    }
  }

  async begin(readOnly: boolean): Promise<Session> {
    const done = readOnly ? () => undefined : await this.#mutex.acquire()
    try {
      const client = await this.#again(() => this.#begun(readOnly))
      const run = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> =>
        searchesByPattern(query.sql)
          ? await this.#limited(client, query)
          : this.#result(await this.#connections.query(client, this.#prepare(query)))
      let cursors = 0
      return {
        run,
        stream: (query, rows) => piecewise(run, query, rows, `piece_${++cursors}`),
        end: async (how) => {
          try {
            await this.#end(client, how)
          } finally {
            if (!readOnly) this.#moments.forget()
            done()
          }
        }
      }
    } catch (error) {
      done()
      throw error
    }
  }

  bound(): void {
    this.#connections.bound()
  }

  /** Runs a statement of our own outside any transaction. */
  async ask<Row extends pg.QueryResultRow>(text: string): Promise<Row> {
    return (await this.#alone<Row>({ text })).rows[0]!
  }

  async close(): Promise<void> {
    await this.#connections.close()
  }

  /** Does what writes nothing once more where the connection broke: what broke was made before, the next one is new. */
  async #again<Result>(once: () => Promise<Result>, harmless = always): Promise<Result> {
    try {
      return await once()
    } catch (error) {
      if (!isAway(error) || !harmless()) throw error
      return await once()
    }
  }

  /** Runs one statement outside any transaction; one that wrote is stored with its answer, or nobody knows. */
  async #alone<Row extends pg.QueryResultRow>(query: pg.QueryConfig, reads = always): Promise<pg.QueryResult<Row>> {
    const client = await this.#connections.acquire()
    let failed = true
    try {
      const result = await this.#connections.query<Row>(client, query)
      failed = false
      return result
    } catch (error) {
      throw reads() ? error : outcomeOf(error)
    } finally {
      client.release(failed)
    }
  }

  /** A connection on which a transaction has begun. */
  async #begun(readOnly: boolean): Promise<pg.PoolClient> {
    const client = await this.#connections.acquire()
    try {
      await this.#connections.query(
        client,
        readOnly ? 'begin isolation level repeatable read read only' : `begin; select pg_advisory_xact_lock(${WRITER})`
      )
      return client
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  async #end(client: pg.PoolClient, how: 'commit' | 'rollback'): Promise<void> {
    let broken = true
    try {
      const { command } = await this.#connections.query(client, how)
      if (how === 'commit' && command !== 'COMMIT')
        throw new Error('A transaction in which a statement failed cannot be committed.')
      broken = false
    } catch (error) {
      // Without its connection a transaction is undone as well.
      if (how === 'rollback' && error instanceof DatabaseFailure) return
      throw outcomeOf(error)
    } finally {
      client.release(broken)
    }
  }

  /** Runs a statement that searches by an expression of a user. */
  async #limitedAlone<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    // The limit of its time holds inside a transaction alone.
    const session = await this.begin(true)
    try {
      return await session.run<Row>(query)
    } finally {
      await session.end('rollback')
    }
  }

  /** The same inside a transaction: for a limited time. */
  async #limited<Row>(client: pg.PoolClient, query: CompiledQuery): Promise<QueryResult<Row>> {
    const {
      rows: [before]
    } = await this.#connections.query<{ limit: string }>(client, LIMIT)
    try {
      const result = this.#result<Row>(await this.#connections.query(client, this.#prepare(query)))
      await this.#connections.query(client, {
        text: "select set_config('statement_timeout', $1, true)",
        values: [before!.limit]
      })
      return result
    } catch (error) {
      throw error instanceof DatabaseFailure && error.kind === 'slow' ? takesTooLong() : error
    }
  }

  #prepare({ sql: text, parameters }: CompiledQuery): pg.QueryConfig {
    this.#onStatement?.(text)
    return { name: this.#names.of(text), text, values: parameters.map(storable) }
  }

  #result<Row>({ rows, rowCount, command }: pg.QueryResult): QueryResult<Row> {
    if (!WRITING.includes(command)) return { rows: rows as Row[] }
    this.#moments.forget()
    return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }
  }
}

/**
 * Reads the rows of a statement some at a time, within a transaction. A search by an expression of a user is read at
 * once: its time is limited as a whole.
 *
 * @param cursor a name that nothing else has in the transaction
 */
async function* piecewise<Row>(
  run: <Row>(query: CompiledQuery) => Promise<QueryResult<Row>>,
  query: CompiledQuery,
  rows: number,
  cursor: string
): AsyncGenerator<QueryResult<Row>> {
  if (searchesByPattern(query.sql)) {
    yield await run<Row>(query)
    return
  }
  const of = (sql: string) => ({ ...query, sql, parameters: [] })
  await run({ ...query, sql: `declare ${cursor} no scroll cursor for ${query.sql}` })
  try {
    for (let isLast = false; !isLast; ) {
      const some = await run<Row>(of(`fetch ${Math.trunc(rows)} from ${cursor}`))
      isLast = some.rows.length < rows
      yield some
    }
  } finally {
    // In a transaction that failed there is nothing left to close.
    await run(of(`close ${cursor}`)).catch(() => undefined)
  }
}

/** PostgreSQL has no text with a null character; what is looked for is not there then. */
const storable = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value

/** Whoever writes holds the lock already. */
class Adapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/**
 * Opens a PostgreSQL database.
 *
 * @param onStatement told the text of every statement that runs; for tests
 * @throws with a sentence that says what is wrong, where there is no such database or it cannot be used
 */
export async function openPostgres(place: PostgresAddress, onStatement?: (text: string) => void): Promise<Opened> {
  const engine = new PostgresEngine(place, onStatement)
  try {
    await check(engine, place)
  } catch (error) {
    await engine.close()
    throw error
  }
  const references: ForeignKeyReference[] = []
  const dialect: Dialect = {
    createAdapter: () => new Adapter(),
    createDriver: () => new EngineDriver(engine),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new Compiler(references)
  }
  return {
    dialect,
    condition: engine.condition,
    bound: () => engine.bound(),
    changes: async () => await engine.changes(),
    // Writers in other databases of the same server change it as well; who counts statements wants the same number
    // every time.
    moment: () => (onStatement ? undefined : engine.moment),
    start: migrationsRun,
    before: makeFunctions,
    after: watchChanges,
    // Tables refer to others that come later: references are made when all tables of a migration are there.
    adapted: (migration: Migration) => ({
      up: async (db: Kysely<any>) => {
        references.length = 0
        await migration.up(db)
        for (const { table, text } of references.splice(0))
          await sql`alter table ${sql.table(table)} add ${sql.raw(text)}`.execute(db)
        await orderIndexes(db)
      }
    })
  }
}

/** What an error of the first contact means, for the person who set the server up. */
function trouble(
  { code, message }: { code?: string; message: string },
  { name, user }: Pick<PostgresAddress, 'name' | 'user'>
): string {
  if (code === '3D000') return `has no database "${name}" (INVENTREE_DB_NAME). Create it: createdb -O ${user} ${name}`
  if (code?.startsWith('28')) return `does not let "${user}" in (INVENTREE_DB_USER, INVENTREE_DB_PASSWORD): ${message}`
  // What comes from the server has a code of five characters.
  if (code?.length === 5) return `cannot be used: ${message}`
  return `cannot be reached (INVENTREE_DB_HOST, INVENTREE_DB_PORT): ${message || code}`
}

async function check(engine: PostgresEngine, { host, port, name, user }: PostgresAddress): Promise<void> {
  const where = `PostgreSQL at ${host}, port ${port},`
  let found: { version: number; encoding: string }
  try {
    found = await engine.ask(
      "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding"
    )
  } catch (error) {
    throw new Error(`${where} ${trouble(error as { code?: string; message: string }, { name, user })}`, {
      cause: error
    })
  }
  if (found.version < OLDEST * 10_000)
    throw new Error(`${where} is version ${Math.trunc(found.version / 10_000)}, but ${OLDEST} or newer is needed.`)
  if (found.encoding !== 'UTF8')
    throw new Error(
      `The database "${name}" has the encoding ${found.encoding}, but must have UTF8. Create it with: createdb -E UTF8 -T template0 ${name}`
    )
}

async function migrationsRun(db: Kysely<any>): Promise<string[]> {
  const {
    rows: [known]
  } = await sql<{ found: string | null }>`select to_regclass('kysely_migration') as found`.execute(db)
  if (!known!.found) return []
  return (await db.selectFrom('kysely_migration').select('name').execute()).map(({ name }) => name)
}

/** What SQL of all modules calls by the names that SQLite has. */
async function makeFunctions(db: Kysely<unknown>): Promise<void> {
  const {
    rows: [known]
  } = await sql<{ folded: string | null; icu: number }>`select to_regprocedure('folded(text)') as folded,
    exists (select 1 from pg_collation where collname = 'und-x-icu') as icu`.execute(db)
  if (known!.folded) return
  const collation = known!.icu ? sql` collate "und-x-icu"` : sql``
  await sql`create function folded (value text) returns text language sql immutable parallel safe as $$ select lower(value${collation}) $$`.execute(
    db
  )
}

/** Counts the changes of what processes keep in memory, inside the transactions that make them. */
async function watchChanges(db: Kysely<unknown>): Promise<void> {
  const {
    rows: [known]
  } = await sql<{ found: string | null }>`select to_regclass('memory_change') as found`.execute(db)
  if (!known!.found) {
    await sql`create table memory_change (number bigint not null)`.execute(db)
    await sql`insert into memory_change values (1)`.execute(db)
    await sql`create function count_memory_change () returns trigger language plpgsql as $$
      begin update memory_change set number = number + 1; return null; end $$`.execute(db)
  }
  const { rows: watched } = await sql<{ name: string }>`select c.relname as name from pg_trigger t
    join pg_class c on c.oid = t.tgrelid where t.tgname = 'count_memory_change'`.execute(db)
  const missing = CACHED_TABLES.filter((table) => !watched.some(({ name }) => name === table))
  for (const table of missing) {
    await sql`create trigger count_memory_change after insert or update or delete or truncate on ${sql.table(table)}
      for each statement execute function count_memory_change()`.execute(db)
  }
}
