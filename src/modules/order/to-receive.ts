import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { categoryPaths, locationOf } from '#modules/part/index.ts'
import { PurchaseOrderStatus } from '#modules/status/index.ts'

/** Which lines of placed purchase orders are meant. */
interface Wanted {
  supplierPart: number
  order: number | null
  line: number | null
  /** Numbers of the order, as references or as those of the supplier; empty for any. */
  numbers: readonly string[]
}

/** A line of a placed purchase order. */
interface PlacedLine {
  id: number
  order: number
  /** How much has not arrived yet. */
  open: number
  /** Where the goods go: to its destination, that of the order, or where the part or its category is kept. */
  location: number | null
}

/**
 * The lines of placed purchase orders that buy a supplier part, those first that still wait for it.
 *
 * @returns two at most: enough to see whether it is one
 */
export async function linesToReceive(
  db: Database,
  { supplierPart, order, line, numbers }: Wanted
): Promise<PlacedLine[]> {
  let query = db
    .selectFrom('purchase_order_line as l')
    .innerJoin('purchase_order as o', 'o.id', 'l.order_id')
    .innerJoin('supplier_part as s', 's.id', 'l.part_id')
    .innerJoin('part as p', 'p.id', 's.part_id')
    .select((eb) => [
      'l.id',
      'l.order_id',
      'l.quantity',
      'l.received',
      'p.category_id',
      eb.fn.coalesce('l.destination_id', 'o.destination_id', 'p.default_location_id').as('location')
    ])
    .where('l.part_id', '=', supplierPart)
    .where('o.status', '=', PurchaseOrderStatus.PLACED)
    .orderBy(sql`case when l.received < l.quantity then 0 else 1 end`)
    .orderBy('l.id')
    .limit(2)
  if (order !== null) query = query.where('o.id', '=', order)
  if (line !== null) query = query.where('l.id', '=', line)
  if (numbers.length)
    query = query.where((eb) => eb.or([eb('o.reference', 'in', numbers), eb('o.supplier_reference', 'in', numbers)]))
  const rows = await query.execute()
  const paths = await categoryPaths(
    db,
    rows.flatMap(({ category_id, location }) => (location === null ? (category_id ?? []) : []))
  )
  return rows.map(({ id, order_id, quantity, received, category_id, location }) => ({
    id,
    order: order_id,
    open: Math.max(0, sumQuantity(quantity - received)),
    location: location ?? locationOf((category_id !== null && paths.get(category_id)) || [])
  }))
}
