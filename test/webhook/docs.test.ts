// The examples of docs/webhooks.md, as they are printed there.
import t, { type Test } from 'tap'
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from '../helper.ts'
import { environment, folder } from '../server/run.ts'
import { freePort } from '../support/port.ts'
import { post } from '#modules/webhook/post.ts'
import { newSigningSecret, signed } from '#modules/webhook/signature.ts'

const page = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8')
const example = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(page)![1]!

const isOpen = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
      .on('connect', () => socket.end(() => resolve(true)))
      .on('error', () => resolve(false))
  })

/** Starts a receiver of the page, which ends with the test. */
async function start(t: Test, program: string, file: string, SECRET: string) {
  const [port, path] = [await freePort(), join(folder(t), file)]
  writeFileSync(path, example(file.endsWith('.py') ? 'python' : 'js'))
  const child = spawn(program, [path], {
    env: environment({ SECRET, PORT: String(port) }),
    stdio: ['ignore', 'pipe', 'ignore']
  })
  t.teardown(() => child.kill())
  let said = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  for (let tries = 0; tries < 200 && !(await isOpen(port)); tries++) await sleep(50)
  return { url: `http://127.0.0.1:${port}/`, said: () => said }
}

const PROGRAMS = [
  [process.execPath, 'receiver.mjs'],
  ['python3', 'receiver.py']
] as const

for (const [program, file] of PROGRAMS) {
  const isThere = spawnSync(program, ['--version']).status === 0
  t.test(`${file} takes what the server sends, and refuses everything else`, { skip: !isThere }, async (t) => {
    const secret = newSigningSecret()
    const { url, said } = await start(t, program, file, secret)
    const house = await build(t, { webhooksAnywhere: true })
    const { pk } = await house.make('/api/webhooks/', { name: 'ERP', url, secret })
    const { body } = await house.as('admin').post(`/api/webhooks/${pk}/test/`)
    t.match(body, { state: 'delivered', code: 204 })
    for (let tries = 0; tries < 100 && !said().includes(body.id); tries++) await sleep(20)
    t.match(said(), `${body.id} ping`)
    const text = JSON.stringify({ id: 'a', action: 'ping', model: null, pk: null })
    const seconds = Math.floor(Date.now() / 1000)
    const send = async (headers: Record<string, string>, body = text) =>
      (await post({ url, anywhere: true }, headers, body)).code
    const good = signed(secret, 'a', seconds, text)
    t.equal(await send(good), 204)
    t.equal(
      await send({ ...good, 'webhook-signature': `v1,wrong ${good['webhook-signature']}` }),
      204,
      'one of several'
    )
    t.equal(await send(good, text.replace('ping', 'pong')), 401, 'another body')
    t.equal(await send({ ...good, 'webhook-id': 'b' }), 401, 'another id')
    t.equal(await send(signed(newSigningSecret(), 'a', seconds, text)), 401, 'another secret')
    t.equal(await send(signed(secret, 'a', seconds - 301, text)), 401, 'an old one')
    t.equal(await send({}), 401, 'no signature')
  })
}

t.test('what the page says of a delivery is what arrives', async (t) => {
  const house = await build(t)
  const [made] = [...page.matchAll(/-d '(\{[^']*\})'/g)].map(([, body]) => JSON.parse(body!))
  t.match(await house.as('admin').post('/api/webhooks/', made), { status: 201, body: { secret: /^whsec_/ } })
  t.strictSame(Object.keys(JSON.parse(example('json'))), [
    'id',
    'event',
    'model',
    'pk',
    'action',
    'status',
    'at',
    'record',
    'server'
  ])
})
