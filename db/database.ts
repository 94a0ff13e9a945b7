import { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { migrations } from './migrations/index.ts'
import type { Condition } from './condition.ts'
import type { Opened, DatabaseAddress } from './opened.ts'
import { reads } from './prepared.ts'
import { trackVersion } from './database-cache.ts'
import type { Database, DB } from './tables.ts'

export type { Database, DB } from './tables.ts'
export type { DatabaseAddress, PostgresAddress } from './opened.ts'

/** Who is told, and asked, while the tables of a database that is in use are brought up to date. */
export interface Upgrade {
  /**
   * Called before the first step, with the names of all: the moment for a backup. Where it throws, nothing is changed.
   */
  begin(steps: readonly string[]): Promise<void>
  /** Runs one of them. */
  step(name: string, run: () => Promise<void>): Promise<void>
}

/**
 * Opens the database and brings its tables up to date.
 *
 * @param place the path of an SQLite file, `:memory:` for one that lives as long as the process, or a PostgreSQL
 *   database
 * @param onStatement told the text of every statement that runs; for tests
 * @param upgrade told where an older database is brought up to date
 * @returns the database; close it with `destroy()`
 * @throws where it cannot be opened, is no database, or was written by a newer version
 */
export async function openDatabase(
  place: DatabaseAddress,
  onStatement?: (text: string) => void,
  upgrade?: Upgrade
): Promise<Database> {
  if (Number(process.versions.napi) < 10) throw new Error(`Node 22.18 or newer is needed; this is ${process.version}`)
  // Each driver is loaded only where it is used.
  const opened =
    typeof place === 'string'
      ? await openFile(place, onStatement)
      : await (await import('./postgres.ts')).openPostgres(place, onStatement)
  const { dialect, moment, read, start, before, after, adapted } = opened
  const db = new Kysely<DB>({ dialect })
  known.set(db, opened)
  trackVersion(db, moment)
  if (read) reads(db, read)
  try {
    if (before) await db.transaction().execute((trx) => before(trx))
    const done = await start(db)
    const unknown = done.filter((name) => !Object.hasOwn(migrations, name))
    if (unknown.length)
      throw new Error(
        `The database was brought up to date by a newer version of this server, which made ${unknown.join(', ')} of it: install that version again, or put the backup in its place that it wrote before ("inventree restore FILE").`
      )
    const steps = Object.keys(migrations).filter((name) => !done.includes(name))
    // The migrator needs longer to find out that nothing is missing than all of this takes.
    if (steps.length) await bringUpToDate(db, adapted, done.length ? upgrade : undefined, steps)
    if (after) await db.transaction().execute((trx) => after(trx))
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function openFile(file: string, onStatement?: (text: string) => void): Promise<Opened> {
  const { makeDatabase, openSqlite } = await import('./sqlite.ts')
  makeDatabase(file)
  return openSqlite(file, onStatement)
}

/** Runs migrations, and tells of it where somebody has the database in use. */
async function bringUpToDate(
  db: Kysely<any>,
  adapted: Opened['adapted'],
  upgrade: Upgrade | undefined,
  steps: readonly string[]
): Promise<void> {
  if (!upgrade) {
    await migrate(db, adapted)
    return
  }
  await upgrade.begin(steps)
  await migrate(db, (migration, name) => {
    const { up } = adapted?.(migration) ?? migration
    return { up: (on) => upgrade.step(name, () => up(on)) }
  })
}

/**
 * Runs the migrations that have not run yet.
 *
 * @param adapted makes a migration what this kind of database can run
 */
export async function migrate(
  db: Kysely<any>,
  adapted: (migration: Migration, name: string) => Migration = (migration) => migration
): Promise<void> {
  const all = Object.fromEntries(
    Object.entries(migrations).map(([name, migration]) => [name, adapted(migration, name)])
  )
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => all } }).migrateToLatest()
  if (error) throw error
}

/** Whether all migrations of this version have run; those of a newer one may have too. */
export async function migrationsDone(db: Kysely<any>): Promise<boolean> {
  // any: the migrator's own table is none of ours
  const done = new Set((await db.selectFrom('kysely_migration').select('name').execute()).map(({ name }) => name))
  return Object.keys(migrations).every((name) => done.has(name))
}

const known = new WeakMap<Database, Opened>()

/** What is known of an open database as a whole. */
export const conditionOf = (db: Database): Condition => known.get(db)!.condition

/**
 * From now on no statement takes longer than requests can wait for; for a server that has begun, not for work that
 * takes its time.
 */
export const boundStatements = (db: Database): void => known.get(db)!.bound?.()

/**
 * The database as it is now, for an answer that takes long to read: what others write meanwhile is not seen, and does
 * not wait. Only a database in memory is read as it becomes.
 *
 * @param db the open database, not a transaction
 * @returns what to read from, and how to let go of it
 */
export async function snapshot(db: Database): Promise<{ db: Database; release: () => Promise<void> }> {
  if (known.get(db)!.alone) return { db, release: async () => undefined }
  const transaction = await db.startTransaction().setAccessMode('read only').execute()
  return {
    db: transaction,
    release: async () => {
      await transaction.rollback().execute()
    }
  }
}

/**
 * A number that changes whenever another process, or another connection of this one, has changed what a server keeps in
 * memory: settings and units. What this process changes itself need not change it.
 *
 * @param db the open database, not a transaction
 */
export const outsideChanges = async (db: Database): Promise<number> => await known.get(db)!.changes()
