import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { invalid, refused } from '#contract/errors.ts'
import type { Change } from '#crud/definition.ts'
import { decimalProblem } from '#contract/digits.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { fitter } from './fitting.ts'

/** How much of a stock item others hold: builds and sales orders. */
async function heldBesides(db: Database, item: number, own: number): Promise<number> {
  const {
    rows: [row]
  } = await sql<{
    held: number
  }>`select coalesce((select sum(b.quantity) from build_item b where b.stock_item_id = ${item} and b.id <> ${own}), 0)
    + coalesce((select sum(a.quantity) from sales_order_allocation a where a.item_id = ${item}), 0) as held`.execute(db)
  return sumQuantity(row!.held)
}

const MATCHES = 'Selected stock item does not match BOM line'

/**
 * The rules of an allocation, the first that is broken alone (docs/behaviour/build.md#allocations).
 *
 * @throws 400 with what is wrong
 */
export async function checkAllocation({ db, before, body, values }: Change<'build_item', 'build_item'>): Promise<void> {
  const item = body.stock_item ?? before!.stock_item_id
  const quantity = body.quantity ?? before?.quantity ?? 1
  const into = body.install_into === undefined ? (before?.install_into_id ?? null) : body.install_into
  const line = body.build_line === undefined ? (before?.build_line_id ?? null) : body.build_line
  const tooFine = decimalProblem(quantity, 15, 5)
  if (tooFine) throw invalid({ quantity: [tooFine] })
  const stock = await db
    .selectFrom('stock_item')
    .innerJoin('part', 'part.id', 'stock_item.part_id')
    .select(['stock_item.part_id', 'stock_item.quantity', 'stock_item.serial', 'part.trackable'])
    .where('stock_item.id', '=', item)
    .executeTakeFirstOrThrow()
  if (stock.trackable && into === null)
    throw refused('Build item must specify a build output, as master part is marked as trackable')
  if (stock.serial && quantity !== 1) throw invalid({ quantity: ['Quantity must be 1 for serialized stock'] })
  const wrong: string[] = []
  if (quantity < 0) wrong.push('Ensure this value is greater than or equal to 0.')
  if (quantity <= 0) wrong.push('Allocated quantity must be greater than zero')
  if (quantity > stock.quantity)
    wrong.push(`Allocated quantity (${quantity}) must not exceed available stock quantity (${stock.quantity})`)
  const over =
    sumQuantity((await heldBesides(db, item, before?.id ?? -1)) + Math.min(quantity, stock.quantity)) > stock.quantity
  if (over) throw invalid({ quantity: ['Stock item is over-allocated'] })
  if (wrong.length) throw invalid({ quantity: wrong })
  if (line === null) throw invalid({ build_line: ['This field cannot be blank.'], stock_item: [MATCHES] })
  if (!(await fitter(db, [line]))(line, stock.part_id)) throw invalid({ stock_item: [MATCHES] })
  if (!before) values.quantity = quantity
}
