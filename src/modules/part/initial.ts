import { invalid } from '#contract/errors.ts'
import { signedIn } from '#contract/scopes.ts'
import type { Change } from '#crud/definition.ts'
import { manufacturerPart, supplierPart } from '#modules/company/index.ts'
import { batchCode, stockItem, track, TRACKING } from '#modules/stock/index.ts'
import { StockStatus } from '#modules/status/index.ts'

type PartChange = Change<'part', 'part'>

/** The halves of `initial_supplier` that are complete; the others are passed over. */
function sources({ body }: PartChange) {
  const { supplier, sku, manufacturer, mpn } = body.initial_supplier ?? {}
  return {
    sold: supplier && sku ? { supplier, SKU: sku } : undefined,
    made: manufacturer && mpn ? { manufacturer, MPN: mpn } : undefined
  }
}

/**
 * The rules for the first supplier and manufacturer of a new part (docs/behaviour/part.md#initial-supplier).
 *
 * @throws 400 with all that is wrong, inside `initial_supplier`
 */
export async function checkInitialSupplier(change: PartChange): Promise<void> {
  const { db, body } = change
  const { supplier, manufacturer } = body.initial_supplier ?? {}
  const problems: Record<string, string[]> = {}
  const is = async (id: number, role: 'is_supplier' | 'is_manufacturer') =>
    await db.selectFrom('company').select('id').where('id', '=', id).where(role, '=', 1).executeTakeFirst()
  if (supplier && !(await is(supplier, 'is_supplier'))) problems.supplier = ['Selected company is not a valid supplier']
  if (manufacturer && !(await is(manufacturer, 'is_manufacturer')))
    problems.manufacturer = ['Selected company is not a valid manufacturer']
  const { sold, made } = Object.keys(problems).length ? ({} as ReturnType<typeof sources>) : sources(change)
  if (
    made &&
    (await db
      .selectFrom('manufacturer_part')
      .select('id')
      .where('manufacturer_id', '=', made.manufacturer)
      .where('MPN', '=', made.MPN)
      .executeTakeFirst())
  ) {
    problems.mpn = ['Manufacturer part matching this MPN already exists']
  }
  if (
    sold &&
    (await db
      .selectFrom('supplier_part')
      .select('id')
      .where('supplier_id', '=', sold.supplier)
      .where('SKU', '=', sold.SKU)
      .executeTakeFirst())
  ) {
    problems.sku = ['Supplier part matching this SKU already exists']
  }
  if (Object.keys(problems).length) throw invalid({ initial_supplier: problems })
}

/**
 * Creates what comes along with a new part: its first stock, and where it is bought.
 *
 * @param id the primary key of the part
 */
export async function createInitial(change: PartChange, id: number): Promise<void> {
  const { context, db, body } = change
  const { quantity, location } = body.initial_stock ?? {}
  if (quantity) {
    const { default_location_id: usual } = await db
      .selectFrom('part')
      .select('default_location_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const item = await stockItem.create(context, {
      part: id,
      quantity,
      location: location ?? usual,
      batch: batchCode(context.settings)
    })
    await track(db, [
      {
        type: TRACKING.created,
        item,
        part: id,
        user: signedIn(context).id,
        deltas: { status: StockStatus.OK, quantity }
      }
    ])
  }
  const { sold, made } = sources(change)
  const manufacturer_part = made ? await manufacturerPart.create(context, { part: id, ...made }) : null
  if (sold) await supplierPart.create(context, { part: id, ...sold, manufacturer_part })
}
