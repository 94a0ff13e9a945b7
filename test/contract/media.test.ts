import t from 'tap'
import { build, type Answer } from '../helper.ts'

const { as, make } = await build(t)
const admin = as('admin')
const { pk: top } = await make('/api/part/category/', { name: 'Relays' })
const CATEGORIES = '/api/part/category/'

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'content-type': 'application/json' }
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=X' }
const multipart = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('') + '--X--\r\n'

t.test('every JSON answer has exactly the type application/json', async (t) => {
  const answers: [string, Answer][] = [
    ['200', await admin.get(CATEGORIES)],
    ['201', await admin.post(CATEGORIES, { name: 'Coils' })],
    ['400', await admin.post(CATEGORIES, {})],
    ['401', await as(null).get(CATEGORIES)],
    ['404', await admin.get('/api/nowhere/')],
    ['405', await admin.delete(CATEGORIES)]
  ]
  for (const [name, { status, headers }] of answers) {
    t.equal(String(status), name)
    t.equal(headers['content-type'], 'application/json', name)
  }
})

t.test('204 → no body, no type, length 0', async (t) => {
  const { pk } = await make('/api/part/', { name: 'Old relay', active: false })
  const { status, text, headers } = await admin.delete(`/api/part/${pk}/`)
  t.equal(status, 204)
  t.equal(text, '')
  t.equal(headers['content-type'], undefined)
  t.equal(Number(headers['content-length'] ?? 0), 0)
})

t.test('a form means what the same JSON means', async (t) => {
  const { status, body } = await admin.post(
    CATEGORIES,
    form({ name: 'Reed & more', description: 'a+b=c', parent: String(top), structural: 'on' }),
    FORM
  )
  t.equal(status, 201)
  t.match(body, { name: 'Reed & more', description: 'a+b=c', parent: top, structural: true })
  const { body: changed } = await admin.patch(
    `${CATEGORIES}${body.pk}/`,
    form({ parent: '', structural: 'False' }),
    FORM
  )
  t.match(changed, { parent: null, structural: false }, 'an empty field clears')
})

t.test('multipart means what the same JSON means', async (t) => {
  const { status, body } = await admin.post(
    CATEGORIES,
    multipart({ name: 'Solid state ⚡', parent: String(top), structural: '0' }),
    MULTIPART
  )
  t.equal(status, 201)
  t.match(body, { name: 'Solid state ⚡', parent: top, structural: false })
})

t.test('a part that says that it is JSON, and is not → 400', async (t) => {
  const body =
    '--edge\r\nContent-Disposition: form-data; name="name"\r\nContent-Type: application/json\r\n\r\nAAA\r\n--edge--\r\n'
  const answer = await as('admin').post('/api/part/category/', body, {
    'content-type': 'multipart/form-data; boundary=edge'
  })
  t.equal(answer.status, 400)
  t.match(answer.body.detail, /^Multipart form parse error - /)
})

t.test('of a repeated field the last one counts', async (t) => {
  t.equal((await admin.post(CATEGORIES, 'name=First&name=Last', FORM)).body.name, 'Last', 'in a form')
  t.equal((await admin.post(CATEGORIES, '{"name": "A", "name": "B"}', JSON_TYPE)).body.name, 'B', 'in JSON')
})

t.test('JSON with a charset → read', async (t) => {
  const { status, body } = await admin.post(CATEGORIES, '{"name": "Schütze"}', {
    'content-type': 'application/json; charset=utf-8'
  })
  t.equal(status, 201)
  t.equal(body.name, 'Schütze')
})

t.test('another media type → 415 that names it', async (t) => {
  for (const type of ['text/plain', 'application/xml', 'text/csv']) {
    const { status, body } = await admin.post(CATEGORIES, 'name', { 'content-type': type })
    t.equal(status, 415, type)
    t.strictSame(body, { detail: `Unsupported media type "${type}" in request.` })
  }
})

t.test('no body → as an empty object', async (t) => {
  const required = { name: ['This field is required.'] }
  for (const [name, body, headers] of [
    ['none', undefined, {}],
    ['empty', '', JSON_TYPE],
    ['blank', ' \n', JSON_TYPE],
    ['empty form', '', FORM]
  ] as const) {
    const answer = await admin.post(CATEGORIES, body, headers)
    t.equal(answer.status, 400, name)
    t.strictSame(answer.body, required, name)
  }
  t.equal((await admin.patch(`${CATEGORIES}${top}/`, undefined)).status, 200, 'PATCH that changes nothing')
})

t.test('a body on GET, OPTIONS and DELETE is tolerated, as clients send one', async (t) => {
  for (const text of ['{}', '']) {
    t.equal((await admin.get(CATEGORIES, text, JSON_TYPE)).status, 200, `GET with ${text || 'nothing'}`)
    t.equal((await admin.get(`${CATEGORIES}${top}/`, text, JSON_TYPE)).status, 200, 'GET of one')
    t.equal((await admin.options(CATEGORIES, text, JSON_TYPE)).status, 200, 'OPTIONS')
    const { id } = await make('/api/user/tokens/', { name: 'short-lived' })
    t.equal((await admin.delete(`/api/user/tokens/${id}/`, text, JSON_TYPE)).status, 204, 'DELETE')
  }
})

t.test('unreadable JSON → 400 with the place', async (t) => {
  for (const text of ['{', '{"name": }', '[1, 2', '{"a" 1}', 'name', '{"name": "a"} x']) {
    const { status, body } = await admin.post(CATEGORIES, text, JSON_TYPE)
    t.equal(status, 400, text)
    t.match(body.detail, /^JSON parse error - .*line 1 column \d+ \(char \d+\)$/, text)
  }
})

t.test('a list or a text where an object is expected → 400', async (t) => {
  t.strictSame((await admin.post(CATEGORIES, '["name"]', JSON_TYPE)).body, {
    non_field_errors: ['Invalid data. Expected a dictionary, but got list.']
  })
  t.strictSame((await admin.post(CATEGORIES, '"name"', JSON_TYPE)).body, {
    non_field_errors: ['Invalid data. Expected a dictionary, but got str.']
  })
})

t.test('keys that mean something to JavaScript do no harm', async (t) => {
  const { status, body } = await admin.post(
    CATEGORIES,
    '{"name": "Proto", "__proto__": {"structural": true}, "constructor": 1}',
    JSON_TYPE
  )
  t.equal(status, 201)
  t.equal(body.structural, false)
  t.equal(({} as Record<string, unknown>).structural, undefined)
})

t.test('?format=json → accepted everywhere, any other format → 404', async (t) => {
  t.equal((await admin.get(`${CATEGORIES}?format=json`)).status, 200)
  t.equal((await admin.post(`${CATEGORIES}?format=json`, { name: 'Formatted' })).status, 201)
  t.equal((await admin.patch(`${CATEGORIES}${top}/?format=json`, {})).status, 200)
  for (const format of ['xml', 'api', 'html']) {
    const { status, body } = await admin.get(`${CATEGORIES}?format=${format}`)
    t.equal(status, 404, format)
    t.strictSame(body, { detail: 'Not found.' })
  }
})

t.test('an Accept header that JSON cannot satisfy → 406', async (t) => {
  for (const accept of ['text/html', 'application/xml', 'image/png, text/plain']) {
    const { status, body } = await admin.get(CATEGORIES, undefined, { accept })
    t.equal(status, 406, accept)
    t.strictSame(body, { detail: 'Could not satisfy the request Accept header.' })
  }
  for (const accept of [
    'application/json',
    '*/*',
    'text/html, */*;q=0.1',
    'application/*',
    'application/json; indent=4',
    'text/html,application/json'
  ]) {
    t.equal((await admin.get(CATEGORIES, undefined, { accept })).status, 200, accept)
  }
})

t.test('wrong types in fields → 400 in the words of the API', async (t) => {
  for (const [body, problems] of [
    [{ name: true }, { name: ['Not a valid string.'] }],
    [
      { name: ['a'], description: {} },
      { name: ['Not a valid string.'], description: ['Not a valid string.'] }
    ],
    [{ name: 'Z', structural: 'maybe' }, { structural: ['Must be a valid boolean.'] }],
    [{ name: 'Z', structural: null }, { structural: ['This field may not be null.'] }],
    [{ name: 'Z', parent: 'first' }, { parent: ['Incorrect type. Expected pk value, received str.'] }],
    [{ name: 'Z', parent: true }, { parent: ['Incorrect type. Expected pk value, received bool.'] }],
    [{ name: 'Z', parent: [1] }, { parent: ['Incorrect type. Expected pk value, received list.'] }],
    [{ name: 'Z', parent: 424242 }, { parent: ['Invalid pk "424242" - object does not exist.'] }],
    [{ name: '   ' }, { name: ['This field may not be blank.'] }],
    [{ name: null }, { name: ['This field may not be null.'] }],
    [
      { name: 'x'.repeat(101), description: 'y'.repeat(251) },
      {
        name: ['Ensure this field has no more than 100 characters.'],
        description: ['Ensure this field has no more than 250 characters.']
      }
    ],
    [{ name: '<b>bold</b>' }, { name: ['Remove HTML tags from this value'] }]
  ] as const) {
    const answer = await admin.post(CATEGORIES, body)
    t.equal(answer.status, 400, JSON.stringify(body).slice(0, 60))
    t.strictSame(answer.body, problems)
  }
  t.match(
    (await admin.post(CATEGORIES, { name: 5, description: 1.5, parent: String(top), structural: 'y' })).body,
    { name: '5', description: '1.5', parent: top, structural: true },
    'numbers as text, text as numbers'
  )
})

t.test('a body over 32 MiB → 413, and nothing is made', async (t) => {
  const { status, body } = await admin.post(CATEGORIES, `{"name": "${'x'.repeat(32 * 1024 * 1024)}"}`, JSON_TYPE)
  t.equal(status, 413)
  t.strictSame(body, { detail: 'Request body is too large' })
})
