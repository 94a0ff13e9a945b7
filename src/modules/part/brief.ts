import { prepared, type Slots } from '#db/prepared.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { lookup } from '#crud/lookup.ts'
import { minimumText } from '#framework/decimals.ts'
import { imageURL, thumbnailURL } from './images.ts'
import { namer } from './names.ts'

const findParts = prepared((db, { keys }: Slots<{ ids: number[] }>) =>
  db
    .selectFrom('part')
    .leftJoin('part_pricing as price', 'price.part_id', 'part.id')
    .selectAll('part')
    .select(['price.overall_min', 'price.overall_max'])
    .where('part.id', 'in', keys('ids'))
)

/**
 * Parts in brief, as other records show them (docs/behaviour/part.md#json).
 *
 * @param ids primary keys; nulls and repetitions are passed over
 * @param options `pricing` adds the cached prices; true unless false is given
 */
export async function briefParts(context: RequestContext, ids: Iterable<number | null>, { pricing = true } = {}) {
  const fullName = namer(context.settings)
  return await lookup(ids, async (keys) =>
    (await findParts(context.db, { ids: keys })).map((row) => [
      row.id,
      {
        pk: row.id,
        IPN: row.IPN,
        barcode_hash: row.barcode_hash,
        category_default_location: null,
        default_location: row.default_location_id,
        default_expiry: row.default_expiry,
        name: row.name,
        revision: row.revision,
        full_name: fullName(row),
        description: row.description,
        image: imageURL(row.image),
        thumbnail: thumbnailURL(row.image),
        active: row.active === 1,
        locked: row.locked === 1,
        assembly: row.assembly === 1,
        component: row.component === 1,
        minimum_stock: minimumText(row.minimum_stock),
        is_template: row.is_template === 1,
        purchaseable: row.purchaseable === 1,
        salable: row.salable === 1,
        testable: row.testable === 1,
        trackable: row.trackable === 1,
        virtual: row.virtual === 1,
        consumable: row.consumable === 1,
        units: row.units,
        ...(pricing ? { pricing_min: row.overall_min, pricing_max: row.overall_max } : {})
      }
    ])
  )
}
