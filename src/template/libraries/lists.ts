// Texts, lists and maps, for the library `report`.
import type { Rendering, SimpleTag, TagArguments } from '../language.ts'
import { lengthOf, titleCase } from '../lookup.ts'
import { isText, iterated, plainText, textOfValue, wholeNumber } from '../python.ts'
import { simpleTag } from '../simple-tag.ts'
import { TemplateSet, TupleValue } from '../values.ts'

/** Whether a value is nothing that could be worked on. */
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (isText(value) && plainText(value) === '')

const ofText = (work: (text: string) => string): SimpleTag =>
  simpleTag('value', async ({ value }) => (isEmpty(value) ? '' : work(await textOfValue(value))))

/** A tag that takes letters away at the ends of a text: blanks, or those that it is told. */
const stripping = (start: boolean, end: boolean): SimpleTag =>
  simpleTag('value chars=', async ({ value, chars }) => {
    if (isEmpty(value)) return ''
    const letters = [...(await textOfValue(value))]
    const unwanted = isEmpty(chars) ? undefined : await textOfValue(chars)
    const goes = (letter: string | undefined): boolean =>
      letter !== undefined && (unwanted === undefined ? letter.trim() === '' : unwanted.includes(letter))
    let [from, to] = [0, letters.length]
    while (start && from < to && goes(letters[from])) from++
    while (end && to > from && goes(letters[to - 1])) to--
    return letters.slice(from, to).join('')
  })

async function replaced({ value, old, new: replacement }: TagArguments, { budget }: Rendering): Promise<string> {
  if (isEmpty(value)) return ''
  const [text, unwanted, wanted] = [
    await textOfValue(value),
    await textOfValue(old),
    replacement === undefined ? '' : await textOfValue(replacement)
  ]
  if (!unwanted) return text
  const parts = text.split(unwanted)
  budget.allow(text.length + parts.length * wanted.length)
  return parts.join(wanted)
}

async function split({ value, separator }: TagArguments): Promise<string[]> {
  if (isEmpty(value)) return []
  const between = isEmpty(separator) ? ',' : await textOfValue(separator)
  return (await textOfValue(value)).split(between).map((piece) => piece.trim())
}

/** What something holds; nothing where it holds nothing. */
async function itemsOf(value: unknown): Promise<readonly unknown[]> {
  const countable = isText(value) || Array.isArray(value) || value instanceof TupleValue || value instanceof Map
  return countable || value instanceof TemplateSet ? iterated(value) : []
}

async function joined({ value, separator }: TagArguments, { budget }: Rendering): Promise<string> {
  const texts: string[] = []
  for (const item of await itemsOf(value)) texts.push(await textOfValue(item))
  const between = separator === undefined ? '' : await textOfValue(separator)
  budget.allow(between.length * texts.length)
  return texts.join(between)
}

/** A part of a text or a list in its own form. */
async function part(value: unknown, choose: (items: readonly unknown[]) => unknown[]): Promise<unknown> {
  const chosen = choose(await itemsOf(value))
  return isText(value) ? (chosen as string[]).join('') : chosen
}

async function truncate({ value, length }: TagArguments): Promise<unknown> {
  const count = wholeNumber(length) ?? 0
  return part(value, (items) => items.slice(0, count))
}

const oneOf = (choose: (items: readonly unknown[]) => unknown): SimpleTag =>
  simpleTag('value default=', async ({ value, default: fallback }) => {
    const items = await itemsOf(value)
    return items.length ? choose(items) : (fallback ?? '')
  })

/** One of a list by its index; nothing where there is none. */
async function getIndex({ container, index }: TagArguments): Promise<unknown> {
  const place = wholeNumber(index)
  const items = isText(container) ? [] : await itemsOf(container)
  return (place === undefined ? undefined : items.at(place)) ?? null
}

/** The value of a key; what was told for it, or nothing, where there is none. */
function valueOfKey({ container, key, backup_value: backup }: TagArguments): unknown {
  if (!(container instanceof Map)) return null
  const name = isText(key) ? plainText(key) : key
  return container.has(name) ? container.get(name) : (backup ?? null)
}

/** Texts, lists and maps. */
export const LIST_TAGS: Readonly<Record<string, SimpleTag>> = {
  lowercase: ofText((text) => text.toLowerCase()),
  uppercase: ofText((text) => text.toUpperCase()),
  titlecase: ofText(titleCase),
  strip: stripping(true, true),
  lstrip: stripping(true, false),
  rstrip: stripping(false, true),
  replace: simpleTag('value old new=', replaced),
  split: simpleTag('value separator=', split),
  join: simpleTag('value separator=', joined),
  length: simpleTag('value', async ({ value }) => (await lengthOf(value)) ?? 0),
  first: oneOf((items) => items[0]),
  last: oneOf((items) => items.at(-1)),
  reverse: simpleTag('value', ({ value }) => part(value, (items) => items.toReversed())),
  truncate: simpleTag('value length', truncate),
  getindex: simpleTag('container index', getIndex),
  getkey: simpleTag('container key backup_value=', valueOfKey)
}
