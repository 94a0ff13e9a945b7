import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { lookupMany } from '#crud/lookup.ts'
import { PurchaseOrderStatus } from '#modules/status/index.ts'
import type { Priced } from './ranges.ts'

type Prices = Map<number, Priced[]>

/** The status of a purchase or sales order that is completed. */

/** The lowest and the highest of an amount, whatever whole numbers it is made of. */
const extremes = (amount: ReturnType<typeof sql>) =>
  [sql<number | null>`min(${amount})`.as('min'), sql<number | null>`max(${amount})`.as('max')] as const

const pairs = (rows: ({ of: number } & Priced)[]): [number, Priced][] => rows.map(({ of, ...prices }) => [of, prices])

/** What was paid for parts: received lines of completed purchase orders and, if they count, stock items. */
export async function purchasePrices(db: Database, settings: SettingReader, ids: number[]): Promise<Prices> {
  const paid: Prices = await lookupMany(ids, async (keys) =>
    pairs(
      await db
        .selectFrom('purchase_order_line as line')
        .innerJoin('purchase_order as order', 'order.id', 'line.order_id')
        .innerJoin('supplier_part as source', 'source.id', 'line.part_id')
        .select([
          'source.part_id as of',
          'line.purchase_price_currency as currency',
          ...extremes(sql`line.purchase_price * 1.0 / source.pack_quantity_native`)
        ])
        .where('source.part_id', 'in', keys)
        .where('order.status', '=', PurchaseOrderStatus.COMPLETE)
        .where('line.received', '>', 0)
        .where('line.purchase_price', 'is not', null)
        .where('source.pack_quantity_native', '>', 0)
        .groupBy(['source.part_id', 'line.purchase_price_currency'])
        .execute()
    )
  )
  if (!settings.flag('PRICING_USE_STOCK_PRICING')) return paid
  const days = settings.number('PRICING_STOCK_ITEM_AGE_DAYS')
  const since = new Date(Date.now() - days * 86_400_000).toISOString()
  const stocked: Prices = await lookupMany(ids, async (keys) =>
    pairs(
      await db
        .selectFrom('stock_item')
        .select(['part_id as of', 'purchase_price_currency as currency', ...extremes(sql`purchase_price`)])
        .where('part_id', 'in', keys)
        .where('purchase_price', 'is not', null)
        .$if(days > 0, (query) => query.where('updated', '>=', since))
        .groupBy(['part_id', 'purchase_price_currency'])
        .execute()
    )
  )
  return new Map(ids.map((id) => [id, [...(paid.get(id) ?? []), ...(stocked.get(id) ?? [])]]))
}

/** What the price breaks of parts say. */
export const breakPrices = (
  db: Database,
  table: 'part_sale_price' | 'part_internal_price',
  ids: number[]
): Promise<Prices> =>
  lookupMany(ids, async (keys) =>
    pairs(
      await db
        .selectFrom(table)
        .select(['part_id as of', 'price_currency as currency', ...extremes(sql`price`)])
        .where('part_id', 'in', keys)
        .where('price', 'is not', null)
        .groupBy(['part_id', 'price_currency'])
        .execute()
    )
  )

/** What suppliers ask for one, by their price breaks for packs. */
export const supplierPrices = (db: Database, ids: number[]): Promise<Prices> =>
  lookupMany(ids, async (keys) =>
    pairs(
      await db
        .selectFrom('supplier_price_break as break')
        .innerJoin('supplier_part as source', 'source.id', 'break.part_id')
        .select([
          'source.part_id as of',
          'break.price_currency as currency',
          ...extremes(sql`break.price * 1.0 / source.pack_quantity_native`)
        ])
        .where('source.part_id', 'in', keys)
        .where('break.price', 'is not', null)
        .where('source.pack_quantity_native', '>', 0)
        .groupBy(['source.part_id', 'break.price_currency'])
        .execute()
    )
  )

/** What parts were sold for, by the lines of completed sales orders. */
export const soldPrices = (db: Database, ids: Iterable<number>): Promise<Prices> =>
  lookupMany(ids, async (keys) =>
    pairs(
      await db
        .selectFrom('sales_order_line as line')
        .innerJoin('sales_order as order', 'order.id', 'line.order_id')
        .select((eb) => [
          eb.ref('line.part_id').$notNull().as('of'),
          'line.sale_price_currency as currency',
          ...extremes(sql`line.sale_price`)
        ])
        .where('line.part_id', 'in', keys)
        .where('order.status', '=', PurchaseOrderStatus.COMPLETE)
        .where('line.sale_price', 'is not', null)
        .groupBy(['line.part_id', 'line.sale_price_currency'])
        .execute()
    )
  )

/** The overall ranges of parts, as they were last worked out. */
export const overallPrices = (db: Database, ids: Iterable<number>): Promise<Prices> =>
  lookupMany(ids, async (keys) =>
    pairs(
      await db
        .selectFrom('part_pricing')
        .select(['part_id as of', 'overall_min as min', 'overall_max as max', 'currency'])
        .where('part_id', 'in', keys)
        .execute()
    )
  )
