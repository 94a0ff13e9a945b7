import { createHash } from 'node:crypto'
import type { Database } from '#db/database.ts'
import { MODELS } from '#framework/models.ts'
import { textOf } from '#contract/text.ts'
import { CONTENT_TYPES } from '#modules/contenttype/index.ts'
import type { RequestContext, SettingReader } from '#contract/scopes.ts'
import { CODES, type Coded } from './codes.ts'
import { codeForm } from './plugin.ts'

let inOrder: Coded[] | undefined

/** The kinds of records that have barcodes, in the order in which they are looked through: by app and name. */
export const coded = (): Coded[] =>
  (inOrder ??= CONTENT_TYPES.filter(({ model }) => CODES[model] !== undefined)
    .map(({ app_label, model }) => `${app_label}.${model}`)
    .sort()
    .map((name) => name.split('.')[1] as Coded)) // the registry of modules holds them against the contract

/** What follows the prefix of a short code. */
const SHORT = /^([0-9A-Z $%*+\-./:]{2})(\d+)$/

/** The code that the server makes for a record, in the form that the settings of the plugin say. */
export function ownCode(settings: SettingReader, model: Coded, id: number): string {
  const form = codeForm(settings)
  if (form.text('INTERNAL_BARCODE_FORMAT') === 'json') return `{"${model}": ${id}}`
  return `${form.text('SHORT_BARCODE_PREFIX')}${CODES[model]}${id}`
}

/** The letters and the number of a short code; undefined where a text is none. */
function shortCode(settings: SettingReader, text: string): { letters: string; id: number } | undefined {
  const prefix = codeForm(settings).text('SHORT_BARCODE_PREFIX')
  const [, letters, digits] = (text.startsWith(prefix) && SHORT.exec(text.slice(prefix.length))) || []
  return letters === undefined ? undefined : { letters, id: Number(digits) }
}

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

/** A record that has barcodes, if it is there. */
export async function codedRecord(db: Database, model: Coded, id: number): Promise<BarcodeTarget | undefined> {
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
export async function findRecord(
  { db, settings }: Pick<RequestContext, 'db' | 'settings'>,
  text: string
): Promise<BarcodeTarget | undefined> {
  const own = shortCode(settings, text)
  if (own) {
    const model = coded().find((name) => CODES[name] === own.letters)
    if (!model) return undefined
    const found = await codedRecord(db, model, own.id)
    if (found) return found
  }
  const json = named(text)
  const found = json && (await codedRecord(db, json.model, json.id))
  if (found) return found
  const hash = hashOf(text)
  for (const model of coded()) {
    const row = await records(db, model).where('barcode_hash', '=', hash).executeTakeFirst()
    if (row) return { model, id: row.id }
  }
  return undefined
}
