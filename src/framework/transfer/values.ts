import { staysInside } from '#framework/files/paths.ts'
import type { Vault } from '#auth/tokens.ts'
import { FULL_NAMES, MODEL_BY_NAME, type ColumnField, type Stored } from './models.ts'

/** What records can name: the primary keys of each model, and those that go by a natural key. */
export interface Known {
  pks: Map<string, Set<number>>
  natural: Map<string, Map<string, number>>
  /** Records of the file that are left out: what may be empty is emptied where it names one. */
  gone: Map<string, Set<unknown>>
  /** Seals what an export has in clear; models that need it are passed over without. */
  vault?: Vault | undefined
}

/** What is wrong with a value, as the end of a sentence that began with the record and the field. */
export class Misfit extends Error {
  override name = 'Misfit'
}

/** A value names a record that is left out; the message is the end of a sentence, too. */
export class LeftOut extends Misfit {
  override name = 'LeftOut'
}

/** A value as it stands in a message. */
export function quotedValue(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

const must = (value: unknown, what: string) => new Misfit(`is ${quotedValue(value)}, but must be ${what}`)

/** The model that a content type, or where `short` its last word, names; undefined where there is no room for it. */
export function readModelName(value: unknown, short?: true): string | undefined {
  if (short) return FULL_NAMES.get(text(value))
  if (!Array.isArray(value) || value.length !== 2 || value.some((part) => typeof part !== 'string'))
    throw must(value, 'a list of an app and a model')
  const name = value.join('.')
  return MODEL_BY_NAME.has(name) ? name : undefined
}

type Kind = ColumnField['kind']
type OfKind<K extends Kind> = Extract<ColumnField, { kind: K }>

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw must(value, 'text')
  // PostgreSQL keeps none.
  if (value.includes('\0')) throw new Misfit(`is ${quotedValue(value)}, which holds a character 0`)
  return value
}

function file(value: unknown): string | null {
  const path = text(value)
  if (!staysInside(path)) throw new Misfit(`is ${quotedValue(path)}, which leads out of the folder of uploaded files`)
  return path || null
}

/** A primary key as text and number; records name each other by it. */
function existing(value: unknown, model: string, known: Known): number {
  if (!Number.isSafeInteger(value)) throw must(value, `the primary key of a record of ${model}`)
  if (known.gone.get(model)?.has(value)) throw new LeftOut(`names ${model} ${value as number}, which is left out`)
  if (!known.pks.get(model)?.has(value as number))
    throw new Misfit(`is ${value as number}, but there is no ${model} ${value as number}`)
  return value as number
}

function decimal(value: unknown, places: number): number {
  const written = typeof value === 'number' ? String(value) : value
  if (typeof written !== 'string' || !/^[-+]?\d+(\.\d*)?(e[-+]?\d+)?$/i.test(written))
    throw must(value, 'a decimal number')
  const number = Number(written)
  // Numbers with more digits than a double holds, or more places than are written, would come back as others.
  const exact = /e/i.test(written) ? number.toFixed(places) : padded(written, places)
  if (
    Math.abs(number) >= 1e15 ||
    Number(number.toFixed(places)) !== number ||
    number.toFixed(places).replace(/^-(?=[0.]*$)/, '') !== exact
  ) {
    throw new Misfit(`is ${quotedValue(value)}, which has more digits than are kept`)
  }
  return number === 0 ? 0 : number
}

/** A plain decimal number, in the one way to write it with this many places. */
function padded(written: string, places: number): string {
  const [, sign, whole, fraction = ''] = /^([-+]?)(\d+)(?:\.(\d*))?$/.exec(written)!
  const digits = `${whole!.replace(/^0+(?=\d)/, '')}.${fraction.replace(/(?<!0)0+$/, '').padEnd(places, '0')}`
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits
}

function date(value: unknown): string {
  const found =
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  if (!found || Number.isNaN(found.getTime()) || found.toISOString().slice(0, 10) !== value)
    throw must(value, 'a date, YYYY-MM-DD')
  return value
}

const MOMENT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[-+]\d\d:\d\d)?$/

/** A moment as the database keeps it; one without a zone is UTC. */
function moment(value: unknown): string {
  const parts = typeof value === 'string' ? MOMENT.exec(value) : null
  const found = parts ? new Date(`${date(parts[1])}T${parts[2]}${parts[3] ?? 'Z'}`) : undefined
  if (!found || Number.isNaN(found.getTime())) throw must(value, 'a date with time, such as 2021-06-20T05:52:40.528Z')
  return found.toISOString()
}

const READ: {
  [K in Kind]: (value: unknown, field: OfKind<K>, known: Known, record: Record<string, unknown>) => Stored
} = {
  text,
  file,
  integer: (value) => {
    if (!Number.isSafeInteger(value)) throw must(value, 'a whole number')
    return value as number
  },
  number: (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw must(value, 'a number')
    return value
  },
  boolean: (value) => {
    if (typeof value !== 'boolean') throw must(value, 'true or false')
    return value ? 1 : 0
  },
  json: (value) => JSON.stringify(value),
  sealed: (value, _field, { vault }) => {
    if (typeof value !== 'object' || Array.isArray(value)) throw must(value, 'an object')
    return vault!.seal(JSON.stringify(value))
  },
  date,
  moment,
  decimal: (value, { places }) => decimal(value, places),
  choice: (value, { choices }) => {
    if (!choices.includes(text(value))) throw must(value, `one of ${choices.join(', ')}`)
    return value as string
  },
  relation: (value, { model }, known) => {
    const natural = known.natural.get(model)
    if (!natural || !Array.isArray(value)) return existing(value, model, known)
    const pk = value.length === 1 ? natural.get(value[0]) : undefined
    if (pk === undefined) throw new Misfit(`is ${quotedValue(value)}, but there is no ${model} of that name`)
    return known.gone.size ? existing(pk, model, known) : pk
  },
  model: (value, { of, short }) => {
    const name = readModelName(value, short)
    if (!name || (of && !of.includes(name))) throw must(value, `the name of ${of?.join(' or ') ?? 'a model'}`)
    return name.split('.')[1]!
  },
  target: (value, { type, short }, known, record) => existing(value, readModelName(record[type], short)!, known)
}

/**
 * The value of a field as its column holds it.
 *
 * @param value as the record has it; undefined where it lacks the field
 * @param record all fields of the record
 * @throws Misfit
 */
export function readValue(value: unknown, field: ColumnField, known: Known, record: Record<string, unknown>): Stored {
  if (value === undefined) {
    if (field.initial === undefined) throw new Misfit('is missing')
    return field.initial
  }
  if (value === null) {
    if (field.nullable) return null
    if (field.whenNull === undefined) throw new Misfit('must not be null')
    return field.whenNull
  }
  return (READ[field.kind] as (...all: unknown[]) => Stored)(value, field, known, record)
}

/** Names of users and groups by primary key, for records that name them. */
export type Names = ReadonlyMap<string, ReadonlyMap<number, string>>

/** Opens what a column holds sealed; where that was done with another key, there is nothing to be told. */
function opened(value: string, vault: Vault | undefined): unknown {
  const text = vault?.open(value)
  return text === undefined ? {} : JSON.parse(text)
}

const WRITE: {
  [K in Kind]?: (value: string | number, field: OfKind<K>, names: Names, vault: Vault | undefined) => unknown
} = {
  boolean: (value) => value === 1,
  json: (value) => JSON.parse(value as string),
  sealed: (value, _field, _names, vault) => opened(value as string, vault),
  // Django writes the fraction of a second only where there is one.
  moment: (value) => (value as string).replace('.000Z', 'Z'),
  decimal: (value, { places }) => (value as number).toFixed(places),
  relation: (value, { model }, names) => {
    const natural = names.get(model)
    return natural ? [natural.get(value as number)] : value
  },
  model: (value, { short }) => (short ? value : FULL_NAMES.get(value as string)!.split('.'))
}

/** The value of a column as an export has it. */
export function writeValue(value: Stored, field: ColumnField, names: Names, vault?: Vault): unknown {
  if (value === null) return field.kind === 'file' ? '' : null
  const write = WRITE[field.kind] as ((...all: unknown[]) => unknown) | undefined
  return write ? write(value, field, names, vault) : value
}
