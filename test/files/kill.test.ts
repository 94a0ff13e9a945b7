import t from 'tap'
import { readdirSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { basic, PASSWORD } from '../helper.ts'
import { folder, run, serve } from '../server/run.ts'
import { multipart, picture } from '../support/multipart.ts'

const directory = folder(t)
const env = {
  INVENTREE_DB_NAME: join(directory, 'data.sqlite3'),
  INVENTREE_ADMIN_USER: 'admin',
  INVENTREE_ADMIN_PASSWORD: PASSWORD
}
const media = join(directory, 'media')
const authorization = basic('admin')
const image = await picture('png', 300, 300)

t.test(
  'kill -9 while files come and go: every record has its file, and no file is lost that a record had',
  async (t) => {
    for (let round = 0; round < 3; round++) {
      const server = await serve(t, [], env)
      const send = async (method: string, path: string, body?: [Buffer, Record<string, string>]) => {
        const response = await fetch(server.url + path, {
          method,
          headers: { authorization, ...body?.[1] },
          body: body && new Uint8Array(body[0])
        })
        return { status: response.status, body: response.status === 204 ? undefined : ((await response.json()) as any) }
      }
      const busy = Promise.all(
        [0, 1, 2].map(async (worker) => {
          for (let n = 0; ; n++) {
            const made = await send(
              'POST',
              '/api/attachment/',
              multipart({ model_type: 'part', model_id: worker, attachment: { name: 'same.png', content: image } })
            )
            if (n % 2) await send('DELETE', `/api/attachment/${made.body.pk}/`)
          }
        })
      ).catch(() => undefined)
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
    // A file that is young may be about to be recorded.
    for (const path of readdirSync(media, { recursive: true, encoding: 'utf8' })) utimesSync(join(media, path), 0, 0)
    const { out } = await run(['check'], env)
    t.match(out, /^ok {6}uploaded files are there$/m)
    t.match(out, /^ok {6}files belong to something$/m)
  }
)
