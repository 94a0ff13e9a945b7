import t from 'tap'
import { build } from '../helper.ts'
import { accept, begin, importAll, rowsOf } from '../support/importing.ts'

const { as, make } = await build(t)
const admin = as('admin')

const { pk: digikey } = await make('/api/company/', { name: 'DigiKey', is_supplier: true, currency: 'USD' })
const { pk: lcsc } = await make('/api/company/', { name: 'LCSC', is_supplier: true, currency: 'USD' })
const { pk: samsung } = await make('/api/company/', { name: 'Samsung', is_manufacturer: true, currency: 'USD' })

/** A part with what makers and sellers call it. */
async function part(name: string, { IPN = '', MPN, SKU }: { IPN?: string; MPN?: string; SKU?: [number, string] } = {}) {
  const { pk } = await make('/api/part/', { name, IPN, component: true, purchaseable: true })
  if (MPN) await make('/api/company/part/manufacturer/', { part: pk, manufacturer: samsung, MPN })
  const sold = SKU && (await make('/api/company/part/', { part: pk, supplier: SKU[0], SKU: SKU[1] }))
  return { pk: pk as number, supplierPart: sold?.pk as number | undefined }
}

const capacitor = await part('C 100n 0402', { MPN: 'CL05B104KO5NNNC', SKU: [lcsc, 'C1525'] })
const resistor = await part('R 10k 0402', { IPN: 'R-10K-0402', SKU: [digikey, '311-10.0KLRCT-ND'] })
const mcu = await part('STM32G031F6P6', { SKU: [digikey, '497-STM32G031F6P6-ND'] })

t.test('a bill of materials from KiCad, its parts by MPN, IPN, SKU and name', async (t) => {
  const { pk: board } = await make('/api/part/', { name: 'Sensor board', assembly: true })
  const content = [
    '"Reference","Value","Footprint","Qty","DNP","Part number"',
    '"C1,C2,C5","100nF","Capacitor_SMD:C_0402_1005Metric","3","","CL05B104KO5NNNC"',
    '"R1,R2","10k","Resistor_SMD:R_0402_1005Metric","2","","R-10K-0402"',
    '"U1","STM32G031F6P6","Package_SO:TSSOP-20_4.4x6.5mm_P0.65mm","1","","497-STM32G031F6P6-ND"',
    '"R9","10k","Resistor_SMD:R_0402_1005Metric","1","DNP","R 10k 0402"',
    '"J1","Conn_01x04","Connector:PinHeader_1x04","1","","no such part"'
  ].join('\n')
  const { session, rows } = await rowsOf(
    admin,
    'bomitem',
    { name: 'sensor.csv', content, field_overrides: JSON.stringify({ part: board }) },
    { sub_part: 'Part number', quantity: 'Qty', note: 'Value' }
  )
  t.strictSame(
    rows.map(({ valid, errors }) => (valid ? true : errors)),
    [true, true, true, true, { sub_part: ['Incorrect type. Expected pk value, received str.'] }]
  )
  t.notOk('part' in rows[0].data, 'an override does not show')
  const accepted = await accept(admin, session, rows.slice(0, 4))
  t.equal(accepted.status, 201, accepted.text)
  t.match(
    (await admin.get(`/api/bom/?part=${board}&ordering=pk`)).body.map(
      (line: { sub_part: number; quantity: number; reference: string; note: string }) => line
    ),
    [
      { sub_part: capacitor.pk, quantity: 3, reference: 'C1,C2,C5', note: '100nF' },
      { sub_part: resistor.pk, quantity: 2, reference: 'R1,R2' },
      { sub_part: mcu.pk, quantity: 1, reference: 'U1' },
      { sub_part: resistor.pk, quantity: 1, reference: 'R9' }
    ]
  )
  t.match((await admin.get(`/api/importer/session/${session}/`)).body, {
    status: 30,
    row_count: 5,
    completed_row_count: 4
  })
  t.equal((await admin.delete(`/api/importer/row/${rows[4].pk}/`)).status, 204)
  t.match((await admin.get(`/api/importer/session/${session}/`)).body, {
    status: 40,
    row_count: 0,
    row_count_history: 4,
    completed_row_count_history: 4,
    column_mappings: []
  })
})

t.test('an order at DigiKey, with prices in dollars', async (t) => {
  const { pk: order } = await make('/api/order/po/', { reference: 'PO-0001', supplier: digikey })
  const content = [
    '"Index","Quantity","Part Number","Manufacturer Part Number","Description","Customer Reference","Backorder","Unit Price","Extended Price"',
    '"1","100","311-10.0KLRCT-ND","RC0402FR-0710KL","RES 10K OHM 1% 1/16W 0402","R1, R2","0","$0.01200","$1.20"',
    '"2","5","497-STM32G031F6P6-ND","STM32G031F6P6","IC MCU 32BIT 32KB FLASH 20TSSOP","U1","0","$1.85000","$9.25"'
  ].join('\r\n')
  await importAll(
    admin,
    'purchaseorderlineitem',
    { name: 'digikey.csv', content, field_overrides: JSON.stringify({ order }) },
    { part: 'Part Number', purchase_price: 'Unit Price', reference: 'Customer Reference' }
  )
  t.match((await admin.get(`/api/order/po-line/?order=${order}&ordering=pk`)).body, [
    { part: resistor.supplierPart, quantity: 100, purchase_price: 0.012, reference: 'R1, R2' },
    { part: mcu.supplierPart, quantity: 5, purchase_price: 1.85, reference: 'U1' }
  ])
})

t.test('an order at LCSC, narrowed down to what that supplier sells', async (t) => {
  const { pk: order } = await make('/api/order/po/', { reference: 'PO-0002', supplier: lcsc })
  // Another supplier has the same number for something else.
  await make('/api/company/part/', { part: resistor.pk, supplier: digikey, SKU: 'C1525' })
  const content = [
    'LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,Description,RoHS,Order Qty.,Min\\Mult Order Qty.,Unit Price($),Order Price($)',
    'C1525,CL05B104KO5NNNC,Samsung Electro-Mechanics,,0402,"16V 100nF X7R ±10% 0402 MLCC",YES,500,100\\100,0.0012,0.60'
  ].join('\n')
  const columns = { part: 'LCSC Part Number', quantity: 'Order Qty.', purchase_price: 'Unit Price($)' }
  const file = { name: 'lcsc.csv', content: `\uFEFF${content}`, field_overrides: JSON.stringify({ order }) }
  const { rows } = await rowsOf(admin, 'purchaseorderlineitem', file, columns)
  t.match(rows, [{ valid: false, errors: { part: ['Incorrect type. Expected pk value, received str.'] } }])
  const field_filters = JSON.stringify({ part: { supplier: lcsc } })
  await importAll(admin, 'purchaseorderlineitem', { ...file, field_filters }, columns)
  t.match((await admin.get(`/api/order/po-line/?order=${order}`)).body, [
    { part: capacitor.supplierPart, quantity: 500, purchase_price: 0.0012 }
  ])
})

t.test('filters that there are not → 400', async (t) => {
  for (const [filters, message] of [
    [{ part: { colour: 'red' } }, 'part: Unknown filter "colour"'],
    [{ part: 7 }, 'part: Value must be a valid dictionary object'],
    [{ part: { supplier: [1] } }, 'part: The filter "supplier" must be a whole number or null'],
    [{ part: { supplier: 'Digi' } }, 'part: The filter "supplier" must be a whole number or null'],
    [{ part: { supplier: 1.5 } }, 'part: The filter "supplier" must be a whole number or null'],
    [{ part: { active: '' } }, 'part: The filter "active" must be true, false or null'],
    [{ part: { active: 5 } }, 'part: The filter "active" must be true, false or null'],
    [{ quantity: {} }, '"quantity" names no records that could be narrowed down']
  ] as const)
    t.match(
      await rowsOf(admin, 'purchaseorderlineitem', {
        content: 'part\n1\n',
        field_filters: JSON.stringify(filters)
      }).catch((error: Error) => error.message),
      JSON.stringify(message).slice(1, -1)
    )
})

t.test('filters as they may be written, and those of another kind of record', async (t) => {
  for (const filters of [
    { active: true },
    { active: 'True' },
    { active: 1 },
    { is_supplier: 'false', currency: 'USD' },
    { currency: null }
  ]) {
    const field_filters = JSON.stringify({ company: filters })
    const { rows } = await rowsOf(admin, 'contact', { content: 'name,company\nX,Nobody\n', field_filters })
    t.match(rows, [{ errors: { company: [/Incorrect type/] } }])
  }
  const field_filters = JSON.stringify({ part: { category: '99', active: 'false', variant_of: null } })
  const { rows } = await rowsOf(admin, 'parttesttemplate', { content: 'test_name,part\nX,Nothing\n', field_filters })
  t.match(rows, [{ errors: { part: [/Incorrect type/] } }])

  const begun = await begin(admin, 'supplierpart', { content: 'part\nx\n', field_filters: '{"part":{"active":true}}' })
  const path = `/api/importer/session/${begun.body.pk}/`
  const changed = { model_type: 'purchaseorderlineitem', field_defaults: { order: 1, quantity: 1 } }
  t.equal((await admin.patch(path, { ...changed, field_filters: { part: { supplier: 1 } } })).status, 200)
  t.equal(
    (await admin.patch(path, { model_type: 'supplierpart', field_defaults: { SKU: 'x', supplier: 1 } })).status,
    200
  )
  t.match(await admin.post(`${path}accept_fields/`, {}), {
    status: 400,
    body: { field_filters: ['part: Unknown filter "supplier"'] }
  })
})

t.test('a number that is looked up by something else than the primary key is never taken for one', async (t) => {
  const content = `part,supplier,SKU\n${resistor.pk},${digikey},NEW-1\n`
  const { rows } = await rowsOf(admin, 'supplierpart', { content }, { part: { column: 'part', lookup_field: 'IPN' } })
  t.match(rows, [{ valid: false, errors: { part: [`None that may be chosen has the IPN "${resistor.pk}".`] } }])
  const field_filters = JSON.stringify({ part: { active: false } })
  t.match((await rowsOf(admin, 'supplierpart', { content, field_filters })).rows, [
    { valid: false, errors: { part: [`None that may be chosen has the primary key "${resistor.pk}".`] } }
  ])
  t.match((await rowsOf(admin, 'supplierpart', { content })).rows, [{ valid: true, data: { part: resistor.pk } }])
})
