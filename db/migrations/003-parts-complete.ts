import { sql, type Kysely } from 'kysely'
import { builder, count, flag, quantity, refers, required, text, words, type Columns } from './columns.ts'

const metadata = words('metadata')
const notes = words('notes')
const barcode: Columns[] = [text('barcode_data'), text('barcode_hash')]
/** Whole numbers and decimals that may be null. */
const whole =
  (name: string): Columns =>
  (t) =>
    t.addColumn(name, 'integer')
const decimal =
  (name: string): Columns =>
  (t) =>
    t.addColumn(name, sql`numeric`)
/** A number that every row has, without a default. */
const given =
  (name: string): Columns =>
  (t) =>
    t.addColumn(name, 'integer', (c) => c.notNull())
const cascades = (name: string, target: string) => refers(name, target, 'cascade', true)
const empties = (name: string, target: string) => refers(name, target, 'set null')
const price = (name: string): Columns[] => [decimal(name), text(`${name}_currency`)]
const range = (name: string): Columns[] => [...price(`${name}_min`), ...price(`${name}_max`)]

const breaks = (of: string): Columns[] => [
  words('updated'),
  quantity('quantity', 1),
  ...price('price'),
  cascades('part_id', of)
]

const order = (partner?: string): Columns[] => [
  metadata,
  required('reference'),
  count('reference_int'),
  notes,
  ...barcode,
  ...(partner
    ? [
        ...price('total_price'),
        words('order_currency'),
        empties(`${partner}_id`, 'company'),
        text(`${partner}_reference`)
      ]
    : []),
  text('description'),
  empties('project_code_id', 'project_code'),
  text('link'),
  words('creation_date', 'issue_date', 'start_date', 'target_date', 'updated_at'),
  empties('created_by_id', 'user'),
  empties('responsible_id', 'owner'),
  empties('contact_id', 'company_contact'),
  empties('address_id', 'company_address'),
  count('status', 10),
  whole('status_custom_key')
]
const ORDER_INDEXES = [['reference_int'], ['status', 'target_date'], ['barcode_hash']]

const line = (of: string): Columns[] => [
  metadata,
  quantity('quantity', 1),
  quantity('discount'),
  text('line'),
  count('line_int'),
  text('reference'),
  text('notes'),
  text('link'),
  words('target_date'),
  empties('project_code_id', 'project_code'),
  cascades('order_id', of)
]
const extraLine = (of: string): Columns[] => [...line(of), text('description'), words('context'), ...price('price')]

/** What else modules need: BOMs, parameters, attachments, companies, stock, orders and builds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { table: create, index, unique } = builder(db)
  /** Every reference gets an index, unless one of the others begins with it. */
  const table = async (name: string, indexes: { unique?: string[][]; index?: string[][] }, ...columns: Columns[]) => {
    await create(name, ...columns)
    const all = [...(indexes.unique ?? []), ...(indexes.index ?? [])]
    for (const one of indexes.unique ?? []) await unique(`${name}_${one.join('_')}`, name, ...one)
    for (const one of indexes.index ?? []) await index(`${name}_${one.join('_')}`, name, ...one)
    for (const { foreign } of columns)
      if (foreign && !all.some(([first]) => first === foreign)) await index(`${name}_${foreign}`, name, foreign)
  }

  await common(table)
  await parts(table)
  await companies(table)
  await orders(table)
  await build(table)
  await stock(table)
  // What is in stock is summed without looking at the rows themselves.
  await index(
    'stock_item_in_stock',
    'stock_item',
    'part_id',
    'status',
    'quantity',
    'sales_order_id',
    'belongs_to_id',
    'customer_id',
    'consumed_by_id',
    'is_building',
    'location_id'
  )
  await sql`create unique index stock_item_part_serial on stock_item (part_id, serial) where serial is not null and serial <> ''`.execute(
    db
  )
  await shares(table)
}

type Table = (
  name: string,
  indexes: { unique?: string[][]; index?: string[][] },
  ...columns: Columns[]
) => Promise<void>

async function common(table: Table): Promise<void> {
  await table(
    'plugin_config',
    { unique: [['key']] },
    metadata,
    required('key'),
    words('name', 'package_name'),
    flag('active')
  )
  await table('custom_unit', { unique: [['name']] }, required('name'), text('symbol'), required('definition'))
  await table(
    'custom_state',
    {
      unique: [
        ['reference_status', 'key'],
        ['reference_status', 'name']
      ]
    },
    given('key'),
    required('name'),
    required('label'),
    (t) => t.addColumn('color', 'text', (c) => c.notNull().defaultTo('secondary')),
    given('logical_key'),
    words('model'),
    required('reference_status')
  )
  await table(
    'exchange_rate',
    { unique: [['currency']] },
    required('currency'),
    quantity('value'),
    text('base_currency'),
    text('backend'),
    words('updated')
  )
  await table(
    'selection_list',
    { unique: [['name']] },
    metadata,
    required('name'),
    text('description'),
    flag('locked'),
    flag('active', 1),
    empties('source_plugin_id', 'plugin_config'),
    text('source_string'),
    empties('default_id', 'selection_list_entry'),
    required('created'),
    required('last_updated')
  )
  await table(
    'selection_list_entry',
    { unique: [['list_id', 'value']] },
    refers('list_id', 'selection_list', 'cascade'),
    required('value'),
    required('label'),
    text('description'),
    flag('active', 1)
  )
  await table(
    'parameter_template',
    { unique: [['name']], index: [['model_type']] },
    metadata,
    words('model_type'),
    required('name'),
    text('units'),
    text('description'),
    flag('checkbox'),
    text('choices'),
    empties('selectionlist_id', 'selection_list'),
    flag('enabled', 1),
    count('unique')
  )
  await table(
    'parameter',
    {
      unique: [['model_type', 'model_id', 'template_id']],
      index: [
        ['template_id', 'data_numeric'],
        ['template_id', 'data']
      ]
    },
    metadata,
    words('updated'),
    empties('updated_by_id', 'user'),
    required('model_type'),
    given('model_id'),
    cascades('template_id', 'parameter_template'),
    required('data'),
    (t) => t.addColumn('data_numeric', 'real'),
    text('note')
  )
  await table(
    'data_output',
    { index: [['created']] },
    required('created'),
    empties('user_id', 'user'),
    count('total'),
    count('progress'),
    flag('complete'),
    words('output_type', 'template_name', 'plugin', 'output', 'errors')
  )
  await table(
    'notification_message',
    {
      index: [
        ['user_id', 'read'],
        ['target_model_type', 'target_model_id']
      ]
    },
    required('target_model_type'),
    given('target_model_id'),
    words('source_model_type'),
    whole('source_model_id'),
    refers('user_id', 'user', 'cascade'),
    required('category'),
    required('name'),
    words('message'),
    required('creation'),
    flag('read')
  )
  await table('notification_entry', { unique: [['key', 'uid']] }, required('key'), given('uid'), required('updated'))
  await table(
    'barcode_scan',
    { index: [['timestamp']] },
    required('data'),
    empties('user_id', 'user'),
    required('timestamp'),
    words('endpoint', 'context', 'response'),
    flag('result')
  )
}

async function parts(table: Table): Promise<void> {
  await table(
    'part_related',
    { unique: [['part_1_id', 'part_2_id']] },
    metadata,
    cascades('part_1_id', 'part'),
    cascades('part_2_id', 'part'),
    text('note')
  )
  await table(
    'part_test_template',
    { index: [['part_id', 'key'], ['key']] },
    metadata,
    cascades('part_id', 'part'),
    required('test_name'),
    text('key'),
    text('description'),
    flag('enabled', 1),
    flag('required', 1),
    flag('requires_value'),
    flag('requires_attachment'),
    text('choices')
  )
  for (const name of ['part_sale_price', 'part_internal_price'])
    await table(name, { unique: [['part_id', 'quantity']] }, ...breaks('part'))
  await table(
    'part_pricing',
    { unique: [['part_id']], index: [['scheduled_for_update'], ['updated']] },
    words('updated'),
    text('currency'),
    flag('scheduled_for_update'),
    cascades('part_id', 'part'),
    ...[
      'bom_cost',
      'purchase_cost',
      'internal_cost',
      'supplier_price',
      'variant_cost',
      'override',
      'overall',
      'sale_price',
      'sale_history'
    ].flatMap(range)
  )
  await table(
    'part_stocktake',
    { index: [['part_id', 'date'], ['date']] },
    cascades('part_id', 'part'),
    count('item_count', 1),
    quantity('quantity'),
    required('date'),
    ...range('cost')
  )
  await table(
    'part_category_parameter',
    { unique: [['category_id', 'template_id']] },
    metadata,
    cascades('category_id', 'part_category'),
    cascades('template_id', 'parameter_template'),
    text('default_value')
  )
  await table(
    'bom_item',
    { index: [['part_id', 'inherited']] },
    metadata,
    cascades('part_id', 'part'),
    cascades('sub_part_id', 'part'),
    text('raw_amount'),
    quantity('quantity', 1),
    count('piece_count', 1),
    flag('optional'),
    flag('consumable'),
    quantity('setup_quantity'),
    quantity('attrition'),
    decimal('rounding_multiple'),
    text('reference'),
    text('note'),
    text('checksum'),
    flag('validated'),
    flag('inherited'),
    flag('allow_variants')
  )
  await table(
    'bom_substitute',
    { unique: [['bom_item_id', 'part_id']] },
    metadata,
    cascades('bom_item_id', 'bom_item'),
    cascades('part_id', 'part')
  )
}

async function companies(table: Table): Promise<void> {
  await table(
    'company',
    {
      unique: [['name', 'email']],
      index: [
        ['is_supplier', 'name'],
        ['is_manufacturer', 'name'],
        ['is_customer', 'name']
      ]
    },
    metadata,
    notes,
    words('image'),
    required('name'),
    text('description'),
    text('website'),
    text('phone'),
    words('email'),
    text('contact'),
    text('link'),
    flag('active', 1),
    flag('is_customer'),
    flag('is_supplier', 1),
    flag('is_manufacturer'),
    text('currency'),
    text('tax_id')
  )
  await table(
    'company_contact',
    { index: [['name']] },
    metadata,
    cascades('company_id', 'company'),
    required('name'),
    text('phone'),
    text('email'),
    text('role')
  )
  await table(
    'company_address',
    { index: [['company_id', 'primary']] },
    cascades('company_id', 'company'),
    required('title'),
    flag('primary'),
    ...[
      'line1',
      'line2',
      'postal_code',
      'postal_city',
      'province',
      'country',
      'shipping_notes',
      'internal_shipping_notes',
      'link'
    ].map(text)
  )
  await table(
    'manufacturer_part',
    { unique: [['part_id', 'manufacturer_id', 'MPN']], index: [['MPN'], ['barcode_hash']] },
    metadata,
    notes,
    ...barcode,
    cascades('part_id', 'part'),
    refers('manufacturer_id', 'company', 'cascade'),
    words('MPN', 'link', 'description')
  )
  await table(
    'supplier_part',
    { unique: [['part_id', 'supplier_id', 'SKU']], index: [['SKU'], ['barcode_hash']] },
    metadata,
    notes,
    ...barcode,
    words('updated'),
    cascades('part_id', 'part'),
    cascades('supplier_id', 'company'),
    required('SKU'),
    flag('active', 1),
    flag('primary'),
    refers('manufacturer_part_id', 'manufacturer_part', 'cascade'),
    words('link', 'description', 'note'),
    quantity('base_cost'),
    words('packaging'),
    text('pack_quantity'),
    quantity('pack_quantity_native', 1),
    count('multiple', 1),
    quantity('available'),
    words('availability_updated')
  )
  await table(
    'supplier_price_break',
    { unique: [['part_id', 'quantity']], index: [['quantity']] },
    ...breaks('supplier_part')
  )
}

async function orders(table: Table): Promise<void> {
  const indexed = { unique: [['reference']], index: ORDER_INDEXES }
  await table(
    'purchase_order',
    indexed,
    ...order('supplier'),
    empties('received_by_id', 'user'),
    words('complete_date'),
    empties('destination_id', 'stock_location')
  )
  await table(
    'purchase_order_line',
    {},
    ...line('purchase_order'),
    empties('part_id', 'supplier_part'),
    quantity('received'),
    ...price('purchase_price'),
    empties('build_order_id', 'build'),
    empties('destination_id', 'stock_location')
  )
  await table('purchase_order_extra_line', {}, ...extraLine('purchase_order'))

  await table('sales_order', indexed, ...order('customer'), words('shipment_date'), empties('shipped_by_id', 'user'))
  await table(
    'sales_order_line',
    {},
    ...line('sales_order'),
    empties('part_id', 'part'),
    ...price('sale_price'),
    quantity('shipped')
  )
  await table('sales_order_extra_line', {}, ...extraLine('sales_order'))
  await table(
    'sales_order_shipment',
    { unique: [['order_id', 'reference']], index: [['barcode_hash']] },
    metadata,
    notes,
    ...barcode,
    cascades('order_id', 'sales_order'),
    empties('shipment_address_id', 'company_address'),
    words('shipment_date', 'delivery_date'),
    empties('checked_by_id', 'user'),
    (t) => t.addColumn('reference', 'text', (c) => c.notNull().defaultTo('1')),
    text('tracking_number'),
    text('invoice_number'),
    text('link')
  )
  await table(
    'sales_order_allocation',
    {},
    cascades('line_id', 'sales_order_line'),
    refers('shipment_id', 'sales_order_shipment', 'cascade'),
    cascades('item_id', 'stock_item'),
    quantity('quantity', 1)
  )

  await table('return_order', indexed, ...order('customer'), words('complete_date'))
  await table(
    'return_order_line',
    { unique: [['order_id', 'item_id']] },
    ...line('return_order'),
    cascades('item_id', 'stock_item'),
    words('received_date'),
    count('outcome', 10),
    whole('outcome_custom_key'),
    ...price('price')
  )
  await table('return_order_extra_line', {}, ...extraLine('return_order'))

  await table(
    'transfer_order',
    indexed,
    ...order(),
    empties('take_from_id', 'stock_location'),
    empties('destination_id', 'stock_location'),
    flag('consume'),
    words('complete_date')
  )
  await table('transfer_order_line', {}, ...line('transfer_order'), empties('part_id', 'part'), quantity('transferred'))
  await table(
    'transfer_order_allocation',
    {},
    cascades('line_id', 'transfer_order_line'),
    cascades('item_id', 'stock_item'),
    quantity('quantity', 1)
  )
}

async function build(table: Table): Promise<void> {
  await table(
    'build',
    { unique: [['reference']], index: [...ORDER_INDEXES, ['part_id', 'status']] },
    metadata,
    required('reference'),
    count('reference_int'),
    notes,
    ...barcode,
    text('title'),
    empties('parent_id', 'build'),
    cascades('part_id', 'part'),
    empties('sales_order_id', 'sales_order'),
    empties('take_from_id', 'stock_location'),
    flag('external'),
    empties('destination_id', 'stock_location'),
    count('quantity', 1),
    count('completed'),
    count('status', 10),
    whole('status_custom_key'),
    words('batch', 'creation_date', 'start_date', 'target_date', 'completion_date'),
    empties('completed_by_id', 'user'),
    empties('issued_by_id', 'user'),
    empties('responsible_id', 'owner'),
    text('link'),
    count('priority'),
    empties('project_code_id', 'project_code')
  )
  await table(
    'build_line',
    { unique: [['build_id', 'bom_item_id']] },
    cascades('build_id', 'build'),
    cascades('bom_item_id', 'bom_item'),
    quantity('quantity', 1),
    quantity('consumed')
  )
  await table(
    'build_item',
    { unique: [['build_line_id', 'stock_item_id', 'install_into_id']] },
    metadata,
    refers('build_line_id', 'build_line', 'cascade'),
    cascades('stock_item_id', 'stock_item'),
    quantity('quantity', 1),
    empties('install_into_id', 'stock_item')
  )
}

async function stock(table: Table): Promise<void> {
  await table(
    'stock_item',
    {
      index: [
        ['location_id', 'part_id'],
        ['serial_int'],
        ['serial'],
        ['batch'],
        ['status'],
        ['barcode_hash'],
        ['expiry_date'],
        ['updated']
      ]
    },
    metadata,
    notes,
    ...barcode,
    words('updated'),
    empties('parent_id', 'stock_item'),
    cascades('part_id', 'part'),
    empties('supplier_part_id', 'supplier_part'),
    empties('location_id', 'stock_location'),
    words('packaging'),
    refers('belongs_to_id', 'stock_item', 'cascade'),
    empties('customer_id', 'company'),
    words('serial'),
    count('serial_int'),
    text('link'),
    words('batch'),
    quantity('quantity', 1),
    empties('build_id', 'build'),
    empties('consumed_by_id', 'build'),
    flag('is_building'),
    empties('purchase_order_id', 'purchase_order'),
    empties('sales_order_id', 'sales_order'),
    words('expiry_date', 'stocktake_date'),
    empties('stocktake_user_id', 'user'),
    words('creation_date'),
    flag('delete_on_deplete', 1),
    count('status', 10),
    whole('status_custom_key'),
    ...price('purchase_price'),
    empties('owner_id', 'owner')
  )
  await table(
    'stock_tracking',
    { index: [['item_id', 'date'], ['part_id', 'date'], ['date']] },
    count('tracking_type'),
    empties('item_id', 'stock_item'),
    refers('part_id', 'part', 'cascade'),
    required('date'),
    words('notes'),
    empties('user_id', 'user'),
    words('deltas')
  )
  await table(
    'stock_test_result',
    { index: [['stock_item_id', 'template_id', 'date'], ['date']] },
    metadata,
    cascades('stock_item_id', 'stock_item'),
    cascades('template_id', 'part_test_template'),
    flag('result'),
    text('value'),
    words('attachment'),
    text('notes'),
    empties('user_id', 'user'),
    text('test_station'),
    words('started_datetime', 'finished_datetime'),
    required('date')
  )
}

async function shares(table: Table): Promise<void> {
  await table(
    'attachment',
    { index: [['model_type', 'model_id'], ['upload_date']] },
    metadata,
    required('model_type'),
    given('model_id'),
    words('attachment', 'thumbnail', 'link'),
    text('comment'),
    empties('upload_user_id', 'user'),
    words('upload_date'),
    flag('is_image'),
    count('file_size')
  )
  await table(
    'notes_image',
    { index: [['model_type', 'model_id']] },
    required('image'),
    empties('user_id', 'user'),
    required('date'),
    words('model_type'),
    whole('model_id')
  )
}
