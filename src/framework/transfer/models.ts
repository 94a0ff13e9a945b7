import { AUTH_MODELS } from './models/auth.ts'
import { BUILD_MODELS } from './models/build.ts'
import { COMMON_MODELS } from './models/common.ts'
import { COMPANY_MODELS } from './models/company.ts'
import type { TransferModel } from './models/fields.ts'
import { ORDER_MODELS } from './models/order.ts'
import { PART_MODELS } from './models/part.ts'
import { STOCK_MODELS } from './models/stock.ts'

export type { ColumnField, Field, Stored, TransferModel } from './models/fields.ts'

/**
 * What is written to an export and read from one: the models of InvenTree's `export-records` that have a module here.
 *
 * API tokens (`users.apitoken`) are secrets: they are neither exported nor imported. Exchange rates, notifications and
 * outputs are left out as InvenTree leaves them out.
 *
 * Source of the names, the order and the form of values: the export of the demo data; where it has no record of a
 * model (such as tags, selection lists, transfer orders), Django's and taggit's documented fields and InvenTree's
 * contract.
 *
 * Records are written in this order: what others name comes first, as far as it goes.
 */
export const TRANSFER_MODELS: readonly TransferModel[] = [
  ...AUTH_MODELS,
  ...COMMON_MODELS,
  ...COMPANY_MODELS,
  ...PART_MODELS,
  ...STOCK_MODELS,
  ...ORDER_MODELS,
  ...BUILD_MODELS
]

export const MODEL_BY_NAME: ReadonlyMap<string, TransferModel> = new Map(
  TRANSFER_MODELS.map((model) => [model.name, model])
)

/** The last part of a model's name, as the tables keep it, with its full name. */
export const FULL_NAMES: ReadonlyMap<string, string> = new Map(
  TRANSFER_MODELS.map(({ name }) => [name.split('.')[1]!, name])
)
