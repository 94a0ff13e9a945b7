import { signedIn, type Scope } from '#contract/scopes.ts'
import type { Table } from '#contract/export.ts'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { dropFiles } from '#src/media/dropped.ts'
import { mediaURL } from '#src/media/names.ts'
import { MODELS } from '#src/models.ts'
import { afterDays, today } from '#src/time.ts'
import { briefUsers } from '#src/user/brief.ts'
import { writeTable } from './files.ts'

/** How long files are kept (behaviour-core 12.4). */
const DAYS = 5

const { operations, read } = resource('data_output', 'data_output', {
  className: 'DataOutput',
  options: {},
  computed: {},
  visible: (eb, call) => signedIn(call).is_staff ? undefined : eb('user_id', '=', signedIn(call).id),
  search: [],
  order: { pk: 'id', user: 'user_id', plugin: 'plugin', output_type: 'output_type', created: 'created' },
  defaultOrder: ['id'],
  filters: { user: equals('user_id') },
  embed: (rows, { db }) => briefUsers(db, rows.map((row) => row.user_id)),
  toJSON: (row, users) => ({
    pk: row.id,
    created: row.created,
    user: row.user_id,
    user_detail: row.user_id === null ? null : users.get(row.user_id)!,
    total: row.total,
    progress: row.progress,
    complete: row.complete === 1,
    output_type: row.output_type,
    template_name: row.template_name,
    plugin: row.plugin,
    output: mediaURL(row.output),
    errors: row.errors === null ? null : JSON.parse(row.errors)
  }),
  write: {
    columns: {},
    remove: async (row, db) => {
      await db.deleteFrom('data_output').where('id', '=', row.id).execute()
      await dropFiles(db, [row.output])
    }
  }
})

/** The room for data outputs, the files that were made on demand. */
export const dataOutputRoom = operations

/** Writes an exported list to a file and answers with its data output. */
export async function exportToFile (call: Scope, table: Table): Promise<unknown> {
  const { className } = Object.values(MODELS).find(({ api }) => api === table.path)!
  const output = await writeTable(call.files, `InvenTree_${className}_${today()}`, table)
  const id = await call.db.transaction().execute(async (db) => {
    const old = await db.deleteFrom('data_output').where('created', '<', afterDays(-DAYS)).returning('output').execute()
    await dropFiles(db, old.map((row) => row.output))
    const made = await db.insertInto('data_output').values({
      created: today(), user_id: signedIn(call).id, total: table.rows.length, progress: table.rows.length, complete: 1, output_type: 'export', plugin: table.plugin, output
    }).returning('id').executeTakeFirstOrThrow()
    return made.id
  })
  return (await read(call, [id])).get(id)
}
