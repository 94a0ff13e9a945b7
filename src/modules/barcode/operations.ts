import { ApiError, invalid } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import { contentType } from '#modules/contenttype/index.ts'
import { MODELS } from '#framework/models.ts'
import type { Coded } from './codes.ts'
import { coded, findRecord, hashOf, ownCode } from './find.ts'
import { history, keepScan } from './history.ts'
import { barcodeText, mayAccess, PLUGIN, readBody, barcodeRecord, understandBarcode } from './match.ts'
import { orderScans } from './orders.ts'
import { receiveScan } from './receive.ts'

const scan: Handler<'barcode_create'> = async (call, send) => {
  const { barcode } = await readBody(call)
  const said = { barcode_data: barcode, barcode_hash: hashOf(barcode) }
  const understood = await understandBarcode(call, barcode)
  if ('error' in understood) {
    const refusal = { ...understood, ...said }
    await keepScan(call, barcode, refusal, false)
    throw invalid(refusal)
  }
  const { plugin, match, others } = understood
  const answer = { [match.model]: match.record, ...others, success: 'Match found for barcode data', plugin, ...said }
  await keepScan(call, barcode, answer, true)
  return send(200, answer)
}

/** Stores a barcode with a record, or takes it away. */
async function store(context: RequestContext, model: Coded, id: number, text: string): Promise<void> {
  const kind = contentType(model)!
  if (!mayAccess(context, 'change', model)) {
    throw new ApiError(403, {
      error: `You do not have the required permissions for <class '${kind.app_label}.models.${MODELS[model]!.className}'>`
    })
  }
  await (context.db as any)
    .updateTable(MODELS[model]!.table)
    .set({ barcode_data: text, barcode_hash: text && hashOf(text) })
    .where('id', '=', id)
    .execute() // any model's table
}

const link: Handler<'barcode_link_create'> = async (call, send) => {
  const body = await readBody(call)
  const { barcode } = body
  return await call.db
    .transaction()
    .execute(async (db) => {
      const inner = { ...call, db }
      const known = await findRecord(inner, barcode)
      if (known) {
        const record = mayAccess(call, 'view', known.model) ? await barcodeRecord(inner, known) : undefined
        throw invalid({
          ...(record ? { [known.model]: barcodeText(record) as Record<string, string> } : {}),
          error: 'Barcode matches existing item',
          plugin: PLUGIN,
          barcode_data: barcode
        })
      }
      const model = coded().find((name) => typeof body[name] === 'number')
      if (!model)
        throw invalid({
          error: `Missing data: provide one of '[${coded()
            .map((name) => `'${name}'`)
            .join(', ')}]'`
        })
      const pk = body[model]!
      await store(inner, model, pk, barcode)
      return {
        success: `Assigned barcode to ${model} instance`,
        [model]: { pk },
        barcode_data: barcode,
        barcode_hash: hashOf(barcode)
      }
    })
    .then((answer) => send(200, answer))
}

const unlink: Handler<'barcode_unlink_create'> = async (call, send) => {
  const body = await readBody(call)
  const given = coded().filter((name) => body[name] !== undefined)
  const [model] = given
  if (!model) throw invalid({ error: `Missing data: Provide one of '${coded().join(', ')}'` })
  if (given.length > 1) throw invalid({ error: `Multiple conflicting fields: '${coded().join(', ')}'` })
  const pk = body[model]
  if (typeof pk !== 'number') throw invalid({ error: 'Could not unassign barcode' })
  await store(call, model, pk, '')
  return send(200, { success: `Barcode unassigned from ${model} instance` })
}

const generate: Handler<'barcode_generate_create'> = async (call, send) => {
  const { model: word, pk } = call.body
  const model = coded().find((name) => name === word)
  if (!model) throw invalid({ model: ['Model is not supported'] })
  const code = ownCode(call.settings, model, pk)
  const found = await findRecord(call, code)
  if (found?.model !== model || found.id !== pk) throw invalid({ error: 'Model instance not found' })
  return send(200, { barcode: code })
}

/** The module for barcodes. */
export const barcodeOperations = {
  ...history.operations,
  ...orderScans,
  barcode_po_receive_create: receiveScan,
  barcode_create: Object.assign(scan, { readsBody: true }),
  barcode_link_create: Object.assign(link, { readsBody: true }),
  barcode_unlink_create: Object.assign(unlink, { readsBody: true }),
  barcode_generate_create: generate
}
