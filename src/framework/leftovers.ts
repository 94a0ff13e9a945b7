import type { Database } from '#db/database.ts'
import { lookupMany } from '#crud/lookup.ts'

/**
 * Deletes what hangs on records by the name of their model alone.
 *
 * @param db inside a transaction
 * @param model the model name, for example `supplierpart`
 * @param ids primary keys of records that are about to go; at most 30,000
 */
export type Leftover = (db: Database, model: string, ids: number[]) => Promise<unknown>

/** What modules let hang on records of others: tags, parameters, attachments … Filled by the registry of modules. */
export const LEFTOVERS: Leftover[] = []

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
    for (const deleteThem of LEFTOVERS) await deleteThem(db, model, keys)
    return []
  })
}
