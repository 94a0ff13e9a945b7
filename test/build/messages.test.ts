import t from 'tap'
import { build, column } from '../helper.ts'

t.test('who is responsible for an order, or subscribed to its part, hears of it', async (t) => {
  const { as, make, makeUser } = await build(t)
  for (const name of ['nadia', 'niko'])
    await makeUser({ name, groups: ['line'], roles: { build: ['view', 'add', 'change'], part: ['view', 'change'] } })
  await makeUser({ name: 'blind', groups: ['line'] })
  const owners = (await as('admin').get('/api/user/owner/')).body as { pk: number; name: string }[]
  const owner = (name: string) => owners.find((one) => one.name === name)!.pk
  const names = async (user: string) => column((await as(user).get('/api/notifications/')).body, 'category')
  const category = (await make('/api/part/category/', { name: 'Drives' })).pk
  const part = (await make('/api/part/', { name: 'Gearbox', description: '', assembly: true, category })).pk

  const first = (await make('/api/build/', { part, responsible: owner('nadia') })).pk
  const [told] = (await as('nadia').get('/api/notifications/')).body
  t.match(told, {
    category: 'build.new_build',
    name: 'New Build Order',
    target: { name: 'BO-0001', model_type: 'build', model_id: first },
    source: { name: 'nadia' }
  })
  t.same(await names('niko'), [])

  const own = (await as('nadia').post('/api/build/', { part, responsible: owner('nadia') })).body.pk
  t.same(await names('nadia'), ['build.new_build'], 'not of what she did herself')
  await make('/api/build/', { part, responsible: owner('line') })
  t.same(
    [await names('nadia'), await names('niko'), await names('blind')],
    [['build.new_build', 'build.new_build'], ['build.new_build'], []],
    'a group stands for its members who may see orders'
  )

  await as('admin').post(`/api/build/${first}/cancel/`)
  t.same((await names('nadia')).at(-1), 'build.canceled_build')
  await as('niko').post(`/api/build/${own}/issue/`)
  await as('niko').post(`/api/build/${own}/finish/`, { accept_incomplete: true })
  const [done] = (await as('nadia').get('/api/notifications/?category=build.completed')).body
  t.match(done, { name: 'Build order BO-0002 has been completed' })
  t.notOk((await names('niko')).includes('build.completed'))

  await as('niko').patch(`/api/part/${part}/`, { starred: true })
  await make('/api/build/', { part })
  t.equal((await names('niko')).filter((one) => one === 'build.new_build').length, 2)
})
