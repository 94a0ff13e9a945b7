import { sql } from 'kysely'
import { equals, modifier } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { shownTime } from '#framework/time.ts'
import { customers } from './customer.ts'
import { wantedParts } from './filters.ts'
import { RETURN } from './kinds.ts'
import { orderDefinition } from './order.ts'

const orders = orderDefinition(RETURN)

export const returnOrder = resource('order_ro', 'return_order', {
  className: 'ReturnOrder',
  options: { ...orders.options, ...customers.options },
  computed: orders.computed,
  deferred: orders.deferred,
  search: orders.search,
  order: {
    ...orders.order,
    customer__name: orders.ofCompany('name'),
    customer_reference: 'customer_reference',
    complete_date: 'complete_date'
  },
  beforeWrite: orders.beforeWrite,
  defaultOrder: orders.defaultOrder,
  filters: {
    ...orders.filters,
    customer: equals('customer_id'),
    part: (_eb, part, _call, query) => sql<boolean>`return_order.id in
      (select l.order_id from return_order_line l join stock_item i on i.id = l.item_id where i.part_id in ${wantedParts(part, query)})`,
    include_variants: modifier
  },
  undeclared: orders.undeclared,
  embed: async (rows, context, view) => ({
    ...(await orders.embed(rows, context, view)),
    customers: await customers.embed(rows, context, view)
  }),
  toJSON: (row, also, view) => ({
    ...orders.shown(row, also, view),
    complete_date: row.complete_date,
    ...customers.shown(row, also.customers, view),
    total_price: row.total_price,
    order_currency: row.order_currency,
    updated_at: shownTime(row.updated_at)
  }),
  write: {
    columns: {
      ...orders.columns,
      order_currency: 'order_currency',
      issue_date: 'issue_date',
      complete_date: 'complete_date',
      ...customers.columns
    },
    initial: orders.initial,
    check: orders.check,
    saved: orders.saved,
    remove: orders.remove
  }
})
