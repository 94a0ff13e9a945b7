import type { Generated } from 'kysely'
import type { PriceBreak, WithBarcode, WithMetadata, WithNotes } from './columns.ts'
import type { Flag } from './tables.ts'

/** Companies, and under what numbers they sell or make parts. */
export interface CompanyTables {
  company: CompanyTable
  company_contact: CompanyContactTable
  company_address: CompanyAddressTable
  manufacturer_part: ManufacturerPartTable
  supplier_part: SupplierPartTable
  /** `part_id` is a supplier part. */
  supplier_price_break: PriceBreak
}

interface CompanyTable extends WithMetadata, WithNotes {
  id: Generated<number>
  image: string | null
  name: string
  description: Generated<string>
  website: Generated<string>
  phone: Generated<string>
  email: string | null
  contact: Generated<string>
  link: Generated<string>
  active: Generated<Flag>
  is_customer: Generated<Flag>
  is_supplier: Generated<Flag>
  is_manufacturer: Generated<Flag>
  currency: Generated<string>
  tax_id: Generated<string>
}

interface CompanyContactTable extends WithMetadata {
  id: Generated<number>
  company_id: number
  name: string
  phone: Generated<string>
  email: Generated<string>
  role: Generated<string>
}

interface CompanyAddressTable {
  id: Generated<number>
  company_id: number
  title: string
  primary: Generated<Flag>
  line1: Generated<string>
  line2: Generated<string>
  postal_code: Generated<string>
  postal_city: Generated<string>
  province: Generated<string>
  country: Generated<string>
  shipping_notes: Generated<string>
  internal_shipping_notes: Generated<string>
  link: Generated<string>
}

interface ManufacturerPartTable extends WithMetadata, WithNotes, WithBarcode {
  id: Generated<number>
  part_id: number
  manufacturer_id: number | null
  MPN: string | null
  link: string | null
  description: string | null
}

interface SupplierPartTable extends WithMetadata, WithNotes, WithBarcode {
  id: Generated<number>
  updated: string | null
  part_id: number
  supplier_id: number
  SKU: string
  active: Generated<Flag>
  primary: Generated<Flag>
  manufacturer_part_id: number | null
  link: string | null
  description: string | null
  note: string | null
  base_cost: Generated<number>
  packaging: string | null
  /** As it was entered; `pack_quantity_native` follows from it. */
  pack_quantity: Generated<string>
  pack_quantity_native: Generated<number>
  multiple: Generated<number>
  available: Generated<number>
  availability_updated: string | null
}
