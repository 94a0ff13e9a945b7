import { invalid } from '#contract/errors.ts'
import type { Change } from '#crud/definition.ts'
import { decimalProblem } from '#contract/digits.ts'
import { now } from '#framework/time.ts'
import { convertUnits, parseValue, UnitError, type UnitRegistry } from '#modules/units/index.ts'
import { numberIn } from '#modules/parameter/index.ts'
import { roundPackSize } from '#framework/decimals.ts'

type SupplierPartChange = Change<'company_part', 'supplier_part'>

const wrong = (message: string) => invalid({ pack_quantity: [message] })

/**
 * What a pack holds, in the unit of the part (docs/behaviour/supplier-part.md#pack-quantity).
 *
 * @param text as it was entered, perhaps with a unit
 * @param unit the unit of the part; empty or null counts pieces
 * @returns all its places; fewer are kept
 * @throws 400 with the reason
 */
export function packSize(text: string, unit: string | null, registry: UnitRegistry): number {
  let size: number
  try {
    if (!unit?.trim() && !parseValue(text, registry).dimensionless)
      throw wrong('Pack units must be compatible with the base part units')
    size = convertUnits(text, unit ?? '', registry)
  } catch (error) {
    if (error instanceof UnitError) throw wrong(error.message)
    throw error
  }
  if (!(size > 0)) throw wrong('Pack units must be greater than zero')
  if (!Number.isFinite(size)) throw wrong('Invalid quantity provided')
  return size
}

/** How much a pack holds as the answer to a write says it: with the places of the conversion that are not kept. */
export function exactPackSize(
  row: { pack_quantity: string; pack_quantity_native: number; part_units: string | null },
  registry: UnitRegistry
): number {
  const exact = numberIn(registry, row.pack_quantity, row.part_units ?? '')
  return exact !== undefined && roundPackSize(exact) === row.pack_quantity_native ? exact : row.pack_quantity_native
}

/** The manufacturer part that older clients name by the name of its maker and its number. */
async function named({ db, before, body, values }: SupplierPartChange): Promise<void> {
  if (before || !body.manufacturer || !body.MPN) return
  const found = await db
    .selectFrom('manufacturer_part')
    .innerJoin('company', 'company.id', 'manufacturer_id')
    .select('manufacturer_part.id')
    .where('company.name', '=', body.manufacturer)
    .where('MPN', '=', body.MPN)
    .executeTakeFirst()
  if (!found) throw invalid({ manufacturer: ['No manufacturer part with this name and number exists.'] })
  values.manufacturer_part_id = found.id
}

/**
 * The rules of a supplier part.
 *
 * @throws 400 with the first rule that is broken
 */
export async function checkSupplierPart(change: SupplierPartChange): Promise<void> {
  const { context, db, before, body, values } = change
  const part = body.part ?? before!.part_id
  if (body.manufacturer_part === undefined) await named(change)
  const maker =
    values.manufacturer_part_id === undefined
      ? (before?.manufacturer_part_id ?? null)
      : (values.manufacturer_part_id as number | null)
  if (maker !== null) {
    const { part_id } = await db
      .selectFrom('manufacturer_part')
      .select('part_id')
      .where('id', '=', maker)
      .executeTakeFirstOrThrow()
    if (part_id !== part)
      throw invalid({ manufacturer_part: ['Linked manufacturer part must reference the same base part'] })
  }
  if (body.available !== undefined) {
    const problem = decimalProblem(body.available, 10, 3)
    if (problem) throw invalid({ available: [problem] })
    values.availability_updated = now()
  }
  // Also a pack that does not change: the unit of the part may have.
  const { units } = await db.selectFrom('part').select('units').where('id', '=', part).executeTakeFirstOrThrow()
  values.pack_quantity = (body.pack_quantity ?? before?.pack_quantity ?? '') || '1'
  values.pack_quantity_native = roundPackSize(packSize(values.pack_quantity as string, units, context.units.now))
  values.updated = now()
}

/**
 * One supplier part of a part is its first choice: the only one always, any other takes it from the rest
 * (docs/behaviour/supplier-part.md#primary-supplier-part).
 */
export async function keepOnePrimary({ db }: SupplierPartChange, id: number): Promise<void> {
  const { part_id, primary } = await db
    .selectFrom('supplier_part')
    .select(['part_id', 'primary'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const others = db.selectFrom('supplier_part').select('id').where('part_id', '=', part_id).where('id', '!=', id)
  if (primary)
    await db
      .updateTable('supplier_part')
      .set({ primary: 0 })
      .where('part_id', '=', part_id)
      .where('id', '!=', id)
      .where('primary', '=', 1)
      .execute()
  else if (!(await others.limit(1).executeTakeFirst()))
    await db.updateTable('supplier_part').set({ primary: 1 }).where('id', '=', id).execute()
}
