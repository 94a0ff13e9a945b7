import t from 'tap'
import { build } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { fillTables } from '../support/fill.ts'

const { as, db } = await build(t)
const admin = as('admin')

/** Reading some of these changes what they show. */
const UNSTEADY = /^api_token_list$/

const lists = contract.operations.filter(
  ({ id, method, query }) => method === 'get' && id.endsWith('_list') && query.some(({ name }) => name === 'ordering')
)

t.test('every list passes over words that it is not sorted by', async (t) => {
  await fillTables(db)
  t.ok(lists.length > 30, 'there are lists')
  for (const { id, path, query } of lists.filter(({ id }) => !UNSTEADY.test(id))) {
    const address = path.replace('{id}', '1')
    const keys = async (ordering: string): Promise<unknown[]> => {
      const { status, body } = await admin.get(`${address}?ordering=${ordering}`)
      if (status !== 200) throw new Error(`${id}: ${status} for ${ordering}`)
      return body.map((one: any) => one.pk ?? one.id ?? one)
    }
    const usual = await keys('')
    for (const words of ['nonsense', '-nonsense', 'nonsense,-constructor', ' , '])
      t.strictSame(await keys(words), usual, `${id}: ${words}`)
    const known = query.find(({ name }) => name === 'ordering')!.schema.enum?.[0]
    if (typeof known !== 'string') continue
    const [up, down] = [await keys(known), await keys(`-${known}`)]
    t.strictSame(await keys(`nonsense,-${known}`), down, `${id}: one word of two`)
    t.strictSame(up.toReversed(), down, `${id}: ${known}, reversed`)
  }
})
