import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '#db/database.ts'
import { among } from '#db/text.ts'
import type { Caller, Verb } from '#contract/scopes.ts'
import type { Table } from '#crud/definition.ts'
import { contentTypeOf } from '#modules/contenttype/models.ts'
import { dictionary } from '#db/dictionary.ts'

/** A kind of record that others may name by its primary key. */
export interface Model {
  table: Table
  /** The word for the record in messages. */
  className: string
  /** The rulesets that permit things on it; any one is enough. Empty: every signed-in user may. */
  rulesets: readonly string[]
  /**
   * What `x-related: model/subset` of the contract narrows the choice to: a column that must hold 1, columns that must
   * be empty, or a condition.
   */
  subsets?: Record<string, string | readonly string[] | RawBuilder<SqlBool>>
  /** The address of its list, for clients that offer a choice. */
  api: string
}

/** Whether one of the rulesets of a kind of record permits the caller the verb. */
export const permits = (caller: Caller, verb: Verb, { rulesets }: Pick<Model, 'rulesets'>): boolean =>
  rulesets.some((ruleset) => caller.may(verb, ruleset))

/** Every model that has a table, by the name that the API uses for it. */
export const MODELS: Record<string, Model> = dictionary({
  user: { table: 'user', className: 'User', rulesets: ['admin'], api: '/api/user/' },
  group: { table: 'group', className: 'Group', rulesets: ['admin'], api: '/api/user/group/' },
  owner: { table: 'owner', className: 'Owner', rulesets: [], api: '/api/user/owner/' },
  part: {
    table: 'part',
    className: 'Part',
    rulesets: ['part', 'build'],
    subsets: {
      template: 'is_template',
      assembly: 'assembly',
      component: 'component',
      testable: 'testable',
      trackable: 'trackable',
      purchaseable: 'purchaseable',
      salable: 'salable',
      virtual: 'virtual',
      active: 'active'
    },
    api: '/api/part/'
  },
  partcategory: {
    table: 'part_category',
    className: 'PartCategory',
    rulesets: ['part_category', 'build'],
    api: '/api/part/category/'
  },
  partcategoryparametertemplate: {
    table: 'part_category_parameter',
    className: 'PartCategoryParameterTemplate',
    rulesets: ['part_category'],
    api: '/api/part/category/parameters/'
  },
  partrelated: { table: 'part_related', className: 'PartRelated', rulesets: ['part'], api: '/api/part/related/' },
  parttesttemplate: {
    table: 'part_test_template',
    className: 'PartTestTemplate',
    rulesets: ['part'],
    api: '/api/part/test-template/'
  },
  partsellpricebreak: {
    table: 'part_sale_price',
    className: 'PartSellPriceBreak',
    rulesets: ['part'],
    api: '/api/part/sale-price/'
  },
  partinternalpricebreak: {
    table: 'part_internal_price',
    className: 'PartInternalPriceBreak',
    rulesets: ['part'],
    api: '/api/part/internal-price/'
  },
  partpricing: { table: 'part_pricing', className: 'PartPricing', rulesets: ['part'], api: '/api/part/pricing/' },
  partstocktake: {
    table: 'part_stocktake',
    className: 'PartStocktake',
    rulesets: ['part'],
    api: '/api/part/stocktake/'
  },
  bomitem: { table: 'bom_item', className: 'BomItem', rulesets: ['bom', 'build'], api: '/api/bom/' },
  bomitemsubstitute: {
    table: 'bom_substitute',
    className: 'BomItemSubstitute',
    rulesets: ['bom', 'build'],
    api: '/api/bom/substitute/'
  },
  stocklocation: {
    table: 'stock_location',
    className: 'StockLocation',
    rulesets: ['stock_location', 'build'],
    subsets: { structural: 'structural', external: 'external' },
    api: '/api/stock/location/'
  },
  stocklocationtype: {
    table: 'stock_location_type',
    className: 'StockLocationType',
    rulesets: ['stock_location'],
    api: '/api/stock/location-type/'
  },
  stockitem: {
    table: 'stock_item',
    className: 'StockItem',
    rulesets: ['stock', 'build'],
    subsets: {
      building: 'is_building',
      loose: ['sales_order_id', 'belongs_to_id'],
      // What can be promised to orders at all (docs/behaviour/sales-order.md#allocations,
      // docs/behaviour/transfer-order.md#transfer-orders).
      salable: sql`sales_order_id is null and belongs_to_id is null and part_id in (select p.id from part p where p.salable = 1 and p.virtual = 0)`,
      movable: sql`sales_order_id is null and belongs_to_id is null and part_id in (select p.id from part p where p.virtual = 0)`
    },
    api: '/api/stock/'
  },
  stockitemtracking: {
    table: 'stock_tracking',
    className: 'StockItemTracking',
    rulesets: ['stock'],
    api: '/api/stock/track/'
  },
  stockitemtestresult: {
    table: 'stock_test_result',
    className: 'StockItemTestResult',
    rulesets: ['stock'],
    api: '/api/stock/test/'
  },
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
  },
  purchaseorder: {
    table: 'purchase_order',
    className: 'PurchaseOrder',
    rulesets: ['purchase_order'],
    api: '/api/order/po/'
  },
  purchaseorderlineitem: {
    table: 'purchase_order_line',
    className: 'PurchaseOrderLineItem',
    rulesets: ['purchase_order'],
    api: '/api/order/po-line/'
  },
  purchaseorderextraline: {
    table: 'purchase_order_extra_line',
    className: 'PurchaseOrderExtraLine',
    rulesets: ['purchase_order'],
    api: '/api/order/po-extra-line/'
  },
  salesorder: { table: 'sales_order', className: 'SalesOrder', rulesets: ['sales_order'], api: '/api/order/so/' },
  salesorderlineitem: {
    table: 'sales_order_line',
    className: 'SalesOrderLineItem',
    rulesets: ['sales_order'],
    api: '/api/order/so-line/'
  },
  salesorderextraline: {
    table: 'sales_order_extra_line',
    className: 'SalesOrderExtraLine',
    rulesets: ['sales_order'],
    api: '/api/order/so-extra-line/'
  },
  salesordershipment: {
    table: 'sales_order_shipment',
    className: 'SalesOrderShipment',
    rulesets: ['sales_order'],
    api: '/api/order/so/shipment/'
  },
  salesorderallocation: {
    table: 'sales_order_allocation',
    className: 'SalesOrderAllocation',
    rulesets: ['sales_order'],
    api: '/api/order/so-allocation/'
  },
  returnorder: { table: 'return_order', className: 'ReturnOrder', rulesets: ['return_order'], api: '/api/order/ro/' },
  returnorderlineitem: {
    table: 'return_order_line',
    className: 'ReturnOrderLineItem',
    rulesets: ['return_order'],
    api: '/api/order/ro-line/'
  },
  returnorderextraline: {
    table: 'return_order_extra_line',
    className: 'ReturnOrderExtraLine',
    rulesets: ['return_order'],
    api: '/api/order/ro-extra-line/'
  },
  transferorder: {
    table: 'transfer_order',
    className: 'TransferOrder',
    rulesets: ['transfer_order'],
    api: '/api/order/transfer-order/'
  },
  transferorderlineitem: {
    table: 'transfer_order_line',
    className: 'TransferOrderLineItem',
    rulesets: ['transfer_order'],
    api: '/api/order/transfer-order-line/'
  },
  transferorderallocation: {
    table: 'transfer_order_allocation',
    className: 'TransferOrderAllocation',
    rulesets: ['transfer_order'],
    api: '/api/order/transfer-order-allocation/'
  },
  build: {
    table: 'build',
    className: 'Build',
    rulesets: ['build'],
    subsets: { external: 'external' },
    api: '/api/build/'
  },
  buildline: { table: 'build_line', className: 'BuildLine', rulesets: ['build'], api: '/api/build/line/' },
  builditem: { table: 'build_item', className: 'BuildItem', rulesets: ['build'], api: '/api/build/item/' },
  parameter: { table: 'parameter', className: 'Parameter', rulesets: [], api: '/api/parameter/' },
  parametertemplate: {
    table: 'parameter_template',
    className: 'ParameterTemplate',
    rulesets: [],
    api: '/api/parameter/template/'
  },
  selectionlist: { table: 'selection_list', className: 'SelectionList', rulesets: [], api: '/api/selection/' },
  selectionlistentry: {
    table: 'selection_list_entry',
    className: 'SelectionListEntry',
    rulesets: [],
    api: '/api/selection/'
  },
  attachment: { table: 'attachment', className: 'Attachment', rulesets: [], api: '/api/attachment/' },
  notesimage: { table: 'notes_image', className: 'NotesImage', rulesets: [], api: '/api/notes-image-upload/' },
  projectcode: { table: 'project_code', className: 'ProjectCode', rulesets: [], api: '/api/project-code/' },
  customunit: { table: 'custom_unit', className: 'CustomUnit', rulesets: [], api: '/api/units/' },
  inventreecustomuserstatemodel: {
    table: 'custom_state',
    className: 'InvenTreeCustomUserStateModel',
    rulesets: [],
    api: '/api/generic/status/custom/'
  },
  dataoutput: { table: 'data_output', className: 'DataOutput', rulesets: [], api: '/api/data-output/' },
  notificationmessage: {
    table: 'notification_message',
    className: 'NotificationMessage',
    rulesets: [],
    api: '/api/notifications/'
  },
  tag: { table: 'tag', className: 'Tag', rulesets: ['admin'], api: '/api/tag/' },
  barcodescanresult: {
    table: 'barcode_scan',
    className: 'BarcodeScanResult',
    rulesets: ['admin'],
    api: '/api/barcode/history/'
  },
  pluginconfig: { table: 'plugin_config', className: 'PluginConfig', rulesets: ['admin'], api: '/api/plugins/' }
})

/**
 * Which primary keys exist.
 *
 * @param related a model as the contract's `x-related` names it, with a subset after a slash where only some records
 *   are allowed
 * @throws where the contract names a model that has no table
 */
export async function existing(db: Database, related: string, pks: number[]): Promise<Set<number>> {
  const [name, subset] = related.split('/') as [string, string?]
  if (name === 'contenttype') return new Set(pks.filter((pk) => contentTypeOf(pk)))
  const model = MODELS[name]
  // A record of a room that is not built yet cannot exist.
  if (!model) return new Set()
  // the table is known at run time alone
  let query = (db as any).selectFrom(model.table).select('id').where('id', 'in', among(pks))
  const narrowing = subset === undefined ? [] : model.subsets![subset]!
  if (typeof narrowing === 'string') query = query.where(narrowing, '=', 1)
  else if (Array.isArray(narrowing)) for (const column of narrowing) query = query.where(column, 'is', null)
  else query = query.where(narrowing)
  return new Set((await query.execute()).map((row: { id: number }) => row.id))
}
