import t from 'tap'
import { build } from '../helper.ts'
import { enqueue } from '#framework/jobs/store.ts'
import { now } from '#framework/time.ts'
import { dayOf } from '../support/day.ts'

const url = '/api/background-task/'
const JOB = { name: 'test.nothing', lane: 'quick', priority: 5, pauses: [], limit: 5 } as const
const failure = { state: 'failed', attempts: 3, started: now(), finished: now(), error: 'no mail server' } as const

t.test('what waits and what failed is told, with the reason; it can be tried again or dropped', async (t) => {
  const { db, as, makeUser } = await build(t)
  await makeUser({ name: 'stella', staff: true })
  await makeUser({ name: 'tove' })
  const stella = as('stella')
  const uids = []
  for (const number of [1, 2, 3]) uids.push(await enqueue(db, JOB, { number }))
  await db.updateTable('job').set(failure).where('uid', '=', uids[2]!).execute()
  t.match((await stella.get(url)).body, { is_running: true, pending_tasks: 2, failed_tasks: 1 })
  t.match((await as(null).get('/api/')).body, { worker_running: true, worker_count: 1, worker_pending_tasks: 2 })
  const waiting = (await stella.get(`${url}pending/`)).body
  t.match(waiting, [
    { key: 'quick', task_id: uids[0], name: 'test.nothing', func: 'test.nothing', args: '{"number":1}' },
    { task_id: uids[1] }
  ])
  const [lost, ...more] = (await stella.get(`${url}failed/?search=nothing&ordering=-stopped`)).body
  t.match(lost, { name: 'test.nothing', args: '{"number":3}', attempt_count: 3, result: 'no mail server' })
  t.strictSame(more, [])
  const state = async (uid: string) => (await as('tove').get(`${url}${uid}/`)).body
  t.match(await state(uids[0]!), { exists: true, pending: true, complete: false, http_status: 200 })
  t.match(await state(uids[2]!), { pending: false, complete: true, success: false })
  const unknown = await as('tove').get(`${url}wave/`)
  t.equal(unknown.status, 404)
  t.strictSame(unknown.body, {
    task_id: 'wave',
    exists: false,
    pending: false,
    complete: false,
    success: false,
    http_status: 404
  })
  t.match((await stella.post(`${url}failed/${lost.pk}/retry/`)).body, { task_id: uids[2], pending: true })
  t.match(await state(uids[2]!), { pending: true, complete: false })
  t.equal((await stella.post(`${url}failed/${lost.pk}/retry/`)).status, 404, 'it has not failed any more')
  t.strictSame((await stella.delete(`${url}failed/`, { items: [lost.pk] })).body, {
    non_field_errors: 'No items match the provided criteria'
  })
  t.strictSame((await stella.delete(`${url}pending/`, { items: [waiting[0].pk] })).body, { success: 'Deleted 1 items' })
  t.equal((await stella.delete(`${url}pending/`, {})).status, 400)
  await db.updateTable('job').set(failure).where('uid', '=', uids[2]!).execute()
  t.strictSame((await stella.delete(`${url}failed/?all=true`, {})).body, { success: 'Deleted 1 items' })
  t.match((await stella.get(url)).body, { pending_tasks: 1, failed_tasks: 0 })
  for (const path of ['', 'pending/', 'failed/', 'scheduled/']) t.equal((await as('tove').get(url + path)).status, 403)
  t.equal((await as('tove').delete(`${url}pending/?all=true`, {})).status, 403)
})

t.test('what is done once a day is listed, with the last time and how it ended', async (t) => {
  const { app, db, as } = await build(t)
  const admin = as('admin')
  const listed = async () => (await admin.get(`${url}scheduled/`)).body
  const before = await listed()
  t.ok(before.length > 10)
  t.ok(before.every((one: { last_run: string | null }) => one.last_run === null))
  const errors: unknown[] = []
  await dayOf({ db, config: { newsURL: 'http://127.0.0.1:1/' }, log: (what) => errors.push(what) })()
  t.equal(errors.length, 1)
  const after = await listed()
  t.ok(after.every((one: { last_run: string | null }) => one.last_run !== null))
  t.strictSame(
    after.filter((one: { success: boolean }) => !one.success).map((one: { name: string }) => one.name),
    ['the news']
  )
  const left = { state: 'running', attempts: 9, locked_by: 'x', locked_until: '2020-01-01', finished: null } as const
  await db.updateTable('job').set(left).where('arguments', '=', '{"what":"old mail"}').execute()
  await app.jobs.drain()
  t.match((await admin.get(`${url}scheduled/?search=old mail`)).body, [{ name: 'old mail', success: false }])
  t.equal((await admin.get(`${url}scheduled/?search=news&limit=1`)).body.results[0].schedule_type, 'D')
  t.equal((await admin.get(url)).body.scheduled_tasks, after.length)
})
