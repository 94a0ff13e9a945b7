import type { Generated } from 'kysely'
import type { WithMetadata } from './columns.ts'
import type { Flag } from './tables.ts'

/** What assemblies consist of. */
export interface BomTables {
  bom_item: BomItemTable
  bom_substitute: BomSubstituteTable
}

interface BomItemTable extends WithMetadata {
  id: Generated<number>
  /** The assembly. */
  part_id: number
  sub_part_id: number
  /** The amount as it was entered; `quantity` follows from it. */
  raw_amount: Generated<string>
  quantity: Generated<number>
  piece_count: Generated<number>
  optional: Generated<Flag>
  consumable: Generated<Flag>
  setup_quantity: Generated<number>
  /** Per cent. */
  attrition: Generated<number>
  rounding_multiple: number | null
  reference: Generated<string>
  note: Generated<string>
  checksum: Generated<string>
  validated: Generated<Flag>
  inherited: Generated<Flag>
  allow_variants: Generated<Flag>
}

interface BomSubstituteTable extends WithMetadata {
  id: Generated<number>
  bom_item_id: number
  part_id: number
}
