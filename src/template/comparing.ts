// Which values are the same, which is the smaller, and what lies in what.
import { isText, iterated, numberOf, plainText } from './python.ts'
import { Money, Moment, PlainDate, TemplateObject, TupleValue } from './values.ts'

const listOf = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : value instanceof TupleValue ? value.items : undefined

function sameMaps(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && sameValue(value, b.get(key)))
}

/** Whether two values are equal, as Python has it: 1 and 1.0 are, 1 and "1" are not. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (isText(a) && isText(b)) return plainText(a) === plainText(b)
  if (a instanceof TemplateObject && b instanceof TemplateObject) return a.equals(b)
  if (a instanceof Map && b instanceof Map) return sameMaps(a, b)
  const [first, second] = [listOf(a), listOf(b)]
  if (first && second) return first.length === second.length && first.every((item, i) => sameValue(item, second[i]))
  return compareValues(a, b) === 0 || (a ?? null) === (b ?? null)
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number | undefined {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (!sameValue(a[i], b[i])) return compareValues(a[i], b[i])
  }
  return a.length - b.length
}

/** Which of two values comes first, as a number below, at or above zero; undefined where they cannot be compared. */
export function compareValues(a: unknown, b: unknown): number | undefined {
  const [first, second] = [numberOf(a), numberOf(b)]
  if (first && second) return first.compare(second)
  if (isText(a) && isText(b)) return plainText(a) < plainText(b) ? -1 : Number(plainText(a) > plainText(b))
  if (a instanceof PlainDate && b instanceof PlainDate)
    return String(a) < String(b) ? -1 : Number(String(a) > String(b))
  if (a instanceof Moment && b instanceof Moment) return a.time.getTime() - b.time.getTime()
  if (a instanceof Money && b instanceof Money && a.currency === b.currency) return a.amount.compare(b.amount)
  const [list, other] = [listOf(a), listOf(b)]
  return list && other ? compareLists(list, other) : undefined
}

/** Whether something lies in a text, list or map. @throws where a value can hold nothing */
export async function holdsValue(container: unknown, value: unknown): Promise<boolean> {
  if (isText(container)) return isText(value) && plainText(container).includes(plainText(value))
  return (await iterated(container)).some((item) => sameValue(item, value))
}
