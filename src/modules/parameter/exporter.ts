import { refused } from '#contract/errors.ts'
import { cellsOf, type ExportedList, type Exporter, type ListedRecord } from '#contract/export.ts'
import type { ExportColumn } from '#contract/export-columns.ts'
import type { Database } from '#db/database.ts'
import { lookupMany } from '#crud/lookup.ts'
import { MODELS } from '#framework/models.ts'

/** How many parameters a file may have columns of. */
const MOST_COLUMNS = 1000

/** What is asked of the parameters of some records. */
interface Asked {
  /** The kind of record, as tables name it. */
  model: string
  /** Whether parameters count whose template is not enabled. */
  inactive: boolean
}

/** The columns of parameters, and what records have in them. */
export interface ParameterColumns {
  columns: ExportColumn[]
  /** Loads the cells of some records, by their keys. */
  load(ids: number[]): Promise<(id: number) => unknown[]>
}

/** The parameters of some records, by record. */
const valuesOf = (db: Database, { model, inactive }: Asked, ids: Iterable<number>) =>
  lookupMany(ids, async (keys) =>
    (
      await db
        .selectFrom('parameter')
        .innerJoin('parameter_template', 'parameter_template.id', 'parameter.template_id')
        .select(['model_id', 'template_id', 'name', 'data'])
        .where('parameter.model_type', '=', model)
        .where('model_id', 'in', keys)
        .$if(!inactive, (query) => query.where('enabled', '=', 1))
        .execute()
    ).map((row) => [row.model_id, row])
  )

/**
 * A column for each parameter that some records have, by name.
 *
 * @param chunks the keys of the records, some at a time
 * @throws 400 where there are too many
 */
export async function parameterColumns(
  db: Database,
  asked: Asked,
  chunks: AsyncIterable<number[]>
): Promise<ParameterColumns> {
  const names = new Map<number, string>()
  for await (const ids of chunks) {
    const found = await valuesOf(db, asked, ids)
    for (const rows of found.values()) for (const row of rows) names.set(row.template_id, row.name)
    if (names.size > MOST_COLUMNS)
      throw refused(`There are more than the ${MOST_COLUMNS} parameters that a file has columns for.`)
  }
  const templates = [...names].toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  return {
    columns: templates.map(([, heading]) => ({ heading })),
    load: async (ids) => {
      const found = await valuesOf(db, asked, ids)
      return (id) => {
        const data = new Map(found.get(id)!.map((row) => [row.template_id, row.data]))
        return templates.map(([template]) => data.get(template) ?? null)
      }
    }
  }
}

const keyOf = (record: ListedRecord) => record.pk as number

async function* keys({ records }: ExportedList): AsyncGenerator<number[]> {
  for await (const some of records()) yield some.map(keyOf)
}

/** Adds a column for each parameter that a record of the list has (docs/behaviour/data-output.md#exporters). */
export const parameterExporter: Exporter = async (list) => {
  const { context, columns, path, options } = list
  const [model] = Object.entries(MODELS).find(([, { api }]) => api === path)!
  const asked = { model, inactive: options.export_exclude_inactive_parameters === false }
  const added = await parameterColumns(context.db, asked, keys(list))
  const rows = async function* () {
    for await (const some of list.records()) {
      const cells = await added.load(some.map(keyOf))
      yield some.map((record) => [...cellsOf(columns, record), ...cells(keyOf(record))])
    }
  }
  return { columns: [...columns, ...added.columns], rows: rows() }
}
