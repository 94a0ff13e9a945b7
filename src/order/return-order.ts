import { sql } from 'kysely'
import { equals, modifier } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { briefCompanies, COMPANY_ROLES } from '#src/company/brief.ts'
import { shownTime } from '#src/time.ts'
import { wantedParts } from './filters.ts'
import { RETURN } from './kinds.ts'
import { ordersOf } from './order.ts'

const orders = ordersOf(RETURN)

export const returnOrder = resource('order_ro', 'return_order', {
  className: 'ReturnOrder',
  options: { ...orders.options, customer_detail: { default: false, needs: COMPANY_ROLES } },
  computed: orders.computed,
  later: orders.later,
  search: orders.search,
  order: { ...orders.order, customer__name: orders.ofCompany('name'), customer_reference: 'customer_reference', complete_date: 'complete_date' },
  defaultOrder: orders.defaultOrder,
  filters: {
    ...orders.filters,
    customer: equals('customer_id'),
    part: (_eb, part, _call, query) => sql<boolean>`return_order.id in
      (select l.order_id from return_order_line l join stock_item i on i.id = l.item_id where i.part_id in ${wantedParts(part, query)})`,
    include_variants: modifier
  },
  undeclared: orders.undeclared,
  embed: async (rows, call, view) => ({
    ...await orders.embed(rows, call, view),
    customers: view.customer_detail ? await briefCompanies(call.db, rows.map((row) => row.customer_id)) : undefined
  }),
  toJSON: (row, also, view) => ({
    ...orders.shown(row, also, view),
    complete_date: row.complete_date,
    customer: row.customer_id,
    customer_reference: row.customer_reference,
    ...view.customer_detail ? { customer_detail: row.customer_id === null ? null : also.customers!.get(row.customer_id)! } : {},
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
      customer: 'customer_id',
      customer_reference: 'customer_reference'
    },
    initial: orders.initial,
    check: orders.check,
    saved: orders.saved,
    remove: orders.remove
  }
})
