import t from 'tap'
import { mkdirSync, readdirSync, readFileSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { basic, PASSWORD } from '../helper.ts'
import { folder, run, serve } from '../server/run.ts'
import { multipart, picture } from '../support/multipart.ts'

const directory = folder(t)
const env = { INVENTREE_DB_NAME: join(directory, 'data.sqlite3'), INVENTREE_ADMIN_USER: 'admin', INVENTREE_ADMIN_PASSWORD: PASSWORD }
const media = join(directory, 'media')
const authorization = basic('admin')
const image = await picture('png', 300, 300)

t.test('kill -9 while files come and go: every record has its file, and no file is lost that a record had', async (t) => {
  for (let round = 0; round < 3; round++) {
    const server = await serve(t, [], env)
    const send = async (method: string, path: string, body?: [Buffer, Record<string, string>]) => {
      const response = await fetch(server.url + path, { method, headers: { authorization, ...body?.[1] }, body: body && new Uint8Array(body[0]) })
      return { status: response.status, body: response.status === 204 ? undefined : await response.json() as any }
    }
    const busy = Promise.all([0, 1, 2].map(async (worker) => {
      for (let n = 0; ; n++) {
        const made = await send('POST', '/api/attachment/', multipart({ model_type: 'part', model_id: worker, attachment: { name: 'same.png', content: image } }))
        if (n % 2) await send('DELETE', `/api/attachment/${made.body.pk}/`)
      }
    })).catch(() => undefined)
    await sleep(300 + 200 * round)
    t.equal(await server.stop('SIGKILL'), null)
    await busy
    const next = await serve(t, [], env)
    const { body } = await next.ask('GET', '/api/attachment/', authorization)
    for (const { attachment, thumbnail } of body) {
      t.ok(readFileSync(join(media, attachment.replace('/media/', ''))).equals(image), 'the file is whole')
      t.equal((await next.ask('GET', thumbnail, authorization)).status, 200)
    }
    t.equal(await next.stop(), 0)
  }
  const { code, out, err } = await run(['files'], env)
  t.equal(code, 0)
  t.notMatch(out, /missing/)
  t.match(err, / 0 files missing/)
})

t.test('files: finds what a kill left behind, and records without a file; deletes the former where told', async (t) => {
  mkdirSync(join(media, 'notes'), { recursive: true })
  for (const name of ['left.png', 'new.png']) writeFileSync(join(media, 'notes', name), 'x')
  utimesSync(join(media, 'notes/left.png'), 1, 1)
  const server = await serve(t, [], env)
  const upload = multipart({ image: { name: 'kept.png', content: image } })
  t.equal((await fetch(`${server.url}/api/notes-image-upload/`, { method: 'POST', headers: { authorization, ...upload[1] }, body: new Uint8Array(upload[0]) })).status, 201)
  await server.stop()
  for (const name of readdirSync(join(media, 'notes'))) if (name === 'kept.png') utimesSync(join(media, 'notes', name), 1, 1)
  t.match(await run(['files'], env), { code: 0, out: /^unused {2}notes\/left\.png$/m, err: /files missing/ })
  t.match(await run(['files', '--delete'], env), { code: 0, out: /^deleted {2}notes\/left\.png$/m })
  t.strictSame(readdirSync(join(media, 'notes')).sort(), ['kept.png', 'new.png'], 'what is young or in use stays')
  unlinkSync(join(media, 'notes/kept.png'))
  t.match(await run(['files'], env), { code: 0, out: /^missing {2}notes\/kept\.png$/m, err: /1 files missing/ })
})
