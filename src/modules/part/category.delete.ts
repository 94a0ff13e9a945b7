import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import type { SettingReader } from '#contract/scopes.ts'
import type { Body } from '#contract/types.ts'
import { deleteNode } from '#crud/tree.ts'
import { deleteLeftovers } from '#framework/leftovers.ts'
import { deleteParts } from './part.delete.ts'

type Fate = Body<'part_category_destroy'>

/**
 * Deletes a category. What is not deleted with it moves up to its parent; parts go whatever their state
 * (docs/behaviour/category.md#deleting).
 *
 * @param db inside a transaction
 * @param row the category
 * @param fate what becomes of the content
 */
export async function deleteCategory(
  db: Database,
  row: Selectable<DB['part_category']>,
  settings: SettingReader,
  fate: Fate
): Promise<void> {
  await deleteNode(db, 'part_category', row, fate.delete_child_categories, async (ids) => {
    const contents = db.selectFrom('part').select('id').where('category_id', 'in', ids)
    if (fate.delete_parts)
      await deleteParts(
        db,
        settings,
        (await contents.execute()).map(({ id }) => id)
      )
    else await db.updateTable('part').set({ category_id: row.parent_id }).where('category_id', 'in', ids).execute()
    await deleteLeftovers(db, 'partcategory', ids)
  })
}
