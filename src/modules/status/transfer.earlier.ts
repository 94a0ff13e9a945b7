// States as some releases and tools wrote them: by their names, or by numbers as text.
import type { Translation, Translations } from '#framework/transfer/translate.ts'
import { knownStates, type StatusClass } from './states.ts'

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')

/** The number of a state that was written as text. */
function stateNumber(text: string, status: StatusClass): number | undefined {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text)
  return knownStates(status).find(({ name, label }) => [name, label].some((word) => plain(word) === plain(text)))?.key
}

/** A state that is a text becomes its number. */
const stateNumbers = (model: string, field: string, status: StatusClass): Translation => ({
  model,
  translate: (records, { translated }) => {
    for (const record of records) {
      const value = record.fields[field]
      const number = typeof value === 'string' ? stateNumber(value, status) : undefined
      if (number === undefined) continue
      record.fields = { ...record.fields, [field]: number }
      translated(`${model}.${field}`, 'the number of the state')
    }
  }
})

/** States, in whatever release. */
export const STATUS_EARLIER: Translations = {
  any: [
    stateNumbers('build.build', 'status', 'BuildStatus'),
    stateNumbers('order.purchaseorder', 'status', 'PurchaseOrderStatus'),
    stateNumbers('order.salesorder', 'status', 'SalesOrderStatus'),
    stateNumbers('order.returnorder', 'status', 'ReturnOrderStatus'),
    stateNumbers('order.returnorderlineitem', 'outcome', 'ReturnOrderLineStatus'),
    stateNumbers('stock.stockitem', 'status', 'StockStatus'),
    stateNumbers('stock.stockitemtracking', 'tracking_type', 'StockHistoryCode')
  ]
}
