import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { Body } from '#contract/types.ts'
import { deleteNode } from '#crud/tree.ts'
import { deleteLeftovers } from '#framework/leftovers.ts'
import { removeItems } from './item.delete.ts'

type Fate = Body<'stock_location_destroy'>

/**
 * Deletes a location. Locations and stock that are not deleted with it move up to its parent, whatever the rules for
 * either say; stock that is deleted goes without a word (docs/behaviour/location.md#deleting).
 *
 * @param db inside a transaction
 * @param row the location
 * @param fate what becomes of the content
 */
export async function deleteLocation(
  db: Database,
  row: Selectable<DB['stock_location']>,
  settings: SettingReader,
  fate: Fate
): Promise<void> {
  await deleteNode(db, 'stock_location', row, fate.delete_sub_locations, async (ids) => {
    const contents = db.selectFrom('stock_item').select('id').where('location_id', 'in', ids)
    if (fate.delete_stock_items)
      await removeItems(
        db,
        settings,
        (await contents.execute()).map(({ id }) => id)
      )
    else
      await db.updateTable('stock_item').set({ location_id: row.parent_id }).where('location_id', 'in', ids).execute()
    await deleteLeftovers(db, 'stocklocation', ids)
  })
}
