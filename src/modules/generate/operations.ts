import { invalid } from '#contract/errors.ts'
import type { Handler } from '#contract/types.ts'
import { MODELS } from '#framework/models.ts'
import { batchCode, latestSerial, nextSerial } from '#modules/stock/index.ts'
import { dictionary } from '#db/dictionary.ts'

/** The records that a batch code may tell of, by the name that its template uses. */
const SUBJECTS = {
  build_order: 'build',
  item: 'stockitem',
  location: 'stocklocation',
  part: 'part',
  purchase_order: 'purchaseorder'
} as const

const batch: Handler<'generate_batch_code_create'> = async ({ db, settings, body }, send) => {
  const things: Record<string, unknown> = dictionary({})
  for (const [name, model] of Object.entries(SUBJECTS)) {
    const id = body?.[name as keyof typeof SUBJECTS]
    if (typeof id !== 'number') continue
    const row = await (db as any).selectFrom(MODELS[model]!.table).selectAll().where('id', '=', id).executeTakeFirst() // any model's table
    things[name] = { ...row, pk: id }
  }
  if (typeof body?.quantity === 'number') things.quantity = body.quantity
  return send(201, { batch_code: batchCode(settings, things) })
}

const serial: Handler<'generate_serial_number_create'> = async ({ db, settings, body }, send) => {
  const quantity = body?.quantity ?? 1
  if (quantity < 0) throw invalid({ quantity: ['Quantity must be greater than zero'] })
  if (typeof body?.part !== 'number') return send(201, { serial_number: null })
  const made: string[] = []
  let last = (await latestSerial(db, settings, body.part)) ?? ''
  while (made.length < Math.max(quantity, 1)) {
    const next = nextSerial(last)
    // One that cannot be counted on ends the row (docs/behaviour/generate.md#generators).
    if (next === last) break
    made.push((last = next))
  }
  return send(201, { serial_number: made.join(',') })
}

/** The module for codes that the server makes up. */
export const generateOperations = { generate_batch_code_create: batch, generate_serial_number_create: serial }
