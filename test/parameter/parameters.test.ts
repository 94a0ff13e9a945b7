import t from 'tap'
import { build, column } from '../helper.ts'

const LIST = '/api/parameter/'
const TEMPLATES = '/api/parameter/template/'
const { as, make, makeUser, set } = await build(t)
const admin = as('admin')

let count = 0
const newPart = async (more: object = {}): Promise<number> =>
  (await make('/api/part/', { name: `Part ${++count}`, ...more })).pk
const newTemplate = async (more: object = {}): Promise<number> =>
  (await make(TEMPLATES, { name: `Template ${++count}`, ...more })).pk
const value = (template: number, model_id: number, data: unknown, more: object = {}) => ({
  template,
  model_type: 'part',
  model_id,
  data,
  ...more
})

t.test('templates: what is refused', async (t) => {
  await make(TEMPLATES, { name: 'Größe', units: 'mm' })
  for (const [body, problem] of [
    [{}, { name: ['This field is required.'] }],
    [{ name: 'Größe' }, { name: ['Parameter Template with this Name already exists.'] }],
    [{ name: 'GRÖSSE'.replace('SS', 'ß') }, { name: ['Parameter template name must be unique'] }],
    [
      { name: 'größe', checkbox: true, units: 'm' },
      { units: ['Checkbox parameters cannot have units'], name: ['Parameter template name must be unique'] }
    ],
    [{ name: 'x', units: 'clovers' }, { units: ['Invalid physical unit'] }],
    [{ name: 'x', checkbox: true, choices: 'a' }, { choices: ['Checkbox parameters cannot have choices'] }],
    [{ name: 'x', choices: 'a, b,a ' }, { choices: ['Choices must be unique'] }],
    [{ name: 'x', unique: 3 }, { unique: ['"3" is not a valid choice.'] }],
    [{ name: 'x', unique: [1] }, { unique: ['"1" is not a valid choice.'] }],
    [{ name: 'x', model_type: 'toolbox' }, { model_type: ['Content type not found'] }],
    [{ name: 'x', model_type: 'stock.part' }, { model_type: ['Content type not found'] }],
    [{ name: 'x', model_type: 'a.b.c' }, { model_type: ['Invalid content type format'] }],
    [{ name: 'x', model_type: 'users.owner' }, { model_type: ['Content type does not match required mixin class'] }]
  ] as const) {
    const answer = await admin.post(TEMPLATES, body)
    t.equal(answer.status, 400, JSON.stringify(body))
    t.strictSame(answer.body, problem)
  }
  t.equal((await admin.get(TEMPLATES)).body.length, 1, 'nothing was stored')
  t.match(await make(TEMPLATES, { name: 'x', choices: 'a, ,b,', model_type: '' }), {
    model_type: null,
    choices: 'a, ,b,'
  })
  t.equal((await make(TEMPLATES, { name: 'y', model_type: 'part.PartCategory' })).model_type, 'part.partcategory')
})

t.test('a new unit gives the parameters new numbers', async (t) => {
  const template = await newTemplate({ units: 'mm' })
  const { pk } = await make(LIST, value(template, await newPart(), '2 inch'))
  t.equal((await admin.patch(`${TEMPLATES}${template}/`, { units: 'cm' })).status, 200)
  t.match((await admin.get(`${LIST}${pk}/`)).body, { data: '2 inch', data_numeric: 5.08 })
  await admin.patch(`${TEMPLATES}${template}/`, { units: 'V' })
  t.match((await admin.get(`${LIST}${pk}/`)).body, { data: '2 inch', data_numeric: null })
})

t.test('values become numbers in the unit of the template', async (t) => {
  for (const [units, data, number] of [
    ['ohm', '4k7', 4700],
    ['mm', '3"', 76.2],
    ['m', "5'", 1.524],
    ['%', '50%', 0.5],
    ['', '1e3', 1000],
    ['', '-12.50', -12.5],
    ['', '10 mm', null],
    ['', 'nan', null],
    ['', 'inf', null],
    ['', '1,000', null],
    ['m', '1,000', 1000],
    ['', 4.5, 4.5]
  ] as const) {
    const body = await make(LIST, value(await newTemplate({ units }), await newPart(), data))
    t.equal(body.data, String(data))
    if (number === null) t.equal(body.data_numeric, null, `${data} in "${units}"`)
    else t.ok(Math.abs(body.data_numeric - number) < 1e-9, `${data} in "${units}"`)
  }
})

t.test('what does not convert is refused as long as the setting says so', async (t) => {
  const template = await newTemplate({ units: 'ohm' })
  const part = await newPart()
  t.strictSame((await admin.post(LIST, value(template, part, ' 12 volt '))).body, {
    data: ['Could not convert 12 volt to ohm']
  })
  await set('PARAMETER_ENFORCE_UNITS', false)
  t.match(await make(LIST, value(template, part, '12 volt')), { data: '12 volt', data_numeric: null })
  await set('PARAMETER_ENFORCE_UNITS', true)
})

t.test('custom units count', async (t) => {
  t.equal((await admin.post(TEMPLATES, { name: 'Wire', units: 'spool' })).status, 400)
  const spool = await make('/api/units/', { name: 'spool', definition: '500 m', symbol: 'spl' })
  const template = await newTemplate({ units: 'spool' })
  t.equal((await make(LIST, value(template, await newPart(), '1 km'))).data_numeric, 2)
  const { pk } = await make('/api/part/', { name: 'Wire', units: 'spl' })
  await admin.delete(`/api/units/${spool.pk}/`)
  t.strictSame((await admin.patch(`/api/part/${pk}/`, { units: 'spool' })).body, { units: ['Invalid physical unit'] })
})

t.test('choices, selection lists, checkboxes', async (t) => {
  const part = await newPart()
  const choices = await newTemplate({ choices: '0402, 0603 ,0805' })
  t.strictSame((await admin.post(LIST, value(choices, part, '1206'))).body, {
    data: ['Invalid choice for parameter value']
  })
  await make(LIST, value(choices, part, '0603'))

  const list = (await make('/api/selection/', { name: 'Mounting' })).pk
  const listed = await newTemplate({ selectionlist: list, choices: 'THT' })
  const { pk } = await make(LIST, value(listed, part, 'anything'))
  await make(`/api/selection/${list}/entry/`, { value: 'SMD', label: 'surface', list })
  await make(`/api/selection/${list}/entry/`, { value: 'BGA', label: 'balls', list, active: false })
  for (const data of ['THT', 'smd', 'BGA']) t.equal((await admin.patch(`${LIST}${pk}/`, { data })).status, 400, data)
  t.equal((await admin.patch(`${LIST}${pk}/`, { data: 'SMD' })).status, 200)

  const box = await newTemplate({ checkbox: true })
  t.match(await make(LIST, value(box, part, 'Yes')), { data: 'True', data_numeric: 1 })
  t.match(await make(LIST, value(box, await newPart(), 'maybe')), { data: 'False', data_numeric: 0 })
  t.strictSame((await admin.post(LIST, value(box, await newPart(), true))).body, { data: ['Not a valid string.'] })
})

t.test('uniqueness: of a template, and of a value', async (t) => {
  const [one, two] = [await newPart(), await newPart()]
  const category = (await make('/api/part/category/', { name: 'Unique' })).pk
  const inKind = await newTemplate({ unique: 1 })
  const everywhere = await newTemplate({ unique: 2, units: 'mm' })
  const { pk } = await make(LIST, value(inKind, one, 'Ä-7'))
  t.equal((await admin.patch(`${LIST}${pk}/`, { data: 'ä-7' })).status, 200, 'itself')
  t.strictSame((await admin.post(LIST, value(inKind, one, 'B'))).body, {
    non_field_errors: ['The fields model_type, model_id, template must make a unique set.']
  })
  t.strictSame((await admin.post(LIST, value(inKind, two, 'Ä-7'))).body, { data: ['Parameter value must be unique'] })
  await make(LIST, { ...value(inKind, category, 'Ä-7'), model_type: 'part.partcategory' })
  await make(LIST, value(everywhere, one, '20 mm'))
  t.strictSame((await admin.post(LIST, { ...value(everywhere, category, '2 cm'), model_type: 'partcategory' })).body, {
    data: ['Parameter value must be unique']
  })
})

t.test('what a body needs', async (t) => {
  t.strictSame((await admin.post(LIST, {})).body, {
    template: ['This field is required.'],
    model_id: ['This field is required.'],
    data: ['This field is required.']
  })
  const body = value(await newTemplate(), await newPart(), 'x')
  for (const [more, problem] of [
    [{ model_type: undefined }, ['This field is required.']],
    [{ model_type: '' }, ['This field may not be blank.']],
    [{ model_type: null }, ['This field may not be null.']]
  ] as const)
    t.strictSame((await admin.post(LIST, { ...body, ...more })).body, { model_type: problem })
  const { pk } = await make(LIST, { ...body, data_numeric: 7, updated_by: 99 })
  t.match((await admin.get(`${LIST}${pk}/`)).body, { data_numeric: null, updated_by: 1 })
  t.strictSame((await admin.put(`${LIST}${pk}/`, { template: body.template, data: 'y' })).body, {
    model_id: ['This field is required.']
  })
  t.strictSame((await admin.put('/api/parameter/424242/', {})).body, {
    detail: 'No Parameter matches the given query.'
  })
})

t.test('many at once, all or none', async (t) => {
  const [one, two] = [await newPart(), await newPart()]
  const [plain, unique] = [await newTemplate(), await newTemplate({ unique: 2 })]
  t.strictSame((await admin.post(LIST, [])).body, { non_field_errors: 'No data provided' })
  const twins = await admin.post(LIST, [value(plain, one, 'a'), value(plain, one, 'b'), value(plain, two, 'c'), {}])
  const alike = {
    model_type: ['This field must be unique.'],
    model_id: ['This field must be unique.'],
    template: ['This field must be unique.']
  }
  t.equal(twins.status, 400)
  t.strictSame(twins.body, [alike, alike, [], []])
  const wrong = await admin.post(LIST, [
    value(plain, one, 'a'),
    value(unique, one, 'b'),
    value(unique, two, 'B'),
    { ...value(424242, two, ''), model_type: 'toolbox' },
    7
  ])
  t.equal(wrong.status, 400)
  t.strictSame(wrong.body, [
    [],
    [],
    { data: ['Parameter value must be unique'] },
    {
      template: ['Invalid pk "424242" - object does not exist.'],
      model_type: ['Content type not found'],
      data: ['This field may not be blank.']
    },
    { non_field_errors: ['Invalid data. Expected a dictionary, but got int.'] }
  ])
  t.strictSame((await admin.get(`${LIST}?template=${plain}`)).body, [], 'nothing was stored')
  const made = await admin.post(LIST, [value(plain, two, 'x'), value(plain, one, 'y')])
  t.equal(made.status, 201)
  t.strictSame(column(made.body, 'data'), ['x', 'y'])
  t.equal((await admin.post(TEMPLATES, [{ name: 'q' }])).status, 400, 'other lists take one at a time')
})

t.test('bulk delete', async (t) => {
  const template = await newTemplate()
  const pks = []
  for (let i = 0; i < 3; i++) pks.push((await make(LIST, value(template, await newPart(), 'x'))).pk)
  t.strictSame((await admin.delete(LIST, {})).body, {
    non_field_errors: 'List of items must be provided for bulk operation'
  })
  t.strictSame((await admin.delete(LIST, { items: [pks[0], pks[1], 424242] })).body, { success: 'Deleted 2 items' })
  t.strictSame(column((await admin.get(`${LIST}?template=${template}`)).body, 'pk'), [pks[2]])
})

t.test('who may: writing takes the right to change the record, deleting does not', async (t) => {
  await makeUser({ name: 'guest' })
  await makeUser({ name: 'builder', roles: { build: ['view', 'change'] } })
  const body = value(await newTemplate(), await newPart(), 'x')
  const refused = { detail: 'User does not have permission to create or edit parameters for this model' }
  for (const sent of [body, [body]]) {
    const answer = await as('guest').post(LIST, sent)
    t.equal(answer.status, 403)
    t.strictSame(answer.body, refused)
  }
  t.strictSame(
    (await as('guest').post(LIST, { ...body, data: '' })).body,
    { data: ['This field may not be blank.'] },
    'what is wrong is told first'
  )
  const made = await as('builder').post(LIST, body)
  t.equal(made.status, 201, 'the role build changes parts')
  t.equal((await as('guest').patch(`${LIST}${made.body.pk}/`, { note: 'n' })).status, 403)
  t.equal((await as('guest').get(`${LIST}${made.body.pk}/`)).status, 200)
  t.equal((await as('guest').delete(`${LIST}${made.body.pk}/`)).status, 204)
  t.equal((await as('guest').post(TEMPLATES, { name: 'of a guest' })).status, 201)
  t.equal((await as(null).get(LIST)).status, 401)
})

t.test('a locked part keeps its parameters', async (t) => {
  const template = await newTemplate()
  const [part, other] = [await newPart(), await newPart()]
  const { pk } = await make(LIST, value(template, part, 'x'))
  await admin.patch(`/api/part/${part}/`, { locked: true })
  const modify = { non_field_errors: ['Cannot modify parameters of a locked part'] }
  const remove = { non_field_errors: ['Cannot delete parameters of a locked part'] }
  t.strictSame((await admin.post(LIST, value(await newTemplate(), part, 'x'))).body, modify)
  t.strictSame((await admin.patch(`${LIST}${pk}/`, { data: 'y' })).body, modify)
  t.strictSame((await admin.patch(`${LIST}${pk}/`, { model_id: other })).body, modify)
  t.strictSame((await admin.delete(`${LIST}${pk}/`)).body, remove)
  t.strictSame((await admin.delete(LIST, { items: [pk] })).body, remove)
  await set('PART_ENABLE_LOCKING', false)
  t.equal((await admin.patch(`${LIST}${pk}/`, { data: 'y' })).status, 200)
  await set('PART_ENABLE_LOCKING', true)
  t.equal((await admin.delete(`${TEMPLATES}${template}/`)).status, 204, 'a template goes all the same')
  t.equal((await admin.get(`${LIST}${pk}/`)).status, 404)
})

t.test('the parameters of a record come in the order of their templates', async (t) => {
  const [first, second] = [await newTemplate(), await newTemplate()]
  const part = await newPart()
  for (const template of [second, first]) await make(LIST, value(template, part, 'x'))
  t.strictSame(column((await admin.get(`/api/part/${part}/?parameters=true`)).body.parameters, 'template'), [
    first,
    second
  ])
})

t.test('records show their parameters, and take them along', async (t) => {
  const template = await newTemplate()
  const category = (await make('/api/part/category/', { name: 'Shown' })).pk
  const location = (await make('/api/stock/location/', { name: 'Shown' })).pk
  const part = await newPart({ category, active: false })
  const addresses = {
    partcategory: `/api/part/category/${category}/`,
    stocklocation: `/api/stock/location/${location}/`,
    part: `/api/part/${part}/`
  }
  for (const [model_type, url] of Object.entries(addresses)) {
    const made = await make(LIST, { template, model_type, model_id: Number(url.split('/').at(-2)), data: 'x' })
    t.strictSame((await admin.get(`${url}?parameters=true`)).body.parameters, [made], url)
    t.equal((await admin.get(url)).body.parameters, undefined)
  }
  await admin.delete(addresses.part)
  await admin.delete(addresses.stocklocation, { delete_stock_items: false, delete_sub_locations: false })
  t.equal((await admin.get(`${LIST}?template=${template}`)).body.length, 1)
  await admin.delete(addresses.partcategory, { delete_parts: false, delete_child_categories: false })
  t.strictSame((await admin.get(`${LIST}?template=${template}`)).body, [])
})

t.test('metadata', async (t) => {
  const template = await newTemplate({ name: 'With metadata' })
  const { pk } = await make(LIST, value(template, await newPart(), 'x'))
  for (const url of [`/api/metadata/parameter/${pk}/`, `/api/metadata/parametertemplate/${template}/`]) {
    t.strictSame((await admin.patch(url, { metadata: { a: 1 } })).body, { metadata: { a: 1 } }, url)
  }
  t.strictSame((await admin.get('/api/metadata/parametertemplate/name/With%20metadata/')).body, { metadata: { a: 1 } })
  t.equal(
    (await as(null).get(`/api/parameter/template/${template}/metadata/`)).headers.location,
    `/api/metadata/parametertemplate/pk/${template}/`
  )
})

t.test('OPTIONS tells the fields of one parameter', async (t) => {
  const { POST } = (await admin.options(LIST)).body.actions
  t.match(POST, {
    data: { type: 'string', required: true, read_only: false },
    template: { type: 'related field', api_url: TEMPLATES },
    data_numeric: { read_only: true }
  })
})
