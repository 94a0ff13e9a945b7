import { address } from './address.ts'
import { company } from './company.ts'
import { contact } from './contact.ts'
import { manufacturerPart } from './manufacturer-part.ts'
import { supplierPriceBreak } from './price-break.ts'
import { supplierPart } from './supplier-part.ts'

/** The company module: who sells, makes and buys, and under what numbers and prices. */
export const companyOperations = {
  ...company.operations,
  ...manufacturerPart.operations,
  ...supplierPart.operations,
  ...supplierPriceBreak.operations,
  ...contact.operations,
  ...address.operations
}
