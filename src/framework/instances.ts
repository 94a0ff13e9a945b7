import type { RequestContext } from '#contract/scopes.ts'
import { dictionary } from '#db/dictionary.ts'

/** Shows records without what is counted or belongs to them. */
export type Reader = (context: RequestContext, ids: number[], view: { created: true }) => Promise<Map<number, unknown>>

/**
 * What shows a record where something else only points to it, such as a barcode or an entry of the tracking, by model.
 * Filled by the registry of modules; kinds that no module shows are not among them.
 */
export const INSTANCES: Record<string, Reader | undefined> = dictionary({})
