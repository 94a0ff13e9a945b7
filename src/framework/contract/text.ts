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
