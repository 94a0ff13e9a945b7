// What stands behind a dot. Only what is data is found: attributes that an object of the domain brings, keys, indexes,
// and these few words, which Python has as methods. Nothing of JavaScript can be reached.
import { dictionary } from '#db/dictionary.ts'
import { iterated, isText, plainText } from './python.ts'
import { isoText, dateParts } from './shown.ts'
import {
  type Awaitable,
  Money,
  Moment,
  PlainDate,
  TemplateObject,
  TemplateSet,
  ListedSet,
  TupleValue
} from './values.ts'

/** A word and what it answers for a kind of value. */
type Attributes<Value> = Readonly<Record<string, (value: Value) => unknown>>

/** A text with the first letter of each word raised. */
export const titleCase = (text: string): string =>
  text.replace(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase())

const OF_TEXT: Attributes<string> = dictionary({
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  title: titleCase,
  capitalize: (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
  strip: (text) => text.trim(),
  lstrip: (text) => text.trimStart(),
  rstrip: (text) => text.trimEnd(),
  split: (text) => text.split(/\s+/).filter(Boolean),
  splitlines: (text) => text.split(/\r\n|\r|\n/),
  isdigit: (text) => /^\d+$/.test(text),
  isalpha: (text) => /^\p{L}+$/u.test(text),
  isupper: (text) => text !== text.toLowerCase() && text === text.toUpperCase(),
  islower: (text) => text !== text.toUpperCase() && text === text.toLowerCase()
})

const OF_DATE: Attributes<PlainDate | Moment> = dictionary({
  year: (value) => dateParts(value).year,
  month: (value) => dateParts(value).month,
  day: (value) => dateParts(value).day,
  isoformat: (value) => (value instanceof Moment ? isoText(value) : String(value)),
  weekday: (value) => (isoWeekday(value) + 6) % 7,
  isoweekday: isoWeekday
})

const OF_MOMENT: Attributes<Moment> = dictionary({
  hour: (value) => dateParts(value).hour,
  minute: (value) => dateParts(value).minute,
  second: (value) => dateParts(value).second,
  date: (value) => {
    const { year, month, day } = dateParts(value)
    return new PlainDate(year, month, day)
  },
  tzinfo: (value) => value.zone,
  timestamp: (value) => value.time.getTime() / 1000
})

const OF_MONEY: Attributes<Money> = dictionary({ amount: (money) => money.amount, currency: (money) => money.currency })

const view = (items: readonly unknown[], word: string): TupleValue => new TupleValue(items, [], `dict_${word}`)

const OF_MAP: Attributes<ReadonlyMap<unknown, unknown>> = dictionary({
  items: (map) =>
    view(
      [...map].map((entry) => new TupleValue(entry)),
      'items'
    ),
  keys: (map) => view([...map.keys()], 'keys'),
  values: (map) => view([...map.values()], 'values')
})

const OF_SET: Attributes<TemplateSet> = dictionary({
  all: async (set) => (set.isManager ? new ListedSet(await set.items()) : set),
  count: (set) => set.count(),
  exists: async (set) => (await set.count()) > 0,
  first: async (set) => (await set.items())[0] ?? null,
  last: async (set) => (await set.items()).at(-1) ?? null
})

function isoWeekday(value: PlainDate | Moment): number {
  const { year, month, day } = dateParts(value)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
}

const among = <Value>(attributes: Attributes<Value>, name: string, value: Value): unknown =>
  Object.hasOwn(attributes, name) ? attributes[name]!(value) : undefined

/** One of a list by its number; undefined where there is none. */
const indexed = (items: readonly unknown[], name: string): unknown =>
  /^\d{1,9}$/.test(name) ? items[Number(name)] : undefined

async function ofSet(set: TemplateSet, name: string): Promise<unknown> {
  if (Object.hasOwn(OF_SET, name)) return OF_SET[name]!(set)
  return set.isManager ? undefined : indexed(await set.items(), name)
}

/** A key of a map, or a word that maps have. Keys that are numbers are found by their digits. */
function ofMap(map: ReadonlyMap<unknown, unknown>, name: string): unknown {
  if (map.has(name)) return map.get(name)
  const found = among(OF_MAP, name, map)
  return found === undefined && /^\d{1,15}$/.test(name) ? map.get(Number(name)) : found
}

/**
 * What an attribute, a key or an index of a value is.
 *
 * @returns undefined where there is none
 */
export function attributeOf(value: unknown, name: string): Awaitable<unknown> {
  if (value instanceof TemplateObject) return value.get(name)
  if (value instanceof Map) return ofMap(value, name)
  if (value instanceof TemplateSet) return ofSet(value, name)
  if (isText(value)) return among(OF_TEXT, name, plainText(value)) ?? indexed([...plainText(value)], name)
  if (Array.isArray(value)) return indexed(value, name)
  if (value instanceof TupleValue) return indexed(value.items, name) ?? value.items[value.names.indexOf(name)]
  if (value instanceof Money) return among(OF_MONEY, name, value)
  if (value instanceof Moment) return among(OF_DATE, name, value) ?? among(OF_MOMENT, name, value)
  return value instanceof PlainDate ? among(OF_DATE, name, value) : undefined
}

/** Follows several attributes. @returns undefined where one of them is missing */
export async function followPath(value: unknown, names: readonly string[]): Promise<unknown> {
  let found = value
  for (const name of names) {
    if (found === undefined || found === null) return undefined
    found = await attributeOf(found, name)
  }
  return found
}

/** How many something holds, as `len()` has it; undefined where a value has no length. */
export async function lengthOf(value: unknown): Promise<number | undefined> {
  if (value instanceof TemplateSet) return value.isManager ? undefined : value.count()
  if (value instanceof Map) return value.size
  const countable = isText(value) || Array.isArray(value) || value instanceof TupleValue
  return countable ? (await iterated(value)).length : undefined
}
