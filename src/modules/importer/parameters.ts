/** Parameters of records as columns of a file: a column is called as the template, or `Template [unit]`. */
import type { Database } from '#db/database.ts'
import type { FieldInfo } from '#contract/fields.ts'
import { FULL_NAMES } from '#framework/transfer/models.ts'
import { isParametric } from '#modules/parameter/index.ts'

const PREFIX = 'parameter_'

/** The key of the template that a field stands for; undefined where it is no parameter. */
function templateOf(field: string): number | undefined {
  const digits = field.startsWith(PREFIX) ? field.slice(PREFIX.length) : ''
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined
}

/** The fields of parameters, by name. Those of templates that are gone are left out. */
export async function parameterFields(db: Database, names: readonly string[]): Promise<Record<string, FieldInfo>> {
  const keys = names.map(templateOf).filter((key) => key !== undefined)
  if (keys.length === 0) return {}
  const templates = await db
    .selectFrom('parameter_template')
    .select(['id', 'name', 'description', 'units'])
    .where('id', 'in', keys)
    .orderBy('id')
    .execute()
  return Object.fromEntries(
    templates.map(({ id, name, description, units }) => [
      PREFIX + id,
      {
        type: 'string',
        required: false,
        read_only: false,
        label: units ? `${name} [${units}]` : name,
        help_text: description || `Parameter ${name}`
      }
    ])
  )
}

/** Which of some columns are parameters of a kind of record. */
export async function templatesOfHeadings(
  db: Database,
  model: string,
  columns: readonly string[]
): Promise<{ field: string; column: string }[]> {
  if (columns.length === 0 || !isParametric(model)) return []
  const templates = await db
    .selectFrom('parameter_template')
    .select(['id', 'name', 'units'])
    .where('enabled', '=', 1)
    .where((eb) => eb.or([eb('model_type', 'is', null), eb('model_type', 'in', ['', model])]))
    .orderBy('id')
    .execute()
  const byHeading = new Map<string, number>()
  for (const { id, name, units } of templates)
    for (const heading of [name, ...(units ? [`${name} [${units}]`] : [])])
      if (!byHeading.has(heading.toLowerCase())) byHeading.set(heading.toLowerCase(), id)
  const taken = new Set<number>()
  return columns.flatMap((column) => {
    const id = byHeading.get(column.toLowerCase())
    if (id === undefined || taken.has(id)) return []
    taken.add(id)
    return [{ field: PREFIX + id, column }]
  })
}

/** The parameters that a row gives its record: what is not empty. */
export function parametersIn(data: Record<string, unknown>): { field: string; template: number; value: unknown }[] {
  return Object.entries(data).flatMap(([field, value]) => {
    const template = templateOf(field)
    return template === undefined || value === null || value === '' ? [] : [{ field, template, value }]
  })
}

/** The body that gives a record a parameter. */
export const parameterBody = (model: string, pk: number, template: number, value: unknown) => ({
  template,
  model_type: FULL_NAMES.get(model)!,
  model_id: pk,
  data: typeof value === 'boolean' ? String(value) : value
})

/** The parameters that records have, by record and template. */
export async function presentParameters(
  db: Database,
  model: string,
  pks: readonly number[]
): Promise<Map<string, { id: number; data: string }>> {
  const rows = await db
    .selectFrom('parameter')
    .select(['id', 'model_id', 'template_id', 'data'])
    .where('model_type', '=', model)
    .where('model_id', 'in', pks.length ? [...pks] : [-1])
    .execute()
  return new Map(rows.map((row) => [`${row.model_id} ${row.template_id}`, { id: row.id, data: row.data }]))
}
