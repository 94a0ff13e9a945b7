import type { Body } from '#contract/types.ts'
import { dictionary } from '#db/dictionary.ts'

/** The kinds of records that have barcodes: those that the contract lets clients name. */
export type Coded = Exclude<keyof Body<'barcode_link_create'>, 'barcode'>

/** The letters that stand for a kind of record, by model. Filled by the registry of modules. */
export const CODES: Record<string, string> = dictionary({})
