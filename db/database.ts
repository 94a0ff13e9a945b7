import { Kysely, sql, SqliteDialect, type SqliteDatabase } from 'kysely'
import { Migrator } from 'kysely/migration'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { migrations } from './migrations/index.ts'
import { patternOf } from './pattern.ts'
import type { DB } from './tables.ts'

export type { DB } from './tables.ts'
export type Database = Kysely<DB>

/**
 * Opens the database and brings its tables up to date.
 *
 * @param file the path of the SQLite file, or `:memory:` for one that lives as long as the process
 * @param onStatement told the text of every statement that runs; for tests
 * @returns the database; close it with `destroy()`
 * @throws where the file cannot be opened, is no database, or was written by a newer version
 */
export async function openDatabase (file: string, onStatement?: (text: string) => void): Promise<Database> {
  if (Number(process.versions.napi) < 10) throw new Error(`Node 22.18 or newer is needed; this is ${process.version}`)
  const { default: Sqlite } = await import('better-sqlite3')
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const raw = new Sqlite(file, onStatement ? { verbose: (text) => onStatement(String(text)) } : {})
  // WAL keeps readers and the writer apart; NORMAL would lose the last commits on power loss, FULL does not.
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('busy_timeout = 10000')
  raw.pragma('cache_size = -65536')
  raw.pragma('mmap_size = 268435456')
  raw.function('regexp', { deterministic: true }, matches)
  raw.function('folded', { deterministic: true }, (value: unknown) => value === null ? null : fold(String(value)))
  const statements = new Map<string, ReturnType<typeof raw.prepare>>()
  const cached: SqliteDatabase = {
    close: () => { statements.clear(); raw.close() },
    // Preparing costs more than running most statements; a list with rare filters must not keep every variant for ever.
    prepare: (text) => {
      let statement = statements.get(text)
      if (!statement) {
        if (statements.size > 500) statements.clear()
        statements.set(text, statement = raw.prepare(text))
      }
      return statement as unknown as ReturnType<SqliteDatabase['prepare']>
    }
  }
  const db = new Kysely<DB>({ dialect: new SqliteDialect({ database: cached }) })
  foreign.set(db, () => raw.pragma('data_version', { simple: true }) as number)
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error) { await db.destroy(); throw error }
  return db
}

const foreign = new WeakMap<Database, () => number>()

/**
 * A number that changes whenever another connection, of this process or any other, has changed the database.
 */
export const outsideChanges = (db: Database): number => foreign.get(db)!()

const patterns = new Map<string, RegExp | null>()

/** The REGEXP operator: a case-insensitive search; a pattern that is none matches nothing. */
function matches (pattern: unknown, value: unknown): number {
  const source = String(pattern)
  let compiled = patterns.get(source)
  if (compiled === undefined) {
    compiled = patternOf(source, 'i')
    if (patterns.size > 100) patterns.clear()
    patterns.set(source, compiled)
  }
  return compiled && value !== null && compiled.test(String(value)) ? 1 : 0
}

/**
 * Text as it is compared where letter case does not count, beyond ASCII too (SQLite's own lower() knows ASCII alone).
 *
 * @param text any text
 * @returns the text to compare
 */
export function fold (text: string): string {
  return text.toLowerCase()
}

/** What is wrong with the file of the database itself; empty where nothing is. */
export async function integrityProblems (db: Database): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
}

/** A record that names another which is not there. */
export interface Dangling {
  table: string
  rowid: number
  column: string
  /** The table in which there is no such record. */
  parent: string
  /** What the deletion of that record does to this one: `SET NULL`, `CASCADE`, `RESTRICT`, `NO ACTION`. */
  onDelete: string
}

/** The records that name another which is not there. */
export async function dangling (db: Database): Promise<Dangling[]> {
  const { rows } = await sql<Dangling>`
    select broken."table", rowid, "from" as "column", broken.parent, on_delete as "onDelete"
    from pragma_foreign_key_check as broken, pragma_foreign_key_list(broken."table") as key
    where key.id = broken.fkid`.execute(db)
  return rows
}
