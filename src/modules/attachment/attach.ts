import type { Database } from '#db/database.ts'
import type { FileStore } from '#contract/files.ts'
import { today } from '#framework/time.ts'

/** A file that the server made for a record. */
export interface MadeFile {
  /** The model name, for example `part`. */
  model: string
  id: number
  name: string
  content: Buffer
  comment: string
  /** For whom. */
  user: number
}

/** Kinds of records that have attachments. */
const ATTACHABLE = new Set([
  'build',
  'company',
  'purchaseorder',
  'returnorder',
  'salesorder',
  'salesordershipment',
  'transferorder',
  'part',
  'stockitem'
])

/**
 * Attaches a file that the server made, such as a report; records of kinds that have no attachments get none.
 *
 * @param db inside a transaction
 * @param files keeps the file until the transaction is committed
 */
export async function attachFile(
  db: Database,
  files: FileStore,
  { model, id, name, content, comment, user }: MadeFile
): Promise<void> {
  if (!ATTACHABLE.has(model)) return
  const attachment = await files.store(`attachments/${model}/${id}`, name, content)
  const about = { model_type: model, model_id: id, comment, upload_user_id: user, upload_date: today() }
  await db
    .insertInto('attachment')
    .values({ ...about, attachment, file_size: content.length })
    .execute()
}
