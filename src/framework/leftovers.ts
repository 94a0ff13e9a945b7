import type { Database } from '#db/database.ts'
import { lookupMany } from '#crud/lookup.ts'
import { deleteFilesOf } from '#modules/attachment/remove.ts'

/**
 * Deletes what hangs on records by the name of their model alone: tags, parameters, attachments and the pictures in
 * notes. No foreign key does that.
 *
 * @param db inside a transaction
 * @param model the model name, for example `supplierpart`
 * @param ids primary keys of records that are about to go
 */
export async function deleteLeftovers(db: Database, model: string, ids: number[]): Promise<void> {
  await lookupMany<never>(ids, async (keys) => {
    await db.deleteFrom('tagged_item').where('model', '=', model).where('object_id', 'in', keys).execute()
    await db.deleteFrom('parameter').where('model_type', '=', model).where('model_id', 'in', keys).execute()
    await deleteFilesOf(db, model, keys)
    return []
  })
}
