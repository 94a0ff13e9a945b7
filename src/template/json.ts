// Values as JSON.
import { Decimal } from './decimal.ts'
import { isText, plainText, textOfValue } from './python.ts'
import { TemplateSet, TupleValue } from './values.ts'

/** A value as JSON. Numbers with places, dates and records become texts. */
export async function jsonText(value: unknown): Promise<string> {
  if (value === null || value === undefined) return 'null'
  if (isText(value)) return JSON.stringify(plainText(value))
  if (typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value)
  if (value instanceof Decimal && value.typeName === 'float') return value.plain()
  if (value instanceof TemplateSet) return jsonText(await value.items())
  if (value instanceof TupleValue) return jsonText(value.items)
  if (Array.isArray(value)) {
    const items: string[] = []
    for (const item of value) items.push(await jsonText(item))
    return `[${items.join(', ')}]`
  }
  if (!(value instanceof Map)) return JSON.stringify(await textOfValue(value))
  const entries: string[] = []
  for (const [key, item] of value) entries.push(`${JSON.stringify(await textOfValue(key))}: ${await jsonText(item)}`)
  return `{${entries.join(', ')}}`
}
