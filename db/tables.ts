import type { Kysely } from 'kysely'
import type { AttachmentTables } from './attachment.ts'
import type { AuthTables } from './auth.ts'
import type { BomTables } from './bom.ts'
import type { BuildTables } from './build.ts'
import type { CompanyTables } from './company.ts'
import type { EventTables } from './events.ts'
import type { ExtensionTables } from './extension.ts'
import type { ImporterTables } from './importer.ts'
import type { OrderTables } from './order.ts'
import type { ParameterTables } from './parameter.ts'
import type { SelectionTables } from './selection.ts'
import type { PartTables } from './part.ts'
import type { ReportTables } from './report.ts'
import type { StockTables } from './stock.ts'
import type { CommonTables } from './common.ts'
import type { JobTables } from './jobs.ts'
import type { WebhookTables } from './webhook.ts'

/** Every table of the database, by module. The migrations in ./migrations create what is described here. */
export type DB = AttachmentTables &
  AuthTables &
  BomTables &
  BuildTables &
  CommonTables &
  CompanyTables &
  EventTables &
  ExtensionTables &
  JobTables &
  ImporterTables &
  OrderTables &
  ParameterTables &
  PartTables &
  ReportTables &
  SelectionTables &
  StockTables &
  WebhookTables

/** An open database, or a transaction in it. */
export type Database = Kysely<DB>
