import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { contentType } from '#modules/contenttype/models.ts'
import { MODELS } from '#framework/models.ts'
import { namer } from '#modules/part/names.ts'
import { dictionary } from '#db/dictionary.ts'

/** A record that a notification names. */
export interface Subject {
  name: string
  model_name: string
  model_type: string
  model_id: number
}

/** What records are called, by the column that says so; others by kind and number. */
const NAMES: Record<string, readonly string[]> = dictionary({
  part: ['name', 'IPN', 'revision'],
  user: ['username'],
  ...Object.fromEntries(
    ['build', 'purchaseorder', 'salesorder', 'returnorder', 'transferorder'].map((model) => [model, ['reference']])
  ),
  ...Object.fromEntries(['partcategory', 'stocklocation', 'company'].map((model) => [model, ['name']]))
})

/**
 * The records that notifications name, for a whole answer: one statement for each kind.
 *
 * @returns finds a record; null where there is none any more
 */
export async function subjects(
  db: Database,
  settings: SettingReader,
  wanted: Iterable<readonly [string | null, number | null]>
): Promise<(model: string | null, id: number | null) => Subject | null> {
  const found = new Map<string, Subject>()
  for (const [model, pairs] of Map.groupBy(wanted, ([model]) => model ?? '')) {
    const known = MODELS[model]
    const kind = contentType(model)
    if (!known || !kind) continue
    const columns = NAMES[model] ?? []
    const ids = [...new Set(pairs.map(([, id]) => id))].filter((id) => id !== null)
    const rows = await (db as any)
      .selectFrom(known.table)
      .select(['id', ...columns])
      .where('id', 'in', ids)
      .execute() // any model's table
    for (const row of rows) {
      const name =
        model === 'part' ? namer(settings)(row) : columns.length ? row[columns[0]!] : `${kind.name} ${row.id}`
      found.set(`${model} ${row.id}`, { name, model_name: kind.name, model_type: model, model_id: row.id })
    }
  }
  return (model, id) => found.get(`${model} ${id}`) ?? null
}
