import type { Database } from '#db/database.ts'
import { lookupMany } from '#crud/lookup.ts'
import { API_VERSION, COMPATIBLE_WITH } from '#framework/version.ts'
import type { Vault } from '#auth/tokens.ts'
import { needsVault, TRANSFER_MODELS, type Field, type Stored, type TransferModel } from './models.ts'
import { nestedSet, type TreePosition } from './nested.ts'
import { writeValue, type Names } from './values.ts'

export interface ExportOptions {
  /** Takes the text of the file chunk by chunk; waited for. */
  write: (text: string) => unknown
  /** Opens what is sealed; without it models that hold such are left out. */
  vault?: Vault
}

const ROWS_AT_ONCE = 1000

type Row = { id: number } & Record<string, Stored>

/** The records of a page that belong to each of its rows, by field. */
type Members = Map<string, Map<number, number[]>>

/**
 * Writes the database as InvenTree's own export (`export-records`): a header, then the records of every model in
 * `TRANSFER_MODELS`, by primary key. InvenTree can import it. What it shows is one moment of the database.
 *
 * Password hashes and second factors are part of it, API tokens and sessions are not.
 *
 * @returns how many records were written, by model
 */
export async function exportRecords(db: Database, { write, vault }: ExportOptions): Promise<Map<string, number>> {
  const written = new Map<string, number>()
  await db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      await write(`[\n ${indented(header())}`)
      const names = await naturalNames(trx)
      for (const model of TRANSFER_MODELS) {
        if (needsVault(model) && !vault) continue
        const count = await exportModel(trx, model, names, { write, vault })
        if (count) written.set(model.name, count)
      }
      await write('\n]\n')
    })
  return written
}

const indented = (value: unknown) => JSON.stringify(value, null, 1).replaceAll('\n', '\n ')

function header() {
  const now = new Date()
  return {
    metadata: true,
    comment: 'This file contains a dump of the InvenTree database',
    exported_at: now.toISOString().slice(0, 19),
    exported_at_utc: now.toISOString().slice(0, 19),
    source_version: COMPATIBLE_WITH,
    api_version: API_VERSION,
    django_version: 'none',
    python_version: 'none',
    source_commit: null,
    installed_apps: []
  }
}

/** What the records of other models name users and groups by. */
async function naturalNames(db: Database): Promise<Names> {
  const names = new Map<string, Map<number, string>>()
  for (const { name, table, natural, fields } of TRANSFER_MODELS) {
    if (!natural || natural.readOnly) continue
    const { column } = fields[natural.field] as { column: string }
    // the table is known at run time alone
    const rows = await (db as any).selectFrom(table).select(['id', column]).execute()
    names.set(name, new Map(rows.map((row: Record<string, unknown>) => [row.id, row[column]])))
  }
  return names
}

/** A page of a table, after a primary key. */
const page = (db: Database, { table }: TransferModel, after: number): Promise<Row[]> =>
  // the table is known at run time alone
  (db as any).selectFrom(table).selectAll().where('id', '>', after).orderBy('id').limit(ROWS_AT_ONCE).execute()

async function exportModel(
  db: Database,
  model: TransferModel,
  names: Names,
  { write, vault }: { write: ExportOptions['write']; vault: Vault | undefined }
): Promise<number> {
  const places = await nestedPlaces(db, model)
  let count = 0
  for (let rows = await page(db, model, 0); rows.length; rows = await page(db, model, rows.at(-1)!.id)) {
    const members = await membersOf(
      db,
      model,
      rows.map(({ id }) => id)
    )
    await write(rows.map((row) => `,\n ${indented(record(model, row, { names, members, places, vault }))}`).join(''))
    count += rows.length
  }
  return count
}

/** What records are written with. */
interface Writing {
  names: Names
  members: Members
  places: Map<number, TreePosition>
  vault: Vault | undefined
}

function record(model: TransferModel, row: Row, { names, members, places, vault }: Writing) {
  const value = (name: string, field: Field): unknown => {
    switch (field.kind) {
      case 'constant':
        return field.value
      case 'members':
        return members
          .get(name)!
          .get(row.id)!
          .map((other) => [names.get(field.model)!.get(other)])
      case 'rebuilt':
      case 'order':
        return row[field.column]
      // A record that is a variant of itself, in whatever way, stands in no tree.
      case 'nested':
        return places.get(row.id)?.[field.value] ?? 0
      default:
        return writeValue(row[field.column]!, field, names, vault)
    }
  }
  return {
    model: model.name,
    pk: row.id,
    fields: Object.fromEntries(Object.entries(model.fields).map(([name, field]) => [name, value(name, field)]))
  }
}

async function membersOf(db: Database, model: TransferModel, ids: number[]): Promise<Members> {
  const found: Members = new Map()
  for (const [name, field] of Object.entries(model.fields)) {
    if (field.kind !== 'members') continue
    const { table, own, other } = field
    found.set(
      name,
      await lookupMany(ids, async (keys) =>
        (
          await (db as any)
            .selectFrom(table)
            .select([own, other])
            .where(own, 'in', keys)
            .orderBy(own)
            .orderBy(other)
            .execute()
        ) // the table is known at run time alone
          .map((row: Record<string, number>) => [row[own], row[other]])
      )
    )
  }
  return found
}

async function nestedPlaces(db: Database, { table, fields }: TransferModel): Promise<Map<number, TreePosition>> {
  const field = Object.values(fields).find((one) => one.kind === 'nested')
  if (!field) return new Map()
  return nestedSet(
    await (db as any)
      .selectFrom(table)
      .select(['id', `${field.parent} as parent`])
      .orderBy('id')
      .execute()
  ) // the table is known at run time alone
}
