import t from 'tap'
import { build } from '../helper.ts'

t.test('a build order for what is no assembly any more is refused as it is', async (t) => {
  const { as, make } = await build(t)
  const part = (await make('/api/part/', { name: 'Frame', assembly: true })).pk
  const order = (await make('/api/build/', { part, quantity: 1 })).pk
  const flag = (assembly: boolean) => as('admin').patch(`/api/part/${part}/`, { assembly })
  await flag(false)
  t.match(await as('admin').patch(`/api/build/${order}/`, { title: 'x' }), {
    status: 400,
    body: { part: [`Part instance with id ${part} is not a valid choice.`] }
  })
  await flag(true)
  t.match(await as('admin').patch(`/api/build/${order}/`, { title: 'x' }), { status: 200, body: { title: 'x' } })
})
