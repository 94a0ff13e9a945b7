import t from 'tap'
import { build, column } from '../helper.ts'

const { as, make } = await build(t)
const admin = as('admin')
const newTemplate = async (body: object): Promise<number> => (await make('/api/parameter/template/', body)).pk
const give = (template: number, model_id: number, data: string, model_type = 'part') =>
  make('/api/parameter/', { template, model_type, model_id, data })

const [ohms, box, drawer] = [
  await newTemplate({ name: 'Resistance', units: 'ohm' }),
  await newTemplate({ name: 'RoHS', checkbox: true }),
  await newTemplate({ name: 'Drawer' })
]
const top = (await make('/api/part/category/', { name: 'Resistors' })).pk
const chip = (await make('/api/part/category/', { name: 'Chips', parent: top })).pk
const part: Record<string, number> = {}
for (const name of ['a', 'b', 'c', 'd'])
  part[name] = (await make('/api/part/', { name, category: name === 'd' ? top : chip })).pk
await give(ohms, part.a!, '4.7 kohm')
await give(ohms, part.b!, '1M')
await give(ohms, part.c!, '0.33')
await give(box, part.a!, 'yes')
await give(box, part.b!, 'no')
await give(drawer, part.a!, '12')
await give(drawer, part.b!, '7')
await give(drawer, part.c!, '7b')
// Of another kind of record, with the key of a part.
await give(drawer, part.d!, '7', 'partcategory')

const found = async (query: string) => column((await admin.get(`/api/part/?${query}`)).body, 'name').join('')

t.test('parts by parameter', async (t) => {
  for (const [query, names] of [
    [`parameter_${ohms}=4k7`, 'a'],
    [`parameter_${ohms}=4700`, 'a'],
    [`parameter_${ohms}_gt=1kohm`, 'ab'],
    [`parameter_${ohms}_lte=4.7k`, 'ac'],
    [`parameter_${ohms}_gte=4700&parameter_${ohms}_lt=1M`, 'a'],
    [`parameter_${ohms}_ne=0.33`, 'abd'],
    [`parameter_${ohms}=soft`, ''],
    [`parameter_${ohms}_ne=soft`, ''],
    [`parameter_${ohms}=`, 'abcd'],
    [`parameter_${box}=yes`, 'a'],
    [`parameter_${box}=0`, 'b'],
    [`parameter_${box}_ne=true`, 'a'],
    [`parameter_${box}_gt=no`, 'b'],
    [`parameter_${drawer}=7`, 'b'],
    [`parameter_${drawer}=7B`, ''],
    [`parameter_${drawer}_gt=8`, 'a'],
    [`parameter_${drawer}_icontains=B`, 'c'],
    [`parameter_${drawer}_icontains=%25`, ''],
    [`parameter_${drawer}_between=1`, 'abcd'],
    ['parameter_x=1', 'abcd'],
    [`parameter_${drawer}_lt=13&parameter_${box}=true`, 'a'],
    [`parameter_${drawer}=7&category=${top}`, 'b']
  ])
    t.equal(await found(query!), names, query!)
})

t.test('a template that does not exist → 400', async (t) => {
  const { status, body } = await admin.get('/api/part/?parameter_424242_gt=1')
  t.equal(status, 400)
  t.strictSame(body, {
    parameter_424242_gt: ['Select a valid choice. That choice is not one of the available choices.']
  })
})

t.test('parts in the order of a parameter: those without it last', async (t) => {
  t.equal(await found(`ordering=parameter_${ohms}`), 'cabd')
  t.equal(await found(`ordering=-parameter_${ohms}`), 'bacd')
  t.equal(await found(`ordering=parameter_${drawer}`), 'cbad', 'what is no number counts as 0')
  t.equal(await found(`ordering=parameter_${ohms},name`), 'abcd', 'only alone')
  const page = (await admin.get(`/api/part/?ordering=-parameter_${ohms}&limit=2&offset=1`)).body
  t.strictSame(column(page.results, 'name'), ['a', 'c'])
})

t.test('templates that records have parameters of', async (t) => {
  const templates = async (query: string) => column((await admin.get(`/api/parameter/template/?${query}`)).body, 'pk')
  await newTemplate({ name: 'Unused', model_type: 'part' })
  t.strictSame(await templates('exists_for_model=part'), [ohms, box, drawer])
  t.strictSame(await templates(`exists_for_model=part.part&exists_for_model_id=${part.c}`), [ohms, drawer])
  t.strictSame(
    await templates(`exists_for_model=part&exists_for_related_model=category&exists_for_related_model_id=${top}`),
    [ohms, box, drawer]
  )
  t.strictSame(
    await templates('exists_for_model=part&exists_for_related_model=category&exists_for_related_model_id=424242'),
    []
  )
  t.strictSame(await templates('exists_for_model=company'), [])
  await give(drawer, chip, '3', 'part.partcategory')
  t.strictSame(await templates(`exists_for_model=partcategory&exists_for_model_id=${top}`), [drawer], 'and below')
  for (const [query, problem] of [
    [
      'exists_for_model=nothing',
      { exists_for_model: ['Invalid model type provided - unable to determine content type'] }
    ],
    ['exists_for_model_id=1', { exists_for_model: ['Invalid model type provided - unable to determine content type'] }],
    [
      'exists_for_model=part&exists_for_model_id=424242',
      { exists_for_model_id: ['Invalid model id provided - no such instance for the given model type'] }
    ],
    [
      'exists_for_model=part&exists_for_related_model=name&exists_for_related_model_id=1',
      { exists_for_related_model: ['Invalid related model - no such field on the base model'] }
    ],
    [
      'exists_for_model=userprofile&exists_for_related_model=x&exists_for_related_model_id=1',
      { exists_for_related_model: ['Invalid related model - no such field on the base model'] }
    ],
    ['for_model=toolbox', { non_field_errors: ['Invalid content type: toolbox'] }],
    ['unique=5', { unique: ['Select a valid choice. 5 is not one of the available choices.'] }]
  ] as const)
    t.strictSame((await admin.get(`/api/parameter/template/?${query}`)).body, problem, query)
})

t.test('the list of parameters', async (t) => {
  const values = async (query: string) =>
    column((await admin.get(`/api/parameter/?model_type=part&${query}`)).body, 'data')
  t.strictSame(await values(`template=${drawer}&ordering=data`), ['7b', '7', '12'])
  t.strictSame(await values(`template=${drawer}&ordering=-data`), ['12', '7', '7b'])
  t.strictSame(await values('search=ohm&ordering=data'), ['0.33', '4.7 kohm', '1M'], 'the unit of the template')
  t.strictSame(await values('ordering=-name,data'), ['False', 'True', '0.33', '4.7 kohm', '1M', '7b', '7', '12'])
  t.strictSame((await admin.get('/api/parameter/?template=424242')).body, {
    template: ['Select a valid choice. That choice is not one of the available choices.']
  })
  const [row] = (await admin.get(`/api/parameter/?template=${ohms}&template_detail=false&updated_by_detail=0`)).body
  t.strictSame(Object.keys(row), [
    'pk',
    'template',
    'model_type',
    'model_id',
    'data',
    'data_numeric',
    'note',
    'updated',
    'updated_by'
  ])
})

t.test('what categories prescribe', async (t) => {
  const URL = '/api/part/category/parameters/'
  const serial = await newTemplate({ name: 'Serial', unique: 2 })
  await make(URL, { category: chip, template: serial, default_value: 'S' })
  await make(URL, { category: top, template: ohms, default_value: '1k' })
  await make(URL, { category: chip, template: ohms, default_value: ' 10k ' })
  const empty = await make(URL, { category: top, template: drawer })
  t.match(empty, { default_value: '', category_detail: { pk: top, part_count: null }, template_detail: { pk: drawer } })
  t.strictSame((await admin.post(URL, { category: chip, template: ohms, default_value: 'x' })).body, {
    non_field_errors: ['The fields category, template must make a unique set.']
  })
  t.strictSame((await admin.patch(`${URL}${empty.pk}/`, { template: ohms })).body, {
    non_field_errors: ['The fields category, template must make a unique set.']
  })
  t.strictSame(
    (
      await admin.post(URL, {
        category: top,
        template: await newTemplate({ name: 'Length', units: 'mm' }),
        default_value: '3 V'
      })
    ).body,
    { default_value: ['Could not convert 3 V to mm'] }
  )
  t.equal((await admin.get(`${URL}?category=${chip}`)).body.length, 4)
  t.strictSame(column((await admin.get(`${URL}?category=${chip}&fetch_parent=false`)).body, 'template'), [serial, ohms])
  for (const category of ['424242', 'x'])
    t.equal((await admin.get(`${URL}?category=${category}`)).body.length, 4, `${category} does not filter`)

  const { parameters } = await make('/api/part/', { name: 'new', category: chip })
  t.strictSame(
    parameters.map((one: any) => [one.template, one.data, one.data_numeric, one.updated_by]),
    [
      [ohms, '10k', null, null],
      [drawer, '', null, null]
    ]
  )
  t.strictSame(
    (await make('/api/part/', { name: 'bare', category: chip, copy_category_parameters: false })).parameters,
    []
  )
  await admin.patch(`/api/part/category/${chip}/`, { parent: null })
  t.equal((await make('/api/part/', { name: 'moved', category: chip })).parameters.length, 1)
})

t.test('a copy of a part takes its parameters, but none that must be unique', async (t) => {
  await give(await newTemplate({ name: 'Own', unique: 1 }), part.a!, 'mine')
  const copy = async (duplicate: object, more: object = {}) =>
    (
      await make('/api/part/', {
        name: `copy ${Math.random()}`,
        duplicate: { original: part.a, ...duplicate },
        ...more
      })
    ).parameters.map((one: any) => `${one.template_detail.name} ${one.data} ${one.data_numeric}`)
  const all = ['Resistance 4.7 kohm 4700', 'RoHS True 1', 'Drawer 12 12']
  t.strictSame(await copy({}), all)
  t.strictSame(await copy({}, { category: top }), all, 'what is copied counts, not what the category prescribes')
  t.strictSame(await copy({ copy_parameters: false }, { category: top }), ['Resistance 1k null', 'Drawer  null'])
  t.strictSame(await copy({ copy_parameters: false }), [])
})
