import { sql, type Kysely } from 'kysely'
import { AMOUNTS, ROLLUPS } from '../amounts/declared.ts'
import { fillAmounts } from '../amounts/fill.ts'
import { keepAmounts } from '../amounts/triggers.ts'

const TOTAL = 'round(in_stock + variant_stock, 5)'
const UNALLOCATED = `round(in_stock + variant_stock - allocated_to_sales_orders - allocated_to_build_orders, 5)`

/** What parts are sorted by. */
const ORDERS: Record<string, string> = {
  part_in_stock: 'in_stock',
  part_total_in_stock: `(${TOTAL})`,
  part_unallocated_stock: `(case when ${UNALLOCATED} > 0 then ${UNALLOCATED} else 0 end)`,
  part_ordering: 'ordering'
}

const STOCK = ['in_stock', 'variant_stock']
const ALLOCATED = ['allocated_to_sales_orders', 'allocated_to_build_orders']

/**
 * What parts are looked for by, and the columns that it is about: indexes in the order of names, as lists are, which
 * hold the columns too, so that counting needs nothing else.
 */
const FILTERS: Record<string, [condition: string, columns: readonly string[]]> = {
  part_has_stock: ['in_stock > 0', ['in_stock']],
  part_has_no_stock: ['in_stock <= 0', ['in_stock']],
  part_low_stock: [`minimum_stock <> 0 and ${TOTAL} < minimum_stock`, ['minimum_stock', ...STOCK]],
  part_high_stock: [`maximum_stock <> 0 and ${TOTAL} > maximum_stock`, ['maximum_stock', ...STOCK]],
  part_has_unallocated: [`${UNALLOCATED} > 0`, [...STOCK, ...ALLOCATED]],
  part_on_order: ['ordering > 0', ['ordering']],
  part_depleted: ['stock_item_count > 0 and in_stock <= 0', ['stock_item_count', 'in_stock']],
  part_to_build: [
    'required_for_build_orders > allocated_to_build_orders',
    ['required_for_build_orders', 'allocated_to_build_orders']
  ]
}

/** What records show of others is kept beside them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const { table, column, places } of [...AMOUNTS, ...ROLLUPS])
    await db.schema
      .alterTable(table)
      .addColumn(column, places ? sql`numeric` : 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
  await fillAmounts(db)
  await keepAmounts(db)
  for (const [name, by] of Object.entries(ORDERS))
    await sql`create index ${sql.id(name)} on part (${sql.raw(by)}, id)`.execute(db)
  for (const [name, [condition, columns]] of Object.entries(FILTERS))
    await sql`create index ${sql.id(name)} on part (${sql.raw(['name', 'id', ...columns].join(', '))}) where ${sql.raw(condition)}`.execute(
      db
    )
}
