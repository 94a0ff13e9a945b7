import {
  BARCODE,
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  NOTES,
  ONE,
  YES,
  boolean,
  decimal,
  file,
  integer,
  moment,
  priceBreakFields,
  relation,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

/** Companies, and under what numbers they sell or make parts, as an export has them. */
export const COMPANY_TRANSFER: readonly TransferModel[] = [
  {
    name: 'company.company',
    table: 'company',
    unique: [['name', 'email']],
    fields: {
      ...METADATA,
      ...NOTES,
      image: file('image', MAYBE),
      name: text('name'),
      description: text('description', EMPTY),
      website: text('website', EMPTY),
      phone: text('phone', EMPTY),
      email: text('email', MAYBE),
      contact: text('contact', EMPTY),
      link: text('link', EMPTY),
      active: boolean('active', YES),
      is_customer: boolean('is_customer', NO),
      is_supplier: boolean('is_supplier', YES),
      is_manufacturer: boolean('is_manufacturer', NO),
      currency: text('currency', EMPTY),
      tax_id: text('tax_id', EMPTY)
    }
  },
  {
    name: 'company.contact',
    table: 'company_contact',
    unique: [],
    fields: {
      ...METADATA,
      company: relation('company_id', 'company.company'),
      name: text('name'),
      phone: text('phone', EMPTY),
      email: text('email', EMPTY),
      role: text('role', EMPTY)
    }
  },
  {
    name: 'company.address',
    table: 'company_address',
    unique: [],
    fields: {
      company: relation('company_id', 'company.company'),
      title: text('title'),
      primary: boolean('primary', NO),
      line1: text('line1', EMPTY),
      line2: text('line2', EMPTY),
      postal_code: text('postal_code', EMPTY),
      postal_city: text('postal_city', EMPTY),
      province: text('province', EMPTY),
      country: text('country', EMPTY),
      shipping_notes: text('shipping_notes', EMPTY),
      internal_shipping_notes: text('internal_shipping_notes', EMPTY),
      link: text('link', EMPTY)
    }
  },
  {
    name: 'company.manufacturerpart',
    table: 'manufacturer_part',
    unique: [['part', 'manufacturer', 'MPN']],
    fields: {
      ...METADATA,
      ...NOTES,
      ...BARCODE,
      part: relation('part_id', 'part.part'),
      manufacturer: relation('manufacturer_id', 'company.company', MAYBE),
      MPN: text('MPN', MAYBE),
      link: text('link', MAYBE),
      description: text('description', MAYBE)
    }
  },
  {
    name: 'company.supplierpart',
    table: 'supplier_part',
    unique: [['part', 'supplier', 'SKU']],
    fields: {
      ...METADATA,
      ...NOTES,
      ...BARCODE,
      updated: moment('updated', MAYBE),
      part: relation('part_id', 'part.part'),
      supplier: relation('supplier_id', 'company.company'),
      SKU: text('SKU'),
      active: boolean('active', YES),
      primary: boolean('primary', NO),
      manufacturer_part: relation('manufacturer_part_id', 'company.manufacturerpart', MAYBE),
      link: text('link', MAYBE),
      description: text('description', MAYBE),
      note: text('note', MAYBE),
      base_cost: decimal('base_cost', 3, NO),
      packaging: text('packaging', MAYBE),
      pack_quantity: text('pack_quantity', EMPTY),
      pack_quantity_native: decimal('pack_quantity_native', 10, { ...ONE, whenNull: 1 }),
      multiple: integer('multiple', ONE),
      available: decimal('available', 3, NO),
      availability_updated: moment('availability_updated', MAYBE)
    }
  },
  {
    name: 'company.supplierpricebreak',
    table: 'supplier_price_break',
    unique: [['part', 'quantity']],
    fields: priceBreakFields('company.supplierpart')
  }
]
