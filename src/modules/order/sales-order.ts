import { sql } from 'kysely'
import { equals, modifier } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { deleteLeftovers } from '#framework/leftovers.ts'
import { shownTime } from '#framework/time.ts'
import { customers } from './customer.ts'
import { wantedParts } from './filters.ts'
import { SALE } from './kinds.ts'
import { orderDefinition } from './order.ts'

const orders = orderDefinition(SALE)

const shipments =
  (condition = sql``) =>
  () =>
    sql<number>`(select count(*) from sales_order_shipment s where s.order_id = sales_order.id${condition})`

/** Lines that are provided for: nothing to ship, all shipped, or enough set aside (docs/behaviour/order.md#json). */
const allocatedLines =
  () => sql<number>`(select count(*) from sales_order_line l left join part p on p.id = l.part_id where l.order_id = sales_order.id
  and (p.virtual = 1 or l.shipped >= l.quantity or coalesce((select sum(a.quantity) from sales_order_allocation a where a.line_id = l.id), 0) >= l.quantity))`

export const salesOrder = resource('order_so', 'sales_order', {
  className: 'SalesOrder',
  options: { ...orders.options, ...customers.options },
  computed: {
    ...orders.computed,
    shipments_count: shipments(),
    completed_shipments_count: shipments(sql` and s.shipment_date is not null`),
    allocated_lines: allocatedLines
  },
  deferred: [...orders.deferred, 'shipments_count', 'completed_shipments_count', 'allocated_lines'],
  search: orders.search,
  order: {
    ...orders.order,
    customer__name: orders.ofCompany('name'),
    customer_reference: 'customer_reference',
    shipment_date: 'shipment_date',
    total_price: 'total_price'
  },
  beforeWrite: orders.beforeWrite,
  defaultOrder: orders.defaultOrder,
  filters: {
    ...orders.filters,
    customer: equals('customer_id'),
    part: (_eb, part, _call, query) =>
      sql<boolean>`sales_order.id in (select l.order_id from sales_order_line l where l.part_id in ${wantedParts(part, query)})`,
    include_variants: modifier
  },
  undeclared: orders.undeclared,
  embed: async (rows, context, view) => ({
    ...(await orders.embed(rows, context, view)),
    customers: await customers.embed(rows, context, view)
  }),
  toJSON: (row, also, view) => ({
    ...orders.shown(row, also, view),
    ...customers.shown(row, also.customers, view),
    shipment_date: row.shipment_date,
    total_price: row.total_price,
    order_currency: row.order_currency,
    shipments_count: row.shipments_count,
    completed_shipments_count: row.completed_shipments_count,
    allocated_lines: row.allocated_lines,
    updated_at: shownTime(row.updated_at)
  }),
  write: {
    columns: { ...orders.columns, order_currency: 'order_currency', issue_date: 'issue_date', ...customers.columns },
    initial: orders.initial,
    check: orders.check,
    saved: async (change, id) => {
      const { context, db, before } = change
      if (!before && context.settings.flag('SALESORDER_DEFAULT_SHIPMENT'))
        await db
          .insertInto('sales_order_shipment')
          .values({ order_id: id, metadata: '{}' } as never)
          .execute() // the rest has defaults
      await orders.saved(change, id)
    },
    remove: async (row, db) => {
      const gone = await db.selectFrom('sales_order_shipment').select('id').where('order_id', '=', row.id).execute()
      await deleteLeftovers(
        db,
        'salesordershipment',
        gone.map(({ id }) => id)
      )
      await orders.remove(row, db)
    }
  }
})
