import { sql } from 'kysely'
import { Worker } from 'node:worker_threads'
import type { Database } from './tables.ts'
import { isPostgres } from './dialect.ts'

/** What is wrong with the file of the database itself, a line each; PostgreSQL looks after its own. */
export async function integrityProblems(db: Database): Promise<string[]> {
  if (isPostgres(db)) return []
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
}

/** How long a quick check may take: about 50 GB are looked at in that. */
const CHECK_MS = 10 * 60_000

/**
 * Looks whether a SQLite file is sound, as far as that shows without comparing every index with its table. It happens
 * in a thread of its own, while others read and write.
 *
 * @param file the path of the database
 * @param signal breaks it off
 * @returns what is wrong, a line each; undefined where it took too long to be told
 * @throws where the file cannot be opened, and where it was broken off
 */
export async function quickCheck(file: string, signal: AbortSignal): Promise<string[] | undefined> {
  const worker = new Worker(new URL(`./soundness.worker${import.meta.url.slice(-3)}`, import.meta.url), {
    workerData: { file, milliseconds: CHECK_MS }
  })
  worker.unref()
  const end = () => {
    void worker.terminate()
  }
  signal.addEventListener('abort', end)
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', ({ finished, problems }: { finished: boolean; problems: string[] }) =>
        resolve(finished ? problems : undefined)
      )
      worker.on('error', reject).on('exit', () => reject(new Error('the check was broken off')))
    })
  } finally {
    signal.removeEventListener('abort', end)
  }
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
export async function dangling(db: Database): Promise<Dangling[]> {
  if (isPostgres(db)) return []
  const { rows } = await sql<Dangling>`
    select broken."table", rowid, "from" as "column", broken.parent, on_delete as "onDelete"
    from pragma_foreign_key_check as broken, pragma_foreign_key_list(broken."table") as key
    where key.id = broken.fkid`.execute(db)
  return rows
}
