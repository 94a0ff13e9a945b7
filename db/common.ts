import type { Generated } from 'kysely'
import type { Flag } from './columns.ts'

/** What all modules share: settings, tags, project codes, and what the server tells and makes. */
export interface CommonTables {
  setting: SettingTable
  user_setting: UserSettingTable
  tag: TagTable
  tagged_item: TaggedItemTable
  project_code: ProjectCodeTable
  custom_unit: CustomUnitTable
  custom_state: CustomStateTable
  exchange_rate: ExchangeRateTable
  data_output: DataOutputTable
  notification_message: NotificationMessageTable
  notification_entry: NotificationEntryTable
  barcode_scan: BarcodeScanTable
  error_report: ErrorReportTable
}

interface SettingTable {
  id: Generated<number>
  key: string
  value: string
}

interface UserSettingTable {
  id: Generated<number>
  key: string
  value: string
  user_id: number
}

interface TagTable {
  id: Generated<number>
  name: string
  slug: string
}

interface TaggedItemTable {
  id: Generated<number>
  tag_id: number
  /** The model name, for example `part`. */
  model: string
  object_id: number
}

interface ProjectCodeTable {
  id: Generated<number>
  code: string
  description: Generated<string>
  active: Generated<Flag>
  /** An owner. */
  responsible_id: number | null
  metadata: string | null
}

interface CustomUnitTable {
  id: Generated<number>
  name: string
  symbol: Generated<string>
  definition: string
}

/** A state of somebody's own, which counts as one that there is. */
interface CustomStateTable {
  id: Generated<number>
  key: number
  name: string
  label: string
  color: Generated<string>
  logical_key: number
  /** The model name, for example `stockitem`. */
  model: string | null
  /** For example `StockStatus`. */
  reference_status: string
}

interface ExchangeRateTable {
  id: Generated<number>
  currency: string
  /** How much of it one of the base currency is. */
  value: Generated<number>
  base_currency: Generated<string>
  backend: Generated<string>
  updated: string | null
}

/** A file that was, or is being, made on demand. */
interface DataOutputTable {
  id: Generated<number>
  /** YYYY-MM-DD */
  created: string
  user_id: number | null
  total: Generated<number>
  progress: Generated<number>
  complete: Generated<Flag>
  output_type: string | null
  template_name: string | null
  plugin: string | null
  /** The path of the file below the media directory. */
  output: string | null
  /** JSON text. */
  errors: string | null
}

interface NotificationMessageTable {
  id: Generated<number>
  /** The model name, for example `build`. */
  target_model_type: string
  target_model_id: number
  source_model_type: string | null
  source_model_id: number | null
  /** Who is told. */
  user_id: number | null
  category: string
  name: string
  message: string | null
  creation: string
  read: Generated<Flag>
}

/** When a notification was last sent, so that it is not sent again too soon. */
interface NotificationEntryTable {
  id: Generated<number>
  /** The category. */
  key: string
  /** The primary key of what it is about. */
  uid: number
  updated: string
}

interface BarcodeScanTable {
  id: Generated<number>
  data: string
  user_id: number | null
  timestamp: string
  endpoint: string | null
  /** JSON text. */
  context: string | null
  /** JSON text. */
  response: string | null
  result: Generated<Flag>
}

/** A request that the server failed to answer. */
interface ErrorReportTable {
  id: Generated<number>
  /** ISO 8601, UTC. */
  when: string
  /** The error in a line. */
  info: string
  /** Where in the program it happened. */
  data: string | null
  /** The path of the request, without its query. */
  path: string | null
  /** What tells the same error at the same place; null for those that are older than that is. */
  place: string | null
  /** How often it happened. */
  count: Generated<number>
  /** When it happened first. */
  first: string | null
}
