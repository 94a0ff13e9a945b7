// How the text of a supplier's code becomes fields. No way of reading goes over a text more than a few times.

/** What a code says, by the name that the code has for it. */
export type CodeFields = ReadonlyMap<string, string>

/** Reads a text in one form; undefined where it has another one. */
export type FieldReader = (text: string) => CodeFields | undefined

/**
 * What stands between fields (group), around the message (record) and behind it, in a code itself and as scanners that
 * act as keyboards, and apps that show what cannot be seen, pass it on.
 */
const SEPARATORS = [
  { group: '\u001D', record: '\u001E', end: '\u0004' },
  { group: '␝', record: '␞', end: '␄' },
  { group: '<GS>', record: '<RS>', end: '<EOT>' },
  { group: '{GS}', record: '{RS}', end: '{EOT}' },
  { group: ']', record: '^', end: '^D' }
] as const
type Separators = (typeof SEPARATORS)[number]

/** What a message begins with. Some scanners, and labels of some houses, put a few characters in front. */
const START = '[)>'
const MOST_IN_FRONT = 4

/** The number of the format "data identifiers", as it stands behind the start. */
const FORMAT = '06'

/** A field: its data identifier, and what it holds. */
const FIELD = /^(\d{0,3}[A-Z])(.*)$/is

/** The fields of some texts, each with its data identifier in front; the first of a kind counts. */
function identified(texts: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>()
  for (const text of texts) {
    const [, identifier, value] = FIELD.exec(text.trim()) ?? []
    const name = identifier?.toUpperCase()
    if (name !== undefined && !fields.has(name)) fields.set(name, value!)
  }
  return fields
}

/** What stands before one of some signs. */
const before = (text: string, signs: readonly string[]): string =>
  signs.reduce((left, sign) => (left.includes(sign) ? left.slice(0, left.indexOf(sign)) : left), text)

/** What follows the number of the format; undefined where it is not there. */
function afterFormat(text: string, records: readonly string[]): string | undefined {
  const record = records.find((sign) => text.startsWith(sign)) ?? ''
  return text.startsWith(FORMAT, record.length) ? text.slice(record.length + FORMAT.length) : undefined
}

function split(body: string, { group, record, end }: Separators): CodeFields | undefined {
  const [first, ...others] = body.split(group) as [string, ...string[]]
  const rest = afterFormat(first.trim(), [record])
  return rest === undefined ? undefined : identified([rest, ...others.map((text) => before(text, [record, end]))])
}

/**
 * Data identifiers in the order in which a house prints them, for codes whose separators got lost. Between those of the
 * start and those of the end stands the part number, which may hold anything: from the start each value ends where the
 * next identifier comes first, from the end where it comes last.
 */
export interface Run {
  readonly start: readonly string[]
  readonly end: readonly string[]
}

function cut(text: string, { start, end }: Run): CodeFields | undefined {
  const fields = new Map<string, string>()
  let rest = text
  for (const identifier of end.toReversed()) {
    const at = rest.lastIndexOf(identifier)
    if (at < 0) return undefined
    fields.set(identifier, rest.slice(at + identifier.length))
    rest = rest.slice(0, at)
  }
  for (const [index, identifier] of start.entries()) {
    if (!rest.startsWith(identifier)) return undefined
    const next = start[index + 1]
    const at = next === undefined ? rest.length : rest.indexOf(next, identifier.length)
    if (at < 0) return undefined
    fields.set(identifier, rest.slice(identifier.length, at))
    rest = rest.slice(at)
  }
  return fields
}

/**
 * Reads a message of data identifiers as MH10.8.2 has them, in the envelope of ISO/IEC 15434.
 *
 * @param runs what may come where all separators are lost, the longest first
 */
export const message =
  (...runs: Run[]): FieldReader =>
  (text) => {
    const start = text.indexOf(START)
    if (start < 0 || start > MOST_IN_FRONT) return undefined
    const body = text.slice(start + START.length)
    const separators = SEPARATORS.find(({ group }) => body.includes(group))
    if (separators) return split(body, separators)
    const records = SEPARATORS.map(({ record }) => record)
    const rest = afterFormat(body.trim(), records)
    if (rest === undefined) return undefined
    const bare = before(rest, records)
    for (const run of runs) {
      const fields = cut(bare, run)
      if (fields) return fields
    }
    return undefined
  }

const bare = (text: string): string => text.trim().replaceAll('"', '')

/** Reads `{key:value,key:value}`, with or without quotes; a comma belongs to a value where no key follows it. */
export const braces: FieldReader = (text) => {
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined
  const fields = new Map<string, string>()
  let last: string | undefined
  for (const piece of text.slice(1, -1).split(',')) {
    const colon = piece.indexOf(':')
    const key = bare(piece.slice(0, Math.max(colon, 0)))
    if (/^[a-z]{2,20}$/i.test(key)) fields.set((last = key), bare(piece.slice(colon + 1)))
    else if (last !== undefined) fields.set(last, `${fields.get(last)!},${bare(piece)}`)
  }
  return fields
}

/** Reads words of the form `KEY:value`; all others are passed over. */
export const words: FieldReader = (text) => {
  const pairs = text.split(/\s+/).flatMap((word): [string, string][] => {
    const colon = word.indexOf(':')
    return colon > 0 ? [[word.slice(0, colon).toUpperCase(), word.slice(colon + 1)]] : []
  })
  return new Map(pairs)
}

/** Reads words that begin with data identifiers, without an envelope. */
export const identifiedWords: FieldReader = (text) => identified(text.split(/\s+/))

/**
 * Reads the address of a page about an article.
 *
 * @param host the name of the host, without `www.`
 * @param folder what the number of the article follows in the path
 * @returns the number as the field `page`
 */
export const articlePage =
  (host: string, folder: string): FieldReader =>
  (text) => {
    if (!URL.canParse(text)) return undefined
    const { hostname, pathname } = new URL(text)
    if (hostname !== host && hostname !== `www.${host}`) return undefined
    const steps = pathname.split('/')
    const at = steps.indexOf(folder)
    if (at < 0 || !steps[at + 1]) return undefined
    try {
      return new Map([['page', decodeURIComponent(steps[at + 1]!)]])
    } catch {
      return undefined
    }
  }
