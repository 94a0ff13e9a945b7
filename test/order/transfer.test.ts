import t from 'tap'
import { build, column } from '../helper.ts'

t.test('stock that is set aside for a transfer moves there once the order is complete, or is used up', async (t) => {
  const { as, make } = await build(t)
  const admin = as('admin')
  const part = await make('/api/part/', { name: 'Cable' })
  const place = await make('/api/stock/location/', { name: 'Shop' })
  const [item] = column(await make('/api/stock/', { part: part.pk, quantity: 30 }), 'pk')
  const transfer = async (order: object, quantity: number, promised: number) => {
    const { pk } = await make('/api/order/transfer-order/', order)
    const line = await make('/api/order/transfer-order-line/', { order: pk, part: part.pk, quantity })
    const allocate = await admin.post(`/api/order/transfer-order/${pk}/allocate/`, {
      items: [{ line_item: line.pk, stock_item: item, quantity: promised }]
    })
    const act = (action: string, body: object = {}) => admin.post(`/api/order/transfer-order/${pk}/${action}/`, body)
    return { pk, line: line.pk, allocate, act }
  }
  const first = await transfer({ destination: place.pk }, 5, 4)
  t.strictSame(first.allocate.body, { items: [{ line_item: first.line, stock_item: item, quantity: '4.00000' }] })
  t.strictSame((await first.act('complete')).body, {
    accept_incomplete_allocation: ['Order has incomplete allocations']
  })
  await first.act('complete', { accept_incomplete_allocation: true })
  t.match(
    (await admin.get(`/api/order/transfer-order/${first.pk}/`)).body,
    { status: 10, destination_detail: { name: 'Shop' } },
    'nothing happens before it is issued'
  )
  await first.act('issue')
  t.match(await first.act('complete', { accept_incomplete_allocation: true }), {
    status: 201,
    body: { accept_incomplete_allocation: true }
  })
  t.match((await admin.get(`/api/stock/?location=${place.pk}`)).body, [{ quantity: 4, parent: item }])
  t.match((await admin.get(`/api/order/transfer-order-line/${first.line}/`)).body, {
    transferred: 4,
    allocated: 4,
    available_stock: 30
  })
  t.match((await admin.get(`/api/order/transfer-order/${first.pk}/`)).body, {
    status: 30,
    complete_date: /^\d{4}/,
    completed_lines: 0
  })
  const second = await transfer({ consume: true }, 8, 8)
  t.match((await transfer({}, 20, 20)).allocate, {
    status: 400,
    body: { items: [{ quantity: ['Available quantity (18) exceeded'] }] }
  })
  await second.act('issue')
  await second.act('complete')
  t.match((await admin.get(`/api/stock/${item}/`)).body, { quantity: 18 })
  t.match(await second.act('cancel'), { status: 400, body: ['Order cannot be cancelled'] })
  const third = await transfer({}, 1, 1)
  await third.act('issue')
  t.match((await third.act('complete')).body, {
    non_field_errors: ['Order cannot be completed until a destination location is set']
  })
  await third.act('cancel')
  const priced = async (yes: boolean) =>
    (await admin.get(`/api/order/transfer-order-line/?has_pricing=${yes}`)).body.length
  t.strictSame([await priced(true), await priced(false)], [0, 4], 'no line has a price')
  t.strictSame(column((await admin.get('/api/order/transfer-order-allocation/')).body, 'order'), [first.pk, second.pk])
})
