import type { Database } from '#db/database.ts'
import { ImportStatus } from './access.ts'

/**
 * Ends an import of which no row is left to import: its rows and mappings go, and it keeps how many there were. One of
 * which nothing was imported goes on.
 *
 * @param db the transaction that imported rows or deleted some
 */
export async function completeIfDone(db: Database, session: number): Promise<void> {
  const counts = await db
    .selectFrom('import_row')
    .select((eb) => [eb.fn.countAll().as('all'), eb.fn.sum<number | null>('complete').as('done')])
    .where('session_id', '=', session)
    .executeTakeFirstOrThrow()
  const [all, done] = [Number(counts.all), Number(counts.done ?? 0)]
  if (all === 0 || done < all) return
  await db.deleteFrom('import_row').where('session_id', '=', session).execute()
  await db.deleteFrom('import_column').where('session_id', '=', session).execute()
  await db
    .updateTable('import_session')
    .set({ status: ImportStatus.COMPLETE, row_count_history: all, completed_row_count_history: done })
    .where('id', '=', session)
    .execute()
}
