import type { TransferModel } from './fields.ts'

export type { ColumnField, Field, Stored, TransferModel } from './fields.ts'

/**
 * What is written to an export and read from one: the models of InvenTree's `export-records` that have a module here,
 * in the order in which they are written: what others name comes first, as far as it goes. Filled by the registry of
 * modules.
 *
 * API tokens (`users.apitoken`) are secrets: they are neither exported nor imported. Exchange rates, notifications and
 * outputs are left out as InvenTree leaves them out.
 *
 * Source of the names, the order and the form of values: the export of the demo data; where it has no record of a
 * model (such as tags, selection lists, transfer orders), Django's and taggit's documented fields and InvenTree's
 * contract.
 */
export const TRANSFER_MODELS: TransferModel[] = []

/** The same, by the name in an export. */
export const MODEL_BY_NAME = new Map<string, TransferModel>()

/** The last part of a model's name, as the tables keep it, with its full name. */
export const FULL_NAMES = new Map<string, string>()

/** Whether a model holds something that is sealed, so that it takes the key of the server to write or read it. */
export const needsVault = ({ fields }: TransferModel): boolean =>
  Object.values(fields).some(({ kind }) => kind === 'sealed')

/**
 * Adds what is written and read.
 *
 * @param brought the models, in any order
 * @param order the names of all of them, in the order in which they are written
 * @throws Error where a model has no place in the order, a place has no model, or two have one name
 */
export function addTransferModels(brought: readonly TransferModel[], order: readonly string[]): void {
  const byName = new Map(brought.map((model) => [model.name, model]))
  if (byName.size < brought.length) throw new Error('two modules bring the same model of an export')
  const missing = new Set(order).symmetricDifference(byName)
  if (missing.size) throw new Error(`not both in the order of an export and in a module: ${[...missing].join(', ')}`)
  for (const name of order) {
    const model = byName.get(name)!
    TRANSFER_MODELS.push(model)
    MODEL_BY_NAME.set(name, model)
    FULL_NAMES.set(name.split('.')[1]!, name)
  }
}
