// Parts and their categories, tests and BOMs.
import { availabilityOf, bomLines, canBuild } from '#modules/bom/index.ts'
import { ownCode } from '#modules/barcode/index.ts'
import { sumQuantity } from '#framework/decimals.ts'
import { ancestorsOf, categoryPaths, namer, quantitiesOf, type Named, type Quantities } from '#modules/part/index.ts'
import { Decimal } from '#template/decimal.ts'
import { ListedSet } from '#template/values.ts'
import type { ContextAttribute, ContextRecord, ContextRow, RecordGroup, RecordShape } from '../records.ts'
import {
  columns,
  fixed,
  many,
  one,
  recordPage,
  setTogether,
  shape,
  attributeText,
  together,
  trimmed
} from '../shape.ts'
import { StoredFile } from '../stored-file.ts'
import { attachments } from './common.ts'

/** The full name of a part, as the settings have it. */
export const fullName = ({ row, group }: ContextRecord): string => namer(group.reader.settings)(row as unknown as Named)

/** The full name of a record that may be none. */
export const fullNameOf = (part: unknown): string => (part ? fullName(part as ContextRecord) : '')

/** Something about how much there is of a part, in one statement for all parts that were read together. */
const quantity =
  (choose: (quantities: Quantities) => number): ContextAttribute =>
  async (record) => {
    const found = await record.group.once('quantities', ({ reader, ids }) => quantitiesOf(reader.db, ids))
    return trimmed(Math.max(0, sumQuantity(choose(found.get(record.id)!))))
  }

const total = (q: Quantities): number => q.in_stock + q.variant_stock
const allocated = (q: Quantities): number => q.allocated_to_build_orders + q.allocated_to_sales_orders

/** The BOMs of parts: their own lines and those that they inherit. */
async function bomsOf({ reader, ids }: RecordGroup): Promise<Map<number, ContextRecord[]>> {
  const lines = await bomLines(reader.db, ids)
  const group = reader.groupOf('bomitem', [...lines.values()].flat() as ContextRow[])
  return new Map([...lines].map(([id, own]) => [id, own.map((line) => group.records.get(line.id)!)]))
}

/** How many of the assemblies could be built of what is in stock. */
async function buildable({ reader, ids }: RecordGroup): Promise<Map<number, number>> {
  const boms = await bomLines(reader.db, ids)
  const lines = [...boms.values()].flat()
  const there = await availabilityOf(reader.db, lines)
  return new Map(
    [...boms].map(([id, own]) => {
      const counted = own.filter((line) => line.consumable === 0)
      const each = counted.map((line) => canBuild(line, there.get(line.id)!))
      return [id, each.length ? Math.floor(Math.min(...each)) : 0]
    })
  )
}

/** The tests of parts: their own and those of the templates above them. */
export async function testsOf({ reader, ids }: RecordGroup): Promise<Map<number, ContextRecord[]>> {
  const above = await ancestorsOf(reader.db, ids)
  const everything = [...new Set([...ids, ...[...above.values()].flat()])]
  const own = await reader.children('parttesttemplate', 'part_id', everything)
  return new Map(ids.map((id) => [id, [id, ...(above.get(id) ?? [])].flatMap((part) => own.get(part) ?? [])]))
}

/** The parts that records lead to, each once. */
const parents = setTogether('used in', async ({ reader, ids }) => {
  const lines = await reader.children('bomitem', 'sub_part_id', ids)
  const keys = [...lines.values()].flat().map(({ row }) => row.part_id as number)
  const { records } = await reader.group('part', keys)
  return new Map(
    [...lines].map(([id, own]) => {
      const assemblies = [...new Set(own.map(({ row }) => row.part_id as number))]
      return [id, assemblies.flatMap((key) => records.get(key) ?? [])]
    })
  )
})

/** The primary supplier part, where one is marked. */
const defaultSupplier = together('default supplier', async ({ reader, ids }) => {
  const found = await reader.children('supplierpart', 'part_id', ids)
  return new Map([...found].map(([id, own]) => [id, own.find(({ row }) => row.primary === 1) ?? null]))
})

/** The prices of a part; where none were worked out yet, none. */
const pricing = together('pricing', async ({ reader, ids }) => {
  const known = await reader.children('partpricing', 'part_id', ids)
  const missing = reader.groupOf(
    'partpricing',
    ids.filter((id) => !known.get(id)?.length).map((id) => ({ id, part_id: id, ...NO_PRICES }))
  )
  return new Map(ids.map((id) => [id, known.get(id)?.[0] ?? missing.records.get(id)!]))
})

const RANGES = `bom_cost purchase_cost internal_cost supplier_price variant_cost override overall sale_price
sale_history`.split(/\s+/)
const PRICES = RANGES.flatMap((name) => [`${name}_min`, `${name}_max`])
const NO_PRICES: Readonly<Record<string, null>> = Object.fromEntries(PRICES.map((name) => [name, null]))

const part = shape(
  'Part',
  'part',
  {
    ...columns({
      words: 'IPN revision units',
      text: 'name description keywords link notes barcode_data barcode_hash',
      flag: `is_template assembly component trackable testable purchaseable salable active locked virtual consumable`,
      day: 'creation_date bom_checked_date',
      whole: 'default_expiry'
    }),
    ...attachments('part'),
    full_name: fullName,
    minimum_stock: ({ row }) => fixed(row.minimum_stock, 6),
    maximum_stock: ({ row }) => fixed(row.maximum_stock, 6),
    image: ({ row }) => StoredFile.of(row.image),
    barcode: ({ id, group }) => ownCode(group.reader.settings, 'part', id),
    category: one('partcategory', 'category_id'),
    default_location: one('stocklocation', 'default_location_id'),
    default_supplier: defaultSupplier,
    variant_of: one('part', 'variant_of_id'),
    revision_of: one('part', 'revision_of_id'),
    creation_user: one('user', 'creation_user_id'),
    responsible_owner: one('owner', 'responsible_owner_id'),
    responsible: one('owner', 'responsible_owner_id'),
    variants: many('part', 'variant_of_id'),
    revisions: many('part', 'revision_of_id'),
    stock_items: many('stockitem', 'part_id'),
    supplier_parts: many('supplierpart', 'part_id'),
    manufacturer_parts: many('manufacturerpart', 'part_id'),
    builds: many('build', 'part_id'),
    salepricebreaks: many('salepricebreak', 'part_id', { order: 'quantity' }),
    internalpricebreaks: many('internalpricebreak', 'part_id', { order: 'quantity' }),
    test_templates: many('parttesttemplate', 'part_id'),
    bom_items: many('bomitem', 'part_id'),
    used_in: many('bomitem', 'sub_part_id'),
    get_bom_items: setTogether('bom', bomsOf),
    getTestTemplates: setTogether('tests', testsOf),
    get_used_in: parents,
    used_in_count: async (record) => (await (parents(record) as ListedSet).items()).length,
    bom_count: async (record) => ((await record.group.once('bom', bomsOf)).get(record.id) ?? []).length,
    has_bom: async (record) => ((await record.group.once('bom', bomsOf)).get(record.id) ?? []).length > 0,
    can_build: together('can build', buildable, 0),
    total_stock: quantity(total),
    available_stock: quantity((q) => total(q) - allocated(q)),
    on_order: quantity((q) => q.ordering),
    quantity_being_built: quantity((q) => q.building),
    quantity_in_production: quantity((q) => q.building),
    allocation_count: quantity(allocated),
    stock_item_count: quantity((q) => q.stock_item_count),
    pricing,
    get_absolute_url: recordPage('part')
  },
  (record) => `${fullName(record)} - ${String(record.row.description)}`
)

/** The categories above one, the topmost first; with itself, or without. */
const pathOf = (own: boolean) =>
  setTogether(own ? 'path' : 'parents', async ({ reader, ids }) => {
    const paths = await categoryPaths(reader.db, ids)
    const { records } = await reader.group(
      'partcategory',
      [...paths.values()].flatMap((path) => path.map(({ id }) => id))
    )
    return new Map(
      [...paths].map(([id, path]) => [
        id,
        path.filter((step) => own || step.id !== id).flatMap((step) => records.get(step.id) ?? [])
      ])
    )
  })

const category = shape(
  'PartCategory',
  'part_category',
  {
    ...columns({ text: 'name description pathstring default_keywords icon', flag: 'structural', whole: 'level' }),
    ...attachments('partcategory'),
    parent: one('partcategory', 'parent_id'),
    default_location: one('stocklocation', 'default_location_id'),
    children: many('partcategory', 'parent_id'),
    parts: many('part', 'category_id'),
    path: pathOf(true),
    parentpath: pathOf(false),
    get_absolute_url: ({ id }) => `/web/part/category/${id}`
  },
  ({ row }) => `${String(row.pathstring)} - ${String(row.description)}`
)

const testTemplate = shape(
  'PartTestTemplate',
  'part_test_template',
  {
    ...columns({
      text: 'test_name key description choices',
      flag: 'enabled required requires_value requires_attachment'
    }),
    part: one('part', 'part_id')
  },
  async (record) =>
    `${await attributeText(await one('part', 'part_id')(record), 'name')} | ${String(record.row.test_name)}`
)

const bomText = async (record: ContextRecord): Promise<string> => {
  const [component, assembly] = [await one('part', 'sub_part_id')(record), await one('part', 'part_id')(record)]
  const amount = trimmed(Number(record.row.quantity)).plain()
  return `${amount} x ${fullNameOf(component)} to make ${fullNameOf(assembly)}`
}

const bomItem = shape(
  'BomItem',
  'bom_item',
  {
    ...columns({
      text: 'raw_amount reference note',
      quantity: 'quantity setup_quantity',
      flag: 'optional consumable inherited allow_variants validated'
    }),
    attrition: ({ row }) => Decimal.fixed(Number(row.attrition), 3),
    rounding_multiple: ({ row }) => fixed(row.rounding_multiple, 5),
    part: one('part', 'part_id'),
    sub_part: one('part', 'sub_part_id'),
    substitutes: many('bomitemsubstitute', 'bom_item_id')
  },
  bomText
)

const substitute = shape('BomItemSubstitute', 'bom_substitute', {
  bom_item: one('bomitem', 'bom_item_id'),
  part: one('part', 'part_id')
})

const priceBreak = columns({ quantity: 'quantity', price: 'price', moment: 'updated' })

const partPricing = shape('PartPricing', 'part_pricing', {
  ...columns({ text: 'currency', moment: 'updated', price: PRICES.join(' ') }),
  part: one('part', 'part_id')
})

/** Parts, and what belongs to them. */
export const PART_SHAPES: Readonly<Record<string, RecordShape>> = {
  part,
  partcategory: category,
  parttesttemplate: testTemplate,
  partpricing: partPricing,
  bomitem: bomItem,
  bomitemsubstitute: substitute,
  salepricebreak: shape('PartSellPriceBreak', 'part_sale_price', { ...priceBreak, part: one('part', 'part_id') }),
  internalpricebreak: shape('PartInternalPriceBreak', 'part_internal_price', {
    ...priceBreak,
    part: one('part', 'part_id')
  })
}
