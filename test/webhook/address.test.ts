import t from 'tap'
import type { lookup } from 'node:dns'
import { isPublicAddress } from '#framework/public-address.ts'
import { addressProblem, careful } from '#modules/webhook/address.ts'
import { post } from '#modules/webhook/post.ts'
import { startReceiver } from '../support/receiver.ts'

t.test('addresses of the own machine and the own network are no public ones, in any form', (t) => {
  const own = `127.0.0.1 127.8.9.1 0.0.0.0 10.1.2.3 100.64.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 192.0.0.8
    198.18.0.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 ::1 :: fe80::1 fc00::1 fd12:3456::1 ff02::1 ::ffff:127.0.0.1
    ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::7f00:1 64:ff9b::7f00:1 2002:7f00:1::1 2001::1 2001:db8::1 fec0::1`
  for (const address of own.split(/\s+/)) t.notOk(isPublicAddress(address), address)
  for (const address of ['8.8.8.8', '172.32.0.1', '100.63.255.255', '2606:4700:4700::1111', '2a00:1450::1'])
    t.ok(isPublicAddress(address), address)
  t.end()
})

t.test('what an address of a webhook may be: http and https, nobody in it, and nothing private', (t) => {
  const hosts = `127.0.0.1 2130706433 0x7f000001 0177.0.0.1 127.1 0 [::1] [::ffff:127.0.0.1] [::ffff:7f00:1] 169.254.169.254
    192.168.0.7:8080 [fe80::1] [fd00:ec2::254] 0x7f.1 ①②⑦.0.0.1`
  for (const host of hosts.split(/\s+/)) {
    t.match(addressProblem(`http://${host}/x`, false), /no public address/, host)
    t.equal(addressProblem(`http://${host}/x`, true), undefined, `${host}, where it is permitted`)
  }
  for (const text of [
    'ftp://example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'example.org/x',
    '//example.org',
    ''
  ])
    t.match(addressProblem(text, true), /http:\/\/ or https:\/\//, text)
  for (const text of ['https://user:word@example.org/', 'https://user@example.org/', 'https://:word@example.org/'])
    t.match(addressProblem(text, true), /user and password/, text)
  t.equal(addressProblem('https://example.org:8443/hook?key=1', false), undefined)
  t.end()
})

/** Answers to one who asks for names: the first question the first, and so on. */
const answering = (...answers: string[][]): typeof lookup =>
  ((_host: string, _options: object, done: (error: null, found: { address: string; family: number }[]) => void) =>
    done(
      null,
      (answers.length > 1 ? answers.shift()! : answers[0]!).map((address) => ({
        address,
        family: address.includes(':') ? 6 : 4
      }))
    )) as unknown as typeof lookup

t.test('a name gives none but the public addresses that it has, in the very answer that was looked at', async (t) => {
  const ask = (all: boolean, ...answers: string[][]) =>
    new Promise((resolve) => {
      careful(false, answering(...answers))('rebinding.example', { all }, (error, found) =>
        resolve(error?.message ?? found)
      )
    })
  t.strictSame(await ask(true, ['10.0.0.1', '8.8.8.8', '::1']), [{ address: '8.8.8.8', family: 4 }])
  t.equal(await ask(false, ['127.0.0.1', '8.8.8.8']), '8.8.8.8')
  for (const private_ of ['127.0.0.1', '::ffff:127.0.0.1', '169.254.169.254', 'fe80::1'])
    t.match(await ask(true, [private_]), /rebinding\.example is no public address/)
})

t.test('a name that means a private address reaches nobody, however often it is asked', async (t) => {
  const receiver = await startReceiver(t)
  const url = `http://rebinding.example:${receiver.port}/`
  const questions: string[][] = [['::ffff:127.0.0.1'], ['127.0.0.1']]
  for (const ask of [answering(['127.0.0.1']), answering(...questions)])
    t.match(await post({ url, anywhere: false, ask }, {}, '{}'), { code: null, error: /no public address/ })
  // The system knows this one.
  t.match(await post({ url: `http://localhost:${receiver.port}/`, anywhere: false }, {}, '{}'), {
    error: /localhost is no public address/
  })
  t.match(await post({ url: receiver.url, anywhere: false }, {}, '{}'), { error: /127\.0\.0\.1 is no public address/ })
  t.strictSame(receiver.arrived, [])
  t.match(await post({ url, anywhere: true, ask: answering(['127.0.0.1']) }, {}, '{}'), { code: 200, error: null })
  t.equal(receiver.arrived.length, 1)
  t.equal(receiver.arrived[0]!.headers.host, `rebinding.example:${receiver.port}`)
})
