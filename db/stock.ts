import type { Generated } from 'kysely'
import type { Flag } from './tables.ts'

/** Where stock lies. */
export interface StockTables {
  stock_location: StockLocationTable
  stock_location_type: StockLocationTypeTable
}

export interface StockLocationTypeTable {
  id: Generated<number>
  name: string
  description: Generated<string>
  /** What locations of this type show unless they have an icon of their own. */
  icon: Generated<string>
  metadata: string | null
}

export interface StockLocationTable {
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
  /** The nested set: kept by src/crud/tree.ts, never written by hand. */
  lft: Generated<number>
  rght: Generated<number>
  tree_id: Generated<number>
  level: Generated<number>
  metadata: string | null
}
