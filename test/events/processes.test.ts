import t, { type Test } from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve, type Server } from '../server/run.ts'
import { login, shared } from '../server/together.ts'
import { follow, until, words, type Following } from './client.ts'

const tokenOf = async (server: Server): Promise<string> =>
  `Token ${(await server.ask('GET', '/api/user/token/', login)).body.token}`

const addPart = async (server: Server, authorization: string, name: string): Promise<number> => {
  const { status, body } = await server.ask('POST', '/api/part/', authorization, { name })
  if (status !== 201) throw new Error(`a part was answered by ${status}`)
  return body.pk
}

t.test('what one process writes, those hear of who listen to another', async (t) => {
  const env = await shared(t)
  const writer = await serve(t, [], env)
  const other = await serve(t, [], env)
  const authorization = await tokenOf(writer)
  const one = await follow(other.url, '?model=part', { authorization })
  const begun = performance.now()
  await addPart(writer, authorization, 'Board')
  t.ok(await until(() => one.messages.length > 0))
  const took = performance.now() - begun
  t.ok(took < 1500, `after ${Math.round(took)} ms`)
  t.strictSame(words(one), ['created part 1'])
})

t.test('a server that is stopped ends the connections at once, and tells of each in one line', async (t) => {
  const env = await shared(t)
  const server = await serve(t, [], { ...env, INVENTREE_LOG_LEVEL: 'INFO' })
  let log = ''
  server.process.stdout!.on('data', (chunk) => (log += chunk))
  server.process.stderr!.on('data', (chunk) => (log += chunk))
  const authorization = await tokenOf(server)
  const one = await follow(server.url, '', { authorization })
  const left = await follow(server.url, '', { authorization })
  left.leave()
  await sleep(300)
  const begun = performance.now()
  t.equal(await server.stop(), 0)
  const took = performance.now() - begun
  t.ok(one.isOver())
  t.ok(took < 6000, `after ${Math.round(took)} ms`)
  t.equal(log.split('\n').filter((line) => line.includes('/api/events/')).length, 2, log)
})

t.test('nothing that was acknowledged is missed, whatever is killed', { timeout: 110_000 }, async (t: Test) => {
  const env = await shared(t)
  let [first, second] = [await serve(t, [], env), await serve(t, [], env)]
  const authorization = await tokenOf(first)
  const heard: number[] = []
  const acknowledged: number[] = []
  let last = ''
  const listen = async (server: Server): Promise<Following> => {
    const one = await follow(server.url, '?model=part', { authorization, ...(last ? { 'last-event-id': last } : {}) })
    if (!last) last = one.lastId()
    return one
  }
  const note = (one: Following) => {
    heard.push(...one.messages.map(({ data }) => data.pk))
    last = one.messages.at(-1)?.data.id ?? last
  }
  const begin = await listen(second)
  await until(() => begin.lastId() !== '')
  last = begin.lastId()
  begin.leave()
  for (let round = 0; round < 3; round++) {
    const one = await listen(second)
    let n = 0
    const write = async (server: Server) => {
      for (;;) acknowledged.push(await addPart(server, authorization, `Part ${round} ${server.url} ${n++}`))
    }
    const writing = [write(first), write(second)].map((work) => work.catch(() => undefined))
    const before = acknowledged.length
    await until(() => acknowledged.length > before + 30)
    // The one that writes, and then the one that is listened to, which writes as well.
    await first.stop('SIGKILL')
    await sleep(200)
    await second.stop('SIGKILL')
    await Promise.all(writing)
    await until(() => one.isOver())
    note(one)
    ;[first, second] = [await serve(t, [], env), await serve(t, [], env)]
  }
  const rest = await listen(first)
  const all = () => [...heard, ...rest.messages.map(({ data }) => data.pk as number)]
  await until(() => acknowledged.every((pk) => all().includes(pk)))
  t.ok(acknowledged.length > 90)
  t.strictSame(
    acknowledged.filter((pk) => !all().includes(pk)),
    []
  )
  t.equal(new Set(all()).size, all().length, 'and nothing is told twice')
})
