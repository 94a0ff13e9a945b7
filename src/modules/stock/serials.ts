import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { familyOf } from '#modules/part/index.ts'

/** More pieces than this are not made at once. */
const MOST = 1000

/**
 * The serial number after one: its last digits counted on, with their zeros; without digits at the end it is the same
 * again.
 */
export function nextSerial(serial: string): string {
  if (serial === '') return '1'
  const digits = /(?<!\d)\d+$/.exec(serial)?.[0]
  if (digits === undefined) return serial
  return serial.slice(0, -digits.length) + String(BigInt(digits) + 1n).padStart(digits.length, '0')
}

/** The number in a serial number, for sorting (docs/behaviour/stock.md#scope-of-serial-numbers). */
export function serialNumber(serial: string | null): number {
  const text = (serial ?? '').trim()
  const found = /^[+-]?\d+$/.test(text)
    ? text
    : /^0x[0-9a-f]+$/i.test(text)
      ? text
      : (/^\d+/.exec(text)?.[0] ?? /(?<!\d)\d+$/.exec(text)?.[0] ?? '0')
  return Math.min(Math.abs(Number(found)), 2147483647)
}

/** One group of a text of serial numbers; undefined where it makes no sense. */
function group(text: string, room: number): string[] | undefined | 'too many' {
  const ends = text.split('-')
  if (ends.length === 2) {
    const [from, to] = ends as [string, string]
    if (from === to || from === '') return undefined
    const found = [from]
    while (found.at(-1) !== to) {
      const next = nextSerial(found.at(-1)!)
      if (next === found.at(-1)) return undefined
      found.push(next)
      if (found.length > room) return 'too many'
    }
    return found.length > room ? 'too many' : found
  }
  if (!text.includes('+')) return [text]
  const [from, more, ...rest] = text.split('+') as [string, string, ...string[]]
  if (rest.length || from === '' || nextSerial(from) === from || !/^\d{0,6}$/.test(more)) return undefined
  const found: string[] = []
  for (let serial = from; found.length < (more === '' ? room : Number(more) + 1); serial = nextSerial(serial))
    found.push(serial)
  return found
}

/**
 * Reads serial numbers as people write them: `1-5`, `4+`, `7+2`, `~` for the next one
 * (docs/behaviour/stock.md#serial-numbers).
 *
 * @param text what was written; not empty
 * @param quantity how many there shall be, as it was sent
 * @param latest the last serial number that is taken; undefined without any
 * @returns the serial numbers, or what is wrong
 */
export function parseSerials(
  text: string,
  quantity: unknown,
  latest: string | undefined
): { serials: string[]; problems: string[] } {
  const wrong = (...problems: string[]) => ({ serials: [], problems })
  const count =
    typeof quantity === 'number'
      ? Math.trunc(quantity)
      : typeof quantity === 'string' && /^\s*[+-]?\d+\s*$/.test(quantity)
        ? Number(quantity)
        : NaN
  if (Number.isNaN(count)) return wrong('Invalid quantity provided')
  if (count > MOST) return wrong(`Cannot serialize more than ${MOST} items at once`)
  let last = latest ?? '1'
  const groups = text
    .replaceAll('~', () => (last = nextSerial(last)))
    .split(/[\s,]+/)
    .filter((one) => one !== '')
  const serials = new Set<string>()
  const problems = new Set<string>()
  for (const one of groups) {
    const found = groups.length === count ? [one] : group(one, count - serials.size)
    if (found === undefined) problems.add(`Invalid group: ${one}`)
    else if (found === 'too many') problems.add(`Group range ${one} exceeds allowed quantity (${count})`)
    else
      for (const serial of found) {
        if (serials.has(serial)) problems.add(`Duplicate serial: ${serial}`)
        else serials.add(serial)
      }
  }
  if (problems.size) return wrong(...problems)
  if (serials.size === 0) return wrong('No serial numbers found')
  if (serials.size !== count)
    return wrong(`Number of unique serial numbers (${serials.size}) must match quantity (${count})`)
  return { serials: [...serials], problems: [] }
}

/** Stock among which a serial number may occur once: that of the part's family or, by the settings, all stock. */
const scope = (db: Database, settings: SettingReader, part: number) => {
  const query = db.selectFrom('stock_item').where('serial', 'is not', null).where('serial', '!=', '')
  return settings.flag('SERIAL_NUMBER_GLOBALLY_UNIQUE') ? query : query.where('part_id', 'in', familyOf(part))
}

/** The last serial number that is taken; undefined without any. */
export const latestSerial = async (db: Database, settings: SettingReader, part: number): Promise<string | undefined> =>
  (
    await scope(db, settings, part)
      .select('serial')
      .orderBy('serial_int', 'desc')
      .orderBy('serial', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.serial ?? undefined

/**
 * Which of some serial numbers are taken.
 *
 * @param except an item that does not count
 */
export async function usedSerials(
  db: Database,
  settings: SettingReader,
  part: number,
  serials: string[],
  except = -1
): Promise<Set<string>> {
  const rows = await scope(db, settings, part)
    .select('serial')
    .where('serial', 'in', serials)
    .where('id', '!=', except)
    .execute()
  return new Set(rows.map(({ serial }) => serial!))
}

/** How many serial numbers are looked for at once. */
const OWNERS_AT_ONCE = 10_000

/** Which items have some serial numbers, of those that must differ from the ones of a part; keys by serial number. */
export async function serialOwners(
  db: Database,
  settings: SettingReader,
  part: number,
  serials: string[]
): Promise<Map<string, number[]>> {
  const owners = new Map<string, number[]>()
  for (let at = 0; at < serials.length; at += OWNERS_AT_ONCE) {
    const some = serials.slice(at, at + OWNERS_AT_ONCE)
    const rows = await scope(db, settings, part).select(['id', 'serial']).where('serial', 'in', some).execute()
    for (const { id, serial } of rows) owners.set(serial!, [...(owners.get(serial!) ?? []), id])
  }
  return owners
}

/** How serial numbers are stored. */
export const storedSerial = (serial: string) => ({ serial, serial_int: serialNumber(serial) })

/** A condition that an item has a serial number. */
export const hasSerial = () => sql<boolean>`(stock_item.serial is not null and stock_item.serial <> '')`
