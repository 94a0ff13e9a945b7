import { sql } from 'kysely'
import type { RequestContext } from '#contract/scopes.ts'
import { among } from '#db/text.ts'
import { stockChanged } from '#modules/part/index.ts'
import { now } from '#framework/time.ts'
import { itemAt, trackItem, splitItem, TRACKING, type Reason } from '#modules/stock/index.ts'
import { SQL_QUANTITY_PLACES, sumQuantity } from '#framework/decimals.ts'
import type { BuildOrder } from './action.ts'

/** An allocation of an order, with what decides how it is used up. */
export interface Allocation {
  id: number
  line: number
  item: number
  quantity: number
  output: number | null
  trackable: number
}

/**
 * Which allocations of an order to load: those of lines, for an output, of tracked or untracked components; all unless
 * told.
 */
export interface Which {
  ids?: readonly number[]
  lines?: readonly number[]
  into?: readonly number[]
  tracked?: boolean
}

/** The allocations of an order, by pk. */
export async function buildAllocations(
  { db }: RequestContext,
  order: number,
  { ids, lines, into, tracked }: Which = {}
): Promise<Allocation[]> {
  const conditions = [
    sql`l.build_id = ${order}`,
    ...(ids ? [sql`a.id in ${among(ids)}`] : []),
    ...(lines ? [sql`l.id in ${among(lines)}`] : []),
    ...(into ? [sql`a.install_into_id in ${among(into)}`] : []),
    ...(tracked === undefined ? [] : [sql`c.trackable = ${Number(tracked)}`])
  ]
  return (
    await sql<Allocation>`select a.id, l.id as line, a.stock_item_id as item, a.quantity, a.install_into_id as output, p.trackable
    from build_line l join build_item a on a.build_line_id = l.id join bom_item i on i.id = l.bom_item_id join part c on c.id = i.sub_part_id
    join stock_item s on s.id = a.stock_item_id join part p on p.id = s.part_id where ${sql.join(conditions, sql` and `)} order by a.id`.execute(
      db
    )
  ).rows
}

/** Gives back what is allocated. */
export const giveBack = async ({ db }: RequestContext, allocations: readonly { id: number }[]): Promise<void> => {
  if (allocations.length)
    await db
      .deleteFrom('build_item')
      .where('id', 'in', among(allocations.map(({ id }) => id)))
      .execute()
}

/**
 * Uses up allocated stock: what is less than a stock item is split off; a trackable piece that is for an output is
 * installed into that, anything else is used up by the order. The line counts it, the allocation shrinks
 * (docs/behaviour/build.md#consuming).
 *
 * @param context inside a transaction
 * @param allocations each with the amount, where that is not all of it
 */
export async function consume(
  context: RequestContext,
  order: BuildOrder,
  allocations: readonly (Allocation & { amount?: number })[],
  notes?: string
): Promise<void> {
  const { db } = context
  const reason: Reason = { notes }
  for (const { id, line, item: key, quantity, output: into, trackable, amount = quantity } of allocations) {
    const item = (await itemAt(db, key))!
    const used = Math.min(amount, quantity, item.quantity)
    const split = await splitItem(context, item, used, { location: null, silent: true })
    if (split) {
      await trackItem(context, TRACKING.splitFrom, split.piece, { stockitem: item.id, quantity: used }, reason)
      await trackItem(context, TRACKING.split, split.rest, { removed: used, quantity: split.rest.quantity }, reason)
    }
    const piece = split?.piece ?? item
    const output = trackable && into !== null ? (await itemAt(db, into))! : undefined
    await db
      .updateTable('stock_item')
      .set({
        consumed_by_id: order.id,
        location_id: null,
        updated: now(),
        ...(output ? { belongs_to_id: output.id } : {})
      })
      .where('id', '=', piece.id)
      .execute()
    await stockChanged(db, [piece.part_id])
    if (output) {
      await trackItem(
        context,
        TRACKING.installedInto,
        piece,
        { stockitem: output.id, quantity: used, buildorder: order.id },
        reason
      )
      await trackItem(context, TRACKING.componentInstalled, output, { stockitem: piece.id, quantity: used }, reason)
    } else await trackItem(context, TRACKING.consumed, piece, { buildorder: order.id, quantity: used }, reason)
    await db
      .updateTable('build_line')
      .set({ consumed: sql<number>`round(consumed + ${used}, ${SQL_QUANTITY_PLACES})` })
      .where('id', '=', line)
      .execute()
    const left = sumQuantity(quantity - used)
    if (left > 0) await db.updateTable('build_item').set({ quantity: left }).where('id', '=', id).execute()
    else await giveBack(context, [{ id }])
  }
}
