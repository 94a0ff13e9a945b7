import {
  BARCODE,
  EMPTY,
  MAYBE,
  METADATA,
  NO,
  NOTES,
  ONE,
  TREE,
  YES,
  boolean,
  date,
  decimal,
  file,
  integer,
  json,
  moment,
  parent,
  price,
  rebuilt,
  relation,
  text,
  type TransferModel
} from '#framework/transfer/fields.ts'

/** Stock and where it lies, as an export has it. */
export const STOCK_TRANSFER: readonly TransferModel[] = [
  {
    name: 'stock.stocklocationtype',
    table: 'stock_location_type',
    unique: [],
    fields: { ...METADATA, name: text('name'), description: text('description', EMPTY), icon: text('icon', EMPTY) }
  },
  {
    name: 'stock.stocklocation',
    table: 'stock_location',
    unique: [],
    fields: {
      ...METADATA,
      name: text('name'),
      description: text('description', EMPTY),
      parent: parent('parent_id', 'stock.stocklocation'),
      pathstring: rebuilt('pathstring'),
      ...BARCODE,
      custom_icon: text('icon', MAYBE),
      owner: relation('owner_id', 'users.owner', MAYBE),
      structural: boolean('structural', NO),
      external: boolean('external', NO),
      location_type: relation('location_type_id', 'stock.stocklocationtype', MAYBE),
      ...TREE
    }
  },
  {
    name: 'stock.stockitem',
    table: 'stock_item',
    unique: [],
    uniqueUnlessEmpty: ['part', 'serial'],
    fields: {
      ...METADATA,
      ...NOTES,
      ...BARCODE,
      updated: moment('updated', MAYBE),
      parent: parent('parent_id', 'stock.stockitem'),
      part: relation('part_id', 'part.part'),
      supplier_part: relation('supplier_part_id', 'company.supplierpart', MAYBE),
      location: relation('location_id', 'stock.stocklocation', MAYBE),
      packaging: text('packaging', MAYBE),
      belongs_to: parent('belongs_to_id', 'stock.stockitem'),
      customer: relation('customer_id', 'company.company', MAYBE),
      serial: text('serial', MAYBE),
      serial_int: integer('serial_int', NO),
      link: text('link', EMPTY),
      batch: text('batch', MAYBE),
      quantity: decimal('quantity', 5, ONE),
      build: relation('build_id', 'build.build', MAYBE),
      consumed_by: relation('consumed_by_id', 'build.build', MAYBE),
      is_building: boolean('is_building', NO),
      purchase_order: relation('purchase_order_id', 'order.purchaseorder', MAYBE),
      sales_order: relation('sales_order_id', 'order.salesorder', MAYBE),
      expiry_date: date('expiry_date', MAYBE),
      stocktake_date: date('stocktake_date', MAYBE),
      stocktake_user: relation('stocktake_user_id', 'auth.user', MAYBE),
      creation_date: moment('creation_date', MAYBE),
      delete_on_deplete: boolean('delete_on_deplete', YES),
      status: integer('status', { initial: 10 }),
      ...price('purchase_price'),
      owner: relation('owner_id', 'users.owner', MAYBE),
      status_custom_key: integer('status_custom_key', MAYBE)
    }
  },
  {
    name: 'stock.stockitemtracking',
    table: 'stock_tracking',
    unique: [],
    fields: {
      tracking_type: integer('tracking_type', NO),
      item: relation('item_id', 'stock.stockitem', MAYBE),
      part: relation('part_id', 'part.part', MAYBE),
      date: moment('date'),
      notes: text('notes', MAYBE),
      user: relation('user_id', 'auth.user', MAYBE),
      deltas: json('deltas', MAYBE)
    }
  },
  {
    name: 'stock.stockitemtestresult',
    table: 'stock_test_result',
    unique: [],
    fields: {
      ...METADATA,
      stock_item: relation('stock_item_id', 'stock.stockitem'),
      template: relation('template_id', 'part.parttesttemplate'),
      result: boolean('result', NO),
      value: text('value', EMPTY),
      attachment: file('attachment', MAYBE),
      notes: text('notes', EMPTY),
      user: relation('user_id', 'auth.user', MAYBE),
      test_station: text('test_station', EMPTY),
      started_datetime: moment('started_datetime', MAYBE),
      finished_datetime: moment('finished_datetime', MAYBE),
      date: moment('date')
    }
  }
]
