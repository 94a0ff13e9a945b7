import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { equals, isSet, type Builder, type Change } from '#crud/definition.ts'
import { otherColumn } from '#crud/other-column.ts'
import { resource } from '#crud/resource.ts'
import { baseCurrency, money } from '#modules/currency/index.ts'
import { briefParts } from '#modules/part/index.ts'
import { isSerialized, itemAt, stockItem } from '#modules/stock/index.ts'
import { RETURN } from './kinds.ts'
import { orderLineDefinition } from './line.ts'
import { returnOrder } from './return-order.ts'

type Line = Builder<'return_order_line'>

const lines = orderLineDefinition(RETURN, 'return_order_line', 'price', returnOrder.read)

const ofItem = (column: string) => otherColumn<string>('return_order_line', 'item_id', 'stock_item', column)
const ofPart = (column: string) => (_eb: Line) =>
  sql<string>`(select ${sql.ref(`p.${column}`)} from stock_item i join part p on p.id = i.part_id where i.id = return_order_line.item_id)`

/** The rules of a line: how much of an item comes back (docs/behaviour/return-order.md#return-orders). */
async function check(change: Change<'order_ro_line', 'return_order_line'>): Promise<void> {
  const { context, db, before, body, values, replace } = change
  if (typeof body.price === 'number') values.price = money('price', body.price)
  if (replace && body.price_currency === undefined) values.price_currency = baseCurrency(context.settings)
  const id = body.item ?? before!.item_id
  const item = (await itemAt(db, id))!
  const quantity = body.quantity ?? before?.quantity ?? 1
  if (quantity > item.quantity) throw invalid({ quantity: ['Return quantity exceeds stock quantity'] })
  if (quantity <= 0) throw invalid({ quantity: ['Return quantity must be greater than zero'] })
  if (isSerialized(item) && quantity !== 1) throw invalid({ quantity: ['Invalid quantity for serialized stock item'] })
  await lines.check(change)
}

export const returnOrderLine = resource('order_ro_line', 'return_order_line', {
  className: 'ReturnOrderLineItem',
  options: {
    ...lines.options,
    item_detail: { default: true, needs: ['stock', 'build'] },
    part_detail: { default: false, needs: ['part', 'build'] }
  },
  computed: {
    part_id: (_eb) => sql<number>`(select i.part_id from stock_item i where i.id = return_order_line.item_id)`
  },
  search: [
    (eb, match) => eb.or([ofItem('serial'), ofPart('name'), ofPart('description')].map((value) => match(value(eb)))),
    'reference'
  ],
  order: {
    part: ofPart('name'),
    IPN: ofPart('IPN'),
    stock: [ofItem('quantity'), ofItem('serial_int'), ofItem('serial')],
    reference: 'reference',
    target_date: 'target_date',
    received_date: 'received_date',
    line: [...lines.byLine, ofPart('name')]
  },
  defaultOrder: ['id'],
  filters: {
    order: lines.filters.order,
    order_status: lines.filters.order_status,
    item: equals('item_id'),
    outcome: equals('outcome'),
    received: isSet('received_date'),
    has_pricing: lines.filters.has_pricing
  },
  embed: async (rows, context, view) => ({
    ...(await lines.embed(rows, context, view)),
    items: view.item_detail
      ? await stockItem.read(
          context,
          rows.map((row) => row.item_id),
          { created: true }
        )
      : undefined,
    parts: view.part_detail
      ? await briefParts(
          context,
          rows.map((row) => row.part_id)
        )
      : undefined
  }),
  toJSON: (row, also, view, { settings }) => ({
    ...lines.shown(row, also, view),
    discount: row.discount,
    item: row.item_id,
    received_date: row.received_date,
    outcome: row.outcome as 10, // one of those of the contract, checked when it was written
    price: row.price,
    price_currency: row.price_currency || baseCurrency(settings),
    ...(view.item_detail ? { item_detail: also.items!.get(row.item_id)! } : {}),
    ...(view.part_detail ? { part_detail: also.parts!.get(row.part_id)! } : {})
  }),
  write: {
    columns: {
      ...lines.columns,
      discount: 'discount',
      item: 'item_id',
      received_date: 'received_date',
      outcome: 'outcome',
      price: 'price',
      price_currency: 'price_currency'
    },
    initial: ({ settings }) => ({ price_currency: baseCurrency(settings) }),
    unique: [['order', 'item']],
    check,
    saved: lines.saved,
    remove: lines.remove
  }
})
