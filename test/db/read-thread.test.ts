import t from 'tap'
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { Paces } from '#db/pace.ts'
import { onPostgres } from '../support/postgres.ts'
import { basic } from '../helper.ts'
import { folder, serve } from '../server/run.ts'

const skip = onPostgres && 'PostgreSQL reads in processes of its own'
const PARTS = 2500
const nameOf = (n: number) => `Part ${String(n).padStart(4, '0')}`
/** Larger than the engine for regular expressions can remember, over texts that it must read to their end. */
const SLOW = encodeURIComponent('[ab]*a[ab]{60}[0-9]')

t.test('a long search by an expression keeps nobody waiting, and a long list comes whole', { skip }, async (t) => {
  const place = folder(t)
  const env = {
    INVENTREE_DB_NAME: join(place, 'data.sqlite3'),
    INVENTREE_MEDIA_ROOT: join(place, 'media'),
    INVENTREE_SECRET_KEY: 'a key for tests, and long enough',
    INVENTREE_ADMIN_USER: 'admin',
    INVENTREE_ADMIN_PASSWORD: 'Turbine-Kayak-44'
  }
  const db = await openDatabase(env.INVENTREE_DB_NAME)
  const notes = 'ab'.repeat(5000)
  await db.transaction().execute(async (trx) => {
    for (let at = 0; at < PARTS; at++) {
      await trx
        .insertInto('part')
        .values({ name: nameOf(at + 1), notes: at < 500 ? notes : '' })
        .execute()
    }
  })
  await db.destroy()
  const { ask } = await serve(t, [], env)
  const admin = basic('admin', env.INVENTREE_ADMIN_PASSWORD)
  const {
    body: { token }
  } = await ask('GET', '/api/user/token/', admin)
  const get = (path: string) => ask('GET', path, `Token ${token}`)
  await get('/api/part/?limit=1') // the thread has been started

  const order: string[] = []
  const search = get(`/api/part/?limit=10&search_regex=true&search_notes=true&search=${SLOW}`).then(({ status }) => {
    order.push(`search ${status}`)
  })
  // Each of them takes a moment; all of them less than the search.
  for (let n = 0; n < 5; n++) order.push(`roles ${(await get('/api/user/roles/')).status}`)
  await search
  t.strictSame(order.slice(0, 5), Array<string>(5).fill('roles 200'), 'others are answered meanwhile')
  t.match(order[5], /^search (200|400)$/)

  const names = (await get('/api/part/?name_regex=^part&ordering=-name')).body.map(({ name }: { name: string }) => name)
  t.strictSame(
    names,
    Array.from({ length: PARTS }, (_, n) => nameOf(PARTS - n)),
    'more rows than are sent at once'
  )
  const page = (await get('/api/part/?name_regex=^part.*00$&limit=3&offset=3&ordering=-name')).body
  t.equal(page.count, 25)
  t.strictSame(
    page.results.map(({ name }: { name: string }) => name),
    ['Part 2200', 'Part 2100', 'Part 2000']
  )
  const { status, body } = await get(`/api/part/?name_regex=${encodeURIComponent('(?=a)')}`)
  t.equal(status, 400)
  t.match(body, { name_regex: [/look-ahead/] })
  for (let n = 0; n < 20; n++) {
    const { body } = await get(`/api/part/?limit=2&ordering=-name&offset=${n}`)
    t.equal(body.count, PARTS, 'the same wherever it is read')
  }
  t.equal((await ask('POST', '/api/part/', `Token ${token}`, { name: 'Zuse', description: '' })).status, 201)
  t.equal(
    (await get('/api/part/?limit=2&ordering=-name')).body.results[0].name,
    'Zuse',
    'what was written before is seen'
  )
})

t.test('a statement is taken for quick once it was so eight times, after a slow time twice as often', async (t) => {
  const paces = new Paces()
  const quickAfter = (times: number) => {
    for (let n = 0; n < times; n++) {
      t.notOk(paces.isQuick('a'), `after ${n}`)
      paces.ran('a', 0.5)
    }
    t.ok(paces.isQuick('a'), `after ${times}`)
  }
  quickAfter(8)
  t.notOk(paces.isQuick('b'), 'of others nothing is known')
  paces.ran('a', 50)
  quickAfter(16)
})
