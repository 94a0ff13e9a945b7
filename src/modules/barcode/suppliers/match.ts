import { sql, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { equalsInAnyCase, like } from '#db/text.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { readSupplierCode, type SupplierCode } from './code.ts'
import { HOUSES, type House } from './houses.ts'

/** The code of a supplier, and what it leads to. */
export interface SupplierMatch {
  /** The name of the plugin that understood it. */
  plugin: string
  code: SupplierCode
  /** More than one where the code could mean any of them. */
  parts: { id: number; supplier_id: number; manufacturer_part_id: number | null }[]
}

/** Why a code is refused that could mean more than one supplier part. */
export const SEVERAL_PARTS = 'More than one supplier part matches this barcode'

/** Where to look: in the code of which house, among the supplier parts of which companies. */
interface Search {
  house: House
  /** The company that stands for the house; empty where its name decides. */
  chosen: string
  /** The only company that counts. */
  supplier: number | null
}

/** The condition that a company is the house. */
const isHouse = ({ house, chosen }: Search) =>
  chosen === ''
    ? sql<SqlBool>`c.is_supplier = 1 and (${sql.join(
        house.names.flatMap((name) => [equalsInAnyCase('c.name', name), like(sql.ref('c.name'), `${name} %`)]),
        sql` or `
      )})`
    : sql<SqlBool>`c.id = ${/^\d{1,9}$/.test(chosen) ? Number(chosen) : 0}`

/** The supplier parts of a house under one of some numbers, as they were read or in capital letters; a few at most. */
function partsBy(db: Database, search: Search, column: 's.SKU' | 'm.MPN', numbers: readonly string[]) {
  const query = db
    .selectFrom('supplier_part as s')
    .innerJoin('company as c', 'c.id', 's.supplier_id')
    .leftJoin('manufacturer_part as m', 'm.id', 's.manufacturer_part_id')
    .select(['s.id', 's.supplier_id', 's.manufacturer_part_id'])
    .where(column, 'in', [...numbers, ...numbers.map((one) => one.toUpperCase())])
    .where(isHouse(search))
    .orderBy('s.id')
    .limit(2)
  return (search.supplier === null ? query : query.where('c.id', '=', search.supplier)).execute()
}

/** By the house's own number; where that leads nowhere, by that of the manufacturer. */
async function partsOf(db: Database, search: Search, { skus, mpn }: SupplierCode): Promise<SupplierMatch['parts']> {
  for (const sku of skus) {
    const found = await partsBy(db, search, 's.SKU', [sku])
    if (found.length) return found
  }
  return mpn === undefined ? [] : await partsBy(db, search, 'm.MPN', [mpn])
}

/**
 * What a code of a supplier leads to, by the first plugin that is switched on and understands it
 * (docs/behaviour/barcode.md#codes-of-suppliers).
 *
 * @param supplier the only company that counts; null for any
 * @returns undefined where no plugin understands the code, or nothing is bought under its numbers
 */
export async function matchSupplierCode(
  { db, settings }: Pick<RequestContext, 'db' | 'settings'>,
  text: string,
  supplier: number | null = null
): Promise<SupplierMatch | undefined> {
  for (const house of HOUSES) {
    const plugin = settings.plugin(house.key)
    const code = plugin.active ? readSupplierCode(house, text) : undefined
    if (!code) continue
    const parts = await partsOf(db, { house, chosen: plugin.text('SUPPLIER_ID'), supplier }, code)
    if (parts.length) return { plugin: house.plugin, code, parts }
  }
  return undefined
}
