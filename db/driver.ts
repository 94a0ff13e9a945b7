import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely'
import { checkLimit, passLimit } from './limit.ts'
import { databaseFigures, statementRan } from './figures.ts'
import { isWriting, storage } from './stored.ts'

/** A transaction under way. */
export interface Session {
  run<Row>(query: CompiledQuery): Promise<QueryResult<Row>>
  /** Reads at once, where it can and nobody else has to be let in before. */
  readNow?<Row>(query: CompiledQuery): Row[] | undefined
  /** Reads the rows of one statement chunk by chunk, where it can. */
  stream?<Row>(query: CompiledQuery, rows: number): AsyncIterableIterator<QueryResult<Row>>
  /** Ends it, and frees what it held, even where committing fails; then everything is undone. */
  end(how: 'commit' | 'rollback'): Promise<void>
}

/** What a database must be able to do for the driver. */
export interface Engine {
  /** Runs one statement outside any transaction. */
  run<Row>(query: CompiledQuery): Promise<QueryResult<Row>>
  /** Reads the rows of one statement chunk by chunk, outside any transaction. */
  stream<Row>(query: CompiledQuery, rows: number): AsyncIterableIterator<QueryResult<Row>>
  /**
   * Begins a transaction. One that writes waits for its turn: there is one writer at a time, in all processes together.
   *
   * @param readOnly it only reads, and sees one moment of the database
   */
  begin(readOnly: boolean): Promise<Session>
  close(): Promise<void>
}

/** Lets callers do one after the other what may not be done at once. */
export class Mutex {
  #last: Promise<void> = Promise.resolve()

  /** Waits for those who came before. The next one waits until the function that it gives was called. */
  async acquire(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = this.#last
    this.#last = promise
    await before
    return resolve
  }
}

/**
 * Takes nothing from the database before something is asked of it: whoever waits for a turn to write holds nothing that
 * others need.
 */
export class Connection implements DatabaseConnection {
  readonly #engine: Engine
  session: Session | undefined

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    checkLimit()
    const begun = performance.now()
    try {
      const result = await (this.session ?? this.#engine).run<Row>(query)
      if (!this.session && isWriting(query.sql)) storage.emit('stored')
      return result
    } finally {
      statementRan(begun)
    }
  }

  /** Reads at once within a transaction; undefined where the statement has to go the usual way. */
  readNow<Row>(query: CompiledQuery): Row[] | undefined {
    const { session } = this
    if (!session?.readNow) return undefined
    checkLimit()
    return session.readNow<Row>(query)
  }

  async *streamQuery<Row>(query: CompiledQuery, rows = 100): AsyncIterableIterator<QueryResult<Row>> {
    const { session } = this
    if (session && !session.stream) {
      yield await session.run<Row>(query)
      return
    }
    for await (const some of (session ?? this.#engine).stream!<Row>(query, rows)) {
      yield some
      checkLimit()
    }
  }
}

/** Kysely's way to the database, the same for both. */
export class EngineDriver implements Driver {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    return new Connection(this.#engine)
  }

  async beginTransaction(connection: Connection, { accessMode }: TransactionSettings): Promise<void> {
    checkLimit()
    const readOnly = accessMode === 'read only'
    if (!readOnly) databaseFigures.waiting++
    try {
      connection.session = await this.#engine.begin(readOnly)
    } finally {
      if (!readOnly) databaseFigures.waiting--
    }
  }

  async commitTransaction(connection: Connection): Promise<void> {
    passLimit()
    await this.#end(connection, 'commit')
    storage.emit('stored')
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    await this.#end(connection, 'rollback')
  }

  async releaseConnection(connection: Connection): Promise<void> {
    await this.#end(connection, 'rollback')
  }

  async destroy(): Promise<void> {
    await this.#engine.close()
  }

  async #end(connection: Connection, how: 'commit' | 'rollback'): Promise<void> {
    const { session } = connection
    connection.session = undefined
    await session?.end(how)
  }
}
