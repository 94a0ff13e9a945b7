// Two servers of one database: what one does to plugins holds in the other at once.
import t, { type Test } from 'tap'
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { createToken } from '#auth/tokens.ts'
import { buildApp } from '#server/app.ts'
import { CONFIG } from '../helper.ts'
import { folder } from '../server/run.ts'
import { pluginFolder } from '../support/plugins.ts'
import { dropDatabase, makeDatabase, onPostgres } from '../support/postgres.ts'
import { TEST_VAULT } from '../support/vault.ts'

/** An empty database that several open, and goes with the test. */
async function shared(t: Test) {
  if (!onPostgres) return join(folder(t), 'inventree.sqlite3')
  const place = await makeDatabase()
  t.teardown(() => dropDatabase(place.name))
  return place
}

t.test('a plugin that one server switches on or sets → so in the other', async (t) => {
  const database = await shared(t)
  const plugins = pluginFolder(t, { lamp: { code: "export default { actions: { on: () => 'on' } }" } })
  const start = async () => {
    const db = await openDatabase(database)
    const app = await buildApp({ config: { ...CONFIG, database, pluginFolder: plugins }, db, vault: TEST_VAULT })
    t.teardown(async () => {
      await app.close()
      await db.destroy()
    })
    return { db, app }
  }
  const [one, two] = [await start(), await start()]
  const user_id = await createUser(one.db, { username: 'ada', is_staff: true, is_superuser: true })
  const { token } = await createToken(one.db, TEST_VAULT, { user_id, name: '' })
  const ask = async ({ app }: typeof one, method: 'GET' | 'PATCH' | 'POST', url: string, payload?: object) =>
    (
      await app.inject({ method, url, headers: { authorization: `Token ${token}` }, ...(payload && { payload }) })
    ).json()
  const part = await ask(one, 'POST', '/api/part/', { name: 'Bolt', description: '' })
  const code = async (of: typeof one) =>
    (await ask(of, 'POST', '/api/barcode/generate/', { model: 'part', pk: part.pk })).barcode
  t.equal(await code(two), `INV-PA${part.pk}`)
  const prefix = '/api/plugins/inventreebarcode/settings/SHORT_BARCODE_PREFIX/'
  t.match(await ask(one, 'PATCH', prefix, { value: 'XY-' }), { value: 'XY-' })
  t.equal(await code(two), `XY-PA${part.pk}`)

  const own = '/api/plugins/digikeyplugin/'
  t.match(await ask(two, 'GET', `${own}settings/`), { detail: /not active/ })
  t.match(await ask(one, 'PATCH', `${own}activate/`, {}), { active: true })
  const active = async () => (await ask(two, 'GET', '/api/plugins/status/')).active_plugins
  const before = await active()
  t.match(await ask(one, 'PATCH', `${own}activate/`, { active: false }), { active: false })
  t.equal(await active(), before - 1)

  const act = () => ask(two, 'POST', '/api/action/', { action: 'on' })
  t.match(await act(), { error: /No matching action/ })
  t.match(await ask(one, 'PATCH', '/api/plugins/lamp/activate/', {}), { active: true })
  t.match(await act(), { result: 'on' })
  t.match(await ask(one, 'PATCH', '/api/plugins/lamp/activate/', { active: false }), { active: false })
  t.match(await act(), { error: /No matching action/ })
})
