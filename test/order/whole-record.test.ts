import t from 'tap'
import { build } from '../helper.ts'

t.test(
  'orders whose company has another role, and lines whose part is sold no more, are refused as they are',
  async (t) => {
    const { as, make } = await build(t)
    const admin = as('admin')
    const company = (await make('/api/company/', { name: 'Harbor', is_supplier: true, is_customer: true })).pk
    const part = (await make('/api/part/', { name: 'Rope', salable: true })).pk
    const purchase = (await make('/api/order/po/', { supplier: company })).pk
    const sale = (await make('/api/order/so/', { customer: company })).pk
    const back = (await make('/api/order/ro/', { customer: company })).pk
    const line = (await make('/api/order/so-line/', { order: sale, part, quantity: 1 })).pk
    await admin.patch(`/api/company/${company}/`, { is_supplier: false, is_customer: false })
    await admin.patch(`/api/part/${part}/`, { salable: false })
    const wrong = [`Company instance with id ${company} is not a valid choice.`]
    for (const [url, field] of [
      [`/api/order/po/${purchase}/`, 'supplier'],
      [`/api/order/so/${sale}/`, 'customer'],
      [`/api/order/ro/${back}/`, 'customer']
    ] as const)
      t.strictSame((await admin.patch(url, { description: 'x' })).body, { [field]: wrong }, url)
    t.strictSame((await admin.patch(`/api/order/so-line/${line}/`, { notes: 'x' })).body, {
      part: [`Part instance with id ${part} is not a valid choice.`]
    })
    const other = (await make('/api/part/', { name: 'Cord', salable: true })).pk
    t.equal((await admin.patch(`/api/order/so-line/${line}/`, { notes: 'x', part: other })).status, 200)
  }
)
