import { forbidden } from '#contract/errors.ts'
import { signedIn, type RequestContext, type Verb } from '#contract/scopes.ts'
import { sitePrefix } from '#contract/site.ts'
import type { Body, Call, OperationId } from '#contract/types.ts'
import { INSTANCES } from '#framework/instances.ts'
import { MODELS, permits } from '#framework/models.ts'
import { webPath } from '#framework/web.ts'
import type { Coded } from './codes.ts'
import { findRecord, type BarcodeTarget } from './find.ts'
import { textOf } from '#contract/text.ts'

/** What understands the server's own codes and linked ones. */
export const PLUGIN = 'InvenTreeBarcode'

/** Whether a role permits the caller the verb on a kind of record. */
export const mayAccess = (context: RequestContext, verb: Verb, model: Coded) =>
  permits(signedIn(context), verb, MODELS[model]!)

/** The body, read by the contract. A barcode may hold any character, so nothing is taken out of it. */
export const readBody = <Id extends OperationId>(call: Call<Id>): Promise<Body<Id>> =>
  (call as unknown as { read(body: unknown): Promise<Body<Id>> }).read(call.rawBody)

/** A record as the answer to a scan shows it; undefined where its module does not exist. */
export async function barcodeRecord(
  context: RequestContext,
  { model, id }: BarcodeTarget
): Promise<Record<string, unknown> | undefined> {
  const instance = (await INSTANCES[model]?.(context, [id], { created: true }))?.get(id)
  const path = webPath(model, id)
  return instance === undefined
    ? undefined
    : { pk: id, api_url: `${MODELS[model]!.api}${id}/`, instance, ...(path ? { web_url: sitePrefix() + path } : {}) }
}

/** A record that a barcode stands for, and what it looks like. */
export interface BarcodeMatch extends BarcodeTarget {
  record: Record<string, unknown>
}

/**
 * The record that a barcode stands for; undefined where it stands for none.
 *
 * @throws 403 where the caller may not view it
 */
export async function lookUpBarcode(context: RequestContext, barcode: string): Promise<BarcodeMatch | undefined> {
  const found = await findRecord(context, barcode)
  if (found && INSTANCES[found.model] && !mayAccess(context, 'view', found.model))
    throw forbidden('User does not have permission to view this model')
  const record = found && (await barcodeRecord(context, found))
  return record && { ...found, record }
}

/** Everything inside as text, as refusals repeat records. */
export function barcodeText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(barcodeText)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, barcodeText(one)]))
  return value === null ? 'None' : value === true ? 'True' : value === false ? 'False' : textOf(value, Infinity)
}
