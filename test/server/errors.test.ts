import t from 'tap'
import { sql } from 'kysely'
import type { Test } from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import { build, column, type House } from '../helper.ts'
import { onPostgres } from '../support/postgres.ts'

const REPORTS = '/api/error-report/'

/** A house whose server fails at one address, because a table is gone. */
async function broken (t: Test) {
  const house = await build(t, {})
  await sql`drop table project_code ${sql.raw(onPostgres ? 'cascade' : '')}`.execute(house.db)
  return house
}

/** Asks for what fails, and waits until there is a report of it. */
async function fail ({ app, as, db }: House, url = '/api/project-code/'): Promise<void> {
  const count = async () => (await db.selectFrom('error_report').select('id').orderBy('id', 'desc').executeTakeFirst())?.id ?? 0
  const before = await count()
  const { token } = (await as('admin').get('/api/user/token/')).body
  const { statusCode, payload } = await app.inject({ url, headers: { authorization: `Token ${token}` } })
  if (statusCode !== 500) throw new Error(`${url} answered ${statusCode}`)
  if (/no such table/.test(payload)) throw new Error('the answer tells too much')
  while (await count() === before) await sleep(5)
}

t.test('a request that fails → a report for the staff, with the path and without what it brought along', async (t) => {
  const house = await broken(t)
  await house.makeUser({ name: 'stella', staff: true })
  await house.makeUser({ name: 'paula' })
  await fail(house, '/api/project-code/?search=secret')
  const { status, body } = await house.as('stella').get(REPORTS)
  t.equal(status, 200)
  t.match(body, [{ when: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, info: onPostgres ? /relation "project_code" does not exist/ : /no such table: project_code/, data: /\.ts:\d+/, path: '/api/project-code/', pk: 1 }])
  t.notMatch(JSON.stringify(body), /secret|inv-/)
  t.equal((await house.as('paula').get(REPORTS)).status, 403)
  t.equal((await house.as(null).get(REPORTS)).status, 401)
})

t.test('reports are listed newest first, searched, and deleted', async (t) => {
  const house = await broken(t)
  for (let i = 0; i < 4; i++) await fail(house)
  const admin = house.as('admin')
  t.strictSame(column((await admin.get(REPORTS)).body, 'pk'), [4, 3, 2, 1])
  t.match((await admin.get(`${REPORTS}?limit=1&ordering=when`)).body, { count: 4, results: [{ pk: 1 }] })
  t.equal((await admin.get(`${REPORTS}?search=project_code`)).body.length, 4)
  t.equal((await admin.get(`${REPORTS}?search=nothing+like+it`)).body.length, 0)
  t.match((await admin.patch(`${REPORTS}1/`, { info: 'harmless' })).body, { info: /project_code/ }, 'nothing can be written')
  t.equal((await admin.delete(`${REPORTS}1/`)).status, 204)
  t.strictSame((await admin.get(`${REPORTS}1/`)).body, { detail: 'No Error matches the given query.' })
  t.strictSame((await admin.delete(REPORTS, { items: [2] })).body, { success: 'Deleted 1 items' })
  t.equal((await admin.delete(`${REPORTS}?all=true`, {})).status, 200)
  t.strictSame((await admin.get(REPORTS)).body, [])
})

t.test('only the last 500 reports are kept', async (t) => {
  const house = await broken(t)
  await house.db.insertInto('error_report').values(Array.from({ length: 500 }, (_, i) => ({ when: '2026-01-01T00:00:00.000Z', info: `old ${i}` }))).execute()
  await fail(house)
  const { body } = await house.as('admin').get(`${REPORTS}?limit=1`)
  t.equal(body.count, 500)
  t.equal(body.results[0].pk, 501)
})

t.test('what the client did wrong leaves no report', async (t) => {
  const house = await build(t)
  await house.as('admin').get('/api/part/424242/')
  await house.as('admin').post('/api/part/', {})
  t.strictSame((await house.as('admin').get(REPORTS)).body, [])
})
