import t from 'tap'
import { build } from '../helper.ts'
import { inside } from '../server/run.ts'
import { shared } from '../server/together.ts'
import { startMailServer } from '../support/smtp.ts'

t.test('a superuser makes a link for a new password, which is sent where there is an address', async (t) => {
  const server = await startMailServer(t)
  const { as, db, app, makeUser } = await build(t, { mail: server.config, siteURL: 'https://parts.example.org' })
  const [nora, dumb] = [await makeUser({ name: 'nora' }), await makeUser({ name: 'dumb' })]
  await makeUser({ name: 'stella', staff: true, roles: { admin: ['view', 'add', 'change', 'delete'] } })
  await db.updateTable('user').set({ email: 'Nora@lab.example' }).where('id', '=', nora).execute()
  const { post } = as('admin')
  const made = await post(`/api/user/${nora}/reset-link/`)
  t.match(made.body, {
    link: /^https:\/\/parts\.example\.org\/web\/set-password\?key=\S+$/,
    sent_to: 'nora@lab.example'
  })
  await app.jobs.drain()
  t.ok(server.mails[0]!.text.includes(made.body.link))
  const key = made.body.link.split('key=')[1]
  const looked = await as(null).get('/api/auth/v1/auth/password/reset', undefined, { 'x-password-reset-key': key })
  t.match(looked.body, { data: { user: { username: 'nora' } } })
  t.match((await post(`/api/user/${dumb}/reset-link/`)).body, { sent_to: null })
  t.equal((await post('/api/user/4242/reset-link/')).status, 404)
  t.equal((await as('stella').post(`/api/user/${nora}/reset-link/`)).status, 403)
  await db.updateTable('user').set({ is_active: 0 }).where('id', '=', nora).execute()
  t.equal((await post(`/api/user/${nora}/reset-link/`)).status, 400)
})

t.test('user reset-link prints the link', async (t) => {
  const env = { ...(await shared(t)), INVENTREE_SITE_URL: 'https://parts.example.org' }
  t.equal((await inside(['user', 'create', 'mara', '--no-password'], env)).code, 0)
  const { code, out } = await inside(['user', 'reset-link', 'mara'], env)
  t.equal(code, 0)
  t.match(out, /^https:\/\/parts\.example\.org\/web\/set-password\?key=\S+\n/)
  t.equal((await inside(['user', 'reset-link', 'nobody'], env)).code, 1)
})
