import t from 'tap'
import { once } from 'node:events'
import { login, shared } from '../server/together.ts'
import { serve, type Server } from '../server/run.ts'

const WRITERS = 16

/** Names that are answered with 201 before the server is killed. */
async function writeUntilKilled(server: Server, token: string, kill: number, most: number): Promise<string[]> {
  const written: string[] = []
  const gone = once(server.process, 'close')
  const writer = async (which: number) => {
    for (let n = 0; ; n++) {
      const name = `Relay ${kill}.${which}.${n}`
      const { status } = await server.ask('POST', '/api/part/', token, { name })
      if (status === 201) written.push(name)
      if (written.length >= most) server.process.kill('SIGKILL')
    }
  }
  await Promise.allSettled(Array.from({ length: WRITERS }, (_, which) => writer(which)))
  await gone
  return written
}

t.test('a server killed in the midst of many writes at once → all that it acknowledged is there', async (t) => {
  const env = await shared(t)
  let token = ''
  const written: string[] = []
  for (const [kill, most] of [40, 75, 130].entries()) {
    const server = await serve(t, [], env)
    token ||= `Token ${(await server.ask('GET', '/api/user/token/', login)).body.token}`
    written.push(...(await writeUntilKilled(server, token, kill, most)))
  }
  t.ok(written.length >= 245, `${written.length} were written`)
  const server = await serve(t, [], env)
  const there = new Set((await server.ask('GET', '/api/part/', token)).body.map(({ name }: { name: string }) => name))
  t.strictSame(
    written.filter((name) => !there.has(name)),
    []
  )
  t.equal(await server.stop(), 0)
})

t.test('writes that are refused among many at once → the others are stored, once each', async (t) => {
  const env = await shared(t)
  const server = await serve(t, [], env)
  const token = `Token ${(await server.ask('GET', '/api/user/token/', login)).body.token}`
  const refused = (n: number) => n % 5 === 3
  t.equal((await server.ask('POST', '/api/part/', token, { name: 'Taken' })).status, 201)
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      server.ask('POST', '/api/part/', token, { name: refused(n) ? 'Taken' : `Relay ${n}` })
    )
  )
  t.strictSame(
    answers.map(({ status }) => status),
    answers.map((_, n) => (refused(n) ? 400 : 201))
  )
  const parts = (await server.ask('GET', '/api/part/?search=Relay', token)).body as { pk: number; name: string }[]
  t.strictSame(
    parts.map(({ name }) => name).toSorted(),
    answers.flatMap((_, n) => (refused(n) ? [] : [`Relay ${n}`])).toSorted()
  )
  const patched = await Promise.all(
    parts.map(({ pk }, n) =>
      server.ask('PATCH', `/api/part/${pk}/`, token, refused(n) ? { name: 'Taken' } : { description: `${n}` })
    )
  )
  t.strictSame(
    patched.map(({ status, body }) => (status === 200 ? body.description : status)),
    parts.map((_, n) => (refused(n) ? 400 : `${n}`))
  )
  t.equal(await server.stop(), 0)
})
