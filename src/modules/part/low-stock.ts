import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { prepared } from '#db/prepared.ts'
import { atEnd } from '#db/transaction.ts'
import { andAbove } from './family.ts'
import { notify } from '#modules/notifications/index.ts'
import { quantitiesOf, totalInStock } from './quantities.ts'
import { subscribersOf } from './stars.ts'

/**
 * Active parts, and templates above them, that should not run out; none as long as nobody has subscribed to anything.
 */
const watched = prepared<{ ids: number[] }, { id: number; name: string; minimum_stock: number }>(
  (_db, { keys }) => sql`select p.id, p.name, p.minimum_stock from part p
  where p.id in ${andAbove(keys('ids'))} and p.minimum_stock > 0 and p.active = 1
    and (exists (select 1 from part_star) or exists (select 1 from part_category_star)) order by p.id`
)

async function notifyLowStock(db: Database, _nothing: undefined, ids: ReadonlySet<number>): Promise<void> {
  const parts = await watched(db, { ids: [...ids] })
  if (parts.length === 0) return
  const quantities = await quantitiesOf(
    db,
    parts.map(({ id }) => id)
  )
  for (const { id, name, minimum_stock } of parts) {
    if (totalInStock(quantities.get(id)!) >= minimum_stock) continue
    await notify(
      db,
      {
        category: 'part.notify_low_stock',
        name: 'Low stock notification',
        message: `Less of ${name} is in stock than its minimum of ${minimum_stock}`,
        model: 'part',
        id
      },
      { users: await subscribersOf(db, sql`(${id})`), owners: [] },
      'part'
    )
  }
}

/**
 * After changes of stock, or of how much of a part there should be: tells subscribers of the parts, and of the
 * templates above them, where it is less than the minimum (docs/behaviour/part.md#subscriptions,
 * docs/behaviour/stock.md#side-effects). It is looked at when the transaction ends.
 *
 * @param db inside a transaction
 * @param parts nulls are passed over
 */
export const stockChanged = (db: Database, parts: readonly (number | null | undefined)[]): Promise<void> =>
  atEnd(
    db,
    notifyLowStock,
    undefined,
    parts.filter((part) => part != null)
  )
