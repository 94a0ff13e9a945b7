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
