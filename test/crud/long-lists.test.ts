import t from 'tap'
import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { basic, build } from '../helper.ts'

/** What is longer V8 keeps apart, and clears away only with all of its memory. */
const LARGE = 128 * 1024
const DESCRIPTION = 'long enough for a text that takes some room '.repeat(5)

/** The pieces in which an answer comes, as they are framed on the connection. */
async function piecesOf(port: number, path: string): Promise<Buffer[]> {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: ${basic('admin')}\r\naccept: application/json\r\nconnection: close\r\n\r\n`
  )
  const read: Buffer[] = []
  socket.on('data', (some: Buffer) => read.push(some))
  await once(socket, 'close')
  const all = Buffer.concat(read)
  const pieces: Buffer[] = []
  for (let at = all.indexOf('\r\n\r\n') + 4; ; ) {
    const line = all.indexOf('\r\n', at)
    const size = Number.parseInt(all.subarray(at, line).toString(), 16)
    if (!size) return pieces
    pieces.push(all.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}

t.test('a long list comes in pieces of which none is large, and is the same as a whole', async (t) => {
  const { app, db, as } = await build(t, {})
  const names = Array.from({ length: 900 }, (_, n) => `Part ${String(n).padStart(3, '0')}`)
  for (let at = 0; at < names.length; at += 100)
    await db
      .insertInto('part')
      .values(names.slice(at, at + 100).map((name) => ({ name, description: DESCRIPTION })))
      .execute()
  await app.listen({ port: 0, host: '127.0.0.1' })
  const pieces = await piecesOf((app.server.address() as AddressInfo).port, '/api/part/')
  const text = Buffer.concat(pieces).toString()
  t.equal(text, (await as('admin').get('/api/part/')).text)
  t.strictSame(
    JSON.parse(text).map(({ name }: { name: string }) => name),
    names
  )
  t.ok(pieces.length > 10, `${pieces.length} pieces`)
  t.ok(Math.max(...pieces.map(({ length }) => length)) < LARGE)
})
