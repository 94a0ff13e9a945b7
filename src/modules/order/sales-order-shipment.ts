import { sql } from 'kysely'
import { invalid, refused } from '#contract/errors.ts'
import { equals, isSet, type Builder, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { briefAddresses, briefCompanies, COMPANY_ROLES } from '#modules/company/index.ts'
import { duplicateParameters, parametersOf, parametric } from '#modules/parameter/index.ts'
import { deleteLeftovers } from '#framework/leftovers.ts'
import { carriesTags, setTags, tagsOf } from '#modules/tag/index.ts'
import { briefUsers } from '#modules/user/index.ts'
import { inStates } from '#modules/status/index.ts'
import { whether } from './filters.ts'
import { SALE } from './kinds.ts'
import { salesOrder } from './sales-order.ts'

type Shipment = Builder<'sales_order_shipment'>

const MODEL = 'salesordershipment'
const ofOrder = (column: string) => (_eb: Shipment) =>
  sql<string | null>`(select ${sql.ref(`o.${column}`)} from sales_order o where o.id = sales_order_shipment.order_id)`
const customer = () =>
  sql<number | null>`(select o.customer_id from sales_order o where o.id = sales_order_shipment.order_id)`
const allocatedItems = () =>
  sql<number | null>`(select count(*) from sales_order_allocation a where a.shipment_id = sales_order_shipment.id)`

async function check({ db, before, values }: Change<'order_so_shipment', 'sales_order_shipment'>): Promise<void> {
  const next = { reference: '1', shipment_address_id: null, ...before, ...values } as {
    order_id: number
    reference: string
    shipment_address_id: number | null
  }
  const duplicate = await db
    .selectFrom('sales_order_shipment')
    .select('id')
    .where('order_id', '=', next.order_id)
    .where('reference', '=', next.reference)
    .where('id', '!=', before?.id ?? -1)
    .executeTakeFirst()
  if (duplicate) throw refused('The fields order, reference must make a unique set.')
  if (next.shipment_address_id === null) return
  const fits = await db
    .selectFrom('company_address as a')
    .innerJoin('sales_order as o', 'o.customer_id', 'a.company_id')
    .select('a.id')
    .where('a.id', '=', next.shipment_address_id)
    .where('o.id', '=', next.order_id)
    .executeTakeFirst()
  if (!fits) throw invalid({ shipment_address: ['Shipment address must match the customer'] })
}

export const shipment = resource('order_so_shipment', 'sales_order_shipment', {
  className: 'SalesOrderShipment',
  options: {
    checked_by_detail: { default: true },
    order_detail: { default: true },
    shipment_address_detail: { default: true, needs: COMPANY_ROLES },
    customer_detail: { default: false, needs: COMPANY_ROLES },
    parameters: { default: false },
    tags: { default: false, filter: carriesTags(MODEL, 'sales_order_shipment') }
  },
  computed: { allocated_items: allocatedItems, customer_id: customer },
  deferred: ['allocated_items'],
  search: [(eb, match) => match(ofOrder('reference')(eb)), 'reference', 'tracking_number', 'invoice_number'],
  order: {
    reference: 'reference',
    delivery_date: 'delivery_date',
    shipment_date: 'shipment_date',
    allocated_items: allocatedItems
  },
  defaultOrder: ['id'],
  filters: {
    order: equals('order_id'),
    order_status: (_eb, key) => sql<boolean>`sales_order_shipment.order_id in
      (select o.id from sales_order o where o.status_custom_key = ${key} or (o.status = ${key} and o.status_custom_key is null))`,
    order_outstanding: (eb, yes) => whether(yes, sql`${ofOrder('status')(eb)} in ${inStates(SALE.open)}`),
    checked: isSet('checked_by_id'),
    shipped: isSet('shipment_date'),
    delivered: isSet('delivery_date'),
    tag_name: carriesTags(MODEL, 'sales_order_shipment')
  },
  undeclared: parametric(MODEL, 'sales_order_shipment'),
  embed: async (rows, context, view) => {
    const { db } = context
    const ids = rows.map((row) => row.id)
    return {
      checkers: view.checked_by_detail
        ? await briefUsers(
            db,
            rows.map((row) => row.checked_by_id)
          )
        : undefined,
      orders: view.order_detail
        ? await salesOrder.read(
            context,
            rows.map((row) => row.order_id),
            { created: true }
          )
        : undefined,
      addresses: view.shipment_address_detail
        ? await briefAddresses(
            db,
            rows.map((row) => row.shipment_address_id)
          )
        : undefined,
      customers: view.customer_detail
        ? await briefCompanies(
            db,
            rows.map((row) => row.customer_id)
          )
        : undefined,
      tags: view.tags ? await tagsOf(db, MODEL, ids) : undefined,
      parameters: view.parameters ? await parametersOf(context, MODEL, ids) : undefined
    }
  },
  toJSON: (row, also, view) => ({
    pk: row.id,
    order: row.order_id,
    allocated_items: row.allocated_items,
    shipment_date: row.shipment_date,
    shipment_address: row.shipment_address_id,
    delivery_date: row.delivery_date,
    checked_by: row.checked_by_id,
    reference: row.reference,
    tracking_number: row.tracking_number,
    invoice_number: row.invoice_number,
    barcode_hash: row.barcode_hash,
    link: row.link,
    ...(view.list ? {} : { notes: row.notes }),
    ...(view.checked_by_detail
      ? { checked_by_detail: row.checked_by_id === null ? null : also.checkers!.get(row.checked_by_id)! }
      : {}),
    ...(view.customer_detail
      ? { customer_detail: row.customer_id === null ? null : also.customers!.get(row.customer_id)! }
      : {}),
    ...(view.order_detail ? { order_detail: also.orders!.get(row.order_id)! } : {}),
    ...(view.shipment_address_detail
      ? {
          shipment_address_detail:
            row.shipment_address_id === null ? null : also.addresses!.get(row.shipment_address_id)!
        }
      : {}),
    ...(view.parameters ? { parameters: also.parameters!.get(row.id)! } : {}),
    ...(view.tags ? { tags: also.tags!.get(row.id)! } : {})
  }),
  write: {
    columns: {
      order: 'order_id',
      reference: 'reference',
      shipment_date: 'shipment_date',
      shipment_address: 'shipment_address_id',
      delivery_date: 'delivery_date',
      checked_by: 'checked_by_id',
      tracking_number: 'tracking_number',
      invoice_number: 'invoice_number',
      link: 'link',
      notes: 'notes',
      tags: null,
      duplicate: null
    },
    initial: () => ({ metadata: '{}' }),
    reset: { reference: '1' },
    check,
    saved: async ({ context, db, before, body }, id) => {
      if (body.tags) await setTags(db, MODEL, id, body.tags)
      if (!before) await duplicateParameters({ ...context, db }, MODEL, body.duplicate, id)
    },
    remove: async ({ id }, db) => {
      await deleteLeftovers(db, MODEL, [id])
      await db.deleteFrom('sales_order_shipment').where('id', '=', id).execute()
    }
  }
})
