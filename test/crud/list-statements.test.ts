import t from 'tap'
import { build, forget } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { fillTables, ROWS } from '../support/fill.ts'
import { onPostgres } from '../support/postgres.ts'

let statements: string[] = []
const { as, db, app } = await build(t, {}, (text) => {
  statements.push(text)
})
const admin = as('admin')

/** What lists show that no table holds, and lists of what there is none of here. */
const IN_MEMORY =
  /^(version_text|flags|icons|contenttype|settings_global|settings_user|plugins|news|background_task_(failed|scheduled))_list$/

/** Modifiers of a search, and filters, are no parts of an answer. */
const NO_OPTION = /^(search_|fetch_parent|export)/

const lists = contract.operations.filter(
  ({ id, method, query }) => method === 'get' && id.endsWith('_list') && query.some(({ name }) => name === 'limit')
)

async function costOf(url: string): Promise<{ cost: number; rows: number }> {
  await forget(db)
  statements = []
  const { statusCode, payload } = await app.inject({ method: 'GET', url, headers: { authorization } })
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${payload.slice(0, 300)}`)
  const body = JSON.parse(payload)
  return { cost: statements.length, rows: (body.results ?? body).length }
}
let authorization = ''

t.test('every list of the contract costs as many statements for 100 rows as for one', async (t) => {
  await fillTables(db)
  const { token } = (await admin.get('/api/user/token/')).body
  authorization = `Token ${token}`
  t.ok(lists.length > 30, 'there are lists')
  for (const { id, path, query } of lists) {
    const options = query
      .filter(({ name, schema }) => schema.type === 'boolean' && schema.default !== undefined && !NO_OPTION.test(name))
      .map(({ name }) => name)
    const address = path.replace('{id}', '1')
    for (const on of [[], options]) {
      const rest = on.map((name) => `&${name}=true`).join('')
      const at = (limit: number, offset: number) => costOf(`${address}?limit=${limit}&offset=${offset}${rest}`)
      await at(ROWS, 0)
      // What the first one wrote is read anew by the next.
      if (onPostgres) await at(1, 0)
      // Behind the end of an empty list all are counted; at its beginning nobody needs to.
      const [one, many] = [await at(1, IN_MEMORY.test(id) ? 0 : ROWS / 2), await at(ROWS, 0)]
      if (!IN_MEMORY.test(id)) t.ok(one.rows === 1 && many.rows >= ROWS * 0.9, `${id} has rows`)
      t.equal(many.cost, one.cost, `${id}${rest}`)
      if (on.length === 0 && options.length === 0) break
    }
  }
})
