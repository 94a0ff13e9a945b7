import t from 'tap'
import { build, type House } from '../helper.ts'

const HOOK = { name: 'ERP', url: 'https://erp.example.org/hooks' }
const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`

const stored = ({ db }: House) => db.selectFrom('webhook').selectAll().orderBy('id').execute()

t.test('a webhook is made with a secret that is shown once, and stands sealed in the database', async (t) => {
  const house = await build(t)
  const admin = house.as('admin')
  const { status, body } = await admin.post('/api/webhooks/', HOOK)
  t.equal(status, 201)
  t.match(body, { ...HOOK, active: true, models: [], actions: [], filters: {}, failing_since: null, disabled: '' })
  t.match(body.secret, /^whsec_[\w+/]{43}=$/)
  const [row] = await stored(house)
  t.equal(body.user, row!.user_id)
  t.notMatch(JSON.stringify(row), body.secret.slice(6))
  t.equal(house.vault.open(row!.secret), body.secret)
  const { pk } = body
  for (const answer of [
    await admin.get(`/api/webhooks/${pk}/`),
    await admin.get('/api/webhooks/'),
    await admin.patch(`/api/webhooks/${pk}/`, { active: true, secret: SECRET }),
    await admin.put(`/api/webhooks/${pk}/`, { ...HOOK, models: ['part'] })
  ]) {
    t.equal(answer.status, 200)
    t.notMatch(answer.text, /whsec_|"secret":"/)
  }
  await admin.patch(`/api/webhooks/${pk}/`, { secret: null })
  t.equal(house.vault.open((await stored(house))[0]!.secret), SECRET)
  t.match((await admin.get(`/api/webhooks/${pk}/`)).body, { models: ['part'], secret: null })
  t.equal((await admin.delete(`/api/webhooks/${pk}/`)).status, 204)
  t.strictSame(await stored(house), [])
})

t.test('what is wrong with a webhook is said of its field, and nothing is stored', async (t) => {
  const house = await build(t)
  const admin = house.as('admin')
  const refused = async (changes: object, problem: object) => {
    const { status, body } = await admin.post('/api/webhooks/', { ...HOOK, ...changes })
    t.match({ status, body }, { status: 400, body: problem }, JSON.stringify(changes).slice(0, 80))
  }
  await refused({ url: 'ftp://erp.example.org' }, { url: [/http:\/\/ or https:\/\//] })
  await refused({ url: 'https://a:b@erp.example.org' }, { url: [/user and password/] })
  await refused({ url: 'http://2130706433/' }, { url: [/127\.0\.0\.1 is no public address/] })
  await refused({ url: 'http://127.0.0.1:8000/' }, { url: [/127\.0\.0\.1 is no public address/] })
  await refused({ url: 'http://[::ffff:10.0.0.1]/' }, { url: [/no public address/] })
  await refused({ url: 'erp.example.org/hook' }, { url: [/http:\/\/ or https:\/\//] })
  await refused({ url: `https://erp.example.org/${'x'.repeat(2000)}` }, { url: [/2000/] })
  await refused({ models: ['part', 'gadget'] }, { models: ['"gadget" is not a valid choice.'] })
  await refused({ models: ['__proto__'] }, { models: ['"__proto__" is not a valid choice.'] })
  await refused({ actions: ['exploded'] }, { actions: /valid choice/ })
  for (const filters of ['__proto__', '[]', 3, null, true])
    t.equal((await admin.post('/api/webhooks/', { ...HOOK, filters })).status, 400)
  await refused({ filters: [1] }, { filters: ['It must be a JSON object.'] })
  await refused({ filters: { a: {} } }, { filters: [/only texts of at most 500/] })
  await refused({ filters: { a: 'x'.repeat(501) } }, { filters: [/only texts of at most 500/] })
  await refused(
    { filters: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`f${n}`, n])) },
    { filters: [/20/] }
  )
  await refused({ user: 99 }, { user: [/object does not exist/] })
  for (const secret of ['secret', 'whsec_', `whsec_${Buffer.alloc(23).toString('base64')}`, SECRET.slice(0, -1) + '!'])
    await refused({ secret }, { secret: [/24 to 64 bytes/] })
  t.strictSame(await stored(house), [])
  // As they are called in a network of containers.
  const { pk } = (await admin.post('/api/webhooks/', { name: 'near', url: 'http://my_receiver:9000/hook' })).body
  t.equal((await admin.delete(`/api/webhooks/${pk}/`)).status, 204)
  await admin.post('/api/webhooks/', HOOK)
  await refused({}, { name: ['A webhook with this name already exists.'] })
  t.equal((await stored(house)).length, 1)
  const { url } = HOOK
  for (let n = 1; n < 50; n++) t.equal((await admin.post('/api/webhooks/', { name: `W${n}`, url })).status, 201)
  await refused({ name: 'One too many' }, { non_field_errors: ['There may be 50 webhooks at most.'] })
})

t.test('nobody but a superuser reaches webhooks', async (t) => {
  const house = await build(t)
  const { pk } = await house.make('/api/webhooks/', HOOK)
  await house.makeUser({ name: 'stan', staff: true, roles: { admin: ['view', 'add', 'change', 'delete'] } })
  for (const [who, status] of [
    ['stan', 403],
    [null, 401]
  ] as const) {
    const client = house.as(who)
    t.equal((await client.get('/api/webhooks/')).status, status)
    t.equal((await client.post('/api/webhooks/', { name: 'Mine', url: HOOK.url })).status, status)
    t.equal((await client.get(`/api/webhooks/${pk}/`)).status, status)
    t.equal((await client.put(`/api/webhooks/${pk}/`, HOOK)).status, status)
    t.equal((await client.patch(`/api/webhooks/${pk}/`, { active: false })).status, status)
    t.equal((await client.post(`/api/webhooks/${pk}/test/`)).status, status)
    t.equal((await client.get(`/api/webhooks/${pk}/deliveries/`)).status, status)
    t.equal((await client.post(`/api/webhooks/${pk}/deliveries/1/resend/`)).status, status)
    t.equal((await client.delete(`/api/webhooks/${pk}/`)).status, status)
  }
  t.match(await stored(house), [{ active: 1 }])
})

t.test('what is not there is 404, also below a webhook of another', async (t) => {
  const house = await build(t)
  const admin = house.as('admin')
  const { pk } = await house.make('/api/webhooks/', HOOK)
  t.equal((await admin.get('/api/webhooks/99/')).status, 404)
  t.equal((await admin.post('/api/webhooks/99/test/')).status, 404)
  t.equal((await admin.get('/api/webhooks/99/deliveries/')).status, 404)
  t.match(await admin.post('/api/webhooks/99/deliveries/1/resend/'), { status: 404, body: { detail: /No Webhook / } })
  t.match(await admin.post(`/api/webhooks/${pk}/deliveries/1/resend/`), {
    status: 404,
    body: { detail: 'No WebhookDelivery matches the given query.' }
  })
  t.equal(
    (await house.as(null).post('/api/webhook/anything/', {})).status,
    404,
    'the address for messages from elsewhere'
  )
})
