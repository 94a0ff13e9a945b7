import type { Scope } from '#contract/scopes.ts'
import { order as build } from '#modules/build/order.ts'
import { company } from '#modules/company/company.ts'
import { manufacturerPart } from '#modules/company/manufacturer-part.ts'
import { supplierPart } from '#modules/company/supplier-part.ts'
import { purchaseOrder } from '#modules/order/purchase-order.ts'
import { salesOrder } from '#modules/order/sales-order.ts'
import { shipment } from '#modules/order/sales-order-shipment.ts'
import { returnOrder } from '#modules/order/return-order.ts'
import { transferOrder } from '#modules/order/transfer-order.ts'
import { part } from '#modules/part/part.ts'
import { stockItem } from '#modules/stock/item.ts'
import { location } from '#modules/stock/location.ts'
import { dictionary } from '#db/dictionary.ts'

/**
 * Shows records without what is counted or belongs to them; `part_detail` shows the part in them to whoever may see
 * them.
 */
type Reader = (call: Scope, ids: number[], view: { created: true; part_detail?: true }) => Promise<Map<number, unknown>>

/**
 * What shows a record where something else only points to it, such as a barcode or an entry of the tracking, by model.
 * Kinds whose rooms do not exist are not among them.
 */
export const INSTANCES: Readonly<Record<string, Reader | undefined>> = dictionary({
  build: build.read,
  company: company.read,
  manufacturerpart: manufacturerPart.read,
  part: part.read,
  purchaseorder: purchaseOrder.read,
  salesorder: salesOrder.read,
  salesordershipment: shipment.read,
  returnorder: returnOrder.read,
  transferorder: transferOrder.read,
  stockitem: stockItem.read,
  stocklocation: location.read,
  supplierpart: supplierPart.read
})
