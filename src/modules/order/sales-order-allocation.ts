import { sql } from 'kysely'
import { transact } from '#db/transaction.ts'
import { invalid } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { equals, isSet, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { bulkSelection } from '#crud/selection.ts'
import { briefCompanies, COMPANY_ROLES } from '#modules/company/index.ts'
import { inStates } from '#modules/status/index.ts'
import { allocationDefinition } from './allocation.ts'
import { whether } from './filters.ts'
import { SALE } from './kinds.ts'
import { salesOrder } from './sales-order.ts'
import { shipment } from './sales-order-shipment.ts'

const allocations = allocationDefinition(SALE, salesOrder.read)

const sentOn = () =>
  sql<
    string | null
  >`(select s.shipment_date from sales_order_shipment s where s.id = sales_order_allocation.shipment_id)`
const ofOrder = (column: string) =>
  sql`(select ${sql.ref(`o.${column}`)} from sales_order_line l join sales_order o on o.id = l.order_id where l.id = sales_order_allocation.line_id)`

async function check(change: Change<'order_so_allocation', 'sales_order_allocation'>): Promise<void> {
  const { db, before, body } = change
  const problems = await allocations.problems(change)
  const id = body.shipment === undefined ? before!.shipment_id : body.shipment
  if (id !== null) {
    const { order_id } = await db
      .selectFrom('sales_order_shipment')
      .select('order_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const line = await db
      .selectFrom('sales_order_line')
      .select('order_id')
      .where('id', '=', before!.line_id)
      .executeTakeFirstOrThrow()
    if (line.order_id !== order_id)
      Object.assign(problems, {
        line: ['Sales order does not match shipment'],
        shipment: ['Shipment does not match sales order']
      })
  }
  if (Object.keys(problems).length) throw invalid(problems)
}

export const salesOrderAllocation = resource('order_so_allocation', 'sales_order_allocation', {
  className: 'SalesOrderAllocation',
  options: {
    ...allocations.options,
    item_detail: { ...allocations.options.item_detail, one: true },
    part_detail: { ...allocations.options.part_detail, one: true },
    customer_detail: { default: false, needs: COMPANY_ROLES },
    shipment_detail: { default: true }
  },
  computed: { ...allocations.computed, customer_id: () => sql<number | null>`${ofOrder('customer_id')}` },
  search: allocations.search,
  order: { ...allocations.order, shipment_date: sentOn },
  defaultOrder: ['id'],
  filters: {
    ...allocations.filters,
    shipment: equals('shipment_id'),
    assigned_to_shipment: isSet('shipment_id'),
    outstanding: (_eb, yes) => whether(yes, sql`${ofOrder('status')} in ${inStates(SALE.open)} and ${sentOn()} is null`)
  },
  embed: async (rows, context, view) => ({
    ...(await allocations.embed(rows, context, view)),
    customers: view.customer_detail
      ? await briefCompanies(
          context.db,
          rows.map((row) => row.customer_id)
        )
      : undefined,
    shipments: view.shipment_detail
      ? await shipment.read(
          context,
          rows.map((row) => row.shipment_id).filter((id) => id !== null),
          { created: true, order_detail: false }
        )
      : undefined
  }),
  toJSON: (row, also, view) => ({
    ...allocations.shown(row, also, view),
    shipment: row.shipment_id,
    ...(view.customer_detail
      ? { customer_detail: row.customer_id === null ? null : also.customers!.get(row.customer_id)! }
      : {}),
    ...(view.shipment_detail
      ? { shipment_detail: row.shipment_id === null ? null : also.shipments!.get(row.shipment_id)! }
      : {})
  }),
  write: { columns: { ...allocations.columns, shipment: 'shipment_id' }, check }
})

/** Deletes many allocations; those of shipments that were sent are passed over without a word. */
export const deleteUnsent: Handler<'order_so_allocation_bulk_destroy'> = Object.assign(
  (async (call, send) => {
    const count = await transact(call.db, async (db) => {
      const chosen = await bulkSelection(
        db.selectFrom('sales_order_allocation').select('id'),
        'sales_order_allocation',
        call
      )
      const gone = await db
        .deleteFrom('sales_order_allocation')
        .where(
          'id',
          'in',
          chosen.map(({ id }) => id as number)
        )
        .where((eb) =>
          eb.or([
            eb('shipment_id', 'is', null),
            eb(
              'shipment_id',
              'in',
              eb.selectFrom('sales_order_shipment').select('id').where('shipment_date', 'is', null)
            )
          ])
        )
        .returning('id')
        .execute()
      return gone.length
    })
    return send(200, { success: `Deleted ${count} items` })
  }) as Handler<'order_so_allocation_bulk_destroy'>,
  { readsBody: true }
)
