import type { Generated } from 'kysely'
import type { Flag } from './columns.ts'

/** Files that are being imported, row by row. */
export interface ImporterTables {
  import_session: ImportSessionTable
  import_column: ImportColumnTable
  import_row: ImportRowTable
}

interface ImportSessionTable {
  id: Generated<number>
  timestamp: string
  /** The path below the media folder. */
  data_file: string
  /** The names of the columns, as a JSON list. */
  columns: string | null
  /** What is imported, for example `part`. */
  model_type: string
  status: Generated<number>
  user_id: number | null
  update_records: Generated<Flag>
  /** Values by field, as JSON objects. */
  field_defaults: string | null
  field_overrides: string | null
  /** Conditions on the records that fields name, by field, as a JSON object. */
  field_filters: string | null
  row_count_history: number | null
  completed_row_count_history: number | null
}

/** Which column of the file a field takes its values from. */
interface ImportColumnTable {
  id: Generated<number>
  session_id: number
  field: string
  /** Empty where there is none. */
  column: Generated<string>
  lookup_field: string | null
}

interface ImportRowTable {
  id: Generated<number>
  session_id: number
  /** The place in the file, from 0, the headings aside. */
  row_index: number
  /** As the file has it, as a JSON object. */
  row_data: string | null
  /** By field, as it is checked and stored; a JSON object. */
  data: string | null
  errors: string | null
  valid: Generated<Flag>
  complete: Generated<Flag>
}
