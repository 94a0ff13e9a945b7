import t from 'tap'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DB } from '#db/tables.ts'
import { build } from '../helper.ts'
import { importAll } from '../support/importing.ts'

const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-roundtrip-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))
const { as, db, make } = await build(t, { mediaRoot })
const admin = as('admin')

// What an export holds in every form: texts that spreadsheets would run, decimals, nothing, records by their keys.
await make('/api/part/category/', { name: 'Passives' })
await make('/api/part/category/', { name: 'Resistors', parent: 1 })
await make('/api/stock/location/', { name: 'Shelf' })
await make('/api/company/', { name: 'Maker, "the" best', is_manufacturer: true, currency: 'EUR', email: 'a@b.example' })
await make('/api/company/', { name: 'Seller', description: '=1+1', is_supplier: true, currency: 'USD', link: '' })
await make('/api/part/', { name: 'R 4k7', IPN: 'R-47', category: 2, minimum_stock: 2.5, description: '-cmd|calc' })
await make('/api/part/', {
  name: 'Board',
  assembly: true,
  notes: 'Two\nlines',
  link: 'https://example.org/',
  units: 'm'
})
await make('/api/part/', { name: 'Sensor _x0041_', trackable: true, default_location: 1 })
await make('/api/company/part/', { part: 1, supplier: 2, SKU: 'S-1' })
await make('/api/bom/', { part: 2, sub_part: 1, quantity: 3, reference: 'R1-R3', note: '@home' })
await make('/api/bom/', { part: 2, sub_part: 3, quantity: 4, attrition: 2, optional: true })
await make('/api/stock/', {
  part: 1,
  quantity: 12.5,
  location: 1,
  supplier_part: 1,
  purchase_price: 0.01234,
  batch: 'B1'
})
await make('/api/stock/', { part: 3, quantity: 2, serial_numbers: '1-2' })
// Whatever is said of an item with a serial number, it stays when it is used up.
for (const pk of [2, 3]) await admin.patch(`/api/stock/${pk}/`, {})
await make('/api/parameter/template/', { name: 'Resistance', units: 'ohm' })
await make('/api/parameter/', { template: 1, model_type: 'part.part', model_id: 1, data: '4.7 kohm', note: '' })

const TABLES = ['part', 'company', 'bom_item', 'stock_item', 'stock_tracking', 'parameter'] as const

/** All rows that an import might change; when parameters were written is told anew with every write. */
async function everything() {
  const rows = await Promise.all(
    TABLES.map(
      async (table: keyof DB) =>
        await db
          .selectFrom(table as 'part')
          .selectAll()
          .orderBy('id')
          .execute()
    )
  )
  return rows.map((some) => some.map((row) => ({ ...row, updated: undefined, updated_by_id: undefined })))
}

for (const [model, address] of [
  ['part', '/api/part/'],
  ['company', '/api/company/'],
  ['bomitem', '/api/bom/'],
  ['stockitem', '/api/stock/'],
  ['parameter', '/api/parameter/']
] as const)
  for (const format of ['csv', 'tsv', 'xlsx'])
    t.test(`an export of ${address} as ${format} that is imported again changes nothing`, async (t) => {
      const before = await everything()
      const { output, complete } = (await admin.get(`${address}?export=true&export_format=${format}`)).body
      t.ok(complete)
      const content = readFileSync(join(mediaRoot, output.replace('/media/', '')))
      await importAll(admin, model, { name: `again.${format}`, content, update_records: 'true' })
      t.strictSame(await everything(), before)
    })

t.test('texts that look guarded already stay what they are in separated text', async (t) => {
  for (const [name, description] of [
    ['Quoted', "'=1+1"],
    ['Quoted twice', "''-cmd"]
  ])
    await make('/api/part/', { name, description })
  const before = await everything()
  for (const format of ['csv', 'tsv']) {
    const { output } = (await admin.get(`/api/part/?export=true&export_format=${format}`)).body
    const content = readFileSync(join(mediaRoot, output.replace('/media/', '')))
    await importAll(admin, 'part', { name: `again.${format}`, content, update_records: 'true' })
    t.strictSame(await everything(), before)
  }
})
