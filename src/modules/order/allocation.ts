import { sql, type Selectable } from 'kysely'
import type { Database, DB } from '#db/database.ts'
import { decimalProblem } from '#contract/digits.ts'
import type { Problems } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { equals, modifier, type Column, type SearchMatch } from '#crud/definition.ts'
import { subtree } from '#crud/tree.ts'
import { briefParts } from '#modules/part/index.ts'
import { isSerialized, itemAt, stockItem, briefLocations, type StockItem } from '#modules/stock/index.ts'
import { wantedParts } from './filters.ts'
import type { OrderKind } from './kinds.ts'
import { freeOf } from './promises.ts'

type AllocationTable = 'sales_order_allocation' | 'transfer_order_allocation'
type Row = Selectable<DB['transfer_order_allocation']> & {
  part_id: number
  order_id: number
  location_id: number | null
}
type Shown = Record<'item_detail' | 'part_detail' | 'order_detail' | 'location_detail', boolean>

/** A write of an allocation. */
export interface AllocationChange {
  context: RequestContext
  db: Database
  before: { id: number; item_id: number; quantity: number; line_id: number } | null
  body: { item?: number }
  values: Record<string, unknown>
}

/**
 * What is wrong with a promise of a quantity of an item; undefined where it can be kept.
 *
 * @param except the allocation that is changed
 */
export async function allocationProblem(
  db: Database,
  item: StockItem,
  quantity: number,
  except?: Parameters<typeof freeOf>[2]
): Promise<string | undefined> {
  if (isSerialized(item) && quantity !== 1) return 'Quantity must be 1 for serialized stock item'
  if (quantity <= 0) return 'Allocation quantity must be greater than zero'
  if (quantity > (await freeOf(db, item.id, except))) return 'Stock item is over-allocated'
  return undefined
}

/**
 * What allocations of sales and transfer orders have in common, to be put into the definition of each
 * (docs/behaviour/sales-order.md#allocations, docs/behaviour/transfer-order.md#transfer-orders).
 *
 * @param readOrders reads the orders that they belong to
 */
export function allocationDefinition<T extends AllocationTable, Order>(
  kind: OrderKind & { allocations: T },
  readOrders: (context: RequestContext, ids: number[], view: { created: true }) => Promise<Map<number, Order>>
) {
  const table: T = kind.allocations
  const at = (column: string) => sql.ref(`${table}.${column}`)
  const ofItem =
    <V = string>(column: string) =>
    () =>
      sql<V>`(select ${sql.ref(`i.${column}`)} from stock_item i where i.id = ${at('item_id')})`
  const ofPart = (column: string) => () =>
    sql<string>`(select ${sql.ref(`p.${column}`)} from stock_item i join part p on p.id = i.part_id where i.id = ${at('item_id')})`
  const orderOf = () => sql<number>`(select l.order_id from ${sql.table(kind.lines)} l where l.id = ${at('line_id')})`

  return {
    at,
    options: {
      item_detail: { default: false, needs: ['stock', 'build'] },
      part_detail: { default: false, needs: ['part', 'build'] },
      order_detail: { default: false },
      location_detail: { default: false, needs: ['stock_location', 'build'] }
    },
    computed: {
      part_id: () => sql<number>`(select i.part_id from stock_item i where i.id = ${at('item_id')})`,
      order_id: orderOf,
      location_id: () => sql<number | null>`(select i.location_id from stock_item i where i.id = ${at('item_id')})`
    },
    search: [
      (_eb: unknown, match: SearchMatch) => match(ofPart('name')()),
      (_eb: unknown, match: SearchMatch) => match(ofPart('IPN')()),
      (_eb: unknown, match: SearchMatch) => match(ofItem('serial')()),
      (_eb: unknown, match: SearchMatch) => match(ofItem('batch')())
    ],
    order: {
      quantity: 'quantity' as const,
      part: ofPart('name'),
      serial: [ofItem('serial_int'), ofItem('serial')],
      IPN: ofPart('IPN'),
      batch: ofItem('batch'),
      location: () =>
        sql<string>`(select place.name from stock_item i join stock_location place on place.id = i.location_id where i.id = ${at('item_id')})`,
      order: () =>
        sql<string>`(select o.reference from ${sql.table(kind.lines)} l join ${sql.table(kind.table)} o on o.id = l.order_id where l.id = ${at('line_id')})`
    },
    filters: {
      line: equals<T>('line_id' as Column<T>),
      item: equals<T>('item_id' as Column<T>),
      order: (_eb: unknown, id: number) =>
        sql<boolean>`${at('line_id')} in (select l.id from ${sql.table(kind.lines)} l where l.order_id = ${id})`,
      part: (_eb: unknown, part: number, _call: RequestContext, query: Record<string, unknown>) =>
        sql<boolean>`${at('item_id')} in (select i.id from stock_item i where i.part_id in ${wantedParts(part, query)})`,
      include_variants: modifier,
      location: (_eb: unknown, top: number) =>
        sql<boolean>`${at('item_id')} in (select i.id from stock_item i where i.location_id in ${subtree('stock_location', top)})`
    },

    embed: async (rows: Row[], context: RequestContext, view: Shown) => ({
      items: view.item_detail
        ? await stockItem.read(
            context,
            rows.map((row) => row.item_id),
            { part_detail: false, created: true }
          )
        : undefined,
      parts: view.part_detail
        ? await briefParts(
            context,
            rows.map((row) => row.part_id)
          )
        : undefined,
      orders: view.order_detail
        ? await readOrders(
            context,
            rows.map((row) => row.order_id),
            { created: true }
          )
        : undefined,
      places: await briefLocations(context.db, view.location_detail ? rows.map((row) => row.location_id) : [])
    }),

    shown: (
      row: Row,
      also: {
        items: Awaited<ReturnType<typeof stockItem.read>> | undefined
        parts: Awaited<ReturnType<typeof briefParts>> | undefined
        orders: Map<number, Order> | undefined
        places: Awaited<ReturnType<typeof briefLocations>>
      },
      view: Shown
    ) => ({
      pk: row.id,
      item: row.item_id,
      quantity: row.quantity,
      line: row.line_id,
      part: row.part_id,
      order: row.order_id,
      serial: null,
      location: row.location_id,
      ...(view.item_detail ? { item_detail: also.items!.get(row.item_id)! } : {}),
      ...(view.part_detail ? { part_detail: also.parts!.get(row.part_id)! } : {}),
      ...(view.order_detail ? { order_detail: also.orders!.get(row.order_id)! } : {}),
      ...(view.location_detail
        ? { location_detail: row.location_id === null ? null : also.places.get(row.location_id)! }
        : {})
    }),

    columns: { item: 'item_id', quantity: 'quantity' } as const,

    /** The rules of a promise; those over one order are up to the caller. Gives what is wrong. */
    problems: async ({ db, before, body, values }: AllocationChange): Promise<Problems> => {
      const quantity = (values.quantity ?? before!.quantity) as number
      const digits = decimalProblem(quantity, 15, 5)
      if (digits) return { quantity: [digits] }
      const item = (await itemAt(db, body.item ?? before!.item_id))!
      const problem = await allocationProblem(db, item, quantity, { table, id: before!.id })
      return problem ? { quantity: [problem] } : {}
    }
  }
}
