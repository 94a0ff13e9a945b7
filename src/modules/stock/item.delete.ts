import type { Database } from '#db/database.ts'
import { refused } from '#contract/errors.ts'
import { among } from '#db/text.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { lookupMany } from '#crud/lookup.ts'
import { stockChanged, pricesChanged } from '#modules/part/index.ts'
import { deleteLeftovers } from '#framework/leftovers.ts'
import { installedIn } from './item.queries.ts'

/** What decides whether an item may go, and what becomes of those split from it. */
interface Doomed {
  id: number
  parent_id: number | null
  serial: string | null
  quantity: number
}

/**
 * Deletes a stock item with all that is installed in it. What was split from it belongs to the item that it was split
 * from itself; its tracking stays with the part (docs/behaviour/stock.md#deleting).
 *
 * @param db inside a transaction
 */
export async function deleteItem(db: Database, settings: SettingReader, item: Doomed): Promise<void> {
  if (item.serial && item.quantity === 1 && !settings.flag('STOCK_ALLOW_DELETE_SERIALIZED'))
    throw refused('Serialized stock items cannot be deleted')
  await db.updateTable('stock_item').set({ parent_id: item.parent_id }).where('parent_id', '=', item.id).execute()
  await removeItems(db, settings, [item.id])
}

/**
 * Deletes stock items as they are, without asking and without a new parent for what was split from them, as locations
 * and parts do.
 */
export async function removeItems(db: Database, settings: SettingReader, ids: number[]): Promise<void> {
  await lookupMany<never>(ids, async (keys) => {
    const all = [...keys, ...(await installedIn(db, keys))]
    await deleteLeftovers(db, 'stockitem', all)
    const gone = await db
      .deleteFrom('stock_item')
      .where('id', 'in', among(all))
      .returning(['part_id', 'purchase_price'])
      .execute()
    await stockChanged(
      db,
      gone.map(({ part_id }) => part_id)
    )
    await pricesChanged(
      db,
      settings,
      gone.filter((item) => item.purchase_price !== null).map(({ part_id }) => part_id)
    )
    return []
  })
}
