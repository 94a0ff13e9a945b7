import t from 'tap'
import { build, column, type House } from '../helper.ts'

/** An assembly of two components, with places to put it. */
async function bench({ make }: House) {
  const racks = (await make('/api/stock/location/', { name: 'Racks' })).pk
  const supply = (
    await make('/api/part/', {
      name: 'Supply',
      description: 'Power',
      IPN: 'ASM-1',
      assembly: true,
      default_location: racks,
      purchaseable: false
    })
  ).pk
  const socket = (await make('/api/part/', { name: 'Socket', description: '' })).pk
  const paint = (await make('/api/part/', { name: 'Paint', description: '' })).pk
  const three = (await make('/api/bom/', { part: supply, sub_part: socket, quantity: 3, reference: 'J1-J3' })).pk
  return { racks, supply, socket, paint, three }
}

t.test('POST of a part alone → 201 with the next reference, the place of the part and the caller', async (t) => {
  const house = await build(t)
  const { supply, racks } = await bench(house)
  const { status, body } = await house.as('admin').post('/api/build/', { part: supply })
  t.equal(status, 201)
  t.match(body, {
    reference: 'BO-0001',
    quantity: 1,
    destination: racks,
    issued_by: 1,
    issued_by_detail: { username: 'admin' },
    status: 10,
    status_text: 'Pending',
    level: 0,
    overdue: false,
    part_name: 'Supply'
  })
  t.match((await house.as('admin').post('/api/build/', { part: supply, destination: null })).body, {
    reference: 'BO-0002',
    destination: racks
  })
})

t.test('a default location of the category is taken where the part has none', async (t) => {
  const { make } = await build(t)
  const place = (await make('/api/stock/location/', { name: 'Hall' })).pk
  const top = (await make('/api/part/category/', { name: 'Top' })).pk
  const inner = (await make('/api/part/category/', { name: 'Inner', parent: top, default_location: place })).pk
  const part = (await make('/api/part/', { name: 'Bell', description: '', assembly: true, category: inner })).pk
  t.equal((await make('/api/build/', { part })).destination, place)
})

t.test('rules → 400, the first that is broken', async (t) => {
  const house = await build(t)
  const { supply, socket } = await bench(house)
  const post = async (body: object) => (await house.as('admin').post('/api/build/', { part: supply, ...body })).body
  t.same(await post({ part: socket }), { part: [`Invalid pk "${socket}" - object does not exist.`] })
  t.same(await post({ external: true, start_date: '2031-02-02', target_date: '2031-02-01' }), {
    external: ['Build orders can only be externally fulfilled for purchaseable parts']
  })
  t.same(await post({ start_date: '2031-02-02', target_date: '2031-02-01' }), {
    target_date: ['Target date must be after start date']
  })
  t.same(await post({ quantity: 0 }), { quantity: ['Ensure this value is greater than or equal to 1.'] })
  t.same(await post({ quantity: 1e300 }), { quantity: ['Ensure this value is less than or equal to 2147483647.'] })
  t.same(await post({ reference: 'WO-1' }), { reference: ['Reference must match required pattern: BO-{ref:04d}'] })
  t.equal((await house.as('admin').get('/api/build/?limit=1')).body.count, 0, 'nothing was stored')
})

t.test('the settings may ask more of the part of a new order', async (t) => {
  const house = await build(t)
  const { supply } = await bench(house)
  const { as, set } = house
  await as('admin').patch(`/api/part/${supply}/`, { active: false })
  const post = async () => (await as('admin').post('/api/build/', { part: supply })).body.part
  for (const [key, message] of [
    ['VALID_BOM', 'Assembly BOM has not been validated'],
    ['ACTIVE_PART', 'Build order cannot be created for an inactive part'],
    ['LOCKED_PART', 'Build order cannot be created for an unlocked part']
  ]) {
    await set(`BUILDORDER_REQUIRE_${key}`, true)
    t.same(await post(), [message])
    await set(`BUILDORDER_REQUIRE_${key}`, false)
  }
  await set('BUILDORDER_REQUIRE_RESPONSIBLE', true)
  t.same((await as('admin').post('/api/build/', { part: supply })).body, {
    responsible: ['Responsible user or group must be specified']
  })
})

t.test('an order cannot come below itself, and its children move up when it goes', async (t) => {
  const house = await build(t)
  const { supply } = await bench(house)
  const { as, make, db } = house
  const top = (await make('/api/build/', { part: supply })).pk
  const middle = (await make('/api/build/', { part: supply, parent: top })).pk
  const low = (await make('/api/build/', { part: supply, parent: middle, tags: ['proto'] })).pk
  for (const parent of [top, low])
    t.same((await as('admin').patch(`/api/build/${top}/`, { parent })).body, { parent: ['Invalid choice'] })
  t.equal((await as('admin').get(`/api/build/${low}/`)).body.level, 2)
  const pks = async (query: string) => column((await as('admin').get(`/api/build/?${query}`)).body, 'pk')
  t.same(await pks(`ancestor=${top}`), [low, middle])
  t.same(await pks(`parent=${top}`), [middle])
  t.same(await pks(`exclude_tree=${middle}`), [top])
  t.same(await pks('ordering=-level'), [low, middle, top])
  t.same(await pks('tags=proto'), [low])
  t.same((await as('admin').delete(`/api/build/${middle}/`)).body, {
    non_field_errors: ['Build must be cancelled before it can be deleted']
  })
  await db.updateTable('build').set({ status: 30 }).where('id', '=', middle).execute()
  t.equal((await as('admin').delete(`/api/build/${middle}/`)).status, 204)
  t.match((await as('admin').get(`/api/build/${low}/`)).body, { parent: top, level: 1 })
})

t.test('a change keeps the part and is refused while the stored reference does not fit the pattern', async (t) => {
  const house = await build(t)
  const { supply } = await bench(house)
  const { as, make, set } = house
  const other = (await make('/api/part/', { name: 'Other', description: '', assembly: true })).pk
  const { pk } = await make('/api/build/', { part: supply, reference: 'BO-0040' })
  t.same((await as('admin').patch(`/api/build/${pk}/`, { part: other })).body, {
    part: ['Build order part cannot be changed']
  })
  t.equal((await as('admin').patch(`/api/build/${pk}/`, { part: supply, title: 'Same' })).status, 200)
  t.same((await as('admin').put(`/api/build/${pk}/`, { title: 'x' })).body, {
    part: ['This field is required.'],
    reference: ['This field is required.'],
    quantity: ['This field is required.']
  })
  await set('BUILDORDER_REFERENCE_PATTERN', 'WO-{ref:03d}')
  t.equal((await make('/api/build/', { part: supply })).reference, 'WO-041')
  t.same((await as('admin').patch(`/api/build/${pk}/`, { title: 'x' })).body, {
    reference: ['Reference must match required pattern: WO-{ref:03d}']
  })
})

t.test('issue and hold move only from some states', async (t) => {
  const house = await build(t)
  const { supply } = await bench(house)
  const { as, make, db } = house
  const { pk } = await make('/api/build/', { part: supply })
  const after = async (action: string) => {
    t.match(await as('admin').post(`/api/build/${pk}/${action}/`), { status: 201, body: {} })
    return (await as('admin').get(`/api/build/${pk}/`)).body.status
  }
  t.same(
    [await after('issue'), await after('issue'), await after('hold'), await after('hold'), await after('issue')],
    [20, 20, 25, 25, 20]
  )
  await db.updateTable('build').set({ status: 40 }).execute()
  t.same([await after('issue'), await after('hold')], [40, 40])
  t.match(await as('admin').post('/api/build/999/issue/'), { status: 404, body: { detail: 'Build not found' } })
})

t.test('who is responsible, and who is late', async (t) => {
  const house = await build(t)
  const { supply } = await bench(house)
  const { as, make, makeUser } = house
  await makeUser({ name: 'ada', groups: ['crew'], roles: { build: ['view'] } })
  const owners = (await as('admin').get('/api/user/owner/')).body as { pk: number; name: string }[]
  const of = (name: string) => owners.find((owner) => owner.name === name)!.pk
  const hers = (await make('/api/build/', { part: supply, responsible: of('ada'), target_date: '2019-06-30' })).pk
  const crews = (await make('/api/build/', { part: supply, responsible: of('crew') })).pk
  const nobodys = (await make('/api/build/', { part: supply, target_date: '2091-06-30' })).pk
  const pks = async (query: string) => column((await as('ada').get(`/api/build/?${query}`)).body, 'pk')
  t.same(await pks('assigned_to_me=true'), [crews, hers])
  t.same(await pks('assigned_to_me=false'), [nobodys])
  t.same(await pks('overdue=true'), [hers])
  t.same(await pks('overdue=false'), [nobodys, crews])
  t.equal((await as('ada').get(`/api/build/${hers}/`)).body.overdue, true)
})

t.test('a copy takes the parameters of the original, and only these', async (t) => {
  const house = await build(t)
  const { supply } = await bench(house)
  const { as, make } = house
  const template = (await make('/api/parameter/template/', { name: 'Shift' })).pk
  const original = (await make('/api/build/', { part: supply, title: 'First', quantity: 4 })).pk
  await make('/api/parameter/', { template, model_type: 'build.build', model_id: original, data: 'night' })
  const copy = await make('/api/build/', { part: supply, duplicate: { original } })
  t.match(copy, { title: '', quantity: 1, parameters: [{ data: 'night' }] })
  t.same((await make('/api/build/', { part: supply, duplicate: { original, copy_parameters: false } })).parameters, [])
  t.same((await as('admin').post('/api/build/', { part: supply, duplicate: {} })).body, {
    duplicate: { original: ['This field is required.'] }
  })
  t.same(column((await as('admin').get(`/api/build/?parameter_${template}=night`)).body, 'pk'), [copy.pk, original])
})

t.test('roles: view reads, add plans and issues, delete deletes', async (t) => {
  const house = await build(t)
  const { supply } = await bench(house)
  const { as, make, makeUser } = house
  await makeUser({ name: 'reader', roles: { build: ['view'] } })
  await makeUser({ name: 'planner', roles: { build: ['view', 'add'] } })
  const { pk } = await make('/api/build/', { part: supply })
  t.match(
    (await as('reader').get(`/api/build/${pk}/`)).body,
    { part_detail: { name: 'Supply' } },
    'the part is shown to who has nothing but build'
  )
  t.equal((await as('reader').post(`/api/build/${pk}/issue/`)).status, 403)
  t.equal((await as('reader').get(`/api/metadata/build/pk/${pk}/`)).status, 403)
  t.equal((await as('planner').post(`/api/build/${pk}/issue/`)).status, 201)
  t.equal((await as('planner').post('/api/build/', { part: supply })).status, 201)
  t.equal((await as('planner').patch(`/api/build/${pk}/`, { title: 'x' })).status, 403)
  t.equal((await as('planner').delete(`/api/build/${pk}/`)).status, 403)
})

t.test('lines follow the bill while the order is active', async (t) => {
  const house = await build(t)
  const { supply, socket, paint, three } = await bench(house)
  const { as, make, db } = house
  const stored = async (order: number) =>
    (
      await db
        .selectFrom('build_line')
        .select(['bom_item_id', 'quantity'])
        .where('build_id', '=', order)
        .orderBy('id')
        .execute()
    ).map((line) => [line.bom_item_id, line.quantity])
  const { pk } = await make('/api/build/', { part: supply, quantity: 5 })
  const done = (await make('/api/build/', { part: supply, quantity: 5 })).pk
  await db.updateTable('build').set({ status: 40 }).where('id', '=', done).execute()
  t.same(await stored(pk), [[three, 15]])
  await as('admin').patch(`/api/bom/${three}/`, { attrition: 10, setup_quantity: 2 })
  t.same(await stored(pk), [[three, 18.5]])
  await as('admin').patch(`/api/bom/${three}/`, { rounding_multiple: 4 })
  t.same(await stored(pk), [[three, 20]])
  const painted = (await make('/api/bom/', { part: supply, sub_part: paint, quantity: 0.1 })).pk
  t.same(await stored(pk), [
    [three, 20],
    [painted, 0.5]
  ])
  t.same(await stored(done), [[three, 15]], 'an order that is over is left alone')
  await as('admin').patch(`/api/build/${pk}/`, { quantity: 3 })
  t.same(await stored(pk), [
    [three, 12],
    [painted, 0.3]
  ])
  await as('admin').patch(`/api/part/${paint}/`, { virtual: true })
  await as('admin').patch(`/api/bom/${painted}/`, { note: 'by hand' })
  t.same(await stored(pk), [[three, 12]])
  await as('admin').delete(`/api/bom/${three}/`)
  t.same([await stored(pk), await stored(done)], [[], []])
  t.ok(socket)
})

t.test('orders of variants have lines for what they inherit', async (t) => {
  const { make, db } = await build(t)
  const template = (await make('/api/part/', { name: 'Meter', description: '', assembly: true, is_template: true })).pk
  const variant = (
    await make('/api/part/', { name: 'Meter pro', description: '', assembly: true, variant_of: template })
  ).pk
  const wire = (await make('/api/part/', { name: 'Wire', description: '' })).pk
  const inherited = (await make('/api/bom/', { part: template, sub_part: wire, quantity: 2, inherited: true })).pk
  const { pk } = await make('/api/build/', { part: variant, quantity: 3 })
  const later = (
    await make('/api/bom/', { part: template, sub_part: wire, quantity: 1, inherited: true, reference: 'later' })
  ).pk
  await make('/api/bom/', { part: template, sub_part: wire, quantity: 1, reference: 'own' })
  const lines = await db
    .selectFrom('build_line')
    .select(['bom_item_id', 'quantity'])
    .where('build_id', '=', pk)
    .orderBy('id')
    .execute()
  t.same(lines, [
    { bom_item_id: inherited, quantity: 6 },
    { bom_item_id: later, quantity: 3 }
  ])
})
