import { dictionary } from '#db/dictionary.ts'

/** The kinds of records that there are, as the API numbers and names them. */
export interface ContentType {
  pk: number
  /** The part of the house that it belongs to. */
  app_label: string
  /** The word that the API uses for it. */
  model: string
  /** What people call it. */
  name: string
}

/** What people call the parts of the house, where it is not just their word with a capital. */
const APPS: Record<string, string> = dictionary({ auth: 'Authentication and Authorization' })

/**
 * By app: model and name. A line keeps its place for ever, because its number is its pk; new ones are added at the end.
 */
const MODELS = `
auth: group=group, user=user
users: owner=owner
taggit: tag=tag
common: projectcode=Project Code, customunit=Custom Unit, inventreecustomuserstatemodel=Custom State, parameter=Parameter
common: parametertemplate=Parameter Template, selectionlist=Selection List, selectionlistentry=Selection List Entry, attachment=Attachment
common: notesimage=Notes Image, dataoutput=Data Output, notificationmessage=Notification Message, barcodescanresult=Barcode Scan
plugin: pluginconfig=Plugin Configuration
part: partcategory=Part Category, part=Part, partcategoryparametertemplate=Part Category Parameter Template, partrelated=Part Related
part: parttesttemplate=Part Test Template, partsellpricebreak=Part Sale Price Break, partinternalpricebreak=Part Internal Price Break
part: partpricing=Part Pricing, partstocktake=Part Stocktake, bomitem=BOM Item, bomitemsubstitute=BOM Item Substitute
stock: stocklocation=Stock Location, stocklocationtype=Stock Location Type, stockitem=Stock Item, stockitemtracking=Stock Item Tracking
stock: stockitemtestresult=Stock Item Test Result
company: company=Company, contact=Contact, address=Address, manufacturerpart=Manufacturer Part, supplierpart=Supplier Part
company: supplierpricebreak=Supplier Price Break
order: purchaseorder=Purchase Order, purchaseorderlineitem=Purchase Order Line Item, purchaseorderextraline=Purchase Order Extra Line
order: salesorder=Sales Order, salesorderlineitem=Sales Order Line Item, salesorderextraline=Sales Order Extra Line
order: salesordershipment=Sales Order Shipment, salesorderallocation=Sales Order Allocation, returnorder=Return Order
order: returnorderlineitem=Return Order Line Item, returnorderextraline=Return Order Extra Line, transferorder=Transfer Order
order: transferorderlineitem=Transfer Order Line Item, transferorderallocation=Transfer Order Allocation
build: build=Build Order, buildline=Build Order Line Item, builditem=Build Item
report: reporttemplate=Report Template, labeltemplate=Label Template, reportsnippet=Report Snippet, reportasset=Report Asset`

export const CONTENT_TYPES: readonly ContentType[] = MODELS.trim()
  .split('\n')
  .flatMap((line) => {
    const [app_label, models] = line.split(': ') as [string, string]
    return models
      .split(', ')
      .map((one) => one.split('=') as [string, string])
      .map(([model, name]) => ({ app_label, model, name }))
  })
  .map((one, i) => ({ pk: i + 1, ...one }))

const byModel = new Map(CONTENT_TYPES.map((one) => [one.model, one]))
const byKey = new Map(CONTENT_TYPES.map((one) => [one.pk, one]))

/**
 * The kind of record that a word means.
 *
 * @param name the model, alone or with its app in front: `part`, `part.part`
 */
export function contentType(name: string): ContentType | undefined {
  const [app, model] = name.includes('.') ? (name.split('.') as [string, string]) : [undefined, name]
  const found = byModel.get(model.toLowerCase())
  return found && (app === undefined || found.app_label === app) ? found : undefined
}

/** The kind of record with a number. */
export const contentTypeOf = (pk: number): ContentType | undefined => byKey.get(pk)

/** What people call a kind of record together with where it belongs: `Part | Part`. */
export const contentTypeLabel = ({ app_label, name }: ContentType): string =>
  `${APPS[app_label] ?? app_label.charAt(0).toUpperCase() + app_label.slice(1)} | ${name}`
