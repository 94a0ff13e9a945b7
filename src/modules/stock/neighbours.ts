import { notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { familyOf } from '#modules/part/index.ts'
import { stockItem } from './item.ts'
import { hasSerial } from './serials.ts'

/**
 * The items with the next higher and the next lower serial number in the family of the part
 * (docs/behaviour/stock.md#neighbours).
 */
export const neighbours: Handler<'stock_serial_numbers_retrieve'> = async (call, send) => {
  const { db } = call
  const item = await db
    .selectFrom('stock_item')
    .select(['part_id', 'serial', 'serial_int'])
    .where('id', '=', call.path.id)
    .executeTakeFirst()
  if (!item) throw notFound('StockItem')
  if (!item.serial) return send(200, { next: null, previous: null })
  const beside = (sign: '>' | '<') =>
    db
      .selectFrom('stock_item')
      .select('id')
      .where('part_id', 'in', familyOf(item.part_id))
      .where(hasSerial())
      .where('serial_int', sign, item.serial_int)
      .orderBy('serial_int', sign === '>' ? 'asc' : 'desc')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
  const [next, previous] = [await beside('>'), await beside('<')]
  const shown = await stockItem.read(
    call,
    [next, previous].flatMap((one) => (one ? [one.id] : [])),
    { created: true }
  )
  return send(200, { next: next ? shown.get(next.id)! : null, previous: previous ? shown.get(previous.id)! : null })
}
