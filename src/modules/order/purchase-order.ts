import { sql } from 'kysely'
import { equals, type Builder } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { briefCompanies, COMPANY_ROLES } from '#modules/company/index.ts'
import { shownTime } from '#framework/time.ts'
import { PURCHASE } from './kinds.ts'
import { orderDefinition } from './order.ts'

const orders = orderDefinition(PURCHASE)

/** The condition that a line of the order fits. */
const hasLine =
  (condition: (value: number) => ReturnType<typeof sql>) => (_eb: Builder<'purchase_order'>, value: number) =>
    sql<boolean>`purchase_order.id in (select l.order_id from purchase_order_line l where ${condition(value)})`

export const purchaseOrder = resource('order_po', 'purchase_order', {
  className: 'PurchaseOrder',
  options: { ...orders.options, supplier_detail: { default: false, needs: COMPANY_ROLES } },
  computed: orders.computed,
  deferred: orders.deferred,
  search: orders.search,
  order: {
    ...orders.order,
    supplier__name: orders.ofCompany('name'),
    complete_date: 'complete_date',
    responsible: 'responsible_id',
    total_price: 'total_price'
  },
  beforeWrite: orders.beforeWrite,
  defaultOrder: orders.defaultOrder,
  filters: {
    ...orders.filters,
    supplier: equals('supplier_id'),
    part: hasLine((part) => sql`l.part_id in (select s.id from supplier_part s where s.part_id = ${part})`),
    supplier_part: hasLine((id) => sql`l.part_id = ${id}`),
    external_build: hasLine((id) => sql`l.build_order_id = ${id}`)
  },
  undeclared: orders.undeclared,
  embed: async (rows, context, view) => ({
    ...(await orders.embed(rows, context, view)),
    suppliers: await briefCompanies(
      context.db,
      rows.map((row) => row.supplier_id)
    )
  }),
  toJSON: (row, also, view) => {
    const supplier = row.supplier_id === null ? undefined : also.suppliers.get(row.supplier_id)!
    return {
      ...orders.shown(row, also, view),
      complete_date: row.complete_date,
      supplier: row.supplier_id,
      supplier_reference: row.supplier_reference,
      ...(supplier ? { supplier_name: supplier.name } : {}),
      ...(view.supplier_detail ? { supplier_detail: supplier ?? null } : {}),
      total_price: row.total_price,
      order_currency: row.order_currency,
      destination: row.destination_id,
      updated_at: shownTime(row.updated_at)
    }
  },
  write: {
    columns: {
      ...orders.columns,
      order_currency: 'order_currency',
      supplier: 'supplier_id',
      supplier_reference: 'supplier_reference',
      destination: 'destination_id'
    },
    initial: orders.initial,
    check: orders.check,
    saved: orders.saved,
    remove: orders.remove
  }
})
