import { stat } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { filesIn } from '#src/backup/archive.ts'
import { FILE_COLUMNS, WITH_FORMS } from './dropped.ts'
import { formOf } from './names.ts'
import { FORMS } from './pictures.ts'

/** Where files and records do not fit together. */
export interface Strays {
  /** Files that no record points to. */
  unused: string[]
  /** Paths that records point to and that are no files. */
  missing: string[]
}

/**
 * Compares the media folder with the database.
 *
 * @param root the media folder
 * @param before the moment, in ms since 1970, up to which a file counts: a server may be about to record a newer one
 * @returns paths below the media folder, sorted
 */
export async function findStrays (db: Database, root: string, before: number): Promise<Strays> {
  const stored = new Set<string>()
  for (const [table, column] of FILE_COLUMNS) {
    const { rows } = await sql<{ path: string }>`select ${sql.ref(column)} as path from ${sql.table(table)} where ${sql.ref(column)} <> ''`.execute(db)
    for (const { path } of rows) stored.add(path)
  }
  const known = new Set([...stored].flatMap((path) => [path, ...WITH_FORMS.test(path) ? FORMS.map((form) => formOf(path, form)) : []]))
  const unused: string[] = []
  const missing = new Set(stored)
  for await (const { name, file } of filesIn(root, '')) {
    missing.delete(name)
    if (!known.has(name) && (await stat(file)).mtimeMs < before) unused.push(name)
  }
  return { unused: unused.sort(), missing: [...missing].sort() }
}
