import { TEST_VAULT } from './vault.ts'
import { sql } from 'kysely'
import { deferReferences, keepKeys } from '#db/bulk.ts'
import { openDatabase, type Database } from '#db/database.ts'
import { withoutTriggers } from '#db/without-triggers.ts'
import { rebuildTree } from '#crud/tree.ts'
import { PARAMETRIC } from '#modules/parameter/model-types.ts'

type Values = Record<string, unknown>

/** How many rows every table gets. */
export const ROWS = 100

/** Tables that stay as they are: what the server keeps for itself, and settings, which have names of their own. */
const LEFT = /^(kysely_|sqlite_|setting$|user_setting$|session|plugin_)|_search/

const TIME = '2026-01-01T00:00:00.000Z'

/** Columns that hold something particular, by table: a value, or what makes it of the number of the row. */
const PARTICULAR: Record<string, Record<string, unknown>> = {
  api_token: { user_id: 1 },
  authenticator: { type: 'webauthn', data: (n: number) => TEST_VAULT.seal(`{"name":"Key ${n}"}`) },
  session: { methods: '[]' },
  owner: { owner_model: 'user', owner_id: (n: number) => n },
  ruleset: { name: 'part' },
  attachment: { model_type: 'part', model_id: (n: number) => n, attachment: null, link: 'https://example.com/' },
  part: {
    image: (n: number) => `part_images/${n}.png`,
    units: null,
    variant_of_id: null,
    is_template: 1,
    component: 1,
    assembly: 1,
    trackable: 0,
    purchaseable: 1,
    salable: 1
  },
  bom_item: {
    quantity: 1,
    raw_amount: '1',
    allow_variants: 1,
    inherited: 1,
    attrition: 0,
    rounding_multiple: null,
    checksum: ''
  },
  company_address: { primary: 1 },
  company: { email: (n: number) => `a${n}@b.example`, is_supplier: 1, is_manufacturer: 1 },
  custom_state: { reference_status: 'StockStatus', model: 'stockitem', logical_key: 10, key: (n: number) => 1000 + n },
  custom_unit: {
    name: (n: number) => `unit${'abcdefghij'[n % 10]}${'abcdefghij'[Math.floor(n / 10) % 10]}`,
    definition: '5 m',
    symbol: ''
  },
  data_output: { created: '2026-01-01' },
  event: { model: 'part', action: 'changed', at: TIME },
  event_cursor: { position: (n: number) => `${n}-${Date.parse(TIME)}` },
  exchange_rate: { currency: (n: number) => `X${n}`, base_currency: 'USD' },
  import_session: { model_type: 'part' },
  job: {
    created: TIME,
    run_after: '2099-01-01T00:00:00.000Z',
    locked_until: null,
    started: null,
    finished: null,
    arguments: '{}'
  },
  label_template: { model_type: 'part', description: 'On paper' },
  machine_config: { uuid: (n: number) => `3f2504e0-4f89-41d3-9a0c-${String(n).padStart(12, '0')}` },
  news_entry: { published: TIME },
  notification_message: {
    user_id: 1,
    target_model_type: 'part',
    target_model_id: (n: number) => n,
    source_model_type: 'user',
    source_model_id: 1
  },
  parameter_template: { units: '', choices: '', model_type: null },
  part_stocktake: { date: '2026-01-01' },
  part_test_template: { description: 'On and off' },
  report_template: { model_type: 'part', description: 'On paper' },
  selection_list_entry: { list_id: 1 },
  social_account: { last_login: TIME, date_joined: TIME, extra_data: '{}' },
  stock_item: { belongs_to_id: null, status: 10, customer_id: null },
  supplier_part: { pack_quantity: '1' },
  user: { password: '!', is_active: 1 },
  webhook_delivery: { webhook_id: 1, action: 'changed', at: TIME }
}

/** What a column that needs a value gets by its name; anything else is a text that tells rows apart. */
const named = (table: string, column: string, n: number) =>
  /^(expiry|.*_date|last_seen)$/.test(column)
    ? '2026-01-01'
    : /^date$|updated|creation|created|timestamp|date_joined/.test(column)
      ? '2026-01-01T00:00:00.000Z'
      : `${table} ${n}`

interface ColumnInfo {
  name: string
  type: string
  notnull: number
  dflt_value: string | null
  pk: number
}
interface KeyInfo {
  from: string
  table: string
  to: string
}

/**
 * Fills every table of a database with rows that refer to rows of all other tables, whatever tables there are. Trees
 * have one root.
 *
 * @param db open database with a first user
 */
export async function fillTables(db: Database): Promise<void> {
  // SQLite tells what there is; the tables are the same everywhere.
  const plan = await openDatabase(':memory:')
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
    plan
  )
  await db.transaction().execute(async (trx) => {
    await deferReferences(trx)
    await withoutTriggers(trx, async () => {
      for (const { name: table } of tables) if (!LEFT.test(table)) await fillTable(trx, plan, table)
    })
    for (const tree of ['part_category', 'stock_location'] as const) await rebuildTree(trx, tree)
    await fillByModel(trx)
  })
  await plan.destroy()
}

async function fillTable(db: Database, plan: Database, table: string): Promise<void> {
  const { rows: columns } = await sql<ColumnInfo>`select * from pragma_table_info(${table})`.execute(plan)
  const { rows: keys } =
    await sql<KeyInfo>`select "from", "table", "to" from pragma_foreign_key_list(${table})`.execute(plan)
  const target = new Map(keys.map((key) => [key.from, key.table]))
  const value = (column: ColumnInfo, n: number, seen: Map<string, number>): unknown => {
    const special = PARTICULAR[table]?.[column.name]
    if (special !== undefined) return typeof special === 'function' ? special(n) : special
    if (column.name === 'id') return n
    const other = target.get(column.name)
    if (other === table) return n === 1 ? null : 1
    if (other !== undefined && LEFT.test(other)) return null
    if (other !== undefined) {
      // A second column for the same table names the next row: nothing is part of itself.
      const shift = seen.get(other) ?? 0
      seen.set(other, shift + 1)
      return ((n - 1 + shift) % ROWS) + 1
    }
    if (column.name === 'name' || column.name === 'reference' || column.name === 'title') return `${table} ${n}`
    if (column.dflt_value !== null || !column.notnull) return undefined
    return /text/i.test(column.type) ? named(table, column.name, n) : n
  }
  const hasId = columns.some(({ name }) => name === 'id')
  const {
    rows: [last]
  } = hasId ? await sql<{ id: number | null }>`select max(id) as id from ${sql.table(table)}`.execute(db) : { rows: [] }
  for (let n = (last?.id ?? 0) + 1; n <= ROWS; n++) {
    const seen = new Map<string, number>()
    const row: Values = Object.fromEntries(
      columns.map((column) => [column.name, value(column, n, seen)] as const).filter(([, given]) => given !== undefined)
    )
    await (db as any).insertInto(table).values(row).execute() // any table
  }
  if (hasId) await keepKeys(db, table)
}

/** What hangs on records by the name of their model alone. */
async function fillByModel(db: Database): Promise<void> {
  for (const table of ['parameter', 'tagged_item'] as const) await db.deleteFrom(table).execute()
  const numbers = Array.from({ length: ROWS }, (_, i) => i + 1)
  for (const model_type of Object.keys(PARAMETRIC)) {
    await db
      .insertInto('parameter')
      .values(
        numbers.map((n) => ({
          model_type,
          model_id: n,
          template_id: n,
          data: '1',
          data_numeric: 1,
          updated_by_id: n,
          updated: null,
          metadata: null
        }))
      )
      .execute()
  }
  for (const model of ['part', 'company', 'supplierpart', 'manufacturerpart', 'stockitem', 'stocklocation']) {
    await db
      .insertInto('tagged_item')
      .values(numbers.map((n) => ({ model, object_id: n, tag_id: n })))
      .execute()
  }
}
