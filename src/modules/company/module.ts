import type { Module } from '#framework/module.ts'
import { company } from './company.ts'
import { companyOperations } from './operations.ts'
import { manufacturerPart } from './manufacturer-part.ts'
import { supplierPart } from './supplier-part.ts'
import { COMPANY_TRANSFER } from './transfer.ts'

/** Companies, and the parts that they make and sell. */
export const companyModule = {
  name: 'company',
  models: {
    company: {
      table: 'company',
      className: 'Company',
      rulesets: ['purchase_order', 'sales_order', 'return_order'],
      subsets: { supplier: 'is_supplier', manufacturer: 'is_manufacturer', customer: 'is_customer' },
      api: '/api/company/'
    },
    contact: {
      table: 'company_contact',
      className: 'Contact',
      rulesets: ['purchase_order', 'sales_order', 'return_order'],
      api: '/api/company/contact/'
    },
    address: {
      table: 'company_address',
      className: 'Address',
      rulesets: ['purchase_order', 'sales_order', 'return_order'],
      api: '/api/company/address/'
    },
    manufacturerpart: {
      table: 'manufacturer_part',
      className: 'ManufacturerPart',
      rulesets: ['part', 'purchase_order'],
      api: '/api/company/part/manufacturer/'
    },
    supplierpart: {
      table: 'supplier_part',
      className: 'SupplierPart',
      rulesets: ['part', 'purchase_order'],
      api: '/api/company/part/'
    },
    supplierpricebreak: {
      table: 'supplier_price_break',
      className: 'SupplierPriceBreak',
      rulesets: ['purchase_order'],
      api: '/api/company/price-break/'
    }
  },
  instances: {
    company: company.read,
    manufacturerpart: manufacturerPart.read,
    supplierpart: supplierPart.read
  },
  pages: {
    supplierpart: '/web/purchasing/supplier-part/'
  },
  barcodes: {
    manufacturerpart: 'MP',
    supplierpart: 'SP'
  },
  lookups: {
    company: ['name', 'email'],
    contact: ['name', 'email'],
    manufacturerpart: ['MPN', 'barcode_hash'],
    supplierpart: ['SKU', 'barcode_hash']
  },
  files: [{ table: 'company', column: 'image', readers: { model: 'company' }, forms: 'company_images', turn: 20 }],
  transfer: COMPANY_TRANSFER,
  operations: () => companyOperations
} satisfies Module
