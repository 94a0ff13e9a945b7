import t, { type Test } from 'tap'
import { build, column } from '../helper.ts'

const TREES = {
  '/api/part/category/': { delete_child_categories: false, delete_parts: false },
  '/api/stock/location/': { delete_sub_locations: false, delete_stock_items: false }
}

/** Roots B, D, F and H, made in another order, with D1 and D2 below D. */
async function planted(t: Test, url: string) {
  const { as, make } = await build(t)
  const admin = as('admin')
  const pks: Record<string, number> = {}
  const add = async (name: string, parent?: string) =>
    (pks[name] = (await make(url, { name, parent: parent ? pks[parent] : null })).pk)
  for (const name of ['H', 'D', 'B', 'F']) await add(name)
  await add('D2', 'D')
  await add('D1', 'D')
  const numbers = async () => {
    const { body } = await admin.get(`${url}tree/`)
    return Object.fromEntries(body.map(({ name, tree_id }: any) => [name, tree_id]))
  }
  const change = async (name: string, body: object) => {
    const { status } = await admin.patch(`${url}${pks[name]}/`, body)
    t.equal(status, 200, `${name} → ${JSON.stringify(body)}`)
  }
  const listed = async (query = '') => column((await admin.get(`${url}${query}`)).body, 'name')
  return { admin, pks, add, numbers, change, listed }
}

for (const [url, fate] of Object.entries(TREES)) {
  t.test(`${url}: trees are numbered by the names of their roots`, async (t) => {
    const { numbers, add, listed } = await planted(t, url)
    t.strictSame(await numbers(), { B: 1, D: 2, D1: 2, D2: 2, F: 3, H: 4 })
    await add('E')
    t.strictSame(await numbers(), { B: 1, D: 2, D1: 2, D2: 2, E: 3, F: 4, H: 5 })
    t.strictSame(await listed(), ['B', 'D', 'D1', 'D2', 'E', 'F', 'H'])
  })

  t.test(`${url}: the number of a tree that is none any more stays free`, async (t) => {
    const { numbers, change, add, pks, listed } = await planted(t, url)
    await change('D', { parent: pks.F })
    t.strictSame(await numbers(), { B: 1, F: 3, D: 3, D1: 3, D2: 3, H: 4 })
    await change('D1', { parent: null })
    t.strictSame(await numbers(), { B: 1, D1: 3, F: 4, D: 4, D2: 4, H: 5 }, 'one that comes to the top')
    await add('Z')
    t.equal((await numbers()).Z, 6)
    t.strictSame(await listed(), ['B', 'D1', 'F', 'D', 'D2', 'H', 'Z'])
  })

  t.test(`${url}: a root that gets another name changes its place with those between`, async (t) => {
    const { numbers, change } = await planted(t, url)
    await change('B', { name: 'G' })
    t.strictSame(await numbers(), { D: 1, D1: 1, D2: 1, F: 2, G: 3, H: 4 })
    await change('H', { name: 'A' })
    t.strictSame(await numbers(), { A: 1, D: 2, D1: 2, D2: 2, F: 3, G: 4 })
    await change('H', { name: 'X' })
    t.strictSame(await numbers(), { D: 1, D1: 1, D2: 1, F: 2, G: 3, X: 4 })
    await change('D', { name: 'C' })
    t.strictSame(await numbers(), { C: 1, D1: 1, D2: 1, F: 2, G: 3, X: 4 }, 'already there')
  })

  t.test(`${url}: what lay below a root that is deleted gets the next numbers`, async (t) => {
    const { numbers, admin, pks, listed } = await planted(t, url)
    t.equal((await admin.delete(`${url}${pks.D}/`, fate)).status, 204)
    t.strictSame(await numbers(), { B: 1, F: 3, H: 4, D1: 5, D2: 6 })
    t.strictSame(await listed(), ['B', 'F', 'H', 'D1', 'D2'])
  })

  t.test(`${url}: a list that shows paths shows each of them whole, whatever it is sorted by`, async (t) => {
    const { pks, listed } = await planted(t, url)
    for (const ordering of ['', '&ordering=level', '&ordering=-name', '&ordering=nonsense']) {
      t.strictSame(await listed(`tree/?max_level=0&expand_to=${pks.D1}${ordering}`), ['B', 'D', 'D1', 'D2', 'F', 'H'])
      t.strictSame(await listed(`tree/?search=2${ordering}`), ['D', 'D2'])
    }
    for (const nobody of ['424242', 'top', ''])
      t.strictSame(await listed(`tree/?max_level=0&ordering=-name&expand_to=${nobody}`), ['H', 'F', 'D', 'B'], nobody)
    t.strictSame(await listed('tree/?ordering=nonsense'), ['B', 'D', 'F', 'H', 'D1', 'D2'])
    t.strictSame(await listed('tree/?ordering=nonsense,-name'), ['H', 'F', 'D2', 'D1', 'D', 'B'])
  })
}
