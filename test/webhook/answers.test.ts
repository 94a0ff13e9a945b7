// What strangers may answer a webhook with.
import t from 'tap'
import { post } from '#modules/webhook/post.ts'
import { plainly, startReceiver } from '../support/receiver.ts'

const sent = (url: string) => post({ url, anywhere: true }, { 'content-type': 'application/json' }, '{"a":"ü"}')

t.test('an answer of 2xx is a success, and its beginning is kept', async (t) => {
  const receiver = await startReceiver(t)
  t.match(await sent(receiver.url), { code: 200, answer: 'ok', error: null })
  t.match(receiver.arrived, [{ body: { a: 'ü' }, headers: { 'content-length': '10', connection: 'close' } }])
  receiver.answer = plainly(204)
  t.match(await sent(receiver.url), { code: 204, answer: '', error: null })
  receiver.answer = plainly(200, `\0\u001b[31m${'ü'.repeat(5000)}`)
  const { answer } = await sent(receiver.url)
  t.match(answer, /^ {2}\[31mü+$/, 'nothing that a terminal or the database stumbles over')
  t.equal(answer!.length, 1000)
})

t.test('a redirection is not followed', async (t) => {
  const [receiver, other] = [await startReceiver(t), await startReceiver(t)]
  for (const status of [301, 302, 307, 308]) {
    receiver.answer = plainly(status, '', { location: other.url })
    t.match(await sent(receiver.url), { code: status, error: /redirections are not followed/ })
  }
  t.strictSame(other.arrived, [])
})

t.test('a body without end is left alone once enough of it is there', async (t) => {
  const receiver = await startReceiver(t)
  let written = 0
  receiver.answer = (response) => {
    const go = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536))) written += 65_536
      response.once('drain', go)
    }
    go()
  }
  const { code, answer, duration } = await sent(receiver.url)
  t.match({ code, length: answer!.length }, { code: 200, length: 1000 })
  t.ok(duration < 5000)
  t.ok(written < 50_000_000)
})

t.test('headers without end, half an answer and none at all are told in a sentence', async (t) => {
  const receiver = await startReceiver(t)
  receiver.answer = (response) => {
    for (let n = 0; n < 100; n++) response.setHeader(`x-${n}`, 'y'.repeat(1000))
    response.end()
  }
  t.match(await sent(receiver.url), { code: null, error: 'The headers of the answer are too long.' })
  receiver.answer = (response) => response.socket!.end('HTTP/1.1 2')
  t.match(await sent(receiver.url), { code: null, error: /\S/ })
  receiver.answer = (response) => response.socket!.destroy()
  t.match(await sent(receiver.url), { code: null, error: /socket hang up|ECONNRESET/ })
  t.match(await sent('http://127.0.0.1:1/'), { code: null, error: /ECONNREFUSED/ })
  t.match(await sent('http://nothing.invalid/'), { code: null, error: /ENOTFOUND|EAI_AGAIN/ })
})

t.test('who answers with another protocol has taken nothing', async (t) => {
  const receiver = await startReceiver(t)
  const raw = (text: string) => {
    receiver.answer = (response) => response.socket!.end(text)
  }
  raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')
  t.match(await sent(receiver.url), { code: null, error: 'It answers 101 in place of 2xx.' })
  raw('HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n')
  t.match(await sent(receiver.url), { code: null, error: /\S/ })
})

t.test('who says nothing, or goes on with an answer slowly, is waited for for ten seconds', async (t) => {
  const [silent, slow] = [await startReceiver(t), await startReceiver(t)]
  silent.answer = () => undefined
  slow.answer = (response) => {
    response.writeHead(200).write('a')
    const timer = setInterval(() => response.write('a'), 200)
    response.on('close', () => clearInterval(timer))
  }
  const [nothing, some] = await Promise.all([sent(silent.url), sent(slow.url)])
  t.match(nothing, { code: null, error: 'There was no answer within 10 s.' })
  t.ok(nothing.duration >= 9900 && nothing.duration < 12_000)
  t.match(some, { code: 200, error: null, answer: /^a{20,}$/ }, 'it had said yes')
  t.ok(some.duration < 12_000)
})

t.test('a server that is to end waits for nobody', async (t) => {
  const receiver = await startReceiver(t)
  receiver.answer = () => undefined
  const stopped = AbortSignal.timeout(100)
  await t.rejects(post({ url: receiver.url, anywhere: true, stopped }, {}, '{}'), { name: 'TimeoutError' })
})
