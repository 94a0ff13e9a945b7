// The references of orders as earlier releases wrote them: without what stands before the number.
import { textOf } from '#contract/text.ts'
import type { Translation, Translations } from '#framework/transfer/translate.ts'

const SETTING = 'common.inventreesetting'

/**
 * What stands before the number of a reference was a setting, and only shown; today it is part of the reference, and of
 * the pattern for new ones.
 *
 * @param setting the name of the settings, before `_REFERENCE_…`
 * @param usual what stood there where nobody had said anything else
 */
const prefixedReferences = (model: string, setting: string, usual: string): Translation => ({
  model,
  translate: (orders, { file, translated }) => {
    const stored = (key: string) => file.of(SETTING).find(({ fields }) => fields.key === key)?.fields.value
    if (stored(`${setting}_REFERENCE_PATTERN`) !== undefined) return
    const prefix = stored(`${setting}_REFERENCE_PREFIX`)
    const bare = !file.headed && orders.every(({ fields }) => /^\d/.test(textOf(fields.reference)))
    if (prefix === undefined && !bare) return
    const before = textOf(prefix ?? usual)
    for (const order of orders) {
      const reference = textOf(order.fields.reference)
      if (reference.startsWith(before)) continue
      order.fields = { ...order.fields, reference: before + reference }
      translated(`${model}.reference`, `with "${before}" before it`)
    }
  }
})

/** The pattern by which new references are made, from what stood before their numbers. */
const referencePatterns: Translation = {
  model: SETTING,
  translate: (settings, { file, translated }) => {
    const keys = new Set(settings.map(({ fields }) => fields.key))
    for (const { pk, fields } of settings) {
      const [, order] = /^(\w+)_REFERENCE_PREFIX$/.exec(textOf(fields.key)) ?? []
      if (!order) continue
      file.keep(SETTING, (setting) => setting.pk !== pk)
      if (keys.has(`${order}_REFERENCE_PATTERN`)) continue
      file.add(SETTING, { key: `${order}_REFERENCE_PATTERN`, value: `${textOf(fields.value)}{ref:04d}` })
      translated(`${SETTING} ${textOf(fields.key)}`, `${order}_REFERENCE_PATTERN`)
    }
  }
}

/** Orders, from release to release; build orders have references of the same kind. */
export const ORDER_EARLIER: Translations = {
  '0.8': [
    prefixedReferences('build.build', 'BUILDORDER', 'BO-'),
    prefixedReferences('order.purchaseorder', 'PURCHASEORDER', 'PO-'),
    prefixedReferences('order.salesorder', 'SALESORDER', 'SO-'),
    referencePatterns
  ]
}
