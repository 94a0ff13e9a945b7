import type { Generated } from 'kysely'
import type { Price, WithBarcode, WithMetadata, WithNotes } from './columns.ts'
import type { Flag } from './tables.ts'

/** Orders of every kind, with their lines. */
export interface OrderTables {
  purchase_order: PurchaseOrderTable
  purchase_order_line: PurchaseOrderLineTable
  purchase_order_extra_line: ExtraLineTable
  sales_order: SalesOrderTable
  sales_order_line: SalesOrderLineTable
  sales_order_extra_line: ExtraLineTable
  sales_order_shipment: SalesOrderShipmentTable
  sales_order_allocation: SalesOrderAllocationTable
  return_order: ReturnOrderTable
  return_order_line: ReturnOrderLineTable
  return_order_extra_line: ExtraLineTable
  transfer_order: TransferOrderTable
  transfer_order_line: TransferOrderLineTable
  transfer_order_allocation: TransferOrderAllocationTable
}

export interface OrderColumns extends WithMetadata, WithNotes, WithBarcode {
  id: Generated<number>
  reference: string
  /** The number in `reference`, for sorting. */
  reference_int: Generated<number>
  description: Generated<string>
  project_code_id: number | null
  link: Generated<string>
  creation_date: string | null
  issue_date: string | null
  start_date: string | null
  target_date: string | null
  updated_at: string | null
  created_by_id: number | null
  responsible_id: number | null
  contact_id: number | null
  address_id: number | null
  status: Generated<number>
  status_custom_key: number | null
}

/** What orders have that cost something. */
type PricedColumns = Price<'total_price'> & { order_currency: string | null }

export interface LineColumns extends WithMetadata {
  id: Generated<number>
  quantity: Generated<number>
  /** Per cent. */
  discount: Generated<number>
  line: Generated<string>
  /** The number in `line`, for sorting. */
  line_int: Generated<number>
  reference: Generated<string>
  notes: Generated<string>
  link: Generated<string>
  target_date: string | null
  project_code_id: number | null
  order_id: number
}

export type ExtraLineTable = LineColumns &
  Price<'price'> & {
    description: Generated<string>
    /** JSON text. */
    context: string | null
  }

type PurchaseOrderTable = OrderColumns &
  PricedColumns & {
    supplier_id: number | null
    supplier_reference: Generated<string>
    received_by_id: number | null
    complete_date: string | null
    destination_id: number | null
  }

type PurchaseOrderLineTable = LineColumns &
  Price<'purchase_price'> & {
    /** A supplier part. */
    part_id: number | null
    received: Generated<number>
    build_order_id: number | null
    destination_id: number | null
  }

type SalesOrderTable = OrderColumns &
  PricedColumns & {
    customer_id: number | null
    customer_reference: Generated<string>
    shipment_date: string | null
    shipped_by_id: number | null
  }

type SalesOrderLineTable = LineColumns &
  Price<'sale_price'> & {
    part_id: number | null
    shipped: Generated<number>
  }

interface SalesOrderShipmentTable extends WithMetadata, WithNotes, WithBarcode {
  id: Generated<number>
  order_id: number
  shipment_address_id: number | null
  shipment_date: string | null
  delivery_date: string | null
  checked_by_id: number | null
  reference: Generated<string>
  tracking_number: Generated<string>
  invoice_number: Generated<string>
  link: Generated<string>
}

interface SalesOrderAllocationTable {
  id: Generated<number>
  line_id: number
  shipment_id: number | null
  /** A stock item. */
  item_id: number
  quantity: Generated<number>
}

type ReturnOrderTable = OrderColumns &
  PricedColumns & {
    customer_id: number | null
    customer_reference: Generated<string>
    complete_date: string | null
  }

type ReturnOrderLineTable = LineColumns &
  Price<'price'> & {
    /** A stock item. */
    item_id: number
    received_date: string | null
    outcome: Generated<number>
    outcome_custom_key: number | null
  }

interface TransferOrderTable extends OrderColumns {
  take_from_id: number | null
  destination_id: number | null
  consume: Generated<Flag>
  complete_date: string | null
}

interface TransferOrderLineTable extends LineColumns {
  part_id: number | null
  transferred: Generated<number>
}

interface TransferOrderAllocationTable {
  id: Generated<number>
  line_id: number
  /** A stock item. */
  item_id: number
  quantity: Generated<number>
}
