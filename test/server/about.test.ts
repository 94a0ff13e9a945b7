import t from 'tap'
import { build, column } from '../helper.ts'

t.test('what changed, whose software, what is tried out', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const { get } = as('tove')
  t.match((await as('admin').get('/api/version-text')).body.at(-1), { version: 'v534', latest: true })
  t.strictSame((await as('admin').get('/api/version-text?start_version=9999')).body, [])
  t.strictSame((await as('admin').get('/api/version-text?versions=0')).body, [])
  t.equal((await as('admin').get('/api/version-text?versions=x')).status, 400)
  t.equal((await get('/api/version-text')).status, 403)
  const { backend, frontend } = (await get('/api/license/')).body
  t.match(
    backend.find(({ name }: { name: string }) => name === 'fastify'),
    { version: /^\d/, license: 'MIT' }
  )
  t.notOk(column(backend, 'name').includes('tap'), 'what only the tests need is no part of the server')
  t.strictSame(frontend, [])
  t.strictSame(
    (await get('/api/flags/')).body,
    ['EXPERIMENTAL', 'NEXT_GEN', 'OIDC'].map((key) => ({ key, state: false }))
  )
  t.strictSame((await as('admin').get('/api/flags/OIDC/')).body, { key: 'OIDC', state: false, conditions: [] })
  t.strictSame((await get('/api/flags/TEAPOT/')).body, { detail: 'Not found.' })
})
