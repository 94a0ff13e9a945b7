import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { loadRates, baseCurrency } from '#modules/currency/index.ts'
import { roundPrice, roundQuantity } from '#framework/decimals.ts'
import { deleteItem } from './item.delete.ts'
import { isSerialized, type StockItem } from './item.queries.ts'
import { saveItem } from './item.save.ts'
import { trackItem, TRACKING, type Reason } from './tracking.ts'

/** Which items have others installed in them. */
export const withInstalled = async (db: Database, items: readonly number[]): Promise<Set<number>> =>
  new Set(
    (
      await db
        .selectFrom('stock_item')
        .select('belongs_to_id')
        .distinct()
        .where('belongs_to_id', 'in', among(items))
        .execute()
    ).map(({ belongs_to_id }) => belongs_to_id!)
  )

/**
 * Why an item cannot be merged with any other; undefined where it can
 * (docs/behaviour/stock-actions.md#rules-of-merging).
 */
export function mergeProblem(item: StockItem, holding: ReadonlySet<number>): string | undefined {
  if (item.sales_order_id !== null) return 'Stock item has been assigned to a sales order'
  if (item.belongs_to_id !== null) return 'Stock item is installed in another item'
  if (holding.has(item.id)) return 'Stock item contains other items'
  if (item.customer_id !== null) return 'Stock item has been assigned to a customer'
  if (item.is_building) return 'Stock item is currently in production'
  return isSerialized(item) ? 'Serialized stock cannot be merged' : undefined
}

/** Why two items do not fit together; undefined where they do. */
export function pairProblem(
  base: StockItem,
  other: StockItem,
  allow: { suppliers?: boolean | undefined; states?: boolean | undefined } = {}
): string | undefined {
  if (base.part_id !== other.part_id) return 'Stock items must refer to the same part'
  if (!allow.suppliers && base.supplier_part_id !== other.supplier_part_id)
    return 'Stock items must refer to the same supplier part'
  return !allow.states && base.status !== other.status ? 'Stock status codes must match' : undefined
}

/** Whether two items can become one without being told to overlook anything. */
export async function canMerge(db: Database, base: StockItem, other: StockItem): Promise<boolean> {
  const holding = await withInstalled(db, [base.id, other.id])
  return base.id !== other.id && !pairProblem(base, other) && ![base, other].some((one) => mergeProblem(one, holding))
}

/** The item at a place that can take another one in, of the same batch if there is one; undefined where none can. */
export async function mergeTarget(db: Database, item: StockItem, location: number): Promise<StockItem | undefined> {
  if (mergeProblem(item, await withInstalled(db, [item.id]))) return undefined
  return await db
    .selectFrom('stock_item')
    .selectAll()
    .where('part_id', '=', item.part_id)
    .where('location_id', '=', location)
    .where('id', '!=', item.id)
    .where('status', '=', item.status)
    .where('supplier_part_id', item.supplier_part_id === null ? 'is' : '=', item.supplier_part_id)
    .where('sales_order_id', 'is', null)
    .where('belongs_to_id', 'is', null)
    .where('customer_id', 'is', null)
    .where('is_building', '=', 0)
    .where(sql<boolean>`(stock_item.serial is null or stock_item.serial = '' or stock_item.quantity <> 1)`)
    .where(sql<boolean>`not exists (select 1 from stock_item i where i.belongs_to_id = stock_item.id)`)
    .orderBy(sql`case when coalesce(stock_item.batch, '') = ${item.batch ?? ''} then 0 else 1 end`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

/**
 * The average price by quantity of the items that have one, in the currency of the first of these; what cannot be
 * converted does not count.
 */
async function averagePrice(
  { db, settings }: RequestContext,
  items: readonly StockItem[]
): Promise<Partial<StockItem>> {
  const priced = items.filter((item) => item.purchase_price !== null)
  if (priced.length === 0) return {}
  const currencyOf = (item: StockItem) => item.purchase_price_currency || baseCurrency(settings)
  const currency = currencyOf(priced[0]!)
  const { convert } = await loadRates(db)
  const known = priced
    .map((item) => ({ quantity: item.quantity, price: convert(item.purchase_price!, currencyOf(item), currency) }))
    .filter(({ price }) => price !== null)
  const quantity = known.reduce((sum, one) => sum + one.quantity, 0)
  if (quantity === 0) return {}
  return {
    purchase_price: roundPrice(known.reduce((sum, one) => sum + one.quantity * one.price!, 0) / quantity),
    purchase_price_currency: currency
  }
}

/** What was promised from other items is promised from this one. */
async function moveAllocations(db: Database, base: number, others: readonly number[]): Promise<void> {
  await db.updateTable('sales_order_allocation').set({ item_id: base }).where('item_id', 'in', among(others)).execute()
  await db
    .updateTable('transfer_order_allocation')
    .set({ item_id: base })
    .where('item_id', 'in', among(others))
    .execute()
  // A line of a build order has an item only once for the same output.
  const promises = await db
    .selectFrom('build_item')
    .select(['id', 'build_line_id', 'install_into_id', 'stock_item_id', 'quantity'])
    .where('stock_item_id', 'in', among([base, ...others]))
    .orderBy('id')
    .execute()
  for (const alike of Map.groupBy(promises, (one) => `${one.build_line_id} ${one.install_into_id}`).values()) {
    const kept = alike.find((one) => one.stock_item_id === base) ?? alike[0]!
    const gone = alike.filter((one) => one !== kept).map(({ id }) => id)
    if (gone.length) await db.deleteFrom('build_item').where('id', 'in', gone).execute()
    const quantity = roundQuantity(alike.reduce((sum, one) => sum + one.quantity, 0))
    await db.updateTable('build_item').set({ stock_item_id: base, quantity }).where('id', '=', kept.id).execute()
  }
}

/**
 * Makes one item of several: the first takes in the others, which are deleted
 * (docs/behaviour/stock-actions.md#effect-of-merging). Whether they fit is up to the caller.
 *
 * @param context inside a transaction
 * @param location where it lies then; where it does now unless told
 * @returns the first item as it is now
 */
export async function mergeItems(
  context: RequestContext,
  base: StockItem,
  others: readonly StockItem[],
  location: number | null = base.location_id,
  reason: Reason = {}
): Promise<StockItem> {
  const { db, settings } = context
  const added = roundQuantity(others.reduce((sum, item) => sum + item.quantity, 0))
  const price = await averagePrice(context, [base, ...others])
  await moveAllocations(
    db,
    base.id,
    others.map(({ id }) => id)
  )
  if (others.some((item) => item.id === base.parent_id))
    await db.updateTable('stock_item').set({ parent_id: null }).where('id', '=', base.id).execute()
  for (const { id } of others) {
    // An item that was deleted before may have been its parent.
    const item = await db
      .selectFrom('stock_item')
      .select(['id', 'parent_id', 'serial', 'quantity'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await deleteItem(db, settings, { ...item, parent_id: item.parent_id === base.id ? null : item.parent_id })
  }
  const merged = await saveItem(context, base, {
    quantity: roundQuantity(base.quantity + added),
    location_id: location,
    ...price
  })
  await trackItem(context, TRACKING.merged, merged, { quantity: merged.quantity, added }, reason)
  return merged
}
