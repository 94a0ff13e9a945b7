import t, { type Test } from 'tap'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PATIENCE } from '#modules/data-output/exporting.ts'
import { build, type House } from '../helper.ts'

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

t.test('a server that ends gives up what it was writing, and says so', async (t) => {
  const house = await impatient(t)
  const { pk } = (await house.as('admin').get('/api/part/?export=true')).body
  await house.app.close()
  const row = await house.db.selectFrom('data_output').selectAll().where('id', '=', pk).executeTakeFirstOrThrow()
  t.match(row, { complete: 1, output: null, errors: /The server ended before this was finished/ })
  t.strictSame(readdirSync(join(house.mediaRoot, 'data_output')), [])
})
