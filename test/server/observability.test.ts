import t from 'tap'
import { build } from '../helper.ts'

const END = '/api/system-internal/observability/end'

t.test('the end of a trace → 200 for everybody, whatever is sent; too much → 400, 413', async (t) => {
  const { as } = await build(t)
  const { post, get } = as(null)
  t.same((await post(END, { traceid: '0af7651916cd43dd8448eb211c80319c', service: 'web' })).body, { status: 'ok' })
  t.equal((await post(END, {})).status, 200)
  t.equal((await post(END, { traceid: 'x'.repeat(129) })).status, 400)
  t.equal((await post(END, { traceid: 'x'.repeat(5000) })).status, 413)
  t.equal((await get(END)).status, 405)
})
