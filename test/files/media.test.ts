import t from 'tap'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#db/database.ts'
import { Vault } from '#auth/tokens.ts'
import { buildApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { basic, build } from '../helper.ts'

const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-media-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))
mkdirSync(join(mediaRoot, 'a/b'), { recursive: true })
const put = (name: string, text = 'content') => writeFileSync(join(mediaRoot, name), text)
for (const name of [
  'a/b/notes.txt',
  'picture.png',
  'page.html',
  'drawing.svg',
  'code.js',
  'feed.xml',
  'none',
  '.hidden',
  'sheet.csv',
  'a.xhtml',
  'größe.txt'
])
  put(name)
writeFileSync(join(mediaRoot, '..', 'inventree-secret.txt'), 'secret')
t.teardown(() => rmSync(join(mediaRoot, '..', 'inventree-secret.txt')))

const { as, by, makeUser } = await build(t, { mediaRoot, mediaAccess: 'signed-in' })
const admin = as('admin')
await makeUser({ name: 'nobody' })
await makeUser({ name: 'gone', active: false })

t.test('without credentials, or with wrong ones → 401 and a word of text', async (t) => {
  for (const client of [
    as(null),
    by({ authorization: 'Token inv-nothing' }),
    by({ authorization: basic('nobody', 'wrong') }),
    by({ authorization: basic('gone') }),
    by({ authorization: 'Token' })
  ]) {
    for (const path of ['/media/a/b/notes.txt', '/media/missing.txt', '/media/']) {
      const { status, text, headers } = await client.get(path)
      t.equal(status, 401)
      t.equal(text, 'Unauthorized')
      t.match(headers['content-type'], /^text\/plain/)
    }
  }
})

t.test('with a token, in whatever spelling, or a password → the file', async (t) => {
  for (const client of [admin, as('nobody'), by({ authorization: basic('nobody') })])
    t.equal((await client.get('/media/a/b/notes.txt')).text, 'content')
  const token = (await by({ authorization: basic('nobody') }).get('/api/user/token/')).body.token
  for (const header of [`Token ${token}`, `bearer ${token}`, `Bearer: ${token}`, `TOKEN: ${token}`]) {
    t.equal((await by({ authorization: header }).get('/media/a/b/notes.txt')).status, 200, header.slice(0, 7))
  }
  t.equal((await by({ authorization: `Bearer ${token}` }).get('/api/user/me/')).status, 401, 'but not below /api/')
})

t.test('what is not there, hidden, or a folder → 404; nothing outside is ever served', async (t) => {
  for (const path of [
    'missing.txt',
    '',
    'a',
    'a/',
    'a/b/',
    '.hidden',
    '../inventree-secret.txt',
    '%2e%2e/inventree-secret.txt',
    '..%2finventree-secret.txt',
    'a/..%2f..%2finventree-secret.txt',
    '..%5cinventree-secret.txt',
    '%252e%252e/inventree-secret.txt',
    '/etc/passwd',
    'a//b/../../../inventree-secret.txt',
    '%00',
    'picture.png%00.txt',
    '....//inventree-secret.txt'
  ]) {
    const { status, text } = await admin.get(`/media/${path}`)
    t.ok([400, 403, 404].includes(status), `${path} answered ${status}`)
    t.notMatch(text, /secret|root:/)
  }
})

t.test('pages, drawings and programs are for saving, and run nothing; pictures and texts are shown', async (t) => {
  for (const name of ['page.html', 'drawing.svg', 'code.js', 'feed.xml', 'none', 'sheet.csv', 'a.xhtml']) {
    const { headers } = await admin.get(`/media/${name}`)
    t.equal(headers['content-disposition'], 'attachment', name)
    t.equal(headers['content-security-policy'], "default-src 'none'; sandbox", name)
    t.equal(headers['x-content-type-options'], 'nosniff', name)
  }
  for (const [name, type] of [
    ['picture.png', /^image\/png/],
    ['a/b/notes.txt', /^text\/plain/]
  ] as const) {
    const { headers } = await admin.get(`/media/${name}`)
    t.equal(headers['content-disposition'], undefined)
    t.match(headers['content-type'], type)
    t.equal(headers['x-content-type-options'], 'nosniff')
  }
})

t.test('a part of a file → 206; a file that was not changed → 304, and only after asking', async (t) => {
  const part = await admin.get('/media/a/b/notes.txt', undefined, { range: 'bytes=3-5' })
  t.equal(part.status, 206)
  t.equal(part.text, 'ten')
  t.equal(part.headers['content-range'], 'bytes 3-5/7')
  t.equal((await admin.get('/media/a/b/notes.txt', undefined, { range: 'bytes=99-' })).status, 416)
  const { headers } = await admin.get('/media/a/b/notes.txt')
  t.equal(headers['cache-control'], 'private, no-cache')
  t.equal((await admin.get('/media/a/b/notes.txt', undefined, { 'if-none-match': String(headers.etag) })).status, 304)
  t.equal(
    (await as(null).get('/media/a/b/notes.txt', undefined, { 'if-none-match': String(headers.etag) })).status,
    401
  )
  const head = await admin.head('/media/a/b/notes.txt')
  t.equal(head.status, 200)
  t.equal(head.text, '')
})

t.test('names beyond ASCII are served; writing there is not possible', async (t) => {
  t.equal((await admin.get(`/media/${encodeURIComponent('größe.txt')}`)).status, 200)
  for (const method of ['post', 'put', 'patch', 'delete'] as const)
    t.equal((await admin[method]('/media/a/b/notes.txt')).status, 404)
  t.ok(existsSync(join(mediaRoot, 'a/b/notes.txt')))
})

t.test('a start deletes what a killed server had let go of, and nothing that a record points to', async (t) => {
  const again = await openDatabase(':memory:')
  put('dropped.txt')
  put('kept.txt')
  await again
    .insertInto('dropped_file')
    .values([
      { path: 'dropped.txt' },
      { path: 'kept.txt' },
      { path: 'missing.txt' },
      { path: '../inventree-secret.txt' }
    ])
    .execute()
  await again.insertInto('attachment').values({ model_type: 'part', model_id: 1, attachment: 'kept.txt' }).execute()
  const server = await buildApp({
    config: readConfig({
      INVENTREE_DB_NAME: ':memory:',
      INVENTREE_MEDIA_ROOT: mediaRoot,
      INVENTREE_LOG_LEVEL: 'SILENT'
    }),
    db: again,
    vault: new Vault('another secret that is long enough')
  })
  await server.ready()
  t.notOk(existsSync(join(mediaRoot, 'dropped.txt')))
  t.ok(existsSync(join(mediaRoot, 'kept.txt')))
  t.ok(existsSync(join(mediaRoot, '..', 'inventree-secret.txt')))
  t.strictSame(await again.selectFrom('dropped_file').selectAll().execute(), [])
  await server.close()
  await again.destroy()
})
