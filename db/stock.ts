import type { Generated } from 'kysely'
import type { KeptAmount, Flag, Price, WithBarcode, WithMetadata, WithNotes } from './columns.ts'

/** Stock, where it lies and what happened to it. */
export interface StockTables {
  stock_location: StockLocationTable
  stock_location_type: StockLocationTypeTable
  stock_item: StockItemTable
  stock_tracking: StockTrackingTable
  stock_test_result: StockTestResultTable
}

interface StockLocationTypeTable {
  id: Generated<number>
  name: string
  description: Generated<string>
  /** What locations of this type show unless they have an icon of their own. */
  icon: Generated<string>
  metadata: string | null
}

interface StockLocationTable {
  id: Generated<number>
  name: string
  description: Generated<string>
  parent_id: number | null
  pathstring: Generated<string>
  /** Its own icon; the API calls it `custom_icon`. Null where none was ever chosen, empty where it was taken away. */
  icon: string | null
  owner_id: number | null
  structural: Generated<Flag>
  external: Generated<Flag>
  /** No foreign key: deleting a type empties this in code. */
  location_type_id: number | null
  barcode_data: Generated<string>
  barcode_hash: Generated<string>
  /** The nested set: kept by src/framework/crud/tree.ts, never written by hand. */
  lft: Generated<number>
  rght: Generated<number>
  tree_id: Generated<number>
  level: Generated<number>
  metadata: string | null
  /** How many stock items lie in it, and how many in all locations below. */
  items: KeptAmount
  items_below: KeptAmount
}

type StockItemTable = WithMetadata &
  WithNotes &
  WithBarcode &
  Price<'purchase_price'> & {
    id: Generated<number>
    updated: string | null
    /** The item that it was split from. */
    parent_id: number | null
    part_id: number
    supplier_part_id: number | null
    location_id: number | null
    packaging: string | null
    /** The item that it is installed in. */
    belongs_to_id: number | null
    customer_id: number | null
    serial: string | null
    /** The number in `serial`, for sorting. */
    serial_int: Generated<number>
    link: Generated<string>
    batch: string | null
    quantity: Generated<number>
    /** The order that it is, or was, an output of. */
    build_id: number | null
    /** The build order that used it up. */
    consumed_by_id: number | null
    is_building: Generated<Flag>
    purchase_order_id: number | null
    sales_order_id: number | null
    /** YYYY-MM-DD */
    expiry_date: string | null
    /** YYYY-MM-DD */
    stocktake_date: string | null
    stocktake_user_id: number | null
    creation_date: string | null
    delete_on_deplete: Generated<Flag>
    status: Generated<number>
    status_custom_key: number | null
    owner_id: number | null
  }

interface StockTrackingTable {
  id: Generated<number>
  tracking_type: Generated<number>
  item_id: number | null
  part_id: number | null
  date: string
  notes: string | null
  user_id: number | null
  /** JSON text. */
  deltas: string | null
}

interface StockTestResultTable extends WithMetadata {
  id: Generated<number>
  stock_item_id: number
  template_id: number
  result: Generated<Flag>
  value: Generated<string>
  /** The path of a file below the media directory. */
  attachment: string | null
  notes: Generated<string>
  user_id: number | null
  test_station: Generated<string>
  started_datetime: string | null
  finished_datetime: string | null
  date: string
}
