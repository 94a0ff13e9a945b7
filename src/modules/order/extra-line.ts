import { sql, type Selectable } from 'kysely'
import type { ExtraLineTable } from '#db/order.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { SearchMatch } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { baseCurrency, money } from '#modules/currency/index.ts'
import { PURCHASE, RETURN, SALE, type OrderKind } from './kinds.ts'
import { orderLineDefinition, type LineChange } from './line.ts'
import { purchaseOrder } from './purchase-order.ts'
import { returnOrder } from './return-order.ts'
import { salesOrder } from './sales-order.ts'
import { lineTotal } from './total.ts'

/**
 * The definition of the extra lines of one kind of order, which name no part: they are alike for all kinds
 * (docs/behaviour/order.md#extra-lines).
 *
 * @param readOrders reads the orders that they belong to
 */
function extraLines<T extends NonNullable<OrderKind['extraLines']>, Order>(
  kind: OrderKind & { extraLines: T },
  className: string,
  readOrders: Parameters<typeof orderLineDefinition<T, Order>>[3]
) {
  const table: T = kind.extraLines
  const lines = orderLineDefinition(kind, table, 'price', readOrders)
  const initial = ({ settings }: RequestContext) => ({ price_currency: baseCurrency(settings) })
  return {
    className,
    options: lines.options,
    computed: {},
    search: [
      (_eb: unknown, match: SearchMatch) => match(sql`cast(${sql.ref(`${table}.quantity`)} as text)`),
      'notes' as const,
      'reference' as const,
      'description' as const
    ],
    order: { quantity: 'quantity', notes: 'notes', reference: 'reference', line: lines.byLine } as const,
    defaultOrder: ['id'] as const,
    filters: { order: lines.filters.order },
    embed: lines.embed,
    toJSON: (
      row: Selectable<ExtraLineTable>,
      also: Awaited<ReturnType<typeof lines.embed>>,
      view: Parameters<typeof lines.shown>[2],
      { settings }: RequestContext
    ) => ({
      ...lines.shown(row, also, view),
      discount: row.discount,
      description: row.description,
      price: row.price,
      price_currency: row.price_currency || baseCurrency(settings),
      total_price: lineTotal(row.quantity, row.price, row.discount)
    }),
    write: {
      columns: {
        ...lines.columns,
        discount: 'discount',
        description: 'description',
        price: 'price',
        price_currency: 'price_currency'
      } as const,
      initial,
      check: async (
        change: LineChange & { body: { price?: number | null; price_currency?: string }; replace: boolean }
      ): Promise<void> => {
        const { context, body, values, replace } = change
        if (replace && body.price_currency === undefined) Object.assign(values, initial(context))
        if (typeof body.price === 'number') values.price = money('price', body.price)
        await lines.check(change)
      },
      saved: lines.saved,
      remove: lines.remove
    }
  }
}

export const purchaseOrderExtraLine = resource(
  'order_po_extra_line',
  PURCHASE.extraLines,
  extraLines(PURCHASE, 'PurchaseOrderExtraLine', purchaseOrder.read)
)
export const salesOrderExtraLine = resource(
  'order_so_extra_line',
  SALE.extraLines,
  extraLines(SALE, 'SalesOrderExtraLine', salesOrder.read)
)
export const returnOrderExtraLine = resource(
  'order_ro_extra_line',
  RETURN.extraLines,
  extraLines(RETURN, 'ReturnOrderExtraLine', returnOrder.read)
)
