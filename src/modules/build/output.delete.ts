import { sql } from 'kysely'
import type { RequestContext } from '#contract/scopes.ts'
import { among } from '#db/text.ts'
import { removeItems } from '#modules/stock/index.ts'

/**
 * Deletes outputs that are in production, also pieces with serial numbers. What is allocated to them is given back;
 * what was split from them belongs to what they were split from themselves.
 *
 * @param call inside a transaction
 * @param ids primary keys of stock items
 */
export async function deleteOutputs({ db, settings }: RequestContext, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await db.deleteFrom('build_item').where('install_into_id', 'in', among(ids)).execute()
  await db
    .updateTable('stock_item')
    .set({ parent_id: sql<number | null>`(select p.parent_id from stock_item p where p.id = stock_item.parent_id)` })
    .where('parent_id', 'in', among(ids))
    .execute()
  await removeItems(db, settings, ids)
}
