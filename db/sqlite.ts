import Sqlite from 'better-sqlite3'
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type Dialect,
  type QueryResult
} from 'kysely'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { Condition } from './condition.ts'
import { DatabaseFailure } from './failures.ts'
import { mayShareCommit } from './limit.ts'
import { makeFolder, reasonOf, writeInto } from './folder.ts'
import { EngineDriver, Mutex, type Engine, type Session } from './driver.ts'
import type { Opened } from './opened.ts'
import { isMarked, Paces } from './pace.ts'
import { searchesByPattern } from './pattern.ts'
import { ReadThread } from './read-thread.ts'
import { SharedCommit } from './shared-commit.ts'
import { SqliteConnection } from './sqlite.connection.ts'

/** How long a transaction may keep the thread before it lets other requests have a turn. */
const SLICE_MS = 10

/** How long a write waits for other programs to end theirs, such as an import of many records. */
const PATIENCE_MS = 120_000

/** Of how many statements it is cached whether they may take long. */
const KINDS = 1000

/** How much of the file a connection remembers that reads one long answer, in KB: there may be many of them. */
const SNAPSHOT_CACHE_KB = 16_384

/** Every table and index, as all migrations leave them; made by `make generate`. */
const SCHEMA = new URL('../generated/schema.sql', import.meta.url)

/**
 * A file has a connection that reads and one that writes, so that nobody who reads waits for a write. A database in
 * memory has one for both: everything waits for its turn.
 */
class SqliteEngine implements Engine {
  readonly condition: Condition
  readonly #file: string
  readonly #writer: SqliteConnection
  readonly #reader: SqliteConnection | undefined
  /** Has read one long answer, and waits for the next: to open one is a tenth of a list of a thousand records. */
  #spare: SqliteConnection | undefined
  #closed = false
  /** Reads what takes long. */
  readonly #thread: ReadThread | undefined
  readonly #paces = new Paces()
  readonly #verbose: Sqlite.Options['verbose']
  readonly #mutex = new Mutex()
  /** What was written and waits for its commit; others may join. */
  #shared: SharedCommit | undefined
  /** Why SQLite undid last what had been written. */
  #undone: unknown
  /** The file that was opened, by its number. */
  readonly #number: number | undefined
  /** What the connection that reads told last, in this turn of the event loop. */
  #turn: number | undefined
  /** What the connection that writes told when the other one told that moment. */
  #outside: { moment: number; version: number } | undefined
  /** What is known of statements by their text. */
  readonly #kinds = new Map<string, 'quick' | 'marked' | 'pattern'>()

  constructor(file: string, verbose: Sqlite.Options['verbose']) {
    this.#file = file
    this.#verbose = verbose
    this.condition = new Condition(file === ':memory:')
    this.#writer = new SqliteConnection(file, { verbose })
    // WAL keeps readers and the writer apart; NORMAL would lose the last commits on power loss, FULL does not.
    this.#writer.raw.pragma('journal_mode = WAL')
    this.#writer.raw.pragma('synchronous = FULL')
    this.#writer.raw.pragma('foreign_keys = ON')
    if (file === ':memory:') return
    this.#reader = new SqliteConnection(file, { verbose, readonly: true })
    this.#thread = new ReadThread(file)
    this.#number = statSync(file).ino
  }

  /**
   * Looks whether what is open still lies under its path. SQLite would go on with a file that was deleted, and all that
   * is stored there would be gone with the process.
   *
   * @throws DatabaseFailure where it does not
   */
  #look(): void {
    if (this.#number === undefined) return
    const found = statSync(this.#file, { throwIfNoEntry: false })?.ino
    if (found === this.#number) {
      this.condition.back()
      return
    }
    const text =
      found === undefined
        ? `${this.#file} is gone: put it back in its place, or restore a backup and start the server anew`
        : `${this.#file} is another file than the one that was opened: start the server anew`
    this.condition.away(text)
    throw new DatabaseFailure('away', text)
  }

  /** Reads at once; a database in memory cannot: its only connection may be in a transaction of somebody else. */
  get read(): (<Row>(query: CompiledQuery<Row>) => Row[] | undefined) | undefined {
    const reader = this.#reader
    return (
      reader &&
      (<Row>(query: CompiledQuery<Row>) =>
        this.#isLong(query) ? undefined : (this.#readHere(reader, query).rows as Row[]))
    )
  }

  /** A number that changes whenever anybody else has changed the database; asked with every request. */
  get version(): number {
    if (!this.#reader) return this.#writer.version
    const moment = this.#reader.version
    if (this.#turn === undefined) {
      this.#look()
      setImmediate(() => {
        this.#turn = undefined
      })
    }
    this.#turn = moment
    // Whoever wrote, this connection has seen it: nothing else can have changed meanwhile.
    if (this.#outside?.moment !== moment) this.#outside = { moment, version: this.#writer.version }
    return this.#outside.version
  }

  /**
   * A number that changes whenever anybody has changed the database; for one in memory, whose only connection it is,
   * also before that is decided. What a request found out as it began holds until the event loop goes on, or this
   * process has written: it is no older than the request.
   */
  get moment(): number {
    if (!this.#reader) return this.#writer.prepare('select total_changes() as count').get()!.count
    return this.#turn ?? this.#reader.version
  }

  /**
   * Gives an empty database its tables, which the migrations would take four times as long for, and tells which
   * migrations have run.
   */
  start(): string[] {
    const { raw } = this.#writer
    const isEmpty = raw.prepare('select not exists (select 1 from sqlite_master)').pluck()
    if (isEmpty.get()) {
      const schema = readFileSync(SCHEMA, 'utf8')
      raw
        .transaction(() => {
          if (isEmpty.get()) raw.exec(schema)
        })
        .immediate()
    }
    const isOurs = raw.prepare("select exists (select 1 from sqlite_master where name = 'kysely_migration')").pluck()
    return isOurs.get() ? raw.prepare<[], string>('select name from kysely_migration order by name').pluck().all() : []
  }

  async run<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#isLong(query)) return await this.#readAside(query)
    if (this.#reader?.prepare(query.sql).readonly) return this.#readHere(this.#reader, query)
    const session = await this.#begin(this.#reader !== undefined)
    try {
      const result = await session.run<Row>(query)
      await session.end('commit')
      return result
    } catch (error) {
      await session.end('rollback')
      throw error
    }
  }

  async *stream<Row>(query: CompiledQuery, rows: number): AsyncIterableIterator<QueryResult<Row>> {
    if (this.#isLong(query)) yield* this.#streamAside<Row>(query)
    else if (this.#reader) yield* this.#reader.stream<Row>(query, rows)
    else yield await this.run<Row>(query)
  }

  async begin(readOnly: boolean): Promise<Session> {
    if (!readOnly || !this.#thread) return await this.#begin(true)
    this.#look()
    const connection = this.#spare ?? new SqliteConnection(this.#file, { readonly: true }, SNAPSHOT_CACHE_KB)
    this.#spare = undefined
    connection.raw.exec('begin')
    // What is read aside is what is committed when its turn comes, which may be later than the rest.
    const run = async <Row>(query: CompiledQuery) =>
      this.#isLong(query) ? await this.#readAside<Row>(query) : this.#readHere<Row>(connection, query)
    return {
      run,
      stream: (query, rows) => (this.#isLong(query) ? this.#streamAside(query) : connection.stream(query, rows)),
      end: async () => this.#spend(connection)
    }
  }

  /** Keeps one connection that has read its moment for who asks next, without what it remembers of the file. */
  #spend(connection: SqliteConnection): void {
    if (this.#spare || this.#closed) return connection.close()
    try {
      connection.raw.exec('rollback; pragma shrink_memory')
      this.#spare = connection
    } catch {
      // Whoever went away has left a statement open.
      connection.close()
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#spare?.close()
    await this.#thread?.close()
    if (this.#shared) this.#commitShared()
    this.#reader?.close()
    this.#writer.close()
  }

  /** Whether a statement is to be read in a thread of its own, so that nobody waits for it. */
  #isLong({ sql }: CompiledQuery): boolean {
    if (this.#thread === undefined) return false
    const kind = this.#kindOf(sql)
    return kind === 'pattern' || (kind === 'marked' && !this.#paces.isQuick(sql))
  }

  #kindOf(text: string) {
    let kind = this.#kinds.get(text)
    if (!kind) {
      kind = searchesByPattern(text) ? 'pattern' : isMarked(text) ? 'marked' : 'quick'
      if (this.#kinds.size >= KINDS) this.#kinds.clear()
      this.#kinds.set(text, kind)
    }
    return kind
  }

  async #readAside<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.#look()
    this.#verbose?.(query.sql)
    return await this.#thread!.run<Row>(query, (took) => this.#paces.ran(query.sql, took))
  }

  async *#streamAside<Row>(query: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
    this.#look()
    this.#verbose?.(query.sql)
    const pieces = this.#thread!.stream<Row>(query, (took) => this.#paces.ran(query.sql, took))
    for await (const rows of pieces) yield { rows }
  }

  #readHere<Row>(connection: SqliteConnection, query: CompiledQuery): QueryResult<Row> {
    if (this.#kindOf(query.sql) !== 'marked') return connection.run<Row>(query)
    const begun = performance.now()
    const result = connection.run<Row>(query)
    this.#paces.ran(query.sql, performance.now() - begun)
    return result
  }

  /**
   * Takes a turn on the connection that writes.
   *
   * @param transaction whether what is done shall be stored together; otherwise each statement is by itself
   */
  async #begin(transaction: boolean): Promise<Session> {
    const shares = transaction && this.#reader !== undefined && mayShareCommit()
    const done = await this.#mutex.acquire()
    let joined: SharedCommit | undefined
    try {
      if (this.#shared && (!shares || this.#shared.isFull)) {
        this.#commitShared()
        // Those who wait keep the thread no longer than a commit needs to become full.
        await nextTurn()
      }
      joined = this.#shared
      if (joined) this.#writer.prepare('savepoint writer').run()
      else if (transaction) await this.#lock()
    } catch (error) {
      done()
      throw error
    }
    const begun = performance.now()
    let since = begun
    let broken: unknown
    // Statements answer at once, so that a transaction of many would hold up everybody who only reads.
    const isLong = () => performance.now() - since > SLICE_MS
    const run = <Row>(query: CompiledQuery): QueryResult<Row> => {
      if (broken) throw broken
      try {
        return this.#writer.run(query)
      } catch (error) {
        // Where the disk fails SQLite undoes everything at once, also what others wrote who share the commit.
        if (transaction && !this.#writer.raw.inTransaction) {
          broken = error
          this.#failShared(error)
        }
        throw error
      }
    }
    return {
      run: async (query) => {
        if (isLong()) {
          await nextTurn()
          since = performance.now()
        }
        return run(query)
      },
      readNow: <Row>(query: CompiledQuery) => (isLong() ? undefined : run<Row>(query).rows),
      end: async (how) => {
        let stored: Promise<void> | undefined
        try {
          if (broken && how === 'commit') throw broken
          if (transaction && !broken) stored = this.#end(how, joined, shares, begun)
        } finally {
          this.#turn = undefined
          done()
        }
        await stored
      }
    }
  }

  /**
   * Ends what one writer did in its turn.
   *
   * @param joined what it wrote into, where others had written before
   * @returns settles when it is stored, where that is yet to come
   */
  #end(
    how: 'commit' | 'rollback',
    joined: SharedCommit | undefined,
    shares: boolean,
    begun: number
  ): Promise<void> | undefined {
    const writer = this.#writer
    // SQLite has undone everything by itself, as it does where the disk is full.
    if (!writer.raw.inTransaction) {
      if (how === 'rollback') return undefined
      throw this.#undone
    }
    try {
      if (how === 'rollback') {
        if (joined) writer.prepare('rollback to writer').run()
        writer.prepare(joined ? 'release writer' : 'rollback').run()
        return undefined
      }
      if (joined) {
        writer.prepare('release writer').run()
        joined.join()
      } else if (!shares) {
        this.#look()
        writer.prepare('commit').run()
        return undefined
      }
    } catch (error) {
      if (writer.raw.inTransaction) writer.raw.exec('rollback')
      this.#failShared(error)
      throw error
    }
    if (joined) return joined.outcome
    const shared = (this.#shared = new SharedCommit(begun))
    // By then whoever has asked already waits for a turn, and those who come later have to wait for the next one.
    setImmediate(() => void this.#commitSoon(shared))
    return shared.outcome
  }

  /** Commits after those who wait for their turn now, unless one of them did so before. */
  async #commitSoon(shared: SharedCommit): Promise<void> {
    const done = await this.#mutex.acquire()
    if (this.#shared === shared) this.#commitShared()
    done()
  }

  /** Commits what several have written, within a turn; each of them hears of it. */
  #commitShared(): void {
    const shared = this.#shared!
    const { raw } = this.#writer
    try {
      this.#look()
      this.#writer.prepare('commit').run()
      this.#shared = undefined
      shared.stored()
    } catch (error) {
      if (raw.inTransaction) raw.exec('rollback')
      this.#failShared(error)
    }
  }

  /** Tells those who wait for their commit that nothing of it was stored. */
  #failShared(error: unknown): void {
    this.#undone = error
    this.#shared?.failed(error)
    this.#shared = undefined
  }

  /** Begins to write. While another process writes, this one goes on with everything else. */
  async #lock(): Promise<void> {
    this.#look()
    const writer = this.#writer
    for (const until = Date.now() + PATIENCE_MS; ; await sleep(1 + Math.random() * 5)) {
      writer.prepare('pragma busy_timeout = 0').get()
      try {
        // From its first statement on: a transaction that starts reading and writes later can be refused in between.
        writer.prepare('begin immediate').run()
        return
      } catch (error) {
        if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY') || Date.now() > until) throw error
      } finally {
        writer.prepare('pragma busy_timeout = 10000').get()
      }
    }
  }
}

/**
 * Makes a new database with all its tables, unless there is one. It appears complete: who is killed meanwhile leaves no
 * empty file, and of two that begin together one is first.
 *
 * @param file the path, or `:memory:`, for which nothing is made
 */
export function makeDatabase(file: string): void {
  if (file === ':memory:') return
  makeFolder(dirname(file))
  if (existsSync(file)) return
  writeInto(dirname(file), () => writeDatabase(file))
}

function writeDatabase(file: string): void {
  const own = `${file}.${process.pid}.new`
  rmSync(own, { force: true })
  try {
    const connection = new SqliteConnection(own, {})
    try {
      connection.raw.transaction(() => connection.raw.exec(readFileSync(SCHEMA, 'utf8')))()
    } finally {
      connection.close()
    }
    // Some file systems have no second names for a file.
    try {
      linkSync(own, file)
    } catch {
      if (!existsSync(file)) renameSync(own, file)
    }
  } finally {
    rmSync(own, { force: true })
  }
}

/** Migrations run in a transaction each, so that two processes that start at once do not both make the tables. */
class Adapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function openEngine(file: string, verbose: Sqlite.Options['verbose']): SqliteEngine {
  try {
    return new SqliteEngine(file, verbose)
  } catch (cause) {
    const reason = reasonOf(cause)
    if (reason === undefined) throw cause
    throw new Error(`The database ${file} cannot be opened: ${reason}.`, { cause })
  }
}

/**
 * Opens an SQLite database.
 *
 * @param file the path, or `:memory:` for one that lives as long as the process
 * @param onStatement told the text of every statement that runs; for tests
 * @throws where the file cannot be opened or is no database
 */
export function openSqlite(file: string, onStatement?: (text: string) => void): Opened {
  const engine = openEngine(file, onStatement && ((text) => onStatement(text as string)))
  const dialect: Dialect = {
    createAdapter: () => new Adapter(),
    createDriver: () => new EngineDriver(engine),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler()
  }
  return {
    dialect,
    condition: engine.condition,
    changes: async () => engine.version,
    moment: () => engine.moment,
    read: engine.read,
    alone: file === ':memory:',
    start: () => engine.start()
  }
}
