import t from 'tap'
import { build, column } from '../helper.ts'
import { testKey } from '#modules/part/test-template.ts'

t.test('related parts', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const [plug, socket, tool] = [
    (await make('/api/part/', { name: 'Plug' })).pk,
    (await make('/api/part/', { name: 'Socket' })).pk,
    (await make('/api/part/', { name: 'Tool', notes: 'Oil it' })).pk
  ]
  const url = '/api/part/related/'
  await admin.patch(`/api/part/${tool}/`, { starred: true })
  const { pk } = await make(url, { part_1: plug, part_2: socket, note: 'mates' })
  const detail = (await make(url, { part_1: tool, part_2: plug })).part_1_detail
  t.match(
    detail,
    { pk: tool, notes: 'Oil it', in_stock: null, starred: false },
    'a part in full, without quantities and star'
  )
  for (const [body, message] of [
    [{ part_1: plug, part_2: socket }, 'The fields part_1, part_2 must make a unique set.'],
    [{ part_1: socket, part_2: plug }, 'Duplicate relationship already exists'],
    [{ part_1: plug, part_2: plug }, 'Part relationship cannot be created between a part and itself']
  ] as const) {
    const answer = await admin.post(url, body)
    t.equal(answer.status, 400)
    t.strictSame(answer.body, { non_field_errors: [message] })
  }
  t.equal((await admin.patch(`${url}${pk}/`, { note: 'snaps into' })).body.note, 'snaps into')
  t.equal((await admin.get(`${url}?part=${plug}`)).body.length, 2)
  t.equal((await admin.get(`${url}?part_2=${plug}`)).body.length, 1)
  t.strictSame(column((await admin.get(`${url}?search=socket`)).body, 'pk'), [pk])
  t.strictSame(
    column((await admin.get(`${url}?ordering=-part_1`)).body, 'part_1'),
    [tool, plug],
    'by the name of the part'
  )
  t.strictSame(column((await admin.get(`/api/part/?related=${plug}`)).body, 'name'), ['Socket', 'Tool'])
  t.strictSame(column((await admin.get(`/api/part/?exclude_related=${plug}`)).body, 'name'), ['Plug'])
  t.equal((await admin.get('/api/part/?related=4242')).body.length, 0)
  t.equal((await admin.get('/api/part/?related=0')).body.length, 3)
  t.equal((await admin.get('/api/part/?exclude_related=4242')).body.length, 3)

  t.equal((await admin.get(`${url}${pk}/metadata/`)).headers.location, `/api/metadata/partrelated/pk/${pk}/`)
  t.strictSame((await admin.patch(`/api/metadata/partrelated/${pk}/`, { metadata: { a: 1 } })).body, {
    metadata: { a: 1 }
  })
  await admin.patch(`/api/part/${tool}/`, { active: false })
  t.equal((await admin.delete(`/api/part/${tool}/`)).status, 204)
  t.equal((await admin.get(url)).body.length, 1, 'a part takes its relations with it')
})

t.test('the key of a test', async (t) => {
  for (const [name, key] of [
    ['Firmware Version', 'firmwareversion'],
    [' Gain @ 1 kHz [dB] ', 'gain1khzdb'],
    ['2nd Harmonic', '_2ndharmonic'],
    ['Größe_über-alles', 'größe_überalles']
  ] as const) {
    t.equal(testKey(name), key)
  }
})

t.test('test templates hold for the variants, and keys are unique upwards', async (t) => {
  const { as, make, db } = await build(t)
  const admin = as('admin')
  const url = '/api/part/test-template/'
  const meter = (await make('/api/part/', { name: 'Meter', is_template: true, testable: true })).pk
  const pro = (await make('/api/part/', { name: 'Meter pro', variant_of: meter, testable: true })).pk
  const bag = (await make('/api/part/', { name: 'Bag' })).pk
  const made = await make(url, { part: meter, test_name: 'Insulation', description: '1 kV' })
  t.notOk('results' in made, 'a new template does not count its results')
  t.match(made, { key: 'insulation', enabled: true, required: true, requires_value: false, choices: '' })
  await make(url, { part: pro, test_name: 'Rack ears', description: 'fit' })
  await make(url, { part: meter, test_name: 'Rack-ears', description: 'above it the key may be used' })
  const twice = {
    test_name: [
      'Test template with the same key already exists for part',
      'Test template with the same key already exists for part'
    ]
  }
  for (const [body, problems] of [
    [{ part: pro, test_name: 'INSULATION', description: 'x' }, twice],
    [
      { part: meter, test_name: '!!', description: 'x' },
      { test_name: ['Invalid template name - must include at least one alphanumeric character'] }
    ],
    [{ part: meter, test_name: 'Other' }, { description: ['This field cannot be blank.'] }],
    [{ part: meter, test_name: 'Other', description: '' }, { description: ['This field may not be blank.'] }],
    [{ part: meter, test_name: 'Other', description: 'x', choices: 'a, b,a' }, { choices: ['Choices must be unique'] }],
    [{ part: bag, test_name: 'Other', description: 'x' }, { part: [`Invalid pk "${bag}" - object does not exist.`] }]
  ] as const) {
    const answer = await admin.post(url, body)
    t.equal(answer.status, 400)
    t.strictSame(answer.body, problems, JSON.stringify(body))
  }
  t.strictSame(column((await admin.get(`${url}?part=${pro}`)).body, 'test_name'), [
    'Insulation',
    'Rack ears',
    'Rack-ears'
  ])
  t.strictSame(column((await admin.get(`${url}?part=${pro}&include_inherited=false`)).body, 'test_name'), ['Rack ears'])
  t.equal((await admin.get(`${url}?part=${bag}`)).status, 400, 'the part must be testable')

  const { id: item } = await db
    .insertInto('stock_item')
    .values({ part_id: pro, quantity: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('stock_test_result')
    .values({ stock_item_id: item, template_id: made.pk, result: 1, date: '2026-01-01T00:00:00.000Z' })
    .execute()
  t.equal((await admin.get(`${url}${made.pk}/`)).body.results, 1)
  t.strictSame(column((await admin.get(`${url}?has_results=true`)).body, 'pk'), [made.pk])
  t.equal((await admin.patch(`${url}${made.pk}/`, { test_name: 'Insulation 2 kV' })).body.key, 'insulation2kv')

  const copied = async (body: object) =>
    (await make('/api/part/', { ...body, duplicate: { original: meter, copy_tests: true } })).pk
  const full = await copied({ name: 'Copy', testable: true })
  t.strictSame(column((await admin.get(`${url}?part=${full}`)).body, 'test_name'), ['Insulation 2 kV', 'Rack-ears'])
  const variant = await copied({ name: 'Meter mini', testable: true, variant_of: meter })
  t.equal(
    (await admin.get(`${url}?part=${variant}&include_inherited=false`)).body.length,
    0,
    'what a template above has is not copied'
  )
  const untested = await copied({ name: 'Untested' })
  t.equal(
    Number(
      (
        await db
          .selectFrom('part_test_template')
          .select((eb) => eb.fn.countAll().as('n'))
          .where('part_id', '=', untested)
          .executeTakeFirstOrThrow()
      ).n
    ),
    0
  )

  await db.updateTable('part').set({ testable: 0 }).where('id', '=', meter).execute()
  t.strictSame((await admin.patch(`${url}${made.pk}/`, { enabled: false })).body, {
    part: [
      `Part instance with id ${meter} is not a valid choice.`,
      'Test templates can only be created for testable parts'
    ]
  })
  t.equal(
    (await admin.get(`${url}${made.pk}/metadata/`)).headers.location,
    `/api/metadata/parttesttemplate/pk/${made.pk}/`
  )
})

t.test('stocktake', async (t) => {
  const { as, make, makeUser } = await build(t)
  const admin = as('admin')
  const url = '/api/part/stocktake/'
  const [bolt, anchor] = [
    (await make('/api/part/', { name: 'Bolt', IPN: 'B-1' })).pk,
    (await make('/api/part/', { name: 'Anchor' })).pk
  ]
  const first = await make(url, {
    part: bolt,
    quantity: '12.5',
    cost_min: 3.1234567,
    cost_max: '4',
    cost_max_currency: 'EUR'
  })
  t.match(first, {
    part_name: 'Bolt',
    part_ipn: 'B-1',
    item_count: 1,
    quantity: 12.5,
    date: new Date().toISOString().slice(0, 10),
    cost_min: 3.123457,
    cost_min_currency: 'USD',
    cost_max: 4,
    cost_max_currency: 'EUR',
    part_detail: { pk: bolt, minimum_stock: '0.000000' }
  })
  t.notOk('pricing_min' in first.part_detail, 'the part in brief has no prices here')
  const second = await make(url, { part: anchor, quantity: 1 })
  t.strictSame((await admin.post(url, { part: bolt, quantity: -1 })).body, {
    quantity: ['Ensure this value is greater than or equal to 0.']
  })
  t.strictSame((await admin.post(url, { part: bolt, quantity: 'x' })).body, { quantity: ['Invalid value'] })
  t.strictSame((await admin.post(url, { part: bolt, quantity: 1, cost_max: 1e300 })).body, {
    cost_max: ['Ensure that there are no more than 19 digits in total.']
  })
  t.strictSame((await admin.post(url, {})).body, {
    part: ['This field is required.'],
    quantity: ['This field is required.']
  })
  t.strictSame(column((await admin.get(url)).body, 'pk'), [second.pk, first.pk], 'the newest first')
  t.strictSame(column((await admin.get(`${url}?ordering=-part`)).body, 'part_name'), ['Bolt', 'Anchor'])
  t.strictSame(column((await admin.get(`${url}?part=${anchor}`)).body, 'pk'), [second.pk])
  t.notOk('part_detail' in (await admin.get(`${url}${first.pk}/`)).body)
  t.match((await admin.patch(`${url}${first.pk}/`, { item_count: 3 })).body, {
    item_count: 3,
    cost_max_currency: 'EUR'
  })
  t.match((await admin.put(`${url}${first.pk}/`, { part: bolt, quantity: 2 })).body, {
    quantity: 2,
    cost_max: 4,
    cost_max_currency: 'USD'
  })

  await makeUser({ name: 'reader', roles: { part: ['view', 'add', 'change'] } })
  t.equal((await as('reader').delete(url, { items: [first.pk] })).status, 403)
  t.strictSame((await admin.delete(url, {})).body, {
    non_field_errors: 'List of items must be provided for bulk operation'
  })
  t.strictSame((await admin.delete(url, { items: [first.pk, 4242] })).body, { success: 'Deleted 1 items' })
  t.equal((await admin.delete(`${url}${second.pk}/`)).status, 204)
  t.strictSame((await admin.get(url)).body, [])
})
