// Some of a set of records, as templates ask for them: `template__name="Case"`.
import { dictionary } from '#db/dictionary.ts'
import { compareValues, holdsValue, sameValue } from './comparing.ts'
import { renderingError } from './errors.ts'
import { attributeOf } from './lookup.ts'
import { decimalOf, isText, isTrue, numberOf, textOfValue } from './python.ts'
import { ListedSet, TemplateObject, type TemplateSet } from './values.ts'

type Test = (value: unknown, wanted: unknown) => boolean | Promise<boolean>

/** A text compared with another. */
const texts =
  (holds: (value: string, wanted: string) => boolean, fold = false): Test =>
  async (value, wanted) => {
    if (value === null || value === undefined) return false
    const [a, b] = [await textOfValue(value), await textOfValue(wanted)]
    return fold ? holds(a.toLowerCase(), b.toLowerCase()) : holds(a, b)
  }

const ordered =
  (holds: (order: number) => boolean): Test =>
  (value, wanted) => {
    const order = compareValues(value, numberOf(value) ? (decimalOf(wanted) ?? wanted) : wanted)
    return order !== undefined && holds(order)
  }

/** What may stand behind the last two underscores of a condition. */
const TESTS: Readonly<Record<string, Test>> = dictionary({
  exact: equal,
  iexact: texts((a, b) => a === b, true),
  contains: texts((a, b) => a.includes(b)),
  icontains: texts((a, b) => a.includes(b), true),
  startswith: texts((a, b) => a.startsWith(b)),
  istartswith: texts((a, b) => a.startsWith(b), true),
  endswith: texts((a, b) => a.endsWith(b)),
  iendswith: texts((a, b) => a.endsWith(b), true),
  gt: ordered((order) => order > 0),
  gte: ordered((order) => order >= 0),
  lt: ordered((order) => order < 0),
  lte: ordered((order) => order <= 0),
  in: (value, wanted) => holdsValue(wanted, value instanceof TemplateObject ? value.get('pk') : value),
  isnull: async (value, wanted) => (value === null || value === undefined) === (await isTrue(wanted))
})

/** Whether a field has a value; a record may be named by its primary key, and a number by its text. */
async function equal(value: unknown, wanted: unknown): Promise<boolean> {
  if (value instanceof TemplateObject && !(wanted instanceof TemplateObject)) return equal(value.get('pk'), wanted)
  if (numberOf(value) && isText(wanted)) return sameValue(value, decimalOf(wanted) ?? wanted)
  if (typeof value === 'boolean') return value === (await isTrue(wanted))
  return sameValue(value ?? null, wanted ?? null)
}

/** Follows the fields of a condition; null where one on the way names nothing. @throws where there is no such field */
async function fieldValue(record: unknown, names: readonly string[]): Promise<unknown> {
  let value = record
  for (const name of names) {
    if (value === null) return null
    const found = await attributeOf(value, name)
    if (found === undefined) {
      const choices = value instanceof TemplateObject ? value.names().join(', ') : ''
      throw renderingError(`Cannot resolve keyword '${name}' into field. Choices are: ${choices}`)
    }
    value = found
  }
  return value
}

/** One condition, taken apart. */
interface Condition {
  names: string[]
  test: Test
  wanted: unknown
}

function conditionOf([key, wanted]: [string, unknown]): Condition {
  const names = key.split('__')
  const last = names.at(-1)!
  if (names.length > 1 && Object.hasOwn(TESTS, last)) return { names: names.slice(0, -1), test: TESTS[last]!, wanted }
  return { names, test: equal, wanted }
}

async function fulfils(record: unknown, conditions: readonly Condition[]): Promise<boolean> {
  for (const { names, test, wanted } of conditions)
    if (!(await test(await fieldValue(record, names), wanted))) return false
  return true
}

/** The records of a set that fulfil all conditions. @throws TemplateError where a record has no such field */
export async function filteredSet(set: TemplateSet, conditions: ReadonlyMap<string, unknown>): Promise<TemplateSet> {
  const read = [...conditions].map(conditionOf)
  const kept: unknown[] = []
  for (const record of await set.items()) if (await fulfils(record, read)) kept.push(record)
  return new ListedSet(kept)
}

/** What comes first: numbers and texts in their order, nothing at the end. */
const orderOf = (a: unknown, b: unknown): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : (compareValues(a, b) ?? 0)

/** The records of a set in the order of some fields; a minus turns one around. */
export async function orderedSet(set: TemplateSet, fields: readonly string[]): Promise<TemplateSet> {
  const ways = fields.map((field) => ({
    names: field.replace(/^-/, '').split('__'),
    sign: field.startsWith('-') ? -1 : 1
  }))
  const keyed: { record: unknown; keys: unknown[] }[] = []
  for (const record of await set.items()) {
    const keys: unknown[] = []
    for (const { names } of ways) keys.push((await fieldValue(record, names)) ?? null)
    keyed.push({ record, keys })
  }
  keyed.sort((a, b) => {
    for (const [i, { sign }] of ways.entries()) {
      const order = orderOf(a.keys[i], b.keys[i])
      if (order) return sign * order
    }
    return 0
  })
  return new ListedSet(keyed.map(({ record }) => record))
}
