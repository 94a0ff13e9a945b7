import t from 'tap'
import { join } from 'node:path'
import { build } from '../helper.ts'
import { startMailServer } from '../support/smtp.ts'
import { errors, pluginFolder, url, workshop, writePlugin, type WrittenPlugin } from '../support/plugins.ts'

t.test('a plugin of others → listed, off, and with what it asks for; nothing of it runs before it is on', async (t) => {
  const house = await workshop(
    t,
    {
      lamp: {
        about: { rights: ['stock.view', 'part.view'] },
        package: { author: { name: 'Ada' }, homepage: 'https://example.org', license: 'MIT' },
        code: "import { writeFileSync } from 'node:fs'; writeFileSync(new URL('ran', import.meta.url), ''); export default { actions: { on: () => 1 } }"
      }
    },
    []
  )
  const { existsSync } = await import('node:fs')
  const ran = () => existsSync(`${house.folder}/lamp/ran`)
  const admin = house.as('admin')
  const one = (await admin.get(`${url}lamp/`)).body
  t.match(one, {
    key: 'lamp',
    name: 'The lamp',
    package_name: 'inventree-plugin-lamp',
    active: false,
    is_builtin: false,
    is_installed: true,
    rights: ['part.view', 'stock.view'],
    granted: [],
    meta: { slug: null }
  })
  t.strictSame((await admin.post('/api/action/', { action: 'on' })).body, {
    error: 'No matching action found',
    action: 'on'
  })
  t.notOk(ran())
  t.strictSame((await admin.patch(`${url}lamp/activate/`, { rights: ['part.view'] })).body, {
    rights: ['The plugin asks for more than is granted: stock.view.']
  })
  t.notOk(ran())
  t.equal((await admin.patch(`${url}lamp/activate/`, { rights: ['part.view', 'stock.view'] })).status, 200)
  t.ok(ran())
  t.match((await admin.get(`${url}lamp/`)).body, {
    active: true,
    granted: ['part.view', 'stock.view'],
    meta: { slug: 'lamp', author: 'Ada', website: 'https://example.org', license: 'MIT', version: '1.0.0' },
    mixins: { base: {}, action: { human_name: 'Actions' } }
  })
  t.strictSame((await admin.post('/api/action/', { action: 'on' })).body, { action: 'on', result: 1 })
  t.equal((await admin.patch(`${url}lamp/activate/`, { active: false })).status, 200)
  t.equal((await admin.post('/api/action/', { action: 'on' })).status, 404)
})

t.test('without the switch no plugin of others is looked for', async (t) => {
  const { as } = await build(t, { pluginFolder: null })
  t.match((await as(null).get('/api/')).body, { plugins_enabled: false, plugins_install_disabled: true })
  const house = await build(t, { pluginFolder: pluginFolder(t, {}) })
  t.match((await house.as(null).get('/api/')).body, { plugins_enabled: true, plugins_install_disabled: false })
})

t.test('actions get data, user, settings and the API with the rights that were granted', async (t) => {
  const house = await workshop(t, {
    helper: {
      about: { rights: ['part.view', 'part.add'] },
      code: `export default {
        settings: [{ key: 'GREETING', name: 'Greeting', type: 'string', default: 'Hello' },
                   { key: 'TIMES', name: 'Times', type: 'integer', default: 2 },
                   { key: 'LOUD', name: 'Loud', type: 'boolean', default: false }],
        userSettings: [{ key: 'NICK', name: 'Nickname', type: 'string', default: 'you' }],
        actions: {
          greet: (data, { settings, userSettings, user }) => ({ data, settings, userSettings, user }),
          make: async ({ name }, { api }) => (await api.post('/api/part/', { body: { name, description: 'made' } })).pk,
          read: async ({ id }, { api }) => (await api.get('/api/part/{id}/', { path: { id } })).name,
          list: async (_, { api }) => (await api.get('/api/part/', { query: { limit: 5, search: 'Bolt' } })).count,
          drop: async ({ id }, { api }) => {
            try { await api.delete('/api/part/{id}/', { path: { id } }) }
            catch (error) { return { name: error.name, status: error.status, body: error.body } }
          },
          token: ({}, { api }) => api.get('/api/user/token/'),
          users: async ({}, { api }) => api.post('/api/user/', { body: { username: 'evil' } })
        }
      }`
    }
  })
  await house.makeUser({ name: 'tove', roles: {} })
  const ask = async (who: string, action: string, data: object = {}) =>
    (await house.as(who).post('/api/action/', { action, data })).body
  const admin = house.as('admin')
  const greeted = await ask('tove', 'greet', { a: 1 })
  t.match(greeted.result, {
    data: { a: 1 },
    settings: { GREETING: 'Hello', TIMES: 2, LOUD: false },
    userSettings: { NICK: 'you' },
    user: { username: 'tove' }
  })
  t.equal((await admin.patch(`${url}helper/settings/TIMES/`, { value: 5 })).status, 200)
  t.equal((await admin.patch(`${url}helper/settings/LOUD/`, { value: true })).status, 200)
  t.equal((await house.as('tove').patch(`${url}helper/user-settings/NICK/`, { value: 'T' })).status, 200)
  t.match((await ask('tove', 'greet')).result, { settings: { TIMES: 5, LOUD: true }, userSettings: { NICK: 'T' } })
  t.match((await ask('admin', 'greet')).result, { userSettings: { NICK: 'you' } })

  const pk = (await ask('tove', 'make', { name: 'Bolt' })).result
  t.equal((await ask('tove', 'read', { id: pk })).result, 'Bolt')
  t.equal((await ask('tove', 'list')).result, 1)
  t.match((await admin.get(`/api/part/${pk}/`)).body, {
    creation_user: (await admin.get('/api/user/?search=plugin-helper')).body[0].pk
  })
  t.match((await ask('admin', 'drop', { id: pk })).result, { name: 'ApiError', status: 403 })
  t.match(await ask('admin', 'token'), { detail: /closed to plugins/ })
  t.match(await ask('admin', 'users'), { detail: /403/ })
  t.equal((await admin.get(`/api/part/${pk}/`)).status, 200)
})

t.test('a plugin keeps values of its own, within bounds; they go with it', async (t) => {
  const house = await workshop(t, {
    store: {
      code: `export default { actions: {
        set: ({ key, value }, { storage }) => storage.set(key, value),
        get: ({ key }, { storage }) => storage.get(key),
        keys: (_, { storage }) => storage.keys(),
        drop: ({ key }, { storage }) => storage.delete(key),
        long: (_, { storage }) => storage.set('long', 'x'.repeat(70000)),
        many: async (_, { storage }) => { for (let n = 0; n < 1001; n++) await storage.set('k' + n, n) }
      } }`
    }
  })
  const ask = async (action: string, data: object = {}) =>
    (await house.as('admin').post('/api/action/', { action, data })).body
  t.equal((await ask('get', { key: 'a' })).result, null)
  await ask('set', { key: 'a', value: { deep: [1, null, 'ä'] } })
  await ask('set', { key: 'a', value: { deep: [2] } })
  t.strictSame((await ask('get', { key: 'a' })).result, { deep: [2] })
  t.strictSame((await ask('keys')).result, ['a'])
  t.match(await ask('long'), { detail: /64000 characters/ })
  t.match(await ask('set', { key: '', value: 1 }), { detail: /1 to 200/ })
  t.match(await ask('many'), { detail: /1000 values/ })
  t.equal((await ask('keys')).result.length, 1000)
  await ask('drop', { key: 'a' })
  t.equal((await ask('get', { key: 'a' })).result, null)
  await house.as('admin').patch(`${url}store/activate/`, { active: false })
  t.equal((await house.as('admin').delete(`${url}store/`)).status, 204)
  t.strictSame(await house.db.selectFrom('plugin_value').select('id').execute(), [])
})

t.test('secrets of settings are shown to nobody, and kept encrypted; a plugin may refuse values', async (t) => {
  const house = await workshop(t, {
    vault: {
      code: `export default {
        settings: [
          { key: 'API_KEY', name: 'Key', type: 'string', default: '', secret: true },
          { key: 'EVEN', name: 'Even', type: 'integer', default: 0, minimum: 0, maximum: 10,
            validate: (value) => Number(value) % 2 ? 'It must be even.' : undefined }
        ],
        actions: { tell: (_, { settings }) => settings }
      }`
    }
  })
  const admin = house.as('admin')
  const secret = `${url}vault/settings/API_KEY/`
  t.equal((await admin.patch(secret, { value: 'hunter2' })).body.value, '***')
  t.equal((await admin.get(secret)).body.value, '***')
  t.notMatch(JSON.stringify(await house.db.selectFrom('plugin_setting').selectAll().execute()), /hunter2/)
  t.match((await admin.post('/api/action/', { action: 'tell' })).body.result, { API_KEY: 'hunter2', EVEN: 0 })
  const even = `${url}vault/settings/EVEN/`
  t.strictSame((await admin.patch(even, { value: 3 })).body, { value: ['It must be even.'] })
  t.equal((await admin.patch(even, { value: 12 })).status, 400)
  t.equal((await admin.patch(even, { value: 4 })).body.value, 4)
})

t.test('places are shown by the plugin that can', async (t) => {
  const house = await workshop(t, {
    lamp: {
      code: "export default { locate: async (place, { storage }) => storage.set('lit', place), actions: { lit: (_, { storage }) => storage.get('lit') } }"
    }
  })
  const { post } = house.as('admin')
  const location = await house.make('/api/stock/location/', { name: 'Shelf' })
  t.equal((await post('/api/locate/', { plugin: 'lamp' })).status, 400)
  t.equal((await post('/api/locate/', { plugin: 'lamp', location: 999 })).status, 404)
  t.equal((await post('/api/locate/', { plugin: 'lamps', location: location.pk })).status, 400)
  t.match((await post('/api/locate/', { plugin: 'lamp', location: location.pk })).body, {
    plugin: 'lamp',
    location: location.pk
  })
  t.strictSame((await post('/api/action/', { action: 'lit' })).body.result, { location: location.pk })
})

t.test('panels and other features stand where they are to, with what their program is given', async (t) => {
  const house = await workshop(t, {
    chart: {
      code: `export default { ui: [
        { feature: 'panel', key: 'usage', title: 'Usage', icon: 'ti:chart-bar:outline', source: 'panel.js:render', models: ['part'],
          context: (record, { user }) => ({ record, who: user.username }) },
        { feature: 'dashboard', key: 'all', title: 'All' }
      ] }`,
      files: {
        [join('static', 'panel.js')]: 'export const render = () => 1',
        [join('static', '.hidden.js')]: '',
        'secret.js': ''
      }
    }
  })
  const { get } = house.as('admin')
  t.strictSame((await get(`${url}ui/features/dashboard/`)).body, [], 'the setting is off')
  await house.set('ENABLE_PLUGINS_INTERFACE', true)
  t.match((await get(`${url}ui/features/dashboard/`)).body, [
    { key: 'all', feature_type: 'dashboard', plugin_name: 'chart', source: '' }
  ])
  const panels = (await get(`${url}ui/features/panel/?target_model=part&target_id=7`)).body
  t.match(panels, [
    {
      key: 'usage',
      source: '/static/plugins/chart/panel.js:render',
      context: { record: { model: 'part', pk: 7 }, who: 'admin' }
    }
  ])
  t.strictSame((await get(`${url}ui/features/panel/?target_model=company&target_id=7`)).body, [])
  const file = await house.app.inject('/static/plugins/chart/panel.js')
  t.equal(file.statusCode, 200)
  t.match(file.headers['content-type'], /^text\/javascript/)
  for (const path of ['../secret.js', '..%2fsecret.js', 'nothing.js', '', 'panel.js/x'])
    t.equal((await house.app.inject(`/static/plugins/chart/${path}`)).statusCode, 404, path)
  t.equal((await house.app.inject('/static/plugins/other/panel.js')).statusCode, 404)
  await house.as('admin').patch(`${url}chart/activate/`, { active: false })
  t.equal((await house.app.inject('/static/plugins/chart/panel.js')).statusCode, 404)
})

t.test('requests below /plugin/ → answered for whoever is signed in, once the setting allows it', async (t) => {
  const house = await workshop(t, {
    pages: {
      code: `export default { routes: {
        'GET hello': ({ query }, { user }) => ({ body: { hello: user.username, query } }),
        'POST echo': ({ body, headers }) => ({ status: 201, headers: { 'Set-Cookie': 'a=b', ETag: 'x' }, body: { body, headers } }),
        'GET text': () => ({ headers: { 'content-type': 'text/html' }, body: '<p>hi' }),
        'GET bytes': () => ({ body: new Uint8Array([1, 2, 255]) }),
        'GET below/*': ({ path }) => ({ body: path }),
        'GET bad': () => { throw new Error('no way') }
      } }`
    }
  })
  const inject = async (url: string, options: object = {}) => {
    const { token } = (await house.as('admin').get('/api/user/token/')).body
    return await house.app.inject({ url, headers: { authorization: `Token ${token}` }, ...options })
  }
  t.equal((await inject('/plugin/pages/hello')).statusCode, 404, 'the setting is off')
  await house.set('ENABLE_PLUGINS_URL', true)
  t.equal((await house.app.inject('/plugin/pages/hello')).statusCode, 401)
  t.strictSame((await inject('/plugin/pages/hello?a=1')).json(), { hello: 'admin', query: { a: '1' } })
  t.equal((await inject('/plugin/pages/hello', { method: 'POST' })).statusCode, 404)
  t.equal((await inject('/plugin/pages/toString')).statusCode, 404)
  const { token } = (await house.as('admin').get('/api/user/token/')).body
  const echoed = await inject('/plugin/pages/echo', {
    method: 'POST',
    headers: { authorization: `Token ${token}`, 'content-type': 'application/json', cookie: 'x=y' },
    payload: '{"a":1}'
  })
  t.equal(echoed.statusCode, 201)
  t.equal(echoed.headers['set-cookie'], undefined)
  t.equal(echoed.headers.etag, 'x')
  t.match(echoed.json(), { body: { a: 1 } })
  t.notMatch(echoed.payload, /x=y|Token/)
  t.match((await inject('/plugin/pages/text')).headers['content-type'], 'text/html')
  t.strictSame([...(await inject('/plugin/pages/bytes')).rawPayload], [1, 2, 255])
  t.equal((await inject('/plugin/pages/below/a/b')).payload, 'below/a/b')
  const bad = await inject('/plugin/pages/bad')
  t.equal(bad.statusCode, 502)
  t.strictSame(bad.json(), { detail: "The plugin 'pages' failed: no way" })
})

t.test('what hangs, throws, ends or asks for too much memory is told, and harms nothing else', async (t) => {
  const house = await workshop(t, {
    bad: {
      about: { memory: 32 },
      code: `export default {
        actions: {
          fine: () => 'fine',
          throws: () => { throw new TypeError('what a pity') },
          end: () => process.exit(3),
          later: () => { setTimeout(() => { throw new Error('later') }); return new Promise(() => {}) },
          eat: () => { const all = []; for (;;) all.push(new Array(1e5).fill({})) },
          odd: () => ({ f() {}, n: 1n })
        }
      }`
    },
    slow: {
      code: "export default { settings: [{ key: 'A', name: 'A', type: 'string', default: '', validate: () => { for (;;); } }], actions: { quick: () => 'quick' } }"
    },
    large: { code: "export default { actions: { huge: () => 'x'.repeat(9e6) }, locate: () => { for (;;); } }" },
    good: { code: "export default { actions: { well: () => 'well' } }" }
  })
  const { post } = house.as('admin')
  const ask = async (action: string) => (await post('/api/action/', { action })).body
  t.match(await ask('throws'), { detail: "The plugin 'bad' failed: what a pity" })
  t.match(await errors(house), [{ stage: 'work', name: 'bad', message: /actions\.throws: what a pity/ }])
  t.match((await house.as('admin').get('/api/error-report/')).body, [{ path: '/plugin/bad/actions.throws' }])
  t.match(await ask('odd'), { detail: /BigInt/ })
  t.equal((await ask('fine')).result, 'fine')
  t.match(await ask('end'), { detail: /it ended/ })
  t.equal((await ask('fine')).result, 'fine', 'it is started again')
  t.match(await ask('later'), { detail: /later/ })
  t.match(await ask('fine'), { result: 'fine' })
  t.match(await ask('eat'), { detail: /memory/ })
  t.match(await ask('fine'), { detail: /left alone/ }, 'after three ends it is given up')
  t.equal(
    (await house.as('admin').patch(`${url}slow/settings/A/`, { value: 'x' })).status,
    200,
    'after a while without it'
  )
  t.match((await errors(house))[1], { name: 'slow', message: /took longer than 5 s/ })
  t.equal((await ask('quick')).result, 'quick', 'in a thread that is new')
  t.match(await ask('huge'), { detail: /characters as JSON/ })
  t.equal((await ask('well')).result, 'well')
  await house.as('admin').post(`${url}reload/`, {})
  t.equal((await ask('fine')).result, 'fine')
  t.strictSame(await errors(house), [])
})

t.test('a plugin that cannot be used is refused in words, and nothing is changed', async (t) => {
  const cases: Record<string, [WrittenPlugin, RegExp]> = {
    throws: [{ code: "throw new Error('at once')" }, /at once/],
    syntax: [{ code: 'export default {' }, /Unexpected/],
    loops: [{ code: 'for (;;);' }, /not loaded within 10 s/],
    nothing: [{ code: '' }, /must export an object/],
    unknown: [{ code: 'export default { barcodes: () => 1 }' }, /"barcodes"/],
    wrong: [
      { code: 'export default { tasks: { tidy: { every: 0, run: () => 1 } } }' },
      /"tasks\.tidy\.every" must be >= 1/
    ],
    value: [{ code: "export default { barcode: 'x' }" }, /"barcode" must be a function/],
    escape: [
      { code: "export default { ui: [{ feature: 'panel', key: 'a', title: 'A', source: '../x.js' }] }" },
      /source/
    ]
  }
  const house = await workshop(t, Object.fromEntries(Object.entries(cases).map(([key, [plugin]]) => [key, plugin])), [])
  for (const [key, [, why]] of Object.entries(cases)) {
    const { status, body } = await house.as('admin').patch(`${url}${key}/activate/`, {})
    t.equal(status, 400, key)
    t.match(body.non_field_errors?.[0], why, key)
    t.equal((await house.as('admin').get(`${url}${key}/`)).body.active, false)
  }
})

t.test('packages that are no plugins for this server are told in the status', async (t) => {
  const house = await workshop(
    t,
    {
      future: { about: { interface: 2 }, code: '' },
      'greedy-one': { about: { rights: ['part.view', 'everything'] }, code: '' },
      inventreelabel: { code: '' },
      other: { about: { plugin: 'Bad Key' }, code: '' },
      fine: { code: 'export default {}' }
    },
    []
  )
  const told = await errors(house)
  t.match(
    told.map(({ name, message }) => [name, message]),
    [
      ['future', /made for version 2 of the plugin interface; this server has version 1/],
      ['greedy-one', /"everything", which there is not/],
      ['inventreelabel', /another plugin has the key/],
      ['other', /"plugin" must be its key/]
    ]
  )
  t.equal((await house.as('admin').get(`${url}fine/`)).status, 200)
  t.equal((await house.as('admin').get(`${url}future/`)).status, 404)
})

t.test('another version that asks for more does not run before that is granted', async (t) => {
  const code = "export default { actions: { hi: () => 'hi' } }"
  const house = await workshop(t, { lamp: { code } })
  const admin = house.as('admin')
  const hi = async () => (await admin.post('/api/action/', { action: 'hi' })).body
  t.equal((await hi()).result, 'hi')
  writePlugin(house.folder, 'lamp', { code, package: { version: '2.0.0' }, about: { rights: ['part.delete'] } })
  await admin.post(`${url}reload/`, {})
  t.match(await errors(house), [{ name: 'lamp', message: /rights that were not granted: part\.delete/ }])
  t.equal((await hi()).error, 'No matching action found')
  t.equal((await admin.patch(`${url}lamp/activate/`, {})).status, 200)
  t.equal((await hi()).result, 'hi')
  t.strictSame(await errors(house), [])
})

t.test('tasks are done when they are due, again and again, and once where they were queued', async (t) => {
  const house = await workshop(t, {
    clock: {
      code: `export default {
        tasks: {
          tick: { every: 60, run: async (_, { storage }) => storage.set('ticks', ((await storage.get('ticks')) ?? 0) + 1) },
          once: { run: async (data, { storage }) => storage.set('once', data) }
        },
        actions: {
          queue: (data, { queue }) => queue.add('once', data),
          unknown: (data, { queue }) => queue.add('twice', data),
          read: async (_, { storage }) => [await storage.get('ticks'), await storage.get('once')]
        }
      }`
    }
  })
  const ask = async (action: string, data: object = {}) =>
    (await house.as('admin').post('/api/action/', { action, data })).body
  const due = () =>
    house.db.updateTable('job').set({ run_after: '2020-01-01T00:00:00.000Z' }).where('state', '=', 'waiting').execute()
  const waiting = async () =>
    (await house.db.selectFrom('job').select('arguments').where('state', '=', 'waiting').execute()).length
  await ask('queue', { a: 1 })
  t.match(await ask('unknown'), { detail: /no task "twice"/ })
  await house.app.jobs.drain()
  t.strictSame((await ask('read')).result, [null, { a: 1 }])
  await due()
  await house.app.jobs.drain()
  t.equal((await ask('read')).result[0], null, 'the setting is off')
  await house.set('ENABLE_PLUGINS_SCHEDULE', true)
  for (const ticks of [1, 2]) {
    await due()
    await house.app.jobs.drain()
    t.equal((await ask('read')).result[0], ticks)
  }
  t.equal(await waiting(), 1)
  await house.as('admin').patch(`${url}clock/activate/`, { active: false })
  await house.as('admin').patch(`${url}clock/activate/`, {})
  t.equal(await waiting(), 2)
  await due()
  await house.app.jobs.drain()
  t.equal((await ask('read')).result[0], 3, 'those of the earlier activation do nothing')
  t.equal(await waiting(), 1)
})

t.test('changes of records are told to who listens and may see them, once the setting allows it', async (t) => {
  const listen = (models: string) => ({
    about: { rights: ['part.view'] },
    code: `export default {
      events: [${models}],
      actions: { heard: async (_, { storage }) => (await storage.get('heard')) ?? [] }
    }`
  })
  const run = `run: async ({ model, pk, action, status }, { storage, api }) =>
    storage.set('heard', [...(await storage.get('heard')) ?? [], [model, pk, action, status?.to ?? null]])`
  const house = await workshop(t, {
    ear: listen(
      `{ models: ['part', 'company'], actions: ['created', 'deleted'], ${run} }, { models: ['salesorder'], ${run} }`
    )
  })
  const heard = async () => {
    await house.app.dispatcher.drain()
    await house.app.jobs.drain()
    return (await house.as('admin').post('/api/action/', { action: 'heard' })).body.result
  }
  await heard()
  await house.make('/api/part/', { name: 'Silent', description: '' })
  t.strictSame(await heard(), [], 'the setting is off')
  await house.set('ENABLE_PLUGINS_EVENTS', true)
  const part = await house.make('/api/part/', { name: 'Bolt', description: '' })
  await house.as('admin').patch(`/api/part/${part.pk}/`, { description: 'x', active: false })
  await house.make('/api/company/', { name: 'Acme', is_customer: true })
  t.strictSame(await heard(), [['part', part.pk, 'created', null]], 'companies it may not see')
  t.equal((await house.as('admin').delete(`/api/part/${part.pk}/`)).status, 204)
  t.match(await heard(), [['part'], ['part', part.pk, 'deleted', null]])
})

t.test('a code of a plugin stands for the record that it names, for those who may see it', async (t) => {
  const house = await workshop(t, {
    none: { code: "export default { barcode: () => ({ model: 'nothing', pk: 1 }) }" },
    shelf: {
      code: "export default { barcode: (code) => code.startsWith('SHELF-') ? { model: 'stocklocation', pk: Number(code.slice(6)) } : null }"
    }
  })
  const { pk } = await house.make('/api/stock/location/', { name: 'Shelf' })
  await house.makeUser({ name: 'tove', roles: { part: ['view'] } })
  const scan = async (barcode: string, who = 'admin') => await house.as(who).post('/api/barcode/', { barcode })
  t.match((await scan(`SHELF-${pk}`)).body, { stocklocation: { pk }, plugin: 'The shelf' })
  t.match((await scan('SHELF-999')).body, { error: 'No match found for barcode data' })
  t.equal((await scan('SHELF-x')).status, 400)
  t.equal((await scan(`SHELF-${pk}`, 'tove')).status, 403)
})

t.test('a plugin may be written in TypeScript', async (t) => {
  const house = await workshop(t, {
    typed: {
      package: { exports: './index.ts' },
      code: '',
      files: {
        'index.ts': `import { definePlugin } from 'inventree-server/plugin'
          const double = (value: number): number => value * 2
          export default definePlugin({ actions: { double: ({ value }: { value: number }) => double(value) } })`
      }
    }
  })
  t.equal((await house.as('admin').post('/api/action/', { action: 'double', data: { value: 21 } })).body.result, 42)
})

t.test('below a path, panels name their files below it', async (t) => {
  const folder = pluginFolder(t, {
    chart: {
      code: "export default { ui: [{ feature: 'panel', key: 'a', title: 'A', source: 'a.js:draw' }] }",
      files: { [join('static', 'a.js')]: 'export const draw = 1' }
    }
  })
  const { app, as, set } = await build(t, { pluginFolder: folder, siteURL: 'https://example.org/shop' })
  await as('admin').patch(`${url}chart/activate/`, {})
  await set('ENABLE_PLUGINS_INTERFACE', true)
  const [{ source }] = (await as('admin').get(`${url}ui/features/panel/`, undefined, { host: 'example.org' })).body
  t.equal(source, '/shop/static/plugins/chart/a.js:draw')
  t.equal((await app.inject(source.split(':')[0])).payload, 'export const draw = 1')
})

t.test(
  'mail that goes out is told to who may read it, without what is secret, once the setting allows it',
  async (t) => {
    const code = `export default {
    mail: async ({ to, subject, text }, { storage }) => storage.set('mails', [...(await storage.get('mails')) ?? [], { to, subject, text }]),
    actions: { mails: async (_, { storage }) => (await storage.get('mails')) ?? [] }
  }`
    const folder = pluginFolder(t, { reader: { about: { rights: ['mail.read'] }, code }, curious: { code } })
    const house = await build(t, { pluginFolder: folder, mail: (await startMailServer(t)).config })
    const admin = house.as('admin')
    t.match((await admin.patch(`${url}curious/activate/`, {})).body, {
      non_field_errors: [/needs the right mail\.read/]
    })
    t.equal((await admin.patch(`${url}reader/activate/`, {})).status, 200)
    for (const name of ['mara', 'tove']) {
      const id = await house.makeUser({ name })
      await house.db
        .updateTable('user')
        .set({ email: `${name}@example.org` })
        .where('id', '=', id)
        .execute()
    }
    const askForLink = async (email: string) => {
      await house.as(null).post('/api/email/generate/', { email }, { host: 'localhost:8000' })
      await house.app.jobs.drain()
      return (await admin.post('/api/action/', { action: 'mails' })).body.result
    }
    t.strictSame(await askForLink('tove@example.org'), [], 'the setting is off')
    await house.set('ENABLE_PLUGINS_MAILS', true)
    const [mail] = await askForLink('mara@example.org')
    t.match(mail, { to: 'mara@example.org', text: /\*{8}/ })
  }
)
