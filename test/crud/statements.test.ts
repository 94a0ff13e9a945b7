import t from 'tap'
import { build, forget } from '../helper.ts'

let statements: string[] = []
const { as, db, make, makeUser } = await build(t, {}, (text) => {
  statements.push(text)
})
const admin = as('admin')

/** How many SQL statements a list costs, after a first time that fills every memory. */
async function costOf(url: string): Promise<number> {
  await admin.get(url)
  await forget(db)
  statements = []
  const { status } = await admin.get(url)
  if (status !== 200) throw new Error(`${url} answered ${status}`)
  return statements.length
}

/** Fifty of everything, each row with as many relations as it can have. */
async function fill() {
  const location = (await make('/api/stock/location/', { name: 'Drawer' })).pk
  let category: number | null = null
  const template = (await make('/api/parameter/template/', { name: 'Mark' })).pk
  const list = (await make('/api/selection/', { name: 'Marks' })).pk
  for (let n = 0; n < 50; n++) {
    category = (
      await make('/api/part/category/', {
        name: `Category ${n}`,
        parent: n % 10 === 0 ? null : category,
        default_location: location
      })
    ).pk
    const part = await make('/api/part/', {
      name: `Part ${n}`,
      category,
      default_location: location,
      tags: ['common', `tag ${n}`],
      copy_category_parameters: false
    })
    await make('/api/parameter/', { template, model_type: 'part', model_id: part.pk, data: 'x' })
    await make('/api/part/category/parameters/', { category, template })
    await make('/api/selection/', { name: `List ${n}` })
    await make(`/api/selection/${list}/entry/`, { value: `v${n}`, label: 'x', list })
    const user = await makeUser({ name: `user${n}`, groups: ['everyone', `group ${n}`], roles: { part: ['view'] } })
    await make('/api/user/tokens/', { name: `token ${n}`, user })
  }
}

const details = (names: string) =>
  names
    .split(' ')
    .map((name) => `${name}=true`)
    .join('&')
const LISTS = {
  '/api/part/': details('category_detail path_detail location_detail parameters price_breaks tags pricing'),
  '/api/part/category/': details('path_detail parameters'),
  '/api/part/category/tree/': '',
  '/api/part/category/parameters/': details('category_detail template_detail'),
  '/api/parameter/': '',
  '/api/selection/': '',
  '/api/user/': '',
  '/api/user/group/': details('role_detail permission_detail user_detail'),
  '/api/user/ruleset/': 'name=part',
  '/api/user/owner/': '',
  '/api/user/tokens/': 'all_users=true'
}

t.test('a list of 50 rows costs as many statements as a list of one', async (t) => {
  await fill()
  for (const [url, query] of Object.entries(LISTS)) {
    const [one, many] = [await costOf(`${url}?limit=1&${query}`), await costOf(`${url}?limit=50&${query}`)]
    t.equal((await admin.get(`${url}?limit=50&${query}`)).body.results.length, 50, `${url} has 50 rows`)
    t.equal(many, one, `${url} costs the same for one row and for 50`)
    // Few records that a filter leaves are counted by the statement that finds them.
    t.ok(one >= 3 && one < 25, `${url} costs who it is, the keys, the rows and a few more: ${one}`)
    t.ok((await costOf(`${url}?${query}`)) < one, `${url} saves the count where nobody asks for a page`)
  }
})
