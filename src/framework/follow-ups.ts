import type { Database } from '#db/database.ts'
import { dictionary } from '#db/dictionary.ts'

/**
 * What a module does where records of another one were added or changed.
 *
 * @param db inside the transaction of the change
 * @param ids primary keys of the records
 */
export type FollowUp = (db: Database, ids: number[]) => Promise<void>

/** What follows from records that were added or changed, by model. Filled by the registry of modules. */
export const FOLLOW_UPS: Record<string, FollowUp> = dictionary({})

/**
 * Lets another module follow records that were added or changed, where one does.
 *
 * @param db inside the transaction of the change
 * @param model the model name, for example `bomitem`
 * @param ids primary keys of the records
 */
export async function followUp(db: Database, model: string, ids: number[]): Promise<void> {
  await FOLLOW_UPS[model]?.(db, ids)
}
