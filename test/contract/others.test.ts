import t from 'tap'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RULESET_NAMES } from '#auth/rulesets.ts'
import { VERBS } from '#contract/scopes.ts'
import { build, column, type Client, type House } from '../helper.ts'
import { multipart } from '../support/multipart.ts'

const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-others-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))

/** Two users alike: both may everything by their roles, neither is staff. */
async function two(t: Parameters<typeof build>[0]) {
  const built = await build(t, { mediaRoot })
  const roles = Object.fromEntries(RULESET_NAMES.map((name) => [name, VERBS]))
  const [ann, bob] = [await built.makeUser({ name: 'ann', roles }), await built.makeUser({ name: 'bob', roles })]
  return { ...built, ann, bob, asAnn: built.as('ann'), asBob: built.as('bob') }
}

/** Everything that can be done to one record → 404, however it is addressed. */
async function notThere(
  t: Parameters<typeof build>[0],
  client: Client,
  url: string,
  methods: readonly ('get' | 'put' | 'patch' | 'delete')[],
  body: object = {}
) {
  for (const method of methods)
    t.equal(
      (await client[method](url, ['get', 'delete'].includes(method) ? undefined : body)).status,
      404,
      `${method} ${url}`
    )
}

const rows = async (
  db: House['db'],
  table:
    | 'notification_message'
    | 'data_output'
    | 'api_token'
    | 'user_setting'
    | 'attachment'
    | 'parameter'
    | 'barcode_scan'
    | 'part_star'
) =>
  await db
    .selectFrom(table)
    .selectAll()
    .orderBy('id' as never)
    .execute()

t.test('notifications of others are not there: list, filters, one, all at once', async (t) => {
  const { db, ann, bob, asAnn, asBob } = await two(t)
  const tell = (user_id: number) =>
    db
      .insertInto('notification_message')
      .values({
        user_id,
        category: 'test',
        name: `for ${user_id}`,
        message: 'secret',
        creation: '2026-01-01T00:00:00.000Z',
        target_model_type: 'user',
        target_model_id: 1
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  const [mine, other] = [(await tell(ann)).id, (await tell(bob)).id]
  const kept = async () => (await rows(db, 'notification_message')).find(({ id }) => id === other)
  const before = await kept()
  for (const query of [
    '',
    '?search=secret',
    `?user=${bob}`,
    '?category=test',
    '?read=false',
    '?ordering=-creation&limit=10'
  ]) {
    const { body } = await asAnn.get(`/api/notifications/${query}`)
    t.strictSame(column(body.results ?? body, 'pk'), [mine], query)
  }
  await notThere(t, asAnn, `/api/notifications/${other}/`, ['get', 'put', 'patch', 'delete'], { read: true })
  t.equal((await asAnn.post('/api/notifications/readall/', {})).status, 200)
  t.strictSame((await asAnn.delete('/api/notifications/', { items: [other] })).body, { success: 'Deleted 0 items' })
  t.strictSame((await asAnn.delete('/api/notifications/?all=true', {})).body, { success: 'Deleted 1 items' })
  t.strictSame(await kept(), before, 'not even read')
  t.equal((await asBob.get(`/api/notifications/${other}/`)).status, 200)
})

t.test("files made on demand for others are not there, and never deleted with one's own", async (t) => {
  const { as, db, bob, asAnn, asBob } = await two(t)
  const mine = (await asAnn.get('/api/units/?export=true')).body
  const other = (await asBob.get('/api/units/?export=true')).body
  for (const query of ['', `?user=${bob}`, '?search=Unit', '?ordering=-user&limit=5']) {
    const { body } = await asAnn.get(`/api/data-output/${query}`)
    t.strictSame(column(body.results ?? body, 'pk'), query.includes('user=') ? [] : [mine.pk], query)
  }
  await notThere(t, asAnn, `/api/data-output/${other.pk}/`, ['get', 'delete'])
  await asAnn.delete('/api/data-output/', { items: [other.pk] })
  await asAnn.delete('/api/data-output/?all=true', {})
  t.strictSame(column(await rows(db, 'data_output'), 'id'), [other.pk])
  t.equal((await asBob.get(other.output)).status, 200, 'the file is there')
  t.equal((await as('admin').get(`/api/data-output/${other.pk}/`)).status, 200, 'staff see all')
})

t.test('tokens of others are neither seen, nor made, nor revoked', async (t) => {
  const { as, db, ann, bob, asAnn, asBob } = await two(t)
  const other = (await asBob.post('/api/user/tokens/', { name: 'phone' })).body
  for (const query of [
    '',
    '?all_users=true',
    `?user=${bob}`,
    `?user=${bob}&all_users=1`,
    '?search=phone&all_users=1'
  ]) {
    t.notOk(column((await asAnn.get(`/api/user/tokens/${query}`)).body, 'user').includes(bob), query)
  }
  await notThere(t, asAnn, `/api/user/tokens/${other.id}/`, ['get', 'delete'])
  await notThere(t, asAnn, `/api/user/tokens/${other.id}/?all_users=true`, ['get', 'delete'])
  t.equal((await asAnn.delete(`/api/user/${bob}/tokens/`)).status, 404)
  for (const user of [bob, 1]) t.equal((await asAnn.post('/api/user/tokens/', { user })).status, 400)
  t.notOk((await rows(db, 'api_token')).some((row) => row.revoked === 1))
  const made = (
    await asAnn.post('/api/user/tokens/', {
      token: other.token,
      key: other.token,
      id: other.id,
      user_id: bob,
      hash: 'x'
    })
  ).body
  t.match(made, { user: ann })
  t.notOk([other.token, other.id].includes(made.token) || made.id === other.id)
  t.equal(
    (await as('admin').get(`/api/user/tokens/${other.id}/`)).status,
    404,
    'also for a superuser who does not ask for all'
  )
})

t.test("settings of users: always one's own, whatever is sent", async (t) => {
  const { db, ann, bob, asAnn, asBob } = await two(t)
  t.equal(
    (
      await asAnn.patch(`/api/settings/user/DATE_DISPLAY_FORMAT/?user=${bob}`, {
        value: 'DD/MM/YYYY',
        user: bob,
        user_id: bob
      })
    ).status,
    200
  )
  t.match((await asBob.get('/api/settings/user/DATE_DISPLAY_FORMAT/')).body, { value: 'YYYY-MM-DD', user: bob })
  t.match((await asAnn.get(`/api/settings/user/DATE_DISPLAY_FORMAT/?user=${bob}`)).body, {
    value: 'DD/MM/YYYY',
    user: ann
  })
  t.strictSame([...new Set(column((await asAnn.get(`/api/settings/user/?user=${bob}`)).body, 'user'))], [ann])
  t.strictSame(
    (await rows(db, 'user_setting'))
      .filter((row) => 'user_id' in row && row.user_id === bob)
      .map((row) => 'value' in row && row.value),
    ['YYYY-MM-DD']
  )
})

t.test("profiles and accounts: one's own alone is written", async (t) => {
  const { db, ann, bob, asAnn } = await two(t)
  const everything = {
    displayname: 'Ann',
    user: bob,
    user_id: bob,
    pk: bob,
    id: bob,
    is_superuser: true,
    is_staff: true,
    is_active: false,
    group_ids: [1],
    groups: [1],
    password: 'x'
  }
  for (const url of ['/api/user/me/profile/', '/api/user/profile/'])
    t.equal((await asAnn.patch(url, everything)).status, 200, url)
  t.equal((await asAnn.patch('/api/user/me/', { ...everything, first_name: 'Ann' })).status, 200)
  const users = await db
    .selectFrom('user')
    .select(['id', 'first_name', 'is_superuser', 'is_staff', 'is_active', 'password'])
    .where('id', 'in', [ann, bob])
    .orderBy('id')
    .execute()
  t.match(users, [
    { id: ann, first_name: 'Ann', is_superuser: 0, is_staff: 0, is_active: 1, password: users[1]!.password! },
    { id: bob, first_name: '', is_superuser: 0, is_staff: 0, is_active: 1 }
  ])
  const { displayname } = await db
    .selectFrom('user_profile')
    .select('displayname')
    .where('user_id', '=', bob)
    .executeTakeFirstOrThrow()
  t.equal(displayname, null)
  for (const method of ['put', 'patch', 'delete'] as const)
    t.equal((await asAnn[method](`/api/user/${bob}/`, {})).status, 403)
  for (const method of ['put', 'patch'] as const)
    t.equal((await asAnn[method](`/api/user/${bob}/set-password/`, { password: 'Turbine-Kayak-55' })).status, 403)
})

t.test('stars are set and seen for oneself alone', async (t) => {
  const { db, ann, bob, make, asAnn, asBob } = await two(t)
  const { pk } = await make('/api/part/', { name: 'Valve' })
  await asBob.patch(`/api/part/${pk}/`, { starred: true })
  t.equal((await asAnn.get(`/api/part/${pk}/`)).body.starred, false)
  t.strictSame((await asAnn.get('/api/part/?starred=true')).body, [])
  await asAnn.patch(`/api/part/${pk}/`, { starred: false, starred_by: [ann], user: bob })
  t.strictSame(
    (await rows(db, 'part_star')).map((row) => 'user_id' in row && row.user_id),
    [bob]
  )
})

t.test(
  "error reports are for staff, also those of one's own requests; barcode scans are deleted by staff",
  async (t) => {
    const { as, db, bob, asAnn, makeUser } = await two(t)
    await makeUser({ name: 'stan', staff: true })
    const { id: report } = await db
      .insertInto('error_report')
      .values({ when: '2026-01-01T00:00:00.000Z', info: 'x', data: 'x', path: '/' } as never)
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: scan } = await db
      .insertInto('barcode_scan')
      .values({
        data: 'x',
        user_id: bob,
        timestamp: '2026-01-01T00:00:00.000Z',
        endpoint: '/',
        context: null,
        response: null,
        result: 1
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const url of ['/api/error-report/', `/api/error-report/${report}/`]) {
      t.equal((await asAnn.get(url)).status, 403)
      t.equal((await asAnn.delete(url, { items: [report] })).status, 403)
      t.equal((await as('stan').get(url)).status, 200)
    }
    for (const url of ['/api/barcode/history/', `/api/barcode/history/${scan}/`])
      t.equal((await asAnn.delete(url, { items: [scan] })).status, 403)
    t.strictSame(column(await rows(db, 'barcode_scan'), 'id'), [scan])
  }
)

t.test('groups and what they permit are written by staff alone', async (t) => {
  const { asAnn, db } = await two(t)
  const before = await db.selectFrom('ruleset').selectAll().orderBy('id').execute()
  const [{ id: ruleset, group_id }] = before as [(typeof before)[number]]
  for (const url of ['/api/user/group/', `/api/user/group/${group_id}/`, `/api/user/ruleset/${ruleset}/`]) {
    for (const method of ['post', 'put', 'patch', 'delete'] as const)
      t.ok([403, 405].includes((await asAnn[method](url, { name: 'x', can_delete: true })).status), `${method} ${url}`)
  }
  t.equal((await asAnn.get('/api/user/owner/1/')).status, 200)
  for (const method of ['post', 'put', 'patch', 'delete'] as const)
    t.equal((await asAnn[method]('/api/user/owner/1/', {})).status, 405, method)
  t.strictSame(await db.selectFrom('ruleset').selectAll().orderBy('id').execute(), before)
})

t.test('attachments are written by the right on what they belong to, before and after they move', async (t) => {
  const { as, db, make, makeUser } = await two(t)
  const part = (await make('/api/part/', { name: 'Valve' })).pk
  const company = (await make('/api/company/', { name: 'Maker' })).pk
  await makeUser({ name: 'buyer', roles: { purchase_order: VERBS } })
  await makeUser({ name: 'librarian', roles: { part: ['view', 'change'] } })
  const ofPart = (
    await as('admin').post(
      '/api/attachment/',
      ...multipart({ model_type: 'part', model_id: part, attachment: { name: 'a.txt', content: 'text' } })
    )
  ).body
  const ofCompany = (
    await as('buyer').post('/api/attachment/', {
      model_type: 'company',
      model_id: company,
      link: 'https://example.org/',
      upload_user: 1,
      user: 1,
      file_size: 9,
      is_image: true
    })
  ).body
  t.match(
    ofCompany,
    { user_detail: { username: 'buyer' }, file_size: 0, is_image: false },
    'who uploaded it is who sent it'
  )
  const before = await rows(db, 'attachment')
  const one = (pk: number) => `/api/attachment/${pk}/`
  t.equal(
    (await as('buyer').post('/api/attachment/', { model_type: 'part', model_id: part, link: 'https://example.org/' }))
      .status,
    403
  )
  for (const body of [
    { comment: 'mine' },
    { model_type: 'company', model_id: company },
    { filename: 'b.txt' },
    { link: 'https://evil.example/' },
    { attachment: null, link: 'https://evil.example/' }
  ]) {
    t.equal((await as('buyer').patch(one(ofPart.pk), body)).status, 403, `taken from a part: ${JSON.stringify(body)}`)
  }
  t.equal(
    (await as('buyer').patch(one(ofPart.pk), ...multipart({ attachment: { name: 'c.txt', content: 'other' } }))).status,
    403
  )
  t.equal((await as('buyer').put(one(ofPart.pk), { model_type: 'company', model_id: company })).status, 403)
  t.equal(
    (await as('buyer').patch(one(ofCompany.pk), { model_type: 'part', model_id: part })).status,
    403,
    'put into a part'
  )
  t.equal((await as('buyer').delete(one(ofPart.pk))).status, 403)
  t.equal((await as('librarian').delete(one(ofPart.pk))).status, 403, 'changing is not deleting')
  t.equal((await as('buyer').delete('/api/attachment/', { items: [ofCompany.pk, ofPart.pk] })).status, 400)
  t.strictSame(await rows(db, 'attachment'), before, 'nothing changed, also not the half of what was asked for')
  t.equal((await as('librarian').patch(one(ofPart.pk), { comment: 'mine', upload_user: 1 })).status, 200)
})

t.test('parameters are written by the right on what they belong to, before and after they move', async (t) => {
  const { as, db, make, makeUser } = await two(t)
  const part = (await make('/api/part/', { name: 'Valve' })).pk
  const company = (await make('/api/company/', { name: 'Maker' })).pk
  const template = (await make('/api/parameter/template/', { name: 'Bore' })).pk
  const other = (await make('/api/parameter/template/', { name: 'Colour' })).pk
  await makeUser({ name: 'buyer', roles: { purchase_order: VERBS } })
  const ofPart = (await make('/api/parameter/', { template, model_type: 'part.part', model_id: part, data: '5' })).pk
  const ofCompany = (
    await as('buyer').post('/api/parameter/', {
      template,
      model_type: 'company.company',
      model_id: company,
      data: '6',
      updated_by: 1,
      user: 1
    })
  ).body
  t.match(ofCompany, { updated_by_detail: { username: 'buyer' } })
  const before = await rows(db, 'parameter')
  for (const body of [
    { data: '9' },
    { model_type: 'company.company', model_id: company, template: other },
    { model_type: 'company.company', template: other }
  ]) {
    t.equal(
      (await as('buyer').patch(`/api/parameter/${ofPart}/`, body)).status,
      403,
      `taken from a part: ${JSON.stringify(body)}`
    )
  }
  t.equal(
    (
      await as('buyer').put(`/api/parameter/${ofPart}/`, {
        model_type: 'company.company',
        model_id: company,
        template: other,
        data: '1'
      })
    ).status,
    403
  )
  t.equal(
    (
      await as('buyer').patch(`/api/parameter/${ofCompany.pk}/`, {
        model_type: 'part.part',
        model_id: part,
        template: other
      })
    ).status,
    403,
    'put into a part'
  )
  t.equal(
    (
      await as('buyer').post('/api/parameter/', [
        { template: other, model_type: 'company.company', model_id: company, data: '1' },
        { template: other, model_type: 'part.part', model_id: part, data: '1' }
      ])
    ).status,
    403,
    'one of many'
  )
  t.strictSame(await rows(db, 'parameter'), before)
})

t.test(
  'metadata: whoever may not change a kind of record learns nothing by guessing → 403 for what is there and what is not',
  async (t) => {
    const { as, make, makeUser } = await two(t)
    await make('/api/part/', { name: 'Valve', IPN: 'V-1' })
    const company = (await make('/api/company/', { name: 'Maker' })).pk
    await make('/api/company/contact/', { company, name: 'Mia', email: 'mia@maker.example' })
    await makeUser({ name: 'nils' })
    for (const [model, field, there] of [
      ['part', 'IPN', 'V-1'],
      ['part', 'name', 'Valve'],
      ['contact', 'email', 'mia@maker.example'],
      ['company', 'name', 'Maker'],
      ['part', 'nonsense', 'V-1']
    ] as const) {
      for (const value of [there, 'missing']) {
        for (const method of ['get', 'put', 'patch'] as const) {
          t.equal(
            (
              await as('nils')[method](
                `/api/metadata/${model}/${field}/${value}/`,
                method === 'get' ? undefined : { metadata: {} }
              )
            ).status,
            403,
            `${method} ${model} ${field} ${value}`
          )
        }
      }
    }
    t.equal((await as('nils').get('/api/metadata/part/pk/1/')).status, 403)
    // What belongs to users has none at all.
    for (const model of ['user', 'apitoken', 'notificationmessage', 'dataoutput', 'group', 'ruleset'])
      t.equal((await as('admin').get(`/api/metadata/${model}/pk/1/`)).status, 400, model)
  }
)

t.test('who did something is who sent it, whatever a body says', async (t) => {
  const { ann, make, makeUser, as, asAnn } = await two(t)
  const stolen = {
    user: 1,
    user_id: 1,
    created_by: 1,
    created_by_id: 1,
    upload_user: 1,
    updated_by: 1,
    received_by: 1,
    completed_by: 1,
    pk: 4242,
    id: 4242,
    is_superuser: true,
    status: 40,
    complete: true,
    completed: 7
  }
  const part = (
    await make('/api/part/', { name: 'Valve', assembly: true, testable: true, purchaseable: true, salable: true })
  ).pk
  const company = (await make('/api/company/', { name: 'Maker', is_supplier: true, is_customer: true })).pk
  const item = (await as('admin').post('/api/stock/', { part, quantity: 5 })).body[0].pk
  const template = (await make('/api/part/test-template/', { part, test_name: 'Leak', description: 'Under water' })).pk

  const result = (await asAnn.post('/api/stock/test/', { stock_item: item, template, result: true, ...stolen })).body
  t.match(result, { user: ann })
  t.not(result.pk, 4242)
  const purchase = (await asAnn.post('/api/order/po/', { supplier: company, ...stolen })).body
  t.match(purchase, { created_by: { pk: ann }, status: 10 })
  t.not(purchase.pk, 4242)
  t.match((await asAnn.patch(`/api/order/po/${purchase.pk}/`, stolen)).body, { created_by: { pk: ann }, status: 10 })
  const sale = (await asAnn.post('/api/order/so/', { customer: company, ...stolen })).body
  t.match(sale, { created_by: { pk: ann }, status: 10 })
  const build = (await asAnn.post('/api/build/', { part, quantity: 1, title: 'One', ...stolen })).body
  t.match(build, { completed: 0, status: 10 })
  t.not(build.pk, 4242)
  const picture = (
    await asAnn.post(
      '/api/notes-image-upload/',
      ...multipart({
        user: 1,
        user_id: 1,
        image: {
          name: 'a.png',
          content: Buffer.from(
            'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
            'base64'
          )
        }
      })
    )
  ).body
  t.match(picture, { user: ann })
  await asAnn.post('/api/stock/count/', { items: [{ pk: item, quantity: 4 }], ...stolen })
  const [entry] = (await asAnn.get(`/api/stock/track/?item=${item}&ordering=-date&limit=1`)).body.results
  t.equal(entry.user, ann)
  t.equal(
    (await asAnn.patch(`/api/stock/track/${entry.pk}/`, { user: 1, deltas: {} })).status,
    405,
    'what was done stays told'
  )

  // Staff with the role make accounts, and never a superuser.
  await makeUser({ name: 'stan', staff: true, roles: { admin: VERBS } })
  t.equal(
    (
      await as('stan').post('/api/user/', {
        username: 'neo',
        first_name: '',
        last_name: '',
        email: '',
        is_superuser: true
      })
    ).status,
    403
  )
  const neo = (
    await as('stan').post('/api/user/', {
      username: 'neo',
      first_name: '',
      last_name: '',
      email: '',
      password: 'Turbine-Kayak-55',
      pk: 4242,
      user_permissions: [1],
      last_login: 'x'
    })
  ).body
  t.not(neo.pk, 4242)
  t.match(neo, { is_superuser: false, is_staff: false })
})
