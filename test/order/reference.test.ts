import t from 'tap'
import { nextReference, referenceNumber, assignReference, type NumberedTable } from '#modules/order/reference.ts'
import { build } from '../helper.ts'

t.test('a reference fits its pattern as a whole, with a number of any width', async (t) => {
  const numbers = (pattern: string, ...references: string[]) =>
    references.map((reference) => referenceNumber(pattern, reference))
  t.same(numbers('PO-{ref:04d}', 'PO-37', 'PO-0000012', 'po-37', 'PO-', 'PO-x', 'PO-37a', 'xPO-37'), [
    37,
    12,
    ...Array(5).fill(undefined)
  ])
  t.same(numbers('{?:A}/{ref:d}', 'blue/7', '/7'), [7, undefined])
  t.same(numbers('R#?-{ref}', 'R4x-12', 'Rxx-12', 'R4x-odd', 'R4x-odd9'), [12, undefined, 0, 9])
  t.same(numbers('{{a+b}} ({ref:d})', '{a+b} (3)', 'aab 3'), [3, undefined])
  t.same(numbers('{ref:d}', '99999999999999'), [2147483647])
})

t.test('the next reference counts on from the highest number, in the pattern that holds', async (t) => {
  const { db, make } = await build(t)
  const part = (await make('/api/part/', { name: 'Supply', description: '', assembly: true })).pk
  const add = (reference: string, reference_int: number) =>
    db
      .insertInto('build')
      .values({ part_id: part, reference, reference_int } as never)
      .execute()
  let pattern = 'BO-{ref:04d}'
  const settings = { text: () => pattern, flag: () => false } as never
  t.equal(await nextReference(db, settings, 'build'), 'BO-0001')
  await add('BO-0042', 42)
  await add('BO-0043', 41)
  t.equal(await nextReference(db, settings, 'build'), 'BO-0044', 'taken ones are passed over')
  t.equal(await nextReference(db, settings, 'sales_order'), 'BO-0001', 'every kind counts for itself')
  pattern = 'W#-{date:%Y}-{?:X}-{ref:3d}'
  t.match(await nextReference(db, settings, 'build'), /^W0-\d{4}-X- 43$/)
})

t.test('an order that is written gets its reference settled', async (t) => {
  const { db, make } = await build(t)
  const part = (await make('/api/part/', { name: 'Supply', description: '', assembly: true })).pk
  await db
    .insertInto('build')
    .values({ part_id: part, reference: 'BO-0007', reference_int: 7 } as never)
    .execute()
  const context = { settings: { text: () => 'BO-{ref:04d}' } } as never
  const settle = async (
    values: object,
    before: { id: number; reference: string } | null = null,
    table: NumberedTable = 'build'
  ) => [values, await assignReference({ context, db, before, values }, table)]
  t.same(await settle({}), [{ reference: 'BO-0008', reference_int: 8 }, {}])
  t.same((await settle({ reference: 'BO-0007' }))[1], {
    reference: ['Build Order with this Reference already exists.']
  })
  t.same((await settle({ reference: 'BO-0007' }, { id: 1, reference: 'BO-0001' }))[1], {}, 'its own')
  t.match((await settle({ reference: `BO-${'1'.repeat(70)}` }))[1], {
    reference: ['Ensure this value has at most 64 characters (it has 73).']
  })
  const refusal = async (...given: Parameters<typeof settle>) => await settle(...given).catch((error) => error.body)
  const wrong = { reference: ['Reference must match required pattern: BO-{ref:04d}'] }
  t.same(await refusal({ reference: 'WO-1' }), wrong)
  t.same(await refusal({}, { id: 1, reference: 'WO-1' }), wrong, 'a reference that stays must fit, too')
})
