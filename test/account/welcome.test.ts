import t from 'tap'
import { build } from '../helper.ts'
import { startMailServer } from '../support/smtp.ts'

const rita = { username: 'rita', first_name: 'Rita', last_name: 'Lind', email: 'Rita@workshop.example' }

t.test('whoever gets an account from an administrator is told so by mail, without a key', async (t) => {
  const server = await startMailServer(t)
  const house = await build(t, { mail: server.config, siteURL: 'https://parts.example.org' })
  const { post, patch } = house.as('admin')
  const { status, body } = await post('/api/user/', rita)
  t.equal(status, 201)
  await house.app.jobs.drain()
  const [mail, ...others] = server.mails
  t.equal(others.length, 0)
  t.match(mail, { to: ['Rita@workshop.example'], subject: '[InvenTree] Welcome' })
  for (const word of ['rita', 'https://parts.example.org/', 'https://parts.example.org/account/#/forgotten'])
    t.ok(mail!.text.includes(word), word)
  t.notMatch(mail!.text, /key=/)

  await patch(`/api/user/${body.pk}/`, { email: 'other@workshop.example' })
  await post('/api/user/', { ...rita, username: 'dumb', email: '' })
  await post('/api/user/', rita)
  await house.app.jobs.drain()
  t.equal(server.mails.length, 1, 'not for a change, nor without an address, nor for what was refused')

  await house.set('LOGIN_ENABLE_PWD_FORGOT', false)
  await post('/api/user/', { ...rita, username: 'rolf', email: 'rolf@workshop.example' })
  await house.app.jobs.drain()
  t.notMatch(server.mails[1]!.text, 'forgotten')
})

t.test('without a mail server an account is made all the same', async (t) => {
  const { as, db } = await build(t)
  t.equal((await as('admin').post('/api/user/', rita)).status, 201)
  t.strictSame(await db.selectFrom('email_message').select('id').execute(), [])
})
