import { forbidden } from '#contract/errors.ts'
import { signedIn, type RequestContext, type Verb } from '#contract/scopes.ts'
import { sitePrefix } from '#contract/site.ts'
import type { Body, Call, OperationId } from '#contract/types.ts'
import { INSTANCES } from '#framework/instances.ts'
import { MODELS, permits } from '#framework/models.ts'
import { webPath } from '#framework/web.ts'
import type { Coded } from './codes.ts'
import { coded, codedRecord, findRecord, type BarcodeTarget } from './find.ts'
import { matchSupplierCode, SEVERAL_PARTS, type SupplierMatch } from './suppliers/match.ts'
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

/** A record as it is shown. @throws 403 where the caller may not view it */
async function shown(context: RequestContext, target: BarcodeTarget): Promise<BarcodeMatch | undefined> {
  if (INSTANCES[target.model] && !mayAccess(context, 'view', target.model))
    throw forbidden('User does not have permission to view this model')
  const record = await barcodeRecord(context, target)
  return record && { ...target, record }
}

/**
 * The record that one of the server's own codes, or a linked one, stands for; undefined where it stands for none.
 *
 * @throws 403 where the caller may not view it
 */
export async function lookUpBarcode(context: RequestContext, barcode: string): Promise<BarcodeMatch | undefined> {
  const found = await findRecord(context, barcode)
  return found && (await shown(context, found))
}

/** The only purchase order of a supplier that has one of the numbers of a code; undefined unless it is exactly one. */
async function namedOrder({ db }: RequestContext, supplier: number, { orders }: SupplierMatch['code']) {
  if (orders.length === 0) return undefined
  const found = await db
    .selectFrom('purchase_order')
    .select('id')
    .where('supplier_id', '=', supplier)
    .where((eb) => eb.or([eb('reference', 'in', orders), eb('supplier_reference', 'in', orders)]))
    .limit(2)
    .execute()
  return found.length === 1 ? found[0]!.id : undefined
}

/** What else a code of a supplier leads to, as far as the caller may view it. */
async function besides(context: RequestContext, { code, parts: [part] }: SupplierMatch) {
  const targets = {
    manufacturerpart: part!.manufacturer_part_id ?? undefined,
    purchaseorder: await namedOrder(context, part!.supplier_id, code)
  }
  const records: Record<string, unknown> = { company: { pk: part!.supplier_id } }
  for (const [name, id] of Object.entries(targets)) {
    const model = name as keyof typeof targets
    if (id !== undefined && mayAccess(context, 'view', model))
      records[model] = await barcodeRecord(context, { model, id })
  }
  return records
}

/** The record that a plugin of others names for a code: the first one that knows it. */
async function matchByPlugins(context: RequestContext, code: string) {
  const { plugins, db, caller: user } = context
  for (const { key, title } of await plugins.offering('barcode')) {
    const named = await plugins.tryCall(key, ['barcode'], [code], { user })
    const { model, pk } = (named ?? {}) as { model?: unknown; pk?: unknown }
    const kind = coded().find((one) => one === model)
    const target = kind && (await codedRecord(db, kind, Number(pk)))
    if (target) return { plugin: title, target }
  }
  return undefined
}

/** What understood a barcode, and the record that it stands for with others that it leads to; or why there is none. */
type Understood = { plugin: string } & ({ match: BarcodeMatch; others: Record<string, unknown> } | { error: string })

/**
 * What a barcode stands for: the server's own ones and linked ones first, then those of suppliers, then those that
 * plugins of others know.
 *
 * @throws 403 where the caller may not view the record
 */
export async function understandBarcode(context: RequestContext, barcode: string): Promise<Understood> {
  const own = await lookUpBarcode(context, barcode)
  if (own) return { plugin: PLUGIN, match: own, others: {} }
  const found = await matchSupplierCode(context, barcode)
  if (!found) return await understandByPlugins(context, barcode)
  const { plugin, parts } = found
  if (parts.length > 1) return { plugin, error: SEVERAL_PARTS }
  const match = (await shown(context, { model: 'supplierpart', id: parts[0]!.id }))!
  return { plugin, match, others: await besides(context, found) }
}

/** What plugins of others make of a code that this server knows nothing of. */
async function understandByPlugins(context: RequestContext, barcode: string): Promise<Understood> {
  const found = await matchByPlugins(context, barcode)
  const match = found && (await shown(context, found.target))
  if (!match) return { plugin: 'None', error: 'No match found for barcode data' }
  return { plugin: found.plugin, match, others: {} }
}

/** Everything inside as text, as refusals repeat records. */
export function barcodeText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(barcodeText)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, barcodeText(one)]))
  return value === null ? 'None' : value === true ? 'True' : value === false ? 'False' : textOf(value, Infinity)
}
