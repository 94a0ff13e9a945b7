// Where links in mail lead: nobody may have keys sent that lead to a server of theirs.
import t from 'tap'
import { build } from '../helper.ts'
import { browser } from '../support/cookies.ts'
import { startMailServer } from '../support/smtp.ts'

t.test('without an address of the server, only who asks this machine by its own name has links sent', async (t) => {
  const { mails, config } = await startMailServer(t)
  const house = await build(t, { mail: config })
  await house.set('LOGIN_ENABLE_REG', true)
  const nora = await house.makeUser({ name: 'nora' })
  await house.db.updateTable('user').set({ email: 'nora@lab.example' }).where('id', '=', nora).execute()
  const send = browser(house)
  await send('GET', 'config')

  const ask = async (host: string) => {
    mails.length = 0
    const forgotten = await send('POST', 'auth/password/request', { email: 'nora@lab.example' }, { host })
    t.strictSame(forgotten.body, { status: 200 }, 'the answer tells nothing')
    const generated = await house.as(null).post('/api/email/generate/', { email: 'nora@lab.example' }, { host })
    t.strictSame(generated.body, { status: 'ok' })
    await house.app.jobs.drain()
    return mails.map(({ text }) => /https?:\/\/[^/]+/.exec(text)?.[0])
  }
  for (const host of ['localhost.evil.example', '203.0.113.9:8000']) t.strictSame(await ask(host), [], host)
  const other = browser(house)
  await other('GET', 'config')
  const wanted = { username: 'gerd', email: 'gerd@lab.example', password: 'Deep-drill-1001' }
  t.equal((await other('POST', 'auth/signup', wanted, { host: 'evil.example' })).status, 200)
  await house.app.jobs.drain()
  t.strictSame(mails, [])
  for (const host of ['localhost:8000', '[::1]:8000'])
    t.strictSame(await ask(host), [`http://${host}`, `http://${host}`])

  const made = await house.as('admin').post(`/api/user/${nora}/reset-link/`, undefined, { host: 'parts.lan:8000' })
  t.match(made.body.link, /^http:\/\/parts\.lan:8000\/web\/set-password/, 'an administrator knows where they are')
  await house.app.jobs.drain()
  await house.set('INVENTREE_BASE_URL', 'https://parts.example.org')
  t.strictSame(await ask('evil.example'), ['https://parts.example.org', 'https://parts.example.org'])
})
