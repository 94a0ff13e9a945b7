// Stock items, their test results, and where they lie.
import { sql } from 'kysely'
import { sumQuantity } from '#framework/decimals.ts'
import { today } from '#framework/time.ts'
import { ownCode } from '#modules/barcode/index.ts'
import { testKey } from '#modules/part/index.ts'
import { isInStock, isSerialized, locationPaths, type StockItem } from '#modules/stock/index.ts'
import { among } from '#db/text.ts'
import { lookupMany } from '#crud/lookup.ts'
import { Decimal } from '#template/decimal.ts'
import type { ContextAttribute, ContextRecord, RecordGroup, RecordShape } from '../records.ts'
import { columns, many, one, recordPage, setTogether, shape, attributeText, together, trimmed } from '../shape.ts'
import { StoredFile } from '../stored-file.ts'
import { attachments, statusText } from './common.ts'
import { fullNameOf } from './part.ts'

const stored = ({ row }: ContextRecord): StockItem => row as unknown as StockItem

/** How much of each item is set aside for sales and build orders. */
async function allocations({ reader, ids }: RecordGroup): Promise<Map<number, number>> {
  const amount = sql<number>`sum(quantity)`
  const sales = await reader.sums('sales_order_allocation', 'item_id', ids, amount)
  const builds = await reader.sums('build_item', 'stock_item_id', ids, amount)
  return new Map(ids.map((id) => [id, sumQuantity((sales.get(id) ?? 0) + (builds.get(id) ?? 0))]))
}

const allocated = async (record: ContextRecord): Promise<number> =>
  (await record.group.once('allocated', allocations)).get(record.id) ?? 0

/** All that is installed in items, on every level; the depth ends what a damaged database may have made a circle of. */
const installed = setTogether('installed deep', async ({ reader, ids }) => {
  const found = new Map<number, ContextRecord[]>(ids.map((id) => [id, []]))
  let level = new Map(ids.map((id) => [id, [id]]))
  for (let depth = 0; depth < 20 && level.size; depth++) {
    const inner = await reader.children('stockitem', 'belongs_to_id', level.keys())
    const next = new Map<number, number[]>()
    for (const [holder, roots] of level)
      for (const item of inner.get(holder) ?? []) {
        for (const root of roots) found.get(root)!.push(item)
        next.set(item.id, roots)
      }
    level = next
  }
  return found
})

/** An item in words: what it is, and where. */
async function itemText(record: ContextRecord): Promise<string> {
  const part = (await one('part', 'part_id')(record)) as ContextRecord | null
  const { row } = record
  const tracked = part?.row.trackable === 1 && row.serial
  const amount = trimmed(Number(row.quantity)).plain()
  const what = tracked ? `${fullNameOf(part)} #${String(row.serial)}` : `${amount} x ${fullNameOf(part)}`
  const place = await attributeText(await one('stocklocation', 'location_id')(record), 'name')
  return place ? `${what} @ ${place}` : what
}

const status: ContextAttribute = statusText('StockStatus')

const stockItem = shape(
  'StockItem',
  'stock_item',
  {
    ...columns({
      text: 'serial batch packaging link notes',
      words: 'barcode_data barcode_hash',
      quantity: 'quantity',
      price: 'purchase_price',
      day: 'expiry_date stocktake_date creation_date',
      moment: 'updated',
      whole: 'serial_int status',
      flag: 'is_building delete_on_deplete'
    }),
    ...attachments('stockitem'),
    barcode: ({ id, group }) => ownCode(group.reader.settings, 'stockitem', id),
    purchase_price_currency: ({ row }) => row.purchase_price_currency,
    status_text: status,
    status_label: status,
    get_status_display: status,
    status_custom_key: ({ row }) => row.status_custom_key ?? row.status,
    part: one('part', 'part_id'),
    location: one('stocklocation', 'location_id'),
    supplier_part: one('supplierpart', 'supplier_part_id'),
    parent: one('stockitem', 'parent_id'),
    belongs_to: one('stockitem', 'belongs_to_id'),
    customer: one('company', 'customer_id'),
    build: one('build', 'build_id'),
    consumed_by: one('build', 'consumed_by_id'),
    purchase_order: one('purchaseorder', 'purchase_order_id'),
    sales_order: one('salesorder', 'sales_order_id'),
    stocktake_user: one('user', 'stocktake_user_id'),
    owner: one('owner', 'owner_id'),
    children: many('stockitem', 'parent_id'),
    installed_parts: many('stockitem', 'belongs_to_id'),
    get_installed_items: installed,
    test_results: many('stockitemtestresult', 'stock_item_id'),
    in_stock: (record) => isInStock(stored(record)),
    serialized: (record) => isSerialized(stored(record)),
    is_expired: ({ row }) => typeof row.expiry_date === 'string' && row.expiry_date < today(),
    allocation_count: async (record) => trimmed(await allocated(record)),
    is_allocated: async (record) => (await allocated(record)) > 0,
    unallocated_quantity: async (record) =>
      Decimal.fixed(Math.max(0, Number(record.row.quantity) - (await allocated(record))), 5),
    get_absolute_url: recordPage('stockitem')
  },
  itemText
)

const testResult = shape('StockItemTestResult', 'stock_test_result', {
  ...columns({
    text: 'value notes test_station',
    flag: 'result',
    moment: 'date started_datetime finished_datetime'
  }),
  attachment: ({ row }) => StoredFile.of(row.attachment),
  stock_item: one('stockitem', 'stock_item_id'),
  template: one('parttesttemplate', 'template_id'),
  user: one('user', 'user_id'),
  test: async (record) => attributeText(await one('parttesttemplate', 'template_id')(record), 'test_name'),
  test_name: async (record) => attributeText(await one('parttesttemplate', 'template_id')(record), 'test_name'),
  key: async (record) => testKey(await attributeText(await one('parttesttemplate', 'template_id')(record), 'test_name'))
})

/** The locations above one, the topmost first; with itself, or without. */
const pathOf = (own: boolean): ContextAttribute =>
  setTogether(own ? 'path' : 'parents', async ({ reader, ids }) => {
    const paths = await locationPaths(reader.db, ids)
    const keys = [...paths.values()].flatMap((path) => path.map(({ id }) => id))
    const { records } = await reader.group('stocklocation', keys)
    return new Map(
      [...paths].map(([id, path]) => [
        id,
        path.filter((step) => own || step.id !== id).flatMap((step) => records.get(step.id) ?? [])
      ])
    )
  })

/** Which locations lie in each of some, these included: pairs of keys. */
const below = async ({ reader, ids }: RecordGroup): Promise<Map<number, number[]>> =>
  lookupMany(ids, async (keys) => {
    const { rows } = await sql<{ top: number; id: number }>`select t.id as top, l.id from stock_location t
      join stock_location l on l.tree_id = t.tree_id and l.lft >= t.lft and l.rght <= t.rght
      where t.id in ${among(keys)}`.execute(reader.db)
    return rows.map(({ top, id }) => [top, id])
  })

/** The stock in locations and below them. */
export async function stockBelow(group: RecordGroup): Promise<Map<number, ContextRecord[]>> {
  const places = await group.once('below', below)
  const everywhere = new Set([...places.values()].flat())
  const items = await group.reader.children('stockitem', 'location_id', everywhere)
  return new Map(
    [...places].map(([id, inner]) => [id, inner.flatMap((place) => items.get(place) ?? []).sort((a, b) => a.id - b.id)])
  )
}

const itemCount = together(
  'item count',
  async (group) => {
    const places = await group.once('below', below)
    const everywhere = [...new Set([...places.values()].flat())]
    const counts = await group.reader.counts('stock_item', 'location_id', everywhere)
    return new Map(
      [...places].map(([id, inner]) => [id, inner.reduce((sum, place) => sum + (counts.get(place) ?? 0), 0)])
    )
  },
  0
)

const location = shape(
  'StockLocation',
  'stock_location',
  {
    ...columns({
      text: 'name description pathstring',
      words: 'barcode_data barcode_hash',
      flag: 'structural external',
      whole: 'level'
    }),
    ...attachments('stocklocation'),
    custom_icon: ({ row }) => row.icon ?? '',
    icon: async (record) =>
      record.row.icon || (await attributeText(await one('stocklocationtype', 'location_type_id')(record), 'icon')),
    barcode: ({ id, group }) => ownCode(group.reader.settings, 'stocklocation', id),
    parent: one('stocklocation', 'parent_id'),
    location_type: one('stocklocationtype', 'location_type_id'),
    owner: one('owner', 'owner_id'),
    children: many('stocklocation', 'parent_id'),
    stock_items: many('stockitem', 'location_id'),
    path: pathOf(true),
    parentpath: pathOf(false),
    item_count: itemCount,
    get_absolute_url: recordPage('stocklocation')
  },
  ({ row }) => `${String(row.pathstring)} - ${String(row.description)}`
)

const locationType = shape(
  'StockLocationType',
  'stock_location_type',
  columns({ text: 'name description icon' }),
  ({ row }) => row.name as string
)

/** Stock, and where it lies. */
export const STOCK_SHAPES: Readonly<Record<string, RecordShape>> = {
  stockitem: stockItem,
  stockitemtestresult: testResult,
  stocklocation: location,
  stocklocationtype: locationType
}
