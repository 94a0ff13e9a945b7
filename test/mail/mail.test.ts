import t from 'tap'
import { basic, build, column } from '../helper.ts'
import { smtpRefusal, startMailServer, until } from '../support/smtp.ts'

const LIST = '/api/admin/email/'
const TEST = '/api/admin/email/test/'

t.test('without a mail server a test mail is 400, and nothing is sent, nor kept', async (t) => {
  const { as, app } = await build(t)
  const refused = await as('admin').post(TEST, { email: 'to@lab.example' })
  t.equal(refused.status, 400)
  t.strictSame(refused.body, ['Failed to send test email: "INVE-W7: Email server not configured"'])
  t.strictSame((await as('admin').post(TEST, {})).body, { email: ['This field is required.'] })
  t.strictSame((await as('admin').post(TEST, { email: '' })).body, { email: ['This field may not be blank.'] })
  t.strictSame((await as('admin').post(TEST, { email: 'no mail' })).body, { email: ['Enter a valid email address.'] })
  await app.jobs.drain()
  t.strictSame((await as('admin').get(LIST)).body, [])
  t.equal((await as('admin').get('/api/')).body.email_configured, false)
})

t.test('a test mail arrives at once, and the log of mail shows it', async (t) => {
  const server = await startMailServer(t)
  const { as } = await build(t, { mail: server.config })
  t.equal((await as('admin').get('/api/')).body.email_configured, true)
  t.strictSame((await as('admin').post(TEST, { email: 'to@lab.example' })).body, { email: 'to@lab.example' })
  const [mail] = server.mails
  t.match(mail, { to: ['to@lab.example'], from: 'stores@workshop.example', subject: '[InvenTree] Test mail' })
  t.match(mail!.raw, /^From: Stores <stores@workshop.example>$/m)
  t.match(mail!.raw, /^Content-Type: text\/html/m)
  t.match(mail!.text, /can send mail/)
  const [row] = (await as('admin').get(LIST)).body
  t.match(row, { to: 'to@lab.example', status: 'S', direction: 'O', sender: 'stores@workshop.example' })
  t.ok(mail!.raw.includes(`Message-ID: ${row.message_id_key}`))
  t.strictSame((await as('admin').get(`${LIST}${row.global_id}/`)).body, row)
  t.equal((await as('admin').get(`${LIST}${row.global_id.replaceAll('-', '')}/`)).status, 200)
})

t.test('a mail server that refuses a test mail is told in the answer and kept in the log of mail', async (t) => {
  const server = await startMailServer(t)
  const { as } = await build(t, { mail: server.config })
  server.before = async () => {
    throw smtpRefusal(554, 'No mail of that kind')
  }
  const refused = await as('admin').post(TEST, { email: 'to@lab.example' })
  t.equal(refused.status, 400)
  t.match(refused.body[0], /^Failed to send test email: ".*No mail of that kind"$/)
  t.match((await as('admin').get(LIST)).body[0], { status: 'F', error_code: '554' })
})

t.test('mail is searched, sorted, paged and deleted, but not while the log is protected', async (t) => {
  const server = await startMailServer(t)
  const { as, set } = await build(t, { mail: server.config })
  for (const email of ['a@lab.example', 'b@shop.example', 'c@lab.example']) await as('admin').post(TEST, { email })
  const { get, delete: remove } = as('admin')
  t.strictSame(column((await get(`${LIST}?search=lab.example&ordering=to`)).body, 'to'), [
    'a@lab.example',
    'c@lab.example'
  ])
  const page = (await get(`${LIST}?ordering=-to&limit=1`)).body
  t.match(page, { count: 3, results: [{ to: 'c@lab.example' }] })
  t.strictSame((await get(`${LIST}00000000-0000-4000-8000-000000000000/`)).body, {
    detail: 'No EmailMessage matches the given query.'
  })
  t.strictSame((await get(`${LIST}1/`)).body, { detail: 'Not found.' })
  const [c, b, a] = column((await get(LIST)).body, 'global_id')
  await set('INVENTREE_PROTECT_EMAIL_LOG', true)
  t.equal((await remove(`${LIST}${a}/`)).status, 400)
  t.equal((await remove(LIST, { items: [a] })).status, 400)
  await set('INVENTREE_PROTECT_EMAIL_LOG', false)
  t.equal((await remove(`${LIST}${a}/`)).status, 204)
  t.strictSame((await remove(LIST, {})).body, {
    non_field_errors: 'List of items must be provided for bulk operation'
  })
  t.strictSame((await remove(LIST, { items: ['{e}', a] })).body, {
    non_field_errors: 'No items match the provided criteria'
  })
  t.strictSame((await remove(LIST, { items: [b] })).body, { success: 'Deleted 1 items' })
  t.strictSame(column((await get(LIST)).body, 'global_id'), [c])
  t.strictSame((await remove(`${LIST}?all=true`, {})).body, { success: 'Deleted 1 items' })
})

t.test('a notification goes to its user by mail as well, once, with a link; the log does not hold it up', async (t) => {
  const server = await startMailServer(t)
  const { as, app, db, make, makeUser } = await build(t, {
    mail: server.config,
    siteURL: 'https://parts.example.org'
  })
  const nora = await makeUser({ name: 'nora', roles: { build: ['view'] } })
  await makeUser({ name: 'silent', roles: { build: ['view'] } })
  await db.updateTable('user').set({ email: 'nora@lab.example' }).where('id', '=', nora).execute()
  const owner = (await as('admin').get('/api/user/owner/?search=nora')).body[0].pk
  const part = await make('/api/part/', { name: 'Gearbox', assembly: true })
  let hold = () => {}
  server.before = () => new Promise((resolve) => (hold = resolve))
  const order = await make('/api/build/', { part: part.pk, quantity: 1, responsible: owner })
  t.equal((await as('nora').get('/api/notifications/')).body.length, 1)
  const drained = app.jobs.drain()
  const answer = await as('admin').get('/api/build/')
  t.equal(answer.status, 200, 'others are answered while the mail server thinks')
  await until(async () => (await as('admin').get(LIST)).body.length === 1)
  t.equal((await as('admin').get(LIST)).body[0].status, 'A')
  const timer = setInterval(() => hold(), 20)
  await drained
  clearInterval(timer)
  t.equal(server.mails.length, 1)
  t.match(server.mails[0], { to: ['nora@lab.example'], subject: '[InvenTree] New Build Order' })
  t.ok(server.mails[0]!.text.includes(`https://parts.example.org/web/manufacturing/build-order/${order.pk}`))
  t.match((await as('admin').get(LIST)).body, [{ status: 'S', to: 'nora@lab.example' }])
})

t.test('what a mail server does not take now is tried again later; what it refuses for good is not', async (t) => {
  const server = await startMailServer(t)
  const { app, db, as, vault } = await build(t, { mail: server.config })
  const { Mailer } = await import('#framework/mail/mailer.ts')
  const mailer = new Mailer({ server: server.config, vault, log: app.log })
  let refusal: Error | undefined = smtpRefusal(451, 'Come again')
  server.before = async () => {
    if (refusal) throw refusal
  }
  await mailer.post(db, 'late@lab.example', { subject: 'Later\r\nBcc: evil@lab.example', paragraphs: ['Text'] })
  await app.jobs.drain()
  t.match((await as('admin').get(LIST)).body[0], { status: 'A', error_code: '451', error_message: /Come again/ })
  const job = () => db.selectFrom('job').selectAll().executeTakeFirstOrThrow()
  t.match(await job(), { state: 'waiting', attempts: 1, error: /Come again/ })
  t.ok(Date.parse((await job()).run_after) > Date.now() + 5000, 'not at once')
  refusal = undefined
  await db.updateTable('job').set({ run_after: '2020-01-01' }).execute()
  await app.jobs.drain()
  t.match((await as('admin').get(LIST)).body[0], { status: 'S' })
  t.match(await job(), { state: 'done', attempts: 2, error: null })
  t.equal(server.mails[0]!.subject, '[InvenTree] Later Bcc: evil@lab.example', 'no header of its own')
  t.strictSame(server.mails[0]!.to, ['late@lab.example'])
  refusal = smtpRefusal(550, 'Nobody here')
  await db.deleteFrom('job').execute()
  await mailer.post(db, 'gone@lab.example', { subject: 'Never', paragraphs: ['Text'] })
  await app.jobs.drain()
  t.match(await job(), { state: 'failed', attempts: 1 })
  t.match((await as('admin').get(LIST)).body[0], { status: 'F', error_code: '550' })
})

t.test('mail that failed for good can be tried again; what is dropped is not sent, and says so', async (t) => {
  const server = await startMailServer(t)
  const { app, db, as, vault } = await build(t, { mail: server.config })
  const { Mailer } = await import('#framework/mail/mailer.ts')
  const mailer = new Mailer({ server: server.config, vault, log: app.log })
  let refusal: Error | undefined = smtpRefusal(550, 'Relaying denied')
  server.before = async () => {
    if (refusal) throw refusal
  }
  await mailer.post(db, 'to@lab.example', { subject: 'Wanted', paragraphs: ['Text'] })
  await app.jobs.drain()
  const failed = '/api/background-task/failed/'
  const [{ pk }] = (await as('admin').get(failed)).body
  t.match((await as('admin').get(LIST)).body, [{ status: 'F', error_code: '550' }])
  refusal = undefined
  t.equal((await as('admin').post(`${failed}${pk}/retry/`)).status, 200)
  t.match((await as('admin').get(LIST)).body, [{ status: 'A' }])
  await app.jobs.drain()
  t.match((await as('admin').get(LIST)).body, [{ status: 'S' }])
  t.strictSame(
    server.mails.map(({ subject }) => subject),
    ['[InvenTree] Wanted']
  )
  await mailer.post(db, 'to@lab.example', { subject: 'Dropped', paragraphs: ['Text'] })
  t.equal((await as('admin').delete('/api/background-task/pending/?all=true', {})).status, 200)
  t.match((await as('admin').get(LIST)).body[0], { status: 'F', error_code: 'DROPPED' })
  const rows = await db.selectFrom('email_message').select('sealed').execute()
  t.ok(rows.every(({ sealed }) => sealed === null))
})

t.test('mail that waits for a mail server is not lost when its last try ends with the process', async (t) => {
  const server = await startMailServer(t)
  const { app, db, vault } = await build(t, { mail: server.config })
  const { Mailer } = await import('#framework/mail/mailer.ts')
  const mailer = new Mailer({ server: server.config, vault, log: app.log })
  server.before = () => new Promise(() => undefined)
  await mailer.post(db, 'to@lab.example', { subject: 'Wanted', paragraphs: ['Text'] })
  await db.updateTable('job').set({ attempts: 8 }).execute()
  const ended = app.jobs.drain()
  await until(async () => (await db.selectFrom('job').select('state').executeTakeFirst())?.state === 'running')
  await app.jobs.stop()
  await ended
  t.match(await db.selectFrom('job').selectAll().execute(), [{ state: 'waiting', attempts: 8 }])
  t.match(await db.selectFrom('email_message').select(['status', 'sealed']).execute(), [{ status: 'A', sealed: /./ }])
})

t.test('what is no address is sent nothing, and what a link keeps secret stands in no table', async (t) => {
  const server = await startMailServer(t)
  const { app, db, as, vault } = await build(t, { mail: server.config })
  const { Mailer } = await import('#framework/mail/mailer.ts')
  const mailer = new Mailer({ server: server.config, vault, log: app.log })
  for (const to of [
    'a@b.example\r\nRCPT TO:<c@d.example>',
    'a@b.example, c@d.example',
    '<x>',
    `${'a'.repeat(250)}@b.example`
  ])
    await mailer.post(db, to, { subject: 'x', paragraphs: [] })
  t.strictSame((await as('admin').get(LIST)).body, [])
  const link = { label: 'Here:', link: 'https://parts.example.org/?key=', secret: 'hush-hush-1234' }
  await mailer.post(db, 'a@b.example', { subject: 'Key', paragraphs: ['<b>&', link] })
  for (const table of ['email_message', 'job'] as const)
    t.notMatch(JSON.stringify(await db.selectFrom(table).selectAll().execute()), /hush-hush/)
  await app.jobs.drain()
  t.ok(server.mails[0]!.text.includes('https://parts.example.org/?key=hush-hush-1234\n'))
  t.ok(server.mails[0]!.raw.includes('&lt;b&gt;&amp;'))
  const [row] = (await as('admin').get(LIST)).body
  t.ok(row.body.includes('?key=********'))
  t.equal((await db.selectFrom('email_message').select('sealed').executeTakeFirstOrThrow()).sealed, null)
})

t.test('only superusers see mail and send tests', async (t) => {
  const { by, makeUser } = await build(t)
  await makeUser({ name: 'stella', staff: true })
  const stella = by({ authorization: basic('stella') })
  t.equal((await stella.get(LIST)).status, 403)
  t.equal((await stella.post(TEST, { email: 'a@b.example' })).status, 403)
})
