// Plugins that mean no good, or were written in a hurry.
import t from 'tap'
import { rmSync } from 'node:fs'
import { errors, url, workshop, writePlugin } from '../support/plugins.ts'

const ACTIONS = '/api/action/'

t.test('whatever a plugin throws or sends, it ends at most its own thread', async (t) => {
  const house = await workshop(
    t,
    {
      'throws-null': { code: 'throw null' },
      'throws-two': { code: 'export default new Proxy({}, { get() { throw 2 }, ownKeys() { throw 1 } })' },
      waits: { code: 'await new Promise(() => {}); export default {}' },
      late: {
        code: 'export default { actions: { late: () => { setTimeout(() => { throw 5 }, 20); return new Promise(() => {}) } } }'
      },
      odd: {
        code: `import { parentPort } from 'node:worker_threads'
        const send = (text) => { parentPort.postMessage(text); return new Promise(() => {}) }
        export default { actions: {
          text: () => { for (const text of ['', 'null', '7', '{}', '{"type":"result"}', 'garbage']) parentPort.postMessage(text); return 'fine' },
          broken: () => send('{"type":"failure","id":2,"error":null}'),
          level: () => { parentPort.postMessage('{"type":"log","level":"constructor","text":"x"}'); return 'fine' }
        } }`
      }
    },
    ['late', 'odd']
  )
  const admin = house.as('admin')
  const activate = async (key: string) => (await admin.patch(`${url}${key}/activate/`, {})).body.non_field_errors[0]
  t.match(await activate('throws-null'), /it threw None|it threw null|which is no error/)
  t.match(await activate('throws-two'), /which is no error/)
  t.match(await activate('waits'), /not loaded within 10 s/)
  const ask = async (action: string) => (await admin.post(ACTIONS, { action })).body
  t.match(await ask('late'), { detail: /it threw 5, which is no error/ })
  t.equal((await ask('text')).result, 'fine')
  t.match(await ask('broken'), { detail: /no message of the interface/ })
  t.equal((await ask('level')).result, 'fine')
  t.equal((await admin.get(`${url}status/`)).status, 200)
})

t.test(
  'addresses with secrets, of other plugins and outside of the API → closed, however they are written',
  async (t) => {
    const house = await workshop(t, {
      good: {
        about: { rights: ['stock.view', 'stock.add', 'part.add', 'part.view'] },
        code: "export default { actions: { make: (_, { api }) => api.post('/api/part/', { body: { name: 'X', description: '' } }) } }"
      },
      evil: {
        code: `export default { actions: { get: ({ address, method = 'get', ...rest }, { api }) => api[method](address, rest) } }`
      }
    })
    const ask = async (address: string, more: object = {}) =>
      (await house.as('admin').post(ACTIONS, { action: 'get', data: { address, ...more } })).body
    for (const address of [
      '/api/user/token/',
      '/api/%75ser/token/',
      '/api/user/%74oken/',
      '/api/user/%74okens/',
      '/api/stock/../user/token/',
      '/api/stock/%2e%2e/user/token/',
      '/api/%70lugins/',
      '/api/%61uth/v1/auth/session',
      '/api/../admin/',
      '/api/../media/x',
      '/api/%zz/',
      '//example.org/api/',
      'http://example.org/api/',
      '/api/user/{id}/tokens/'
    ])
      t.match((await ask(address)).detail, /closed to plugins|begins with \/api\/|needs "id"/, address)
    t.match(await ask('/api/action/', { method: 'post', body: { action: 'make' } }), { detail: /closed to plugins/ })
    t.match(await ask('/api/part/{id}/', { path: { id: '../../user/token' } }), { detail: /404|403|closed/ })
    t.equal(
      (
        await house.db.selectFrom('api_token').innerJoin('user', 'user.id', 'user_id').select('username').execute()
      ).some(({ username }) => username.startsWith('plugin-')),
      false
    )
    t.equal((await house.as('admin').get('/api/part/')).body.length, 0)
  }
)

t.test('the account of a plugin is active as long as the plugin is; a plugin knows what who asks may do', async (t) => {
  const house = await workshop(t, {
    lamp: { code: 'export default { actions: { who: (_, { user }) => user.rights } }' }
  })
  const admin = house.as('admin')
  await house.makeUser({ name: 'tove', roles: { stock: ['view', 'change'] } })
  const rights = async (name: string) => (await house.as(name).post(ACTIONS, { action: 'who' })).body.result
  t.strictSame(await rights('tove'), ['stock.view', 'stock.change'])
  t.equal((await rights('admin')).length, 44)
  const account = async () => (await admin.get('/api/user/?search=plugin-lamp')).body[0]
  t.match(await account(), { is_active: true, is_staff: false, is_superuser: false })
  await admin.patch(`${url}lamp/activate/`, { active: false })
  t.match(await account(), { is_active: false })
  await admin.patch(`${url}lamp/activate/`, {})
  t.match(await account(), { is_active: true })
})

t.test('what was put into the folder just now can be activated; what cannot be used says why', async (t) => {
  const house = await workshop(t, { first: { code: 'export default {}' } })
  const admin = house.as('admin')
  writePlugin(house.folder, 'second', { code: 'export default { actions: { two: () => 2 } }' })
  t.equal((await admin.patch(`${url}second/activate/`, {})).status, 200)
  t.equal((await admin.post(ACTIONS, { action: 'two' })).body.result, 2)
  writePlugin(house.folder, 'future', { about: { interface: 2 }, code: '' })
  t.match((await admin.patch(`${url}future/activate/`, {})).body, { non_field_errors: [/made for version 2/] })
  writePlugin(house.folder, 'second', { code: '', about: { rights: ['part.view'] }, package: { version: '2.0.0' } })
  t.strictSame((await admin.patch(`${url}second/activate/`, { rights: [] })).body, {
    rights: ['The plugin asks for more than is granted: part.view.']
  })
  rmSync(`${house.folder}/second`, { recursive: true })
  t.match(await errors(house), [{ name: 'future' }, { name: 'second', message: /not installed any more/ }])
  t.match((await admin.post(ACTIONS, { action: 'two' })).body, { error: 'No matching action found' })
})
