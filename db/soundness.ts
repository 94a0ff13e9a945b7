import { sql } from 'kysely'
import type { Database } from './database.ts'
import { isPostgres } from './either.ts'

/** What is wrong with the file of the database itself, a line each; PostgreSQL looks after its own. */
export async function integrityProblems (db: Database): Promise<string[]> {
  if (isPostgres(db)) return []
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

/** The records that name another which is not there; PostgreSQL never has any. */
export async function dangling (db: Database): Promise<Dangling[]> {
  if (isPostgres(db)) return []
  const { rows } = await sql<Dangling>`
    select broken."table", rowid, "from" as "column", broken.parent, on_delete as "onDelete"
    from pragma_foreign_key_check as broken, pragma_foreign_key_list(broken."table") as key
    where key.id = broken.fkid`.execute(db)
  return rows
}
