/** The fields of a kind of record that can be imported, and which column of a file is which of them. */
import type { Database } from '#db/database.ts'
import type { FieldInfo } from '#contract/fields.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { lookupFields } from './lookups.ts'
import { importModelOf, type ImportModel } from './models.ts'
import { parameterFields, templatesOfHeadings } from './parameters.ts'

export type ImportFields = Record<string, FieldInfo>

/** The field that says which record a row changes. */
const ID: FieldInfo = {
  label: 'ID',
  help_text: 'Existing database identifier for the record',
  type: 'integer',
  required: true,
  read_only: false
}

/** What fields are, of an import or of one to be. */
interface Importing {
  model_type: string
  update_records: boolean | number
}

/** The fields of a kind of record, as OPTIONS tells them where one is made. */
async function recordFields(context: RequestContext, model: ImportModel): Promise<ImportFields> {
  const told = await context.writer(model.create, context).fields()
  return Object.fromEntries(
    model.fields.map((name) => {
      const info = told[name]!
      const { model: related } = info as { model?: string }
      return [name, related === undefined ? info : { ...info, lookup_fields: lookupFields(related) }]
    })
  )
}

/**
 * The fields that an import can fill, by name, in their order. Where it changes records, `id` comes first and nothing
 * else is required. Of a kind of record that cannot be imported there are none.
 *
 * @param extra the names of further fields: those of parameters
 */
export async function importFields(
  context: RequestContext,
  { model_type, update_records }: Importing,
  extra: readonly string[] = []
): Promise<ImportFields> {
  const model = importModelOf(model_type)
  if (!model) return {}
  const own = await recordFields(context, model)
  const parameters = await parameterFields(context.db, extra)
  if (!update_records) return { ...own, ...parameters }
  const optional = Object.entries({ ...own, ...parameters }).map(([name, info]) => [name, { ...info, required: false }])
  return { id: ID, ...Object.fromEntries(optional) }
}

/** What fields hold where the file says nothing: the model's own. */
export const initialValues = (fields: ImportFields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, info]) => info.default !== undefined)
      .map(([name, info]) => [name, info.default])
  )

/** The column that is called as a field, exactly or in other letters; each column is one field. */
function matching(name: string, { label, help_text }: FieldInfo, columns: readonly string[]): string {
  const names = [name, label, help_text].filter((one) => one !== undefined)
  const small = new Set(names.map((one) => one.toLowerCase()))
  return (
    columns.find((column) => names.includes(column)) ?? columns.find((column) => small.has(column.toLowerCase())) ?? ''
  )
}

/**
 * Which column is which field: those that are called alike. Of parameters, there are the fields that have a column.
 *
 * @param overridden fields that need none
 */
export async function matchColumns(
  db: Database,
  fields: ImportFields,
  columns: readonly string[],
  model: string,
  overridden: readonly string[]
): Promise<{ field: string; column: string }[]> {
  let free = [...columns]
  const pairs = Object.entries(fields)
    .filter(([name]) => !overridden.includes(name))
    .map(([field, info]) => {
      const column = matching(field, info, free)
      free = free.filter((one) => one !== column)
      return { field, column }
    })
  return [...pairs, ...(await templatesOfHeadings(db, model, free))]
}
