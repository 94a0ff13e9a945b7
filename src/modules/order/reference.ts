import { RE2JS } from 're2js'
import type { Database } from '#db/database.ts'
import { invalid } from '#contract/errors.ts'
import type { RequestContext, SettingReader } from '#contract/scopes.ts'
import { GLOBAL_BY_KEY, textProblem, formatParts, type FormatPart } from '#modules/settings/index.ts'
import { serialNumber } from '#modules/stock/index.ts'
import { now, shownTime } from '#framework/time.ts'
import { dictionary } from '#db/dictionary.ts'

/** Orders that are numbered, each kind by its own pattern: the setting that holds it, and what the kind is called. */
const KINDS = {
  build: { setting: 'BUILDORDER_REFERENCE_PATTERN', name: 'Build Order' },
  purchase_order: { setting: 'PURCHASEORDER_REFERENCE_PATTERN', name: 'Purchase Order' },
  sales_order: { setting: 'SALESORDER_REFERENCE_PATTERN', name: 'Sales Order' },
  return_order: { setting: 'RETURNORDER_REFERENCE_PATTERN', name: 'Return Order' },
  transfer_order: { setting: 'TRANSFERORDER_REFERENCE_PATTERN', name: 'Transfer Order' }
} as const

/** The tables of orders that are numbered. */
export type NumberedTable = keyof typeof KINDS

export const NUMBERED_TABLES = Object.keys(KINDS) as NumberedTable[]

const MOST_CHARACTERS = 64

/** What is longer than this, in characters of JavaScript, fits no pattern: nobody shall wait for it to be compared. */
const LONGEST = 1000

/**
 * The pattern of the setting that numbers a kind of orders.
 *
 * @throws 400 where an import, or an older version, stored one that is none
 */
function patternFor(settings: SettingReader, table: NumberedTable): string {
  const { setting } = KINDS[table]
  const pattern = settings.text(setting)
  const problem = textProblem(GLOBAL_BY_KEY.get(setting)!, pattern)
  if (problem) throw invalid({ reference: [`The setting ${setting} has to be corrected first: ${problem}`] })
  return pattern
}

/**
 * What a step of a pattern accepts: `?` any character, `#` a digit, a number any digits whatever its width, any other
 * group any text.
 */
function accepted(step: FormatPart): string {
  if ('text' in step)
    return step.text
      .split(/([?#])/)
      .map((piece) => (piece === '?' ? '.' : piece === '#' ? '\\d' : RE2JS.quote(piece)))
      .join('')
  const some = step.form.endsWith('d') ? '\\d+' : '.+'
  return step.name === 'ref' ? `(?<ref>${some})` : some
}

/**
 * The number in a reference, for sorting and counting on.
 *
 * @returns undefined where the reference does not fit the pattern; 0 where the pattern's place for the number holds
 *   none
 */
export function referenceNumber(pattern: string, reference: string): number | undefined {
  if (reference.length > LONGEST) return undefined
  const found = RE2JS.compile(formatParts(pattern).map(accepted).join('')).matcher(reference)
  return found.matches() ? serialNumber(found.group('ref')) : undefined
}

/** A number in Python's form: `04d`, `>6`. */
function shownNumber(number: number, form: string): string {
  const [, fill, side, zero, width = '0'] = /^(?:(.)?([<>]))?(0)?(\d+)?d?$/u.exec(form) ?? []
  return side === '<'
    ? String(number).padEnd(Number(width), fill ?? ' ')
    : String(number).padStart(Number(width), fill ?? (zero || ' '))
}

/** The present time in Python's form: `%Y-%m-%d`; without a form as the API tells times. */
function shownDate(form: string): string {
  const moment = shownTime(now())
  const [year, month, day, hour, minute] = moment.split(/[- :]/) as [string, string, string, string, string]
  const dayOfYear =
    (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(Number(year), 0, 1)) / 86_400_000 + 1
  const names: Record<string, string> = dictionary({
    Y: year,
    y: year.slice(2),
    m: month,
    d: day,
    H: hour,
    M: minute,
    j: String(dayOfYear).padStart(3, '0'),
    '%': '%'
  })
  return form === '' ? moment : form.replaceAll(/%([A-Za-z%])/g, (whole, letter: string) => names[letter] ?? whole)
}

/** A reference by a pattern, with a number and the present date. */
function made(steps: FormatPart[], number: number): string {
  return steps
    .map((step) => {
      if ('text' in step) return step.text.replaceAll('#', '0')
      if (step.name === 'ref') return shownNumber(number, step.form)
      return step.name === 'date' ? shownDate(step.form) : step.form
    })
    .join('')
}

/**
 * The next free reference: the highest number of all orders of the kind counted on, in the pattern that holds now
 * (docs/behaviour/build.md#references, docs/behaviour/order.md#references).
 */
export async function nextReference(db: Database, settings: SettingReader, table: NumberedTable): Promise<string> {
  const steps = formatParts(patternFor(settings, table))
  const highest = await db
    .selectFrom(table)
    .select('reference_int')
    .orderBy('reference_int', 'desc')
    .limit(1)
    .executeTakeFirst()
  for (let number = (highest?.reference_int ?? 0) + 1; ; number++) {
    const reference = made(steps, number)
    if (!(await db.selectFrom(table).select('id').where('reference', '=', reference).executeTakeFirst()))
      return reference
  }
}

/** What a change of an order must bring for its reference to be settled. */
interface NumberedChange {
  context: Pick<RequestContext, 'settings'>
  db: Database
  before: { id: number; reference: string } | null
  values: { reference?: unknown; reference_int?: unknown }
}

/**
 * Settles the reference of an order that is written: makes one up where a new order has none, and stores its number
 * beside it. Also a reference that does not change must fit the pattern that holds now.
 *
 * @returns what else is wrong with it, to be reported together with the rules of the order
 * @throws 400 where it does not fit the pattern
 */
export async function assignReference(
  { context, db, before, values }: NumberedChange,
  table: NumberedTable
): Promise<{ reference?: string[] }> {
  const { name } = KINDS[table]
  const pattern = patternFor(context.settings, table)
  const reference = (values.reference ??
    before?.reference ??
    (await nextReference(db, context.settings, table))) as string
  const number = referenceNumber(pattern, reference)
  if (number === undefined) throw invalid({ reference: [`Reference must match required pattern: ${pattern}`] })
  Object.assign(values, { reference, reference_int: number })
  const characters = [...reference].length
  if (characters > MOST_CHARACTERS)
    return { reference: [`Ensure this value has at most ${MOST_CHARACTERS} characters (it has ${characters}).`] }
  const duplicate = await db
    .selectFrom(table)
    .select('id')
    .where('reference', '=', reference)
    .where('id', '!=', before?.id ?? -1)
    .executeTakeFirst()
  return duplicate ? { reference: [`${name} with this Reference already exists.`] } : {}
}
