import type { Database } from '#db/database.ts'
import { assembliesOf } from '#src/bom/lines.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { lookupMany } from '#crud/lookup.ts'
import { pricesChanged } from './pricing/index.ts'
import { deleteParameters } from '#src/parameter/parameter.ts'

/**
 * Deletes parts with all that belongs to them. Their variants move to the template above; revisions lose the link (behaviour-part 4).
 *
 * @param db inside a transaction
 * @param ids primary keys of the parts
 */
export async function deleteParts (db: Database, settings: SettingReader, ids: number[]): Promise<void> {
  await lookupMany<never>(ids, async (keys) => {
    for (const { id, variant_of_id } of await db.selectFrom('part').select(['id', 'variant_of_id']).where('id', 'in', keys).execute()) {
      await db.updateTable('part').set({ variant_of_id }).where('variant_of_id', '=', id).execute()
    }
    // A bill that loses a line is not the one that somebody declared valid.
    const lost = await db.selectFrom('bom_item').select(['part_id', 'inherited']).where('sub_part_id', 'in', keys).execute()
    const assemblies = await assembliesOf(db, lost)
    if (assemblies.length) await db.updateTable('part').set({ bom_validated: 0 }).where('bom_validated', '=', 1).where('id', 'in', assemblies).execute()
    await db.deleteFrom('tagged_item').where('model', '=', 'part').where('object_id', 'in', keys).execute()
    await deleteParameters(db, 'part', keys)
    await db.deleteFrom('part').where('id', 'in', keys).execute()
    const left = new Set(keys)
    await pricesChanged(db, settings, assemblies.filter((id) => !left.has(id)))
    return []
  })
}
