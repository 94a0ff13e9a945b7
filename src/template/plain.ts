// Values as JSON has them, for who is not of the language; and back.
import { Decimal } from './decimal.ts'
import { limitError } from './errors.ts'
import { isText, plainText, textOfValue } from './python.ts'
import { Moment, TemplateObject, TemplateSet, TupleValue } from './values.ts'

/** What JSON can hold. */
export type PlainValue = string | number | boolean | null | PlainValue[] | { [name: string]: PlainValue }

/** How deep lists lie in each other, and how many values there are in all. */
const [DEEPEST, MOST] = [10, 10_000]

/** Counts what is given away. */
interface Room {
  values: number
}

async function listOf(items: readonly unknown[], room: Room, depth: number): Promise<PlainValue[]> {
  const made: PlainValue[] = []
  for (const item of items) made.push(await plain(item, room, depth + 1))
  return made
}

async function plain(value: unknown, room: Room, depth: number): Promise<PlainValue> {
  if (++room.values > MOST || depth > DEEPEST)
    throw limitError(`Of lists, a filter or tag of a plugin is given ${MOST} values at most, ${DEEPEST} deep`)
  if (value === null || value === undefined) return null
  if (isText(value)) return plainText(value)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Decimal) return value.typeName === 'float' ? value.toNumber() : value.plain()
  if (value instanceof Moment) return value.time.toISOString()
  if (value instanceof TemplateSet) return await listOf(await value.items(), room, depth)
  if (value instanceof TupleValue) return await listOf(value.items, room, depth)
  if (Array.isArray(value)) return await listOf(value, room, depth)
  if (value instanceof TemplateObject) {
    const pk = await value.get('pk')
    return { kind: value.className, pk: typeof pk === 'number' ? pk : null, text: await value.text() }
  }
  if (!(value instanceof Map)) return await textOfValue(value)
  const entries: [string, PlainValue][] = []
  for (const [key, item] of value) entries.push([await textOfValue(key), await plain(item, room, depth + 1)])
  return Object.fromEntries(entries)
}

/**
 * A value as JSON has it: numbers with places, dates and moments as texts, records by their kind, key and text.
 *
 * @throws TemplateError where it is too much
 */
export const plainValue = (value: unknown): Promise<PlainValue> => plain(value, { values: 0 }, 0)

/** What JSON holds, as templates know it; its texts are escaped where they are shown. */
export function templateValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Decimal.float(value)
  if (Array.isArray(value)) return value.map(templateValue)
  if (typeof value !== 'object' || value === null) return value ?? null
  return new Map(Object.entries(value).map(([name, item]) => [name, templateValue(item)]))
}
