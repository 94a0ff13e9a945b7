import {
  BARCODE,
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  NOTES,
  ONE,
  boolean,
  date,
  decimal,
  integer,
  json,
  moment,
  price,
  relation,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

const PENDING = { initial: 10 }
const HEAD = { ...METADATA, reference_int: integer('reference_int', NO), ...NOTES, ...BARCODE }
const TOTAL = { ...price('total_price'), order_currency: text('order_currency', MAYBE) }
const ORDER = {
  description: text('description', EMPTY),
  project_code: relation('project_code_id', 'common.projectcode', MAYBE),
  link: text('link', EMPTY),
  start_date: date('start_date', MAYBE),
  target_date: date('target_date', MAYBE),
  creation_date: date('creation_date', MAYBE),
  created_by: relation('created_by_id', 'auth.user', MAYBE),
  issue_date: date('issue_date', MAYBE),
  updated_at: moment('updated_at', MAYBE),
  responsible: relation('responsible_id', 'users.owner', MAYBE),
  contact: relation('contact_id', 'company.contact', MAYBE),
  address: relation('address_id', 'company.address', MAYBE)
}
const CUSTOM_STATUS = { status_custom_key: integer('status_custom_key', MAYBE) }
const QUANTITY = { quantity: decimal('quantity', 5, ONE) }
const DISCOUNT = { discount: decimal('discount', 2, NO) }
const LINE = {
  line: text('line', EMPTY),
  line_int: integer('line_int', NO),
  reference: text('reference', EMPTY),
  notes: text('notes', EMPTY),
  link: text('link', EMPTY),
  target_date: date('target_date', MAYBE),
  project_code: relation('project_code_id', 'common.projectcode', MAYBE)
}
const extraLine = (order: string) => ({
  ...METADATA,
  ...QUANTITY,
  ...DISCOUNT,
  ...LINE,
  description: text('description', EMPTY),
  context: json('context', MAYBE),
  ...price('price'),
  order: relation('order_id', order)
})

/** Orders of every kind, as an export has them. */
export const ORDER_TRANSFER: readonly TransferModel[] = [
  {
    name: 'order.purchaseorder',
    table: 'purchase_order',
    unique: [['reference']],
    fields: {
      ...HEAD,
      ...TOTAL,
      ...ORDER,
      reference: text('reference'),
      status: integer('status', PENDING),
      supplier: relation('supplier_id', 'company.company', MAYBE),
      supplier_reference: text('supplier_reference', EMPTY),
      received_by: relation('received_by_id', 'auth.user', MAYBE),
      complete_date: date('complete_date', MAYBE),
      destination: relation('destination_id', 'stock.stocklocation', MAYBE),
      ...CUSTOM_STATUS
    }
  },
  {
    name: 'order.purchaseorderlineitem',
    table: 'purchase_order_line',
    unique: [],
    fields: {
      ...METADATA,
      ...QUANTITY,
      ...DISCOUNT,
      ...LINE,
      order: relation('order_id', 'order.purchaseorder'),
      part: relation('part_id', 'company.supplierpart', MAYBE),
      received: decimal('received', 5, NO),
      ...price('purchase_price'),
      build_order: relation('build_order_id', 'build.build', MAYBE),
      destination: relation('destination_id', 'stock.stocklocation', MAYBE)
    }
  },
  {
    name: 'order.purchaseorderextraline',
    table: 'purchase_order_extra_line',
    unique: [],
    fields: extraLine('order.purchaseorder')
  },
  {
    name: 'order.salesorder',
    table: 'sales_order',
    unique: [['reference']],
    fields: {
      ...HEAD,
      ...TOTAL,
      ...ORDER,
      reference: text('reference'),
      customer: relation('customer_id', 'company.company', MAYBE),
      status: integer('status', PENDING),
      customer_reference: text('customer_reference', EMPTY),
      shipment_date: date('shipment_date', MAYBE),
      shipped_by: relation('shipped_by_id', 'auth.user', MAYBE),
      ...CUSTOM_STATUS
    }
  },
  {
    name: 'order.salesorderlineitem',
    table: 'sales_order_line',
    unique: [],
    fields: {
      ...METADATA,
      ...QUANTITY,
      ...DISCOUNT,
      ...LINE,
      order: relation('order_id', 'order.salesorder'),
      part: relation('part_id', 'part.part', MAYBE),
      ...price('sale_price'),
      shipped: decimal('shipped', 5, NO)
    }
  },
  {
    name: 'order.salesorderextraline',
    table: 'sales_order_extra_line',
    unique: [],
    fields: extraLine('order.salesorder')
  },
  {
    name: 'order.salesordershipment',
    table: 'sales_order_shipment',
    unique: [['order', 'reference']],
    fields: {
      ...METADATA,
      ...NOTES,
      ...BARCODE,
      order: relation('order_id', 'order.salesorder'),
      shipment_address: relation('shipment_address_id', 'company.address', MAYBE),
      shipment_date: date('shipment_date', MAYBE),
      delivery_date: date('delivery_date', MAYBE),
      checked_by: relation('checked_by_id', 'auth.user', MAYBE),
      reference: text('reference', { initial: '1' }),
      tracking_number: text('tracking_number', EMPTY),
      invoice_number: text('invoice_number', EMPTY),
      link: text('link', EMPTY)
    }
  },
  {
    name: 'order.salesorderallocation',
    table: 'sales_order_allocation',
    unique: [],
    fields: {
      line: relation('line_id', 'order.salesorderlineitem'),
      shipment: relation('shipment_id', 'order.salesordershipment', MAYBE),
      item: relation('item_id', 'stock.stockitem'),
      quantity: decimal('quantity', 5, ONE)
    }
  },
  {
    name: 'order.returnorder',
    table: 'return_order',
    unique: [['reference']],
    fields: {
      ...HEAD,
      ...TOTAL,
      ...ORDER,
      reference: text('reference'),
      customer: relation('customer_id', 'company.company', MAYBE),
      status: integer('status', PENDING),
      customer_reference: text('customer_reference', EMPTY),
      complete_date: date('complete_date', MAYBE),
      ...CUSTOM_STATUS
    }
  },
  {
    name: 'order.returnorderlineitem',
    table: 'return_order_line',
    unique: [['order', 'item']],
    fields: {
      ...METADATA,
      ...DISCOUNT,
      ...LINE,
      order: relation('order_id', 'order.returnorder'),
      item: relation('item_id', 'stock.stockitem'),
      ...QUANTITY,
      received_date: date('received_date', MAYBE),
      outcome: integer('outcome', PENDING),
      ...price('price'),
      outcome_custom_key: integer('outcome_custom_key', MAYBE)
    }
  },
  {
    name: 'order.returnorderextraline',
    table: 'return_order_extra_line',
    unique: [],
    fields: extraLine('order.returnorder')
  },
  {
    name: 'order.transferorder',
    table: 'transfer_order',
    unique: [['reference']],
    fields: {
      ...HEAD,
      ...ORDER,
      reference: text('reference'),
      take_from: relation('take_from_id', 'stock.stocklocation', MAYBE),
      destination: relation('destination_id', 'stock.stocklocation', MAYBE),
      status: integer('status', PENDING),
      consume: boolean('consume', NO),
      complete_date: date('complete_date', MAYBE),
      ...CUSTOM_STATUS
    }
  },
  {
    name: 'order.transferorderlineitem',
    table: 'transfer_order_line',
    unique: [],
    fields: {
      ...METADATA,
      ...QUANTITY,
      ...DISCOUNT,
      ...LINE,
      order: relation('order_id', 'order.transferorder'),
      part: relation('part_id', 'part.part', MAYBE),
      transferred: decimal('transferred', 5, NO)
    }
  },
  {
    name: 'order.transferorderallocation',
    table: 'transfer_order_allocation',
    unique: [],
    fields: {
      line: relation('line_id', 'order.transferorderlineitem'),
      item: relation('item_id', 'stock.stockitem'),
      quantity: decimal('quantity', 5, ONE)
    }
  }
]
