// Exports of earlier releases: what each wrote in another form, and what becomes of it.
import t, { type Test } from 'tap'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importRecords } from '#framework/transfer/index.ts'
import type { Exported } from './records.ts'
import { fresh, written } from './roundtrip.ts'

/** The same public inventory as servers of 2022 and 2023 wrote it, where it is at hand. */
const OLD = fileURLToPath(new URL('../../../shared/data/old/', import.meta.url))

type Records = [model: string, pk: number, fields: Record<string, unknown>][]

const user = (username: string) => ({
  username,
  password: '!',
  date_joined: '2022-03-01T10:00:00Z',
  is_superuser: true
})

/** Two users, a group, a template with a variant, a stock item and a supplier part, which most else hangs on. */
const BASE: Records = [
  ['auth.group', 1, { name: 'makers', permissions: [] }],
  ['auth.user', 1, { ...user('olga'), groups: [1] }],
  ['auth.user', 2, user('piet')],
  ['company.company', 1, { name: 'Shop' }],
  ['part.partcategory', 1, { name: 'Bolts' }],
  ['part.part', 1, { name: 'Any bolt', is_template: true, trackable: true, category: 1 }],
  ['part.part', 2, { name: 'Bolt', variant_of: 1, description: '' }],
  ['part.part', 3, { name: 'Chair' }],
  ['company.manufacturerpart', 1, { part: 2, manufacturer: 1, MPN: 'M-1' }],
  ['company.supplierpart', 1, { part: 2, supplier: 1, SKU: 'S-1' }],
  ['stock.stockitem', 1, { part: 2, quantity: '5.00000', updated: '2022-05-25' }]
]

/** What an import makes of some records, with those that they hang on: its report, and an export of all. */
async function imported(t: Test, ...records: Records) {
  const db = await fresh(t)
  const own = new Set(records.map(([model, pk]) => `${model} ${pk}`))
  const file = [...BASE.filter(([model, pk]) => !own.has(`${model} ${pk}`)), ...records]
  const report = await importRecords(
    db,
    file.map(([model, pk, fields]) => ({ model, pk, fields }))
  )
  const [, ...back] = await written(db)
  const of = (model: string): Exported[] => back.filter((record) => record.model === model)
  const one = (model: string, pk: number) => of(model).find((record) => record.pk === pk)?.fields
  const translated = (what: string) => [...report.translated].filter(([line]) => line.startsWith(what))
  const leftOut = (what: string) => [...report.leftOut].filter(([line]) => line.startsWith(what))
  return { report, of, one, translated, leftOut }
}

t.test('a file without a header is read, with a warning', async (t) => {
  const { report, of } = await imported(t)
  t.match(report.warnings, [/^The file has no header \("metadata"\), as releases before 1\.3 wrote none/])
  t.equal(of('part.part').length, 3)
})

t.test('a file of a newer release is read, with a warning', async (t) => {
  const header = { metadata: true, source_version: '9.0.0', api_version: 9000 }
  const { warnings } = await importRecords(await fresh(t), [
    header,
    { model: 'part.part', pk: 1, fields: { name: 'a' } }
  ])
  t.match(warnings, [/^The file is of API version 9000, and this server answers version \d+/])
})

t.test('before 0.8 the prefix of a reference was a setting of its own', async (t) => {
  const { of, one, translated } = await imported(
    t,
    ['common.inventreesetting', 1, { key: 'BUILDORDER_REFERENCE_PREFIX', value: 'B' }],
    ['build.build', 1, { reference: '0001', part: 3 }],
    ['order.purchaseorder', 1, { reference: '0002', supplier: 1 }]
  )
  t.match(one('build.build', 1), { reference: 'B0001' })
  t.match(one('order.purchaseorder', 1), { reference: 'PO-0002' }, 'where no setting was stored')
  t.match(of('common.inventreesetting'), [{ fields: { key: 'BUILDORDER_REFERENCE_PATTERN', value: 'B{ref:04d}' } }])
  t.strictSame(translated('build.build.reference'), [['build.build.reference → with "B" before it (0.8)', 1]])
})

t.test('references that already follow a pattern stay as they are', async (t) => {
  const { one } = await imported(
    t,
    ['common.inventreesetting', 1, { key: 'BUILDORDER_REFERENCE_PATTERN', value: '{ref:04d}' }],
    ['build.build', 1, { reference: '0001', part: 3 }]
  )
  t.match(one('build.build', 1), { reference: '0001' })
})

t.test('before 0.9 the barcode of a stock item was its uid; dates had no time', async (t) => {
  const { one, translated, leftOut } = await imported(
    t,
    ['stock.stockitem', 1, { part: 2, uid: 'abc123', infinite: true, updated: '2022-05-25' }],
    ['stock.stockitem', 2, { part: 2, uid: '', infinite: false, updated: '2022-05-25' }]
  )
  t.match(one('stock.stockitem', 1), { barcode_hash: 'abc123', updated: '2022-05-25T00:00:00Z' })
  t.strictSame(translated('stock.stockitem.uid'), [['stock.stockitem.uid → barcode_hash (0.9)', 1]])
  t.match(translated('stock.stockitem.updated'), [[/the beginning of that day/, 2]])
  t.match(leftOut('stock.stockitem.infinite'), [[/stock that never ends/, 1]])
})

t.test('before 0.12 a company had one address, and a pack a size', async (t) => {
  const long = `${'Long Street 1, '.repeat(9)}Town`
  const { of, one, report } = await imported(
    t,
    ['company.company', 1, { name: 'Shop', address: '10 Address Street\r\nCity' }],
    ['company.company', 2, { name: 'Far away', address: long }],
    ['company.company', 3, { name: 'Nowhere', address: '' }],
    ['company.supplierpart', 1, { part: 2, supplier: 1, SKU: 'S-1', pack_size: '25.00000' }]
  )
  t.match(
    of('company.address').map(({ fields }) => fields),
    [{ company: 1, title: 'Primary', primary: true, line1: '10 Address Street City', line2: '' }, { company: 2 }]
  )
  const { line1, line2, shipping_notes } = of('company.address')[1]!.fields as Record<string, string>
  t.equal([line1, line2, shipping_notes].join(''), long, 'nothing of a long one is lost')
  t.ok(line1!.length <= 50 && line2!.length <= 50)
  t.match(one('company.supplierpart', 1), { pack_quantity: '25', pack_quantity_native: '25.0000000000' })
  t.equal(report.passedOver.size, 0)
})

t.test('before 0.12 build orders had no lines; allocations named the BOM line', async (t) => {
  const { of, one, leftOut } = await imported(
    t,
    ['part.part', 3, { name: 'Chair', variant_of: 1, assembly: true }],
    ['part.bomitem', 4, { part: 3, sub_part: 2, quantity: '2.50000' }],
    ['part.bomitem', 5, { part: 1, sub_part: 2, quantity: '1.00000', inherited: true }],
    ['part.bomitem', 6, { part: 1, sub_part: 2, quantity: '7.00000', inherited: false }],
    ['build.build', 1, { reference: 'BO-1', part: 3, quantity: 4 }],
    ['build.builditem', 9, { build: 1, bom_item: 5, stock_item: 1, quantity: '3.00000' }],
    ['build.builditem', 10, { build: 1, bom_item: null, stock_item: 1, quantity: '1.00000' }]
  )
  t.match(
    of('build.buildline').map(({ fields }) => fields),
    [
      { build: 1, bom_item: 4, quantity: '10.00000' },
      { build: 1, bom_item: 5, quantity: '4.00000' }
    ],
    'its own lines and those that templates hand down'
  )
  t.equal(of('build.buildline').length, 2)
  t.match(one('build.builditem', 9), { build_line: of('build.buildline')[1]!.pk, quantity: '3.00000' })
  t.match(one('build.builditem', 10), { build_line: null })
  t.match(leftOut('build.builditem'), [[/names no BOM line/, 1]])
})

t.test('before 0.13 a user was responsible for a part; icons of locations had another name', async (t) => {
  const { one, of, leftOut } = await imported(
    t,
    ['part.part', 3, { name: 'Chair', responsible: 2 }],
    ['stock.stocklocation', 1, { name: 'Shelf', icon: 'fas fa-box' }],
    ['stock.stockitem', 1, { part: 2, review_needed: true }]
  )
  const owner = of('users.owner').find(({ pk }) => pk === one('part.part', 3)!.responsible_owner)
  t.match(owner?.fields, { owner_type: ['auth', 'user'], owner_id: 2 })
  t.match(one('stock.stocklocation', 1), { custom_icon: 'fas fa-box' })
  t.match(leftOut('stock.stockitem.review_needed'), [[/has a state for that/, 1]])
})

t.test('before 0.14 there were no owners in a file: groups are numbered first, then users', async (t) => {
  const { of, one, report, leftOut } = await imported(
    t,
    ['build.build', 1, { reference: 'BO-1', part: 3, responsible: 3 }],
    ['build.build', 2, { reference: 'BO-2', part: 3, responsible: 44 }]
  )
  t.strictSame(
    of('users.owner').map(({ pk, fields }) => [pk, fields.owner_type, fields.owner_id]),
    [
      [1, ['auth', 'group'], 1],
      [2, ['auth', 'user'], 1],
      [3, ['auth', 'user'], 2]
    ]
  )
  t.match([one('build.build', 1), one('build.build', 2)], [{ responsible: 3 }, { responsible: null }])
  t.match(leftOut('build.build.responsible'), [[/has no owners, and not as many/, 1]])
  t.match(report.warnings.at(-1), /See whether those who are responsible are the right ones/)
})

t.test('before 0.14 the kind of an owner and of what is tagged was a bare number', async (t) => {
  const { of, leftOut } = await imported(
    t,
    ['users.owner', 5, { owner_type: 84, owner_id: 1 }],
    ['users.owner', 6, { owner_type: 85, owner_id: 2 }],
    ['taggit.tag', 1, { name: 'new', slug: 'new' }],
    ['taggit.taggeditem', 1, { tag: 1, content_type: 12, object_id: 3 }],
    ['taggit.taggeditem', 2, { tag: 1, content_type: 13, object_id: 1 }]
  )
  t.match(
    of('users.owner').filter(({ pk }) => pk < 7),
    [
      { pk: 5, fields: { owner_type: ['auth', 'group'], owner_id: 1 } },
      { pk: 6, fields: { owner_type: ['auth', 'user'], owner_id: 2 } }
    ]
  )
  t.match(of('taggit.taggeditem'), [{ pk: 1, fields: { content_type: ['part', 'part'] } }], 'only a part has that key')
  t.equal(of('taggit.taggeditem').length, 1)
  t.match(leftOut('taggit.taggeditem'), [[/several models fit/, 1]])
})

t.test('before 0.14 test results named their test', async (t) => {
  const { one, of, translated } = await imported(
    t,
    ['part.parttesttemplate', 1, { part: 1, test_name: 'Firmware Version' }],
    [
      'stock.stockitemtestresult',
      1,
      { stock_item: 1, test: 'firmware version', result: true, date: '2022-05-25T01:00:00Z' }
    ],
    ['stock.stockitemtestresult', 2, { stock_item: 1, test: 'Smoke', result: true, date: '2022-05-25T01:00:00Z' }],
    ['stock.stockitemtestresult', 3, { stock_item: 1, test: 'smoke', result: false, date: '2022-05-26T01:00:00Z' }]
  )
  t.match(one('part.parttesttemplate', 1), { key: 'firmwareversion', enabled: true })
  t.match(
    of('stock.stockitemtestresult').map(({ fields }) => fields.template),
    [1, 2, 2]
  )
  t.match(one('part.parttesttemplate', 2), { part: 1, test_name: 'Smoke', key: 'smoke', required: false })
  t.strictSame(translated('stock.stockitemtestresult.test'), [
    ['stock.stockitemtestresult.test → template (0.14)', 3],
    ['stock.stockitemtestresult.test → a new part.parttesttemplate (0.14)', 1]
  ])
})

t.test('before 0.16 each kind of record had attachments of its own', async (t) => {
  const file = { attachment: 'part_files/2/a.pdf', comment: 'Sheet', user: 1, upload_date: '2021-11-15' }
  const { of, report } = await imported(
    t,
    ['part.partattachment', 1, { part: 2, link: null, ...file }],
    [
      'stock.stockitemattachment',
      1,
      { stock_item: 1, attachment: '', link: 'https://example.com', comment: '', user: null }
    ],
    ['company.companyattachment', 1, { company: 1, ...file }],
    ['company.manufacturerpartattachment', 1, { manufacturer_part: 1, ...file }],
    ['build.build', 1, { reference: 'BO-1', part: 3 }],
    ['build.buildorderattachment', 1, { build: 1, ...file }],
    ['order.purchaseorder', 1, { reference: 'PO-1', supplier: 1 }],
    ['order.purchaseorderattachment', 1, { order: 1, ...file }],
    ['part.partcategory', 1, { name: 'Bolts', icon: 'fas fa-box' }]
  )
  t.strictSame(
    of('common.attachment')
      .map(({ fields }) => `${String(fields.model_type)} ${String(fields.model_id)}`)
      .toSorted(),
    ['build 1', 'company 1', 'manufacturerpart 1', 'part 2', 'purchaseorder 1', 'stockitem 1']
  )
  t.match(of('common.attachment').find(({ fields }) => fields.model_type === 'part')?.fields, {
    attachment: 'part_files/2/a.pdf',
    comment: 'Sheet',
    upload_user: ['olga'],
    upload_date: '2021-11-15'
  })
  t.match(of('part.partcategory'), [{ fields: { _icon: 'fas fa-box' } }])
  t.equal(report.skipped.size, 0)
})

t.test('before 0.17 what was trackable could be tested', async (t) => {
  const { one } = await imported(t)
  t.match([one('part.part', 1), one('part.part', 3)], [{ testable: true }, { testable: false }])
})

t.test('before 1.0 a BOM line had an overage, and stocktakes a note', async (t) => {
  const line = { part: 3, sub_part: 2, quantity: '2.00000' }
  const { one, leftOut } = await imported(
    t,
    ['part.part', 3, { name: 'Chair', bom_checksum: 'abc', last_stocktake: '2023-01-06' }],
    ['part.bomitem', 1, { ...line, overage: '5%' }],
    ['part.bomitem', 2, { ...line, overage: ' 3 ' }],
    ['part.bomitem', 3, { ...line, overage: '' }],
    ['part.bomitem', 4, { ...line, overage: 'a few' }],
    ['part.partstocktake', 1, { part: 3, date: '2023-01-06', quantity: '4.00000', note: 'None in stock', user: 1 }]
  )
  const wasted = (pk: number) => [one('part.bomitem', pk)!.attrition, one('part.bomitem', pk)!.setup_quantity]
  t.strictSame([1, 2, 3, 4].map(wasted), [
    ['5.000', '0.00000'],
    ['0.000', '3.00000'],
    ['0.000', '0.00000'],
    ['0.000', '0.00000']
  ])
  t.match(one('part.bomitem', 1), { raw_amount: '2' })
  t.match(leftOut('part.'), [
    [/^part\.part: its BOM was validated/, 1],
    [/^part\.part\.last_stocktake/, 1],
    [/^part\.partstocktake\.note/, 1],
    [/^part\.partstocktake\.user/, 1],
    [/^part\.bomitem\.overage: is neither/, 1]
  ])
})

t.test('before 1.2 parameters lay in tables of their own', async (t) => {
  const { of, one, report } = await imported(
    t,
    ['part.partparametertemplate', 7, { name: 'Length', units: 'mm' }],
    ['part.partparameter', 4, { part: 2, template: 7, data: '2 cm' }],
    ['part.partparameter', 9, { part: 3, template: 7, data: '12', data_numeric: 12.0 }],
    ['company.manufacturerpartparameter', 4, { manufacturer_part: 1, name: 'Length', value: '3', units: 'mm' }],
    ['company.manufacturerpartparameter', 5, { manufacturer_part: 1, name: 'Colour', value: 'red', units: null }],
    ['part.partcategoryparametertemplate', 1, { category: 1, parameter_template: 7, default_value: '5' }],
    ['common.inventreesetting', 1, { key: 'PART_PARAMETER_ENFORCE_UNITS', value: 'False' }]
  )
  t.match(one('common.parametertemplate', 7), { name: 'Length', units: 'mm', model_type: null })
  t.match(one('common.parameter', 4), { model_type: ['part', 'part'], model_id: 2, template: 7, data_numeric: 20 })
  t.match(one('common.parameter', 9), { data: '12', data_numeric: 12 })
  const ofManufacturerPart = of('common.parameter').filter(({ fields }) => String(fields.model_type) !== 'part,part')
  t.match(
    ofManufacturerPart.map(({ fields }) => fields),
    [
      { model_type: ['company', 'manufacturerpart'], model_id: 1, template: 7, data: '3', data_numeric: 3 },
      { model_id: 1, data: 'red' }
    ]
  )
  t.match(one('common.parametertemplate', ofManufacturerPart[1]!.fields.template as number), { name: 'Colour' })
  t.match(one('part.partcategoryparametertemplate', 1), { template: 7, default_value: '5' })
  t.match(one('common.inventreesetting', 1), { key: 'PARAMETER_ENFORCE_UNITS', value: 'False' })
  t.equal(report.skipped.size, 0)
})

t.test('before 1.3 a part named its supplier, and roles on parts were those on BOMs', async (t) => {
  const { one, of, leftOut } = await imported(
    t,
    ['part.part', 2, { name: 'Bolt', default_supplier: 1 }],
    ['part.part', 3, { name: 'Chair', default_supplier: 1 }],
    ['users.ruleset', 1, { name: 'part', group: 1, can_view: true, can_change: true }],
    [
      'stock.stockitemtracking',
      1,
      { item: 1, tracking_type: 1, date: '2021-07-28T14:37:51.084Z', notes: '', deltas: {} }
    ],
    ['stock.stockitemtracking', 2, { item: null, tracking_type: 10, date: '2021-07-29T14:37:51.084Z' }]
  )
  t.match(one('company.supplierpart', 1), { primary: true })
  t.match(leftOut('part.part.default_supplier'), [[/no supplier part of the part/, 1]])
  const bom = of('users.ruleset').find(({ fields }) => fields.name === 'bom')
  t.match(bom?.fields, { group: ['makers'], can_view: true, can_add: false, can_change: true })
  t.match(one('stock.stockitem', 1), { creation_date: '2021-07-28T14:37:51.084Z' }, 'its history says when it came')
  t.match([one('stock.stockitemtracking', 1), one('stock.stockitemtracking', 2)], [{ part: 2 }, { part: null }])
})

t.test('states may be words, or numbers as text', async (t) => {
  const { one } = await imported(
    t,
    ['build.build', 1, { reference: 'BO-1', part: 3, status: 'Production' }],
    ['stock.stockitem', 1, { part: 2, status: 'attention needed' }],
    ['stock.stockitem', 2, { part: 2, status: '55' }],
    ['order.salesorder', 1, { reference: 'SO-1', customer: 1, status: 'IN_PROGRESS' }]
  )
  t.match([one('build.build', 1), one('order.salesorder', 1)], [{ status: 20 }, { status: 15 }])
  t.match([one('stock.stockitem', 1), one('stock.stockitem', 2)], [{ status: 50 }, { status: 55 }])
})

t.test('what an import is given is left as it was', async (t) => {
  const records = BASE.map(([model, pk, fields]) => ({ model, pk, fields }))
  records.push({ model: 'stock.stocklocation', pk: 1, fields: { name: 'Shelf', icon: 'x' } })
  const before = structuredClone(records)
  await importRecords(await fresh(t), records)
  t.strictSame(records, before)
})

for (const [name, expected] of [
  ['2022-05', { 'common.parameter': 183, 'build.buildline': 347, 'part.part': 113, 'stock.stockitem': 321 }],
  ['2023-05', { 'common.parameter': 1155, 'build.buildline': 361, 'part.part': 411, 'stock.stockitem': 1077 }]
] as const) {
  const file = `${OLD}${name}.json`
  t.test(
    `the inventory as a server of ${name} wrote it: every record is taken, or counted with the reason`,
    { skip: !existsSync(file) && 'it is not at hand' },
    async (t) => {
      const text = readFileSync(file, 'utf8')
      const { taken, skipped, passedOver, invalid, emptied } = await importRecords(await fresh(t), text)
      t.match(Object.fromEntries(taken), expected)
      t.strictSame([passedOver.size, invalid.count, emptied.size], [0, 0, 0])
      const without = [...skipped.keys()].filter(
        (model) => !/^(report|label|plugin|sites|common\.newsfeedentry|users\.ruleset "stocktake")/.test(model)
      )
      t.strictSame(without, [])
    }
  )
}
