import t from 'tap'
import { build, column } from '../helper.ts'

const GLOBAL = '/api/settings/global/'
const USER = '/api/settings/user/'

t.test('a setting that nobody set → its default; letter case does not matter', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'nobody' })
  for (const [key, value, type] of [
    ['INVENTREE_INSTANCE', 'InvenTree', 'string'],
    ['part_component', true, 'boolean'],
    ['INVENTREE_UPLOAD_MAX_SIZE', 10, 'integer'],
    ['INVENTREE_DEFAULT_CURRENCY', 'USD', 'string']
  ] as const) {
    const { status, body } = await as('nobody').get(`${GLOBAL}${key}/`)
    t.equal(status, 200, key)
    t.match(body, { key: key.toUpperCase(), value, type, typ: 'inventree' })
  }
  t.match((await as('nobody').get(`${USER}SEARCH_PREVIEW_RESULTS/`)).body, { value: 10, user: 2, typ: 'user' })
})

t.test('an unknown key → 404', async (t) => {
  const { as } = await build(t)
  for (const key of ['NO_SUCH_KEY', '_PENDING_MIGRATIONS', 'constructor', 'SEARCH_PREVIEW_RESULTS']) {
    t.strictSame((await as('admin').get(`${GLOBAL}${key}/`)).body, { detail: 'Not found.' }, key)
    t.equal((await as('admin').patch(`${GLOBAL}${key}/`, { value: 1 })).status, 404, key)
  }
  t.equal((await as('admin').get(`${USER}PART_COMPONENT/`)).status, 404, 'a global one')
})

t.test('the value is converted, and alone is written', async (t) => {
  const { as } = await build(t)
  const write = async (key: string, value: unknown) =>
    (await as('admin').patch(`${GLOBAL}${key}/`, { value, key: 'OTHER', type: 'x' })).body.value
  for (const [sent, kept] of [
    ['Workshop', 'Workshop'],
    [42, '42'],
    [true, 'True'],
    ['  Lab 7  ', 'Lab 7']
  ] as const)
    t.equal(await write('INVENTREE_INSTANCE', sent), kept)
  for (const [sent, kept] of [
    [false, false],
    ['on', true],
    ['maybe', false],
    [1, true],
    [null, false]
  ] as const)
    t.equal(await write('PART_COMPONENT', sent), kept, String(sent))
  t.equal(await write('INVENTREE_UPLOAD_MAX_SIZE', '12'), 12)
  t.equal((await as('admin').patch(`${GLOBAL}INVENTREE_INSTANCE/`, {})).body.value, 'Lab 7', 'no value, no change')
})

t.test('a wrong value → 400, and the old one stays', async (t) => {
  const { as } = await build(t)
  for (const [key, value] of [
    ['INVENTREE_UPLOAD_MAX_SIZE', 0],
    ['INVENTREE_UPLOAD_MAX_SIZE', 'large'],
    ['INVENTREE_DEFAULT_CURRENCY', 'XXX'],
    ['PRICING_DECIMAL_PLACES', 1],
    ['PART_NAME_FORMAT', '{{ part.nonsense }}'],
    ['PART_IPN_REGEX', '('],
    ['PART_CATEGORY_DEFAULT_ICON', 'ti:nonsense:outline'],
    ['INVENTREE_INSTANCE', '<b>W</b>']
  ] as const) {
    const before = (await as('admin').get(`${GLOBAL}${key}/`)).body.value
    const { status, body } = await as('admin').patch(`${GLOBAL}${key}/`, { value })
    t.equal(status, 400, `${key} = ${value}`)
    t.ok(Object.values(body).flat().length === 1, JSON.stringify(body))
    t.equal((await as('admin').get(`${GLOBAL}${key}/`)).body.value, before)
  }
})

t.test('a setting that must be confirmed → 400 without manual_confirm', async (t) => {
  const { as } = await build(t)
  const { status, body } = await as('admin').patch(`${GLOBAL}LOGIN_ENFORCE_MFA/`, { value: true })
  t.equal(status, 400)
  t.strictSame(body, {
    manual_confirm: 'This setting requires confirmation before changing. Please confirm the change.'
  })
  t.equal(
    (await as('admin').patch(`${GLOBAL}LOGIN_ENFORCE_MFA/`, { value: true, manual_confirm: true })).body.value,
    true
  )
})

t.test('writing global settings takes the staff flag', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'clerk', staff: true })
  await makeUser({ name: 'nobody' })
  for (const [name, status] of [
    ['clerk', 200],
    ['nobody', 403]
  ] as const)
    t.equal((await as(name).patch(`${GLOBAL}PART_COMPONENT/`, { value: false })).status, status, name)
})

t.test('a setting counts at the next request', async (t) => {
  const { as, set, make } = await build(t)
  await set('INVENTREE_INSTANCE', 'Lab 7')
  t.equal((await as(null).get('/api/')).body.instance, 'Lab 7')
  await set('PART_TRACKABLE', true)
  t.equal((await make('/api/part/', { name: 'Meter' })).trackable, true)
})

t.test('users have their own settings', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'britta' })
  const url = `${USER}DATE_DISPLAY_FORMAT/`
  t.equal((await as('britta').patch(url, { value: 'DD-MM-YYYY' })).body.value, 'DD-MM-YYYY')
  t.equal((await as('britta').get(url)).body.value, 'DD-MM-YYYY')
  t.equal((await as('admin').get(url)).body.value, 'YYYY-MM-DD', 'not those of others')
  t.equal((await as('britta').patch(url, { value: 'D.M.Y' })).status, 400)
})

t.test('the lists hold every setting, searched by key, ordered and paged', async (t) => {
  const { as } = await build(t)
  t.equal((await as('admin').get(GLOBAL)).body.length, 158)
  t.equal((await as('admin').get(USER)).body.length, 42)
  const keys = async (query: string) => column((await as('admin').get(`${GLOBAL}?${query}`)).body, 'key')
  t.strictSame(await keys('search=upload_max'), ['INVENTREE_UPLOAD_MAX_SIZE'])
  t.strictSame(await keys('search=NO_SUCH_KEY'), [])
  const { body } = await as('admin').get(`${GLOBAL}?limit=2&offset=1&ordering=-key&search=BARCODE`)
  t.strictSame(column(body.results, 'key'), (await keys('ordering=key&search=BARCODE')).toReversed().slice(1, 3))
  t.match(body, { count: 7, previous: /limit=2/, next: /offset=3/ })
})
