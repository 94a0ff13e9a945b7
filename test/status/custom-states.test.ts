import t from 'tap'
import { build } from '../helper.ts'

t.test("a state of somebody's own joins its class, and is checked against it", async (t) => {
  const { as, make, makeUser } = await build(t)
  await makeUser({ name: 'tove' })
  const model = (await as('admin').get('/api/contenttype/model/stockitem/')).body.pk
  const body = { key: 62, name: 'ON_LOAN', label: 'On loan', logical_key: 10, model, reference_status: 'StockStatus' }
  const state = await make('/api/generic/status/custom/', body)
  t.match(state, { ...body, color: 'secondary', model_name: 'Stock Item' })
  const all = (await as('tove').get('/api/generic/status/')).body
  t.strictSame(all.StockStatus.values.ON_LOAN, {
    key: 62,
    name: 'ON_LOAN',
    label: 'On loan',
    color: 'secondary',
    custom: true
  })
  t.strictSame((await as('tove').get('/api/generic/status/StockStatus/')).body, all.StockStatus)
  t.strictSame(all.BuildStatus.values.PRODUCTION, {
    key: 20,
    name: 'PRODUCTION',
    label: 'Production',
    color: 'primary'
  })
  t.equal((await as('tove').get('/api/generic/status/Teapot/')).status, 404)
  for (const [change, answer] of [
    [
      {},
      {
        non_field_errors: ['key', 'name'].map(
          (field) => `The fields reference_status, ${field} must make a unique set.`
        )
      }
    ],
    [
      { key: 63, name: 'on loan', color: 'pink' },
      {
        name: ['Value must be uppercase', 'Value must be a valid variable identifier'],
        color: ['"pink" is not a valid choice.']
      }
    ],
    [{ key: 10, name: 'A' }, { key: ['Key must be different from logical key'] }],
    [{ key: 50, name: 'A' }, { key: ['Key must be different from the logical keys of the reference status'] }],
    [
      { key: 63, name: 'A', logical_key: 11 },
      { logical_key: ['Logical key must be in the logical keys of the reference status'] }
    ],
    [{ key: 63, name: 'OK' }, { name: ['Name must be different from the names of the reference status'] }],
    [{ key: 63, name: 'A', model: null }, { model: ['Model must be selected'] }]
  ] as const)
    t.strictSame((await as('admin').post('/api/generic/status/custom/', { ...body, ...change })).body, answer)
  t.equal((await as('admin').patch(`/api/generic/status/custom/${state.pk}/`, { label: 'Lent' })).body.label, 'Lent')
  t.equal((await as('tove').patch(`/api/generic/status/custom/${state.pk}/`, { label: 'x' })).status, 403)
  t.strictSame(
    (await as('admin').get(`/api/generic/status/custom/?model=${model}&reference_status=BuildStatus`)).body,
    []
  )
  t.strictSame((await as('admin').get('/api/generic/status/custom/?model=4242')).status, 400)
})
