// What a SQLite database is on disk.
import { closeSync, openSync, readSync } from 'node:fs'

/** The endings of what SQLite keeps beside a database. */
export const BESIDE = ['-wal', '-shm', '-journal'] as const

const BEGINNING = 'SQLite format 3\0'

/**
 * Whether a file is a SQLite database, by how it begins.
 *
 * @throws where it cannot be read
 */
export function isSqlite(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const start = Buffer.alloc(BEGINNING.length)
    readSync(handle, start, 0, start.length, 0)
    return start.toString('latin1') === BEGINNING
  } finally {
    closeSync(handle)
  }
}
