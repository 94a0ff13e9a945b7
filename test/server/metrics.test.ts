import t from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#db/database.ts'
import { readConfig } from '#server/config.ts'
import { basic, build, PASSWORD, type Answer } from '../helper.ts'
import { calmToken } from './line.ts'
import { folder, serve } from './run.ts'
import { join } from 'node:path'
import type { Test } from 'tap'

const METRICS = '/api/system/metrics/'

/** One figure a line, with labels. */
const SAMPLE = /^([a-z_]+)\{((?:[a-z]+="[^"\\\n]*",?)+)\} (\S+)$/

/** The figures of an answer by name and labels; every line is looked at. */
function read(t: Test, { text }: { text: string }): Map<string, number> {
  const figures = new Map<string, number>()
  const kinds = new Map<string, string>()
  t.ok(text.endsWith('\n'))
  for (const line of text.trimEnd().split('\n')) {
    const [, name, kind] = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line) ?? []
    if (name) kinds.set(name, kind!)
    if (line.startsWith('#')) continue
    const [, sample, labels, value] = SAMPLE.exec(line) ?? (t.fail(`cannot be read: ${line}`) as never)
    if (!kinds.has(sample!) && kinds.get(sample!.replace(/_(bucket|sum|count)$/, '')) !== 'histogram')
      t.fail(`${sample} has no type`)
    if (Number.isNaN(Number(value))) t.fail(`no number: ${line}`)
    if (figures.has(`${sample}{${labels}}`)) t.fail(`twice: ${line}`)
    figures.set(`${sample}{${labels}}`, Number(value))
  }
  return figures
}

const counted = (figures: Map<string, number>, operation: string, status: number, method = 'GET') =>
  figures.get(
    `inventree_http_requests_total{operation="${operation}",method="${method}",status="${status}",worker="0"}`
  ) ?? 0

t.test('figures are for staff: nobody → 401, others → 403', async (t) => {
  const { as, makeUser } = await build(t)
  await makeUser({ name: 'stella', staff: true })
  await makeUser({ name: 'paula', superuser: true })
  t.equal((await as(null).get(METRICS)).status, 401)
  t.equal((await as('paula').get(METRICS)).status, 403)
  const { status, headers } = await as('stella').get(METRICS)
  t.equal(status, 200)
  t.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8')
  t.equal(
    (await as('stella').get(METRICS, undefined, { accept: 'text/plain;version=0.0.4' })).status,
    200,
    'what Prometheus accepts'
  )
})

t.test(
  'an address that the configuration names needs no credentials, a proxy there gives none to others',
  async (t) => {
    const { app } = await build(t, { metricsAllow: ['10.1.0.0/16', '192.0.2.7', '2001:db8::/32'] })
    const ask = async (remoteAddress: string, headers = {}) =>
      (await app.inject({ url: METRICS, remoteAddress, headers })).statusCode
    for (const address of ['10.1.200.3', '192.0.2.7', '2001:db8::1', '::ffff:10.1.0.9'])
      t.equal(await ask(address), 200, address)
    for (const address of ['10.2.0.1', '192.0.2.8', '127.0.0.1', '2001:db9::1', '::ffff:10.2.0.1'])
      t.equal(await ask(address), 401, address)
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      t.equal(await ask('10.1.200.3', { [header]: '10.1.0.1' }), 401, header)
    t.equal(await ask('10.1.200.3', { authorization: 'Token wrong' }), 401)
  }
)

t.test('requests are counted by operation, method and status; what users write is in no label', async (t) => {
  const house = await build(t, {})
  const { as, app, db } = house
  const admin = as('admin')
  await admin.get('/api/part/')
  await admin.get('/api/part/?search=secret')
  await admin.head('/api/part/')
  await admin.post('/api/part/', { name: 'Relay' })
  await admin.post('/api/part/', {})
  await admin.get('/api/part/1/')
  await admin.get('/api/part/424242/')
  await admin.options('/api/part/')
  for (const path of ['/api/secret/', '/secret', '/media/secret.png', '/static/secret.css', '/', '/api/part/secret/'])
    await app.inject({ url: path })
  await db.schema.alterTable('project_code').renameTo('gone').execute()
  const { authorization } = { authorization: basic('admin') }
  t.equal((await app.inject({ url: '/api/project-code/', headers: { authorization } })).statusCode, 500)
  const answer = await admin.get(METRICS)
  t.notMatch(answer.text, /secret/)
  const figures = read(t, answer)
  t.equal(counted(figures, 'part_list', 200), 2)
  t.equal(counted(figures, 'part_list', 200, 'HEAD'), 1)
  t.equal(counted(figures, 'part_create', 201, 'POST'), 1)
  t.equal(counted(figures, 'part_create', 400, 'POST'), 1)
  t.equal(counted(figures, 'part_retrieve', 200), 1)
  t.equal(counted(figures, 'part_retrieve', 404), 1)
  t.equal(counted(figures, 'options', 200, 'OPTIONS'), 1)
  t.equal(counted(figures, 'other', 401), 1)
  t.equal(counted(figures, 'other', 404), 1)
  t.equal(counted(figures, 'media', 401), 1)
  t.equal(counted(figures, 'static', 404), 1)
  t.equal(counted(figures, 'page', 200), 1)
  t.equal(counted(figures, 'project_code_list', 500), 1)
  t.equal(figures.get('inventree_http_errors_total{worker="0"}'), 1)
  t.equal(figures.get('inventree_http_request_duration_seconds_count{operation="part_list",worker="0"}'), 3)
  t.equal(figures.get('inventree_http_request_duration_seconds_bucket{operation="part_list",le="+Inf",worker="0"}'), 3)
  t.ok(figures.get('inventree_http_request_duration_seconds_sum{operation="part_list",worker="0"}')! > 0)
})

t.test('the database, the event loop and the process are among the figures', async (t) => {
  const { as } = await build(t)
  const figure = async (name: string): Promise<number> => read(t, await as('admin').get(METRICS)).get(name) ?? NaN
  const before = await figure('inventree_database_statements_total{worker="0"}')
  await as('admin').get('/api/part/')
  t.ok((await figure('inventree_database_statements_total{worker="0"}')) > before)
  t.ok((await figure('inventree_database_seconds_total{worker="0"}')) > 0)
  t.ok((await figure('process_resident_memory_bytes{worker="0"}')) > 1e7)
  t.ok((await figure('process_cpu_seconds_total{worker="0"}')) > 0)
  t.equal(await figure('inventree_log_lines_dropped_total{worker="0"}'), 0)
  t.equal(await figure('inventree_database_writers_waiting{worker="0"}'), 0)
  await sleep(100)
  t.ok((await figure('inventree_event_loop_lag_seconds{quantile="0.99",worker="0"}')) >= 0)
})

t.test('who waits for a turn to write is counted while they wait', async (t) => {
  const env = {
    INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'),
    INVENTREE_ADMIN_USER: 'admin',
    INVENTREE_ADMIN_PASSWORD: PASSWORD
  }
  const server = await serve(t, [], env)
  const token = `Token ${await calmToken(server.url)}`
  await server.ask('GET', '/api/user/me/', token)
  const other = await openDatabase(env.INVENTREE_DB_NAME)
  const lock = await other.startTransaction().execute()
  const writing = ['Relay', 'Fuse'].map(async (name) => await server.ask('POST', '/api/part/', token, { name }))
  const waiting = async () =>
    read(t, await server.ask('GET', METRICS, token)).get('inventree_database_writers_waiting{worker="0"}')
  while ((await waiting()) !== 2) await sleep(20)
  await lock.rollback().execute()
  await other.destroy()
  t.strictSame(
    (await Promise.all(writing)).map(({ status }) => status),
    [201, 201]
  )
  t.equal(await waiting(), 0)
})

t.test('with several processes each of them is told apart, whichever is asked', async (t) => {
  const env = {
    INVENTREE_DB_NAME: join(folder(t), 'data.sqlite3'),
    INVENTREE_ADMIN_USER: 'admin',
    INVENTREE_ADMIN_PASSWORD: PASSWORD,
    INVENTREE_WORKERS: '3'
  }
  const server = await serve(t, [], env)
  const token = await calmToken(server.url)
  for (let n = 0; n < 30; n++) await server.ask('GET', '/api/user/roles/', `Token ${token}`)
  for (let n = 0; n < 4; n++) {
    const answers: Answer[] = await Promise.all(
      [1, 2].map(async () => await server.ask('GET', METRICS, `Token ${token}`))
    )
    for (const answer of answers) {
      const figures = [...read(t, answer)]
      const seen = figures.filter(([name]) =>
        name.startsWith('inventree_http_requests_total{operation="user_roles_retrieve"')
      )
      t.equal(
        seen.reduce((sum, [, value]) => sum + value, 0),
        30,
        'no request is missing, none counts twice'
      )
      t.strictSame(
        figures
          .filter(([name]) => name.startsWith('process_cpu_seconds_total'))
          .map(([name]) => /worker="(\d+)"/.exec(name)![1]),
        ['1', '2', '3']
      )
    }
  }
})

t.test('INVENTREE_METRICS_ALLOW takes addresses and networks, and refuses anything else with a sentence', (t) => {
  t.strictSame(readConfig({}).metricsAllow, [])
  t.strictSame(readConfig({ INVENTREE_METRICS_ALLOW: '10.0.0.0/8, ::1' }).metricsAllow, ['10.0.0.0/8', '::1'])
  for (const wrong of ['10.0.0.0/33', '10.0.0', 'example.org', '10.0.0.0/8/8', '10.0.0.0/', '::1/129']) {
    t.throws(() => readConfig({ INVENTREE_METRICS_ALLOW: wrong }), {
      message: `INVENTREE_METRICS_ALLOW holds "${wrong}", but every entry must be an address such as 10.0.0.7 or a network such as 10.0.0.0/8.`
    })
  }
  t.end()
})
