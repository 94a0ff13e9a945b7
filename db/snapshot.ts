import { sql } from 'kysely'
import { existsSync } from 'node:fs'
import { constants, copyFile, link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { copyRecords } from './copy.ts'
import { openDatabase, snapshot, type Database } from './database.ts'

/**
 * Copies a SQLite database into a new file, as it is at one moment, while others read and write it. What the copy holds
 * is on the disk when this is over.
 *
 * @param file the path of the database; nothing is changed there, the tables may be those of an older version
 * @param target the path of the copy; there must be no such file yet
 * @throws where the file cannot be read, or there is no room for the copy
 */
export async function copyDatabase(file: string, target: string): Promise<void> {
  // In a thread of its own: a large database takes seconds, and a server goes on answering.
  const worker = new Worker(new URL(`./snapshot.worker${import.meta.url.slice(-3)}`, import.meta.url), {
    workerData: { file, target }
  })
  await new Promise<void>((resolve, reject) => {
    worker.on('error', reject).on('exit', () => resolve())
  })
  await onDisk(target)
}

/**
 * Copies a SQLite database that lives in memory into a new file.
 *
 * @param target the path of the copy; there must be no such file yet
 */
export async function copyMemory(db: Database, target: string): Promise<void> {
  await sql`vacuum into ${target}`.execute(db)
  await onDisk(target)
}

/**
 * Copies a PostgreSQL database into a new SQLite file, as it is at one moment, while others read and write it.
 *
 * @param target the path of the copy; there must be no such file yet
 */
export async function copyPostgres(db: Database, target: string): Promise<void> {
  const copy = await openDatabase(target)
  try {
    const moment = await snapshot(db)
    try {
      await copy.transaction().execute(async (trx) => copyRecords(moment.db, trx))
    } finally {
      await moment.release()
    }
  } finally {
    await copy.destroy()
  }
  await onDisk(target)
}

async function onDisk(path: string, flags = 'r+'): Promise<void> {
  const file = await open(path, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Lets a database take the place of another that nobody has open. At every moment one of the two lies under the path.
 *
 * @param file the path; there need not be a database yet
 * @param replacement the path of the new one, closed, in the same file system
 * @param kept where the old one goes
 * @param meanwhile what else is to happen while nobody can open the database; where it fails, the old one stays
 * @returns whether there was an old one
 * @throws where another process has it open
 */
export async function replaceDatabase(
  file: string,
  replacement: string,
  kept: string,
  meanwhile: () => Promise<void>
): Promise<boolean> {
  const { default: Sqlite } = await import('better-sqlite3')
  const had = existsSync(file)
  const old = had ? new Sqlite(file, { timeout: 1000 }) : undefined
  try {
    try {
      old?.pragma('locking_mode = EXCLUSIVE')
      // Leaves no log beside the file that belongs to the old one and would be taken for one of the new.
      old?.pragma('journal_mode = DELETE')
      old?.exec('begin exclusive')
    } catch (error) {
      if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY'))
        throw new Error(`${file} is in use: stop the server first.`, { cause: error })
      // What is no database any more has nobody who works with it.
      if (!['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes((error as { code?: string }).code ?? '')) throw error
    }
    await rm(`${file}-shm`, { force: true })
    // Some file systems have no second names for a file.
    if (had) await link(file, kept).catch(() => copyFile(file, kept, constants.COPYFILE_EXCL))
    try {
      await meanwhile()
    } catch (error) {
      if (had) await rm(kept)
      throw error
    }
    await rename(replacement, file)
    await onDisk(dirname(file), 'r')
  } finally {
    old?.close()
  }
  return had
}
