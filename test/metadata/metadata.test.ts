import t from 'tap'
import { build } from '../helper.ts'

/** A house with one record of every kind that has metadata. */
async function furnished(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const category = await house.make('/api/part/category/', { name: 'Cables' })
  return {
    ...house,
    admin: house.as('admin'),
    category: category.pk,
    part: (await house.make('/api/part/', { name: 'Cable 1m', IPN: 'CB-1', category: category.pk })).pk,
    code: (await house.make('/api/project-code/', { code: 'PRJ-7' })).pk
  }
}

t.test('the address below a record leads on, for everybody and every record', async (t) => {
  const { as, admin, part, category, code } = await furnished(t)
  for (const [url, target] of [
    [`/api/part/${part}/metadata/`, `/api/metadata/part/pk/${part}/`],
    [`/api/part/category/${category}/metadata/`, `/api/metadata/partcategory/pk/${category}/`],
    [`/api/project-code/${code}/metadata/`, `/api/metadata/projectcode/pk/${code}/`],
    ['/api/part/424242/metadata/', '/api/metadata/part/pk/424242/']
  ] as const) {
    for (const client of [admin, as(null)]) {
      const { status, headers } = await client.get(url)
      t.equal(status, 301, url)
      t.equal(headers.location, target)
    }
  }
})

t.test('one object at all its addresses', async (t) => {
  const { admin, part, category, code } = await furnished(t)
  for (const [model, pk, field, value] of [
    ['part', part, 'IPN', 'CB-1'],
    ['partcategory', category, 'name', 'Cables'],
    ['projectcode', code, 'code', 'PRJ-7']
  ] as const) {
    t.strictSame((await admin.get(`/api/metadata/${model}/${pk}/`)).body, { metadata: {} }, `${model}: empty at first`)
    t.equal((await admin.put(`/api/metadata/${model}/${field}/${value}/`, { metadata: { by: field } })).status, 200)
    for (const url of [
      `/api/metadata/${model}/${pk}/`,
      `/api/metadata/${model}/pk/${pk}/`,
      `/api/metadata/${model}/${field}/${value}/`
    ]) {
      t.strictSame((await admin.get(url)).body, { metadata: { by: field } }, url)
    }
  }
})

t.test('PATCH merges the first level, PUT replaces', async (t) => {
  const { admin, part } = await furnished(t)
  const url = `/api/metadata/part/${part}/`
  const patch = async (metadata: object) => (await admin.patch(url, { metadata })).body.metadata
  t.strictSame(await patch({ shelf: 4, nested: { a: [1, null, 'x'] }, ratio: 0.5 }), {
    shelf: 4,
    nested: { a: [1, null, 'x'] },
    ratio: 0.5
  })
  t.strictSame(
    await patch({ shelf: null, more: true, nested: { b: 2 } }),
    { shelf: null, nested: { b: 2 }, ratio: 0.5, more: true },
    'an object inside is replaced, null is kept'
  )
  t.strictSame(Object.keys(await patch({})), ['shelf', 'nested', 'ratio', 'more'])
  t.strictSame((await admin.put(url, { metadata: { only: 'this' } })).body, { metadata: { only: 'this' } })
  t.strictSame((await admin.put(url, { metadata: {} })).body, { metadata: {} })
})

t.test('text is cleaned, HTML is refused under the inner name', async (t) => {
  const { admin, part } = await furnished(t)
  const url = `/api/metadata/part/${part}/`
  t.strictSame((await admin.put(url, { metadata: { label: '  short & good ⚡ ' } })).body.metadata, {
    label: 'short & good ⚡'
  })
  const { status, body } = await admin.patch(url, { metadata: { label: '<b>x</b>' } })
  t.equal(status, 400)
  t.strictSame(body, { label: ['Remove HTML tags from this value'] })
})

t.test('what is no object → 400', async (t) => {
  const { admin, part } = await furnished(t)
  const url = `/api/metadata/part/${part}/`
  const NO_OBJECT = ['Metadata must be a python dict object']
  for (const metadata of [[1, 2], 'text', 5, true])
    t.strictSame((await admin.put(url, { metadata })).body, { metadata: NO_OBJECT }, JSON.stringify(metadata))
  t.strictSame((await admin.put(url, { metadata: null })).body, { metadata: ['This field may not be null.'] })
  t.strictSame((await admin.put(url, {})).body, { metadata: ['This field is required.'] })
  t.strictSame((await admin.get(url)).body, { metadata: {} }, 'nothing was stored')
})

t.test('nothing to find → 404, no such kind → 400', async (t) => {
  const { admin } = await furnished(t)
  t.strictSame((await admin.get('/api/metadata/part/IPN/CB-2/')).body, { detail: 'No Part matches the given query.' })
  t.strictSame((await admin.get('/api/metadata/partcategory/424242/')).body, {
    detail: 'No PartCategory matches the given query.'
  })
  for (const field of ['description', 'nonsense', 'constructor', 'metadata'])
    t.equal((await admin.get(`/api/metadata/part/${field}/x/`)).status, 404, `by ${field}`)
  for (const model of ['nosuchmodel', 'user', 'constructor', '__proto__']) {
    const { status, body } = await admin.get(`/api/metadata/${model}/1/`)
    t.equal(status, 400, model)
    t.strictSame(body, [`GenericMetadataView called with invalid model '${model}'`])
  }
})

t.test('reading takes the right to change the record', async (t) => {
  const { as, makeUser, part, category, code } = await furnished(t)
  await makeUser({ name: 'viewer', roles: { part_category: ['view'], part: ['view'] } })
  await makeUser({ name: 'changer', roles: { part_category: ['view', 'change'] } })
  for (const method of ['get', 'put', 'patch'] as const) {
    const body = method === 'get' ? undefined : { metadata: { by: method } }
    t.equal(
      (await as('viewer')[method](`/api/metadata/partcategory/${category}/`, body)).status,
      403,
      `${method} with view`
    )
    t.equal(
      (await as('changer')[method](`/api/metadata/partcategory/${category}/`, body)).status,
      200,
      `${method} with change`
    )
    t.equal((await as('changer')[method](`/api/metadata/part/${part}/`, body)).status, 403, `${method} of another kind`)
    t.equal(
      (await as('viewer')[method](`/api/metadata/projectcode/${code}/`, body)).status,
      200,
      `${method} of a kind that no role covers`
    )
    t.equal(
      (await as(null)[method](`/api/metadata/projectcode/${code}/`, body)).status,
      401,
      `${method} without credentials`
    )
  }
})

t.test('a record does not show its metadata, and takes none', async (t) => {
  const { admin, category } = await furnished(t)
  t.equal(
    (await admin.patch(`/api/part/category/${category}/`, { metadata: { x: 1 } })).status,
    200,
    'an unknown field'
  )
  t.strictSame((await admin.get(`/api/metadata/partcategory/${category}/`)).body, { metadata: {} })
})
