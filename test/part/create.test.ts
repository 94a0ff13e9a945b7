import t from 'tap'
import { today } from '#framework/time.ts'
import { build } from '../helper.ts'

const PARTS = '/api/part/'

t.test('POST of a name alone → 201 with the defaults', async (t) => {
  const { as, makeUser } = await build(t)
  const nina = await makeUser({ name: 'nina', roles: { part: ['view', 'add'] } })
  const { status, body } = await as('nina').post(PARTS, { name: 'Relay' })
  t.equal(status, 201)
  t.match(body, {
    name: 'Relay',
    full_name: 'Relay',
    description: '',
    IPN: '',
    revision: '',
    keywords: null,
    link: null,
    units: '',
    notes: null,
    image: null,
    thumbnail: '/static/img/blank_image.thumbnail.png',
    category: null,
    default_location: null,
    default_expiry: 0,
    minimum_stock: 0,
    maximum_stock: 0,
    active: true,
    assembly: false,
    component: true,
    purchaseable: true,
    salable: false,
    trackable: false,
    virtual: false,
    is_template: false,
    testable: false,
    locked: false,
    consumable: false,
    starred: false,
    creation_date: today(),
    creation_user: nina,
    responsible: null,
    in_stock: null,
    total_in_stock: null,
    revision_count: null,
    tags: [],
    parameters: [],
    price_breaks: [],
    pricing_min: null
  })
  t.notOk('category_name' in body, 'no name of no category')
  t.match(
    (await as('nina').get(`${PARTS}${body.pk}/`)).body,
    { in_stock: 0, total_in_stock: 0, revision_count: 0 },
    'read again it has quantities'
  )
})

t.test('flags that are not sent come from the settings', async (t) => {
  const { make, set } = await build(t)
  const FLAGS = {
    PART_TEMPLATE: 'is_template',
    PART_ASSEMBLY: 'assembly',
    PART_COMPONENT: 'component',
    PART_TRACKABLE: 'trackable',
    PART_PURCHASEABLE: 'purchaseable',
    PART_SALABLE: 'salable',
    PART_VIRTUAL: 'virtual'
  }
  const usual = await make(PARTS, { name: 'Usual' })
  for (const [key, field] of Object.entries(FLAGS)) await set(key, !usual[field])
  const turned = await make(PARTS, { name: 'Turned' })
  for (const [key, field] of Object.entries(FLAGS)) t.equal(turned[field], !usual[field], key)
  t.equal((await make(PARTS, { name: 'Said', component: true })).component, true, 'what is sent counts')
})

t.test('wrong fields → 400, all of them told at once', async (t) => {
  const { as } = await build(t)
  const { status, body } = await as('admin').post(PARTS, {
    description: 'x'.repeat(251),
    IPN: null,
    category: 424242,
    active: 'maybe',
    default_expiry: '3.7',
    link: 'nowhere',
    tags: 'a,b',
    variant_of: [1]
  })
  t.equal(status, 400)
  t.strictSame(body, {
    name: ['This field is required.'],
    description: ['Ensure this field has no more than 250 characters.'],
    IPN: ['This field may not be null.'],
    category: ['Invalid pk "424242" - object does not exist.'],
    active: ['Must be a valid boolean.'],
    default_expiry: ['A valid integer is required.'],
    link: ['Enter a valid URL.'],
    tags: ['Invalid json list. A tag list submitted in string form must be valid json.'],
    variant_of: ['Incorrect type. Expected pk value, received list.']
  })
})

t.test('single fields and what is wrong with them', async (t) => {
  const { as } = await build(t)
  const cases: [Record<string, unknown>, string][] = [
    [{ name: '' }, 'This field may not be blank.'],
    [{ name: 'x'.repeat(101) }, 'Ensure this field has no more than 100 characters.'],
    [{ IPN: 'x'.repeat(101) }, 'Ensure this field has no more than 100 characters.'],
    [{ keywords: 'x'.repeat(251) }, 'Ensure this field has no more than 250 characters.'],
    [{ notes: 'x'.repeat(50001) }, 'Ensure this field has no more than 50000 characters.'],
    [{ link: 'ftp:nowhere' }, 'Enter a valid URL.'],
    [{ link: 'javascript:alert(1)' }, 'Enter a valid URL.'],
    [{ units: 'parsnips' }, 'Invalid physical unit'],
    [{ minimum_stock: 'many' }, 'A valid number is required.'],
    [{ minimum_stock: -1 }, 'Ensure this value is greater than or equal to 0.'],
    [{ maximum_stock: null }, 'This field may not be null.'],
    [{ default_expiry: -1 }, 'Ensure this value is greater than or equal to 0.'],
    [{ default_expiry: 1.5 }, 'A valid integer is required.'],
    [{ default_location: 424242 }, 'Invalid pk "424242" - object does not exist.'],
    [{ responsible: 424242 }, 'Invalid pk "424242" - object does not exist.'],
    [{ variant_of: 424242 }, 'Invalid pk "424242" - object does not exist.'],
    [{ tags: { a: 1 } }, 'Expected a list of items but got type "dict".'],
    [{ tags: [1] }, 'All list items must be of string type.'],
    [{ locked: null }, 'This field may not be null.'],
    [{ description: 'a <b>bold</b> one' }, 'Remove HTML tags from this value']
  ]
  for (const [fields, message] of cases) {
    const { status, body } = await as('admin').post(PARTS, { name: 'Relay', ...fields })
    t.equal(status, 400, JSON.stringify(fields).slice(0, 60))
    t.strictSame(body, { [Object.keys(fields)[0]!]: [message] })
  }
})

t.test('right values are taken as they are', async (t) => {
  const { make } = await build(t)
  for (const [n, [fields, kept]] of (
    [
      [{ link: 'https://shop.example/relay?a=1#b' }, { link: 'https://shop.example/relay?a=1#b' }],
      [{ link: '' }, { link: '' }],
      [{ units: 'mm' }, { units: 'mm' }],
      [
        { units: null, keywords: null, link: null, revision: null },
        { units: null, keywords: null, link: null, revision: null }
      ],
      [
        { minimum_stock: '12.50', maximum_stock: 1e2 },
        { minimum_stock: 12.5, maximum_stock: 100 }
      ],
      [
        { default_expiry: '30', active: '0', virtual: 1 },
        { default_expiry: 30, active: false, virtual: true }
      ],
      [
        { description: 'a < b & c > d "q" \' \\', keywords: '<3' },
        { description: 'a < b & c > d "q" \' \\', keywords: '<3' }
      ],
      [{ notes: '# Relay\n\n* coil: **5 V**' }, { notes: '# Relay\n\n* coil: **5 V**' }],
      [{ description: '  two\tlines\nhere  ' }, { description: 'twolineshere' }],
      [{ tags: ['one', ' two ', 'ONE'] }, { tags: ['one', 'two'] }],
      [{ tags: '["a", "b"]' }, { tags: ['a', 'b'] }]
    ] as const
  ).entries())
    t.match(await make(PARTS, { name: `Part ${n}`, ...fields }), kept, JSON.stringify(fields))
})

t.test('notes with a script → 400', async (t) => {
  const { as } = await build(t)
  t.strictSame((await as('admin').post(PARTS, { name: 'Relay', notes: '[click](javascript:alert(1))' })).body, {
    non_field_errors: ['Data contains prohibited markdown content']
  })
})

t.test('the creator and the day cannot be chosen on POST', async (t) => {
  const { make, makeUser } = await build(t)
  const nina = await makeUser({ name: 'nina' })
  t.match(
    await make(PARTS, {
      name: 'Relay',
      creation_user: nina,
      creation_date: '2001-01-01',
      pk: 77,
      starred: true,
      in_stock: 5
    }),
    { pk: 1, creation_user: 1, creation_date: today(), starred: false, in_stock: null }
  )
})

t.test('a tag exists once, whatever its letter case', async (t) => {
  const { make, db, as } = await build(t)
  await make(PARTS, { name: 'A', tags: ['Metric', 'new'] })
  const { pk } = await make(PARTS, { name: 'B', tags: ['METRIC'] })
  t.strictSame((await as('admin').get(`${PARTS}${pk}/?tags=true`)).body.tags, ['Metric'])
  t.equal((await db.selectFrom('tag').select('id').execute()).length, 2)
  for (const name of ['C', 'D']) t.strictSame((await make(PARTS, { name, tags: ['ÜBERMASS'] })).tags, ['ÜBERMASS'])
  t.equal((await db.selectFrom('tag').select('id').execute()).length, 3, 'beyond ASCII too')
  t.equal((await as('admin').get(`${PARTS}?tag_name=%C3%9Cbermass`)).body.length, 2)
  t.strictSame((await as('admin').patch(`${PARTS}${pk}/`, { tags: [] })).body.tags, [])
  t.strictSame((await as('admin').patch(`${PARTS}${pk}/`, { name: 'E' })).body.tags, [], 'not sent, not changed')
})

t.test('duplicate copies the notes, not the fields', async (t) => {
  const { make, as } = await build(t)
  const original = await make(PARTS, { name: 'Relay', description: 'SPDT', notes: 'as is' })
  t.match(await make(PARTS, { name: 'Copy', notes: 'mine', duplicate: { original: original.pk } }), {
    notes: 'as is',
    description: ''
  })
  t.match(
    await make(PARTS, { name: 'Copy 2', notes: 'mine', duplicate: { original: original.pk, copy_notes: false } }),
    { notes: 'mine' }
  )
  t.strictSame((await as('admin').post(PARTS, { name: 'X', duplicate: {} })).body, {
    duplicate: { original: ['This field is required.'] }
  })
  t.strictSame((await as('admin').post(PARTS, { name: 'X', duplicate: { original: 424242 } })).body, {
    duplicate: { original: ['Invalid pk "424242" - object does not exist.'] }
  })
})

t.test('PUT needs the name and puts four fields back; PATCH changes what it names', async (t) => {
  const { make, as } = await build(t)
  const { pk } = await make(PARTS, {
    name: 'Relay',
    description: 'SPDT',
    IPN: 'R-1',
    revision: 'B',
    minimum_stock: 5,
    maximum_stock: 9,
    keywords: 'coil'
  })
  t.match((await as('admin').patch(`${PARTS}${pk}/`, { keywords: 'x' })).body, {
    description: 'SPDT',
    IPN: 'R-1',
    minimum_stock: 5,
    keywords: 'x'
  })
  t.strictSame((await as('admin').put(`${PARTS}${pk}/`, {})).body, { name: ['This field is required.'] })
  t.match((await as('admin').put(`${PARTS}${pk}/`, { name: 'Relay 2' })).body, {
    name: 'Relay 2',
    description: 'SPDT',
    IPN: '',
    revision: '',
    minimum_stock: 0,
    maximum_stock: 0,
    keywords: 'x'
  })
})

t.test("stars are one's own", async (t) => {
  const { make, as, makeUser } = await build(t)
  await makeUser({ name: 'nina', roles: { part: ['view'] } })
  const { pk } = await make(PARTS, { name: 'Relay' })
  t.equal(
    (await as('admin').patch(`${PARTS}${pk}/`, { starred: 'yes' })).body.starred,
    false,
    'the answer shows the state before'
  )
  t.strictSame(
    [(await as('admin').get(`${PARTS}${pk}/`)).body.starred, (await as('nina').get(`${PARTS}${pk}/`)).body.starred],
    [true, false]
  )
  t.strictSame(
    [
      (await as('admin').get(`${PARTS}?starred=true`)).body.length,
      (await as('nina').get(`${PARTS}?starred=true`)).body.length
    ],
    [1, 0]
  )
  await as('admin').patch(`${PARTS}${pk}/`, { starred: false })
  t.equal((await as('admin').get(`${PARTS}?starred=false`)).body.length, 1)
})

t.test('the full name follows the setting', async (t) => {
  const { make, as, db, set } = await build(t)
  const { pk, full_name } = await make(PARTS, { name: 'Relay', IPN: 'R-1', revision: 'B' })
  t.equal(full_name, 'R-1 | Relay | B')
  await set('PART_NAME_FORMAT', '{{ part.name }} ({{ part.IPN }})')
  t.equal((await as('admin').get(`${PARTS}${pk}/`)).body.full_name, 'Relay (R-1)')
  await db
    .updateTable('setting')
    .set({ value: '{% for i in range(3) %}{{ part.name }}{% endfor %}' })
    .where('key', '=', 'PART_NAME_FORMAT')
    .execute()
  await set('PART_COMPONENT', true)
  t.equal(
    (await as('admin').get(`${PARTS}${pk}/`)).body.full_name,
    'R-1 | Relay | B',
    'one that an import brought and may not be is not applied'
  )
})
