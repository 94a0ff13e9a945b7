/** How much of a value is shown in a message. */
const SHOWN = 1000

/**
 * A value that somebody sent, as text. It never fails, whatever the value is: `String()` calls what an object has under
 * the key `toString`.
 *
 * @param value any JSON
 * @param most how many characters there may be; what is longer ends in `…`
 */
export function textOf(value: unknown, most = SHOWN): string {
  if (typeof value === 'string') return value.length > most ? `${value.slice(0, most).toWellFormed()}…` : value
  if (Array.isArray(value)) return textOf(listText(value, most), most)
  return typeof value === 'object' && value !== null
    ? '[object Object]'
    : String(value as number | boolean | bigint | null | undefined)
}

/** A number as the text of a decimal: with one place at least, and with an exponent where it is very large or small. */
export function decimalText(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e16 || (size < 1e-4 && size > 0)) return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
  return Number.isInteger(value) ? value.toFixed(1) : String(value)
}

/** The elements of a list, joined by commas as far as they are shown; null is nothing. */
function listText(values: unknown[], most: number): string {
  const texts: string[] = []
  let length = 0
  for (const value of values) {
    if (length > most) break
    const text = value === null || value === undefined ? '' : textOf(value, most)
    texts.push(text)
    length += text.length + 1
  }
  return texts.join(',')
}

/** What is said of a value that is none of the choices. */
export const notAChoice = (value: unknown): string => `"${textOf(value)}" is not a valid choice.`
