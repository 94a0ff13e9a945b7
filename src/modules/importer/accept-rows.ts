/** Imports rows: all that a request names, or none. */
import { invalid, notFound } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import { transact } from '#db/transaction.ts'
import { yieldToOthers } from '#framework/event-loop.ts'
import { findOwnSession, objectIn, requireWrite, type ImportSession } from './access.ts'
import { RowImporter, sentenceOfErrors, type ImportedRow, type RowErrors } from './check.ts'
import { completeIfDone } from './complete.ts'
import { rowNumber } from './table/table.ts'

/** How many rows are read before others have their turn. */
const READ_AT_ONCE = 50

interface StoredRow {
  id: number
  row_index: number
  data: string | null
}

/** @throws 400 with the first thing that keeps a row from being imported */
async function rowsToImport(db: Database, session: ImportSession, keys: readonly number[]): Promise<StoredRow[]> {
  const found = await db
    .selectFrom('import_row')
    .select(['id', 'session_id', 'row_index', 'data', 'valid', 'complete'])
    .where('id', 'in', among(keys))
    .execute()
  const rows = new Map(found.map((row) => [row.id, row]))
  return [...new Set(keys)].map((key) => {
    const row = rows.get(key)
    if (row?.session_id !== session.id) throw invalid({ rows: ['Row does not belong to this session'] })
    if (!row.valid) throw invalid({ rows: ['Row contains invalid data'] })
    if (row.complete) throw invalid({ rows: ['Row has already been completed'] })
    return row
  })
}

/** `POST /api/importer/session/{id}/accept_rows/` (docs/behaviour/importer.md#importing). */
export const acceptRows: Handler<'importer_session_accept_rows_create'> = Object.assign(
  (async (call, send) => {
    const session = await find(call)
    const { rows: keys } = call.body
    if (keys.length === 0) throw invalid({ rows: ['No rows provided'] })
    const rows = await rowsToImport(call.db, session, keys)
    const refuse = (at: number, errors: RowErrors): never => {
      throw invalid({ rows: [`Row ${rowNumber(rows[at]!.row_index)}: ${sentenceOfErrors(errors)}`] })
    }
    const importer = new RowImporter(call, session)
    const prepared: ImportedRow[] = []
    for (let at = 0; at < rows.length; at += READ_AT_ONCE) {
      const some = rows.slice(at, at + READ_AT_ONCE).map(({ data }) => objectIn(data))
      prepared.push(...(await importer.prepare(some, (of, errors) => refuse(at + of, errors))))
      await yieldToOthers()
    }
    await transact(call.db, async (db) => {
      // Whoever imports rows of it at the same time waits here.
      const locked = await db
        .updateTable('import_session')
        .set({ status: session.status })
        .where('id', '=', session.id)
        .executeTakeFirst()
      if (locked.numUpdatedRows === 0n) throw notFound('DataImportSession')
      const same = await rowsToImport(db, session, keys)
      if (same.some(({ data }, at) => data !== rows[at]!.data)) throw invalid({ rows: ['Row was changed meanwhile'] })
      await importer.write(prepared, db, refuse)
      await db.updateTable('import_row').set({ complete: 1 }).where('id', 'in', among(keys)).execute()
      await completeIfDone(db, session.id)
    })
    await importer.afterwards()
    return send(201, { rows: rows.map(({ id }) => id) })
  }) satisfies Handler<'importer_session_accept_rows_create'>,
  { find: (call: RequestContext & { path: { id: number } }) => find(call) }
)

async function find(call: RequestContext & { path: { id: number } }): Promise<ImportSession> {
  const session = await findOwnSession(call, call.path.id)
  requireWrite(call, session)
  return session
}
