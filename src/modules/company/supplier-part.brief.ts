import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { prepared, type Slots } from '#db/prepared.ts'
import { lookup } from '#crud/lookup.ts'
import { shownTime } from '#framework/time.ts'

/** A supplier part as a table has it, with the number of its manufacturer. */
type WithMPN = Selectable<DB['supplier_part']> & { MPN: string | null }

/** What every answer shows of a supplier part, its own module and others. */
export const shownSupplierPart = (row: WithMPN) => ({
  pk: row.id,
  part: row.part_id,
  supplier: row.supplier_id,
  SKU: row.SKU,
  MPN: row.MPN,
  manufacturer_part: row.manufacturer_part_id,
  description: row.description,
  link: row.link,
  note: row.note,
  packaging: row.packaging,
  pack_quantity: row.pack_quantity,
  pack_quantity_native: row.pack_quantity_native,
  active: row.active === 1,
  primary: row.primary === 1,
  barcode_hash: row.barcode_hash,
  updated: shownTime(row.updated),
  notes: row.notes
})

const findSupplierParts = prepared((db, { keys }: Slots<{ ids: number[] }>) =>
  db
    .selectFrom('supplier_part')
    .leftJoin('manufacturer_part', 'manufacturer_part.id', 'supplier_part.manufacturer_part_id')
    .selectAll('supplier_part')
    .select('manufacturer_part.MPN')
    .where('supplier_part.id', 'in', keys('ids'))
)

/**
 * Supplier parts as prices and stock items show them, by primary key: without what depends on stock and orders.
 *
 * @param ids may hold nulls and repetitions
 */
export const briefSupplierParts = (db: Database, ids: Iterable<number | null>) =>
  lookup(ids, async (keys) =>
    (await findSupplierParts(db, { ids: keys })).map((row) => [row.id, { ...shownSupplierPart(row), in_stock: null }])
  )
