import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { Handler } from '#contract/types.ts'
import { availabilityOf, canBuild, bomLines } from '#modules/bom/index.ts'
import { findParent } from '#crud/parent.ts'
import { selfAndAbove } from './family.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { activeBuilds, openSales } from './amounts.ts'
import { PART } from './parent.ts'

/** How many of an assembly its components would do for, a whole number (docs/behaviour/part.md#requirements). */
async function buildable(db: Database, id: number): Promise<number> {
  const bom = (await bomLines(db, [id])).get(id)!
  if (bom.length === 0) return 0
  const counted = await db
    .selectFrom('part')
    .select('id')
    .where(
      'id',
      'in',
      bom.map((line) => line.sub_part_id)
    )
    .where('virtual', '=', 0)
    .where('consumable', '=', 0)
    .execute()
  const components = new Set(counted.map((row) => row.id))
  const lines = bom.filter((line) => !line.consumable && components.has(line.sub_part_id))
  if (lines.length === 0) return 0
  const there = await availabilityOf(db, lines)
  return Math.max(0, Math.floor(Math.min(...lines.map((line) => canBuild(line, there.get(line.id)!)))))
}

/** What there is of a part and what orders ask for, its variants included. */
const requirements: Handler<'part_requirements_retrieve'> = async (call, send) => {
  const {
    db,
    path: { id }
  } = call
  await findParent(PART, call)
  const family = sql`(with recursive down (id) as (select id from part where id = ${id} union select p.id from down join part p on p.variant_of_id = down.id) select id from down)`
  const sum = (column: string) =>
    sql`(select coalesce(sum(${sql.ref(`p.${column}`)}), 0) from part p where p.id in ${family})`
  const {
    rows: [row]
  } = await sql<
    Record<'stock' | 'built' | 'sold' | 'ordering' | 'building' | 'scheduled' | 'needed' | 'asked', number>
  >`select
    ${sum('in_stock')} as stock,
    (select coalesce(sum(a.quantity), 0) from ${family} wanted cross join stock_item s cross join build_item a where a.stock_item_id = s.id and s.part_id = wanted.id) as built,
    ${sum('allocated_to_sales_orders')} as sold,
    (select ordering from part where id = ${id}) as ordering,
    ${sum('building')} as building,
    ${sum('scheduled_to_build')} as scheduled,
    (select coalesce(sum(case when l.quantity > l.consumed then l.quantity - l.consumed else 0 end), 0) from ${family} wanted
      cross join bom_item i cross join build_line l cross join build b
      where i.sub_part_id = wanted.id and l.bom_item_id = i.id and b.id = l.build_id and b.status in ${activeBuilds}) as needed,
    (select coalesce(sum(case when l.quantity > l.shipped then l.quantity - l.shipped else 0 end), 0) from ${family} wanted
      cross join sales_order_line l cross join sales_order o where l.part_id = wanted.id and o.id = l.order_id and o.status in ${openSales}) as asked`.execute(
    db
  )
  const total = sumQuantity(row!.stock)
  const [built, sold] = [sumQuantity(row!.built), sumQuantity(row!.sold)]
  return send(200, {
    total_stock: total,
    unallocated_stock: Math.max(0, sumQuantity(total - built - sold)),
    can_build: await buildable(db, id),
    ordering: row!.ordering,
    building: sumQuantity(row!.building),
    scheduled_to_build: row!.scheduled,
    required_for_build_orders: sumQuantity(row!.needed),
    allocated_to_build_orders: built,
    required_for_sales_orders: sumQuantity(row!.asked),
    allocated_to_sales_orders: sold
  })
}

/**
 * The serial number that follows: the digits at the end count on, and keep their leading zeros
 * (docs/behaviour/part.md#serial-numbers).
 */
export function serialAfter(serial: string): string {
  const digits = /(?<!\d)\d+$/.exec(serial)?.[0]
  if (digits === undefined) return serial
  return serial.slice(0, -digits.length) + String(BigInt(digits) + 1n).padStart(digits.length, '0')
}

const serialNumbers: Handler<'part_serial_numbers_retrieve'> = async (call, send) => {
  const {
    db,
    path: { id },
    settings
  } = call
  await findParent(PART, call)
  // The whole variant tree, from its top on.
  const family = sql<number>`(with recursive down (id) as (select p.id from part p where p.variant_of_id is null and p.id in ${selfAndAbove(id)}
    union select p.id from down join part p on p.variant_of_id = down.id) select id from down)`
  let query = db.selectFrom('stock_item').select('serial').where('serial', 'is not', null).where('serial', '!=', '')
  if (!settings.flag('SERIAL_NUMBER_GLOBALLY_UNIQUE')) query = query.where('part_id', 'in', family)
  const found = await query
    .orderBy('serial_int', 'desc')
    .orderBy('serial', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const latest = found?.serial ?? null
  return send(200, { latest, next: latest === null ? '1' : serialAfter(latest) })
}

/** What a part has to do with stock and orders, beyond its own fields. */
export const requirementOperations = {
  part_requirements_retrieve: requirements,
  part_serial_numbers_retrieve: serialNumbers
}
