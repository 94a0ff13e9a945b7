import t, { type Test } from 'tap'
import fastify from 'fastify'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { insertRows, recount } from '#db/bulk.ts'
import { createUser } from '#auth/accounts.ts'
import { endSession } from '#auth/sessions.ts'
import { createToken } from '#auth/tokens.ts'
import type { ApiError } from '#contract/errors.ts'
import type { Caller } from '#contract/scopes.ts'
import { LiveEvents } from '#framework/events/live.ts'
import { LogWatch } from '#framework/events/watch.ts'
import { importRecords, exportRecords } from '#framework/transfer/index.ts'
import { build, PASSWORD, type House } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { emptyDatabase } from '../support/database.ts'
import { browser } from '../support/cookies.ts'
import { follow, until, words, type Message } from './client.ts'

/** A server that listens, with a way to make headers for its users. */
async function listening(t: Test) {
  const house = await build(t, {})
  const { app, db, vault } = house
  await app.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  t.teardown(() => app.server.closeAllConnections())
  const token = async (name: string) => {
    const { id } = await db.selectFrom('user').select('id').where('username', '=', name).executeTakeFirstOrThrow()
    return (await createToken(db, vault, { user_id: id, name: 'test' })).token
  }
  const as = async (name: string) => ({ authorization: `Token ${await token(name)}` })
  return { ...house, url, headersOf: as }
}

const part = (house: Pick<House, 'make'>, name: string): Promise<{ pk: number }> => house.make('/api/part/', { name })

t.test('events come while they happen, with what is needed to go on, and each once', async (t) => {
  const house = await listening(t)
  const admin = await house.headersOf('admin')
  const one = await follow(house.url, '', admin)
  t.equal(one.status, 200)
  t.match(one.headers, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff'
  })
  await part(house, 'Board')
  await house.as('admin').patch('/api/part/1/', { description: 'Green' })
  t.ok(await until(() => one.messages.length >= 2))
  t.strictSame(words(one), ['created part 1', 'changed part 1'])
  t.match(one.text(), /^retry: \d{4}\n: still here\nid: \d+-\d+\n\n/)
  const [{ id, data }] = one.messages as [Message, Message]
  t.strictSame(data, { id, model: 'part', pk: 1, action: 'created', status: null, at: data.at })
  t.match(data.at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  one.leave()
  await part(house, 'Fuse')
  for (const [query, headers] of [
    [`?since=${id}`, {}],
    ['', { 'last-event-id': id! }],
    ['?since=0', { 'last-event-id': id! }]
  ] as const) {
    const again = await follow(house.url, query, { ...admin, ...headers })
    t.ok(await until(() => again.messages.length >= 2), query)
    t.strictSame(words(again), ['changed part 1', 'created part 2'], query)
    again.leave()
  }
  const all = await follow(house.url, '?since=0&model=part', admin)
  await until(() => all.messages.length >= 3)
  t.equal(all.messages.length, 3, 'also everything that is kept')
})

t.test('only what is asked for is told, and what cannot be asked is refused (400)', async (t) => {
  const house = await listening(t)
  const admin = await house.headersOf('admin')
  const queries = ['?model=part,company', '?model=part&pk=2', '?action=deleted', '?model=%20part%20,&action=changed']
  const all = await Promise.all(queries.map((query) => follow(house.url, query, admin)))
  await part(house, 'A')
  await part(house, 'B')
  await house.make('/api/company/', { name: 'Boards' })
  await house.make('/api/project-code/', { code: 'P' })
  await house.as('admin').patch('/api/part/2/', { active: false })
  await house.as('admin').delete('/api/part/2/')
  await until(() => words(all[0]!).includes('deleted part 2') && all[3]!.messages.length > 0)
  t.strictSame(all.map(words), [
    ['created part 1', 'created part 2', 'created company 1', 'changed part 2', 'deleted part 2'],
    ['created part 2', 'changed part 2', 'deleted part 2'],
    ['deleted part 2'],
    ['changed part 2']
  ])
  for (const query of ['?model=nothing', '?model=part,token', '?pk=x', '?action=seen']) {
    const refused = await house.as('admin').get(`/api/events/${query}`)
    t.equal(refused.status, 400, query)
  }
  t.equal((await house.as(null).get('/api/events/')).status, 401)
  t.equal((await house.as('admin').post('/api/events/', {})).status, 405)
})

t.test('everybody is told of what they may view at that moment', async (t) => {
  const house = await listening(t)
  const { db, makeUser, makeGroup } = house
  await makeUser({ name: 'clerk', roles: { stock_location: ['view'] } })
  await makeUser({ name: 'nobody' })
  const followers = [
    await follow(house.url, '', await house.headersOf('clerk')),
    await follow(house.url, '', await house.headersOf('nobody'))
  ] as const
  await part(house, 'A')
  await house.make('/api/stock/location/', { name: 'Store' })
  await house.make('/api/project-code/', { code: 'P' })
  await makeUser({ name: 'another' })
  t.ok(await until(() => followers.every((one) => words(one).includes('created projectcode 1'))))
  t.strictSame(followers.map(words), [['created stocklocation 1', 'created projectcode 1'], ['created projectcode 1']])
  // Taken away and given by one transaction each; what follows is told by what holds then.
  const group = await makeGroup('what clerk may')
  await db.updateTable('ruleset').set({ can_view: 0 }).where('group_id', '=', group).execute()
  await house.make('/api/stock/location/', { name: 'Cellar' })
  await db
    .updateTable('ruleset')
    .set({ can_view: 1 })
    .where('group_id', '=', group)
    .where('name', '=', 'part')
    .execute()
  await part(house, 'B')
  t.ok(await until(() => words(followers[0]).includes('created part 2')))
  t.strictSame(words(followers[0]).slice(2), ['created part 2'])
  const { id } = await db.selectFrom('user').select('id').where('username', '=', 'clerk').executeTakeFirstOrThrow()
  await db.updateTable('user').set({ is_superuser: 1 }).where('id', '=', id).execute()
  await makeUser({ name: 'newest' })
  t.ok(await until(() => words(followers[0]).some((word) => word.startsWith('created user'))))
  t.notOk(words(followers[1]).some((word) => word.includes(' user ')))
})

t.test('the connection ends soon after whoever opened it would not be let in any more', async (t) => {
  const house = await listening(t)
  const { db, makeUser } = house
  for (const name of ['revoked', 'inactive', 'gone', 'signed-in', 'basic', 'over']) await makeUser({ name })
  const userId = async (name: string) =>
    (await db.selectFrom('user').select('id').where('username', '=', name).executeTakeFirstOrThrow()).id
  const visit = browser(house)
  await visit('GET', 'config')
  const login = await visit('POST', 'auth/login', { username: 'signed-in', password: PASSWORD })
  t.equal(login.status, 200)
  const cookie = [login.headers['set-cookie']].flat().join('; ')
  const session = /sessionid=[^;]+/.exec(cookie)![0]
  const basic = `Basic ${Buffer.from(`basic:${PASSWORD}`).toString('base64')}`
  const open = async (headers: Record<string, string>) => {
    const one = await follow(house.url, '', headers)
    t.equal(one.status, 200)
    return one
  }
  const revoked = await open(await house.headersOf('revoked'))
  const inactive = await open(await house.headersOf('inactive'))
  const gone = await open(await house.headersOf('gone'))
  const signedIn = await open({ cookie: session })
  const byPassword = await open({ authorization: basic })
  const stays = await open(await house.headersOf('admin'))
  const { id: sessionId } = await db.selectFrom('session').select('id').executeTakeFirstOrThrow()
  await db
    .updateTable('api_token')
    .set({ revoked: 1 })
    .where('user_id', '=', await userId('revoked'))
    .execute()
  await db
    .updateTable('user')
    .set({ is_active: 0 })
    .where('id', '=', await userId('inactive'))
    .execute()
  await db
    .deleteFrom('user')
    .where('id', '=', await userId('gone'))
    .execute()
  await endSession(db, sessionId)
  await db
    .updateTable('user')
    .set({ password: '!' })
    .where('id', '=', await userId('basic'))
    .execute()
  const ended = [revoked, inactive, gone, signedIn, byPassword]
  t.ok(await until(() => ended.every((one) => one.isOver()), 5000))
  t.notOk(stays.isOver())
  const over = await open(await house.headersOf('over'))
  // Nothing is stored when a token's time is over; so it is looked at now and then.
  await sql`update api_token set expiry = '2020-01-01' where user_id = ${await userId('over')}`.execute(db)
  t.ok(await until(() => over.isOver(), 15_000))
})

t.test('who missed what is not kept any more is told to read anew', async (t) => {
  const house = await listening(t)
  const admin = await house.headersOf('admin')
  const unknown = await follow(house.url, '?since=77-1796060000123', admin)
  const [live, filtered] = [await follow(house.url, '', admin), await follow(house.url, '?model=part&pk=99999', admin)]
  t.ok(await until(() => words(unknown).length > 0))
  await part(house, 'A')
  t.ok(await until(() => words(live).length > 0 && words(unknown).length > 1))
  t.strictSame(words(unknown), ['reset', 'created part 1'])
  t.equal(unknown.messages[0]!.id, unknown.messages[0]!.data.id)
  let text = ''
  await exportRecords(house.db, { write: (piece) => (text += piece) })
  await importRecords(house.db, text, { replace: true, vault: house.vault })
  t.ok(await until(() => [live, filtered].every((one) => one.messages.at(-1)?.type === 'reset' || one.isOver())))
})

t.test('HEAD, OPTIONS and other origins are answered as elsewhere', async (t) => {
  const house = await listening(t)
  const admin = await house.headersOf('admin')
  const head = await follow(house.url, '', admin, 'HEAD')
  t.ok(await until(() => head.isOver()))
  t.match(head, { status: 200, headers: { 'content-type': 'text/event-stream' } })
  const options = await house.as('admin').options('/api/events/')
  t.match(options, { status: 200, headers: { allow: 'GET, HEAD, OPTIONS' } })
  const other = await follow(house.url, '', { ...admin, origin: 'https://pages.example' })
  t.equal(other.status, 200)
  t.equal(other.headers['access-control-allow-origin'], 'https://pages.example')
  t.equal((await house.as('admin').get('/api/events/')).text, '', 'what comes over no connection ends at once')
})

t.test('connections are bounded: 20 of a user (429)', async (t) => {
  const house = await listening(t)
  const { makeUser } = house
  await makeUser({ name: 'eager' })
  const headers = await house.headersOf('eager')
  const all = await Promise.all(Array.from({ length: 25 }, () => follow(house.url, '', headers)))
  const statuses = all.map(({ status }) => status).toSorted()
  t.strictSame(statuses, [...Array(20).fill(200), ...Array(5).fill(429)])
  const refused = all.find(({ status }) => status === 429)!
  t.equal(refused.headers['retry-after'], '30')
  t.ok(await until(() => refused.isOver()))
  t.match(JSON.parse(refused.text()), { detail: /20 connections/ })
  for (const one of all) one.leave()
  t.ok(
    await until(async () => {
      const one = await follow(house.url, '', headers)
      one.leave()
      return one.status === 200
    }),
    'and there is room again when one has left'
  )
  const metrics = await house.as('admin').get('/api/system/metrics/')
  t.match(metrics.text, /^inventree_event_listeners\{worker="0"\} \d+$/m)
})

t.test('who does not read is told nothing more, and broken off; others are told meanwhile', async (t) => {
  const house = await listening(t)
  const admin = await house.headersOf('admin')
  const [slow, fine] = [await follow(house.url, '', admin), await follow(house.url, '', admin)]
  slow.pause()
  // More than the systems of both sides keep for each other.
  const count = 150_000
  const at = new Date().toISOString()
  const rows = Array.from({ length: count }, (_, n) => ['part', n, 'deleted', at])
  await insertRows(house.db, 'event', ['model', 'record_id', 'action', 'at'], rows)
  await recount(house.db)
  t.ok(await until(() => fine.messages.length === count, 25_000))
  const cutOff = async () =>
    Number(
      /^inventree_event_listeners_cut_off_total\S* (\d+)/m.exec(
        (await house.as('admin').get('/api/system/metrics/')).text
      )![1]
    )
  const before = await cutOff()
  await house.app.liveEvents.beat()
  t.equal(await cutOff(), before)
  await house.app.liveEvents.beat()
  t.equal(await cutOff(), before + 1)
  t.notOk(fine.isOver())
  slow.resume()
  t.ok(await until(() => slow.isOver()))
  const again = await follow(house.url, `?since=${slow.lastId()}`, admin)
  const rest = count - slow.messages.length
  t.ok(rest > 0)
  t.ok(
    await until(() => again.messages.length === rest),
    'it comes back with the last event that it had, and misses nothing'
  )
})

t.test('a process takes so many connections and no more (503), and has room again when one has left', async (t) => {
  const { db, close } = await emptyDatabase()
  const log = { error: (given: unknown) => t.fail(String(given)) }
  const live = new LiveEvents({ db, watch: new LogWatch({ db, log }), most: 3 })
  const id = await createUser(db, { username: 'admin', is_superuser: true })
  const app = fastify()
  app.get('/api/events/', async (_request, reply) => {
    await live.open(reply, { id, tokenId: null, sessionId: null } as Caller, {})
    return reply
  })
  app.setErrorHandler((error: ApiError, _request, reply) => reply.code(error.status).headers(error.headers).send({}))
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(async () => {
    live.end()
    await app.close()
    await close()
  })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const all = await Promise.all(Array.from({ length: 5 }, () => follow(url, '', {})))
  t.strictSame(all.map(({ status }) => status).toSorted(), [200, 200, 200, 503, 503])
  t.equal(all.find(({ status }) => status === 503)!.headers['retry-after'], '30')
  // All of them leave, and others come: the log is followed for these too.
  for (const one of all) one.leave()
  t.ok(
    await until(async () => {
      const one = await follow(url, '', {})
      if (one.status !== 200) return false
      await db.insertInto('tag').values({ name: 'a', slug: 'a' }).execute()
      return await until(() => words(one).includes('created tag 1'), 1000)
    })
  )
})

t.test('a server that ends ends the connections at once, and lets nobody in', async (t) => {
  const house = await listening(t)
  const admin = await house.headersOf('admin')
  const one = await follow(house.url, '', admin)
  house.app.liveEvents.end()
  t.ok(await until(() => one.isOver(), 1000))
  t.match(await house.as('admin').get('/api/events/'), { status: 503, headers: { 'retry-after': '3' } })
})

t.test('the contract names the kinds of records that the log has', (t) => {
  const { query } = contract.byId.get('event_stream_retrieve')!
  const named = query.find(({ name }) => name === 'model')!.schema.items!.enum as string[]
  const schema = readFileSync(new URL('../../generated/schema.sql', import.meta.url), 'utf8')
  const logged = [...schema.matchAll(/'(\w+)', "new"\."id", 'created'/g)].map(([, model]) => model!)
  t.strictSame(named.toSorted(), logged.toSorted())
  t.end()
})
