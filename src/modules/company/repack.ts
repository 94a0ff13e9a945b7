import { ApiError } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Database } from '#db/database.ts'
import { roundPackSize } from '#framework/decimals.ts'
import { pricesChanged } from '#modules/part/index.ts'
import type { UnitRegistry } from '#modules/units/index.ts'
import { packSize } from './supplier-part.rules.ts'

/** What a pack holds, with the places that are kept; undefined where that does not fit the unit. */
function fittingSize(text: string, unit: string | null, registry: UnitRegistry): number | undefined {
  try {
    return roundPackSize(packSize(text, unit, registry))
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}

/**
 * Works out anew what the packs of a part hold, where its unit has changed (docs/behaviour/supplier-part.md#pack-quantity).
 * A pack that does not fit the unit stays as it was, until somebody changes it.
 *
 * @param db inside the transaction of the change
 * @param part primary key of the part
 * @param unit its new unit; empty or null counts pieces
 */
export async function repack(
  db: Database,
  { settings, units }: Pick<RequestContext, 'settings' | 'units'>,
  part: number,
  unit: string | null
): Promise<void> {
  const packs = await db
    .selectFrom('supplier_part')
    .select(['id', 'pack_quantity', 'pack_quantity_native'])
    .where('part_id', '=', part)
    .execute()
  let isChanged = false
  for (const { id, pack_quantity, pack_quantity_native } of packs) {
    const size = fittingSize(pack_quantity, unit, units.now)
    if (size === undefined || size === pack_quantity_native) continue
    isChanged = true
    await db.updateTable('supplier_part').set({ pack_quantity_native: size }).where('id', '=', id).execute()
  }
  if (isChanged) await pricesChanged(db, settings, [part])
}
