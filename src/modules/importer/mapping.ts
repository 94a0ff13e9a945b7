/** Which column of a file is which field (docs/behaviour/importer.md#columns). */
import type { Selectable } from 'kysely'
import type { DB } from '#db/tables.ts'
import { invalid } from '#contract/errors.ts'
import type { FieldInfo } from '#contract/fields.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { components } from '#generated/types.d.ts'
import { equals, type Change } from '#crud/definition.ts'
import { lookup, lookupMany } from '#crud/lookup.ts'
import { resource } from '#crud/resource.ts'
import { findSession, ofVisibleSessions, requireChange, type ImportSession } from './access.ts'
import { importFields, type ImportFields } from './fields.ts'
import { tellsRightsFirst } from './rights.ts'

export type ImportColumn = Selectable<DB['import_column']>

/** A mapping as clients see it; of a field that there is no more, the words are empty. */
export const mappingJSON = (row: ImportColumn, fields: ImportFields): components['schemas']['DataImportColumnMap'] => ({
  pk: row.id,
  session: row.session_id,
  column: row.column,
  field: row.field,
  label: fields[row.field]?.label ?? '',
  description: fields[row.field]?.help_text ?? '',
  lookup_field: row.lookup_field
})

/** The mappings of imports, in the order of their fields. */
export const mappingsOf = (context: RequestContext, sessions: number[]): Promise<Map<number, ImportColumn[]>> =>
  lookupMany(sessions, async (keys) =>
    (
      await context.db.selectFrom('import_column').selectAll().where('session_id', 'in', keys).orderBy('id').execute()
    ).map((row) => [row.session_id, row])
  )

/** The fields of imports, by their keys; those of the same kind are asked for once. */
export async function fieldsOfSessions(
  context: RequestContext,
  sessions: readonly ImportSession[],
  mappings: ReadonlyMap<number, readonly ImportColumn[]>
): Promise<Map<number, ImportFields>> {
  const known = new Map<string, ImportFields>()
  const found = new Map<number, ImportFields>()
  for (const session of sessions) {
    const names = (mappings.get(session.id) ?? []).map(({ field }) => field)
    const extra = names.filter((name) => name.startsWith('parameter_'))
    const kind = `${session.model_type} ${session.update_records} ${extra.join(' ')}`
    let fields = known.get(kind)
    if (!fields) known.set(kind, (fields = await importFields(context, session, extra)))
    found.set(session.id, fields)
  }
  return found
}

/** What is wrong with the way in which a field looks its records up. */
function lookupProblem(field: FieldInfo | undefined, by: string): string | undefined {
  const names = field?.lookup_fields as string[] | undefined
  if (!names) return 'Lookup field can only be set for related (foreign-key) fields'
  return names.includes(by) ? undefined : `Invalid lookup field. Valid options are: ${names.join(', ')}`
}

type MappingChange = Change<'importer_column_mapping', 'import_column'>

async function check({ context, db, before, body }: MappingChange): Promise<void> {
  const inner = { ...context, db }
  const session = await findSession(inner, before!.session_id)
  requireChange(inner, session.model_type)
  const problems: Record<string, string[]> = {}
  const { column, lookup_field } = body
  if (column && !(JSON.parse(session.columns ?? '[]') as string[]).includes(column))
    problems.column = ['Column does not exist in the data file']
  else if (column && (await isTaken(inner, before!, column)))
    problems.column = ['Column is already mapped to a database field']
  if (lookup_field) {
    const problem = lookupProblem((await importFields(inner, session))[before!.field], lookup_field)
    if (problem) problems.lookup_field = [problem]
  }
  if (Object.keys(problems).length) throw invalid(problems)
}

async function isTaken({ db }: RequestContext, row: ImportColumn, column: string): Promise<boolean> {
  const other = await db
    .selectFrom('import_column')
    .select('id')
    .where('session_id', '=', row.session_id)
    .where('column', '=', column)
    .where('id', '!=', row.id)
    .executeTakeFirst()
  return other !== undefined
}

const { operations } = resource('importer_column_mapping', 'import_column', {
  className: 'DataImportColumnMap',
  options: {},
  computed: {},
  visible: ofVisibleSessions('import_column'),
  search: [],
  order: { pk: 'id', session: 'session_id', column: 'column', field: 'field', lookup_field: 'lookup_field' },
  defaultOrder: ['id'],
  filters: { session: equals('session_id') },
  embed: async (rows, context) => {
    const sessions = await lookup(
      rows.map((row) => row.session_id),
      async (keys) =>
        (await context.db.selectFrom('import_session').selectAll().where('id', 'in', keys).execute()).map((session) => [
          session.id,
          session
        ])
    )
    return await fieldsOfSessions(
      context,
      [...sessions.values()],
      Map.groupBy(rows, (row) => row.session_id)
    )
  },
  toJSON: (row, fields) => mappingJSON(row, fields.get(row.session_id)!),
  write: { columns: { column: 'column', lookup_field: 'lookup_field' }, check }
})

/** What is served of mappings; POST and DELETE there are none. */
export const mappingOperations = {
  ...operations,
  importer_column_mapping_update: tellsRightsFirst(operations.importer_column_mapping_update),
  importer_column_mapping_partial_update: tellsRightsFirst(operations.importer_column_mapping_partial_update)
}
