import t from 'tap'
import { build } from '../helper.ts'

t.test('there are no machines, no drivers, and nothing that went wrong with them', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const { get } = as('tove')
  t.same((await get('/api/machine/types/')).body, [])
  t.same((await get('/api/machine/drivers/?machine_type=label-printer')).body, [])
  t.same((await get('/api/machine/status/')).body, { registry_errors: [] })
})
