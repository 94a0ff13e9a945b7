// node bench/events.ts: what the log of events costs whoever writes, and what a thousand connections cost that follow it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from '#db/database.ts'
import { createUser } from '#auth/accounts.ts'
import { createToken, Vault } from '#auth/tokens.ts'
import { resident, SECRET, startOurs, type Running } from './process.ts'

const [PARTS, ROUNDS, LISTENERS, USERS] = [1000, 3, 1000, 50]
const folder = mkdtempSync(join(tmpdir(), 'inventree-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** A new database with users and their tokens. */
async function database(name: string, hasEvents: boolean): Promise<{ file: string; tokens: string[] }> {
  const file = join(folder, name)
  const db = await openDatabase(file)
  const tokens: string[] = []
  for (let n = 0; n < USERS; n++) {
    const user_id = await createUser(db, { username: `user${n}`, is_staff: true, is_superuser: true })
    tokens.push((await createToken(db, new Vault(SECRET), { user_id, name: '' })).token)
  }
  if (!hasEvents) {
    const { rows } = await sql<{ name: string }>`select name from sqlite_master
      where type = 'trigger' and name like '%\\_event\\_%' escape '\\'`.execute(db)
    for (const trigger of rows) await sql`drop trigger ${sql.id(trigger.name)}`.execute(db)
  }
  await db.destroy()
  return { file, tokens }
}

let made = 0
const addPart = async ({ url }: Running, token: string): Promise<void> => {
  const headers = { authorization: `Token ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ name: `Part ${++made}`, description: 'Of a measurement' })
  const answer = await fetch(`${url}/api/part/`, { method: 'POST', headers, body })
  if (answer.status !== 201) throw new Error(`a part was answered by ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
}

/** Opens a connection that follows events; gives how many came, and when the last one did. */
function follow({ url }: Running, token: string): Promise<{ count: number; last: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ count: number; last: number }>()
  const seen = { count: 0, last: 0 }
  const headers = { authorization: `Token ${token}` }
  request(`${url}/api/events/?model=part`, { headers, agent: false }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`a listener was answered by ${answer.statusCode}`))
    answer.setEncoding('utf8').on('data', (text: string) => {
      const came = text.split('\ndata: ').length - 1
      if (came === 0) return
      seen.count += came
      seen.last = performance.now()
    })
    resolve(seen)
  })
    .on('error', reject)
    .end()
  return promise
}

/** The processor time of a process, in ms: it stays true where other work slows the clock. */
const processor = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const percentile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]!

/** By turns with and without the log: parts made one after the other. */
async function writing(): Promise<void> {
  const kinds = await Promise.all([database('with', true), database('without', false)])
  const servers = [await startOurs(kinds[0].file), await startOurs(kinds[1].file)] as const
  const took = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of [0, 1] as const) {
      for (let n = 0; n < 100 && round === 0; n++) await addPart(servers[at], kinds[at].tokens[0]!)
      const begun = processor(servers[at].pid)
      for (let n = 0; n < PARTS; n++) await addPart(servers[at], kinds[at].tokens[0]!)
      took[at]! += processor(servers[at].pid) - begun
    }
  }
  for (const server of servers) await server.stop()
  const [yes, no] = took.map((ms) => ms / ROUNDS) as [number, number]
  console.log(
    `${PARTS} parts by POST, processor time: ${yes.toFixed(0)} ms with the log, ${no.toFixed(0)} ms without: ${(yes / no).toFixed(3)}`
  )
}

async function listening(): Promise<void> {
  const { file, tokens } = await database('listeners', true)
  const server = await startOurs(file)
  for (let n = 0; n < 50; n++) await addPart(server, tokens[0]!)
  const before = resident(server.pid)
  const all = await Promise.all(Array.from({ length: LISTENERS }, (_, n) => follow(server, tokens[n % USERS]!)))
  await sleep(1000)
  const opened = resident(server.pid)
  // From here on it is measured how late the event loop is.
  await (await fetch(`${server.url}/api/system/metrics/`, { headers: { authorization: `Token ${tokens[0]}` } })).text()
  const lags: number[] = []
  const others: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const begun = performance.now()
      await (
        await fetch(`${server.url}/api/part/1/`, { headers: { authorization: `Token ${tokens[1]}` } })
      ).arrayBuffer()
      others.push(performance.now() - begun)
    }
  })()
  const sent = 100
  const used = processor(server.pid)
  for (let n = 0; n < sent; n++) {
    await addPart(server, tokens[0]!)
    const stored = performance.now()
    while (all.some(({ count }) => count < n + 1)) await sleep(1)
    lags.push(Math.max(...all.map(({ last }) => last)) - stored)
  }
  const perEvent = (processor(server.pid) - used) / sent
  isOver = true
  await asking
  const metrics = await fetch(`${server.url}/api/system/metrics/`, { headers: { authorization: `Token ${tokens[0]}` } })
  const late = [
    ...(await metrics.text()).matchAll(/^inventree_event_loop_lag_seconds\{quantile="(0\.99|1)".*\} (\S+)$/gm)
  ]
  console.log(
    `${LISTENERS} listeners: ${(opened - before).toFixed(0)} MB (${before.toFixed(0)} before), ${resident(server.pid).toFixed(0)} MB after ${sent} events`
  )
  console.log(
    `after an event was stored, the last of them had it in ${percentile(lags, 0.5).toFixed(0)} ms (median), ${percentile(lags, 0.99).toFixed(0)} ms (99 %)`
  )
  console.log(`processor time for each event and the requests beside it: ${perEvent.toFixed(1)} ms`)
  console.log(
    `other requests meanwhile: ${percentile(others, 0.5).toFixed(1)} ms (median), ${percentile(others, 0.99).toFixed(1)} ms (99 %), ${Math.max(...others).toFixed(1)} ms (longest)`
  )
  console.log(
    `the event loop was late by ${late.map(([, share, by]) => `${(Number(by) * 1000).toFixed(0)} ms (${share})`).join(', ')}`
  )
  await server.stop()
  process.exit(0)
}

await writing()
await listening()
