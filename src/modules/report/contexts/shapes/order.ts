// Orders of every kind, with their lines.
import { ownCode, type Coded } from '#modules/barcode/index.ts'
import { baseCurrency } from '#modules/currency/index.ts'
import {
  OPEN_PURCHASE_ORDERS,
  OPEN_SALES_ORDERS,
  OPEN_TRANSFER_ORDERS,
  PurchaseOrderStatus,
  ReturnOrderStatus,
  SalesOrderStatus,
  TransferOrderStatus,
  type StatusClass
} from '#modules/status/index.ts'
import { today } from '#framework/time.ts'
import { sumPrice } from '#framework/decimals.ts'
import { Decimal } from '#template/decimal.ts'
import { Money } from '#template/values.ts'
import type { ContextAttribute, ContextRecord, RecordShape } from '../records.ts'
import { columns, many, one, recordPage, priceOf, shape, attributeText } from '../shape.ts'
import { attachments, statusText } from './common.ts'

const OPEN_RETURN_ORDERS: readonly number[] = [
  ReturnOrderStatus.PENDING,
  ReturnOrderStatus.IN_PROGRESS,
  ReturnOrderStatus.ON_HOLD
]

/** What tells one kind of order from the others. */
interface OrderShape {
  className: string
  table: 'purchase_order' | 'sales_order' | 'return_order' | 'transfer_order'
  model: Coded
  states: StatusClass
  pending: number
  open: readonly number[]
  lines: string
  extraLines?: string
  /** The attribute for who is on the other side. */
  company?: 'supplier' | 'customer'
  own: Readonly<Record<string, ContextAttribute>>
  text(record: ContextRecord): Promise<string>
}

/** The reference of an order, and who it is with. */
const withCompany =
  (company: 'supplier' | 'customer') =>
  async (record: ContextRecord): Promise<string> => {
    const name = await attributeText(await one('company', `${company}_id`)(record), 'name')
    return `${String(record.row.reference)} - ${name || 'deleted'}`
  }

/** The currency of an order: its own, else that of the company, else the default one. */
const currencyOf =
  (company: 'supplier' | 'customer'): ContextAttribute =>
  async (record) =>
    record.row.order_currency ||
    (await partnerOf(record, company))?.row.currency ||
    baseCurrency(record.group.reader.settings)

const partnerOf = async (record: ContextRecord, company: string): Promise<ContextRecord | null> =>
  (await one('company', `${company}_id`)(record)) as ContextRecord | null

/** The address of an order: its own, else the primary one of the company. */
const addressOf =
  (company: 'supplier' | 'customer'): ContextAttribute =>
  async (record) =>
    (await one('address', 'address_id')(record)) ?? (await partnerOf(record, company))?.get('primary_address') ?? null

function priced(company: 'supplier' | 'customer'): Record<string, ContextAttribute> {
  return {
    [company]: one('company', `${company}_id`),
    company: one('company', `${company}_id`),
    order_currency: ({ row }) => row.order_currency ?? '',
    total_price: ({ row, group }) => priceOf(group.reader, row.total_price, row.total_price_currency),
    currency: currencyOf(company),
    order_address: addressOf(company)
  }
}

function order({
  className,
  table,
  model,
  states,
  pending,
  open,
  lines,
  extraLines,
  company,
  own,
  text
}: OrderShape): RecordShape {
  const isOpen = ({ row }: ContextRecord): boolean => open.includes(row.status as number)
  return shape(
    className,
    table,
    {
      ...columns({
        text: 'reference description link notes',
        whole: 'status reference_int',
        day: 'creation_date issue_date start_date target_date',
        moment: 'updated_at'
      }),
      ...attachments(model),
      barcode: ({ id, group }) => ownCode(group.reader.settings, model, id),
      status_text: statusText(states),
      get_status_display: statusText(states),
      is_open: isOpen,
      is_pending: ({ row }) => row.status === pending,
      is_overdue: (record) => {
        const due = record.row.target_date
        return typeof due === 'string' && due < today() && isOpen(record)
      },
      project_code: one('projectcode', 'project_code_id'),
      created_by: one('user', 'created_by_id'),
      responsible: one('owner', 'responsible_id'),
      contact: one('contact', 'contact_id'),
      address: one('address', 'address_id'),
      lines: many(lines, 'order_id'),
      ...(extraLines ? { extra_lines: many(extraLines, 'order_id') } : {}),
      ...(company ? priced(company) : {}),
      get_absolute_url: recordPage(model),
      ...own
    },
    text
  )
}

/** What a line comes to, its discount taken off. */
const lineTotal =
  (price: string): ContextAttribute =>
  ({ row, group }) => {
    const each = priceOf(group.reader, row[price], row[`${price}_currency`])
    if (!each) return null
    const amount = sumPrice(Number(row[price]) * Number(row.quantity) * (1 - Number(row.discount) / 100))
    return new Money(Decimal.fixed(amount, 6), each.currency)
  }

/** What lines have. @param order the kind of their orders @param price the column with their price */
const line = (order: string, price?: string): Record<string, ContextAttribute> => ({
  ...columns({ text: 'reference notes link line', quantity: 'quantity', day: 'target_date' }),
  discount: ({ row }) => Decimal.fixed(Number(row.discount), 2),
  order: one(order, 'order_id'),
  project_code: one('projectcode', 'project_code_id'),
  ...(price
    ? {
        [price]: ({ row, group }: ContextRecord) => priceOf(group.reader, row[price], row[`${price}_currency`]),
        price: ({ row, group }: ContextRecord) => priceOf(group.reader, row[price], row[`${price}_currency`]),
        total_line_price: lineTotal(price)
      }
    : {})
})

type ExtraLineTable = `${'purchase' | 'sales' | 'return'}_order_extra_line`

const extraLine = (className: string, table: ExtraLineTable, kind: string): RecordShape =>
  shape(className, table, { ...line(kind, 'price'), ...columns({ text: 'description context' }) })

const transferText = async (record: ContextRecord): Promise<string> => {
  const name = async (column: string): Promise<string> =>
    attributeText(await one('stocklocation', column)(record), 'name')
  return `${String(record.row.reference)} - ${await name('take_from_id')} --> ${await name('destination_id')}`
}

const shipment = shape('SalesOrderShipment', 'sales_order_shipment', {
  ...columns({
    text: 'reference tracking_number invoice_number link notes',
    day: 'shipment_date delivery_date'
  }),
  ...attachments('salesordershipment'),
  barcode: ({ id, group }) => ownCode(group.reader.settings, 'salesordershipment', id),
  order: one('salesorder', 'order_id'),
  checked_by: one('user', 'checked_by_id'),
  shipment_address: one('address', 'shipment_address_id'),
  address: async (record) => {
    const own = await one('address', 'shipment_address_id')(record)
    const sale = (await one('salesorder', 'order_id')(record)) as ContextRecord | null
    return own ?? (sale ? addressOf('customer')(sale) : null)
  },
  allocations: many('salesorderallocation', 'shipment_id'),
  is_complete: ({ row }) => row.shipment_date !== null,
  is_checked: ({ row }) => row.checked_by_id !== null,
  get_absolute_url: ({ id }) => `/web/sales/shipment/${id}`
})

/** The part of the supplier part of a line. */
const partOfSupplierPart: ContextAttribute = async (record) => {
  const bought = (await one('supplierpart', 'part_id')(record)) as ContextRecord | null
  return bought ? one('part', 'part_id')(bought) : null
}

/** The part of the stock item of a line. */
const partOfItem: ContextAttribute = async (record) => {
  const item = (await one('stockitem', 'item_id')(record)) as ContextRecord | null
  return item ? one('part', 'part_id')(item) : null
}

/** Orders, and what belongs to them. */
export const ORDER_SHAPES: Readonly<Record<string, RecordShape>> = {
  purchaseorder: order({
    className: 'PurchaseOrder',
    table: 'purchase_order',
    model: 'purchaseorder',
    states: 'PurchaseOrderStatus',
    pending: PurchaseOrderStatus.PENDING,
    open: OPEN_PURCHASE_ORDERS,
    lines: 'purchaseorderlineitem',
    extraLines: 'purchaseorderextraline',
    company: 'supplier',
    own: {
      ...columns({ text: 'supplier_reference', day: 'complete_date' }),
      received_by: one('user', 'received_by_id'),
      destination: one('stocklocation', 'destination_id')
    },
    text: withCompany('supplier')
  }),
  purchaseorderlineitem: shape('PurchaseOrderLineItem', 'purchase_order_line', {
    ...line('purchaseorder', 'purchase_price'),
    ...columns({ quantity: 'received' }),
    part: one('supplierpart', 'part_id'),
    base_part: partOfSupplierPart,
    destination: one('stocklocation', 'destination_id'),
    build_order: one('build', 'build_order_id')
  }),
  purchaseorderextraline: extraLine('PurchaseOrderExtraLine', 'purchase_order_extra_line', 'purchaseorder'),
  salesorder: order({
    className: 'SalesOrder',
    table: 'sales_order',
    model: 'salesorder',
    states: 'SalesOrderStatus',
    pending: SalesOrderStatus.PENDING,
    open: OPEN_SALES_ORDERS,
    lines: 'salesorderlineitem',
    extraLines: 'salesorderextraline',
    company: 'customer',
    own: {
      ...columns({ text: 'customer_reference', day: 'shipment_date' }),
      shipped_by: one('user', 'shipped_by_id'),
      shipments: many('salesordershipment', 'order_id')
    },
    text: withCompany('customer')
  }),
  salesorderlineitem: shape('SalesOrderLineItem', 'sales_order_line', {
    ...line('salesorder', 'sale_price'),
    ...columns({ quantity: 'shipped' }),
    part: one('part', 'part_id'),
    allocations: many('salesorderallocation', 'line_id')
  }),
  salesorderextraline: extraLine('SalesOrderExtraLine', 'sales_order_extra_line', 'salesorder'),
  salesordershipment: shipment,
  salesorderallocation: shape('SalesOrderAllocation', 'sales_order_allocation', {
    ...columns({ quantity: 'quantity' }),
    line: one('salesorderlineitem', 'line_id'),
    shipment: one('salesordershipment', 'shipment_id'),
    item: one('stockitem', 'item_id')
  }),
  returnorder: order({
    className: 'ReturnOrder',
    table: 'return_order',
    model: 'returnorder',
    states: 'ReturnOrderStatus',
    pending: ReturnOrderStatus.PENDING,
    open: OPEN_RETURN_ORDERS,
    lines: 'returnorderlineitem',
    extraLines: 'returnorderextraline',
    company: 'customer',
    own: columns({ text: 'customer_reference', day: 'complete_date' }),
    text: withCompany('customer')
  }),
  returnorderlineitem: shape('ReturnOrderLineItem', 'return_order_line', {
    ...line('returnorder', 'price'),
    ...columns({ whole: 'outcome', day: 'received_date' }),
    outcome_text: statusText('ReturnOrderLineStatus', 'outcome', 'outcome_custom_key'),
    get_outcome_display: statusText('ReturnOrderLineStatus', 'outcome', 'outcome_custom_key'),
    item: one('stockitem', 'item_id'),
    part: partOfItem
  }),
  returnorderextraline: extraLine('ReturnOrderExtraLine', 'return_order_extra_line', 'returnorder'),
  transferorder: order({
    className: 'TransferOrder',
    table: 'transfer_order',
    model: 'transferorder',
    states: 'TransferOrderStatus',
    pending: TransferOrderStatus.PENDING,
    open: OPEN_TRANSFER_ORDERS,
    lines: 'transferorderlineitem',
    own: {
      ...columns({ flag: 'consume', day: 'complete_date' }),
      take_from: one('stocklocation', 'take_from_id'),
      destination: one('stocklocation', 'destination_id')
    },
    text: transferText
  }),
  transferorderlineitem: shape('TransferOrderLineItem', 'transfer_order_line', {
    ...line('transferorder'),
    ...columns({ quantity: 'transferred' }),
    part: one('part', 'part_id'),
    allocations: many('transferorderallocation', 'line_id')
  }),
  transferorderallocation: shape('TransferOrderAllocation', 'transfer_order_allocation', {
    ...columns({ quantity: 'quantity' }),
    line: one('transferorderlineitem', 'line_id'),
    item: one('stockitem', 'item_id')
  })
}
