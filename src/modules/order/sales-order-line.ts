import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { modifier, type Change } from '#crud/definition.ts'
import { readBefore } from '#crud/before.ts'
import { otherColumn } from '#crud/other-column.ts'
import { resource } from '#crud/resource.ts'
import { briefCompanies, COMPANY_ROLES } from '#modules/company/index.ts'
import { baseCurrency, money } from '#modules/currency/index.ts'
import { briefParts } from '#modules/part/index.ts'
import { wantedParts, whether } from './filters.ts'
import { SALE } from './kinds.ts'
import { orderLineDefinition } from './line.ts'
import { salesOrder } from './sales-order.ts'
import { allocatedQuantity, stockForLines } from './supply.ts'
import { overdueWhile } from './overdue.ts'

const lines = orderLineDefinition(SALE, 'sales_order_line', 'sale_price', salesOrder.read)
const overdue = overdueWhile<{ target_date: string | null; order_status: number; shipped: number; quantity: number }>(
  (row) => SALE.open.some((state) => state === row.order_status) && row.shipped < row.quantity
)

const ofPart = (column: string) => otherColumn<string | null>('sales_order_line', 'part_id', 'part', column)
const customerName = () =>
  sql<
    string | null
  >`(select c.name from sales_order o join company c on c.id = o.customer_id where o.id = sales_order_line.order_id)`
const allocated = allocatedQuantity('sales_order_line', 'sales_order_allocation')

async function check(change: Change<'order_so_line', 'sales_order_line'>): Promise<void> {
  const { context, before, body, values, replace } = change
  if ((body.part === undefined ? (before?.part_id ?? null) : body.part) === null)
    throw invalid({ part: ['This field cannot be blank.'] })
  if (typeof body.sale_price === 'number') values.sale_price = money('sale_price', body.sale_price)
  if (replace && body.sale_price_currency === undefined) values.sale_price_currency = baseCurrency(context.settings)
  await lines.check(change)
}

const read = readBefore<{ part_id: number | null }>('part_id')

export const salesOrderLine = resource('order_so_line', 'sales_order_line', {
  className: 'SalesOrderLineItem',
  options: {
    ...lines.options,
    part_detail: { default: false, needs: ['part', 'build'] },
    customer_detail: { default: false, needs: COMPANY_ROLES }
  },
  computed: {
    allocated,
    order_status: () => sql<number>`${lines.ofOrder('status')()}`,
    customer_id: () => sql<number | null>`${lines.ofOrder('customer_id')()}`
  },
  search: [
    (eb, match) => match(ofPart('name')(eb)),
    (_eb, match) => match(sql`cast(sales_order_line.quantity as text)`),
    'reference'
  ],
  order: {
    customer: customerName,
    order: lines.ofOrder('reference'),
    part: ofPart('name'),
    IPN: ofPart('IPN'),
    part__name: ofPart('name'),
    quantity: 'quantity',
    allocated,
    shipped: 'shipped',
    reference: 'reference',
    sale_price: 'sale_price',
    target_date: 'target_date',
    line: [...lines.byLine, ofPart('name')],
    status: lines.ofOrder('status'),
    shipment_date: lines.ofOrder('shipment_date')
  },
  beforeWrite: (row) => ({ ...overdue.beforeWrite(row), ...read.beforeWrite(row) }),
  defaultOrder: ['id'],
  filters: {
    ...lines.filters,
    part: (_eb, part, _call, query) => sql<boolean>`sales_order_line.part_id in ${wantedParts(part, query)}`,
    include_variants: modifier,
    allocated: (_eb, yes) => whether(yes, sql`${allocated()} >= sales_order_line.quantity`),
    completed: (_eb, yes) => whether(yes, sql`sales_order_line.shipped >= sales_order_line.quantity`)
  },
  embed: async (rows, context, view) => ({
    ...(await lines.embed(rows, context, view)),
    parts: await briefParts(context, view.part_detail ? rows.map((row) => row.part_id) : []),
    customers: await briefCompanies(context.db, view.customer_detail ? rows.map((row) => row.customer_id) : []),
    supply: view.created
      ? undefined
      : await stockForLines(
          context.db,
          rows.map((row) => read.of(row).part_id),
          { salable: true }
        )
  }),
  toJSON: (row, also, view, { settings }) => ({
    ...lines.shown(row, also, view),
    discount: row.discount,
    part: row.part_id,
    shipped: row.shipped,
    overdue: overdue.of(row, view),
    sale_price: row.sale_price,
    sale_price_currency: row.sale_price_currency || baseCurrency(settings),
    ...(also.supply ? { allocated: row.allocated, ...also.supply(read.of(row).part_id) } : {}),
    ...(view.part_detail ? { part_detail: row.part_id === null ? null : also.parts.get(row.part_id)! } : {}),
    ...(view.customer_detail
      ? { customer_detail: row.customer_id === null ? null : also.customers.get(row.customer_id)! }
      : {})
  }),
  write: {
    columns: {
      ...lines.columns,
      discount: 'discount',
      part: 'part_id',
      sale_price: 'sale_price',
      sale_price_currency: 'sale_price_currency'
    },
    initial: ({ settings }) => ({ sale_price_currency: baseCurrency(settings) }),
    check,
    saved: lines.saved,
    remove: lines.remove
  }
})
