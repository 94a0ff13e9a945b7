import type { ExportColumn } from '#contract/export-columns.ts'
import { decimalText, textOf } from '#contract/text.ts'

/**
 * What spreadsheets take for the beginning of a formula, also in its full-width forms, with what they may pass over
 * before it. What looks guarded already is guarded once more, so that whoever reads it finds what it was.
 */
const FORMULA = /^'*[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** Numbers, dates, telephone numbers, a dash: digits and marks alone can neither call nor name anything. */
const HARMLESS = /^[-+]?[\d\s.,:/()%-]*$/

/** A value of a field that is neither list nor object, as the text of a cell. */
export const cellText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : value === true
      ? 'True'
      : value === false
        ? 'False'
        : textOf(value, Infinity)

/**
 * A text for files that spreadsheets read as if it had been typed in: what would become a formula gets an apostrophe in
 * front, so that it is shown and not run. Numbers stay as they are.
 */
const guardedText = (text: string): string => (FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text)

/**
 * The text of a cell in a file of separated values.
 *
 * @param column what is known of its column
 * @param guard whether a text that would become a formula is kept from it
 */
export function separatedCell(
  value: unknown,
  { isDecimal = false }: Partial<ExportColumn>,
  separator: string,
  guard: boolean
): string {
  if (typeof value === 'number') return isDecimal ? decimalText(value) : String(value)
  const text = guard && typeof value === 'string' ? guardedText(value) : cellText(value)
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
