/** Makes the rows of an import, once it is settled which column is which field. */
import { ApiError, forbidden, invalid } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import type { components } from '#generated/types.d.ts'
import type { Database } from '#db/database.ts'
import { insertRows } from '#db/bulk.ts'
import { transact } from '#db/transaction.ts'
import { splitName } from '#framework/files/names.ts'
import type { MediaStorage } from '#framework/files/storage.ts'
import { findSession, ImportStatus, isForCaller, objectIn, requireChange, type ImportSession } from './access.ts'
import type { ImportFields } from './fields.ts'
import { fieldsOfSessions, mappingsOf, type ImportColumn } from './mapping.ts'
import { RowMaker, type MadeRow } from './rows.ts'
import { readTable } from './table/read.ts'
import type { TableLimits } from './table/table.ts'
import { numberForm, type NumberForm } from './values.ts'

type SessionJSON = components['schemas']['DataImportSession']

/** @throws 400 where a required field gets no value from anywhere */
function checkRequired(session: ImportSession, fields: ImportFields, mappings: readonly ImportColumn[]): void {
  const given = new Set([
    ...mappings.filter(({ column }) => column !== '').map(({ field }) => field),
    ...Object.keys(objectIn(session.field_defaults)),
    ...Object.keys(objectIn(session.field_overrides))
  ])
  const missing = Object.keys(fields).filter((name) => fields[name]!.required && !given.has(name))
  if (missing.length) throw new ApiError(400, { error: ['Some required fields have not been mapped'], fields: missing })
}

/** What rows are made by; how far the import is, is no part of it. */
async function planOf(context: RequestContext, { status: _, ...session }: ImportSession): Promise<string> {
  const mappings = (await mappingsOf(context, [session.id])).get(session.id)
  return JSON.stringify([session, mappings])
}

/** How numbers are written where the caller lives: by their profile, else by what their client asks for. */
async function callersNumbers(context: RequestContext): Promise<NumberForm> {
  const profile = await context.db
    .selectFrom('user_profile')
    .select('language')
    .where('user_id', '=', signedIn(context).id)
    .executeTakeFirst()
  const asked = context.request.headers['accept-language']?.split(/[,;]/)[0]?.trim()
  return numberForm(profile?.language || asked)
}

/** Puts the rows of an import in place of those that it had; what was imported already stays as it is. */
async function replaceRows(db: Database, session: number, rows: readonly MadeRow[]): Promise<void> {
  await db.deleteFrom('import_row').where('session_id', '=', session).where('complete', '=', 0).execute()
  const kept = await db.selectFrom('import_row').select('row_index').where('session_id', '=', session).execute()
  const done = new Set(kept.map(({ row_index }) => row_index))
  for (const some of portions(rows.filter(({ index }) => !done.has(index))))
    await insertRows(
      db,
      'import_row',
      ['session_id', 'row_index', 'row_data', 'data', 'errors', 'valid', 'complete'],
      some.map(({ index, rowData, data, errors }) => [
        session,
        index,
        rowData,
        data,
        errors,
        errors === null ? 1 : 0,
        0
      ])
    )
}

/** How many letters are stored by one statement: others have their turn between two of them. */
const LETTERS_AT_ONCE = 500_000

/** Rows in portions that are stored in some milliseconds. */
function* portions(rows: readonly MadeRow[]): Generator<MadeRow[]> {
  let [some, letters]: [MadeRow[], number] = [[], 0]
  for (const row of rows) {
    some.push(row)
    letters += row.rowData.length + row.data.length
    if (letters < LETTERS_AT_ONCE) continue
    yield some
    ;[some, letters] = [[], 0]
  }
  if (some.length) yield some
}

/**
 * `POST /api/importer/session/{id}/accept_fields/`
 *
 * @param media where files lie
 * @param shown shows an import
 */
export function acceptFields(
  media: MediaStorage,
  limits: TableLimits,
  shown: (context: RequestContext, id: number) => Promise<SessionJSON>
): Handler<'importer_session_accept_fields_create'> {
  return async (call, send) => {
    const session = await findSession(call, call.path.id)
    if (!isForCaller(call, session)) throw forbidden()
    requireChange(call, session.model_type)
    if (session.status === ImportStatus.COMPLETE) throw invalid({ error: ['All rows of this import were imported.'] })
    const plan = await planOf(call, session)
    const mappings = (await mappingsOf(call, [session.id])).get(session.id)!
    const fields = (await fieldsOfSessions(call, [session], new Map([[session.id, mappings]]))).get(session.id)!
    checkRequired(session, fields, mappings)
    const bytes = await media.read(session.data_file)
    if (!bytes) throw invalid({ data_file: ['The file is not there any more.'] })
    const rows = await madeRows(call, session, { fields, mappings, limits, bytes })
    const answer = await transact(call.db, async (db) => {
      const inner = { ...call, db }
      const now = await findSession(inner, session.id)
      // What was imported meanwhile must not be made anew, and rows are as the import says that they are.
      if ((await planOf(inner, now)) !== plan) throw invalid({ error: ['The import was changed meanwhile.'] })
      await replaceRows(db, session.id, rows)
      await db
        .updateTable('import_session')
        .set({ status: ImportStatus.PROCESSING })
        .where('id', '=', session.id)
        .execute()
      return await shown(inner, session.id)
    })
    // As it is told while the work goes on, which others leave to a worker: here it is done when the answer comes.
    return send(200, { ...answer, status: ImportStatus.IMPORTING })
  }
}

async function madeRows(
  call: RequestContext,
  session: ImportSession,
  {
    fields,
    mappings,
    limits,
    bytes
  }: {
    fields: ImportFields
    mappings: readonly ImportColumn[]
    limits: TableLimits
    bytes: Buffer
  }
): Promise<MadeRow[]> {
  const form = await callersNumbers(call)
  const made: MadeRow[] = []
  let maker: RowMaker | undefined
  const source = { form: splitName(session.data_file).ending.slice(1), bytes, limits }
  await readTable(source, async (rows, columns) => {
    maker ??= new RowMaker(call, session, { fields, mappings, columns, form })
    made.push(...(await maker.make(rows)))
  })
  const [row] = maker?.withoutKey ?? []
  if (row !== undefined)
    throw invalid({ error: ['ID is required for updating existing records.', `Row ${row} has none.`] })
  return made
}
