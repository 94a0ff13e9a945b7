import { ApiError, forbidden, invalid } from '#contract/errors.ts'
import { signedIn, type Scope, type Verb } from '#contract/scopes.ts'
import type { Body, Call, Handler, OperationId } from '#contract/types.ts'
import { contentType } from '#src/contenttype/models.ts'
import { MODELS } from '#src/models.ts'
import { part } from '#src/part/part.ts'
import { location } from '#src/stock/location.ts'
import { webPath } from '#src/web.ts'
import { CODED, findRecord, hashOf, ownCode, type Coded, type Found } from './find.ts'
import { history, keepScan } from './history.ts'

/** Shows a record as scans show it: without what is counted or belongs to it. */
type Reader = (call: Scope, ids: number[], view: { created: true }) => Promise<Map<number, unknown>>

/** The kinds of records whose rooms exist; the others cannot be found by a scan yet. Each has its place in BarcodeMatch of the contract. */
const READERS: Partial<Record<Coded, Reader>> = { part: part.read, stocklocation: location.read }

const PLUGIN = 'InvenTreeBarcode'

const may = (call: Scope, verb: Verb, model: Coded) => MODELS[model]!.rulesets.some((ruleset) => signedIn(call).may(verb, ruleset))

/** The body, read by the contract. A barcode may hold any character, so nothing is taken out of it. */
const read = <Id extends OperationId>(call: Call<Id>): Promise<Body<Id>> => (call as unknown as { read (body: unknown): Promise<Body<Id>> }).read(call.rawBody)

/** A record as the answer to a scan shows it. */
async function shown (call: Scope, { model, id }: Found): Promise<Record<string, unknown> | undefined> {
  const instance = (await READERS[model]?.(call, [id], { created: true }))?.get(id)
  const web_url = webPath(model, id)
  return instance === undefined ? undefined : { pk: id, api_url: `${MODELS[model]!.api}${id}/`, instance, ...web_url ? { web_url } : {} }
}

const scan: Handler<'barcode_create'> = async (call, send) => {
  const { barcode } = await read(call)
  const said = { barcode_data: barcode, barcode_hash: hashOf(barcode) }
  const found = await findRecord(call.db, barcode)
  if (found && READERS[found.model] && !may(call, 'view', found.model)) throw forbidden('User does not have permission to view this model')
  const record = found && await shown(call, found)
  if (!record) {
    const refusal = { plugin: 'None', ...said, error: 'No match found for barcode data' }
    await keepScan(call, barcode, refusal, false)
    throw invalid(refusal)
  }
  const answer = { [found.model]: record, success: 'Match found for barcode data', plugin: PLUGIN, ...said }
  await keepScan(call, barcode, answer, true)
  return send(200, answer)
}

/** Everything inside as text, as a refusal repeats the record that is in the way. */
function asText (value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asText(one)]))
  return value === null ? 'None' : value === true ? 'True' : value === false ? 'False' : String(value)
}

/** Stores a barcode with a record, or takes it away. */
async function store (call: Scope, model: Coded, id: number, text: string): Promise<void> {
  const kind = contentType(model)!
  if (!may(call, 'change', model)) {
    throw new ApiError(403, { error: `You do not have the required permissions for <class '${kind.app_label}.models.${MODELS[model]!.className}'>` })
  }
  await (call.db as any).updateTable(MODELS[model]!.table).set({ barcode_data: text, barcode_hash: text && hashOf(text) }).where('id', '=', id).execute() // any model's table
}

const link: Handler<'barcode_link_create'> = async (call, send) => {
  const body = await read(call)
  const { barcode } = body
  return await call.db.transaction().execute(async (db) => {
    const inner = { ...call, db }
    const known = await findRecord(db, barcode)
    if (known) {
      const record = may(call, 'view', known.model) ? await shown(inner, known) : undefined
      throw invalid({ ...record ? { [known.model]: asText(record) as Record<string, string> } : {}, error: 'Barcode matches existing item', plugin: PLUGIN, barcode_data: barcode })
    }
    const model = CODED.find((name) => typeof body[name] === 'number')
    if (!model) throw invalid({ error: `Missing data: provide one of '[${CODED.map((name) => `'${name}'`).join(', ')}]'` })
    const pk = body[model]!
    await store(inner, model, pk, barcode)
    return { success: `Assigned barcode to ${model} instance`, [model]: { pk }, barcode_data: barcode, barcode_hash: hashOf(barcode) }
  }).then((answer) => send(200, answer))
}

const unlink: Handler<'barcode_unlink_create'> = async (call, send) => {
  const body = await read(call)
  const given = CODED.filter((name) => body[name] !== undefined)
  const [model] = given
  if (!model) throw invalid({ error: `Missing data: Provide one of '${CODED.join(', ')}'` })
  if (given.length > 1) throw invalid({ error: `Multiple conflicting fields: '${CODED.join(', ')}'` })
  const pk = body[model]
  if (typeof pk !== 'number') throw invalid({ error: 'Could not unassign barcode' })
  await store(call, model, pk, '')
  return send(200, { success: `Barcode unassigned from ${model} instance` })
}

const generate: Handler<'barcode_generate_create'> = async (call, send) => {
  const { model: word, pk } = call.body
  const model = CODED.find((name) => name === word)
  if (!model) throw invalid({ model: ['Model is not supported'] })
  const code = ownCode(model, pk)
  const found = await findRecord(call.db, code)
  if (found?.model !== model || found.id !== pk) throw invalid({ error: 'Model instance not found' })
  return send(200, { barcode: code })
}

/** The room for barcodes. */
export const barcodeRoom = {
  ...history.operations,
  barcode_create: Object.assign(scan, { readsBody: true }),
  barcode_link_create: Object.assign(link, { readsBody: true }),
  barcode_unlink_create: Object.assign(unlink, { readsBody: true }),
  barcode_generate_create: generate
}
