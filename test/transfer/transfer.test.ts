import t, { type Test } from 'tap'
import { sql } from 'kysely'
import { pbkdf2Sync } from 'node:crypto'
import type { Database } from '../../db/database.ts'
import { emptyDatabase } from '../support/database.ts'
import { createUser } from '#auth/accounts.ts'
import { verifyPassword } from '#auth/passwords.ts'
import { RULESET_NAMES } from '#auth/rulesets.ts'
import { exportRecords, importRecords, TransferError } from '#framework/transfer/index.ts'
import { nestedSet } from '#framework/transfer/nested.ts'

interface Exported {
  model: string
  pk: number
  fields: Record<string, unknown>
}
type Change = (records: Exported[]) => void

const PASSWORD = 'a sturdy phrase'
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
function exported(change: Change = () => {}): unknown[] {
  const records = whole()
  change(records)
  return [HEADER, ...records]
}

/** Changes fields of one record of an export; undefined removes a field. */
const having =
  (model: string, pk: number, fields: Record<string, unknown>): Change =>
  (records) => {
    const found = records.find((record) => record.model === model && record.pk === pk)
    if (!found) throw new Error(`the fixture has no ${model} ${pk}`)
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) delete found.fields[name]
      else found.fields[name] = value
    }
  }

/** A database that lives as long as the test, with the administrator of a first start. */
async function fresh(t: Test): Promise<Database> {
  const { db, close } = await emptyDatabase()
  t.teardown(close)
  await createUser(db, { username: 'admin', is_staff: true, is_superuser: true })
  return db
}

async function written(db: Database): Promise<[header: Record<string, unknown>, ...Exported[]]> {
  let text = ''
  await exportRecords(db, {
    write: (piece) => {
      text += piece
    }
  })
  return JSON.parse(text)
}

/** Every row of every table. */
async function content(db: Database) {
  const rows = (await db.introspection.getTables()).filter(
    ({ name }) => name !== 'memory_change' && !name.includes('_search')
  )
  return Object.fromEntries(
    await Promise.all(
      rows.map(async ({ name }) => [name, (await sql`select * from ${sql.table(name)} order by 1, 2`.execute(db)).rows])
    )
  )
}

t.test('an export comes back as it was', async (t) => {
  const db = await fresh(t)
  const told: [number, number, string][] = []
  const report = await importRecords(db, JSON.stringify(exported()), { progress: (...all) => told.push(all) })
  const total = exported().length - 1
  t.equal(
    [...report.taken.values()].reduce((a, b) => a + b),
    total
  )
  t.equal(report.taken.get('part.part'), 4)
  t.equal(report.taken.get('users.ruleset'), 11)
  t.strictSame([report.skipped.size, report.passedOver.size, report.warnings], [0, 0, []])
  t.strictSame(told.at(-1), [total, total, 'build.builditem'])

  const [header, ...records] = await written(db)
  t.match(header, {
    metadata: true,
    source_version: '1.5.0',
    api_version: Number,
    exported_at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/
  })
  t.strictSame(records, exported().slice(1))
  t.strictSame(
    records.map((record) => Object.keys(record.fields)),
    (exported().slice(1) as Exported[]).map((record) => Object.keys(record.fields)),
    'fields in their order'
  )

  const other = await fresh(t)
  await importRecords(other, [header, ...records])
  t.strictSame(await content(other), await content(db), 'the same database')
})

t.test('an import of an own export with rows that were made here', async (t) => {
  const db = await fresh(t)
  await db.insertInto('part').values({ name: 'b' }).execute()
  await db.insertInto('part').values({ name: 'a', minimum_stock: 0.3, metadata: '{"x":1}' }).execute()
  const other = await fresh(t)
  const records = await written(db)
  await importRecords(other, records)
  t.strictSame(await content(other), await content(db))
  t.match(
    records.find((record) => 'pk' in record && record.model === 'part.part' && record.pk === 2),
    { fields: { image: '', minimum_stock: '0.300000' } }
  )
})

t.test('users come with their passwords and take the place of the first administrator', async (t) => {
  const db = await fresh(t)
  await importRecords(db, exported())
  const users = await db
    .selectFrom('user')
    .select(['id', 'username', 'password', 'date_joined'])
    .orderBy('id')
    .execute()
  t.strictSame(
    users.map(({ id, username }) => [id, username]),
    [
      [9, 'root'],
      [10, 'reader']
    ]
  )
  t.equal(users[1]!.date_joined, '2021-11-07T22:35:50.000Z', 'in the form in which moments are kept')
  t.strictSame(await verifyPassword(PASSWORD, users[0]!.password), { ok: true, outdated: true })
  t.strictSame(await verifyPassword('another phrase', users[0]!.password), { ok: false, outdated: false })
  t.strictSame(await db.selectFrom('user_group').selectAll().execute(), [{ user_id: 10, group_id: 2 }])
  const { id } = await db.insertInto('part').values({ name: 'next' }).returning('id').executeTakeFirstOrThrow()
  t.equal(id, 15, 'numbers go on after the highest')
})

t.test('a file without users keeps the first administrator', async (t) => {
  const db = await fresh(t)
  const about = ['part.part', 'part.partcategory']
  const report = await importRecords(
    db,
    exported((records) => {
      records.splice(0, Infinity, ...records.filter(({ model }) => about.includes(model)))
      for (const { fields } of records)
        Object.assign(
          fields,
          { default_location: null, responsible_owner: null, bom_checked_by: null },
          'creation_user' in fields ? { creation_user: ['admin'] } : {}
        )
      for (const { model, fields } of records)
        if (model === 'part.partcategory') {
          delete fields.responsible_owner
          delete fields.bom_checked_by
        }
    })
  )
  t.strictSame(report.warnings, [])
  t.strictSame(await db.selectFrom('user').select('username').execute(), [{ username: 'admin' }])
  t.equal(
    (await db.selectFrom('part').select('creation_user_id').where('id', '=', 11).executeTakeFirst())?.creation_user_id,
    1
  )
  t.equal((await content(db)).owner.length, 1)
})

t.test('what a file lacks is added', async (t) => {
  const db = await fresh(t)
  const lacking = ['users.owner', 'users.userprofile', 'users.ruleset', 'stock.stocklocation']
  await importRecords(
    db,
    exported((records) => {
      having('part.part', 13, { responsible_owner: null, minimum_stock: undefined, component: undefined })(records)
      having('stock.stockitem', 3, { location: null })(records)
      having('part.partcategory', 7, { default_location: null, lft: undefined, pathstring: 'wrong' })(records)
      records.splice(0, Infinity, ...records.filter(({ model }) => !lacking.includes(model)))
    })
  )
  t.strictSame(await db.selectFrom('user_profile').select(['user_id', 'type']).execute(), [
    { user_id: 9, type: 'internal' },
    { user_id: 10, type: 'internal' }
  ])
  t.strictSame(
    (
      await db
        .selectFrom('owner')
        .select(['owner_model', 'owner_id'])
        .orderBy('owner_model')
        .orderBy('owner_id')
        .execute()
    ).map((row) => Object.values(row)),
    [
      ['group', 2],
      ['user', 9],
      ['user', 10]
    ]
  )
  t.strictSame(
    (await db.selectFrom('ruleset').select('name').orderBy('id').execute()).map(({ name }) => name),
    RULESET_NAMES
  )
  t.match(await db.selectFrom('part').selectAll().where('id', '=', 13).executeTakeFirst(), {
    minimum_stock: 0,
    component: 1
  })
  t.match(await db.selectFrom('part_category').selectAll().orderBy('id').execute(), [
    { id: 3, pathstring: 'Électronique/Resistors', lft: 2, rght: 3, level: 1 },
    { id: 7, pathstring: 'Électronique', lft: 1, rght: 4 }
  ])
})

t.test('what there is no room for is told', async (t) => {
  const db = await fresh(t)
  const report = await importRecords(
    db,
    exported((records) => {
      having('part.part', 11, { colour: 'red' })(records)
      having('part.part', 12, { colour: 'none' })(records)
      having('stock.stocklocation', 2, { size: 4 })(records)
      having('auth.user', 9, { user_permissions: [['add_part', 'part', 'part']], is_active: false })(records)
      records.push(
        { model: 'report.labeltemplate', pk: 1, fields: { part: 99 } },
        { model: 'report.labeltemplate', pk: 2, fields: {} },
        { model: 'users.apitoken', pk: 1, fields: { key: 'inv-secret' } },
        { model: 'users.ruleset', pk: 90, fields: { name: 'stocktake', group: ['readers'] } },
        {
          model: 'taggit.taggeditem',
          pk: 9,
          fields: { tag: ['Fast "one"'], content_type: ['part', 'part'], object_id: 11 }
        },
        {
          model: 'taggit.taggeditem',
          pk: 10,
          fields: { tag: 1, content_type: ['report', 'labeltemplate'], object_id: 1 }
        },
        {
          model: 'taggit.taggeditem',
          pk: 11,
          fields: { tag: 1, content_type: ['common', 'attachment'], object_id: 8 }
        },
        {
          model: 'common.attachment',
          pk: 8,
          fields: { model_type: 'part', model_id: 99, link: 'https://example.org' }
        },
        { model: 'common.attachment', pk: 9, fields: { model_type: 'moon', model_id: 11, link: 'https://example.org' } }
      )
    })
  )
  t.strictSame(
    [...report.skipped],
    [
      ['report.labeltemplate', 2],
      ['users.apitoken', 1],
      ['users.ruleset "stocktake"', 1],
      ['taggit.taggeditem of report.labeltemplate', 1],
      ['common.attachment of moon', 1],
      ['common.attachment of a part.part that is not there', 1],
      ['taggit.taggeditem of a common.attachment that is not there', 1]
    ]
  )
  t.strictSame(
    [...report.passedOver],
    [
      ['auth.user.user_permissions', 1],
      ['part.part.colour', 2],
      ['stock.stocklocation.size', 1]
    ]
  )
  t.strictSame(report.warnings, ['No user is an active superuser now: nobody can administer the server.'])
  t.equal(report.taken.get('taggit.taggeditem'), 2, 'a tag may go by its name')
})

const nested = (depth: number) => {
  let value: unknown = 1
  for (let at = 0; at < depth; at++) value = { value }
  return value
}

t.test('what does not fit is refused, and nothing is changed', async (t) => {
  const db = await fresh(t)
  const before = await content(db)
  const removed = (model: string, pk: number) => (records: Exported[]) => {
    records.splice(
      records.findIndex((one) => one.model === model && one.pk === pk),
      1
    )
  }
  const added = (model: string, pk: unknown, fields: object) => (records: any[]) => {
    records.push({ model, pk, fields })
  }
  const twice = (model: string, pk: number, other: number) => (records: Exported[]) => {
    records.push({ ...records.find((one) => one.model === model && one.pk === pk)!, pk: other })
  }
  const table: [file: string | unknown[], sentence: string | RegExp][] = [
    ['no json', /^The file is not JSON: .*\.$/],
    ['', /^The file is not JSON: /],
    ['{}', 'The file is not an InvenTree export: it holds no list of records.'],
    ['null', 'The file is not an InvenTree export: it holds no list of records.'],
    [[], /^The file is not an InvenTree export: it does not begin with the header/],
    [exported().slice(1), /^The file is not an InvenTree export: it does not begin with the header/],
    [
      [...exported(), 7],
      /^The file is not an InvenTree export: its element \d+ is not a record with model, pk and fields\.$/
    ],
    [[...exported(), { model: 'part.part', pk: 1 }], /is not a record with model, pk and fields\.$/],
    [
      exported(added('part.part', '12', {})),
      'A record of part.part has the primary key "12", which must be a whole number above 0.'
    ],
    [exported(added('part.part', null, {})), /has the primary key null/],
    [exported(twice('part.part', 12, 12)), 'part.part 12 occurs twice in the file.'],
    [
      exported(having('part.part', 11, { category: 99 })),
      'part.part 11: "category" is 99, but there is no part.partcategory 99.'
    ],
    [
      exported(having('part.part', 11, { category: '3' })),
      'part.part 11: "category" is "3", but must be the primary key of a record of part.partcategory.'
    ],
    [
      exported(having('part.part', 11, { creation_user: ['nobody'] })),
      'part.part 11: "creation_user" is ["nobody"], but there is no auth.user of that name.'
    ],
    [
      exported(having('part.part', 11, { creation_user: ['admin'] })),
      /"creation_user" is \["admin"\], but there is no auth.user/
    ],
    [exported(having('part.part', 11, { name: undefined })), 'part.part 11: "name" is missing.'],
    [exported(having('part.part', 11, { name: null })), 'part.part 11: "name" must not be null.'],
    [exported(having('part.part', 11, { name: 5 })), 'part.part 11: "name" is 5, but must be text.'],
    [
      exported(having('part.part', 11, { active: 'yes' })),
      'part.part 11: "active" is "yes", but must be true or false.'
    ],
    [
      exported(having('part.part', 11, { multiple: 1.5 })),
      'part.part 11: "multiple" is 1.5, but must be a whole number.'
    ],
    [
      exported(having('part.part', 11, { base_cost: 'dear' })),
      'part.part 11: "base_cost" is "dear", but must be a decimal number.'
    ],
    [
      exported(having('part.part', 11, { base_cost: '0.1234567' })),
      'part.part 11: "base_cost" is "0.1234567", which has more digits than are kept.'
    ],
    [exported(having('part.part', 11, { base_cost: '1234567890123.123456' })), /has more digits than are kept\.$/],
    [
      exported(having('part.part', 11, { creation_date: '2021-02-30' })),
      'part.part 11: "creation_date" is "2021-02-30", but must be a date, YYYY-MM-DD.'
    ],
    [
      exported(having('auth.user', 9, { date_joined: 'yesterday' })),
      /^auth.user 9: "date_joined" is "yesterday", but must be a date with time/
    ],
    [
      exported(having('auth.user', 9, { groups: [['writers']] })),
      'auth.user 9: "groups" is ["writers"], but there is no auth.group of that name.'
    ],
    [
      exported(having('auth.user', 9, { username: 'reader' })),
      'auth.user 10: "username" is the same as that of auth.user 9.'
    ],
    [
      exported(having('users.userprofile', 1, { type: 'alien' })),
      'users.userprofile 1: "type" is "alien", but must be one of bot, internal, external, guest.'
    ],
    [
      exported(having('users.owner', 5, { owner_type: 7 })),
      'users.owner 5: "owner_type" is 7, but must be a list of an app and a model.'
    ],
    [
      exported(having('users.owner', 5, { owner_type: ['part', 'part'] })),
      /^users.owner 5: "owner_type" is \["part","part"\], but must be the name of auth.user or auth.group\.$/
    ],
    [
      exported(having('users.owner', 5, { owner_id: 3 })),
      'users.owner 5: "owner_id" is 3, but there is no auth.group 3.'
    ],
    [exported(removed('users.owner', 5)), /owner" is 5, but there is no users.owner 5\.$/],
    [
      exported(twice('users.ruleset', 20, 90)),
      'users.ruleset 90: "group" with "name" is the same as that of users.ruleset 20.'
    ],
    [
      exported(having('part.partcategory', 7, { parent: 3 })),
      /^part.partcategory \d: "parent" leads back to the record itself\.$/
    ],
    [
      exported(having('part.part', 12, { variant_of: 12 })),
      'part.part 12: "variant_of" leads back to the record itself.'
    ],
    [exported(having('build.build', 2, { parent: 1 })), /^build.build \d: "parent" leads back to the record itself\.$/],
    [
      exported(having('part.bomitem', 5, { sub_part: 99 })),
      'part.bomitem 5: "sub_part" is 99, but there is no part.part 99.'
    ],
    [
      exported(having('stock.stockitem', 5, { serial: '7' })),
      'stock.stockitem 5: "part" with "serial" is the same as that of stock.stockitem 4.'
    ],
    [
      exported(having('build.builditem', 2, { install_into: 4 })),
      /^build.builditem 2: .* is the same as that of build.builditem 1\.$/
    ],
    [
      exported(having('common.parameter', 8, { data_numeric: 'much' })),
      'common.parameter 8: "data_numeric" is "much", but must be a number.'
    ],
    [
      exported(having('common.parameter', 8, { model_type: 'part' })),
      'common.parameter 8: "model_type" is "part", but must be a list of an app and a model.'
    ],
    [
      exported(having('common.attachment', 3, { model_type: ['part', 'part'] })),
      'common.attachment 3: "model_type" is ["part","part"], but must be text.'
    ],
    ...[
      '../../etc/passwd',
      '/etc/passwd',
      'attachments/../../secret_key.txt',
      '..\\secret_key.txt',
      'C:\\boot.ini',
      'a/./b',
      'a\u001b[2J'
    ].map((path): [unknown[], string] => [
      exported(having('common.attachment', 3, { attachment: path })),
      `common.attachment 3: "attachment" is ${JSON.stringify(path)}, which leads out of the folder of uploaded files.`
    ]),
    [
      exported(having('part.part', 11, { image: '../x.png' })),
      'part.part 11: "image" is "../x.png", which leads out of the folder of uploaded files.'
    ],
    [
      exported(having('part.part', 11, { name: 'a\0b' })),
      'part.part 11: "name" is "a\\u0000b", which holds a character 0.'
    ],
    [
      exported(having('part.part', 11, { metadata: nested(5000) })),
      'part.part 11 holds values that are nested more than 100 deep.'
    ],
    [
      JSON.stringify(exported(having('common.parameter', 8, { data_numeric: 'HUGE' }))).replace('"HUGE"', '1e999'),
      'common.parameter 8: "data_numeric" is null, but must be a number.'
    ],
    [
      exported(having('common.attachment', 3, { model_id: '13' })),
      'common.attachment 3: "model_id" is "13", but must be the primary key of a record of part.part.'
    ]
  ]
  for (const [file, sentence] of table) {
    const error = await importRecords(db, file).then(
      () => undefined,
      (error) => error
    )
    t.ok(error instanceof TransferError, String(sentence))
    if (typeof sentence === 'string') t.equal(error?.message, sentence)
    else t.match(error?.message, sentence)
  }
  t.strictSame(await content(db), before)
})

t.test('a database that holds something is only filled when told to replace it', async (t) => {
  const db = await fresh(t)
  await importRecords(db, exported())
  const before = await content(db)
  await t.rejects(importRecords(db, exported()), {
    name: 'TransferError',
    message: /^The database is not empty: there is a record of auth.group already/
  })
  t.strictSame(await content(db), before)

  await db.insertInto('part').values({ name: 'later' }).execute()
  await db
    .insertInto('api_token')
    .values({ user_id: 9, hash: 'h', sealed: 's', redacted: 'r', created: '', expiry: '' })
    .execute()
  await t.rejects(importRecords(db, exported(having('part.part', 11, { category: 99 })), { replace: true }), {
    name: 'TransferError'
  })
  t.equal((await content(db)).part.length, 5, 'a refused file replaces nothing')
  await importRecords(db, exported(), { replace: true })
  t.strictSame(await content(db), before, 'the token is gone with its user')

  const users = await fresh(t)
  await createUser(users, { username: 'second' })
  await t.rejects(importRecords(users, exported()), {
    message: /^The database is not empty: there is more than one record of auth.user/
  })

  const report = await importRecords(
    db,
    exported((records) => {
      records.length = 0
    }),
    { replace: true }
  )
  t.strictSame(report.warnings, [
    'The file holds no record that there is a room for.',
    'There is no user now: the next start creates an administrator.'
  ])
})

t.test('more records than a statement takes', async (t) => {
  const db = await fresh(t)
  const parts = Array.from({ length: 2500 }, (_, i) => ({
    model: 'part.part',
    pk: i + 1,
    fields: { name: `Part ${i}`, variant_of: i ? i : null }
  }))
  await importRecords(db, [exported()[0], ...parts])
  const [, ...records] = await written(db)
  const found = records.filter(({ model }) => model === 'part.part')
  t.equal(found.length, 2500)
  t.match(found.at(-1), { pk: 2500, fields: { name: 'Part 2499', lft: 2500, rght: 2501, tree_id: 1, level: 2499 } })
})

t.test('a nested set', async (t) => {
  t.strictSame(
    [
      ...nestedSet([
        { id: 1, parent: null },
        { id: 2, parent: 4 },
        { id: 3, parent: null },
        { id: 4, parent: 1 },
        { id: 5, parent: 1 }
      ])
    ],
    [
      [1, { lft: 1, rght: 8, tree_id: 1, level: 0 }],
      [4, { lft: 2, rght: 5, tree_id: 1, level: 1 }],
      [2, { lft: 3, rght: 4, tree_id: 1, level: 2 }],
      [5, { lft: 6, rght: 7, tree_id: 1, level: 1 }],
      [3, { lft: 1, rght: 2, tree_id: 2, level: 0 }]
    ]
  )
})
