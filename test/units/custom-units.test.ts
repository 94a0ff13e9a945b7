import t from 'tap'
import { build } from '../helper.ts'

t.test('a custom unit counts at once wherever a unit is asked for, and no longer than it exists', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const part = (units: string) => admin.post('/api/part/', { name: `wire in ${units}`, units })
  t.strictSame((await part('spool')).body, { units: ['Invalid physical unit'] })
  const spool = await make('/api/units/', { name: 'spool', definition: '500 m', symbol: 'spl' })
  t.equal((await part('spool')).status, 201)
  t.equal((await part('spl')).status, 201)
  t.match((await admin.get('/api/units/all/')).body, {
    default_system: 'mks',
    available_units: { spool: { name: 'spool', is_alias: false }, spl: { is_alias: true } }
  })
  await make('/api/units/', { name: 'crate', definition: '12 * spool' })
  await admin.patch(`/api/units/${spool.pk}/`, { name: 'reel' })
  t.equal((await part('2 spool')).status, 400, 'the old name is gone')
  t.equal((await part('reel')).status, 201)
  await admin.delete(`/api/units/${spool.pk}/`)
  t.equal((await part('2 reel')).status, 400)
})

t.test('rules of custom units', async (t) => {
  const { as, make, makeUser, db } = await build(t)
  await makeUser({ name: 'tove' })
  await make('/api/units/', { name: 'spool', definition: '500 m', symbol: 'spl' })
  for (const [body, answer] of [
    [{ name: 'two words', definition: '2 m' }, { name: ['Unit name must be a valid identifier'] }],
    [{ name: '9lives', definition: '2 m' }, { name: ['Unit name must be a valid identifier'] }],
    [{ name: 'spool', definition: '2 m' }, { name: ['Custom Unit with this Name already exists.'] }],
    [{ name: 'bobbin', definition: '2 m', symbol: 'spl' }, { symbol: ['Unit symbol must be unique'] }],
    [{ name: 'bobbin', definition: '2 wibbles' }, { definition: ["'wibbles' is not defined in the unit registry"] }],
    [{}, { name: ['This field is required.'], definition: ['This field is required.'] }]
  ])
    t.strictSame((await as('admin').post('/api/units/', body)).body, answer)
  t.equal((await as('tove').post('/api/units/', { name: 'mine', definition: '2 m' })).status, 403)
  t.equal((await as('tove').get('/api/units/1/')).status, 200)
  t.equal((await db.selectFrom('custom_unit').select('id').execute()).length, 1)
})

t.test('a unit with a name that every object has is one among all units', async (t) => {
  const { as, make } = await build(t)
  for (const name of ['constructor', '__proto__']) await make('/api/units/', { name, definition: '500 m' })
  const { available_units: all } = (await as('admin').get('/api/units/all/')).body
  for (const name of ['constructor', '__proto__'])
    t.match(Object.entries(all).find(([one]) => one === name)?.[1], { name, is_alias: false })
  t.equal((await as('admin').post('/api/part/', { name: 'Wire', units: '__proto__' })).status, 201)
})
