import t from 'tap'
import { build } from '../helper.ts'
import { contract } from '../support/contract.ts'

const { as, make, makeUser } = await build(t)
const admin = as('admin')
await makeUser({ name: 'nobody' })
await makeUser({ name: 'reader', roles: { part_category: ['view'] } })
await makeUser({ name: 'adder', roles: { part_category: ['view', 'add'] } })
await makeUser({ name: 'remover', roles: { part_category: ['view', 'change', 'delete'] } })

const actionsOf = async (name: string, url: string) => Object.keys((await as(name).options(url)).body.actions).sort()

t.test('OPTIONS of every address → 200 with what it is and takes', async (t) => {
  // Signing in describes nothing: test/auth/area.test.ts.
  const described = contract.operations.filter(({ path }) => !/^\/(api\/auth\/v1|accounts)\//.test(path))
  for (const path of new Set(described.map((op) => op.path))) {
    const url = path
      .replaceAll('{model}', 'part')
      .replaceAll('{lookup_field}', 'pk')
      .replaceAll(/\{\w+\}/g, '1')
    const { status, body, headers } = await admin.options(url)
    t.equal(status, 200, url)
    t.match(
      body,
      {
        name: /./,
        description: String,
        renders: ['application/json'],
        parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data']
      },
      url
    )
    t.match(headers.allow, /OPTIONS/)
  }
})

t.test('actions hold only what the caller may', async (t) => {
  t.strictSame(await actionsOf('reader', '/api/part/category/'), ['GET'])
  t.strictSame(await actionsOf('adder', '/api/part/category/'), ['GET', 'POST'])
  const { pk } = await make('/api/part/category/', { name: 'Screws' })
  t.strictSame(await actionsOf('remover', `/api/part/category/${pk}/`), ['DELETE', 'GET', 'PUT'])
  t.strictSame(await actionsOf('remover', '/api/part/category/4242/'), ['DELETE', 'GET'], 'nothing there to change')
  t.strictSame(await actionsOf('admin', '/api/part/category/'), ['GET', 'POST', 'PUT'])
  t.equal((await as('nobody').options('/api/part/category/')).status, 403)
  t.equal((await as(null).options('/api/part/category/')).status, 401)
})

t.test('the fields of POST tell what a form needs', async (t) => {
  const {
    actions: { POST, GET }
  } = (await admin.options('/api/part/')).body
  t.match(POST.name, {
    type: 'string',
    required: true,
    read_only: false,
    label: String,
    help_text: String,
    max_length: 100
  })
  t.match(POST.category, {
    type: 'related field',
    required: false,
    read_only: false,
    model: 'partcategory',
    api_url: '/api/part/category/',
    pk_field: 'pk',
    filters: {}
  })
  t.match(POST.active, { type: 'boolean', required: false })
  t.match(POST.minimum_stock, { type: 'float' })
  t.match(POST.default_expiry, { type: 'integer', min_value: 0 })
  t.match(POST.pk, { type: 'integer', read_only: true })
  t.match(POST.full_name, { read_only: true })
  t.strictSame(GET, POST, 'tables take their headings from what forms are told')
})

t.test('a choice lists what can be chosen', async (t) => {
  const { actions } = (await admin.options('/api/user/me/profile/')).body
  t.equal(actions.PUT.type.type, 'choice')
  t.strictSame(actions.PUT.type.choices.map((one: any) => one.value).sort(), ['bot', 'external', 'guest', 'internal'])
})
