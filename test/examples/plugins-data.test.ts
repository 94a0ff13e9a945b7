// The examples in examples/plugins/ that are about data, used as whoever installs them uses them.
import t, { type Test } from 'tap'
import { fileURLToPath } from 'node:url'
import { build, type House } from '../helper.ts'
import { otherServer } from '../support/source.ts'

const folder = fileURLToPath(new URL('../../examples/plugins', import.meta.url))

/** A server on which one of the examples is active. */
async function using(t: Test, key: string): Promise<House> {
  const house = await build(t, { pluginFolder: folder })
  const { status, body } = await house.as('admin').patch(`/api/plugins/${key}/activate/`, {})
  if (status !== 200) throw new Error(JSON.stringify(body))
  return house
}

const set = ({ as }: House, key: string, name: string, value: unknown) =>
  as('admin').patch(`/api/plugins/${key}/settings/${name}/`, { value })

t.test('ipn-check: part numbers follow the pattern that is set', async (t) => {
  const house = await using(t, 'ipn-check')
  const { post, patch } = house.as('admin')
  const part = async (IPN: string) => await post('/api/part/', { name: `Bolt ${IPN}`, description: '', IPN })
  t.strictSame((await part('bolt')).body, { IPN: ['A part number looks like [A-Z]{2}-\\d{4}.'] })
  const bolt = await part('BO-0001')
  t.equal(bolt.status, 201)
  t.equal((await part('')).status, 201)
  t.match((await set(house, 'ipn-check', 'PATTERN', '(')).body, { value: ['This is no regular expression.'] })
  t.equal((await set(house, 'ipn-check', 'PATTERN', '\\d+')).status, 200)
  t.equal((await set(house, 'ipn-check', 'REQUIRED', true)).status, 200)
  t.equal((await part('')).status, 400)
  t.equal((await part('17')).status, 201)
  const address = `/api/part/${bolt.body.pk}/`
  t.equal((await patch(address, { description: 'an old number' })).status, 200)
  t.equal((await patch(address, { IPN: 'BO-0002' })).status, 400)
})

t.test('pick-list: what is allocated, place by place', async (t) => {
  const { app, as, make } = await using(t, 'pick-list')
  const [table, leg] = [
    await make('/api/part/', { name: 'Table', description: '', assembly: true }),
    await make('/api/part/', { name: 'Leg', description: '', component: true, IPN: 'L-1' })
  ]
  await make('/api/bom/', { part: table.pk, sub_part: leg.pk, quantity: 4 })
  const build = await make('/api/build/', { part: table.pk, quantity: 2 })
  const [line] = (await as('admin').get(`/api/build/line/?build=${build.pk}`)).body
  const items = []
  for (const name of ['Shelf Z', 'Shelf A']) {
    const location = (await make('/api/stock/location/', { name })).pk
    const [item] = await make('/api/stock/', { part: leg.pk, quantity: 10, location, batch: name.at(-1) })
    items.push({ build_line: line.pk, stock_item: item.pk, quantity: 4 })
  }
  t.equal((await as('admin').post(`/api/build/${build.pk}/allocate/`, { items })).status, 201)
  const { body } = await as('admin').get(`/api/build/item/?export=true&export_plugin=pick-list&build=${build.pk}`)
  const { token } = (await as('admin').get('/api/user/token/')).body
  const file = await app.inject({ url: body.output, headers: { authorization: `Token ${token}` } })
  t.strictSame(file.payload.trim().split(/\r?\n/), [
    'Place,Part,IPN,Batch,Serial,Quantity,For,Picked',
    `Shelf A,L-1 | Leg,L-1,A,,4,${build.reference},`,
    `Shelf Z,L-1 | Leg,L-1,Z,,4,${build.reference},`
  ])
})

t.test('catalog-supplier: articles of a catalogue become parts', async (t) => {
  const article = {
    number: 'B/8',
    title: 'Bolt M8',
    text: 'A bolt',
    maker: 'Forge',
    makers_number: 'F8',
    data: { Length: 8 },
    prices: [
      { from: 1, each: 0.5, currency: 'USD' },
      { from: 50, each: 0.25, currency: 'USD' }
    ]
  }
  const asked: string[] = []
  const address = await otherServer(t, (request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`)
    if (request.url === '/articles?q=bolt') return response.end(JSON.stringify([article]))
    if (request.url === '/articles/B%2F8') return response.end(JSON.stringify(article))
    response.statusCode = request.url === '/articles/none' ? 404 : 500
    return response.end()
  })
  const house = await using(t, 'catalog-supplier')
  const { get, post } = house.as('admin')
  const search = (term: string) => get(`/api/supplier/search/?plugin=catalog-supplier&supplier=bolt-depot&term=${term}`)
  t.match((await search('bolt')).body, { detail: /no address is set/ })
  await set(house, 'catalog-supplier', 'URL', address)
  await set(house, 'catalog-supplier', 'KEY', 'secret')
  t.match((await search('bolt')).body, [{ id: 'B/8', name: 'Bolt M8', price: 'from 0.25', existing_part_id: null }])
  t.strictSame(asked, ['/articles?q=bolt Bearer secret'])
  t.match((await search('odd')).body, { detail: /the catalogue answers 500/ })
  const category = await house.make('/api/part/category/', { name: 'Bolts' })
  const take = (part_import_id: string) =>
    post('/api/supplier/import/', {
      plugin: 'catalog-supplier',
      supplier: 'bolt-depot',
      part_import_id,
      category_id: category.pk
    })
  t.equal((await take('none')).status, 404)
  const made = await take('B/8')
  t.match(made.body, { part_detail: { name: 'Bolt M8' }, parameters: [{ name: 'Length', value: '8' }] })
  t.equal((await search('bolt')).body[0].existing_part_id, made.body.part_id)
})
