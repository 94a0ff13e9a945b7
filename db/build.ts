import type { Generated } from 'kysely'
import type { WithBarcode, WithMetadata, WithNotes } from './columns.ts'
import type { Flag } from './tables.ts'

/** Build orders. */
export interface BuildTables {
  build: BuildTable
  build_line: BuildLineTable
  build_item: BuildItemTable
}

interface BuildTable extends WithMetadata, WithNotes, WithBarcode {
  id: Generated<number>
  reference: string
  /** The number in `reference`, for sorting. */
  reference_int: Generated<number>
  title: Generated<string>
  parent_id: number | null
  part_id: number
  sales_order_id: number | null
  take_from_id: number | null
  external: Generated<Flag>
  destination_id: number | null
  /** A whole number. */
  quantity: Generated<number>
  completed: Generated<number>
  status: Generated<number>
  status_custom_key: number | null
  batch: string | null
  creation_date: string | null
  start_date: string | null
  target_date: string | null
  completion_date: string | null
  completed_by_id: number | null
  issued_by_id: number | null
  responsible_id: number | null
  link: Generated<string>
  priority: Generated<number>
  project_code_id: number | null
}

interface BuildLineTable {
  id: Generated<number>
  build_id: number
  bom_item_id: number
  quantity: Generated<number>
  consumed: Generated<number>
}

/** Stock that is promised to a line. */
interface BuildItemTable extends WithMetadata {
  id: Generated<number>
  build_line_id: number | null
  stock_item_id: number
  quantity: Generated<number>
  /** The output that it shall go into. */
  install_into_id: number | null
}
