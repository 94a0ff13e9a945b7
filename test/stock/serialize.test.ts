import t from 'tap'
import { column } from '../helper.ts'
import { stage } from '../support/stock.ts'

t.test('pieces come out of an item, each with a serial number', async (t) => {
  const { act, stock, item, tracked, meter, bench, db } = await stage(t)
  const pk = await stock({ part: meter, batch: 'A', notes: 'Lot', purchase_price: 5, status: 50 })
  await act('count', { items: [{ pk, quantity: 9 }] })
  const answer = await act(`${pk}/serialize`, {
    quantity: '3',
    serial_numbers: '5-7',
    destination: bench,
    notes: 'Numbered'
  })
  t.equal(answer.status, 201)
  t.match(
    answer.body,
    ['5', '6', '7'].map((serial) => ({
      serial,
      quantity: 1,
      parent: pk,
      location: bench,
      batch: 'A',
      notes: 'Lot',
      purchase_price: 5,
      status: 50,
      stocktake_date: null,
      child_items: 0,
      tracking_items: 2,
      tags: [],
      tests: []
    }))
  )
  const [first] = column(answer.body, 'pk')
  t.strictSame(await tracked(first), [
    { type: 40, user_id: 1, notes: 'Numbered', deltas: { quantity: 1 } },
    { type: 6, user_id: 1, notes: 'Numbered', deltas: { serial: '5' } }
  ])
  t.match(await item(pk), { quantity: 6, child_items: 3 })
  t.match((await tracked(pk)).at(-1), { type: 13, notes: 'Numbered', deltas: { removed: 3, quantity: 6 } })
  t.equal((await act(`${pk}/serialize`, { quantity: 6, serial_numbers: '~+', destination: bench })).status, 201)
  t.strictSame(
    await db.selectFrom('stock_item').select('id').where('id', '=', pk).execute(),
    [],
    'nothing is left of it'
  )
  t.strictSame(
    await db
      .selectFrom('stock_item')
      .select(['serial', 'parent_id'])
      .where('serial_int', '>', 11)
      .orderBy('serial_int')
      .execute(),
    [
      { serial: '12', parent_id: null },
      { serial: '13', parent_id: null }
    ]
  )
})

t.test('what is refused', async (t) => {
  const { act, stock, item, tracked, meter, bench, site } = await stage(t)
  const [lot, nuts, single] = [
    await stock({ part: meter, quantity: 2 }),
    await stock(),
    await stock({ part: meter, quantity: 1, serial_numbers: '9' })
  ]
  const refuses = async (pk: number, body: object) => {
    const answer = await act(`${pk}/serialize`, { quantity: 1, serial_numbers: '1', destination: bench, ...body })
    t.equal(answer.status, 400)
    return answer.body
  }
  t.strictSame(await refuses(lot, { quantity: undefined, serial_numbers: '', destination: undefined }), {
    quantity: ['This field is required.'],
    serial_numbers: ['This field may not be blank.'],
    destination: ['This field is required.']
  })
  t.strictSame(await refuses(lot, { quantity: 3 }), {
    quantity: ['Quantity must not exceed available stock quantity (2.00000)']
  })
  t.strictSame(await refuses(lot, { quantity: 1.5 }), { quantity: ['A valid integer is required.'] })
  t.strictSame(await refuses(lot, { quantity: -1 }), { quantity: ['Ensure this value is greater than or equal to 0.'] })
  t.strictSame(await refuses(lot, { quantity: 0 }), {
    serial_numbers: ['Number of unique serial numbers (1) must match quantity (0)']
  })
  t.strictSame(await refuses(lot, { quantity: 2, serial_numbers: '9,10' }), {
    serial_numbers: ['Serial numbers already exist: 9']
  })
  t.strictSame(await refuses(lot, { destination: site }), { location: ['Cannot assign stock to structural location'] })
  t.strictSame(await refuses(nuts, {}), { non_field_errors: ['Serial numbers cannot be assigned to this part'] })
  t.strictSame(await refuses(single, {}), { non_field_errors: ['Stock item has a serial number already'] })
  t.strictSame(await refuses(999, { destination: 99 }), {
    quantity: ['No stock item provided'],
    destination: ['Invalid pk "99" - object does not exist.']
  })
  t.equal((await item(lot)).quantity, 2)
  t.strictSame(await tracked(lot), [])
})
