import { dictionary } from '#db/dictionary.ts'

/** The pages for people, by model; models that are missing have none (docs/behaviour/barcode.md#models). */
const PAGES: Record<string, string> = dictionary({
  part: '/web/part/',
  stockitem: '/web/stock/item/',
  stocklocation: '/web/stock/location/',
  supplierpart: '/web/purchasing/supplier-part/',
  purchaseorder: '/web/purchasing/purchase-order/',
  salesorder: '/web/sales/sales-order/',
  returnorder: '/web/sales/return-order/',
  transferorder: '/web/stock/transfer-order/',
  build: '/web/manufacturing/build-order/'
})

/** The path of a record's page for people; undefined where there is none. */
export const webPath = (model: string, id: number): string | undefined => PAGES[model] && `${PAGES[model]}${id}`
