import t from 'tap'
import { build, column } from '../helper.ts'

/** A house with an assembly, a sub-assembly and some components. */
async function workshop(t: Parameters<typeof build>[0]) {
  const house = await build(t)
  const part = async (name: string, fields: object = {}) =>
    (await house.make('/api/part/', { name, ...fields })).pk as number
  const assembly = (name: string, fields: object = {}) => part(name, { assembly: true, ...fields })
  const line = async (part: number, sub_part: number, fields: object = {}) =>
    (await house.make('/api/bom/', { part, sub_part, ...fields })).pk as number
  const admin = house.as('admin')
  return {
    ...house,
    admin,
    part,
    assembly,
    line,
    partAt: async (id: number) => (await admin.get(`/api/part/${id}/`)).body,
    lineAt: async (id: number, query = '') => (await admin.get(`/api/bom/${id}/${query}`)).body
  }
}

t.test('an amount follows from what was entered, in the unit of the component', async (t) => {
  const { admin, part, assembly, lineAt } = await workshop(t)
  const [board, cable, chip] = [await assembly('board'), await part('cable', { units: 'm' }), await part('chip')]
  for (const [raw, quantity] of [
    ['5', 5],
    ['3.14cm', 0.0314],
    ['10 metres', 10],
    ['2 inches', 0.0508],
    ['1/7', 0.14286],
    ['14 ', 14],
    [7, 7]
  ] as const) {
    const { status, body } = await admin.post('/api/bom/', { part: board, sub_part: cable, raw_amount: raw })
    t.equal(status, 201, `${raw}`)
    t.equal(body.quantity, quantity, `${raw}`)
    t.equal(body.raw_amount, String(raw).trim())
  }
  for (const raw of [
    '3 ampere',
    '17 degrees',
    '1 kg',
    '-4',
    '0',
    'yak',
    '*****',
    '$$$$$',
    '',
    '4R7',
    '1'.repeat(26),
    '1e12'
  ]) {
    const { status, body } = await admin.post('/api/bom/', { part: board, sub_part: cable, raw_amount: raw })
    t.equal(status, 400, `${raw} is refused`)
    t.ok(body.raw_amount, JSON.stringify(body))
  }
  const plain = (await admin.post('/api/bom/', { part: board, sub_part: chip, quantity: '1.50' })).body
  t.equal(plain.raw_amount, '1.50', 'a quantity in text keeps its form')
  t.equal(plain.quantity, 1.5)
  t.strictSame((await admin.patch(`/api/bom/${plain.pk}/`, { raw_amount: '3 m' })).body, {
    raw_amount: ['Invalid quantity - no units specified for part']
  })
  t.equal((await admin.patch(`/api/bom/${plain.pk}/`, { sub_part: cable })).status, 200)
  t.equal((await admin.patch(`/api/bom/${plain.pk}/`, { raw_amount: '20 cm' })).body.quantity, 0.2)
  t.strictSame(
    (await admin.patch(`/api/bom/${plain.pk}/`, { sub_part: chip })).body,
    { raw_amount: ['Invalid quantity - no units specified for part'] },
    'the amount must fit a new component'
  )
  t.equal((await lineAt(plain.pk)).sub_part, cable, 'nothing changed')
  const tooLarge = ['Invalid quantity provided']
  t.strictSame((await admin.patch(`/api/bom/${plain.pk}/`, { raw_amount: '9'.repeat(40) })).body, {
    quantity: tooLarge,
    raw_amount: tooLarge
  })
  t.strictSame((await admin.patch(`/api/bom/${plain.pk}/`, { raw_amount: `0.${'5'.repeat(30)}` })).body, {
    raw_amount: ['Ensure this value has at most 25 characters (it has 32).']
  })
  for (const [field, value, message] of [
    ['setup_quantity', 0.1234567, 'Ensure that there are no more than 5 decimal places.'],
    ['attrition', 1.2345, 'Ensure that there are no more than 3 decimal places.'],
    ['rounding_multiple', 12345678901, 'Ensure that there are no more than 10 digits before the decimal point.'],
    ['attrition', 100.5, 'Ensure this value is less than or equal to 100.']
  ] as const) {
    t.strictSame((await admin.patch(`/api/bom/${plain.pk}/`, { [field]: value })).body, { [field]: [message] })
  }
})

t.test('no assembly contains itself, at whatever depth, nor a relative', async (t) => {
  const { admin, assembly, line } = await workshop(t)
  const [top, middle, low] = [await assembly('top'), await assembly('middle'), await assembly('low')]
  const template = await assembly('family', { is_template: true })
  const variant = await assembly('member', { variant_of: template })
  await line(top, middle)
  await line(middle, low)
  const refused = async (part: number, sub_part: number) =>
    (await admin.post('/api/bom/', { part, sub_part })).body.sub_part?.[0]
  t.equal(await refused(low, top), "Part 'low - ' is  used in BOM for 'middle - ' (recursive)")
  t.equal(await refused(low, low), "Part 'low - ' cannot be used in BOM for 'low - ' (recursive)")
  t.equal(await refused(template, variant), "Part 'member - ' cannot be used in BOM for 'family - ' (recursive)")
  await line(variant, top)
  t.match(await refused(low, variant), /recursive/, 'through a variant')
  t.equal(await refused(low, template), undefined, 'the template itself does not have the line of its variant')
})

t.test('inherited lines, variants and substitutes show in the lists', async (t) => {
  const { admin, part, assembly, line, make } = await workshop(t)
  const [template, chip] = [await assembly('lamp', { is_template: true }), await part('chip', { is_template: true })]
  const [variant, fast, other, serial] = [
    await assembly('lamp 2', { variant_of: template }),
    await part('fast chip', { variant_of: chip }),
    await part('other'),
    await part('serial', { trackable: true })
  ]
  const inherited = await line(template, chip, { inherited: true, allow_variants: true })
  const own = await line(template, other)
  const added = await line(variant, other)
  const list = async (query: string) => column((await admin.get(`/api/bom/?${query}`)).body, 'pk')
  t.strictSame(await list(`part=${variant}`), [inherited, added])
  t.strictSame(await list(`part=${template}`), [inherited, own])
  t.strictSame(await list(`uses=${fast}`), [inherited], 'as an allowed variant')
  t.strictSame(await list(`uses=${serial}`), [])
  await make('/api/bom/substitute/', { bom_item: added, part: serial })
  t.strictSame(await list(`uses=${serial}`), [added], 'as a substitute')
  const usable = async (id: number) => column((await admin.get(`/api/part/?in_bom_for=${id}&ordering=id`)).body, 'pk')
  t.strictSame(await usable(template), [chip, fast, other])
  t.strictSame(await usable(variant), [chip, fast, other], 'a substitute that differs in serial numbers is left out')
  t.equal(
    (await admin.post('/api/bom/substitute/', { bom_item: added, part: other })).status,
    400,
    'no part stands in for itself'
  )
  t.equal((await admin.post('/api/bom/substitute/', { bom_item: added, part: serial })).status, 400, 'only once')
})

t.test('a locked assembly keeps its bill', async (t) => {
  const { admin, part, assembly, line, make, set } = await workshop(t)
  const [template, chip] = [await assembly('lamp', { is_template: true }), await part('chip')]
  const variant = await assembly('lamp 2', { variant_of: template })
  const [inherited, own] = [await line(template, chip, { inherited: true }), await line(template, chip)]
  await admin.patch(`/api/part/${variant}/`, { locked: true })
  const message = async (answer: Promise<{ body: any }>) => (await answer).body?.non_field_errors?.[0]
  const [ownLock, variantLock] = [
    'BOM item cannot be modified - assembly is locked',
    'BOM item cannot be modified - variant assembly is locked'
  ]
  t.equal(await message(admin.post('/api/bom/', { part: variant, sub_part: chip })), ownLock)
  t.equal(await message(admin.patch(`/api/bom/${inherited}/`, { note: 'x' })), variantLock)
  t.equal(await message(admin.patch(`/api/bom/${own}/`, { part: variant })), ownLock, 'moved to it')
  t.equal(await message(admin.delete(`/api/bom/${inherited}/`)), variantLock)
  t.equal(await message(admin.delete('/api/bom/', { items: [own, inherited] })), variantLock)
  t.equal(
    await message(
      admin.post(`/api/part/${variant}/bom-copy/`, {
        part: (await make('/api/part/', { name: 'empty', assembly: true })).pk
      })
    ),
    undefined,
    'nothing to copy'
  )
  t.equal((await admin.patch(`/api/bom/${own}/`, { note: 'x' })).status, 200, 'what it does not inherit')
  t.equal((await admin.patch(`/api/bom/${inherited}/validate/`, { valid: true })).status, 200)
  t.strictSame((await admin.put(`/api/bom/${inherited}/validate/`, { valid: false })).body, { valid: false })
  await set('PART_ENABLE_LOCKING', false)
  t.strictSame((await admin.delete('/api/bom/', { items: [own, inherited] })).body, { success: 'Deleted 2 items' })
})

t.test('a declaration holds until something changes, and again when it is undone', async (t) => {
  const { admin, part, assembly, line, partAt, lineAt, set } = await workshop(t)
  const [template, chip, other] = [
    await assembly('lamp', { is_template: true }),
    await part('chip'),
    await part('other')
  ]
  const variant = await assembly('lamp 2', { variant_of: template })
  const [inherited, own] = [await line(template, chip, { inherited: true }), await line(variant, chip, { quantity: 2 })]
  const valid = async () => (await admin.get(`/api/part/${variant}/bom-validate/`)).body.bom_validated
  t.equal((await admin.patch(`/api/part/${variant}/bom-validate/`, { valid: true })).status, 200)
  const kept = (await admin.get(`/api/part/${variant}/bom-validate/`)).body
  t.match(kept, { bom_validated: true, bom_checked_by_detail: { username: 'admin' } })
  t.equal((await lineAt(own)).validated, true)
  t.equal((await lineAt(inherited)).validated, false, 'of the template')
  await admin.patch(`/api/bom/${own}/`, { note: 'a note', raw_amount: '2.0' })
  t.equal(await valid(), true, 'neither note nor the form of the amount count')
  await admin.patch(`/api/bom/${own}/`, { quantity: 3 })
  t.equal(await valid(), false)
  t.equal((await lineAt(own)).validated, false)
  await admin.patch(`/api/bom/${own}/`, { quantity: 2 })
  t.equal(await valid(), true, 'brought back')
  await admin.patch(`/api/bom/${inherited}/`, { optional: true })
  t.equal(await valid(), false, 'an inherited line counts')
  await admin.patch(`/api/bom/${inherited}/`, { optional: false })
  const more = await line(variant, other)
  t.equal(await valid(), false, 'a line came')
  await set('PART_ALLOW_DELETE_FROM_ASSEMBLY', true)
  await admin.delete(`/api/bom/${more}/`)
  t.equal(await valid(), true)
  await admin.patch(`/api/part/${chip}/`, { active: false })
  t.equal((await admin.delete(`/api/part/${chip}/`)).status, 204)
  t.equal(await valid(), false, 'a component was deleted')
  await admin.put(`/api/part/${variant}/bom-validate/`, {})
  t.match((await admin.get(`/api/part/${variant}/bom-validate/`)).body, {
    bom_validated: false,
    bom_checksum: '',
    bom_checked_by: 1
  })
  t.equal((await partAt(variant)).pk, variant)
})

t.test('copying', async (t) => {
  const { admin, part, assembly, line, make } = await workshop(t)
  const [template, chip, other] = [
    await assembly('lamp', { is_template: true }),
    await part('chip'),
    await part('other', { trackable: true })
  ]
  const variant = await assembly('lamp 2', { variant_of: template })
  await line(template, chip, { inherited: true, quantity: 3 })
  const own = await line(variant, other, { reference: 'X1' })
  await make('/api/bom/substitute/', { bom_item: own, part: chip })
  const bill = async (id: number) => (await admin.get(`/api/bom/?part=${id}&substitutes=true`)).body
  const target = await assembly('new')
  const copy = (id: number, body: object) => admin.post(`/api/part/${id}/bom-copy/`, body)
  t.equal((await copy(target, { part: variant })).status, 201)
  t.match(await bill(target), [{ reference: 'X1', substitutes: [{ part: chip }] }])
  t.equal((await admin.get(`/api/part/${target}/`)).body.trackable, true, 'a component with serial numbers')
  await copy(target, { part: variant, include_inherited: true, copy_substitutes: false })
  t.strictSame(
    (await bill(target)).map((l: any) => [l.sub_part, l.inherited, l.substitutes.length]),
    [
      [chip, true, 0],
      [other, false, 0]
    ],
    'in place of the others'
  )
  await line(variant, target)
  const before = (await bill(target)).length
  const refused = await copy(target, { part: variant, remove_existing: true })
  t.equal(refused.status, 400, 'it would contain itself')
  t.match(refused.body.sub_part[0], /recursive/)
  t.equal((await bill(target)).length, before, 'nothing was deleted')
  t.equal((await copy(target, { part: variant, skip_invalid: true })).status, 201)
  t.strictSame(column(await bill(target), 'sub_part'), [other])
  t.equal((await copy(99999, { part: variant })).status, 404)
  const twin = await make('/api/part/', {
    name: 'twin',
    assembly: true,
    duplicate: { original: variant, copy_bom: true }
  })
  t.strictSame(column(await bill(twin.pk), 'sub_part'), [other, target], 'own lines alone')
})

t.test('serial numbers spread upwards', async (t) => {
  const { admin, part, assembly, line, make, partAt } = await workshop(t)
  const [top, middle, side, chip] = [
    await assembly('top'),
    await assembly('middle'),
    await assembly('side'),
    await part('chip')
  ]
  const spare = await part('spare')
  await line(top, middle)
  await line(middle, chip)
  await make('/api/bom/substitute/', { bom_item: await line(side, spare), part: chip })
  await admin.patch(`/api/part/${chip}/`, { trackable: true })
  for (const id of [top, middle, side]) t.equal((await partAt(id)).trackable, true)
  t.equal((await partAt(spare)).trackable, false)
  t.strictSame((await admin.post('/api/bom/', { part: top, sub_part: chip, quantity: 1.5 })).body, {
    quantity: ['Quantity must be integer value for trackable parts']
  })
})

t.test('who may what', async (t) => {
  const { as, makeUser, part, assembly, line, admin } = await workshop(t)
  const [board, chip] = [await assembly('board'), await part('chip')]
  const id = await line(board, chip)
  await makeUser({ name: 'parts', roles: { part: ['view', 'add', 'change'] } })
  await makeUser({ name: 'bills', roles: { bom: ['view', 'add', 'change', 'delete'] } })
  await makeUser({ name: 'stores', roles: { stock: ['view'] } })
  const shown = (await as('parts').get(`/api/bom/${id}/?substitutes=true&part_detail=true`)).body
  t.ok(shown.part_detail)
  t.notOk('substitutes' in shown, 'the role part does not open substitutes')
  t.notOk(
    'part_detail' in (await as('bills').get(`/api/bom/${id}/?part_detail=true`)).body,
    'nor the role bom the parts'
  )
  t.equal((await as('stores').get('/api/bom/')).status, 403)
  t.equal((await as('parts').get('/api/bom/substitute/')).status, 403)
  await makeUser({ name: 'both', roles: { part: ['view', 'change'], bom: ['view', 'change'] } })
  await makeUser({ name: 'visitor', roles: { part: ['view'] } })
  t.equal(
    (await as('visitor').get('/api/bom/')).status,
    403,
    'lines are read by whoever may change parts, not by whoever may view them'
  )
  t.equal((await as('parts').post('/api/bom/', { part: board, sub_part: chip })).status, 403)
  t.equal((await as('parts').patch(`/api/bom/${id}/`, { quantity: 2 })).status, 403)
  t.equal((await as('parts').delete(`/api/bom/${id}/`)).status, 403)
  t.equal((await as('parts').patch(`/api/part/${board}/bom-validate/`, { valid: true })).status, 403)
  t.equal(
    (await as('bills').patch(`/api/part/${board}/bom-validate/`, { valid: true })).status,
    403,
    'it changes the part too'
  )
  t.equal((await as('both').patch(`/api/part/${board}/bom-validate/`, { valid: true })).status, 200)
  t.equal((await as('bills').post(`/api/part/${board}/bom-copy/`, { part: board })).status, 403)
  t.equal((await as('parts').post(`/api/part/${board}/bom-copy/`, { part: board })).status, 201)
  t.equal((await as('bills').delete(`/api/bom/${id}/`)).status, 204)
  t.equal((await admin.get(`/api/bom/${id}/metadata/`)).headers.location, `/api/metadata/bomitem/pk/${id}/`)
})
