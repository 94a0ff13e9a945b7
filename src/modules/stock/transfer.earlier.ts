// Stock items, their tests and their history as earlier releases wrote them.
import type { ExportFile } from '#framework/transfer/file.ts'
import {
  computed,
  gone,
  renamed,
  without,
  withField,
  type Translation,
  type Translations
} from '#framework/transfer/translate.ts'
import { textOf } from '#contract/text.ts'
import { testKey } from '#modules/part/index.ts'

/** A field of the records of a model, by primary key. */
const column = (file: ExportFile, model: string, field: string): Map<unknown, unknown> =>
  new Map(file.of(model).map(({ pk, fields }) => [pk, fields[field]]))

/** The part and the templates above it, from below. */
function family(part: unknown, templates: Map<unknown, unknown>): unknown[] {
  const found = new Set<unknown>()
  for (let at = part; at != null && !found.has(at); at = templates.get(at)) found.add(at)
  return [...found]
}

/** Test results named their test; today they name its template, which is made where there is none. */
const testTemplates: Translation = {
  model: 'stock.stockitemtestresult',
  translate: (results, { file, translated }) => {
    const parts = column(file, 'stock.stockitem', 'part')
    const above = column(file, 'part.part', 'variant_of')
    const known = new Map<string, number>()
    const place = (part: unknown, key: string) => `${textOf(part)} ${key}`
    for (const { pk, fields } of file.of('part.parttesttemplate'))
      known.set(place(fields.part, testKey(textOf(fields.test_name))), pk)
    for (const result of withField(results, 'test')) {
      const test = textOf(result.fields.test)
      const key = testKey(test)
      const tested = family(parts.get(result.fields.stock_item), above)
      let template = tested.map((part) => known.get(place(part, key))).find((pk) => pk !== undefined)
      if (template === undefined && tested.length) {
        const part = tested.at(-1)
        // Nobody asked for a test without a template.
        template = file.add('part.parttesttemplate', { part, test_name: test, key, required: false })
        known.set(place(part, key), template)
        translated('stock.stockitemtestresult.test', 'a new part.parttesttemplate')
      }
      if (result.fields.template === undefined) {
        without(result, 'test', { template })
        translated('stock.stockitemtestresult.test', 'template')
      } else without(result, 'test')
    }
  }
}

/** The history of a stock item also says of what part it was. */
const trackedPart: Translation = {
  model: 'stock.stockitemtracking',
  translate: (entries, { file, translated }) => {
    if (entries.every(({ fields }) => Object.hasOwn(fields, 'part'))) return
    const parts = column(file, 'stock.stockitem', 'part')
    for (const entry of entries) {
      if (Object.hasOwn(entry.fields, 'part')) continue
      const part = parts.get(entry.fields.item) ?? null
      entry.fields = { ...entry.fields, part }
      if (part !== null) translated('stock.stockitemtracking', 'its part')
    }
  }
}

/** The earlier one of two moments. */
const earlier = (a: unknown, b: unknown): unknown => {
  if (typeof a !== 'string' || typeof b !== 'string') return a ?? b
  return Date.parse(b) < Date.parse(a) ? b : a
}

/** The history of a stock item begins with that it was created. */
const CREATED = 1

/** When stock items came: when they were created, as their history says, or the earliest that is known of them. */
const creationDates: Translation = {
  model: 'stock.stockitem',
  translate: (items, { file, translated }) => {
    const lacking = items.filter(({ fields }) => !Object.hasOwn(fields, 'creation_date'))
    if (!lacking.length) return
    const created = new Map<unknown, unknown>()
    const first = new Map<unknown, unknown>()
    for (const { fields } of file.of('stock.stockitemtracking')) {
      first.set(fields.item, earlier(first.get(fields.item), fields.date))
      if (fields.tracking_type === CREATED) created.set(fields.item, earlier(created.get(fields.item), fields.date))
    }
    for (const item of lacking) {
      const creation_date = created.get(item.pk) ?? earlier(item.fields.updated, first.get(item.pk)) ?? null
      item.fields = { ...item.fields, creation_date }
      if (creation_date !== null) translated('stock.stockitem', 'its creation_date, from its history')
    }
  }
}

/** Stock, from release to release. */
export const STOCK_EARLIER: Translations = {
  '0.9': [
    renamed('stock.stockitem', 'uid', 'barcode_hash'),
    gone('stock.stockitem', 'infinite', 'stock that never ends is no longer known')
  ],
  '0.13': [
    renamed('stock.stocklocation', 'icon', 'custom_icon'),
    gone('stock.stockitem', 'review_needed', 'stock that has to be looked at has a state for that')
  ],
  '0.14': [testTemplates],
  '1.0': [computed('stock.stockitem', 'lft', 'rght', 'tree_id', 'level')],
  '1.3': [trackedPart, creationDates]
}
