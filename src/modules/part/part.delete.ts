import type { Database } from '#db/database.ts'
import { assembliesOf } from './family.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { lookupMany } from '#crud/lookup.ts'
import { deleteLeftovers } from '#framework/leftovers.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { pricesChanged } from './pricing/recalculate.ts'

/** The records that foreign keys delete with a part, as far as attachments and the like can hang on them. */
const GO_ALONG = [
  ['stockitem', 'stock_item'],
  ['supplierpart', 'supplier_part'],
  ['manufacturerpart', 'manufacturer_part'],
  ['build', 'build']
] as const

/**
 * Deletes parts with all that belongs to them. Their variants move to the template above; revisions lose the link
 * (docs/behaviour/part.md#what-goes-with-a-part).
 *
 * @param db inside a transaction
 * @param ids primary keys of the parts
 */
export async function deleteParts(db: Database, settings: SettingReader, ids: number[]): Promise<void> {
  await lookupMany<never>(ids, async (keys) => {
    for (const { id, variant_of_id } of await db
      .selectFrom('part')
      .select(['id', 'variant_of_id'])
      .where('id', 'in', keys)
      .execute()) {
      await db.updateTable('part').set({ variant_of_id }).where('variant_of_id', '=', id).execute()
    }
    // A BOM that loses a line is not the one that somebody declared valid.
    const lost = await db
      .selectFrom('bom_item')
      .select(['part_id', 'inherited'])
      .where('sub_part_id', 'in', keys)
      .execute()
    const assemblies = await assembliesOf(db, lost)
    if (assemblies.length)
      await db
        .updateTable('part')
        .set({ bom_validated: 0 })
        .where('bom_validated', '=', 1)
        .where('id', 'in', assemblies)
        .execute()
    await deleteLeftovers(db, 'part', keys)
    for (const [model, table] of GO_ALONG) {
      await deleteLeftovers(
        db,
        model,
        (await db.selectFrom(table).select('id').where('part_id', 'in', keys).execute()).map(({ id }) => id)
      )
    }
    const gone = await db.deleteFrom('part').where('id', 'in', keys).returning('image').execute()
    await dropFiles(
      db,
      gone.map(({ image }) => image)
    )
    const left = new Set(keys)
    await pricesChanged(
      db,
      settings,
      assemblies.filter((id) => !left.has(id))
    )
    return []
  })
}
