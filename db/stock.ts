import type { Generated } from 'kysely'
import type { Flag } from './tables.ts'

/** Where stock lies. */
export interface StockTables {
  stock_location: StockLocationTable
}

export interface StockLocationTable {
  id: Generated<number>
  name: string
  description: Generated<string>
  parent_id: number | null
  pathstring: Generated<string>
  icon: Generated<string>
  owner_id: number | null
  structural: Generated<Flag>
  external: Generated<Flag>
  location_type_id: number | null
  barcode_data: Generated<string>
  barcode_hash: Generated<string>
  /** The nested set: kept by src/crud/tree.ts, never written by hand. */
  lft: Generated<number>
  rght: Generated<number>
  tree_id: Generated<number>
  level: Generated<number>
  metadata: string | null
}
