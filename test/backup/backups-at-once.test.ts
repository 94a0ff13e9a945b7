import t from 'tap'
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { basic } from '../helper.ts'
import { folder, serve } from '../server/run.ts'

t.test(
  'backups over HTTP: two at once; another → 503 with Retry-After, until one of them is sent or its receiver is gone',
  async (t) => {
    const directory = folder(t)
    mkdirSync(join(directory, 'media'))
    writeFileSync(join(directory, 'media/film.bin'), randomBytes(16_000_000))
    const { url } = await serve(t, [], {
      INVENTREE_DB_NAME: join(directory, 'data.sqlite3'),
      INVENTREE_ADMIN_USER: 'admin',
      INVENTREE_ADMIN_PASSWORD: 'Turbine-Kayak-44'
    })
    const take = (signal?: AbortSignal) =>
      fetch(`${url}/api/system/backup/?media=true`, {
        headers: { authorization: basic('admin') },
        ...(signal ? { signal } : {})
      })
    const gone = new AbortController()
    const [first] = await Promise.all([take(), take(gone.signal)])
    const refused = await take()
    t.equal(refused.status, 503)
    t.equal(refused.headers.get('retry-after'), '60')
    t.match(await refused.json(), { detail: /Two backups are being taken away already/ })
    gone.abort()
    let third = await take()
    for (let n = 0; third.status === 503 && n < 100; n++) {
      await third.text() // lets go of the connection
      await sleep(50)
      third = await take()
    }
    for (const answer of [first!, third]) {
      t.equal(answer.status, 200)
      t.ok((await answer.arrayBuffer()).byteLength > 16_000_000)
    }
  }
)
