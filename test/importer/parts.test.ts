import t from 'tap'
import { build } from '../helper.ts'
import { accept, begin, importAll, rowsOf, sheetRows, workbook } from '../support/importing.ts'

const { as, make } = await build(t)
const admin = as('admin')

t.test('parts of a workbook, their categories by their paths', async (t) => {
  await make('/api/part/category/', { name: 'Passives' })
  await make('/api/part/category/', { name: 'Resistors', parent: 1 })
  const parts = Array.from({ length: 40 }, (_, i) => [`R ${i}`, `IPN-${i}`, 'Passives/Resistors', i / 4, i % 2 === 0])
  const content = workbook(sheetRows([['Name', 'IPN', 'Category', 'Minimum Stock', 'Active'], ...parts]))
  await importAll(admin, 'part', { name: 'parts.xlsx', content })
  t.match((await admin.get('/api/part/?IPN=IPN-39&limit=1')).body.results, [
    { name: 'R 39', category: 2, minimum_stock: 9.75, active: false }
  ])
})

t.test('parameters as columns: new ones, changed ones, wrong ones', async (t) => {
  const { pk: resistance } = await make('/api/parameter/template/', { name: 'Resistance', units: 'ohms' })
  await make('/api/parameter/template/', { name: 'Package', choices: '0402,0603' })
  const content = 'name,Resistance [ohms],package\nP1,10 kohm,0402\nP2,,\nP3,red,0805\n'
  const begun = await begin(admin, 'part', { content })
  const own = begun.body.column_mappings.filter(({ field }: { field: string }) => field.startsWith('parameter_'))
  t.match(own, [{ label: 'Resistance [ohms]', column: 'Resistance [ohms]' }, { column: 'package' }])
  const { session, rows } = await rowsOf(admin, 'part', { content })
  t.match(rows[2], { valid: false, errors: { [`parameter_${resistance}`]: [/.+/], parameter_2: [/.+/] } })
  t.equal((await accept(admin, session, rows.slice(0, 2))).status, 201)
  const parameters = async (part: string) => {
    const { pk } = (await admin.get(`/api/part/?name_regex=^${part}$`)).body[0]
    return [
      pk,
      (await admin.get(`/api/parameter/?model_type=part&model_id=${pk}&ordering=template`)).body.map(
        ({ data, pk }: { data: string; pk: number }) => [pk, data]
      )
    ]
  }
  const [p1, has] = await parameters('P1')
  t.match(has, [
    [Number, '10 kohm'],
    [Number, '0402']
  ])
  t.strictSame((await parameters('P2'))[1], [])
  await importAll(admin, 'part', { content: `id,Resistance,Package\n${p1},22 kohm,\n`, update_records: 'true' })
  t.strictSame((await parameters('P1'))[1], [[has[0][0], '22 kohm'], has[1]])
})

t.test('a row that fails when it is imported → nothing of its portion is', async (t) => {
  const { session, rows } = await rowsOf(admin, 'projectcode', { content: 'code\nA-1\nA-2\nA-1\n' })
  const refused = await accept(admin, session, rows)
  t.strictSame(
    [refused.status, refused.body],
    [400, { rows: ['Row 4: code: Project Code with this Project Code already exists.'] }]
  )
  t.strictSame((await admin.get('/api/project-code/?search=A-1')).body, [])
  t.match((await admin.get(`/api/importer/session/${session}/`)).body, { status: 30, completed_row_count: 0 })
  t.equal((await accept(admin, session, rows.slice(0, 2))).status, 201)
})

t.test('a row that was wrong and is put right → valid, and it can be imported', async (t) => {
  const { session, rows } = await rowsOf(admin, 'partcategory', { content: 'name,parent\nScrews,Nowhere\n' })
  t.match(rows, [{ valid: false, errors: { parent: ['Incorrect type. Expected pk value, received str.'] } }])
  t.match(await accept(admin, session, rows), { status: 400, body: { rows: ['Row contains invalid data'] } })
  const address = `/api/importer/row/${rows[0].pk}/`
  for (const data of [[1], 'text', null, 7])
    t.match(await admin.patch(address, { data }), {
      status: 400,
      body: { data: ['Value must be a valid dictionary object'] }
    })
  t.match((await admin.patch(address, { data: { name: 'Screws' } })).body, { valid: true, errors: null })
  t.equal((await accept(admin, session, rows)).status, 201)
})

t.test('rows made anew leave those alone that were imported', async (t) => {
  const { session, rows } = await rowsOf(admin, 'projectcode', { content: 'code\nB-1\nB-2\n' })
  t.equal((await accept(admin, session, [rows[0]])).status, 201)
  t.equal((await admin.post(`/api/importer/session/${session}/accept_fields/`, {})).status, 200)
  t.match((await admin.get(`/api/importer/row/?session=${session}`)).body, [
    { pk: rows[0].pk, complete: true },
    { row_index: 1, complete: false, valid: true }
  ])
  t.match(await admin.patch(`/api/importer/row/${rows[0].pk}/`, { data: { code: 'B-3' } }), {
    status: 400,
    body: { data: ['The row was imported already.'] }
  })
})

t.test('changing records: those that are not there, and rows without a key', async (t) => {
  const file = (content: string) => ({ content, update_records: 'true' })
  const { rows } = await rowsOf(admin, 'part', file('ID,description\n1,Better\n99999,Nobody\nabc,Odd\n'))
  t.strictSame(
    rows.map(({ errors }) => errors),
    [
      null,
      { non_field_errors: 'No record found with the provided ID: 99999' },
      { non_field_errors: 'Invalid ID format provided: abc' }
    ]
  )
  t.match(
    await rowsOf(admin, 'part', file('id,description\n1,x\n,y\n')).catch((error: Error) => error.message),
    /400 .*ID is required for updating existing records\..*Row 3 has none/
  )
})

t.test('what the server alone writes, and what changes once there are rows', async (t) => {
  t.match(await begin(admin, 'stockitemtracking', { content: 'notes\nx\n' }), {
    status: 400,
    body: { model_type: ['Records of this kind cannot be imported: the server alone writes them.'] }
  })
  const begun = (await begin(admin, 'bomitem', { content: 'part,sub_part,quantity\n1,2,3\n' })).body
  const path = `/api/importer/session/${begun.pk}/`
  t.match(await admin.patch(path, { model_type: 'stockitemtracking' }), {
    status: 400,
    body: { model_type: ['Records of this kind cannot be imported: the server alone writes them.'] }
  })
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  t.match(await admin.patch(path, { field_defaults: deep }), {
    status: 400,
    body: { field_defaults: ['Value must be a valid dictionary object'] }
  })
  const [{ pk }] = begun.column_mappings
  t.equal((await admin.patch(`/api/importer/column-mapping/${pk}/`, { lookup_field: '' })).status, 200)
  t.equal((await admin.post(`${path}accept_fields/`, {})).status, 200, 'an empty lookup field is none')
  const [row] = (await admin.get(`/api/importer/row/?session=${begun.pk}`)).body
  t.match(await admin.patch(`/api/importer/row/${row.pk}/`, { data: deep }), {
    status: 400,
    body: { data: ['Value must be a valid dictionary object'] }
  })

  const { session } = await rowsOf(admin, 'projectcode', { content: 'code\nC-1\n' })
  const address = `/api/importer/session/${session}/`
  t.match(await admin.patch(address, { model_type: 'part', update_records: true }), {
    status: 400,
    body: {
      model_type: ['Cannot be changed once rows were made.'],
      update_records: ['Cannot be changed once rows were made.']
    }
  })
  t.match((await admin.patch(address, { model_type: 'projectcode', field_defaults: { active: false } })).body, {
    field_defaults: { active: false }
  })
})
