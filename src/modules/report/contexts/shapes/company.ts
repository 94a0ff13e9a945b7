// Companies, with their addresses and what they sell or make.
import { baseCurrency } from '#modules/currency/index.ts'
import type { ContextAttribute, ContextRecord, RecordShape } from '../records.ts'
import { StoredFile } from '../stored-file.ts'
import { columns, many, one, recordPage, shape, attributeText } from '../shape.ts'
import { attachments } from './common.ts'

/** The lines of an address that are filled in. */
const ADDRESS_LINES = ['line1', 'line2', 'postal_code', 'postal_city', 'province', 'country']

const addressText = ({ row }: ContextRecord): string =>
  ADDRESS_LINES.map((name) => row[name])
    .filter(Boolean)
    .join(', ')

/** The primary address of a company. */
const primaryAddress: ContextAttribute = async (record) => {
  const found = await record.group.once('addresses', ({ reader, ids }) => reader.children('address', 'company_id', ids))
  const own = found.get(record.id) ?? []
  return own.find(({ row }) => row.primary === 1) ?? null
}

const company = shape(
  'Company',
  'company',
  {
    ...columns({
      text: 'name description website phone email contact link currency tax_id notes',
      flag: 'active is_customer is_supplier is_manufacturer'
    }),
    ...attachments('company'),
    currency_code: ({ row, group }) => row.currency || baseCurrency(group.reader.settings),
    image: ({ row }) => StoredFile.of(row.image),
    address: async (record) => {
      const address = await primaryAddress(record)
      return address ? (address as ContextRecord).text() : ''
    },
    primary_address: primaryAddress,
    addresses: many('address', 'company_id'),
    contacts: many('contact', 'company_id'),
    supplied_parts: many('supplierpart', 'supplier_id'),
    parts: many('supplierpart', 'supplier_id'),
    manufactured_parts: many('manufacturerpart', 'manufacturer_id'),
    purchase_orders: many('purchaseorder', 'supplier_id'),
    sales_orders: many('salesorder', 'customer_id'),
    return_orders: many('returnorder', 'customer_id'),
    get_absolute_url: ({ id }) => `/web/purchasing/manufacturer/${id}`
  },
  ({ row }) => `${String(row.name)} - ${String(row.description)}`
)

const address = shape(
  'Address',
  'company_address',
  {
    ...columns({
      text: 'title line1 line2 postal_code postal_city province country shipping_notes internal_shipping_notes link',
      flag: 'primary'
    }),
    company: one('company', 'company_id')
  },
  addressText
)

const contact = shape(
  'Contact',
  'company_contact',
  { ...columns({ text: 'name phone email role' }), company: one('company', 'company_id') },
  ({ row }) => row.name as string
)

const manufacturerPart = shape(
  'ManufacturerPart',
  'manufacturer_part',
  {
    ...columns({ text: 'MPN link description notes' }),
    ...attachments('manufacturerpart'),
    part: one('part', 'part_id'),
    manufacturer: one('company', 'manufacturer_id'),
    supplier_parts: many('supplierpart', 'manufacturer_part_id')
  },
  async (record) => {
    const maker = await attributeText(await one('company', 'manufacturer_id')(record), 'name')
    return [maker, record.row.MPN].filter(Boolean).join(' | ')
  }
)

const supplierPart = shape(
  'SupplierPart',
  'supplier_part',
  {
    ...columns({
      text: 'SKU link description note packaging pack_quantity notes',
      flag: 'active primary',
      quantity: 'available',
      whole: 'multiple',
      moment: 'updated availability_updated'
    }),
    ...attachments('supplierpart'),
    part: one('part', 'part_id'),
    supplier: one('company', 'supplier_id'),
    manufacturer_part: one('manufacturerpart', 'manufacturer_part_id'),
    price_breaks: many('supplierpricebreak', 'part_id', { order: 'quantity' }),
    pricebreaks: many('supplierpricebreak', 'part_id', { order: 'quantity' }),
    stock_items: many('stockitem', 'supplier_part_id'),
    pretty_name: (record) => supplierPartText(record),
    get_absolute_url: recordPage('supplierpart')
  },
  (record) => supplierPartText(record)
)

async function supplierPartText(record: ContextRecord): Promise<string> {
  const supplier = await attributeText(await one('company', 'supplier_id')(record), 'name')
  return [supplier, record.row.SKU].filter(Boolean).join(' | ')
}

const supplierPriceBreak = shape('SupplierPriceBreak', 'supplier_price_break', {
  ...columns({ quantity: 'quantity', price: 'price', moment: 'updated' }),
  part: one('supplierpart', 'part_id')
})

/** Companies, and what belongs to them. */
export const COMPANY_SHAPES: Readonly<Record<string, RecordShape>> = {
  company,
  address,
  contact,
  manufacturerpart: manufacturerPart,
  supplierpart: supplierPart,
  supplierpricebreak: supplierPriceBreak
}
