import type { Generated } from 'kysely'
import type { WithMetadata } from './columns.ts'
import type { Flag } from './tables.ts'

/** Lists of values that parameters may have. */
export interface SelectionTables {
  selection_list: SelectionListTable
  selection_list_entry: SelectionListEntryTable
}

interface SelectionListTable extends WithMetadata {
  id: Generated<number>
  name: string
  description: Generated<string>
  locked: Generated<Flag>
  active: Generated<Flag>
  source_plugin_id: number | null
  source_string: Generated<string>
  default_id: number | null
  created: string
  last_updated: string
}

interface SelectionListEntryTable {
  id: Generated<number>
  list_id: number | null
  value: string
  label: string
  description: Generated<string>
  active: Generated<Flag>
}
