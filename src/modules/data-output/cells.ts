import { textOf } from '#contract/text.ts'

/**
 * What spreadsheets take for the beginning of a formula, also in its full-width forms, with what they may pass over
 * before it.
 */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

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
 * The text of a cell for files that spreadsheets read as if it had been typed in: what would become a formula gets an
 * apostrophe in front, so that it is shown and not run. Numbers stay as they are.
 */
export function guardedText(value: unknown): string {
  const text = cellText(value)
  return typeof value === 'string' && FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text
}
