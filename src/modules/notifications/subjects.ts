import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { contentType } from '#modules/contenttype/index.ts'
import { MODELS } from '#framework/models.ts'
import { namer } from '#modules/part/index.ts'
import { dictionary } from '#db/dictionary.ts'

/** A record that a notification names. */
export interface Subject {
  name: string
  model_name: string
  model_type: string
  model_id: number
}

/** How the records of a kind are called. */
interface Naming {
  /** What is read of a record besides its primary key. */
  columns: readonly string[]
  name: (row: any, settings: SettingReader, kind: string) => string // any model's row
}

const byColumn = (column: string): Naming => ({ columns: [column], name: (row) => row[column] })

const NAMINGS: Record<string, Naming> = dictionary({
  part: { columns: ['name', 'IPN', 'revision'], name: (row, settings) => namer(settings)(row) },
  user: byColumn('username'),
  build: byColumn('reference'),
  purchaseorder: byColumn('reference'),
  salesorder: byColumn('reference'),
  returnorder: byColumn('reference'),
  transferorder: byColumn('reference'),
  partcategory: byColumn('name'),
  stocklocation: byColumn('name'),
  company: byColumn('name')
})

/** Of all others one can say only what they are, and their number. */
const BY_NUMBER: Naming = { columns: [], name: (row, _settings, kind) => `${kind} ${row.id}` }

/** A record as messages refer to it; both are null where a message is about none. */
type Reference = readonly [model: string | null, id: number | null]

/**
 * The records that notifications name, for a whole answer: one statement for each kind.
 *
 * @returns finds a record; null where there is none any more
 */
export async function subjects(
  db: Database,
  settings: SettingReader,
  wanted: Iterable<Reference>
): Promise<(...reference: Reference) => Subject | null> {
  const found = new Map<string, Subject>()
  for (const [model, pairs] of Map.groupBy(wanted, ([model]) => model ?? '')) {
    const known = MODELS[model]
    const kind = contentType(model)
    if (!known || !kind) continue
    const naming = NAMINGS[model] ?? BY_NUMBER
    const ids = new Set(pairs.map(([, id]) => id).filter((id) => id !== null))
    const rows = await (db as any)
      .selectFrom(known.table)
      .select(['id', ...naming.columns])
      .where('id', 'in', [...ids])
      .execute() // any model's table
    for (const row of rows) {
      const name = naming.name(row, settings, kind.name)
      found.set(`${model} ${row.id}`, { name, model_name: kind.name, model_type: model, model_id: row.id })
    }
  }
  return (model, id) => found.get(`${model} ${id}`) ?? null
}
