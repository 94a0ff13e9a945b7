import { sql } from 'kysely'
import { open } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { Database } from './database.ts'

/**
 * Copies a SQLite database into a new file, as it is at one moment, while others read and write it. What the copy holds is on the disk when this
 * is over.
 *
 * @param file the path of the database; nothing is changed there, the tables may be those of an older version
 * @param target the path of the copy; there must be no such file yet
 * @throws where the file cannot be read, or there is no room for the copy
 */
export async function copyDatabase (file: string, target: string): Promise<void> {
  // In a thread of its own: a large database takes seconds, and a server goes on answering.
  const worker = new Worker(new URL(`./snapshot.worker${import.meta.url.slice(-3)}`, import.meta.url), { workerData: { file, target } })
  await new Promise<void>((resolve, reject) => { worker.on('error', reject).on('exit', () => resolve()) })
  await onDisk(target)
}

/**
 * Copies a SQLite database that lives in memory into a new file.
 *
 * @param target the path of the copy; there must be no such file yet
 */
export async function copyMemory (db: Database, target: string): Promise<void> {
  await sql`vacuum into ${target}`.execute(db)
  await onDisk(target)
}

async function onDisk (path: string): Promise<void> {
  const file = await open(path, 'r+')
  try { await file.sync() } finally { await file.close() }
}
