// Bodies as the contract wants them, so that what is wrong with a request is the one thing that was made wrong.
import type { Schema } from '#contract/document.ts'
import { contract } from '../../support/contract.ts'
import type { Random } from '../random.ts'
import type { Json } from './values.ts'

/** What a text field expects by the word that says how it is read. */
const TEXTS: Record<string, string> = {
  url: 'https://example.com/',
  email: 'a@b.example',
  currency: 'USD',
  'currency-if-any': 'USD',
  unit: 'm',
  icon: 'ti:package:outline',
  money: '1.5',
  decimal: '2',
  quantity: '3',
  amount: '2',
  moment: '2026-01-01T00:00:00Z'
}

function textOf(schema: Schema, random: Random): string {
  if (schema.format === 'date') return '2026-01-01'
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z'
  if (schema.format === 'double' || schema.format === 'decimal') return '1'
  return TEXTS[schema['x-input'] ?? ''] ?? random.word().slice(0, schema.maxLength ?? 20)
}

/** The properties of a schema, those of its parts included. */
export function propertiesOf(given: Schema): Record<string, Schema> {
  const schema = contract.resolve(given)
  return { ...Object.assign({}, ...(schema.allOf ?? []).map(propertiesOf)), ...schema.properties }
}

/** A value that a schema permits, or nearly, as JSON text; keys name one of the records that there are. */
export function validJson(given: Schema, random: Random, depth = 0): Json {
  const schema = contract.resolve(given)
  const [one] = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter(
    (choice) => contract.resolve(choice).type !== 'null'
  )
  if (one) return validJson(one, random, depth)
  if (schema.enum) return JSON.stringify(random.pick(schema.enum))
  const type = Array.isArray(schema.type) ? schema.type.find((name) => name !== 'null') : schema.type
  if (schema['x-related']) return String(random.whole(4, 100))
  if (type === 'integer')
    return String(random.whole(schema.minimum ?? 1, Math.min(schema.maximum ?? 100, (schema.minimum ?? 1) + 99)))
  if (type === 'number') return String(random.whole(1, 20))
  if (type === 'boolean') return String(random.chance(0.5))
  if (type === 'array')
    return depth > 3
      ? '[]'
      : `[${Array.from({ length: random.whole(1, 3) }, () => validJson(schema.items ?? {}, random, depth + 1)).join()}]`
  if (type === 'object' || schema.properties || schema.allOf)
    return objectJson(Object.entries(fieldsOf(schema, random, depth)))
  if (type === 'string') return JSON.stringify(textOf(schema, random))
  return '{"a":1}'
}

/** An object as JSON text; the last of two fields of one name counts. */
export const objectJson = (fields: [string, Json][]): Json =>
  `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`

/** The fields of a body: all that are required, and some of the others. */
export function fieldsOf(given: Schema, random: Random, depth = 0): Record<string, Json> {
  const schema = contract.resolve(given)
  const required = new Set([
    ...(schema.required ?? []),
    ...(schema.allOf ?? []).flatMap((part) => contract.resolve(part).required ?? [])
  ])
  const chosen = Object.entries(propertiesOf(schema)).filter(
    ([name]) => required.has(name) || random.chance(depth ? 0.3 : 0.5)
  )
  return Object.fromEntries(chosen.map(([name, property]) => [name, validJson(property, random, depth + 1)]))
}
