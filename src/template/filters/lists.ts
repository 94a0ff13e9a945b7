// Filters for lists.
import { compareValues } from '../comparing.ts'
import { limitError, TemplateError } from '../errors.ts'
import type { Filter, Rendering } from '../language.ts'
import { attributeOf, followPath, lengthOf } from '../lookup.ts'
import { escapeHTML, isText, iterated, textOfValue, wholeNumber } from '../python.ts'
import { SafeText, TupleValue } from '../values.ts'

/** What something holds; undefined where it holds nothing. */
async function itemsOf(value: unknown): Promise<readonly unknown[] | undefined> {
  try {
    return await iterated(value)
  } catch (error) {
    if (error instanceof TemplateError && error.problem === 'rendering') return undefined
    throw error
  }
}

/** A part of a text or list, as `1:3` or `::2` say it. */
async function sliced(value: unknown, argument: unknown): Promise<unknown> {
  const parts = (await textOfValue(argument)).split(':')
  const items = await itemsOf(value)
  if (!items || parts.length > 3 || parts.some((part) => !/^(?:-?\d{1,9})?$/.test(part.trim()))) return value
  const bounds = parts.length === 1 ? ['', parts[0]!] : parts
  const [start, end, step] = bounds.map((part) => (part.trim() === '' ? undefined : Number(part)))
  const chosen = pick(items, start, end, step ?? 1)
  if (isText(value)) return (chosen as string[]).join('')
  return value instanceof TupleValue ? new TupleValue(chosen) : chosen
}

function pick(items: readonly unknown[], start: number | undefined, end: number | undefined, step: number): unknown[] {
  if (step === 1) return items.slice(start, end)
  if (step === 0) return [...items]
  const { length } = items
  const place = (index: number): number => (index < 0 ? index + length : index)
  const chosen: unknown[] = []
  if (step > 0) {
    const from = Math.max(0, place(start ?? 0))
    for (let i = from; i < Math.min(length, end === undefined ? length : place(end)); i += step) chosen.push(items[i])
  } else {
    const from = Math.min(length - 1, place(start ?? -1))
    for (let i = from; i > (end === undefined ? -1 : Math.max(-1, place(end))); i += step) chosen.push(items[i])
  }
  return chosen
}

/** Texts one behind the other, with another between them. */
async function joined(value: unknown, argument: unknown, rendering: Rendering): Promise<unknown> {
  const items = await itemsOf(value)
  if (!items) return value
  const asHTML = async (item: unknown): Promise<string> => {
    const text = await textOfValue(item)
    return rendering.autoescape && !(item instanceof SafeText) ? escapeHTML(text) : text
  }
  const texts: string[] = []
  for (const item of items) texts.push(await asHTML(item))
  const between = await asHTML(argument)
  rendering.budget.allow(between.length * texts.length)
  return new SafeText(texts.join(between))
}

/** A key for sorting: an attribute, or an index. */
async function sortKey(item: unknown, by: unknown): Promise<unknown> {
  const index = typeof by === 'number' ? by : undefined
  if (index !== undefined) return attributeOf(item, String(index))
  return followPath(item, (await textOfValue(by)).split('.'))
}

/** Longer lists take so long to sort that others would have to wait. */
const MAX_SORTED = 100_000

const sorting = (direction: 1 | -1): Filter => ({
  argument: 'required',
  async apply(value, argument, { budget }) {
    const items = await itemsOf(value)
    if (!items) return ''
    if (items.length > MAX_SORTED) throw limitError(`A list of more than ${MAX_SORTED} is not sorted`)
    const keyed: { key: unknown; item: unknown }[] = []
    for (const item of items) {
      const pause = budget.step()
      if (pause) await pause
      keyed.push({ key: await sortKey(item, argument), item })
    }
    if (keyed.some(({ key }) => key === undefined || compareValues(key, keyed[0]!.key) === undefined)) return ''
    return keyed.sort((a, b) => direction * compareValues(a.key, b.key)!).map(({ item }) => item)
  }
})

/** One of a list: an empty text where there is none. */
const at = (choose: (items: readonly unknown[]) => unknown): Filter => ({
  apply: async (value) => {
    const items = await itemsOf(value)
    return items ? (choose(items) ?? '') : ''
  }
})

/** A list as HTML; a list behind an item lies below it. */
async function listItems(items: readonly unknown[], rendering: Rendering, depth: number): Promise<string> {
  const indent = '\t'.repeat(depth)
  const lines: string[] = []
  for (let i = 0; i < items.length; i++) {
    const pause = rendering.budget.step()
    if (pause) await pause
    const text = await textOfValue(items[i])
    const shown = rendering.autoescape && !(items[i] instanceof SafeText) ? escapeHTML(text) : text
    const below = Array.isArray(items[i + 1]) && depth < 20 ? (items[++i] as unknown[]) : undefined
    const inner = below
      ? `\n${indent}<ul>\n${await listItems(below, rendering, depth + 1)}\n${indent}</ul>\n${indent}`
      : ''
    lines.push(`${indent}<li>${shown}${inner}</li>`)
  }
  return lines.join('\n')
}

/** Filters for lists. */
export const LIST_FILTERS: Readonly<Record<string, Filter>> = {
  dictsort: sorting(1),
  dictsortreversed: sorting(-1),
  first: at((items) => items[0]),
  join: { argument: 'required', apply: joined },
  last: { safe: true, ...at((items) => items.at(-1)) },
  length: { apply: async (value) => (await lengthOf(value)) ?? 0 },
  length_is: {
    argument: 'required',
    apply: async (value, argument) => {
      const length = await lengthOf(value)
      return length === undefined ? '' : length === wholeNumber(argument)
    }
  },
  random: { safe: true, ...at((items) => items[Math.floor(Math.random() * items.length)]) },
  slice: { argument: 'required', safe: true, apply: sliced },
  unordered_list: {
    apply: async (value, _, rendering) => new SafeText(await listItems((await itemsOf(value)) ?? [], rendering, 1))
  }
}
