// BOM lines as earlier releases wrote them.
import { textOf } from '#contract/text.ts'
import { added, without, withField, type Translation, type Translations } from '#framework/transfer/translate.ts'

const NUMBER = /^\d{1,10}(?:\.\d{1,10})?$/

/** What a build wastes: a percentage, or a number of items. */
const overage: Translation = {
  model: 'part.bomitem',
  translate: (lines, { translated, leftOut }) => {
    for (const line of withField(lines, 'overage')) {
      const text = textOf(line.fields.overage ?? '').trim()
      const [amount, percent] = [(text.endsWith('%') ? text.slice(0, -1) : text).trim(), text.endsWith('%')]
      const number = NUMBER.test(amount) ? Number(amount) : undefined
      const into = percent
        ? { attrition: Math.min(number ?? 0, 100).toFixed(3) }
        : { setup_quantity: number?.toFixed(5) }
      without(line, 'overage', number === undefined ? {} : into)
      if (number !== undefined) translated('part.bomitem.overage', Object.keys(into)[0]!)
      else if (text) leftOut('part.bomitem.overage', 'is neither a number nor a percentage')
    }
  }
}

/** The quantity as it was typed in; at first it was a number. */
const rawAmounts = added(
  'part.bomitem',
  'raw_amount',
  ({ fields: { quantity } }) => {
    const number = Number(quantity)
    return quantity != null && Number.isFinite(number) ? String(number) : undefined
  },
  'its raw_amount'
)

/** BOM lines, from release to release. */
export const BOM_EARLIER: Translations = { '1.0': [overage], '1.3': [rawAmounts] }
