import t from 'tap'
import { accept, rowsOf } from '../support/importing.ts'
import { errors, url, workshop } from '../support/plugins.ts'

t.test('checks: what a plugin refuses → 400 in the form of the API, nothing changed; the rest is saved', async (t) => {
  const check = (body: string) => ({
    about: { rights: ['part.view'] },
    code: `export default { checks: { part: async (values, before, context) => { ${body} } } }`
  })
  const house = await workshop(t, {
    ipn: check(
      "if (values.IPN && !/^[A-Z]-/.test(values.IPN)) return { IPN: 'It begins with a letter and a dash.', shape: 'odd' }"
    ),
    owner: check(`
      if (values.name === 'Nut' && before) return 'Nuts stay what they are, ' + context.user.username + ': ' + before.pk + ' ' + values.description
      if (values.IPN === 'x') return { IPN: 'No x.' }`)
  })
  const admin = house.as('admin')
  const part = { name: 'Bolt', description: 'd' }
  t.strictSame(
    [await admin.post('/api/part/', { ...part, IPN: 'x' })].map(({ status, body }) => [status, body]),
    [
      [
        400,
        {
          IPN: ['It begins with a letter and a dash.', 'No x.'],
          non_field_errors: ['odd']
        }
      ]
    ]
  )
  t.equal((await admin.get('/api/part/?limit=1')).body.count, 0)
  t.match((await admin.post('/api/part/', { name: '', IPN: 'x' })).body, { name: [/blank/], IPN: undefined })
  const bolt = (await admin.post('/api/part/', { ...part, IPN: 'B-1' })).body
  t.equal((await admin.patch(`/api/part/${bolt.pk}/`, { IPN: '1' })).status, 400)
  t.equal((await admin.patch(`/api/part/${bolt.pk}/`, { description: 'e' })).status, 200)
  t.equal((await admin.put(`/api/part/${bolt.pk}/`, { ...part, IPN: '1' })).status, 400)
  t.match((await admin.get(`/api/part/${bolt.pk}/`)).body, { IPN: 'B-1', description: 'e' })
  const nut = (await admin.post('/api/part/', { name: 'Nut', description: 'n' })).body
  t.strictSame((await admin.patch(`/api/part/${nut.pk}/`, { description: 'm' })).body, {
    non_field_errors: [`Nuts stay what they are, admin: ${nut.pk} m`]
  })
  t.equal((await admin.patch('/api/part/999/', { description: 'm' })).status, 404)
  t.equal((await admin.patch('/api/part/', { items: [bolt.pk, nut.pk], description: 'm' })).status, 400)
  t.equal((await admin.get(`/api/part/${bolt.pk}/`)).body.description, 'e')
  t.equal((await admin.patch('/api/part/', { items: [bolt.pk], description: 'm' })).status, 200)
  t.equal((await admin.post('/api/company/', { name: 'x', is_customer: true })).status, 201)
})

t.test('checks are not asked for what their plugin writes; passwords are for none of them', async (t) => {
  const house = await workshop(t, {
    writer: {
      about: { rights: ['part.view', 'part.add', 'admin.view'] },
      code: `export default {
        checks: {
          part: (values) => 'never',
          user: (values, before) => Object.keys(values).includes('password') || before?.password ? 'seen' : undefined
        },
        actions: { make: async (_, { api }) => (await api.post('/api/part/', { body: { name: 'Own', description: '' } })).pk }
      }`
    }
  })
  const admin = house.as('admin')
  t.equal((await admin.post('/api/part/', { name: 'Bolt', description: '' })).status, 400)
  t.type((await admin.post('/api/action/', { action: 'make' })).body.result, 'number')
  const user = { username: 'tove', first_name: 'T', last_name: 'L', email: 'tove@example.org' }
  const { pk } = await house.make('/api/user/', user)
  t.equal((await admin.put(`/api/user/${pk}/set-password/`, { password: 'Turbine-Kayak-45' })).status, 200)
})

t.test('a check that throws or hangs → the record is saved, administrators are told', async (t) => {
  const house = await workshop(t, {
    bad: {
      about: { rights: ['part.view', 'stock.view', 'stock_location.view'] },
      code: `export default { checks: {
        part: () => { throw new Error('what a pity') },
        stocklocation: () => new Promise(() => {})
      } }`
    }
  })
  t.ok((await house.make('/api/part/', { name: 'Bolt', description: '' })).pk)
  t.match(await errors(house), [{ name: 'bad', message: /checks\.part: what a pity/ }])
  t.ok((await house.make('/api/stock/location/', { name: 'Shelf' })).pk)
  t.match(await errors(house), [{ name: 'bad', message: /longer than 5 s/ }])
})

t.test('a plugin that looks at records without the right to view them cannot be activated', async (t) => {
  const cases: Record<string, [string, RegExp]> = {
    blind: ['checks: { part: () => null }', /"checks\.part" needs the right part\.view/],
    lost: ['importer: { parts: (rows) => rows }', /"importer" names "parts", which is no kind of record/],
    loud: ['notify: () => {}', /"notify" needs the right notify/]
  }
  const house = await workshop(
    t,
    Object.fromEntries(Object.entries(cases).map(([key, [code]]) => [key, { code: `export default { ${code} }` }])),
    []
  )
  for (const [key, [, why]] of Object.entries(cases)) {
    const { status, body } = await house.as('admin').patch(`${url}${key}/activate/`, {})
    t.equal(status, 400)
    t.match(body.non_field_errors[0], why)
  }
})

t.test('rows of files are changed by plugins before they are looked at; what they refuse says why', async (t) => {
  const house = await workshop(t, {
    tidy: {
      about: { rights: ['part.view', 'purchase_order.view'] },
      code: `export default { importer: {
        part: (rows, { user }) => rows.map((row) =>
          row.name === 'Junk' ? 'Junk is not wanted, ' + user.username + '.' :
          { ...row, name: row.name.trim().toUpperCase(), category: row.category ?? 'Other', odd: 1 }),
        company: () => []
      }, checks: { part: ({ name }) => name === 'NUT' ? { name: 'No nuts.' } : undefined } }`
    }
  })
  const admin = house.as('admin')
  const other = await house.make('/api/part/category/', { name: 'Other' })
  const content = 'Name,Description,Category\nbolt,b,\nJunk,j,\nnut,n,Other\n'
  const { session, rows } = await rowsOf(admin, 'part', { content })
  t.match(rows, [
    { data: { name: 'BOLT' }, valid: true, errors: null },
    { valid: false, errors: { non_field_errors: ['Junk is not wanted, admin.'] } },
    { data: { name: 'NUT', category: other.pk }, valid: false, errors: { name: ['No nuts.'] } }
  ])
  t.notOk('odd' in rows[0].data)
  t.equal((await accept(admin, session, [rows[0]])).status, 201)
  t.match((await admin.get('/api/part/')).body, [{ name: 'BOLT' }])
  const companies = await rowsOf(admin, 'company', { content: 'Name\nAcme\nBolts\n' })
  t.match(
    companies.rows.map((row) => row.errors.non_field_errors),
    Array(2).fill(["The plugin 'tidy' failed: it gives something else than rows"])
  )
})

t.test('lists are written to files by plugins that may see what stands in them', async (t) => {
  const rows = 'rows: (records, { address }) => records.map((one) => [one.name, address])'
  const house = await workshop(t, {
    lines: {
      about: { rights: ['part.view'], title: 'Lines' },
      code: `export default { exporter: {
        addresses: ['/api/part/', '/api/company/'],
        columns: ({ columns }, { user }) => ['Name', user.username, columns.includes('Name') ? 'has' : 'lacks', 'More'],
        ${rows}
      } }`
    },
    broken: {
      about: { rights: ['part.view'] },
      code: `export default { exporter: { columns: () => ['A'], ${rows} } }`
    }
  })
  const admin = house.as('admin')
  for (let n = 0; n < 450; n++) await house.insert('part', { name: `P${n}`, description: '' } as never)
  const choices = async (list: string) =>
    (await admin.options(`${list}?export=true`)).body.actions.GET.export_plugin.choices.map(
      ({ value }: { value: string }) => value
    )
  t.strictSame((await choices('/api/part/')).slice(-2), ['broken', 'lines'])
  t.strictSame(await choices('/api/company/'), ['inventree-exporter', 'parameter-exporter'], 'companies')
  t.notOk((await choices('/api/stock/')).includes('broken'), 'nor stock they may not see')
  const made = await admin.get('/api/part/?export=true&export_plugin=lines&ordering=pk')
  t.match(made.body, { complete: true, plugin: 'lines', total: 450, errors: null })
  const { token } = (await admin.get('/api/user/token/')).body
  const file = await house.app.inject({ url: made.body.output, headers: { authorization: `Token ${token}` } })
  const lines = file.payload.trim().split(/\r?\n/)
  t.strictSame(lines.slice(0, 2), ['Name,admin,has,More', 'P0,/api/part/,,'])
  t.equal(lines.length, 451)
  t.equal((await admin.get('/api/company/?export=true&export_plugin=lines')).status, 400)
  const failed = await admin.get('/api/part/?export=true&export_plugin=broken')
  t.equal(failed.status, 400)
  t.match((await admin.get('/api/data-output/')).body.at(-1), {
    plugin: 'broken',
    output: null,
    errors: { error: "The plugin 'broken' failed: it gives something else than rows" }
  })
})

t.test('exchange rates come from the plugin that the setting names; a failure leaves them as they were', async (t) => {
  const house = await workshop(t, {
    bank: {
      about: { title: 'The bank' },
      code: `export default {
        settings: [{ key: 'BROKEN', name: 'Broken', type: 'boolean', default: false }],
        rates: ({ base, currencies }, { settings }) => {
          if (settings.BROKEN) throw new Error('closed')
          return Object.fromEntries(currencies.map((code, at) => [code, at + 2]).concat([['XXX', 3], ['JPY', -1]]))
        }
      }`
    },
    none: { code: 'export default {}' }
  })
  const admin = house.as('admin')
  const setting = '/api/settings/global/CURRENCY_UPDATE_PLUGIN/'
  t.match((await admin.get(setting)).body.choices, [
    { value: '' },
    { value: 'inventreecurrencyexchange' },
    { value: 'bank', display_name: 'The bank' }
  ])
  t.equal((await admin.patch(setting, { value: 'none' })).status, 400)
  await house.set('CURRENCY_CODES', 'EUR,GBP,JPY,USD')
  await house.set('CURRENCY_UPDATE_PLUGIN', 'bank')
  t.equal((await admin.post('/api/currency/refresh/')).status, 200)
  const rates = async () => (await admin.get('/api/currency/exchange/')).body.exchange_rates
  t.strictSame(await rates(), { EUR: 2, GBP: 3, USD: 1 })
  await admin.patch(`${url}bank/settings/BROKEN/`, { value: true })
  const { status, body } = await admin.post('/api/currency/refresh/')
  t.equal(status, 503)
  t.match(body.detail, /closed/)
  t.strictSame(await rates(), { EUR: 2, GBP: 3, USD: 1 })
})

t.test('notifications are handed to plugins that may, for each person with their own settings', async (t) => {
  const house = await workshop(t, {
    pager: {
      about: { rights: ['notify'] },
      code: `export default {
        userSettings: [{ key: 'PAGE', name: 'Page me', type: 'boolean', default: true }],
        notify: async ({ user, category, name, about, link }, context) => {
          const { storage, userSettings } = context
          if (userSettings.PAGE) await storage.set(user.username, [user.email, category, name, about, link, context.user.username])
        },
        actions: { told: async (_, { storage }) => Object.fromEntries(await Promise.all((await storage.keys()).map(async (key) => [key, await storage.get(key)]))) }
      }`
    }
  })
  const admin = house.as('admin')
  await house.set('INVENTREE_BASE_URL', 'https://parts.example')
  const part = await house.make('/api/part/', { name: 'Gearbox', assembly: true, description: '' })
  const people = []
  for (const name of ['tove', 'per']) people.push(await house.makeUser({ name, roles: { build: ['view'] } }))
  await house.as('per').patch(`${url}pager/user-settings/PAGE/`, { value: false })
  for (const id of people) {
    const [owner] = (await admin.get(`/api/user/owner/?search=${id === people[0] ? 'tove' : 'per'}`)).body
    await house.make('/api/build/', { part: part.pk, quantity: 1, responsible: owner.pk })
  }
  await house.app.jobs.drain()
  const { result } = (await admin.post('/api/action/', { action: 'told' })).body
  t.match(result, {
    tove: [
      /@|^$/,
      /^build\./,
      /.+/,
      { model: 'build', pk: 1 },
      'https://parts.example/web/manufacturing/build-order/1',
      'tove'
    ]
  })
  t.notOk(result.per)
})

t.test('catalogues of suppliers are searched, and parts made of what is found: all of it or nothing', async (t) => {
  const house = await workshop(t, {
    shop: {
      code: `const bolt = {
        sku: 'B-8', name: 'Bolt M8', description: 'A bolt', link: 'https://bolts.example/B-8', manufacturer: 'Forge', mpn: 'F8',
        parameters: [{ name: 'length', value: '8 mm' }, { name: 'Colour', value: 'grey' }],
        pricing: [{ quantity: 1, price: 0.5, currency: 'USD' }, { quantity: 100, price: 0.25, currency: 'USD' }]
      }
      const parts = { 1: bolt, 2: { ...bolt, sku: 'X', pricing: [{ quantity: 1, price: 1, currency: 'NIX' }] }, 3: { name: 'No number' },
        4: { sku: 'N-1', name: 'Nut' } }
      export default { suppliers: {
        depot: {
          name: 'The depot', company: 'Bolt Depot',
          search: (term) => term === 'bad' ? 'x' : Object.entries(parts).filter(([id]) => id !== '3')
            .map(([id, { sku, name }]) => ({ id, sku, name, exact: sku === term, price: '1' })),
          read: (id) => parts[id]
        },
        other: { name: 'Other', search: () => [], read: () => { throw new Error('closed') } }
      } }`
    }
  })
  const admin = house.as('admin')
  t.strictSame((await admin.get('/api/supplier/list/')).body, [
    { plugin_slug: 'shop', supplier_slug: 'depot', supplier_name: 'The depot' },
    { plugin_slug: 'shop', supplier_slug: 'other', supplier_name: 'Other' }
  ])
  const search = (supplier: string, term: string) =>
    admin.get(`/api/supplier/search/?plugin=shop&supplier=${supplier}&term=${term}`)
  t.match(await search('nobody', 'x'), { status: 404, body: { detail: "Supplier 'nobody' not found" } })
  t.match(await search('depot', 'bad'), { status: 400, body: { detail: /something else than parts/ } })
  const [found] = (await search('depot', 'B-8')).body
  t.strictSame(found, {
    id: '1',
    sku: 'B-8',
    name: 'Bolt M8',
    exact: true,
    description: '',
    price: '1',
    link: '',
    image_url: '',
    existing_part_id: null
  })

  const take = (part_import_id: string, more: object = {}, supplier = 'depot') =>
    admin.post('/api/supplier/import/', { plugin: 'shop', supplier, part_import_id, ...more })
  const category = await house.make('/api/part/category/', { name: 'Bolts' })
  const template = await house.make('/api/parameter/template/', { name: 'Length', units: 'mm' })
  await house.make('/api/part/category/parameters/', {
    category: category.pk,
    template: template.pk,
    default_value: '1'
  })
  t.match(await take('1'), { status: 400, body: { detail: /^'category_id' is not provided/ } })
  t.match(await take('1', { category_id: 99 }), { status: 400, body: { category_id: [/does not exist/] } })
  t.match(await take('9', { category_id: category.pk }), { status: 404, body: { detail: "Part '9' not found" } })
  t.match(await take('3', { category_id: category.pk }), {
    status: 400,
    body: { detail: /something else than a part/ }
  })
  t.match(await take('1', { category_id: category.pk }, 'other'), { status: 400, body: { detail: /closed/ } })
  t.match(await take('2', { category_id: category.pk }), {
    status: 400,
    body: { non_field_errors: ['The price of 1: price_currency: "NIX" is not a valid choice.'] }
  })
  for (const table of ['part', 'company', 'supplier_part'] as const)
    t.strictSame(await house.db.selectFrom(table).select('id').execute(), [], `${table}: nothing was made`)

  const made = (await take('1', { category_id: category.pk })).body
  t.match(made, {
    part_detail: { name: 'Bolt M8', category: category.pk, purchaseable: true, link: 'https://bolts.example/B-8' },
    pricing: [
      [1, 0.5],
      [100, 0.25]
    ],
    parameters: [
      { name: 'length', value: '8 mm', parameter_template: template.pk, on_category: true },
      { name: 'Colour', parameter_template: null, on_category: false }
    ]
  })
  t.match((await admin.get(`/api/company/part/${made.supplier_part_id}/?manufacturer_part_detail=true`)).body, {
    part: made.part_id,
    SKU: 'B-8',
    manufacturer_part: made.manufacturer_part_id,
    MPN: 'F8'
  })
  t.match(
    (await admin.get('/api/company/')).body.map(({ name, is_supplier, is_manufacturer }: any) => [
      name,
      is_supplier,
      is_manufacturer
    ]),
    [
      ['Bolt Depot', true, false],
      ['Forge', false, true]
    ]
  )
  t.match((await admin.get(`/api/parameter/?model_type=part.part&model_id=${made.part_id}`)).body, [{ data: '8 mm' }])
  t.equal((await admin.get(`/api/company/price-break/?part=${made.supplier_part_id}`)).body.length, 2)
  t.equal((await search('depot', 'B-8')).body[0].existing_part_id, made.part_id)

  const again = await take('1', { category_id: category.pk })
  t.strictSame(again.body.part_id, made.part_id, 'what is there is used')
  t.strictSame(again.body.supplier_part_id, made.supplier_part_id)
  t.equal((await admin.get('/api/part/?limit=1')).body.count, 1)
  const nut = await house.make('/api/part/', { name: 'Own nut', description: '' })
  t.match((await take('4', { part_id: nut.pk })).body, {
    part_id: nut.pk,
    manufacturer_part_id: null,
    part_detail: { name: 'Own nut' }
  })
})

t.test('who may not make all that a part of a catalogue brings → 403, and nothing is made', async (t) => {
  const house = await workshop(t, {
    shop: {
      code: "export default { suppliers: { depot: { name: 'Depot', search: () => [], read: () => ({ sku: '1', name: 'Bolt' }) } } }"
    }
  })
  await house.makeUser({ name: 'tove', roles: { part: ['view', 'add'] } })
  const category_id = (await house.make('/api/part/category/', { name: 'Bolts' })).pk
  const wanted = { plugin: 'shop', supplier: 'depot', part_import_id: '1', category_id }
  t.equal((await house.as('tove').post('/api/supplier/import/', wanted)).status, 403)
  t.strictSame(await house.db.selectFrom('part').select('id').execute(), [])
})
