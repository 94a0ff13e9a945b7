import type { Generated } from 'kysely'
import type { WithMetadata } from './columns.ts'
import type { Flag } from './tables.ts'

/** Values that any record can have. */
export interface ParameterTables {
  parameter_template: ParameterTemplateTable
  parameter: ParameterTable
}

interface ParameterTemplateTable extends WithMetadata {
  id: Generated<number>
  /** The model name, for example `part`; null for all. */
  model_type: string | null
  name: string
  units: Generated<string>
  description: Generated<string>
  checkbox: Generated<Flag>
  choices: Generated<string>
  selectionlist_id: number | null
  enabled: Generated<Flag>
  /** 0 no rule, 1 within the type of record, 2 everywhere. */
  unique: Generated<number>
}

interface ParameterTable extends WithMetadata {
  id: Generated<number>
  updated: string | null
  updated_by_id: number | null
  /** The model name, for example `part`. */
  model_type: string
  model_id: number
  template_id: number
  data: string
  /** In the units of the template. */
  data_numeric: number | null
  note: Generated<string>
}
