import { sql, type Expression, type RawBuilder } from 'kysely'
import type { Database } from '#db/database.ts'
import { lookup, lookupMany } from '#crud/lookup.ts'
import * as amounts from '#src/part/amounts.ts'
import { available, exact, freely, quantitiesOf } from '#src/part/quantities.ts'

/** What is there of the component of a line, and what could be taken in its place (behaviour-part 26.3). */
export interface Availability {
  available_stock: number
  available_variant_stock: number
  available_substitute_stock: number
  external_stock: number
  on_order: number
  building: number
}

/** What a line needs. */
interface Need { id: number, sub_part_id: number, quantity: number, setup_quantity: number, attrition: number }

/** An item in stock less everything that is allocated of it, whatever the state of the orders. */
const FREE_OF_ITEM = sql`s.quantity - coalesce((select sum(a.quantity) from build_item a where a.stock_item_id = s.id), 0)
  - coalesce((select sum(a.quantity) from sales_order_allocation a where a.item_id = s.id), 0)`

const variantsOf = (db: Database, ids: Iterable<number>): Promise<Map<number, number>> => lookup(ids, async (keys) =>
  (await sql<{ top: number, amount: number }>`with recursive below (top, id) as (
      select p.variant_of_id, p.id from part p where p.variant_of_id in (${sql.join(keys)})
      union select below.top, p.id from below join part p on p.variant_of_id = below.id)
    select below.top as top, sum(${FREE_OF_ITEM}) as amount from below cross join stock_item s where s.part_id = below.id and ${amounts.inStock} group by below.top`
    .execute(db)).rows.map(({ top, amount }) => [top, Math.max(0, exact(amount))]))

/** The substitutes of lines: the parts, in the order in which they were entered. */
export const substitutesOf = (db: Database, ids: Iterable<number>) => lookupMany(ids, async (keys) =>
  (await db.selectFrom('bom_substitute').select(['id', 'bom_item_id', 'part_id']).where('bom_item_id', 'in', keys).orderBy('id').execute())
    .map((row): [number, typeof row] => [row.bom_item_id, row]))

/**
 * What is available for lines, for all of them at once.
 *
 * @returns by primary key of the line
 */
export async function availabilityOf (db: Database, lines: Need[]): Promise<Map<number, Availability>> {
  const components = lines.map((line) => line.sub_part_id)
  const substitutes = await substitutesOf(db, lines.map((line) => line.id))
  const quantities = await quantitiesOf(db, [...components, ...[...substitutes.values()].flatMap((rows) => rows.map((row) => row.part_id))])
  const variants = await variantsOf(db, components)
  return new Map(lines.map((line) => {
    const own = quantities.get(line.sub_part_id)!
    const others = substitutes.get(line.id)!.map((row) => freely(quantities.get(row.part_id)!))
    return [line.id, {
      available_stock: available(own),
      available_variant_stock: variants.get(line.sub_part_id) ?? 0,
      available_substitute_stock: Math.max(0, exact(others.reduce((sum, amount) => sum + amount, 0))),
      external_stock: own.external_stock,
      on_order: own.ordering,
      building: own.building
    }]
  }))
}

/** How many assemblies the stock would do for; not rounded. */
export function canBuild (line: Need, there: Availability): number {
  if (line.quantity === 0) return 0
  const amount = exact(there.available_stock + there.available_variant_stock + there.available_substitute_stock - line.setup_quantity)
  return Math.max(0, amount / (line.quantity * (1 + line.attrition / 100)))
}

const positive = (source: amounts.Amounts) => sql`(select found.part_id from ${source} found where found.amount > 0)`

/** Parts of which something is free, and parts of which something is on order; for filters. */
export const PARTS_AVAILABLE = positive(amounts.free())
export const PARTS_ON_ORDER = positive(amounts.onOrder())

const FREE = amounts.free()
const FREE_VARIANTS = amounts.ofVariants(sql`(select s.part_id, sum(${FREE_OF_ITEM}) as amount from stock_item s where ${amounts.inStock} group by s.part_id)`)
/** For every line what is free of its substitutes. */
const FREE_SUBSTITUTES = sql`(select s.bom_item_id, sum(f.amount) as amount from bom_substitute s join ${FREE} f on f.part_id = s.part_id group by s.bom_item_id)`

const positiveOr0 = (amount: RawBuilder<unknown>) => sql`case when ${amount} > 0 then ${amount} else 0 end`

/** What to sort lines by: added up once for all of them. */
export const availableStock = (): Expression<number> =>
  sql<number>`coalesce((select ${positiveOr0(sql.ref('found.amount'))} from ${FREE} found where found.part_id = bom_item.sub_part_id), 0)`

const STOCK_FOR_LINES = sql`(select i.id, coalesce(${positiveOr0(sql.ref('own.amount'))}, 0) + coalesce(${positiveOr0(sql.ref('v.amount'))}, 0)
  + coalesce(${positiveOr0(sql.ref('r.amount'))}, 0) - i.setup_quantity as amount, i.quantity * (1 + i.attrition / 100.0) as each
  from bom_item i left join ${FREE} own on own.part_id = i.sub_part_id left join ${FREE_VARIANTS} v on v.part_id = i.sub_part_id
  left join ${FREE_SUBSTITUTES} r on r.bom_item_id = i.id)`

export const canBuildOrder = (): Expression<number> => sql<number>`(select case when found.each = 0 or found.amount <= 0 then 0 else found.amount / found.each end
  from ${STOCK_FOR_LINES} found where found.id = bom_item.id)`
