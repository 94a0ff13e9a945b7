import t, { type Test } from 'tap'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { mediaOf } from '#framework/files/media.ts'
import { endUnfinished } from '#modules/data-output/index.ts'
import { PATIENCE } from '#modules/data-output/exporting.ts'
import { PrintOutput } from '#modules/report/print/output.ts'
import { buildApp } from '#server/app.ts'
import { basic, build, CONFIG, type House } from '../helper.ts'

/** A server with thousands of parts, on which no request waits for its file. */
async function impatient(t: Test, count = 4000): Promise<House & { mediaRoot: string }> {
  const before = { ...PATIENCE }
  t.teardown(() => Object.assign(PATIENCE, before))
  Object.assign(PATIENCE, { request: 1, step: 1 })
  const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-background-'))
  t.teardown(() => rmSync(mediaRoot, { recursive: true }))
  const house = await build(t, { mediaRoot })
  const parts = Array.from({ length: count }, (_, i) => ({ name: `part ${i}`, description: '' }))
  for (let at = 0; at < count; at += 500)
    await house.db
      .insertInto('part')
      .values(parts.slice(at, at + 500) as never[])
      .execute()
  return { ...house, mediaRoot }
}

/** Asks for a data output until it is as it shall be. */
async function until(house: House, pk: number, isRight: (output: any) => boolean): Promise<any[]> {
  const seen: any[] = []
  for (let tries = 0; tries < 2000; tries++) {
    const { body } = await house.as('admin').get(`/api/data-output/${pk}/`)
    seen.push(body)
    if (isRight(body)) return seen
    await sleep(2)
  }
  throw new Error(`the data output stayed as it was: ${JSON.stringify(seen.at(-1))}`)
}

t.test('what takes long is answered at once and goes on, telling how far it is', async (t) => {
  const house = await impatient(t)
  const { status, body } = await house.as('admin').get('/api/part/?export=true')
  t.equal(status, 200)
  t.match(body, { complete: false, output: null, errors: null, total: 4000 })
  const seen = await until(house, body.pk, ({ complete }) => complete)
  const progress = seen.map((output) => output.progress as number)
  t.strictSame(
    progress,
    progress.toSorted((a, b) => a - b)
  )
  t.ok(progress.some((percent) => percent > 0 && percent < 100))
  t.match(seen.at(-1), { complete: true, progress: 100, errors: null })
  const lines = readFileSync(join(house.mediaRoot, seen.at(-1).output.replace('/media/', '')), 'utf8').split('\r\n')
  t.equal(lines.length, 4002)
})

t.test('who deletes a data output ends its file', async (t) => {
  const house = await impatient(t)
  const { pk } = (await house.as('admin').get('/api/part/?export=true&export_format=xlsx')).body
  await until(house, pk, ({ progress }) => progress > 0)
  t.equal((await house.as('admin').delete(`/api/data-output/${pk}/`)).status, 204)
  for (let tries = 0; tries < 500 && readdirSync(join(house.mediaRoot, 'data_output')).length > 0; tries++)
    await sleep(10)
  t.strictSame(readdirSync(join(house.mediaRoot, 'data_output')), [])
  t.strictSame((await house.as('admin').get('/api/data-output/')).body, [])
})

t.test('a file that takes too long is given up, and says so', async (t) => {
  const house = await impatient(t)
  PATIENCE.file = -1
  const { pk } = (await house.as('admin').get('/api/part/?export=true')).body
  const output = (await until(house, pk, ({ complete }) => complete)).at(-1)
  t.match(output, { complete: true, output: null, errors: { error: /too long for one file/ } })
  t.strictSame(readdirSync(join(house.mediaRoot, 'data_output')), [])
})

/** Another process of the same server, which does what is left. */
async function another(t: Test, { db, vault }: House, mediaRoot: string): Promise<FastifyInstance> {
  const app = await buildApp({ config: { ...CONFIG, mediaRoot }, db, vault })
  t.teardown(() => app.close())
  return app
}

const outputOf = ({ db }: House, pk: number) =>
  db.selectFrom('data_output').selectAll().where('id', '=', pk).executeTakeFirstOrThrow()
const jobsOf = ({ db }: House) => db.selectFrom('job').select(['name', 'state', 'attempts', 'error']).execute()

t.test('what a process was writing when it ended is written by another, as the user who asked', async (t) => {
  const house = await impatient(t)
  await house.makeUser({ name: 'vera', roles: { part: ['view'] } })
  const { pk } = (await house.as('vera').get('/api/part/?export=true&search=77&export_format=tsv')).body
  t.match(await jobsOf(house), [{ name: 'request.resume', state: 'running' }])
  await house.app.close()
  t.match(await outputOf(house, pk), { complete: 0, errors: null, output: null })
  t.strictSame(readdirSync(join(house.mediaRoot, 'data_output')), [], 'nothing half')
  t.match(await jobsOf(house), [{ state: 'waiting', attempts: 0 }])
  await endUnfinished(house.db)
  t.match(await outputOf(house, pk), { complete: 0, errors: null }, 'a start leaves it to the job')
  const app = await another(t, house, house.mediaRoot)
  await app.jobs.drain()
  t.match(await jobsOf(house), [{ state: 'done', attempts: 1 }])
  const { output, ...row } = await outputOf(house, pk)
  t.match(row, { complete: 1, progress: 100, errors: null })
  t.match(output, /\.tsv$/)
  const lines = readFileSync(join(house.mediaRoot, output!), 'utf8').trim().split('\r\n')
  t.equal(lines.length, 1 + 76, 'what matches the search alone')
  t.equal((await house.db.selectFrom('data_output').select('id').execute()).length, 1)
})

t.test('who may no longer sign in gets no file: the data output says so, and the job has failed', async (t) => {
  const house = await impatient(t)
  const id = await house.makeUser({ name: 'vera', roles: { part: ['view'] } })
  const { pk } = (await house.as('vera').get('/api/part/?export=true')).body
  await house.app.close()
  await house.db.updateTable('user').set({ is_active: 0 }).where('id', '=', id).execute()
  const app = await another(t, house, house.mediaRoot)
  await app.jobs.drain()
  t.match(await jobsOf(house), [{ state: 'failed', error: /401/ }])
  t.match(await outputOf(house, pk), { complete: 1, output: null, errors: /could not be done once more: 401/ })
  // From outside nobody is taken for a request that is done once more.
  for (const secret of ['', '0', 'undefined'])
    t.equal((await app.inject({ url: '/api/part/', headers: { 'x-as-user': secret } })).statusCode, 401)
})

t.test('a stocktake that a process left goes on in another, and counts no part twice', async (t) => {
  const house = await impatient(t, 1200)
  await house.db.updateTable('part').set({ active: 1 }).execute()
  await house.set('STOCKTAKE_ENABLE', true)
  const asked = { generate_entry: true, generate_report: true }
  const { output } = (await house.as('admin').post('/api/part/stocktake/generate/', asked)).body
  t.equal(output.complete, false)
  await house.app.close()
  t.match(await jobsOf(house), [{ name: 'stocktake.generate', state: 'waiting' }])
  const app = await another(t, house, house.mediaRoot)
  await app.jobs.drain()
  t.match(await outputOf(house, output.pk), { complete: 1, progress: 100, errors: null })
  const entries = await house.db.selectFrom('part_stocktake').select('part_id').execute()
  t.equal(entries.length, 1200)
  t.equal(new Set(entries.map(({ part_id }) => part_id)).size, 1200)
})

t.test('prices that a process left are worked out by another', async (t) => {
  const house = await impatient(t, 1200)
  const [{ id }] = (await house.db.selectFrom('part').select('id').orderBy('id', 'desc').limit(1).execute()) as [
    { id: number }
  ]
  await house.make('/api/stock/', { part: id, quantity: 1, purchase_price: 2, purchase_price_currency: 'USD' })
  await house.set('INVENTREE_DEFAULT_CURRENCY', 'EUR')
  t.match(await jobsOf(house), [{ name: 'prices.all', state: 'running' }])
  await house.app.close()
  const currency = async () =>
    (await house.db.selectFrom('part_pricing').select('currency').where('part_id', '=', id).execute()).map(
      (row) => row.currency
    )
  t.strictSame(await currency(), ['USD'])
  const app = await another(t, house, house.mediaRoot)
  await app.jobs.drain()
  t.strictSame(await currency(), ['EUR'])
  t.match(await jobsOf(house), [{ state: 'done' }])
})

t.test(
  'a file whose job is dropped, or whose processes die again and again, says so, and can be tried again',
  async (t) => {
    const house = await impatient(t)
    const ask = async () => (await house.as('admin').get('/api/part/?export=true')).body.pk as number
    const [first, second] = [await ask(), await ask()]
    await house.app.close()
    const app = await another(t, house, house.mediaRoot)
    const send = async (method: 'DELETE' | 'POST', url: string, payload: object = {}) => {
      const answer = await app.inject({ method, url, payload, headers: { authorization: basic('admin') } })
      return answer.statusCode
    }
    const jobs = await house.db.selectFrom('job').select(['id', 'arguments']).execute()
    const jobOf = (pk: number) =>
      jobs.find((job) => (JSON.parse(job.arguments) as { output: number }).output === pk)!.id
    t.equal(await send('DELETE', '/api/background-task/pending/', { items: [jobOf(first)] }), 200)
    t.match(await outputOf(house, first), { complete: 1, output: null, errors: /dropped/ })
    t.match(await outputOf(house, second), { complete: 0, errors: null })
    const left = { state: 'running', attempts: 3, locked_by: 'x', locked_until: '2020-01-01' } as const
    await house.db.updateTable('job').set(left).execute()
    await app.jobs.drain()
    t.match(await jobsOf(house), [{ state: 'failed', error: /ended before it was done/ }])
    t.match(await outputOf(house, second), { complete: 1, output: null, errors: /ended before it was done/ })
    t.equal(await send('POST', `/api/background-task/failed/${jobOf(second)}/retry/`), 200)
    t.match(await outputOf(house, second), { complete: 0, progress: 0, errors: null })
    await app.jobs.drain()
    t.match(await jobsOf(house), [{ state: 'done', error: null }])
    t.match(await outputOf(house, second), { complete: 1, progress: 100, errors: null, output: /\.csv$/ })
  }
)

t.test('a file that fails after the answer is a job that has failed', async (t) => {
  const house = await impatient(t)
  PATIENCE.file = -1
  const { pk } = (await house.as('admin').get('/api/part/?export=true')).body
  await until(house, pk, ({ complete }) => complete)
  await house.db.updateTable('job').set({ run_after: '2020-01-01' }).execute()
  await house.app.jobs.drain()
  t.match(await jobsOf(house), [{ state: 'failed', error: /too long for one file/ }])
})

t.test('what a start of another server says of a file that is being made is gone once the file is there', async (t) => {
  const house = await impatient(t)
  PATIENCE.request = 60_000
  const asked = house.as('admin').get('/api/part/?export=true')
  const begun = () => house.db.selectFrom('data_output').select('id').executeTakeFirst()
  while (!(await begun())) await sleep(1)
  await endUnfinished(house.db)
  t.match((await asked).body, { complete: true, errors: null, output: /\.csv$/ })
})

t.test('of two processes that printed the same, one keeps its file and what it attaches', async (t) => {
  const house = await impatient(t, 1)
  const { id: part } = await house.db.selectFrom('part').select('id').executeTakeFirstOrThrow()
  const { id: user } = await house.db.selectFrom('user').select('id').executeTakeFirstOrThrow()
  const id = await house.insert('data_output', { created: '2026-01-01', user_id: user })
  const content = Buffer.from('%PDF')
  const attachments = [{ model: 'part', id: part, name: 'report.pdf', content, comment: '' }]
  for (const name of ['first.pdf', 'second.pdf'])
    await new PrintOutput(id, house.db, mediaOf(house)).finish(
      { folder: 'data_output', name, content, progress: 1, attachments },
      user
    )
  t.match(await outputOf(house, id), { complete: 1, output: /first/ })
  t.equal(readdirSync(join(house.mediaRoot, 'data_output')).length, 1)
  t.equal((await house.db.selectFrom('attachment').select('id').execute()).length, 1)
})
