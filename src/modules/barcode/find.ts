import { createHash } from 'node:crypto'
import type { Database } from '#db/database.ts'
import { MODELS } from '#framework/models.ts'
import { textOf } from '#contract/text.ts'
import { CONTENT_TYPES } from '#modules/contenttype/index.ts'
import { CODES, type Coded } from './codes.ts'

let inOrder: Coded[] | undefined

/** The kinds of records that have barcodes, in the order in which they are looked through: by app and name. */
export const coded = (): Coded[] =>
  (inOrder ??= CONTENT_TYPES.filter(({ model }) => CODES[model] !== undefined)
    .map(({ app_label, model }) => `${app_label}.${model}`)
    .sort()
    .map((name) => name.split('.')[1] as Coded)) // the registry of modules holds them against the contract

/** What stands in front of the server's own codes. */
const PREFIX = 'INV-'
const OWN = /^INV-([0-9A-Z $%*+\-./:]{2})(\d+)$/

/** The code that the server makes for a record. */
export const ownCode = (model: Coded, id: number): string => `${PREFIX}${CODES[model]}${id}`

/** What is stored of a linked barcode, to find it by: the MD5 hash of the text without control characters. */
export const hashOf = (text: string): string =>
  createHash('md5')
    .update(text.trim().replaceAll(/\p{Cc}/gu, ''))
    .digest('hex')

/** A record that a barcode stands for. */
export interface BarcodeTarget {
  model: Coded
  id: number
}

const records = (db: Database, model: Coded) =>
  (db as any).selectFrom(MODELS[model]!.table).select('id').orderBy('id').limit(1) // any model's table

async function existing(db: Database, model: Coded, id: number): Promise<BarcodeTarget | undefined> {
  return Number.isSafeInteger(id) && (await records(db, model).where('id', '=', id).executeTakeFirst())
    ? { model, id }
    : undefined
}

/** A record named by a JSON text: `{"part": 7}`. */
function named(text: string): BarcodeTarget | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const model = coded().find((name) => Object.hasOwn(value, name))
  const id = model && (value as Record<string, unknown>)[model]
  return model && /^\d+$/.test(textOf(id)) ? { model, id: Number(id) } : undefined
}

/**
 * The record that a barcode stands for: one of the server's own codes, a JSON text, or a text that was linked
 * (docs/behaviour/barcode.md#recognition).
 */
export async function findRecord(db: Database, text: string): Promise<BarcodeTarget | undefined> {
  const own = OWN.exec(text)
  if (own) {
    const model = coded().find((name) => CODES[name] === own[1])
    if (!model) return undefined
    const found = await existing(db, model, Number(own[2]))
    if (found) return found
  }
  const json = named(text)
  const found = json && (await existing(db, json.model, json.id))
  if (found) return found
  const hash = hashOf(text)
  for (const model of coded()) {
    const row = await records(db, model).where('barcode_hash', '=', hash).executeTakeFirst()
    if (row) return { model, id: row.id }
  }
  return undefined
}
