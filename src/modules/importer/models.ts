/** The kinds of records that can be imported, with the operations of the contract that write them. */
import type { Body, OperationId } from '#contract/types.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { textOf } from '#contract/text.ts'
import type { components } from '#generated/types.d.ts'

export type ImportModelName = components['schemas']['ImportModelType']

type Creating = Extract<OperationId, `${string}_create`>
type WrittenField<Id extends Creating> = keyof Exclude<Body<Id>, readonly unknown[]> & string

/** What clients are told of a kind of record. */
interface ListedModel {
  /** What describes it in InvenTree. */
  serializer: string
  /** The address of its list. */
  api: string | null
}

/** How a kind of record is imported. */
export interface ImportModel extends ListedModel {
  /** What creates a record, and what changes one. */
  create: OperationId
  change: OperationId
  /** The fields that can be imported, in the order in which clients are told of them. */
  fields: readonly string[]
  /** What a new record's body is made of a row, where it is not simply its data. */
  bodyOf?: (data: Record<string, unknown>) => Record<string, unknown>
  /** What else follows from an import, after it was stored. */
  afterwards?: (context: RequestContext) => Promise<unknown>
}

/** A kind of record whose operations begin with the same words. */
function model<P extends string>(
  serializer: string,
  prefix: P,
  api: string | null,
  fields: readonly WrittenField<Extract<Creating, `${P}_create`>>[],
  more: Pick<ImportModel, 'bodyOf' | 'afterwards'> = {}
): ImportModel {
  const of = (verb: string) => `${prefix}_${verb}` as OperationId
  return { serializer, create: of('create'), change: of('partial_update'), api, fields, ...more }
}

const BREAK = ['part', 'quantity', 'price', 'price_currency'] as const

/** The fields of every order but for its partner. */
const ORDER = [
  'start_date',
  'target_date',
  'description',
  'link',
  'project_code',
  'reference',
  'responsible',
  'contact',
  'address',
  'status_custom_key'
] as const

const LINE = ['line', 'link', 'notes', 'order', 'project_code', 'quantity', 'reference', 'target_date'] as const

const EXTRA_LINE = [
  'line',
  'description',
  'discount',
  'link',
  'notes',
  'order',
  'price',
  'price_currency',
  'project_code',
  'quantity',
  'reference',
  'target_date'
] as const

const STOCK_ITEM = [
  'part',
  'quantity',
  'serial',
  'batch',
  'location',
  'belongs_to',
  'build',
  'consumed_by',
  'customer',
  'delete_on_deplete',
  'expiry_date',
  'is_building',
  'link',
  'notes',
  'owner',
  'packaging',
  'purchase_order',
  'sales_order',
  'status',
  'status_custom_key',
  'supplier_part',
  'purchase_price',
  'purchase_price_currency',
  'use_pack_size',
  'serial_numbers'
] as const

/**
 * Every kind that clients are told of, by the name that the API has for it, in their order. The tracking of stock is
 * among them, but the server alone writes it.
 */
export const IMPORT_MODELS: Record<ImportModelName, ListedModel | ImportModel> = {
  projectcode: model('ProjectCodeSerializer', 'project_code', '/api/project-code/', [
    'code',
    'description',
    'active',
    'responsible'
  ]),
  tag: model('TagSerializer', 'tag', null, ['name']),
  inventreecustomuserstatemodel: model('CustomStateSerializer', 'generic_status_custom', null, [
    'key',
    'name',
    'label',
    'color',
    'logical_key',
    'model',
    'reference_status'
  ]),
  // The units in memory follow those in the database.
  customunit: model('CustomUnitSerializer', 'units', null, ['name', 'symbol', 'definition'], {
    afterwards: ({ units }) => units.reload()
  }),
  parametertemplate: model('ParameterTemplateSerializer', 'parameter_template', '/api/parameter/template/', [
    'name',
    'units',
    'description',
    'model_type',
    'checkbox',
    'choices',
    'selectionlist',
    'enabled',
    'unique'
  ]),
  parameter: model('ParameterSerializer', 'parameter', '/api/parameter/', [
    'template',
    'model_type',
    'model_id',
    'data',
    'note'
  ]),
  partcategory: model('CategorySerializer', 'part_category', '/api/part/category/', [
    'name',
    'description',
    'default_location',
    'default_keywords',
    'parent',
    'structural',
    'icon'
  ]),
  parttesttemplate: model('PartTestTemplateSerializer', 'part_test_template', '/api/part/test-template/', [
    'part',
    'test_name',
    'description',
    'enabled',
    'required',
    'requires_value',
    'requires_attachment',
    'choices'
  ]),
  partsellpricebreak: model('PartSalePriceSerializer', 'part_sale_price', '/api/part/sale-price/', BREAK),
  partinternalpricebreak: model(
    'PartInternalPriceSerializer',
    'part_internal_price',
    '/api/part/internal-price/',
    BREAK
  ),
  part: model('PartSerializer', 'part', '/api/part/', [
    'active',
    'assembly',
    'category',
    'component',
    'default_expiry',
    'default_location',
    'description',
    'existing_image',
    'IPN',
    'is_template',
    'keywords',
    'link',
    'locked',
    'minimum_stock',
    'maximum_stock',
    'name',
    'notes',
    'purchaseable',
    'revision',
    'revision_of',
    'salable',
    'testable',
    'trackable',
    'units',
    'variant_of',
    'virtual',
    'consumable',
    'responsible'
  ]),
  bomitem: model('BomItemSerializer', 'bom', '/api/bom/', [
    'part',
    'sub_part',
    'reference',
    'raw_amount',
    'quantity',
    'allow_variants',
    'inherited',
    'optional',
    'consumable',
    'setup_quantity',
    'attrition',
    'rounding_multiple',
    'note'
  ]),
  partcategoryparametertemplate: model(
    'CategoryParameterTemplateSerializer',
    'part_category_parameters',
    '/api/part/category/parameters/',
    ['category', 'template', 'default_value']
  ),
  address: model('AddressSerializer', 'company_address', '/api/company/address/', [
    'company',
    'title',
    'primary',
    'line1',
    'line2',
    'postal_code',
    'postal_city',
    'province',
    'country',
    'shipping_notes',
    'internal_shipping_notes',
    'link'
  ]),
  company: model('CompanySerializer', 'company', '/api/company/', [
    'name',
    'description',
    'website',
    'phone',
    'email',
    'currency',
    'contact',
    'link',
    'active',
    'is_customer',
    'is_manufacturer',
    'is_supplier',
    'notes',
    'tax_id'
  ]),
  contact: model('ContactSerializer', 'company_contact', '/api/company/contact/', [
    'company',
    'name',
    'phone',
    'email',
    'role'
  ]),
  manufacturerpart: model(
    'ManufacturerPartSerializer',
    'company_part_manufacturer',
    '/api/company/part/manufacturer/',
    ['part', 'manufacturer', 'description', 'MPN', 'link', 'notes']
  ),
  supplierpart: model('SupplierPartSerializer', 'company_part', '/api/company/part/', [
    'available',
    'description',
    'link',
    'active',
    'primary',
    'manufacturer_part',
    'note',
    'packaging',
    'pack_quantity',
    'part',
    'SKU',
    'supplier',
    'notes'
  ]),
  supplierpricebreak: model('SupplierPriceBreakSerializer', 'company_price_break', '/api/company/price-break/', BREAK),
  stockitemtestresult: model('StockItemTestResultSerializer', 'stock_test', '/api/stock/test/', [
    'stock_item',
    'result',
    'value',
    'notes',
    'test_station',
    'started_datetime',
    'finished_datetime',
    'template'
  ]),
  stockitem: model('StockItemSerializer', 'stock', '/api/stock/', STOCK_ITEM, {
    // A new item gets its serial number as one of those that are asked for.
    bodyOf: (data) => (data.serial ? { serial_numbers: textOf(data.serial, Infinity), ...data } : data)
  }),
  stocklocation: model('LocationSerializer', 'stock_location', '/api/stock/location/', [
    'name',
    'description',
    'parent',
    'owner',
    'custom_icon',
    'structural',
    'external',
    'location_type'
  ]),
  stockitemtracking: { serializer: 'StockTrackingSerializer', api: '/api/stock/track/' },
  purchaseorder: model('PurchaseOrderSerializer', 'order_po', '/api/order/po/', [
    ...ORDER,
    'supplier',
    'supplier_reference',
    'order_currency',
    'destination'
  ]),
  purchaseorderlineitem: model('PurchaseOrderLineItemSerializer', 'order_po_line', '/api/order/po-line/', [
    ...LINE,
    'part',
    'build_order',
    'discount',
    'purchase_price',
    'purchase_price_currency',
    'auto_pricing',
    'destination',
    'merge_items'
  ]),
  purchaseorderextraline: model(
    'PurchaseOrderExtraLineSerializer',
    'order_po_extra_line',
    '/api/order/po-extra-line/',
    EXTRA_LINE
  ),
  salesorder: model('SalesOrderSerializer', 'order_so', '/api/order/so/', [
    'issue_date',
    ...ORDER,
    'customer',
    'customer_reference',
    'order_currency'
  ]),
  salesorderlineitem: model('SalesOrderLineItemSerializer', 'order_so_line', '/api/order/so-line/', [
    ...LINE,
    'discount',
    'part',
    'sale_price',
    'sale_price_currency'
  ]),
  salesordershipment: model('SalesOrderShipmentSerializer', 'order_so_shipment', '/api/order/so/shipment/', [
    'order',
    'shipment_date',
    'shipment_address',
    'delivery_date',
    'checked_by',
    'reference',
    'tracking_number',
    'invoice_number',
    'link',
    'notes'
  ]),
  salesorderextraline: model(
    'SalesOrderExtraLineSerializer',
    'order_so_extra_line',
    '/api/order/so-extra-line/',
    EXTRA_LINE
  ),
  returnorder: model('ReturnOrderSerializer', 'order_ro', '/api/order/ro/', [
    'issue_date',
    ...ORDER,
    'complete_date',
    'customer',
    'customer_reference',
    'order_currency'
  ]),
  returnorderlineitem: model('ReturnOrderLineItemSerializer', 'order_ro_line', '/api/order/ro-line/', [
    ...LINE,
    'item',
    'received_date',
    'outcome',
    'discount',
    'price',
    'price_currency'
  ]),
  returnorderextraline: model(
    'ReturnOrderExtraLineSerializer',
    'order_ro_extra_line',
    '/api/order/ro-extra-line/',
    EXTRA_LINE
  ),
  transferorder: model('TransferOrderSerializer', 'order_transfer_order', '/api/order/transfer-order/', [
    'issue_date',
    ...ORDER,
    'take_from',
    'destination',
    'consume',
    'complete_date'
  ]),
  transferorderlineitem: model(
    'TransferOrderLineItemSerializer',
    'order_transfer_order_line',
    '/api/order/transfer-order-line/',
    [...LINE, 'part']
  )
}

const isImportable = (model: ListedModel | ImportModel): model is ImportModel => 'create' in model

/** How a kind of record is imported; undefined for what the server alone writes, and for what there is not. */
export function importModelOf(name: string): ImportModel | undefined {
  const found = Object.hasOwn(IMPORT_MODELS, name) ? IMPORT_MODELS[name as ImportModelName] : undefined
  return found && isImportable(found) ? found : undefined
}
