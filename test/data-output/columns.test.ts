import t, { type Test } from 'tap'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportColumns } from '#contract/export-columns.ts'
import { recordOf } from '#contract/fields.ts'
import { isExportable } from '#contract/document.ts'
import { decimalText } from '#contract/text.ts'
import { build, type House } from '../helper.ts'
import { contract } from '../support/contract.ts'

/** A server, and what reads an export of it: the headings, and rows by heading. */
async function exporting(test: Test, config = {}) {
  const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-columns-'))
  const house: House = await build(test, { mediaRoot, ...config })
  const read = async (url: string) => {
    const { status, body } = await house.as('admin').get(`${url}${url.includes('?') ? '&' : '?'}export=true`)
    test.equal(status, 200, url)
    const text = readFileSync(join(mediaRoot, body.output.replace('/media/', '')), 'utf8')
    const [headings = [], ...rows] = text
      .split('\r\n')
      .slice(0, -1)
      .map((line) => line.split(','))
    return { headings, rows: rows.map((row) => Object.fromEntries(row.map((cell, at) => [headings[at], cell]))) }
  }
  return { ...house, read }
}

t.test('an order of fields in the contract names each field of its record once', async (t) => {
  const schemas = contract.document.components.schemas
  const ordered = Object.values<any>(schemas).filter((schema) => schema['x-order'])
  t.ok(ordered.length > 10)
  for (const schema of ordered) {
    const names = Object.keys(recordOf(contract, { ...schema, 'x-order': undefined })!.properties!)
    t.strictSame(schema['x-order'].toSorted(), names.toSorted(), schema.description)
  }
})

t.test('what an export asks of a list are parameters that the list has', async (t) => {
  for (const { id, query, exportWith } of contract.operations.filter(isExportable))
    for (const name of exportWith)
      t.ok(
        query.some((parameter) => parameter.name === name),
        `${id} ${name}`
      )
})

t.test('every column that a list can have is headed', async (t) => {
  for (const operation of contract.operations.filter(isExportable)) {
    const all = Object.fromEntries(operation.query.map(({ name }) => [name, 'true']))
    const headings = exportColumns(contract, operation, all).map(({ heading }) => heading)
    t.ok(headings.length > 2 && headings.every((heading) => /^\S/.test(heading)), `${operation.id}: ${headings}`)
  }
})

t.test('decimals have a place at least, and an exponent where they are very large or small', async (t) => {
  const texts = [0, 4, -4, 4.25, 1e15, 1e16, 1.5e21, 0.0001, 0.00001, 2.5e-7].map(decimalText)
  t.strictSame(texts, [
    '0.0',
    '4.0',
    '-4.0',
    '4.25',
    '1000000000000000.0',
    '1e+16',
    '1.5e+21',
    '0.0001',
    '1e-05',
    '2.5e-07'
  ])
})

t.test('columns stand in the order of the contract, decimals as such, also where a list is empty', async (t) => {
  const { read, make } = await exporting(t)
  const empty = await read('/api/part/internal-price/')
  t.strictSame(empty.headings, ['ID', 'Part', 'Quantity', 'Price', 'Currency'])
  const part = await make('/api/part/', { name: 'Bolt', notes: 'keep dry', purchaseable: true })
  await make('/api/part/internal-price/', { part: part.pk, quantity: 10, price: 4, price_currency: 'USD' })
  const { headings, rows } = await read('/api/part/internal-price/')
  t.strictSame(headings, empty.headings)
  t.strictSame(rows, [{ ID: '1', Part: String(part.pk), Quantity: '10.0', Price: '4.0', Currency: 'USD' }])
  const parts = await read('/api/part/')
  t.strictSame(parts.headings.slice(0, 5), ['Active', 'Assembly', 'Barcode Hash', 'Category', 'Category Name'])
  t.match(parts.rows, [{ Name: 'Bolt', Notes: 'keep dry', 'Creation user': '1', 'In Stock': '0.0' }])
})

t.test('records within a record have the columns that the contract names, where the list shows them', async (t) => {
  const { read, make } = await exporting(t)
  const { pk: part } = await make('/api/part/', { name: 'Bolt', IPN: 'B-1' })
  const { pk: location } = await make('/api/stock/location/', { name: 'Shelf' })
  await make('/api/stock/', { part, location, quantity: 3 })
  const plain = await read('/api/stock/')
  t.match(plain.rows, [{ Quantity: '3.0', 'Part.Ipn': 'B-1', 'Part.Name': 'Bolt' }])
  t.notOk(plain.headings.some((heading) => heading.startsWith('Location.')))
  t.notOk(plain.headings.includes('Tracking Items'))
  const more = await read('/api/stock/?location_detail=true&part_detail=false')
  t.match(more.rows, [{ 'Location.Name': 'Shelf', 'Location.Path': 'Shelf' }])
  t.notOk(more.headings.some((heading) => heading.startsWith('Part.')))
  const tracking = await read('/api/stock/track/')
  t.ok(tracking.headings.includes('Deltas'))
  const bom = await read('/api/bom/')
  t.ok(bom.headings.includes('Component.Ipn') && bom.headings.includes('Pricing updated'))
  t.ok((await read('/api/company/part/?pretty=true')).headings.includes('Pretty Name'))
  t.notOk((await read('/api/company/part/')).headings.includes('Pretty Name'))
})

t.test('what a stock item went through is one text, its amounts decimals', async (t) => {
  const { read, make, as } = await exporting(t)
  const { pk: part } = await make('/api/part/', { name: 'Bolt' })
  const [{ pk }] = (await as('admin').post('/api/stock/', { part, quantity: 3 })).body
  await as('admin').post('/api/stock/add/', { items: [{ pk, quantity: 2 }] })
  const { rows } = await read('/api/stock/track/?ordering=date')
  const whole = JSON.stringify(rows)
  t.match(whole, /'added': 2\.0/)
  t.match(whole, /'quantity': 5\.0/)
})

t.test('an allocation to a build names the part that the bill asks for', async (t) => {
  const { read, make, as } = await exporting(t)
  const { pk: assembly } = await make('/api/part/', { name: 'Lamp', assembly: true })
  const { pk: part } = await make('/api/part/', { name: 'Bolt' })
  await make('/api/bom/', { part: assembly, sub_part: part, quantity: 2 })
  const { pk: build } = await make('/api/build/', { part: assembly, quantity: 1, reference: 'BO-0001' })
  const [{ pk: stock_item }] = (await as('admin').post('/api/stock/', { part, quantity: 9 })).body
  const [line] = (await as('admin').get(`/api/build/line/?build=${build}`)).body
  await make('/api/build/item/', { build_line: line.pk, stock_item, quantity: 2 })
  const { rows } = await read('/api/build/item/')
  t.match(rows, [
    {
      'BOM Part ID': String(part),
      'BOM Part Name': 'Bolt',
      'Build.Reference': 'BO-0001',
      'Stock Item.Quantity': '9.0',
      'Part.Name': 'Bolt'
    }
  ])
  t.match((await read('/api/build/line/')).rows, [{ 'Build.Reference': 'BO-0001', 'Part Category Name': '' }])
  t.notOk('bom_part_id' in (await as('admin').get('/api/build/item/')).body[0], 'answers do not have them')
})

t.test('the guard against formulas can be switched off', async (t) => {
  const { read, make } = await exporting(t, { guardFormulas: false })
  await make('/api/project-code/', { code: 'C', description: '=1+A1' })
  t.match((await read('/api/project-code/')).rows, [{ Description: '=1+A1' }])
})
