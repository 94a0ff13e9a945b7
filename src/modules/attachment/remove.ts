import type { Database } from '#db/database.ts'
import { dropFiles } from '#framework/files/dropped.ts'

/**
 * Deletes attachments with their tags and files.
 *
 * @param db inside a transaction
 * @param ids primary keys; at most 30,000
 */
export async function deleteAttachments(db: Database, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await db.deleteFrom('tagged_item').where('model', '=', 'attachment').where('object_id', 'in', ids).execute()
  const gone = await db.deleteFrom('attachment').where('id', 'in', ids).returning(['attachment', 'thumbnail']).execute()
  await dropFiles(
    db,
    gone.flatMap((row) => [row.attachment, row.thumbnail])
  )
}

/**
 * Deletes the attachments of records that are deleted themselves, and the pictures in their notes.
 *
 * @param db inside a transaction
 * @param model the model name, for example `part`
 * @param owners primary keys of the records; at most 30,000
 */
export async function deleteFilesOf(db: Database, model: string, owners: number[]): Promise<void> {
  const rows = await db
    .selectFrom('attachment')
    .select('id')
    .where('model_type', '=', model)
    .where('model_id', 'in', owners)
    .execute()
  for (let at = 0; at < rows.length; at += 10_000)
    await deleteAttachments(
      db,
      rows.slice(at, at + 10_000).map(({ id }) => id)
    )
  const pictures = await db
    .deleteFrom('notes_image')
    .where('model_type', '=', model)
    .where('model_id', 'in', owners)
    .returning('image')
    .execute()
  await dropFiles(
    db,
    pictures.map(({ image }) => image)
  )
  if (model !== 'stockitem') return
  // Foreign keys delete the test results of an item, but not the files that prove them.
  const proofs = await db
    .selectFrom('stock_test_result')
    .select('attachment')
    .where('stock_item_id', 'in', owners)
    .where('attachment', 'is not', null)
    .execute()
  await dropFiles(
    db,
    proofs.map(({ attachment }) => attachment)
  )
}
