import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { deleteLeftovers } from '#framework/leftovers.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { pricesChanged } from '#modules/part/index.ts'

const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id)

/**
 * Deletes supplier parts with their prices. Stock and lines of purchase orders stay without one
 * (docs/behaviour/company.md#deleting).
 *
 * @param db inside a transaction
 */
export async function deleteSupplierParts(db: Database, settings: SettingReader, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await deleteLeftovers(db, 'supplierpart', ids)
  const sold = await db.deleteFrom('supplier_part').where('id', 'in', ids).returning('part_id').execute()
  await pricesChanged(
    db,
    settings,
    sold.map(({ part_id }) => part_id)
  )
}

/** Deletes manufacturer parts, and the supplier parts that refer to them. */
export async function deleteManufacturerParts(db: Database, settings: SettingReader, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await deleteSupplierParts(
    db,
    settings,
    idsOf(await db.selectFrom('supplier_part').select('id').where('manufacturer_part_id', 'in', ids).execute())
  )
  await deleteLeftovers(db, 'manufacturerpart', ids)
  await db.deleteFrom('manufacturer_part').where('id', 'in', ids).execute()
}

/** Deletes a company with all that belongs to it. */
export async function deleteCompany(db: Database, settings: SettingReader, id: number): Promise<void> {
  await deleteManufacturerParts(
    db,
    settings,
    idsOf(await db.selectFrom('manufacturer_part').select('id').where('manufacturer_id', '=', id).execute())
  )
  await deleteSupplierParts(
    db,
    settings,
    idsOf(await db.selectFrom('supplier_part').select('id').where('supplier_id', '=', id).execute())
  )
  await deleteLeftovers(db, 'company', [id])
  const gone = await db.deleteFrom('company').where('id', '=', id).returning('image').execute()
  await dropFiles(
    db,
    gone.map(({ image }) => image)
  )
}
