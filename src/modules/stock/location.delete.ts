import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { Body } from '#contract/types.ts'
import { rebuildTree } from '#crud/tree.ts'
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
  const doomed = fate.delete_sub_locations
    ? await db
        .selectFrom('stock_location')
        .select('id')
        .where('tree_id', '=', row.tree_id)
        .where('lft', '>=', row.lft)
        .where('rght', '<=', row.rght)
        .execute()
    : [{ id: row.id }]
  const ids = doomed.map(({ id }) => id)
  if (fate.delete_stock_items)
    await removeItems(
      db,
      settings,
      (await db.selectFrom('stock_item').select('id').where('location_id', 'in', ids).execute()).map(({ id }) => id)
    )
  else await db.updateTable('stock_item').set({ location_id: row.parent_id }).where('location_id', 'in', ids).execute()
  if (!fate.delete_sub_locations)
    await db.updateTable('stock_location').set({ parent_id: row.parent_id }).where('parent_id', '=', row.id).execute()
  await deleteLeftovers(db, 'stocklocation', ids)
  await db.deleteFrom('stock_location').where('id', 'in', ids).execute()
  await rebuildTree(db, 'stock_location')
}
