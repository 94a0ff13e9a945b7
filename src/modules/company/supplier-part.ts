import { sql } from 'kysely'
import { equals, type Builder, type TableName } from '#crud/definition.ts'
import { through } from '#crud/search.ts'
import { otherColumn } from '#crud/other-column.ts'
import { resource } from '#crud/resource.ts'
import { duplicateParameters, parametersOf, parametric } from '#modules/parameter/index.ts'
import { pricesChanged, briefParts, inStock } from '#modules/part/index.ts'
import { carriesTags, hasTag, inTags, setTags, tagsOf } from '#modules/tag/index.ts'
import { shownTime } from '#framework/time.ts'
import { SQL_QUANTITY_PLACES } from '#framework/decimals.ts'
import { inStates, OPEN_PURCHASE_ORDERS } from '#modules/status/index.ts'
import { briefCompanies, COMPANY_ROLES } from './brief.ts'
import { manufacturerPart } from './manufacturer-part.ts'
import { priceBreaksOf } from './price-break.ts'
import { deleteSupplierParts } from './remove.ts'
import { shownSupplierPart } from './supplier-part.brief.ts'
import { checkSupplierPart, exactPackSize, keepOnePrimary } from './supplier-part.rules.ts'

type SupplierPart = Builder<'supplier_part'>
type Value = (eb: SupplierPart) => ReturnType<typeof sql<string | null>>

/** A column of the part, of the supplier, of the manufacturer part; the name and the key of the manufacturer. */
const of = (key: string, table: TableName) => (column: string) =>
  otherColumn<string | null>('supplier_part', key, table, column)
const ofPart = of('part_id', 'part')
const ofSupplier = of('supplier_id', 'company')
const ofManufacturerPart = of('manufacturer_part_id', 'manufacturer_part')
const manufacturerName: Value = (eb) =>
  sql`(select c.name from company c where c.id = ${ofManufacturerPart('manufacturer_id')(eb)})`
const manufacturerOf = (eb: SupplierPart) => sql<number | null>`${ofManufacturerPart('manufacturer_id')(eb)}`

/** How much of it is in stock; how many packs are on order. */
const stockOf = (_eb: SupplierPart) =>
  sql<number>`(select round(coalesce(sum(i.quantity), 0), ${SQL_QUANTITY_PLACES}) from stock_item i where i.supplier_part_id = supplier_part.id and ${inStock('i')})`
const onOrder = (
  _eb: SupplierPart
) => sql<number>`(select round(coalesce(sum(l.quantity - l.received), 0), ${SQL_QUANTITY_PLACES}) from purchase_order_line l
  join purchase_order o on o.id = l.order_id where l.part_id = supplier_part.id and l.quantity > l.received and o.status in ${inStates(OPEN_PURCHASE_ORDERS)})`

const is = (value: Value) => (eb: SupplierPart, wanted: number | boolean) =>
  sql<boolean>`${value(eb)} = ${Number(wanted)}`

export const supplierPart = resource('company_part', 'supplier_part', {
  className: 'SupplierPart',
  options: {
    part_detail: { default: false, needs: ['part', 'build'] },
    supplier_detail: { default: false, needs: COMPANY_ROLES },
    manufacturer_detail: { default: false, needs: COMPANY_ROLES },
    manufacturer_part_detail: { default: false, needs: ['part', 'purchase_order'] },
    pretty: { default: false },
    price_breaks: { default: false, needs: ['purchase_order'] },
    tags: { default: false, filter: carriesTags('supplierpart', 'supplier_part') },
    parameters: { default: false }
  },
  computed: {
    in_stock: stockOf,
    on_order: onOrder,
    MPN: ofManufacturerPart('MPN'),
    manufacturer_id: manufacturerOf,
    part_IPN: ofPart('IPN'),
    part_units: ofPart('units'),
    supplier_name: ofSupplier('name'),
    manufacturer_name: manufacturerName
  },
  search: [
    'SKU',
    'description',
    inTags('supplierpart', 'supplier_part'),
    through('supplier_id', 'company', ['name']),
    through('manufacturer_part_id', 'manufacturer_part', ['MPN'], through('manufacturer_id', 'company', ['name'])),
    through('part_id', 'part', ['IPN', 'name', 'description', 'keywords'])
  ],
  order: {
    part: ofPart('name'),
    supplier: ofSupplier('name'),
    manufacturer: manufacturerName,
    active: 'active',
    primary: 'primary',
    IPN: ofPart('IPN'),
    MPN: ofManufacturerPart('MPN'),
    SKU: 'SKU',
    packaging: 'packaging',
    pack_quantity: ['pack_quantity_native', 'pack_quantity'],
    in_stock: stockOf,
    updated: 'updated'
  },
  defaultOrder: ['id'],
  filters: {
    part: equals('part_id'),
    part_active: is(ofPart('active')),
    supplier: equals('supplier_id'),
    supplier_active: is(ofSupplier('active')),
    manufacturer: is(ofManufacturerPart('manufacturer_id')),
    company: (eb, id) => eb.or([eb('supplier_id', '=', id), is(ofManufacturerPart('manufacturer_id'))(eb, id)]),
    manufacturer_part: equals('manufacturer_part_id'),
    SKU: equals('SKU'),
    MPN: (eb, text) => sql<boolean>`lower(${ofManufacturerPart('MPN')(eb)}) = ${text.toLowerCase()}`,
    active: equals('active'),
    primary: equals('primary'),
    has_stock: (eb, yes) => (yes ? sql<boolean>`${stockOf(eb)} > 0` : sql<boolean>`${stockOf(eb)} <= 0`),
    tag_name: carriesTags('supplierpart', 'supplier_part'),
    tags__name: hasTag('supplierpart', 'supplier_part', 'name'),
    tags__slug: hasTag('supplierpart', 'supplier_part', 'slug')
  },
  undeclared: parametric('supplierpart', 'supplier_part'),
  embed: async (rows, context, view) => {
    const ids = rows.map((row) => row.id)
    const makers = rows.map((row) => row.manufacturer_part_id).filter((id) => id !== null)
    return {
      parts: view.part_detail
        ? await briefParts(
            context,
            rows.map((row) => row.part_id),
            { pricing: true }
          )
        : undefined,
      companies: await briefCompanies(context.db, [
        ...(view.supplier_detail ? rows.map((row) => row.supplier_id) : []),
        ...(view.manufacturer_detail ? rows.map((row) => row.manufacturer_id) : [])
      ]),
      makers: view.manufacturer_part_detail
        ? await manufacturerPart.read(context, makers, { part_detail: false })
        : undefined,
      prices: view.price_breaks ? await priceBreaksOf(context.db, ids) : undefined,
      tags: view.tags ? await tagsOf(context.db, 'supplierpart', ids) : undefined,
      parameters: view.parameters ? await parametersOf(context, 'supplierpart', ids) : undefined
    }
  },
  toJSON: (row, also, view, context) => ({
    ...shownSupplierPart(row),
    ...(view.written ? { pack_quantity_native: exactPackSize(row, context.units.now) } : {}),
    available: row.available,
    availability_updated: shownTime(row.availability_updated),
    in_stock: view.created ? null : row.in_stock,
    on_order: row.on_order,
    ...(view.part_detail ? { part_detail: also.parts!.get(row.part_id)! } : {}),
    ...(view.supplier_detail ? { supplier_detail: also.companies.get(row.supplier_id)! } : {}),
    ...(view.manufacturer_detail
      ? { manufacturer_detail: row.manufacturer_id === null ? null : also.companies.get(row.manufacturer_id)! }
      : {}),
    ...(view.manufacturer_part_detail
      ? {
          manufacturer_part_detail:
            row.manufacturer_part_id === null ? null : also.makers!.get(row.manufacturer_part_id)!
        }
      : {}),
    ...(view.pretty
      ? {
          pretty_name: [row.part_IPN, row.supplier_name, row.SKU, row.manufacturer_name, row.MPN]
            .filter(Boolean)
            .join(' | ')
        }
      : {}),
    ...(view.price_breaks ? { price_breaks: also.prices!.get(row.id)! } : {}),
    ...(view.tags ? { tags: also.tags!.get(row.id)! } : {}),
    ...(view.parameters ? { parameters: also.parameters!.get(row.id)! } : {})
  }),
  write: {
    columns: {
      part: 'part_id',
      supplier: 'supplier_id',
      SKU: 'SKU',
      manufacturer_part: 'manufacturer_part_id',
      description: 'description',
      link: 'link',
      note: 'note',
      packaging: 'packaging',
      pack_quantity: 'pack_quantity',
      available: 'available',
      active: 'active',
      primary: 'primary',
      notes: 'notes',
      tags: null,
      duplicate: null,
      manufacturer: null,
      MPN: null
    },
    unique: [['part', 'supplier', 'SKU']],
    check: checkSupplierPart,
    saved: async (change, id) => {
      await keepOnePrimary(change, id)
      const { context, db, before, body } = change
      // A new one has no prices yet.
      if (before) await pricesChanged(db, context.settings, [before.part_id, body.part ?? null])
      if (change.body.tags) await setTags(change.db, 'supplierpart', id, change.body.tags)
      if (!change.before) await duplicateParameters(change.context, 'supplierpart', change.body.duplicate, id)
    },
    remove: (row, db, { settings }) => deleteSupplierParts(db, settings, [row.id])
  }
})
