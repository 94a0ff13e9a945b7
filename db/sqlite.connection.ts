// A connection to SQLite, as the server's main thread and the one that reads long have it.
import Sqlite from 'better-sqlite3'
import type { CompiledQuery, QueryResult } from 'kysely'
import { patternOf, PatternTime } from './pattern.ts'
import { defineSearchTokens } from './search-tokens.ts'
import { fold } from './text.ts'

/** What a function of SQL is given. */
type Value = string | number | null

/** One connection to a file, with its prepared statements. */
export class SqliteConnection {
  readonly raw: Sqlite.Database
  readonly patternTime = new PatternTime()
  // what a statement gives is known to whoever wrote it
  readonly #statements = new Map<string, Sqlite.Statement<unknown[], any>>()

  #version: Sqlite.Statement | undefined

  /** @param cache how much of the file it remembers, in KB */
  constructor(file: string, options: Sqlite.Options, cache = 65_536) {
    this.raw = new Sqlite(file, options)
    this.raw.pragma('busy_timeout = 10000')
    // No mmap: a file that somebody makes shorter would end the process (SIGBUS) where it now is an error.
    this.raw.pragma(`cache_size = -${cache}`)
    this.raw.function('regexp', { deterministic: true }, (source: string, value: Value) => this.#matches(source, value))
    this.raw.function('folded', { deterministic: true }, (value: Value) =>
      value === null ? null : fold(String(value))
    )
    defineSearchTokens(this.raw)
  }

  /**
   * A statement that is about to run. Preparing costs more than running most; a list with rare filters must not keep
   * every variant for ever.
   *
   * @param patternTime how long its regular expressions may take, in ms; what is left of the request's, where a request
   *   asks
   */
  prepare(text: string, patternTime?: number): Sqlite.Statement<unknown[], any> {
    this.patternTime.start(patternTime)
    let statement = this.#statements.get(text)
    if (!statement) {
      if (this.#statements.size > 500) this.#statements.clear()
      this.#statements.set(text, (statement = this.raw.prepare(text)))
    }
    return statement
  }

  run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const statement = this.prepare(sql)
    if (statement.reader) return { rows: statement.all(parameters) as Row[] }
    const { changes, lastInsertRowid } = statement.run(parameters)
    return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] }
  }

  /** The rows of a statement, so many at once. */
  async *stream<Row>(query: CompiledQuery, rows: number): AsyncIterableIterator<QueryResult<Row>> {
    // A statement of its own: one that is being read cannot be used by others meanwhile.
    let some: Row[] = []
    this.patternTime.start()
    for (const row of this.raw.prepare(query.sql).iterate(query.parameters)) {
      if (some.push(row as Row) === rows) {
        yield { rows: some }
        some = []
      }
    }
    yield { rows: some }
  }

  /** A number that changes whenever another connection has changed the database. */
  get version(): number {
    return (this.#version ??= this.raw.prepare('pragma data_version').pluck()).get() as number
  }

  close(): void {
    this.#statements.clear()
    this.#version = undefined
    this.raw.close()
  }

  /** The REGEXP operator: a search in any case of letters; a pattern that is none matches nothing. */
  #matches(source: string, value: Value): number {
    const pattern = value === null ? null : patternOf(source, true)
    return pattern && this.patternTime.test(pattern, String(value)) ? 1 : 0
  }
}
