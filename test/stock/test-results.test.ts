import t from 'tap'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build, column } from '../helper.ts'
import { multipart } from '../support/multipart.ts'

const URL = '/api/stock/test/'
const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-results-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))
const onDisk = (address: string) => join(mediaRoot, decodeURIComponent(address.replace('/media/', '')))

/** A template part with a test, a variant with three more, and two pieces of the variant. */
async function stage(t: Parameters<typeof build>[0]) {
  const house = await build(t, { mediaRoot })
  const { make } = house
  const pump = (await make('/api/part/', { name: 'Pump', is_template: true, testable: true, trackable: true })).pk
  const small = (await make('/api/part/', { name: 'Small pump', variant_of: pump, testable: true, trackable: true })).pk
  const test = async (part: number, test_name: string, more = {}) =>
    (await make('/api/part/test-template/', { part, test_name, description: 'd', ...more })).pk
  const tests = {
    leak: await test(pump, 'Leak Test'),
    flow: await test(small, 'Flow', { requires_value: true, required: false }),
    grade: await test(small, 'Grade', { choices: 'A, B', enabled: false }),
    report: await test(small, 'Report', { requires_attachment: true })
  }
  const [one, two] = column(await make('/api/stock/', { part: small, quantity: 2, serial_numbers: '1,2' }), 'pk') as [
    number,
    number
  ]
  const post = (body: unknown) => house.as('admin').post(URL, body)
  const gone = async (address: string) => {
    for (let tries = 0; tries < 100 && existsSync(onDisk(address)); tries++) await sleep(20)
    return !existsSync(onDisk(address))
  }
  return { ...house, admin: house.as('admin'), pump, small, tests, one, two, post, gone }
}

t.test('a test is named by key, by name, or kept', async (t) => {
  const { admin, post, make, tests, one } = await stage(t)
  const { pk } = (await post({ stock_item: one, test: ' leak test', result: 'yes' })).body
  t.match((await admin.get(`${URL}${pk}/?template_detail=true&user_detail=true`)).body, {
    template: tests.leak,
    result: true,
    user_detail: { username: 'admin' },
    template_detail: { test_name: 'Leak Test' }
  })
  t.notOk('template_detail' in (await admin.get(`${URL}${pk}/`)).body)
  t.match((await admin.patch(`${URL}${pk}/`, { result: false })).body, {
    template: tests.leak,
    result: false,
    template_detail: { key: 'leaktest' }
  })
  t.match((await admin.patch(`${URL}${pk}/`, { test: 'flow', value: '3 l' })).body, {
    template: tests.flow,
    value: '3 l'
  })
  t.match((await admin.put(`${URL}${pk}/`, { stock_item: one, notes: 'again' })).body, {
    template: tests.flow,
    value: '3 l',
    notes: 'again'
  })
  t.strictSame((await post({ stock_item: one, test: 'wear' })).body, { test: ['No matching test found for this part'] })
  t.strictSame((await post({ stock_item: one, template: null })).body, {
    test: ['No matching test found for this part']
  })
  const other = (await make('/api/part/', { name: 'Other', testable: true })).pk
  const [stranger] = await make('/api/stock/', { part: other, quantity: 1 })
  t.equal(
    (await post({ stock_item: stranger.pk, template: tests.leak })).status,
    201,
    'a test need not be one of the part'
  )
  t.equal((await post({ stock_item: stranger.pk, test: 'leak test' })).status, 400)
})

t.test('what a test demands, and that nothing is left of what was refused', async (t) => {
  const { admin, post, tests, one, db } = await stage(t)
  for (const [body, problem] of [
    [{ template: tests.flow }, { value: ['Value must be provided for this test'] }],
    [{ template: tests.grade, value: 'a' }, { value: ['Invalid value for this test'] }],
    [{ template: tests.grade }, { value: ['Invalid value for this test'] }],
    [
      { template: tests.report, attachment: 'text' },
      { attachment: ['The submitted data was not a file. Check the encoding type on the form.'] }
    ],
    [{ template: tests.report }, { attachment: ['Attachment must be uploaded for this test'] }],
    [
      { template: tests.leak, started_datetime: '2026-03-02 10:00', finished_datetime: '2026-03-02T09:59:59Z' },
      { finished_datetime: ['The test finished time cannot be earlier than the test started time'] }
    ],
    [
      { template: tests.leak, started_datetime: 'noon' },
      {
        started_datetime: [
          'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].'
        ]
      }
    ],
    [
      { template: tests.leak, value: 'x'.repeat(501) },
      { value: ['Ensure this field has no more than 500 characters.'] }
    ],
    [{ template: tests.leak, notes: null }, { notes: ['This field may not be null.'] }]
  ] as const) {
    const answer = await post({ stock_item: one, ...body })
    t.equal(answer.status, 400)
    t.strictSame(answer.body, problem)
  }
  t.equal((await db.selectFrom('stock_test_result').select('id').execute()).length, 0)
  t.match(
    (
      await post({
        stock_item: one,
        template: tests.leak,
        started_datetime: '2026-03-02T10:00+02:00',
        finished_datetime: null,
        user: 99,
        date: '2001-01-01'
      })
    ).body,
    {
      started_datetime: '2026-03-02 08:00',
      finished_datetime: null,
      user: 1,
      date: new Date().toISOString().slice(0, 10) + ' '
    },
    'who and when is not for the client to say'
  )
  t.equal((await admin.get(`${URL}4242/`)).status, 404)
})

t.test('files come with a result, change and go with it', async (t) => {
  const { admin, post, tests, one, two, gone, db } = await stage(t)
  const send = (item: number, name: string, content = 'fine') =>
    multipart({ stock_item: item, template: tests.report, result: 'true', attachment: { name, content } })
  const made = (await admin.post(URL, ...send(one, 'a report.txt'))).body
  t.equal(made.attachment, `/media/stock_files/${one}/a_report.txt`)
  t.equal((await admin.get(made.attachment)).text, 'fine')
  const changed = (
    await admin.patch(
      `${URL}${made.pk}/`,
      ...multipart({
        attachment: {
          name: 'b.svg',
          content: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
        }
      })
    )
  ).body
  t.notMatch((await admin.get(changed.attachment)).text, /script/)
  t.ok(await gone(made.attachment), 'the old file is gone')
  t.strictSame((await admin.patch(`${URL}${made.pk}/`, { attachment: null })).body, {
    attachment: ['Attachment must be uploaded for this test']
  })
  t.equal((await admin.patch(`${URL}${made.pk}/`, { template: tests.leak, attachment: null })).body.attachment, null)
  t.ok(await gone(changed.attachment))
  const second = (await admin.post(URL, ...send(one, 'c.txt'))).body
  t.equal((await admin.delete(`${URL}${second.pk}/`)).status, 204)
  t.ok(await gone(second.attachment))
  const third = (await admin.post(URL, ...send(two, 'd.txt'))).body
  t.equal((await admin.delete(`/api/stock/${two}/`)).status, 204)
  t.ok(await gone(third.attachment), 'with the item')
  t.strictSame(await db.selectFrom('stock_test_result').select('id').where('stock_item_id', '=', two).execute(), [])
  t.equal((await post({ stock_item: one, template: tests.leak, attachment: null })).status, 201)
})

t.test('several at once, all or none', async (t) => {
  const { admin, post, tests, one, two, db } = await stage(t)
  const made = (
    await post([
      { stock_item: one, test: 'leak test', result: true },
      { stock_item: two, test: 'flow', value: '1' }
    ])
  ).body
  t.strictSame(column(made, 'template'), [tests.leak, tests.flow], 'each by its own name')
  t.strictSame(
    (
      await post([
        { stock_item: one, template: tests.leak },
        { stock_item: one, template: tests.flow }
      ])
    ).body,
    [[], { value: ['Value must be provided for this test'] }]
  )
  t.strictSame((await post([])).body, { non_field_errors: 'No data provided' })
  t.equal(
    (
      await post([
        { stock_item: one, template: tests.leak },
        { stock_item: one, template: tests.leak }
      ])
    ).status,
    201,
    'twice the same is fine'
  )
  t.equal((await db.selectFrom('stock_test_result').select('id').execute()).length, 4)
  t.strictSame((await admin.delete(URL, { items: column(made, 'pk') })).body, { success: 'Deleted 2 items' })
})

t.test('filters and orderings', async (t) => {
  const { admin, post, tests, one, two, small, pump } = await stage(t)
  const list = async (query: string) => column((await admin.get(`${URL}?${query}`)).body, 'pk')
  const a = (await post({ stock_item: one, template: tests.leak, result: true, test_station: 'B' })).body.pk
  const b = (
    await post({
      stock_item: two,
      template: tests.flow,
      value: '7',
      test_station: 'A',
      started_datetime: '2026-01-01 00:00'
    })
  ).body.pk
  const c = (await post({ stock_item: two, template: tests.grade, value: 'A', result: true })).body.pk
  t.strictSame(await list(''), [a, b, c])
  t.strictSame(await list(`stock_item=${two}`), [b, c])
  t.strictSame(await list(`template=${tests.flow}`), [b])
  t.strictSame(await list('test=LEAK-test'), [a])
  t.strictSame(await list('result=true'), [a, c])
  t.strictSame(await list('value=7'), [b])
  t.strictSame(await list('required=false'), [b])
  t.strictSame(await list('enabled=false'), [c])
  t.strictSame(await list(`part=${small}`), [a, b, c])
  t.strictSame(await list(`part=${pump}`), [], 'without variants')
  t.strictSame(await list('user=1'), [a, b, c])
  t.strictSame(await list('search=nothing'), [a, b, c])
  t.strictSame(await list('ordering=test_station'), [c, b, a])
  t.strictSame(await list('ordering=-started_datetime'), [b, c, a])
  await admin.patch(`/api/stock/${two}/`, { belongs_to: one })
  t.strictSame(await list(`stock_item=${one}`), [a])
  t.strictSame(await list(`stock_item=${one}&include_installed=true`), [a, b, c])
  t.strictSame(await list('include_installed=true'), [a, b, c])
  t.strictSame((await admin.get(`${URL}?stock_item=4242`)).body, {
    stock_item: 'Stock item with ID 4242 does not exist'
  })
  t.strictSame((await admin.get(`${URL}?stock_item=abc`)).body, { stock_item: ['Enter a number.'] })
  t.equal((await admin.get(`${URL}?build=9`)).status, 400)
  t.strictSame((await admin.get(`${URL}${a}/metadata/`)).headers.location, `/api/metadata/stockitemtestresult/pk/${a}/`)
  t.strictSame((await admin.patch(`/api/metadata/stockitemtestresult/${a}/`, { metadata: { a: 1 } })).body, {
    metadata: { a: 1 }
  })
})

t.test('only who may see parts is shown the test', async (t) => {
  const { as, makeUser, post, tests, one } = await stage(t)
  const { pk } = (await post({ stock_item: one, template: tests.leak })).body
  await makeUser({ name: 'clerk', roles: { stock: ['view'] } })
  const shown = (await as('clerk').get(`${URL}${pk}/?template_detail=true&user_detail=true`)).body
  t.notOk('template_detail' in shown)
  t.match(shown, { user_detail: { username: 'admin' } })
  t.equal((await as('clerk').post(URL, { stock_item: one, template: tests.leak })).status, 403)
})
