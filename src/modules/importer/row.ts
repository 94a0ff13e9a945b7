/** The rows of imports, as they are checked and imported. */
import { invalid } from '#contract/errors.ts'
import { parseJson } from '#contract/json.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { withValidation, type Handler } from '#contract/types.ts'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { transact } from '#db/transaction.ts'
import { notFound } from '#contract/errors.ts'
import { findSession, ofVisibleSessions, isForCaller, requireChange } from './access.ts'
import { RowImporter, type RowData } from './check.ts'
import { completeIfDone } from './complete.ts'

const { operations, read } = resource('importer_row', 'import_row', {
  className: 'DataImportRow',
  options: {},
  computed: {},
  visible: ofVisibleSessions('import_row'),
  search: [],
  order: { pk: 'id', row_index: 'row_index', valid: 'valid' },
  defaultOrder: ['row_index', 'id'],
  filters: { session: equals('session_id'), valid: equals('valid'), complete: equals('complete') },
  toJSON: (row) => ({
    pk: row.id,
    session: row.session_id,
    row_index: row.row_index,
    row_data: JSON.parse(row.row_data ?? 'null'),
    data: JSON.parse(row.data ?? 'null'),
    errors: JSON.parse(row.errors ?? 'null'),
    valid: row.valid === 1,
    complete: row.complete === 1
  }),
  write: {
    columns: { data: null },
    remove: async (row, db, context) => {
      const inner = { ...context, db }
      requireChange(inner, (await findSession(inner, row.session_id)).model_type)
      await db.deleteFrom('import_row').where('id', '=', row.id).execute()
      await completeIfDone(db, row.session_id)
    }
  }
})

/** The data of a row as a body brings it: an object, or text of one; undefined where it is neither. */
function dataFrom(value: unknown): RowData | undefined {
  let found = value
  if (typeof value === 'string')
    try {
      found = parseJson(value)
    } catch {
      return undefined
    }
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as RowData) : undefined
}

type Changing = 'importer_row_update' | 'importer_row_partial_update'

async function find(call: RequestContext & { path: { id: number } }) {
  const row = await call.db.selectFrom('import_row').selectAll().where('id', '=', call.path.id).executeTakeFirst()
  const session = row && (await findSession(call, row.session_id))
  if (!session || !isForCaller(call, session)) throw notFound('DataImportRow')
  requireChange(call, session.model_type)
  return { row, session }
}

/** Puts other data in place of a row's, and checks it again. */
const change = <Id extends Changing>(): Handler<Id> =>
  Object.assign(
    withValidation<Changing>(
      async (_context, { data }, addError) => {
        if (data !== undefined && dataFrom(data) === undefined)
          addError(['data'], 'Value must be a valid dictionary object')
      },
      async (call, send) => {
        const { row, session } = await find(call)
        const data = dataFrom(call.body.data)
        if (data && row.complete) throw invalid({ data: ['The row was imported already.'] })
        const [errors] = data ? await new RowImporter(call, session).check([data]) : []
        const shown = await transact(call.db, async (db) => {
          const inner = { ...call, db }
          if (data) {
            const changed = await db
              .updateTable('import_row')
              .set({
                data: JSON.stringify(data),
                errors: errors ? JSON.stringify(errors) : null,
                valid: errors ? 0 : 1
              })
              .where('id', '=', row.id)
              .where('complete', '=', 0)
              .executeTakeFirst()
            if (changed.numUpdatedRows === 0n) throw invalid({ data: ['The row was imported already.'] })
          }
          return (await read(inner, [row.id])).get(row.id)!
        })
        return send(200, shown)
      }
    ),
    { find }
  ) as unknown as Handler<Id>

/** What is served of rows; none are made by requests. */
export const rowOperations = {
  ...operations,
  importer_row_update: change<'importer_row_update'>(),
  importer_row_partial_update: change<'importer_row_partial_update'>()
}
