import { cellsOf, type Exporter, type ListedRecord } from '#contract/export.ts'
import type { ExportColumn } from '#contract/export-columns.ts'
import { roundLinePrice } from '#framework/decimals.ts'
import { baseCurrency } from '#modules/currency/index.ts'

/** What a stocktake says of a part, beside how much there is and what it is worth. */
const FIELDS = new Set(['pk', 'name', 'IPN', 'description', 'category', 'category_name', 'units', 'stock_item_count'])

const PRICES: ExportColumn[] = [
  { heading: 'Minimum Unit Cost', isDecimal: true },
  { heading: 'Maximum Unit Cost', isDecimal: true },
  { heading: 'Minimum Total Cost', isDecimal: true },
  { heading: 'Maximum Total Cost', isDecimal: true },
  { heading: 'Currency' }
]

/** How much there is of a part; external stock aside unless it counts. */
const quantityOf = ({ in_stock, external_stock }: ListedRecord, external: boolean): number =>
  Number(in_stock) - (external ? 0 : Math.min(Number(in_stock), Number(external_stock)))

const worth = (price: unknown, quantity: number) =>
  typeof price === 'number' ? roundLinePrice(price * quantity) : null

/** Writes how much there is of each part, and what it is worth (docs/behaviour/data-output.md#exporters). */
export const stocktakeExporter: Exporter = async ({ context, columns, options, records }) => {
  const own = columns.filter(({ field }) => FIELDS.has(field))
  const currency = baseCurrency(context.settings)
  const isPriced = Boolean(options.export_pricing_data)
  const rowOf = (record: ListedRecord) => {
    const quantity = quantityOf(record, Boolean(options.export_include_external_items))
    const { pricing_min: least, pricing_max: most } = record
    const prices = [least ?? null, most ?? null, worth(least, quantity), worth(most, quantity), currency]
    return [...cellsOf(own, record), quantity, ...(isPriced ? prices : [])]
  }
  const rows = async function* () {
    for await (const some of records()) yield some.map(rowOf)
  }
  return {
    columns: [...own, { heading: 'Quantity', isDecimal: true }, ...(isPriced ? PRICES : [])],
    rows: rows()
  }
}
