// How long somebody who asks for little waits while others ask for much.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#db/database.ts'
import { multipart } from '../support/multipart.ts'
import { bytesOf, Connection } from './connection.ts'
import { makePlace, type Engine } from './place.ts'
import { Probe } from './probe.ts'
import { startServer } from './running.ts'

export interface WaitOptions {
  engine: Engine
  /** How many parts there are. */
  parts: number
  /** Whether 99 of 100 requests must be answered in time too: that needs a machine that does nothing else. */
  byClock: boolean
  /** Only loads whose name holds this. */
  under?: string | undefined
}

/** What was seen under one load; times in ms. */
interface Wait {
  name: string
  /** How often each status came. */
  statuses: Record<string, number>
  asked: number
  p99: number
  longest: number
  /** The longest time that the main thread worked without looking at anything else, of its own processor time. */
  held: number
}

export interface WaitResult {
  waits: Wait[]
  faults: string[]
}

/** No load may hold up 99 of 100 small requests, or the main thread, for longer, in ms. */
const MOST = 100
/** For so long a load goes on at least, begun again where it is over, in ms. */
const LONG_ENOUGH = 4000

type Body = string | Buffer | (() => string | Buffer)

interface Load {
  name: string
  method?: string
  path: string
  /** Nobody, unless a stranger's; the administrator otherwise. */
  stranger?: boolean
  headers?: Record<string, string>
  body?: Body
  /** How many ask at once. */
  clients: number
  /** The sender goes away without waiting for answers. */
  leaves?: boolean
}

const PIECE = 500

const PRELOAD = new URL('held.preload.mjs', import.meta.url).href

async function fill(db: Database, parts: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { id: location } = await trx
      .insertInto('stock_location')
      .values({ name: 'Shelf' })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (let at = 0; at < parts; at += PIECE) {
      const numbers = Array.from({ length: Math.min(PIECE, parts - at) }, (_, n) => at + n + 1)
      await trx
        .insertInto('part')
        .values(
          numbers.map((id) => ({
            id,
            name: `Resistor thin film 0402 ${id}`,
            description: 'metal film resistor for switch boards, on reels of 500',
            IPN: `IPN-${id}`
          }))
        )
        .execute()
      await trx
        .insertInto('stock_item')
        .values(
          numbers.map((id) => ({
            id,
            part_id: id,
            location_id: location,
            quantity: id,
            updated: '2026-01-02T03:04:05Z'
          }))
        )
        .execute()
    }
  })
}

const list = (path: string, clients: number, name = path): Load => ({ name, path, clients })
const JSON_TYPE = { 'content-type': 'application/json' }
const send = (name: string, method: string, path: string, body: Body, clients = 1): Load => ({
  name,
  method,
  path,
  body,
  clients,
  headers: JSON_TYPE
})

function upload(name: string, content: string, clients: number): Load {
  const [body, headers] = multipart({ model_type: 'part', model_id: 1, attachment: { name: 'large.svg', content } })
  return { name, method: 'POST', path: '/api/attachment/', body, headers, clients }
}

const keys = (count: number) => Array.from({ length: count }, (_, n) => n + 1)
const many = <Item>(count: number, item: (n: number) => Item) =>
  JSON.stringify(Array.from({ length: count }, (_, n) => item(n)))

/** @param parts how many there are */
const loads = (parts: number): Load[] => [
  { name: 'nothing else', path: '/api/user/roles/', clients: 1 },
  list(`/api/part/?limit=25&name_regex=${encodeURIComponent('(a|e|i)*x(.*)y{20}$')}`, 4, 'a regular expression'),
  list(`/api/part/?name_regex=${encodeURIComponent('[a-z0-9 ]*[a-z][a-z0-9 ]{40}!')}`, 4, 'a slow regular expression'),
  list('/api/part/', 4, 'all parts, four times'),
  list('/api/part/', 20, 'all parts, twenty times'),
  list('/api/part/?ordering=-in_stock', 4, 'all parts, ordered by stock'),
  list('/api/stock/?part_detail=true&location_detail=true', 4, 'all stock'),
  list('/api/part/?limit=250&search=film', 8, 'a search'),
  list('/api/part/?export=true&export_format=xlsx', 1, 'an export as xlsx'),
  list('/api/part/?export=true&export_format=csv', 4, 'exports as csv'),
  list('/api/schema/', 10, 'the contract, ten times'),
  list('/api/system/backup/', 4, 'backups'),
  list('/api/stock/?limit=100', 16, 'pages of stock'),
  send(
    '4,000 parts changed',
    'PATCH',
    '/api/part/',
    JSON.stringify({ items: keys(Math.min(4000, parts)), category: null })
  ),
  send('5,000 parts with 100 tags', 'PATCH', '/api/part/', () =>
    JSON.stringify({ items: keys(Math.min(5000, parts)), tags: Array.from({ length: 100 }, (_, n) => `tag ${n}`) })
  ),
  send('5,000 counted', 'POST', '/api/stock/count/', () =>
    JSON.stringify({
      items: keys(Math.min(5000, parts)).map((pk) => ({ pk, quantity: 1 + Math.floor(Math.random() * 99) }))
    })
  ),
  send('1,000 parts made', 'POST', '/api/part/', () =>
    many(1000, (n) => ({ name: `made ${n} ${Math.random()}`, description: 'many at once' }))
  ),
  send(
    '100,000 tags',
    'PATCH',
    '/api/part/1/',
    JSON.stringify({ tags: Array.from({ length: 100_000 }, (_, n) => `t${n}`) }),
    4
  ),
  send(
    '100,000 unknown fields',
    'POST',
    '/api/part/',
    JSON.stringify(Object.fromEntries(keys(60_000).map((n) => [`k${n}`, n]))),
    4
  ),
  send('a deep body', 'POST', '/api/part/', '['.repeat(500_000) + ']'.repeat(500_000), 4),
  send('a list without end', 'POST', '/api/stock/count/', `{"items":[${'1,'.repeat(490_000)}1]}`, 4),
  {
    name: '30 MB from strangers',
    method: 'POST',
    path: '/api/part/',
    stranger: true,
    headers: JSON_TYPE,
    // As bytes: making them of text for each request would hold up who measures.
    body: Buffer.from('[1,'.repeat(10_000_000)),
    clients: 4
  },
  upload('a nested drawing', `<svg>${'<g>'.repeat(400)}${'</g>'.repeat(400)}</svg>`.repeat(1), 4),
  upload('drawings of 9 MB', `<svg>${'<path d="M0 0 L1 1"/>'.repeat(430_000)}</svg>`, 2),
  { name: 'senders who are gone', path: '/api/part/?limit=100', clients: 8, leaves: true }
]

/** Asks one thing and throws the answer away as it comes. */
async function ask(
  agent: Agent,
  url: string,
  { method = 'GET', path, headers = {}, body }: Load,
  authorization?: string
): Promise<string> {
  const content = typeof body === 'function' ? body() : body
  return await new Promise((resolve) => {
    const sent = request(url + path, {
      agent,
      method,
      headers: {
        ...headers,
        ...(authorization === undefined ? {} : { authorization }),
        ...(content === undefined ? {} : { 'content-length': Buffer.byteLength(content) })
      }
    })
    sent.on('response', (answer) => {
      answer.resume().on('close', () => resolve(answer.complete ? String(answer.statusCode) : 'broken off'))
    })
    sent.on('error', (error) => resolve((error as { code?: string }).code ?? error.message))
    sent.end(content)
  })
}

/** Sends a hundred requests on one connection and goes. */
async function leave(url: string, { path }: Load, authorization: string): Promise<string> {
  const { host } = new URL(url)
  const one = bytesOf({ method: 'GET', path, headers: { authorization } }, host)
  const connection = new Connection(url, 300)
  await connection.sendBytes(Buffer.concat(Array<Buffer>(100).fill(one)), 'GET').catch(() => undefined)
  connection.close()
  return 'gone'
}

/**
 * Puts one load after the other on a server, and asks for the own roles meanwhile.
 */
export async function waits({ engine, parts, byClock, under = '' }: WaitOptions): Promise<WaitResult> {
  const place = await makePlace(engine, {}, (db) => fill(db, parts))
  const result: WaitResult = { waits: [], faults: [] }
  try {
    const log = join(place.folder, 'server.log')
    const heldFile = join(place.folder, 'held')
    const server = await startServer({ ...place.env, HELD_FILE: heldFile }, log, ['--import', PRELOAD])
    const held = async () => {
      rmSync(heldFile, { force: true })
      process.kill(server.pid, 'SIGUSR2')
      while (!existsSync(heldFile)) await sleep(20)
      return Number(readFileSync(heldFile, 'utf8'))
    }
    try {
      for (const load of loads(parts)) {
        if (!load.name.includes(under)) continue
        await held()
        const wait = { ...(await waitUnder(load, server.url, place.tokens)), held: await held() }
        result.waits.push(wait)
        if (wait.held > MOST) result.faults.push(`${load.name}: held for ${Math.round(wait.held)} ms`)
        if (byClock && wait.p99 > MOST) result.faults.push(`${load.name}: p99 of ${Math.round(wait.p99)} ms`)
      }
      if (server.ended()) result.faults.push(`the server ended: ${readFileSync(log, 'utf8').slice(-1000)}`)
    } finally {
      await server.kill()
    }
  } finally {
    await place.remove()
  }
  return result
}

async function waitUnder(
  load: Load,
  url: string,
  { keeper, admin }: { keeper: string; admin: string }
): Promise<Omit<Wait, 'held'>> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.clients })
  const statuses: Record<string, number> = {}
  const probe = new Probe(url, keeper)
  const until = Date.now() + LONG_ENOUGH
  await Promise.all(
    Array.from({ length: load.clients }, async () => {
      do {
        const status = load.leaves
          ? await leave(url, load, admin)
          : await ask(agent, url, load, load.stranger ? undefined : admin)
        statuses[status] = (statuses[status] ?? 0) + 1
      } while (Date.now() < until)
    })
  )
  const { asked, p99, longest, bad } = await probe.stop()
  agent.destroy()
  if (bad.length) statuses['roles not told'] = bad.length
  await sleep(200)
  return { name: load.name, statuses, asked, p99, longest }
}
