// The records of a small export, as InvenTree writes them, and changes to them.
import { pbkdf2Sync } from 'node:crypto'

/** A record as an export holds it. */
export interface Exported {
  model: string
  pk: number
  fields: Record<string, unknown>
}
type Change = (records: Exported[]) => void

/** The password of every user in the export. */
export const PASSWORD = 'a sturdy phrase'
const HASH = `pbkdf2_sha256$1000$saltsalt$${pbkdf2Sync(PASSWORD, 'saltsalt', 1000, 32, 'sha256').toString('base64')}`

const HEADER = {
  metadata: true,
  comment: 'This file contains a dump of the InvenTree database',
  exported_at: '2026-01-02T03:04:05',
  exported_at_utc: '2026-01-02T03:04:05',
  source_version: '1.5.0',
  api_version: 534,
  django_version: 'none',
  python_version: 'none',
  source_commit: null,
  installed_apps: []
}

const user = (username: string, more: Record<string, unknown> = {}) => ({
  password: HASH,
  last_login: null,
  is_superuser: false,
  username,
  first_name: '',
  last_name: '',
  email: '',
  is_staff: false,
  is_active: true,
  date_joined: '2021-11-07T22:35:50Z',
  groups: [],
  user_permissions: [],
  ...more
})
const profile = (username: string, more: Record<string, unknown> = {}) => ({
  metadata: null,
  user: [username],
  language: null,
  theme: null,
  widgets: null,
  displayname: null,
  position: null,
  status: null,
  location: null,
  active: true,
  contact: null,
  type: 'internal',
  organisation: null,
  primary_group: null,
  ...more
})
const category = (name: string, more: Record<string, unknown>) => ({
  metadata: null,
  name,
  description: '',
  parent: null,
  pathstring: name,
  default_location: null,
  structural: false,
  default_keywords: null,
  _icon: '',
  lft: 1,
  rght: 2,
  tree_id: 1,
  level: 0,
  ...more
})
const part = (name: string, more: Record<string, unknown> = {}) => ({
  metadata: {},
  notes: null,
  barcode_data: '',
  barcode_hash: '',
  image: '',
  name,
  is_template: false,
  variant_of: null,
  description: 'A part',
  keywords: null,
  category: null,
  IPN: null,
  revision: '',
  revision_of: null,
  link: '',
  default_location: null,
  default_expiry: 0,
  minimum_stock: '0.000000',
  maximum_stock: '0.000000',
  units: '',
  assembly: false,
  component: true,
  trackable: false,
  testable: false,
  purchaseable: true,
  salable: false,
  active: true,
  locked: false,
  virtual: false,
  consumable: false,
  bom_validated: false,
  bom_checksum: '',
  bom_checked_by: null,
  bom_checked_date: null,
  creation_date: '2021-06-20',
  creation_user: null,
  responsible_owner: null,
  base_cost: '0.000000',
  multiple: 1,
  lft: 1,
  rght: 2,
  tree_id: 1,
  level: 0,
  ...more
})

const stockItem = (more: Record<string, unknown>) => ({
  metadata: null,
  notes: null,
  barcode_data: '',
  barcode_hash: '',
  updated: '2022-05-25T00:00:00Z',
  parent: null,
  part: 14,
  supplier_part: null,
  location: null,
  packaging: null,
  belongs_to: null,
  customer: null,
  serial: null,
  serial_int: 0,
  link: '',
  batch: null,
  quantity: '1.00000',
  build: null,
  consumed_by: null,
  is_building: false,
  purchase_order: null,
  sales_order: null,
  expiry_date: null,
  stocktake_date: null,
  stocktake_user: null,
  creation_date: null,
  delete_on_deplete: true,
  status: 10,
  purchase_price_currency: 'EUR',
  purchase_price: null,
  owner: null,
  status_custom_key: null,
  ...more
})
const build = (reference: string, more: Record<string, unknown>) => ({
  metadata: null,
  reference_int: 1,
  notes: null,
  barcode_data: '',
  barcode_hash: '',
  reference,
  title: 'Chairs',
  parent: null,
  part: 14,
  sales_order: null,
  take_from: null,
  external: false,
  destination: null,
  quantity: 3,
  completed: 0,
  status: 10,
  batch: '',
  creation_date: '2021-11-10',
  start_date: null,
  target_date: null,
  completion_date: null,
  completed_by: null,
  issued_by: ['root'],
  responsible: null,
  link: '',
  priority: 0,
  project_code: null,
  status_custom_key: null,
  lft: 1,
  rght: 2,
  tree_id: 1,
  level: 0,
  ...more
})

/** Many of the models that are taken, in the order of an export, as an export would write it again. */
function whole(): Exported[] {
  const records: [model: string, pk: number, fields: Record<string, unknown>][] = [
    ['users.owner', 5, { owner_type: ['auth', 'group'], owner_id: 2 }],
    ['users.owner', 6, { owner_type: ['auth', 'user'], owner_id: 9 }],
    ['users.owner', 8, { owner_type: ['auth', 'user'], owner_id: 10 }],
    ['auth.group', 2, { name: 'readers', permissions: [] }],
    ['auth.user', 9, user('root', { is_superuser: true, is_staff: true, last_login: '2024-03-19T02:02:01.953Z' })],
    ['auth.user', 10, user('reader', { first_name: 'Ronald', groups: [['readers']] })],
    ['users.userprofile', 1, profile('root', { theme: { dark: true } })],
    ['users.userprofile', 2, profile('reader', { primary_group: ['readers'], type: 'guest' })],
    ...[
      'admin',
      'part_category',
      'part',
      'bom',
      'stock_location',
      'stock',
      'build',
      'purchase_order',
      'sales_order',
      'return_order',
      'transfer_order'
    ].map((name, i): [string, number, Record<string, unknown>] => [
      'users.ruleset',
      i + 20,
      { name, group: ['readers'], can_view: true, can_add: false, can_change: name === 'part', can_delete: false }
    ]),
    ['common.inventreesetting', 4, { value: 'EUR', key: 'INVENTREE_DEFAULT_CURRENCY' }],
    ['taggit.tag', 1, { name: 'Fast "one"', slug: 'fast-one' }],
    ['common.customunit', 1, { name: 'R', symbol: '', definition: 'ohm' }],
    [
      'common.inventreecustomuserstatemodel',
      1,
      {
        key: 51,
        name: 'WET',
        label: 'Wet',
        color: 'info',
        logical_key: 50,
        model: ['stock', 'stockitem'],
        reference_status: 'StockStatus'
      }
    ],
    [
      'common.selectionlist',
      2,
      {
        metadata: null,
        name: 'Sizes',
        description: '',
        locked: true,
        active: true,
        source_plugin: null,
        source_string: '',
        default: 4,
        created: '2024-03-19T02:02:01.953Z',
        last_updated: '2024-03-19T02:02:01.953Z'
      }
    ],
    ['common.selectionlistentry', 4, { list: 2, value: '0402', label: 'Small', description: '', active: true }],
    [
      'common.parametertemplate',
      6,
      {
        metadata: null,
        model_type: ['part', 'part'],
        name: 'Size',
        units: 'mm',
        description: '',
        checkbox: false,
        choices: '',
        selectionlist: 2,
        enabled: true,
        unique: 0
      }
    ],
    [
      'common.parameter',
      8,
      {
        metadata: {},
        updated: null,
        updated_by: ['root'],
        model_type: ['part', 'part'],
        model_id: 11,
        template: 6,
        data: '0.25 mm',
        data_numeric: 0.25,
        note: ''
      }
    ],
    [
      'common.attachment',
      3,
      {
        metadata: null,
        model_type: 'part',
        model_id: 13,
        attachment: '',
        thumbnail: '',
        link: 'https://example.org',
        comment: 'Data',
        upload_user: null,
        upload_date: '2026-11-22',
        is_image: false,
        file_size: 0
      }
    ],
    ['taggit.taggeditem', 3, { tag: 1, content_type: ['part', 'part'], object_id: 13 }],
    ['common.inventreeusersetting', 5, { value: '10', key: 'SEARCH_PREVIEW_RESULTS', user: ['reader'] }],
    [
      'company.company',
      4,
      {
        metadata: null,
        notes: null,
        image: '',
        name: 'Shop',
        description: '',
        website: '',
        phone: '',
        email: null,
        contact: '',
        link: '',
        active: true,
        is_customer: false,
        is_supplier: true,
        is_manufacturer: false,
        currency: 'EUR',
        tax_id: ''
      }
    ],
    [
      'company.supplierpart',
      6,
      {
        metadata: null,
        notes: null,
        barcode_data: '',
        barcode_hash: '',
        updated: null,
        part: 11,
        supplier: 4,
        SKU: 'S-1',
        active: true,
        primary: true,
        manufacturer_part: null,
        link: null,
        description: null,
        note: null,
        base_cost: '0.000',
        packaging: null,
        pack_quantity: '1 m',
        pack_quantity_native: '0.3333333333',
        multiple: 1,
        available: '28411.000',
        availability_updated: '2022-07-15T07:34:15.856Z'
      }
    ],
    [
      'company.supplierpricebreak',
      9,
      { updated: null, quantity: '100.00000', price_currency: 'EUR', price: '0.299600', part: 6 }
    ],
    // Names that stand before their parents', and a record before its parent.
    [
      'part.partcategory',
      3,
      category('Resistors', {
        parent: 7,
        pathstring: 'Électronique/Resistors',
        lft: 2,
        rght: 3,
        level: 1,
        metadata: { b: 1, a: [null] }
      })
    ],
    ['part.partcategory', 7, category('Électronique', { rght: 4, default_location: 2, _icon: 'ti:box:outline' })],
    ['part.partcategorystar', 1, { category: 3, user: ['reader'] }],
    [
      'part.part',
      11,
      part('Red', {
        variant_of: 12,
        lft: 2,
        rght: 3,
        level: 1,
        category: 3,
        creation_user: ['root'],
        image: 'part_images/red.jpg'
      })
    ],
    [
      'part.part',
      12,
      part('Any colour', {
        is_template: true,
        rght: 6,
        minimum_stock: '12.500000',
        base_cost: '0.100000',
        metadata: null,
        notes: 'One\nTwo'
      })
    ],
    [
      'part.part',
      13,
      part('Blue', {
        variant_of: 12,
        lft: 4,
        rght: 5,
        level: 1,
        revision_of: 11,
        responsible_owner: 5,
        bom_checked_by: ['reader'],
        bom_checked_date: '2022-04-28'
      })
    ],
    ['part.part', 14, part('Alone', { tree_id: 2 })],
    ['part.partstar', 1, { part: 11, user: ['root'] }],
    [
      'part.bomitem',
      5,
      {
        metadata: null,
        part: 14,
        sub_part: 11,
        raw_amount: '3 m',
        quantity: '3.00000',
        piece_count: 1,
        optional: false,
        consumable: false,
        setup_quantity: '0.00000',
        attrition: '0.000',
        rounding_multiple: null,
        reference: 'R',
        note: '',
        checksum: '',
        validated: false,
        inherited: true,
        allow_variants: true
      }
    ],
    [
      'stock.stocklocation',
      2,
      {
        metadata: null,
        name: 'Shelf',
        description: '',
        parent: null,
        pathstring: 'Shelf',
        barcode_data: '',
        barcode_hash: '',
        custom_icon: '',
        owner: 5,
        structural: false,
        external: true,
        location_type: null,
        lft: 1,
        rght: 2,
        tree_id: 1,
        level: 0
      }
    ],
    [
      'stock.stockitem',
      3,
      stockItem({ part: 11, supplier_part: 6, location: 2, quantity: '440.50000', purchase_price: '1.250000' })
    ],
    ['stock.stockitem', 4, stockItem({ build: 2, is_building: true, serial: '7', serial_int: 7 })],
    ['stock.stockitem', 5, stockItem({ serial: '', parent: 3, belongs_to: 4 })],
    ['stock.stockitem', 6, stockItem({ serial: '' })],
    [
      'stock.stockitemtracking',
      1,
      {
        tracking_type: 1,
        item: null,
        part: 11,
        date: '2021-07-28T14:37:51.084Z',
        notes: null,
        user: ['root'],
        deltas: { status: 10 }
      }
    ],
    ['build.build', 1, build('BO-2', { parent: 2, lft: 2, rght: 3, level: 1 })],
    ['build.build', 2, build('BO-1', { rght: 4 })],
    ['build.buildline', 7, { build: 2, bom_item: 5, quantity: '9.00000', consumed: '0.00000' }],
    ['build.builditem', 1, { metadata: null, build_line: 7, stock_item: 3, quantity: '2.50000', install_into: 4 }],
    ['build.builditem', 2, { metadata: null, build_line: 7, stock_item: 3, quantity: '1.00000', install_into: null }],
    ['build.builditem', 3, { metadata: null, build_line: 7, stock_item: 3, quantity: '1.00000', install_into: null }]
  ]
  return records.map(([model, pk, fields]) => ({ model, pk, fields: structuredClone(fields) }))
}

/**
 * A small export with many of the models that are taken.
 *
 * @param change what is different about it
 */
export function exported(change: Change = () => {}): unknown[] {
  const records = whole()
  change(records)
  return [HEADER, ...records]
}

/** Changes fields of one record of an export; undefined removes a field. */
export const having =
  (model: string, pk: number, fields: Record<string, unknown>): Change =>
  (records) => {
    const found = records.find((record) => record.model === model && record.pk === pk)
    if (!found) throw new Error(`the fixture has no ${model} ${pk}`)
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) delete found.fields[name]
      else found.fields[name] = value
    }
  }
