// What is to be printed: which records, and whether the caller may see them.
import type { Database } from '#db/database.ts'
import { forbidden, refused } from '#contract/errors.ts'
import type { Caller } from '#contract/scopes.ts'
import { existing, MODELS, permits } from '#framework/models.ts'

/**
 * The records that a print is of: those that exist, in the order in which they were asked for, each once.
 *
 * @param model the kind of record
 * @throws 403 where the caller may not see such records, 400 where none of them exists
 */
export async function printableRecords(
  db: Database,
  caller: Caller,
  model: string,
  items: readonly number[]
): Promise<number[]> {
  if (!caller.is_superuser && !permits(caller, 'view', MODELS[model]!))
    throw forbidden('You do not have permission to view this model type')
  const ids = [...new Set(items)]
  const found = await existing(db, model, ids)
  const there = ids.filter((id) => found.has(id))
  if (there.length === 0) throw refused('No valid items provided to template')
  return there
}
