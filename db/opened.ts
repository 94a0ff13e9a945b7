import type { CompiledQuery, Dialect, Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Condition } from './condition.ts'

/** A PostgreSQL database and whom to reach it as. */
export interface PostgresAddress {
  /** A host name, an address, or the folder of a socket. */
  host: string
  port: number
  name: string
  user: string
  password: string | null
}

/** Where a database is: a file, `:memory:`, or a database of a PostgreSQL server. */
export type DatabaseAddress = string | PostgresAddress

/** What each kind of database brings along. */
export interface Opened {
  dialect: Dialect
  /** What is known of the database as a whole. */
  condition: Condition
  /** From now on no statement takes longer than requests can wait for. */
  bound?: () => void
  /** Anything that changes whenever another process, or another connection, has changed what is kept in memory. */
  changes: () => Promise<number>
  /**
   * A number that changes whenever anybody, this connection included, has changed anything; undefined while that is not
   * known.
   */
  moment: () => number | undefined
  /**
   * Runs a statement that only reads, outside any transaction, without the detour through a pool of connections; for a
   * database that answers at once. Undefined for a statement that may take long, which has to take the other way.
   */
  read?: <Row>(query: CompiledQuery<Row>) => Row[] | undefined
  /** True where one connection serves everybody, so that whoever reads for long keeps all others waiting. */
  alone?: boolean
  /**
   * Tells the names of the migrations that have run. An empty database may be given its tables in one go, as the
   * migrations would leave them.
   */
  start: (db: Kysely<any>) => string[] | Promise<string[]>
  /** What the tables need beside them, before and after the migrations; inside a transaction that writes. */
  before?: (db: Kysely<any>) => Promise<void>
  after?: (db: Kysely<any>) => Promise<void>
  /** A migration as this database can run it. */
  adapted?: (migration: Migration) => Migration
}
