/** Cells of a file as the API takes them (docs/behaviour/importer.md#values). */
import type { FieldInfo } from '#contract/fields.ts'
import { textOf } from '#contract/text.ts'
import { dictionary } from '#db/dictionary.ts'
import type { Cell } from './table/table.ts'

/** How numbers are written where somebody lives. */
export interface NumberForm {
  decimal: string
  group: string
}

/** How numbers are written in a language; as in English where it is unknown. */
export function numberForm(language: string | undefined): NumberForm {
  let parts: Intl.NumberFormatPart[]
  try {
    parts = new Intl.NumberFormat(language || 'en', { useGrouping: true }).formatToParts(1_234_567.8)
  } catch {
    return { decimal: '.', group: ',' }
  }
  const sign = (type: string, initial: string) => parts.find((part) => part.type === type)?.value ?? initial
  return { decimal: sign('decimal', '.'), group: sign('group', ',') }
}

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
/** What may stand before an amount of money, and behind it. */
const [MONEY_BEFORE, MONEY_BEHIND] = [/^(?:US\$|CN¥|[$€£¥])/, /[$€£¥]$/]

/** Signs that stand for each other between thousands. */
const plainSign = (text: string) => text.replaceAll(/[\s]/g, ' ').replaceAll('’', "'")

/** A number with the signs of a language between its digits, as the API reads it; undefined where it is none. */
function localNumber(text: string, { decimal, group }: NumberForm): string | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  const [whole, places, ...more] = text.slice(sign.length).split(decimal) as [string, ...string[]]
  const [first, ...others] = plainSign(whole).split(plainSign(group)) as [string, ...string[]]
  const isWhole =
    others.length === 0 ? /^\d+$/.test(first) : /^\d{1,3}$/.test(first) && others.every((one) => /^\d{3}$/.test(one))
  if (!isWhole || more.length > 0 || !/^\d*$/.test(places ?? '')) return undefined
  return sign + first + others.join('') + (places === undefined ? '' : `.${places}`)
}

/**
 * A number as a spreadsheet writes it, as the API reads it; what is none stays as it is. What the API reads already is
 * that: 1.234 is one and a bit in every language, for so exports write it.
 */
function numberText(given: string, form: NumberForm): string {
  const text = given.trim().replace(MONEY_BEFORE, '').replace(MONEY_BEHIND, '').trim()
  return PLAIN.test(text) ? text : (localNumber(text, form) ?? given)
}

/** The ways of writing a date, in the order in which they are tried: year, month and day by their places. */
const DATES: [pattern: RegExp, year: number, month: number, day: number][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, 1, 2, 3],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 3, 2, 1],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, 3, 1, 2],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, 1, 2, 3],
  // With dots it is the day that comes first, wherever dates are written so.
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, 3, 2, 1]
]

function dateText(given: string): string {
  const text = given.trim().replace(/[ T]00:00:00(?:\.0+)?Z?$/, '')
  for (const [pattern, year, month, day] of DATES) {
    const parts = pattern.exec(text)
    if (!parts) continue
    const [y, m, d] = [parts[year], parts[month], parts[day]].map(Number) as [number, number, number]
    const made = new Date(Date.UTC(y, m - 1, d))
    if (made.getUTCMonth() === m - 1 && made.getUTCDate() === d) return made.toISOString().slice(0, 10)
  }
  return given
}

const [YES, NO] = [
  new Set(['t', 'y', 'yes', 'true', 'on', 'ok', '1']),
  new Set(['f', 'n', 'no', 'false', 'off', '0', ''])
]

function flag(cell: string | number): unknown {
  const word = String(cell).trim().toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : cell
}

/** A choice by its value, or by what people call it. */
function choiceOf(cell: string | number, { choices }: FieldInfo): unknown {
  const all = (choices ?? []) as { value: unknown; display_name: string }[]
  if (all.some(({ value }) => textOf(value) === textOf(cell))) return cell
  const word = String(cell).trim().toLowerCase()
  const named = all.find(({ display_name }) => display_name.toLowerCase() === word)
  return named ? named.value : cell
}

/** What an export puts before a text that a spreadsheet would take for a formula. */
const GUARDED = /^'(?='*[\s\p{Cc}]*[=+\-@＝＋－＠]|[\t\r\n])/u

/** How cells of each type of field are read. */
const READERS: Record<string, (cell: string | number, info: FieldInfo, form: NumberForm) => unknown> = dictionary({
  boolean: (cell) => flag(cell),
  date: (cell) => (cell === '' ? null : dateText(String(cell))),
  datetime: (cell) => (cell === '' ? null : String(cell)),
  choice: (cell, info) => choiceOf(cell, info),
  integer: (cell, _info, form) => (typeof cell === 'string' ? numberText(cell, form) : cell),
  float: (cell, _info, form) => (typeof cell === 'string' ? numberText(cell, form) : cell),
  decimal: (cell, _info, form) => (typeof cell === 'string' ? numberText(cell, form) : cell)
})

/** The value of a cell for a field. An empty cell of a workbook has none, but says no where there is only yes and no. */
export function valueOf(cell: Cell, info: FieldInfo, form: NumberForm): unknown {
  if (cell === null) return info.type === 'boolean' ? false : null
  if (typeof cell === 'boolean') return cell
  const plain = typeof cell === 'string' ? cell.replace(GUARDED, '') : cell
  return (READERS[info.type] ?? ((value: unknown) => value))(plain, info, form)
}
