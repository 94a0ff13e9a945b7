// How values are shown, compared and looked into: as in Python, since that is what templates were written for.
import { dictionary } from '#db/dictionary.ts'
import { Decimal } from './decimal.ts'
import { renderingError } from './errors.ts'
import { Money, Moment, PlainDate, SafeText, TemplateObject, TemplateSet, TupleValue } from './values.ts'
import { isoText, moneyText } from './shown.ts'

const ESCAPES: Record<string, string> = dictionary({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;'
})

/** A text as part of HTML. */
export const escapeHTML = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter]!)

/** Whether a value is a text, escaped or not. */
export const isText = (value: unknown): value is string | SafeText =>
  typeof value === 'string' || value instanceof SafeText

/** The text of a text. */
export const plainText = (value: string | SafeText): string => (typeof value === 'string' ? value : value.text)

/** A floating-point number as Python writes it. */
function floatText(value: number): string {
  const text = String(value)
  return /^-?\d+e-\d$/.test(text) ? text.replace('e-', 'e-0') : text
}

/** A value as a text, as `str()` makes it; HTML is not escaped. Numbers and dates are not in the words of a language. */
export async function textOfValue(value: unknown): Promise<string> {
  if (isText(value)) return plainText(value)
  if (value === undefined) return ''
  if (value instanceof TemplateObject) return value.text()
  if (value instanceof Money) return moneyText(value)
  return representation(value)
}

const QUOTED: Record<string, string> = dictionary({ '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' })

/** A text between quotes, as it stands in a list. */
export function quotedText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const inner = text
    .replace(/[\n\r\t\\]/g, (letter) => QUOTED[letter]!)
    .replace(/[\u0000-\u001f\u007f]/g, (letter) => `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return quote + (quote === "'" ? inner.replaceAll("'", "\\'") : inner) + quote
}

async function joined(items: Iterable<unknown>): Promise<string> {
  const texts: string[] = []
  for (const item of items) texts.push(await representation(item))
  return texts.join(', ')
}

async function tupleText({ items, kind }: TupleValue): Promise<string> {
  const inner = await joined(items)
  return kind ? `${kind}([${inner}])` : `(${inner}${items.length === 1 ? ',' : ''})`
}

/** So many records of a set are shown. */
const SHOWN = 20

async function setText(set: TemplateSet): Promise<string> {
  const items = await set.items()
  const rest = items.length > SHOWN ? ", '...(remaining elements truncated)...'" : ''
  return `<QuerySet [${await joined(items.slice(0, SHOWN))}${rest}]>`
}

async function mapText(map: ReadonlyMap<unknown, unknown>): Promise<string> {
  const entries: string[] = []
  for (const [key, value] of map) entries.push(`${await representation(key)}: ${await representation(value)}`)
  return `{${entries.join(', ')}}`
}

/** A value as it stands in a list, as `repr()` makes it. */
export async function representation(value: unknown): Promise<string> {
  if (value === null || value === undefined) return 'None'
  if (isText(value)) return quotedText(plainText(value))
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return floatText(value)
  if (value instanceof Decimal || value instanceof PlainDate) return String(value)
  if (value instanceof Moment) return isoText(value).replace('T', ' ')
  if (Array.isArray(value)) return `[${await joined(value)}]`
  if (value instanceof TupleValue) return tupleText(value)
  if (value instanceof Map) return mapText(value)
  if (value instanceof TemplateObject) return `<${value.className}: ${await value.text()}>`
  if (value instanceof TemplateSet) return setText(value)
  if (value instanceof Money) return moneyText(value)
  return ''
}

/** What messages call the type of a value. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'str'
  if (value === null) return 'NoneType'
  if (value instanceof SafeText) return 'SafeString'
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  if (value instanceof Decimal) return value.typeName
  if (Array.isArray(value)) return 'list'
  if (value instanceof TupleValue) return 'tuple'
  if (value instanceof Map) return 'dict'
  if (value instanceof Money) return 'Money'
  if (value instanceof PlainDate) return 'date'
  if (value instanceof Moment) return 'datetime'
  if (value instanceof TemplateObject) return value.className
  return value instanceof TemplateSet && value.isManager ? 'RelatedManager' : 'QuerySet'
}

/** Whether a condition holds for a value: empty ones, zero and nothing are false. */
export async function isTrue(value: unknown): Promise<boolean> {
  if (isText(value)) return plainText(value) !== ''
  if (value instanceof TemplateSet) return value.isManager || (await value.count()) > 0
  if (Array.isArray(value)) return value.length > 0
  if (value instanceof TupleValue) return value.items.length > 0
  if (value instanceof Map) return value.size > 0
  if (value instanceof Decimal) return !value.isZero
  if (value instanceof Money) return !value.amount.isZero
  return Boolean(value)
}

/** A number as a decimal; undefined where a value is none. Texts are none. */
export function numberOf(value: unknown): Decimal | undefined {
  if (value instanceof Decimal) return value
  if (typeof value === 'boolean') return new Decimal(value ? 1n : 0n, 0)
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  return Number.isInteger(value) ? new Decimal(BigInt(value), 0) : Decimal.float(value)
}

/** A number, or a text that is one, as a decimal. */
export const decimalOf = (value: unknown): Decimal | undefined =>
  isText(value) ? Decimal.parse(plainText(value)) : numberOf(value)

/** A whole number: what `int()` makes of a value; undefined where it makes nothing. */
export function wholeNumber(value: unknown): number | undefined {
  if (isText(value)) return /^\s*[+-]?\d{1,15}\s*$/.test(plainText(value)) ? Number(plainText(value)) : undefined
  const number = numberOf(value)
  return number && Math.trunc(number.toNumber())
}

/** A whole number that cannot be done without. @throws TemplateError where a value is none */
export async function neededNumber(value: unknown): Promise<number> {
  const number = wholeNumber(value)
  if (number !== undefined) return number
  if (isText(value)) throw renderingError(`invalid literal for int() with base 10: ${quotedText(plainText(value))}`)
  const types = "a string, a bytes-like object or a real number, not '"
  throw renderingError(`int() argument must be ${types}${typeName(value)}'`)
}

/** What a loop goes through. @throws where a value cannot be gone through */
export async function iterated(value: unknown): Promise<readonly unknown[]> {
  if (Array.isArray(value)) return value
  if (value instanceof TupleValue) return value.items
  if (isText(value)) return [...plainText(value)]
  if (value instanceof Map) return [...value.keys()]
  if (value instanceof TemplateSet && !value.isManager) return value.items()
  throw renderingError(`'${typeName(value)}' object is not iterable`)
}
