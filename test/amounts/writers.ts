import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { AMOUNTS, ROLLUPS } from '#db/amounts/declared.ts'
import type { Random } from '../trust/random.ts'

/** The tables that amounts are made of, those first that others name. */
const TABLES = [
  'company',
  'stock_location',
  'part_category',
  'part',
  'bom_item',
  'build',
  'build_line',
  'supplier_part',
  'purchase_order',
  'purchase_order_line',
  'sales_order',
  'sales_order_shipment',
  'sales_order_line',
  'stock_item',
  'build_item',
  'sales_order_allocation'
] as const
type Table = (typeof TABLES)[number]

const STATES = [10, 10, 10, 15, 20, 25, 30, 40, 50, 55, 65, 85]

interface Column {
  table: Table
  name: string
  /** What may stand in it. */
  value: (random: Random, keys: (table: Table) => number | null) => number | string | null
}
/** @param empty in how many cases it names none */
const refers = (table: Table, name: string, to: Table, empty = 0): Column => ({
  table,
  name,
  value: (random, keys) => (random.chance(empty) ? null : keys(to))
})
const one = (table: Table, name: string, ...from: (number | string | null)[]): Column => ({
  table,
  name,
  value: (random) => random.pick(from)
})
const amount = (table: Table, name: string): Column => ({
  table,
  name,
  value: (random) => random.pick([0, 1, 2.5, 0.1, 0.00001, random.whole(1, 1_000_000), random.whole(1, 99999) / 1e5])
})

/** Every column that has a say in an amount. */
const COLUMNS: Column[] = [
  refers('stock_location', 'parent_id', 'stock_location', 0.3),
  one('stock_location', 'external', 0, 1),
  refers('part_category', 'parent_id', 'part_category', 0.3),
  refers('part', 'variant_of_id', 'part', 0.3),
  refers('part', 'category_id', 'part_category', 0.3),
  refers('bom_item', 'part_id', 'part'),
  refers('bom_item', 'sub_part_id', 'part'),
  refers('build', 'part_id', 'part'),
  one('build', 'status', ...STATES),
  one('build', 'quantity', 0, 1, 5, 100),
  one('build', 'completed', 0, 1, 7),
  refers('build_line', 'build_id', 'build'),
  refers('build_line', 'bom_item_id', 'bom_item'),
  amount('build_line', 'quantity'),
  amount('build_line', 'consumed'),
  refers('supplier_part', 'part_id', 'part'),
  refers('supplier_part', 'supplier_id', 'company'),
  one('supplier_part', 'pack_quantity_native', 1, 0.3, 12, 0.0254, 3.280839895),
  one('purchase_order', 'status', ...STATES),
  refers('purchase_order_line', 'order_id', 'purchase_order'),
  refers('purchase_order_line', 'part_id', 'supplier_part', 0.3),
  amount('purchase_order_line', 'quantity'),
  amount('purchase_order_line', 'received'),
  one('sales_order', 'status', ...STATES),
  refers('sales_order_shipment', 'order_id', 'sales_order'),
  one('sales_order_shipment', 'shipment_date', null, '2026-01-01'),
  refers('sales_order_line', 'order_id', 'sales_order'),
  refers('sales_order_line', 'part_id', 'part', 0.3),
  amount('sales_order_line', 'quantity'),
  amount('sales_order_line', 'shipped'),
  refers('stock_item', 'part_id', 'part'),
  refers('stock_item', 'location_id', 'stock_location', 0.3),
  refers('stock_item', 'build_id', 'build', 0.3),
  refers('stock_item', 'consumed_by_id', 'build', 0.9),
  refers('stock_item', 'sales_order_id', 'sales_order', 0.9),
  refers('stock_item', 'belongs_to_id', 'stock_item', 0.9),
  refers('stock_item', 'customer_id', 'company', 0.9),
  one('stock_item', 'is_building', 0, 0, 0, 1),
  one('stock_item', 'status', ...STATES),
  amount('stock_item', 'quantity'),
  refers('build_item', 'build_line_id', 'build_line', 0.3),
  refers('build_item', 'stock_item_id', 'stock_item'),
  amount('build_item', 'quantity'),
  refers('sales_order_allocation', 'line_id', 'sales_order_line'),
  refers('sales_order_allocation', 'shipment_id', 'sales_order_shipment', 0.3),
  refers('sales_order_allocation', 'item_id', 'stock_item'),
  amount('sales_order_allocation', 'quantity')
]

/** What a table cannot be without, and what must differ from row to row. */
const OTHERS: Partial<Record<Table, (n: number) => object>> = {
  company: (n) => ({ name: `Company ${n}` }),
  stock_location: (n) => ({ name: `Place ${n}` }),
  part_category: (n) => ({ name: `Category ${n}` }),
  part: (n) => ({ name: `Part ${n}` }),
  bom_item: () => ({ quantity: 1, raw_amount: '1' }),
  build: (n) => ({ reference: `BO-${n}` }),
  supplier_part: (n) => ({ SKU: `S-${n}` }),
  purchase_order: (n) => ({ reference: `PO-${n}` }),
  sales_order: (n) => ({ reference: `SO-${n}` }),
  sales_order_shipment: (n) => ({ reference: `S-${n}` })
}

/** Columns that have a say and are not among those above, as `table.column`. */
export function unknownColumns(): string[] {
  const looked = AMOUNTS.flatMap(({ sources }) =>
    sources.flatMap(({ rows, of, sum, where }) =>
      [...[of, sum, ...where].join(' ').matchAll(/\b([a-z]+)\.(\w+)/g)].map(
        ([, alias, column]) => `${rows[alias!]}.${column}`
      )
    )
  )
  const known = new Set(COLUMNS.map(({ table, name }) => `${table}.${name}`))
  return [...new Set([...looked, ...ROLLUPS.map(({ table, above }) => `${table}.${above}`)])].filter(
    (name) => !name.endsWith('.id') && !known.has(name)
  )
}

/** One who writes anything anywhere, also what no request would; what the database refuses stays undone. */
export class Writer {
  readonly #db: Database
  readonly #random: Random
  #made = 0

  constructor(db: Database, random: Random) {
    this.#db = db
    this.#random = random
  }

  /** Adds a row, changes one or some, or deletes one or some. */
  async write(): Promise<void> {
    const table = this.#random.chance(0.2) ? 'stock_item' : this.#random.pick(TABLES)
    const kind = this.#random.next()
    await this.#tried(kind < 0.45 ? this.#add(table) : kind < 0.85 ? this.#change(table) : this.#delete(table))
  }

  /** Adds a row to every table. */
  async fill(): Promise<void> {
    for (const table of TABLES) await this.#tried(this.#add(table))
  }

  async #tried(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => {
      if (!/constraint|unique|foreign key/i.test(String(error))) throw error
    })
  }

  async #add(table: Table): Promise<void> {
    const values = await this.#values(COLUMNS.filter((column) => column.table === table))
    if (!values) return
    const row = { ...OTHERS[table]?.(++this.#made), ...values }
    await this.#db
      .insertInto(table)
      .values(row as never)
      .execute()
  }

  async #change(table: Table): Promise<void> {
    const columns = COLUMNS.filter((column) => column.table === table && this.#random.chance(0.4))
    const values = columns.length ? await this.#values(columns) : undefined
    const keys = await this.#some(table)
    if (!values || keys.length === 0) return
    // A tree has no circles; that a variant is below itself is no rule of the database.
    for (const above of ['parent_id', 'variant_of_id'])
      if (typeof values[above] === 'number' && (await this.#isBelow(table, above, values[above], keys))) return
    await this.#db
      .updateTable(table)
      .set(values as never)
      .where('id' as never, 'in', keys as never)
      .execute()
  }

  async #delete(table: Table): Promise<void> {
    const keys = await this.#some(table)
    if (keys.length)
      await this.#db
        .deleteFrom(table)
        .where('id' as never, 'in', keys as never)
        .execute()
  }

  async #isBelow(table: Table, above: string, start: number, keys: number[]): Promise<boolean> {
    const { rows } = await sql<{
      id: number
    }>`with recursive up (id) as (select id from ${sql.table(table)} where id = ${start}
      union select t.${sql.ref(above)} from up join ${sql.table(table)} t on t.id = up.id where t.${sql.ref(above)} is not null)
      select id from up where id in (${sql.join(keys)})`.execute(this.#db)
    return rows.length > 0
  }

  async #values(columns: Column[]): Promise<Record<string, number | string | null> | undefined> {
    const keys = new Map<Table, number[]>()
    for (const other of TABLES) keys.set(other, await this.#keys(other))
    const values = columns.map(({ name, value }) => [
      name,
      value(this.#random, (other) => (keys.get(other)!.length ? this.#random.pick(keys.get(other)!) : null))
    ])
    return Object.fromEntries(values) as Record<string, number | string | null>
  }

  async #keys(table: Table): Promise<number[]> {
    const rows = await this.#db.selectFrom(table).select('id').orderBy('id').execute()
    return rows.map(({ id }) => id)
  }

  async #some(table: Table): Promise<number[]> {
    const keys = await this.#keys(table)
    const most = this.#random.chance(0.8) ? 1 : 3
    return [...new Set(Array.from({ length: most }, () => this.#random.pick(keys)))].filter((key) => key !== undefined)
  }
}
