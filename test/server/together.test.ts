import t from 'tap'
import { basic, PASSWORD } from '../helper.ts'
import { run, serve, type Server } from './run.ts'
import { compete, login, shared } from './together.ts'

t.test('two servers on one database behave as one', async (t) => {
  const env = await shared(t)
  // Started together over an empty database: the tables and the administrator are made once.
  const servers = (await Promise.all([serve(t, [], env), serve(t, [], env)])) as [Server, Server]
  const [one, other] = servers
  const { token } = (await one.ask('GET', '/api/user/token/', login)).body
  const admin = `Token ${token}`
  t.equal((await other.ask('GET', '/api/user/?limit=1', admin)).body.count, 1)
  await compete(t, servers, admin)

  for (const name of ['Lab 7', 'Lab 8', 'Lab 9']) {
    await one.ask('PATCH', '/api/settings/global/INVENTREE_INSTANCE/', admin, { value: name })
    t.equal((await other.ask('GET', '/api/', admin)).body.instance, name, 'a setting')
    t.equal((await one.ask('GET', '/api/', admin)).body.instance, name, 'also here')
  }
  const units = { name: 'drumful', symbol: 'drm', definition: '35 * liter' }
  t.equal((await other.ask('POST', '/api/part/', admin, { name: 'Grain', units: 'drumful' })).status, 400)
  t.equal((await one.ask('POST', '/api/units/', admin, units)).status, 201)
  const counts = async () =>
    await Promise.all(servers.map(async (server) => (await server.ask('GET', '/api/part/?limit=1', admin)).body.count))
  const [parts] = await counts()
  t.equal((await other.ask('POST', '/api/part/', admin, { name: 'Grain', units: 'drumful' })).status, 201, 'a unit')
  t.strictSame(await counts(), [parts + 1, parts + 1], 'a count that both remembered')

  await run(['user', 'create', 'mara'], env, `${PASSWORD}\n`)
  const mara = basic('mara')
  t.equal((await other.ask('GET', '/api/user/me/', mara)).status, 200, 'a user that the command line made')
  const pk = (await one.ask('GET', '/api/user/me/', mara)).body.pk
  t.equal((await other.ask('GET', '/api/part/?limit=1', mara)).status, 403)
  const group = (await one.ask('POST', '/api/user/group/', admin, { name: 'Readers' })).body
  const ruleset = (await one.ask('GET', `/api/user/ruleset/?group=${group.pk}`, admin)).body.find(
    (rule: any) => rule.name === 'part'
  )
  await one.ask('PATCH', `/api/user/ruleset/${ruleset.pk}/`, admin, { can_view: true })
  await one.ask('PATCH', `/api/user/${pk}/`, admin, { group_ids: [group.pk] })
  t.equal((await other.ask('GET', '/api/part/?limit=1', mara)).status, 200, 'a role')
  const { token: hers } = (await one.ask('GET', '/api/user/token/', mara)).body
  t.equal((await other.ask('GET', '/api/part/?limit=1', `Token ${hers}`)).status, 200, 'a token')
  const made = (await other.ask('GET', `/api/user/tokens/?user=${pk}&all_users=true`, admin)).body
  t.equal(
    (
      await other.ask(
        'DELETE',
        `/api/user/tokens/${made.find((one: any) => one.user === pk).id}/?all_users=true`,
        admin
      )
    ).status,
    204
  )
  t.equal((await one.ask('GET', '/api/part/?limit=1', `Token ${hers}`)).status, 401, 'a token that is revoked')
  const changed = 'Kettle-Walnut-81'
  t.equal((await one.ask('PATCH', `/api/user/${pk}/set-password/`, admin, { password: changed })).status, 200)
  t.equal((await other.ask('GET', '/api/part/?limit=1', mara)).status, 401, 'a password')
  const anew = `Basic ${btoa(`mara:${changed}`)}`
  t.equal((await other.ask('GET', '/api/part/?limit=1', anew)).status, 200)
  await one.ask('PATCH', `/api/user/${pk}/`, admin, { is_active: false })
  t.equal((await other.ask('GET', '/api/part/?limit=1', anew)).status, 401, 'a remembered login')
  for (const server of servers) t.equal(await server.stop(), 0)
})
