import t from 'tap'
import { build } from '../helper.ts'

const GS = '\u001D'
const RS = '\u001E'
const EOT = '\u0004'

const sealed = (...fields: string[]) => `[)>${RS}06${GS}${fields.join(GS)}${RS}${EOT}`

const DIGIKEY = [
  'P296-7001-1-ND',
  '1PSN74HC14DR',
  '30P296-7001-1-ND',
  'KPO-0001',
  '1K72990011',
  '10K85770022',
  '11K1',
  '4LMX',
  'Q10',
  '11ZPICK',
  '12Z7355123',
  '13Z123456',
  `20Z${'0'.repeat(40)}`
]
const MOUSER = ['KPO-0002', '14K007', '1P67C18-8-M-PQ', 'Q4', '11K089561051', '4LUS', '1VGrayhill']
const WUERTH = ['1P744912168', 'Q11', '1T329012581410000', '16D20260307']
const LCSC =
  '{pbn:PICK2603230135,on:WM2603240072,pc:C2922211,pm:74HC595PW,118,qty:65,mc:,cc:1,pdi:204696597,hp:null,wc:ZH}'
const TME =
  'QTY:5 PN:LED-3R PO:30635449/3 CPO:PO-0004 MFR:ACME MPN:L-3R/X CoO:TH RoHS https://www.tme.eu/details/LED-3R'

interface Row {
  house: string
  what: string
  code: string
  quantity: number | null
}

/** Codes as scanners deliver them. */
const CODES: Row[] = [
  ...[
    ['as it is printed', sealed(...DIGIKEY), 10],
    ['without what ends it', sealed(...DIGIKEY).slice(0, -2), 10],
    [
      'signs that show what cannot be seen',
      sealed(...DIGIKEY)
        .replaceAll(GS, '␝')
        .replaceAll(RS, '␞'),
      10
    ],
    [
      'names of separators',
      sealed(...DIGIKEY)
        .replaceAll(GS, '<GS>')
        .replaceAll(RS, '<RS>')
        .replaceAll(EOT, '<EOT>'),
      10
    ],
    ['a keyboard', `[)>^06]${DIGIKEY.join(']')}^^D`, 10],
    ['no separators', `[)>06${DIGIKEY.join('')}`, 10],
    ['the kind of the code in front', `]d1${sealed(...DIGIKEY)}`, 10],
    ['an older label', sealed(...DIGIKEY.filter((field) => !field.startsWith('30P'))), 10],
    [
      'an older label without separators',
      `[)>${RS}06${DIGIKEY.filter((field) => !field.startsWith('30P')).join('')}`,
      10
    ],
    ["the customer's number in place of the house's", sealed('PMY-OWN-7', ...DIGIKEY.slice(1)), 10],
    ['no amount', sealed(...DIGIKEY.filter((field) => !field.startsWith('Q'))), null],
    ['a zero inside', sealed(...DIGIKEY).replace('7001', '70\u000001'), 10],
    ['an amount that is none', sealed(...DIGIKEY.map((field) => (field === 'Q10' ? 'Q-3' : field))), null]
  ].map(([what, code, quantity]) => ({ house: 'DigiKey', what, code, quantity }) as Row),
  ...[
    ['as it is printed', sealed(...MOUSER), 4],
    ['a sign too many in front', `>[)>06${GS}${MOUSER.join(GS)}`, 4],
    ['a keyboard with a sign in front', `>[)>06]${MOUSER.join(']')}`, 4],
    ['a keyboard', `[)>^06]${MOUSER.join(']')}^D`, 4],
    ['small letters', `[)>06]${MOUSER.join(']').replace('Q4', 'q4').replace('KPO', 'kPO')}^d`, 4],
    ['braces', `[)>{RS}06{GS}${MOUSER.join('{GS}')}{RS}{EOT}`, 4],
    ['no separators', `[)>06${MOUSER.join('')}`, 4],
    ['no separators, a sign in front', `>[)>${RS}06${MOUSER.join('')}`, 4]
  ].map(([what, code, quantity]) => ({ house: 'Mouser', what, code, quantity }) as Row),
  ...[
    ['as it is printed', LCSC, 65],
    ['quotes', '{"pbn":"PICK2603230135","on":"WM2603240072","pc":"C2922211","pm":"X","qty":65}', 65],
    ['the older form', '{productCode:C2922211,orderNo:WM2603240072,pickerNo:12,pickTime:1,checkCode:1}', null]
  ].map(([what, code, quantity]) => ({ house: 'LCSC', what, code, quantity }) as Row),
  ...[
    ['as it is printed', TME, 5],
    ['the small code', 'PLED-3R 1PL-3R/X Q5 4LTH K30635449/3', 5],
    ['the address of its page', 'https://www.tme.eu/en/details/led-3r/tht-leds/acme/l-3r-x/', null]
  ].map(([what, code, quantity]) => ({ house: 'TME', what, code, quantity }) as Row),
  ...[
    ['as it is printed', sealed(...WUERTH), 11],
    ['a keyboard', `[)>^06]${WUERTH.join(']')}^D`, 11],
    ['no separators', `[)>06${WUERTH.join('')}`, 11]
  ].map(([what, code, quantity]) => ({ house: 'Würth', what, code, quantity }) as Row)
]

/** The houses: their plugins, what their companies are called, and what is bought of them. */
const HOUSES = {
  DigiKey: {
    key: 'digikeyplugin',
    plugin: 'DigiKeyBarcodePlugin',
    company: 'Digi-Key Electronics',
    SKU: '296-7001-1-ND',
    MPN: 'SN74HC14DR'
  },
  Mouser: {
    key: 'mouserplugin',
    plugin: 'MouserBarcodePlugin',
    company: 'Mouser',
    SKU: '706-67C18',
    MPN: '67C18-8-M-PQ'
  },
  LCSC: {
    key: 'lcscplugin',
    plugin: 'LCSCBarcodePlugin',
    company: 'LCSC Electronics',
    SKU: 'C2922211',
    MPN: '74HC595PW,118'
  },
  TME: { key: 'tmeplugin', plugin: 'TMEBarcodePlugin', company: 'tme', SKU: 'LED-3R', MPN: 'L-3R/X' },
  Würth: {
    key: 'wuerthplugin',
    plugin: 'WuerthBarcodePlugin',
    company: 'Würth Elektronik eiSos',
    SKU: '744912168',
    MPN: '744912168'
  }
}
type HouseName = keyof typeof HOUSES

/** Suppliers with an article each, a placed order of it, and a place for what arrives. */
async function stage(t: Parameters<typeof build>[0], names = Object.keys(HOUSES) as HouseName[]) {
  const house = await build(t)
  const { make, as } = house
  const { post, patch } = as('admin')
  const shelf = await make('/api/stock/location/', { name: 'Shelf' })
  const part = await make('/api/part/', { name: 'Thing', purchaseable: true })
  let makers = 0
  const switchOn = async (key: string, active = true) => await patch(`/api/plugins/${key}/activate/`, { active })
  const setSupplier = async (key: string, value: number | string) =>
    await patch(`/api/plugins/${key}/settings/SUPPLIER_ID/`, { value: String(value) })
  const sold = async (supplier: number, SKU: string, MPN?: string, more = {}) => {
    const bought = { part: part.pk, supplier, SKU, ...more }
    if (MPN === undefined) return await make('/api/company/part/', bought)
    const { pk: manufacturer } = await make('/api/company/', { name: `Maker ${++makers}`, is_manufacturer: true })
    const made = await make('/api/company/part/manufacturer/', { part: part.pk, manufacturer, MPN })
    return await make('/api/company/part/', { ...bought, manufacturer_part: made.pk })
  }
  const order = async (supplier: number, more: object, lines: object[]) => {
    const { pk, reference } = await make('/api/order/po/', { supplier, ...more })
    const made = []
    for (const line of lines) made.push(await make('/api/order/po-line/', { order: pk, merge_items: false, ...line }))
    await post(`/api/order/po/${pk}/issue/`, {})
    return { pk, reference, lines: made }
  }
  const goods: Record<string, { company: any; bought: any; order: Awaited<ReturnType<typeof order>> }> = {}
  for (const name of names) {
    const { key, company: called, SKU, MPN } = HOUSES[name]
    const company = await make('/api/company/', { name: called, is_supplier: true })
    const bought = await sold(company.pk, SKU, MPN)
    const numbers = { LCSC: 'WM2603240072', TME: '30635449' } as Record<string, string>
    const more = numbers[name] ? { supplier_reference: numbers[name] } : {}
    goods[name] = { company, bought, order: await order(company.pk, more, [{ part: bought.pk, quantity: 100 }]) }
    await switchOn(key)
  }
  const send = (kind: string) => async (body: object) => await post(`/api/barcode/${kind}`, body)
  return {
    ...house,
    shelf,
    part,
    goods,
    sold,
    order,
    switchOn,
    setSupplier,
    scan: send(''),
    receive: send('po-receive/')
  }
}

t.test('codes as scanners deliver them → the supplier part, how much, and of which order', async (t) => {
  const { scan, receive, goods, shelf, db } = await stage(t)
  for (const { house, what, code, quantity } of CODES) {
    const { company, bought, order } = goods[house]!
    const { plugin } = HOUSES[house as HouseName]
    const found = await scan({ barcode: code })
    t.match(
      found,
      { status: 200, body: { plugin, supplierpart: { pk: bought.pk }, company: { pk: company.pk } } },
      `${house}: ${what}`
    )
    const told = await receive({ barcode: code, location: shelf.pk, auto_allocate: false })
    t.strictSame(
      { ...told.body.lineitem },
      { pk: order.lines[0].pk, purchase_order: order.pk, supplier_part: bought.pk, quantity, location: shelf.pk },
      `${house}: ${what}`
    )
    t.equal(told.body.action_required, true)
  }
  t.match(await db.selectFrom('stock_item').selectAll().execute(), [], 'nothing was received')
})

t.test('a code that is found → with its order and the manufacturer part', async (t) => {
  const { scan, goods } = await stage(t, ['LCSC'])
  const { bought, order } = goods.LCSC!
  const { body } = await scan({ barcode: LCSC })
  t.match(body, {
    success: 'Match found for barcode data',
    barcode_data: LCSC,
    supplierpart: { pk: bought.pk, api_url: `/api/company/part/${bought.pk}/`, instance: { SKU: 'C2922211' } },
    manufacturerpart: { pk: bought.manufacturer_part, instance: { MPN: '74HC595PW,118' } },
    purchaseorder: { pk: order.pk, instance: { supplier_reference: 'WM2603240072' } }
  })
})

t.test('texts that are no code of a house, or too long → 400, at once', async (t) => {
  const { scan } = await stage(t)
  const hostile = [
    '[)>',
    `[)>${RS}06`,
    `[)>${RS}05${GS}${MOUSER.join(GS)}`,
    `some text before it [)>${RS}06${GS}${MOUSER.join(GS)}`,
    sealed(...MOUSER.filter((field) => !field.startsWith('14K'))),
    sealed(...WUERTH.filter((field) => !field.startsWith('16D'))),
    `[)>06${'Q11K4L1V1P14K'.repeat(300)}`,
    `[)>06${GS.repeat(4000)}`,
    `{${'pc:,'.repeat(1000)}}`,
    '{}',
    '{pc}',
    `${'QTY:1 PN:LED-3R '.repeat(200)}`,
    'QTY:1 PN:',
    'https://www.tme.eu/en/details/%E0%A4%A/',
    'https://tme.eu.example.org/details/LED-3R',
    'http://[',
    sealed('1P__proto__', 'Q1', '1Tx', '16Dx')
  ]
  for (const barcode of hostile) {
    const { status, body } = await scan({ barcode })
    t.match(
      { status, body },
      { status: 400, body: { plugin: 'None', error: 'No match found for barcode data' } },
      barcode.slice(0, 40)
    )
  }
})

t.test('a plugin that is off reads nothing; the company it names is the only one', async (t) => {
  const { scan, switchOn, setSupplier, sold, make, goods } = await stage(t, ['LCSC'])
  const none = { status: 400, body: { plugin: 'None' } }
  await switchOn('lcscplugin', false)
  t.match(await scan({ barcode: LCSC }), none)
  await switchOn('lcscplugin')
  t.match(await scan({ barcode: LCSC }), { status: 200 })
  const other = await make('/api/company/', { name: 'Somebody else', is_supplier: true })
  await setSupplier('lcscplugin', other.pk)
  t.match(await scan({ barcode: LCSC }), none, 'the article is not theirs')
  const theirs = await sold(other.pk, 'C2922211')
  t.match(await scan({ barcode: LCSC }), {
    status: 200,
    body: { supplierpart: { pk: theirs.pk }, company: { pk: other.pk } }
  })
  for (const value of ['999999', '99999999999999999999', 'x']) {
    await setSupplier('lcscplugin', value)
    t.match(await scan({ barcode: LCSC }), none, value)
  }
  await setSupplier('lcscplugin', '')
  t.match(await scan({ barcode: LCSC }), { status: 200, body: { supplierpart: { pk: goods.LCSC!.bought.pk } } })
})

t.test('a code that could mean several supplier parts → 400 that says so', async (t) => {
  const { scan, receive, sold, make, goods } = await stage(t, ['Mouser'])
  const barcode = sealed(...MOUSER)
  await sold(goods.Mouser!.company.pk, '706-67C18-X', '67C18-8-M-PQ')
  const refusal = {
    status: 400,
    body: {
      plugin: 'MouserBarcodePlugin',
      barcode_data: barcode,
      error: 'More than one supplier part matches this barcode'
    }
  }
  t.match(await scan({ barcode }), refusal)
  t.match(await receive({ barcode }), refusal)
  const part = await make('/api/company/', { name: 'Mouser Europe', is_supplier: true })
  const theirs = await sold(part.pk, '1', '67C18-8-M-PQ')
  t.match(
    await receive({ barcode, supplier: part.pk }),
    { status: 400, body: { error: 'No placed purchase order (PO-0002) waits for this part' } },
    'the supplier that the request names decides'
  )
  t.ok(theirs.pk)
})

t.test('a part may be looked up by whoever may see it', async (t) => {
  const { as, makeUser } = await stage(t, ['LCSC'])
  await makeUser({ name: 'nils', roles: { build: ['view'] } })
  await makeUser({ name: 'vera', roles: { part: ['view'] } })
  t.strictSame((await as('nils').post('/api/barcode/', { barcode: LCSC })).status, 403)
  const { status, body } = await as('vera').post('/api/barcode/', { barcode: LCSC })
  t.equal(status, 200)
  t.notOk('purchaseorder' in body, 'orders are not theirs to see')
})

t.test("a supplier's code leads to what it would be in an order of that supplier alone", async (t) => {
  const { as, goods } = await stage(t, ['LCSC', 'TME'])
  const send = async (order: number) =>
    await as('admin').post('/api/barcode/po-allocate/', { barcode: LCSC, purchase_order: order })
  t.match(await send(goods.LCSC!.order.pk), {
    status: 200,
    body: { success: 'Matched supplier part', plugin: 'LCSCBarcodePlugin', supplierpart: { pk: goods.LCSC!.bought.pk } }
  })
  t.strictSame((await send(goods.TME!.order.pk)).body, ['Invalid input.'])
})

t.test('goods are received by their code, once', async (t) => {
  const { as, receive, goods, shelf, set, scan } = await stage(t, ['DigiKey'])
  const { get } = as('admin')
  await set('BARCODE_STORE_RESULTS', true)
  const barcode = sealed(...DIGIKEY)
  const { bought, order } = goods.DigiKey!
  const { status, body } = await receive({ barcode, location: shelf.pk })
  t.equal(status, 200)
  t.match(body, {
    success: 'Received purchase order line item',
    plugin: 'DigiKeyBarcodePlugin',
    barcode_data: barcode,
    lineitem: {
      pk: order.lines[0].pk,
      purchase_order: order.pk,
      supplier_part: bought.pk,
      quantity: 10,
      location: shelf.pk
    }
  })
  t.notOk('action_required' in body)
  t.match((await get(`/api/stock/${body.stock_item}/`)).body, {
    quantity: 10,
    location: shelf.pk,
    supplier_part: bought.pk,
    purchase_order: order.pk,
    barcode_hash: body.barcode_hash
  })
  t.equal((await get(`/api/order/po-line/${order.lines[0].pk}/`)).body.received, 10)
  t.match((await get(`/api/stock/track/?item=${body.stock_item}`)).body, [
    { tracking_type: 70, deltas: { location: shelf.pk, purchaseorder: order.pk, quantity: 10 } }
  ])
  t.match(await receive({ barcode, location: shelf.pk }), {
    status: 400,
    body: { error: 'Item has already been received' }
  })
  t.equal((await get(`/api/order/po-line/${order.lines[0].pk}/`)).body.received, 10)
  t.equal((await scan({ barcode })).body.stockitem.pk, body.stock_item, 'the code is now that of the stock')
  t.match((await get('/api/barcode/history/?ordering=timestamp')).body.slice(0, 2), [
    { endpoint: '/api/barcode/po-receive/', result: true },
    { endpoint: '/api/barcode/po-receive/', result: false }
  ])
})

t.test('two that scan the same bag at once: one receives it', async (t) => {
  const { receive, goods, shelf, as } = await stage(t, ['LCSC'])
  const answers = await Promise.all([1, 2, 3].map(() => receive({ barcode: LCSC, location: shelf.pk })))
  t.strictSame(answers.map(({ status }) => status).toSorted(), [200, 400, 400])
  t.equal((await as('admin').get(`/api/order/po-line/${goods.LCSC!.order.lines[0].pk}/`)).body.received, 65)
})

t.test('where goods go: said, or by the line, the order, the part, its category; else people decide', async (t) => {
  const { as, receive, goods, make, part, db } = await stage(t, ['LCSC'])
  const { patch } = as('admin')
  const { order, bought } = goods.LCSC!
  const where = async () => (await receive({ barcode: LCSC, auto_allocate: false })).body.lineitem.location
  const place = async (name: string) => (await make('/api/stock/location/', { name })).pk
  const places = [await place('A'), await place('B'), await place('C'), await place('D')] as const
  const undecided = await receive({ barcode: LCSC })
  t.match(undecided, { status: 200, body: { action_required: true, lineitem: { quantity: 65, location: null } } })
  t.notOk('success' in undecided.body)
  t.strictSame(await db.selectFrom('stock_item').selectAll().execute(), [])
  const category = await make('/api/part/category/', { name: 'Things', default_location: places[0] })
  await patch(`/api/part/${part.pk}/`, { category: category.pk })
  t.equal(await where(), places[0])
  await patch(`/api/part/${part.pk}/`, { default_location: places[1] })
  t.equal(await where(), places[1])
  await patch(`/api/order/po/${order.pk}/`, { destination: places[2] })
  t.equal(await where(), places[2])
  const line = { order: order.pk, part: bought.pk, destination: places[3] }
  await patch(`/api/order/po-line/${order.lines[0].pk}/`, line)
  t.equal(await where(), places[3])
  const { body } = await receive({ barcode: LCSC })
  t.match((await as('admin').get(`/api/stock/${body.stock_item}/`)).body, { location: places[3] })
})

t.test('which line it is: of the order that is said, or that the code names, or that alone waits', async (t) => {
  const { receive, goods, shelf, order, as } = await stage(t, ['Würth', 'LCSC'])
  const { bought, company, order: first } = goods.Würth!
  const barcode = sealed(...WUERTH)
  const more = { location: shelf.pk, auto_allocate: false }
  const told = async (body: object) => (await receive({ barcode, ...more, ...body })).body
  t.equal((await told({})).lineitem.pk, first.lines[0].pk)
  const second = await order(company.pk, {}, [
    { part: bought.pk, quantity: 20 },
    { part: bought.pk, quantity: 30 }
  ])
  const several = { error: 'More than one line item waits for this part', plugin: 'WuerthBarcodePlugin' }
  t.match(await told({}), several)
  t.match(await told({ purchase_order: second.pk }), several)
  t.match(await told({ purchase_order: first.pk }), { lineitem: { pk: first.lines[0].pk } })
  t.match(await told({ line_item: second.lines[1].pk }), {
    lineitem: { pk: second.lines[1].pk, purchase_order: second.pk }
  })
  const nothing = { error: 'No placed purchase order waits for this part' }
  t.match(await told({ line_item: second.lines[1].pk, purchase_order: first.pk }), nothing)
  t.match(await told({ purchase_order: goods.LCSC!.order.pk }), nothing, 'the order of another supplier')
  t.match(await told({ supplier: goods.LCSC!.company.pk }), { error: 'No plugin match for supplier barcode' })
  const named = { barcode: LCSC.replace('WM2603240072', 'WM-UNKNOWN'), ...more }
  t.match(
    (await receive(named)).body,
    { error: 'No placed purchase order (WM-UNKNOWN) waits for this part' },
    'the number of no order'
  )
  t.match((await receive({ ...named, purchase_order: goods.LCSC!.order.pk })).body, {
    lineitem: { purchase_order: goods.LCSC!.order.pk }
  })
  const pending = (await as('admin').post('/api/order/po/', { supplier: company.pk })).body
  t.strictSame(await told({ purchase_order: pending.pk }), { purchase_order: ['Purchase order has not been placed'] })
})

t.test('how much: packs as the line counts them; more than it waits for, people decide', async (t) => {
  const { receive, goods, shelf, sold, order, as } = await stage(t, ['LCSC'])
  const { get } = as('admin')
  const packs = await sold(goods.LCSC!.company.pk, 'C777', undefined, { pack_quantity: '100' })
  const { lines } = await order(goods.LCSC!.company.pk, { supplier_reference: 'WM1' }, [
    { part: packs.pk, quantity: 3 }
  ])
  const code = (bag: number, quantity: number) => `{pbn:PICK${bag},on:WM1,pc:C777,qty:${quantity}}`
  const first = (await receive({ barcode: code(1, 2), location: shelf.pk })).body
  t.equal((await get(`/api/stock/${first.stock_item}/`)).body.quantity, 200)
  t.match(await receive({ barcode: code(2, 100), location: shelf.pk }), {
    status: 200,
    body: { action_required: true, lineitem: { quantity: 100 } }
  })
  t.equal((await get(`/api/order/po-line/${lines[0].pk}/`)).body.received, 2)
  await receive({ barcode: code(3, 1), location: shelf.pk })
  t.match(
    await receive({ barcode: code(4, 1), location: shelf.pk }),
    {
      status: 400,
      body: { error: 'No placed purchase order (WM1) waits for this part' }
    },
    'the order is complete'
  )
})

t.test('a line that has got everything, in an order that still waits → 400', async (t) => {
  const { receive, goods, shelf, sold, order } = await stage(t, ['LCSC'])
  const { company, bought } = goods.LCSC!
  const other = await sold(company.pk, 'C9')
  await order(company.pk, { supplier_reference: 'WM2' }, [
    { part: bought.pk, quantity: 65 },
    { part: other.pk, quantity: 1 }
  ])
  const code = (bag: string) => LCSC.replace('PICK2603230135', bag).replace('WM2603240072', 'WM2')
  t.match(await receive({ barcode: code('A'), location: shelf.pk }), { status: 200 })
  t.match(await receive({ barcode: code('B'), location: shelf.pk }), {
    status: 400,
    body: { error: 'Line item has been received already' }
  })
})

t.test('receiving asks for the role that receiving an order asks for', async (t) => {
  const { as, makeUser, shelf } = await stage(t, ['LCSC'])
  await makeUser({ name: 'vera', roles: { purchase_order: ['view', 'change'], stock: ['add'] } })
  await makeUser({ name: 'bo', roles: { purchase_order: ['view', 'add'] } })
  const body = { barcode: LCSC, location: shelf.pk }
  t.equal((await as('vera').post('/api/barcode/po-receive/', body)).status, 403)
  t.equal((await as('bo').post('/api/barcode/po-receive/', body)).status, 200)
})

t.test('the plugins of suppliers → listed under the names that clients know, off', async (t) => {
  const { as } = await build(t)
  const { get, patch } = as('admin')
  const listed = (await get('/api/plugins/?search=BarcodePlugin')).body
  t.strictSame(
    listed.map((one: { key: string; name: string; active: boolean }) => [one.key, one.name, one.active]),
    Object.values(HOUSES)
      .map(({ key, plugin }) => [key, plugin, false])
      .toSorted((a, b) => (a[1]! < b[1]! ? -1 : 1))
  )
  await patch('/api/plugins/tmeplugin/activate/', {})
  t.match((await get('/api/plugins/tmeplugin/')).body, {
    meta: { human_name: 'Supplier Integration - TME', version: '1.0.1' },
    mixins: { settings: {}, barcode: {}, 'supplier-barcode': {} }
  })
  t.match((await get('/api/plugins/tmeplugin/settings/')).body, [
    {
      key: 'SUPPLIER_ID',
      type: 'related field',
      model_name: 'company.company',
      model_filters: { is_supplier: true },
      api_url: '/api/company/'
    }
  ])
})
