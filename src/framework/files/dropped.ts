import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { fileColumns } from './columns.ts'
import { prepared } from '#db/prepared.ts'
import { isHeld } from './hold.ts'
import { formOf, splitName } from './names.ts'
import { FORMS } from './pictures.ts'
import type { MediaStorage } from './storage.ts'
import { unsettledNotes } from './unsettled.ts'

/** Whether a file is a picture that has small forms beside it. */
const hasForms = (path: string): boolean =>
  fileColumns().some(({ forms }) => forms !== undefined && path.startsWith(`${forms}/`))

/** The path of a file, and those of its small forms. */
export const withForms = (path: string): string[] => [
  path,
  ...(hasForms(path) ? FORMS.map((form) => formOf(path, form)) : [])
]

/** The paths that records may hold for a file: its own, and that of the picture whose small form it is. */
export function originalsOf(path: string): string[] {
  const { stem, ending } = splitName(path)
  return [
    path,
    ...FORMS.filter((form) => stem.endsWith(`.${form}`)).map((form) => stem.slice(0, -form.length - 1) + ending)
  ]
}

const AT_ONCE = 10_000

/**
 * Notes that rows let go of files. They are deleted once the transaction is committed, unless another row still points
 * to them.
 *
 * @param db inside the transaction that changes the rows
 * @param paths below the media folder; null and empty ones are passed over
 */
export async function dropFiles(db: Database, paths: Iterable<string | null | undefined>): Promise<void> {
  const rows = [...new Set(paths)].filter((path) => path).map((path) => ({ path: path! }))
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await db
      .insertInto('dropped_file')
      .values(rows.slice(at, at + AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Whether any row points to a file. */
async function isUsed(db: Database, path: string): Promise<boolean> {
  for (const { table, column } of fileColumns()) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${path} limit 1`.execute(db)
    if (rows.length) return true
  }
  return false
}

const anyDropped = prepared((db) => db.selectFrom('dropped_file').select('path').limit(1))

/**
 * Deletes the files that committed transactions let go of. A kill in between loses nothing: the next sweep goes on.
 * While a backup reads the files, they stay.
 *
 * @param db not inside a transaction
 * @param media where the files lie
 * @param failed told of a file that cannot be deleted; it stays, and no row knows it
 */
export async function sweep(
  db: Database,
  media: MediaStorage,
  failed: (path: string, error: unknown) => void
): Promise<void> {
  const [any] = await anyDropped(db, {})
  if (!any || (await isHeld(media))) return
  // Inside a transaction, so that no row can begin to point to a file between the look and the deletion.
  await db.transaction().execute(async (trx) => {
    const dropped = await trx.deleteFrom('dropped_file').returning('path').execute()
    // Asked again: whoever begins to hold files from now on sees a database that does not name these any more.
    if (await isHeld(media))
      return await dropFiles(
        trx,
        dropped.map(({ path }) => path)
      )
    for (const { path } of dropped) {
      if (await isUsed(trx, path)) continue
      for (const one of withForms(path)) {
        if (one !== path && (await isUsed(trx, one))) continue
        try {
          await media.remove(one)
        } catch (error) {
          failed(one, error)
        }
      }
    }
  })
}

/**
 * Deletes the files of requests that were killed before a record named them, and what of them is not even a file yet.
 *
 * @param db not inside a transaction
 * @param media where the files lie
 */
export async function deleteUnsettled(db: Database, media: MediaStorage): Promise<void> {
  for await (const { note, paths, isStale } of unsettledNotes(media)) {
    if (!isStale) continue
    for (const path of paths) if (!(await isUsed(db, path))) await media.remove(path)
    await media.remove(note)
  }
  await media.deleteUnfinished()
}
