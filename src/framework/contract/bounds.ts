import type { Contract, Schema } from './document.ts'
import type { Problems } from './errors.ts'
import { oneRecord, tooMany } from './read.ts'

/** How many fields an object of a body may have, known or not. */
const MAX_FIELDS = 1000
/**
 * A text may lose blanks and what cannot be seen before its length counts; one that is longer by more than this is not
 * even cleaned.
 */
const SLACK = 1000

/** What a body has too much of; undefined where everything can be looked at. */
export type BoundsCheck = (body: unknown) => Problems | string[] | undefined

/**
 * Compiles the bounds that the contract sets for a body: how many elements its lists may have (`maxItems`), how long
 * its texts may be (`maxLength`), and how many fields an object may have. To be looked at before anything else is done
 * with the body.
 *
 * @param given the schema of a body
 */
export function compileBounds(contract: Contract, given: Schema): BoundsCheck {
  const schema = contract.resolve(given)
  const list = [schema, ...(schema.oneOf ?? [])]
    .map((one) => contract.resolve(one))
    .find(({ maxItems }) => maxItems !== undefined)
  const record = recordBounds(contract, oneRecord(contract, schema))
  return (body) => {
    if (!Array.isArray(body)) return record(body)
    if (body.length > (list?.maxItems ?? Infinity)) return { non_field_errors: [tooMany(list!.maxItems!)] }
    const problems = body.map(record)
    return problems.some(Boolean) ? (problems.map((problem) => problem ?? {}) as unknown as Problems) : undefined
  }
}

function recordBounds(contract: Contract, schema: Schema): (body: unknown) => Problems | undefined {
  const fields = new Map(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [name, contract.resolve(property)])
  )
  return (body) => {
    if (typeof body !== 'object' || body === null) return undefined
    const sent = Object.entries(body)
    if (sent.length > MAX_FIELDS)
      return { non_field_errors: [`Ensure this object has no more than ${MAX_FIELDS} fields.`] }
    const problems: [string, string[]][] = []
    for (const [name, value] of sent) {
      const problem = problemOf(value, fields.get(name))
      if (problem !== undefined) problems.push([name, [problem]])
    }
    return problems.length ? Object.fromEntries(problems) : undefined
  }
}

function problemOf(value: unknown, field: Schema | undefined): string | undefined {
  const { maxItems, maxLength } = field ?? {}
  if (Array.isArray(value) && maxItems !== undefined && value.length > maxItems) return tooMany(maxItems)
  if (typeof value === 'string' && maxLength !== undefined && value.length > 2 * maxLength + SLACK) {
    return `Ensure this field has no more than ${maxLength} characters.`
  }
  return undefined
}
