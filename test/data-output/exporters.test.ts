import t, { type Test } from 'tap'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MOST } from '#modules/bom/exporter.walk.ts'
import { build, type House } from '../helper.ts'

type Row = Record<string, string>

/** A server, and what reads an export as somebody: rows by heading. */
async function exporting(test: Test) {
  const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-exporters-'))
  const house: House = await build(test, { mediaRoot })
  const read = async (url: string, name = 'admin'): Promise<Row[]> => {
    const { status, body } = await house.as(name).get(url)
    test.equal(status, 200, url)
    test.equal(body.errors, null)
    const text = readFileSync(join(mediaRoot, body.output.replace('/media/', '')), 'utf8')
    const [headings = [], ...rows] = text
      .split('\r\n')
      .slice(0, -1)
      .map((line) => line.split(','))
    return rows.map((row) => Object.fromEntries(row.map((cell, at) => [headings[at]!, cell])))
  }
  return { ...house, read }
}

/** A lamp of two boards, each of four bolts; a nut may replace a bolt. */
async function lamps({ make }: House) {
  const part = (name: string, more = {}) => make('/api/part/', { name, ...more })
  const lamp = await part('Lamp', { assembly: true })
  const board = await part('Board', { assembly: true })
  const bolt = await part('Bolt', { purchaseable: true })
  const nut = await part('Nut')
  await make('/api/bom/', { part: lamp.pk, sub_part: board.pk, quantity: 2 })
  const line = await make('/api/bom/', { part: board.pk, sub_part: bolt.pk, quantity: 4 })
  await make('/api/bom/substitute/', { bom_item: line.pk, part: nut.pk })
  const company = await make('/api/company/', { name: 'Makers', is_manufacturer: true, is_supplier: true })
  const made = await make('/api/company/part/manufacturer/', { part: bolt.pk, manufacturer: company.pk, MPN: 'M-1' })
  const bought = { part: bolt.pk, supplier: company.pk, SKU: 'S-1', manufacturer_part: made.pk }
  await make('/api/company/part/', bought)
  await make('/api/company/part/', { part: bolt.pk, supplier: company.pk, SKU: 'S-2' })
  const template = await make('/api/parameter/template/', { name: 'Thread' })
  await make('/api/parameter/', { model_type: 'part.part', model_id: bolt.pk, template: template.pk, data: 'M3' })
  return { lamp: lamp.pk, bolt: bolt.pk, template: template.pk }
}

const BOM = '/api/bom/?export=true&export_plugin=bom-exporter'

t.test('the exporter of bills goes down into them, and adds what can be bought', async (t) => {
  const house = await exporting(t)
  const { lamp } = await lamps(house)
  const rows = await house.read(`${BOM}&part=${lamp}`)
  t.strictSame(
    rows.map((row) => [row['Component.Name'], row['BOM Level'], row.Quantity, row['Total Quantity']]),
    [
      ['Board', '1', '2.0', '2.0'],
      ['Bolt', '2', '4.0', '8.0']
    ]
  )
  t.match(rows[1], {
    'Substitute 1': 'Nut',
    'Supplier 1': 'Makers',
    'Supplier 1 SKU': 'S-1',
    'Supplier 1 MPN': 'M-1',
    'Supplier 2 SKU': 'S-2',
    'Supplier 2 MPN': '',
    'Manufacturer 1': 'Makers',
    'Manufacturer 1 MPN': 'M-1',
    Thread: 'M3',
    'On Order': '0.0'
  })
  t.match(rows[0], { 'Supplier 1': '', Thread: '' })
  t.equal((await house.read(`${BOM}&part=${lamp}&export_levels=1`)).length, 1)
})

t.test('its options leave columns out', async (t) => {
  const house = await exporting(t)
  const { lamp } = await lamps(house)
  const parts = ['total_quantity', 'substitute_data', 'supplier_data', 'manufacturer_data', 'parameter_data']
  const options = [...parts, 'stock_data', 'pricing_data'].map((name) => `&export_${name}=false`).join('')
  const [row] = await house.read(`${BOM}&part=${lamp}${options}`)
  const added = Object.keys(row!).filter((name) =>
    /^(Total|Substitute|Supplier|Manufacturer|Thread|On Order|Can Build|Pricing)/.test(name)
  )
  t.strictSame(added, [])
  t.equal(row!['BOM Level'], '1')
})

t.test('who may see neither parts nor orders finds no suppliers in a bill', async (t) => {
  const house = await exporting(t)
  const { lamp } = await lamps(house)
  await house.makeUser({ name: 'nils', roles: { bom: ['view'] } })
  const rows = await house.read(`${BOM}&part=${lamp}`, 'nils')
  t.equal(rows.length, 2)
  t.notOk(Object.keys(rows[1]!).some((name) => /^(Supplier|Manufacturer|Thread)/.test(name)))
  t.equal(rows[1]!['Component.Name'], '')
})

t.test('levels out of bounds, and bills that are too long → 400', async (t) => {
  const house = await exporting(t)
  const { lamp } = await lamps(house)
  const { get } = house.as('admin')
  t.match(await get(`${BOM}&export_levels=51`), {
    status: 400,
    body: { export_levels: ['Ensure this value is less than or equal to 50.'] }
  })
  t.match((await get(`${BOM}&export_levels=all`)).body, { export_levels: [/whole|number|integer/] })
  t.match((await get('/api/part/?export=true&export_plugin=bom-exporter')).body, {
    export_plugin: ['"bom-exporter" is not a valid choice.']
  })
  const { lines } = MOST
  t.teardown(() => {
    MOST.lines = lines
  })
  MOST.lines = 1
  const { status, body } = await get(`${BOM}&part=${lamp}`)
  t.equal(status, 400)
  t.match(body, { non_field_errors: [/more than the 1 lines/] })
  const [output] = (await get('/api/data-output/')).body
  t.match(output, { complete: true, output: null, errors: { error: /more than the 1 lines/ } })
})

t.test('a column for each parameter that a record has, of enabled templates unless told otherwise', async (t) => {
  const house = await exporting(t)
  const { bolt, template } = await lamps(house)
  const url = '/api/part/?export=true&export_plugin=parameter-exporter'
  const rows = await house.read(url)
  t.equal(rows.find((row) => row.ID === String(bolt))!.Thread, 'M3')
  t.equal(rows.length, 4)
  t.notOk('Thread' in (await house.read(`${url}&search=Lamp`))[0]!, 'none of these has it')
  await house.as('admin').patch(`/api/parameter/template/${template}/`, { enabled: false })
  t.notOk('Thread' in (await house.read(url))[0]!)
  t.ok('Thread' in (await house.read(`${url}&export_exclude_inactive_parameters=false`))[0]!)
  const { pk } = await house.make('/api/company/', { name: 'Shop' })
  const own = await house.make('/api/parameter/template/', { name: 'Zone' })
  await house.make('/api/parameter/', { model_type: 'company.company', model_id: pk, template: own.pk, data: '7' })
  const companies = await house.read('/api/company/?export=true&export_plugin=parameter-exporter&search=Shop')
  t.match(companies, [{ 'Company name': 'Shop', Zone: '7' }])
})

t.test('a stocktake has how much there is of each part, and what it is worth', async (t) => {
  const house = await exporting(t)
  const { make, read } = house
  const { pk: part } = await make('/api/part/', { name: 'Bolt', IPN: 'B-1' })
  const { pk: away } = await make('/api/stock/location/', { name: 'Away', external: true })
  await house.insert('part_pricing', { part_id: part, overall_min: 2, overall_max: 3 } as never)
  await make('/api/stock/', { part, quantity: 5 })
  await make('/api/stock/', { part, quantity: 10, location: away })
  const url = '/api/part/?export=true&export_plugin=inventree-stocktake-exporter'
  t.equal((await house.as('admin').get(url)).status, 400, 'its plugin is off')
  await house.as('admin').patch('/api/plugins/inventree-stocktake-exporter/activate/', {})
  const [row] = await read(url)
  t.match(row, { ID: String(part), IPN: 'B-1', Name: 'Bolt', 'Stock Items': '2', Quantity: '5.0', Currency: 'USD' })
  t.match(row, { 'Minimum Unit Cost': '2.0', 'Minimum Total Cost': '10.0', 'Maximum Total Cost': '15.0' })
  t.match(await read(`${url}&export_include_external_items=true&export_pricing_data=false`), [{ Quantity: '15.0' }])
  t.notOk('Currency' in (await read(`${url}&export_pricing_data=false`))[0]!)
})

t.test('OPTIONS tells the exporters of a list, and the options of the one that is chosen', async (t) => {
  const { as } = await exporting(t)
  const told = async (url: string) => (await as('admin').options(url)).body.actions.GET
  t.strictSame(Object.keys(await told('/api/project-code/?export=true')), ['export_format', 'export_plugin'])
  const plugins = (fields: any) => fields.export_plugin.choices.map(({ value }: { value: string }) => value)
  const plain = await told('/api/bom/?export=true')
  t.strictSame(Object.keys(plain), ['export_format', 'export_plugin'])
  t.strictSame(plugins(plain), ['inventree-exporter', 'bom-exporter'])
  const chosen = await told('/api/bom/?export=true&export_plugin=bom-exporter')
  t.match(chosen, {
    export_levels: { type: 'integer', label: 'Levels', min_value: 0, max_value: 50, default: 0, required: false },
    export_total_quantity: { type: 'boolean', label: 'Total Quantity', default: true },
    export_supplier_data: { type: 'boolean', default: true }
  })
  t.equal(Object.keys(chosen).length, 10)
  t.strictSame(plugins(await told('/api/company/?export=true')), ['inventree-exporter', 'parameter-exporter'])
  t.strictSame(
    plugins(await told('/api/part/?export=true')),
    ['inventree-exporter', 'parameter-exporter'],
    'one is off'
  )
  t.match(await told('/api/part/?export=true&export_plugin=parameter-exporter'), {
    export_exclude_inactive_parameters: { type: 'boolean', default: true }
  })
})
