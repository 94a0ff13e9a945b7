import t from 'tap'
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#db/database.ts'
import { dropDatabase, makeDatabase, onPostgres } from '../support/postgres.ts'
import { environment, folder } from '../server/run.ts'

const KILLS = 4

t.test('processes killed in the midst of writing and listening miss nothing, and do nothing twice', async (t) => {
  const place = onPostgres ? await makeDatabase() : join(folder(t), 'events.sqlite3')
  const db = await openDatabase(place)
  const processes = new Set<ChildProcess>()
  t.teardown(async () => {
    for (const one of processes) one.kill('SIGKILL')
    await db.destroy()
    if (typeof place !== 'string') await dropDatabase(place.name)
  })
  const start = (task: 'listen' | 'write') => {
    const program = fileURLToPath(new URL('worker.ts', import.meta.url))
    const one = spawn(process.execPath, [program, JSON.stringify(place), task], {
      env: environment({}),
      stdio: ['ignore', 'pipe', 'inherit']
    })
    processes.add(one)
    one.once('exit', () => processes.delete(one))
    return one
  }
  const count = async (table: 'tag' | 'project_code') => (await db.selectFrom(table).select('id').execute()).length
  const written = new Set<string>()
  const write = () => {
    const one = start('write')
    createInterface({ input: one.stdout! }).on('line', (slug) => written.add(slug))
    return one
  }
  const listeners = [start('listen'), start('listen')]
  while (!(await db.selectFrom('event_cursor').select('id').executeTakeFirst())) await sleep(20)
  for (let kill = 0; kill < KILLS; kill++) {
    const writer = write()
    const before = await count('project_code')
    for (let tries = 0; tries < 300 && (await count('project_code')) < before + 40; tries++) await sleep(20)
    listeners.shift()!.kill('SIGKILL')
    writer.kill('SIGKILL')
    listeners.push(start('listen'))
  }
  while (processes.size > 2) await sleep(20)
  const tags = await db.selectFrom('tag').select(['id', 'slug']).orderBy('id').execute()
  for (let tries = 0; tries < 300 && (await count('project_code')) < tags.length; tries++) await sleep(50)
  const slugs = new Set(tags.map(({ slug }) => slug))
  t.ok(written.size > KILLS * 40, `${written.size} were written`)
  t.ok(
    [...written].every((slug) => slugs.has(slug)),
    'what was said to be written is there'
  )
  const codes = await db.selectFrom('project_code').select('code').execute()
  t.strictSame(
    codes.map(({ code }) => Number(code)).toSorted((a, b) => a - b),
    tags.map(({ id }) => id),
    'each was heard of once'
  )
})
