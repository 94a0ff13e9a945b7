// The words in which kinds of records are described to templates.
import { sql } from 'kysely'
import type { TableName } from '#crud/definition.ts'
import { webPath } from '#framework/web.ts'
import { baseCurrency } from '#modules/currency/index.ts'
import { Decimal } from '#template/decimal.ts'
import { Moment, Money, PlainDate } from '#template/values.ts'
import {
  type ContextAttribute,
  type ContextRecord,
  ContextSet,
  type RecordGroup,
  type RecordReader,
  type RecordShape,
  type RelationChoice
} from './records.ts'

type Attributes = Readonly<Record<string, ContextAttribute>>

/** A number with the places of its column. */
export const fixed = (value: unknown, places: number): Decimal | null =>
  value === null || value === undefined ? null : Decimal.fixed(Number(value), places)

/** A number without zeros at its end. */
export const trimmed = (value: number): Decimal => Decimal.fixed(value, 5).normalized()

/** An amount of a price with its currency; the default currency where none is noted. */
export function priceOf(reader: RecordReader, amount: unknown, currency: unknown): Money | null {
  const decimal = fixed(amount, 6)
  return decimal && new Money(decimal, (currency as string) || baseCurrency(reader.settings))
}

/** A moment of the database. */
const momentFrom = (value: unknown, zone: string): Moment | null =>
  typeof value === 'string' && value ? new Moment(new Date(value), zone) : null

/** How the columns of a kind are read; by default as text, with nothing for null. */
const KINDS = {
  text: (name) => (record) => record.row[name] ?? null,
  /** Texts that are empty where nothing was entered. */
  words: (name) => (record) => record.row[name] ?? '',
  whole: (name) => (record) => (record.row[name] === null ? null : Number(record.row[name])),
  flag: (name) => (record) => record.row[name] === 1,
  day: (name) => (record) => PlainDate.parse((record.row[name] as string | null) ?? '') ?? null,
  moment: (name) => (record) => momentFrom(record.row[name], record.group.reader.zone),
  quantity: (name) => (record) => fixed(record.row[name], 5),
  price: (name) => (record) => priceOf(record.group.reader, record.row[name], record.row[`${name}_currency`]),
  float: (name) => (record) => (record.row[name] === null ? null : Decimal.float(Number(record.row[name])))
} satisfies Record<string, (name: string) => ContextAttribute>

/** Columns that are shown as they are, by how they are read: `{ text: 'name description', flag: 'active' }`. */
export const columns = (kinds: Partial<Record<keyof typeof KINDS, string>>): Attributes =>
  Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, names]) =>
      names.split(' ').map((name) => [name, KINDS[kind as keyof typeof KINDS](name)] as const)
    )
  )

/** The record that a column names. */
export const one =
  (shape: string, column: string): ContextAttribute =>
  async (record) => {
    const key = record.row[column] as number | null
    if (key === null) return null
    const found = await record.group.once(`one ${shape} ${column}`, async ({ reader, records }) => {
      const keys = [...records.values()].map(({ row }) => row[column] as number | null)
      return (await reader.group(shape, keys)).records
    })
    return found.get(key) ?? null
  }

/** The records whose column names this one. */
export function many(shape: string, column: string, choice: RelationChoice = {}): ContextAttribute {
  const key = `many ${shape} ${column} ${choice.order ?? ''} ${choice.where ? 'some' : 'all'}`
  return (record) => {
    const load = async (): Promise<readonly ContextRecord[]> => {
      const found = await record.group.once(key, ({ reader, ids }) => reader.children(shape, column, ids, choice))
      return found.get(record.id) ?? []
    }
    const count = async (): Promise<number> => {
      const found = await record.group.once(`count ${key}`, ({ reader, ids }) =>
        reader.sums(reader.shape(shape).table, column, ids, sql`count(*)`, choice.where)
      )
      return found.get(record.id) ?? 0
    }
    return new ContextSet(load, true, count)
  }
}

/** Something that is worked out for all records of a group at once. */
export const together =
  <Found>(
    key: string,
    load: (group: RecordGroup) => Promise<ReadonlyMap<number, Found>>,
    fallback: unknown = null
  ): ContextAttribute =>
  async (record) =>
    (await record.group.once(key, load)).get(record.id) ?? fallback

/** A set of records that is worked out for all records of a group at once. */
export const setTogether =
  (
    key: string,
    load: (group: RecordGroup) => Promise<ReadonlyMap<number, readonly ContextRecord[]>>
  ): ContextAttribute =>
  (record) =>
    new ContextSet(async () => (await record.group.once(key, load)).get(record.id) ?? [])

/** The text of an attribute of a record; empty where there is none. */
export async function attributeText(record: unknown, name: string): Promise<string> {
  const value = record && (await (record as ContextRecord).get(name))
  return typeof value === 'string' ? value : ''
}

/** The address of the page of a record. @param model the kind by the name that the API uses */
export const recordPage =
  (model: string): ContextAttribute =>
  ({ id }) =>
    webPath(model, id) ?? ''

/** A kind of record; see RecordShape. */
export function shape(
  className: string,
  table: TableName,
  attributes: Attributes,
  text: RecordShape['text'] = (record) => `${className} object (${record.id})`
): RecordShape {
  return { className, table, attributes: new Map(Object.entries(attributes)), text }
}
