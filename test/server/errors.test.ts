import t from 'tap'
import type { Test } from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import { keepReport } from '#server/error-report.ts'
import { build, column, type House } from '../helper.ts'

const REPORTS = '/api/error-report/'

/** What either database says of a table that is not there. */
const MISSING = /project_code/

/** A house whose server fails at one address, because a table is gone. */
async function broken(t: Test) {
  const house = await build(t, {})
  await house.db.schema.alterTable('project_code').renameTo('gone').execute()
  return house
}

/** Asks for what fails, and waits until there is a report of it. */
async function fail(
  { app, as, db }: House,
  url = '/api/project-code/',
  method: 'GET' | 'PUT' | 'PATCH' | 'DELETE' = 'GET'
): Promise<void> {
  const count = async () => {
    const { all, last } = await db
      .selectFrom('error_report')
      .select(({ fn }) => [fn.sum('count').as('all'), fn.max('id').as('last')])
      .executeTakeFirstOrThrow()
    return Number(all) + Number(last)
  }
  const before = await count()
  const { token } = (await as('admin').get('/api/user/token/')).body
  const { statusCode, payload } = await app.inject({ method, url, headers: { authorization: `Token ${token}` } })
  if (statusCode !== 500) throw new Error(`${url} answered ${statusCode}`)
  if (MISSING.test(payload)) throw new Error('the answer tells too much')
  while ((await count()) === before) await sleep(5)
}

t.test('a request that fails → a report for the staff, with the path and without what it brought along', async (t) => {
  const house = await broken(t)
  await house.makeUser({ name: 'stella', staff: true })
  await house.makeUser({ name: 'paula' })
  await fail(house, '/api/project-code/?search=secret')
  const { status, body } = await house.as('stella').get(REPORTS)
  t.equal(status, 200)
  t.match(body, [
    {
      when: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
      info: MISSING,
      data: String,
      path: '/api/project-code/',
      count: 1,
      pk: 1
    }
  ])
  t.notMatch(JSON.stringify(body), /secret|inv-/)
  t.equal((await house.as('paula').get(REPORTS)).status, 403)
  t.equal((await house.as(null).get(REPORTS)).status, 401)
})

t.test('reports are listed newest first, searched, and deleted', async (t) => {
  const house = await broken(t)
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const) await fail(house, '/api/project-code/1/', method)
  const admin = house.as('admin')
  t.strictSame(column((await admin.get(REPORTS)).body, 'pk'), [4, 3, 2, 1])
  t.match((await admin.get(`${REPORTS}?limit=1&ordering=when`)).body, { count: 4, results: [{ pk: 1 }] })
  t.equal((await admin.get(`${REPORTS}?search=project_code`)).body.length, 4)
  t.equal((await admin.get(`${REPORTS}?search=nothing+like+it`)).body.length, 0)
  t.match((await admin.patch(`${REPORTS}1/`, { info: 'harmless' })).body, { info: MISSING }, 'nothing can be written')
  t.equal((await admin.delete(`${REPORTS}1/`)).status, 204)
  t.strictSame((await admin.get(`${REPORTS}1/`)).body, { detail: 'No Error matches the given query.' })
  t.strictSame((await admin.delete(REPORTS, { items: [2] })).body, { success: 'Deleted 1 items' })
  t.equal((await admin.delete(`${REPORTS}?all=true`, {})).status, 200)
  t.strictSame((await admin.get(REPORTS)).body, [])
})

t.test('only the last 500 reports are kept', async (t) => {
  const house = await broken(t)
  await house.db
    .insertInto('error_report')
    .values(Array.from({ length: 500 }, (_, i) => ({ when: '2026-01-01T00:00:00.000Z', info: `old ${i}` })))
    .execute()
  await fail(house)
  const { body } = await house.as('admin').get(`${REPORTS}?limit=1`)
  t.equal(body.count, 500)
  t.equal(body.results[0].pk, 501)
})

t.test('the same error at the same place is one report that counts, and pushes no other out', async (t) => {
  const house = await broken(t)
  await house.db
    .insertInto('error_report')
    .values(Array.from({ length: 498 }, (_, i) => ({ when: '2026-01-01T00:00:00.000Z', info: `old ${i}` })))
    .execute()
  await fail(house, '/api/project-code/1/', 'DELETE')
  for (let i = 0; i < 5; i++) await fail(house, `/api/project-code/?search=${i}`)
  const { token } = (await house.as('admin').get('/api/user/token/')).body
  const answers = await Promise.all(
    Array.from({ length: 30 }, () =>
      house.app.inject({ url: '/api/project-code/', headers: { authorization: `Token ${token}` } })
    )
  )
  t.ok(answers.every(({ statusCode }) => statusCode === 500))
  const counted = async () =>
    (
      await house.db
        .selectFrom('error_report')
        .select('count')
        .where('path', '=', '/api/project-code/')
        .executeTakeFirstOrThrow()
    ).count
  while ((await counted()) < 35) await sleep(5)
  const { body } = await house.as('admin').get(`${REPORTS}?limit=2`)
  t.equal(body.count, 500)
  t.match(body.results, [
    { path: '/api/project-code/', count: 35 },
    { path: '/api/project-code/1/', count: 1 }
  ])
  await fail(house, '/api/project-code/1/', 'DELETE')
  t.match(
    (await house.as('admin').get(`${REPORTS}?limit=2`)).body.results,
    [{ path: '/api/project-code/1/', count: 2 }, { path: '/api/project-code/' }],
    'what happened last comes first'
  )
})

t.test('errors of one place that say different things, such as what was sent, are one report', async (t) => {
  const { db } = await build(t)
  for (const sent of ['a', 'b', 'c'])
    await keepReport(db, new TypeError(`"${sent}" cannot be read`), { url: '/api/part/', method: 'GET' })
  t.match(await db.selectFrom('error_report').select(['info', 'count']).execute(), [
    { info: 'TypeError: "c" cannot be read', count: 3 }
  ])
})

t.test('what the client did wrong leaves no report', async (t) => {
  const house = await build(t)
  await house.as('admin').get('/api/part/424242/')
  await house.as('admin').post('/api/part/', {})
  t.strictSame((await house.as('admin').get(REPORTS)).body, [])
})
