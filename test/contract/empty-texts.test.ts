import t from 'tap'
import { build } from '../helper.ts'
import { multipart } from '../support/multipart.ts'

const { as, make } = await build(t)
const admin = as('admin')
const NO_DATE = 'Date has wrong format. Use one of these formats instead: YYYY-MM-DD.'
const NO_TIME =
  'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].'
const NO_FILE = 'The submitted data was not a file. Check the encoding type on the form.'
const NULL = 'This field may not be null.'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

const { pk: part } = await make('/api/part/', { name: 'Motor', assembly: true, testable: true, category: null })
const { pk: company } = await make('/api/company/', { name: 'Mill', is_supplier: true, is_customer: true })
const [{ pk: item }] = await make('/api/stock/', { part, quantity: 1, expiry_date: '2030-01-01' })
const { pk: build_order } = await make('/api/build/', { part, quantity: 1 })
const { pk: purchase } = await make('/api/order/po/', { supplier: company, target_date: '2030-01-01' })
const { pk: sale } = await make('/api/order/so/', { customer: company })

/** Each field with the address of a record that has it, and what an empty text in it says; undefined: it is taken. */
const FIELDS: [url: string, field: string, message: string | undefined][] = [
  [`/api/stock/${item}/`, 'expiry_date', NO_DATE],
  [`/api/build/${build_order}/`, 'target_date', NO_DATE],
  [`/api/order/po/${purchase}/`, 'target_date', NO_DATE],
  [`/api/order/so/${sale}/`, 'start_date', NO_DATE],
  [`/api/part/${part}/`, 'image', NO_FILE],
  [`/api/company/${company}/`, 'image', NO_FILE],
  [`/api/part/${part}/`, 'default_expiry', 'A valid integer is required.'],
  [`/api/part/${part}/`, 'minimum_stock', 'A valid number is required.'],
  [`/api/stock/${item}/`, 'quantity', NULL],
  [`/api/stock/${item}/`, 'part', NULL],
  [`/api/build/${build_order}/`, 'part', NULL],
  [`/api/order/so/${sale}/`, 'customer', 'This field cannot be blank.'],
  [`/api/part/${part}/`, 'category', undefined],
  [`/api/stock/${item}/`, 'location', undefined],
  [`/api/part/${part}/`, 'active', 'Must be a valid boolean.']
]

t.test('an empty text → what null is for keys and quantities, and no date, file, flag or number', async (t) => {
  for (const [url, field, message] of FIELDS) {
    const sent = [
      ['JSON', { [field]: '' }],
      ['a form', `${field}=`, FORM],
      ['a form in parts', ...multipart({ [field]: '' })]
    ] as const
    for (const [form, body, headers] of sent) {
      const answer = await admin.patch(url, body, headers)
      if (message === undefined) t.match(answer, { status: 200, body: { [field]: null } }, `${field} in ${form}`)
      else t.match(answer, { status: 400, body: { [field]: [message] } }, `${field} in ${form}`)
    }
  }
  t.equal((await admin.get(`/api/stock/${item}/`)).body.expiry_date, '2030-01-01', 'what was refused changed nothing')
})

t.test('null where an empty text is refused: taken', async (t) => {
  for (const [url, field] of [
    [`/api/stock/${item}/`, 'expiry_date'],
    [`/api/order/po/${purchase}/`, 'target_date'],
    [`/api/part/${part}/`, 'image']
  ] as const)
    t.match(await admin.patch(url, { [field]: null }), { status: 200, body: { [field]: null } }, field)
})

t.test('an empty text inside a list of objects, and for a time → 400', async (t) => {
  t.match(await admin.post('/api/stock/test/', { stock_item: item, test: 'Run', started_datetime: '' }), {
    status: 400,
    body: { started_datetime: [NO_TIME] }
  })
  t.match(await admin.post('/api/stock/add/', { items: [{ pk: '', quantity: '' }] }), {
    status: 400,
    body: { items: [{ pk: [NULL], quantity: ['A valid number is required.'] }] }
  })
})

t.test('a tag without text → 400, in every module that has tags', async (t) => {
  for (const url of [
    `/api/part/${part}/`,
    `/api/stock/${item}/`,
    `/api/company/${company}/`,
    `/api/build/${build_order}/`,
    `/api/order/po/${purchase}/`
  ])
    for (const tags of [[''], ['new', ' '], '["new", ""]'])
      t.match(await admin.patch(url, { tags }), { status: 400, body: { tags: ['This field may not be blank.'] } }, url)
  t.match(
    await admin.patch(`/api/part/${part}/`, { tags: '' }),
    { status: 200, body: { tags: [] } },
    'no list: no tags'
  )
})

t.test('a list of keys in a query with an entry that is none → 400; without any: passed over', async (t) => {
  for (const [text, entry] of [
    ['4,,27', ''],
    ['4,', ''],
    [',', ''],
    [' ', ' '],
    ['4, x', ' x']
  ] as const)
    t.match(
      await admin.get(`/api/part/?exclude_id=${encodeURIComponent(text)}`),
      { status: 400, body: { non_field_errors: [`'${entry}' is not a valid number`] } },
      text
    )
  t.equal((await admin.get('/api/part/?exclude_id=')).body.length, 1)
  t.equal((await admin.get(`/api/part/?exclude_id=4,%20${part}`)).body.length, 0, 'blanks around a number')
})

t.test('zeros at the end of a text count as decimal places; a number has none', async (t) => {
  const places = ['Ensure that there are no more than 5 decimal places.']
  const add = (quantity: unknown) => admin.post('/api/stock/add/', { items: [{ pk: item, quantity }] })
  for (const quantity of ['0.300000', '0.000000', '1e-6', '.1234560', ' 1.000000 '])
    t.match(await add(quantity), { status: 400, body: { items: [{ quantity: places }] } }, quantity)
  t.match(await add('1e400'), { status: 400 })
  t.match(await add('123456789.1234500'), {
    body: { items: [{ quantity: ['Ensure that there are no more than 15 digits in total.'] }] }
  })
  for (const quantity of ['0.30000', '3e-1', '+5.', '000.5', 0.3])
    t.equal((await add(quantity)).status, 201, String(quantity))
  t.match(await admin.patch(`/api/stock/${item}/`, { quantity: '2.500000' }), {
    status: 400,
    body: { quantity: places }
  })
  t.match(await admin.patch(`/api/stock/${item}/`, { quantity: '2.50000' }), { status: 200, body: { quantity: 2.5 } })
  t.match(await admin.post('/api/build/item/', { stock_item: item, build_line: 1, quantity: '1.000000' }), {
    status: 400
  })
})
