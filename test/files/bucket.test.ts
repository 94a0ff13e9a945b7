import t, { type Test } from 'tap'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { createBackup } from '#framework/backup/index.ts'
import { checkAll } from '#framework/check/index.ts'
import { deleteUnsettled } from '#framework/files/dropped.ts'
import { mediaOf } from '#framework/files/media.ts'
import { readConfig } from '#server/config.ts'
import { build } from '../helper.ts'
import { failOnInsert } from '../support/database.ts'
import { multipart, picture } from '../support/multipart.ts'
import { BUCKET, objectStore } from '../support/object-store.ts'

const LOCATION = 'inventree-server'
const PLAN = `${LOCATION}/attachments/part/1/plan.txt`

/** A server whose files lie in a bucket. */
async function shop(t: Test, more: Record<string, string> = {}) {
  const store = await objectStore(t)
  const { mediaTarget, bucket, mediaRoot } = readConfig({ ...store.env, ...more })
  const place = { mediaTarget, bucket, mediaRoot } as const
  const house = await build(t, place)
  const admin = house.as('admin')
  await house.make('/api/part/', { name: 'Lamp' })
  const upload = async (name: string, content: string | Buffer) =>
    await admin.post(
      '/api/attachment/',
      ...multipart({ model_type: 'part', model_id: 1, attachment: { name, content } })
    )
  const keys = () => [...store.objects.keys()].sort()
  return { store, house, admin, upload, keys, media: mediaOf(place) }
}

t.test(
  'an attachment is written into the bucket, read in whole and in part, and deleted with its record',
  async (t) => {
    const { store, admin, upload, keys } = await shop(t)
    const { status, body } = await upload('plan.txt', '0123456789')
    t.equal(status, 201)
    t.equal(body.attachment, '/media/attachments/part/1/plan.txt')
    t.strictSame(keys(), [PLAN], 'and no note is left')
    t.match(store.objects.get(PLAN)!.headers, { 'content-type': 'text/plain; charset=utf-8' })
    const whole = await admin.get(body.attachment)
    t.equal(whole.text, '0123456789')
    t.match(whole.headers, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'last-modified': /GMT$/
    })
    const etag = String(whole.headers.etag)
    const asked = async (headers: Record<string, string>) => {
      const answer = await admin.get(body.attachment, undefined, headers)
      return [answer.status, answer.text, answer.headers['content-range']]
    }
    t.strictSame(await asked({ range: 'bytes=3-5' }), [206, '345', 'bytes 3-5/10'])
    t.strictSame(await asked({ range: 'bytes=-2' }), [206, '89', 'bytes 8-9/10'])
    t.strictSame((await asked({ range: 'bytes=99-' }))[0], 416)
    t.strictSame((await asked({ range: 'bytes=99-' }))[2], 'bytes */10')
    t.strictSame(await asked({ range: 'bytes=3-5', 'if-range': etag }), [206, '345', 'bytes 3-5/10'])
    t.strictSame(await asked({ range: 'bytes=3-5', 'if-range': '"other"' }), [200, '0123456789', undefined])
    t.equal((await asked({ 'if-none-match': etag }))[0], 304)
    t.equal((await asked({ 'if-modified-since': String(whole.headers['last-modified']) }))[0], 304)
    const head = await admin.head(body.attachment)
    t.strictSame([head.status, head.text, head.headers['content-length']], [200, '', '10'])
    t.equal((await admin.delete(`/api/attachment/${body.pk}/`)).status, 204)
    t.strictSame(keys(), [])
    t.equal((await admin.get(body.attachment)).status, 404)
  }
)

t.test('nobody reads a file whose record they may not view', async (t) => {
  const { house, upload } = await shop(t)
  const { body } = await upload('plan.txt', 'secret')
  await house.makeUser({ name: 'tove' })
  t.equal((await house.as('tove').get(body.attachment)).status, 404)
  t.equal((await house.as(null).get(body.attachment)).status, 401)
})

t.test('a name that is taken stays with its file; a file gets another name', async (t) => {
  const { store, admin, upload, keys } = await shop(t)
  await upload('plan.txt', 'one')
  const { body } = await upload('plan.txt', 'two')
  t.match(body.attachment, /^\/media\/attachments\/part\/1\/plan_\w{7}\.txt$/)
  t.equal(store.objects.get(PLAN)!.body.toString(), 'one')
  const renamed = await admin.patch(`/api/attachment/${body.pk}/`, { filename: 'other.txt' })
  t.equal(renamed.status, 200)
  t.strictSame(keys(), [`${LOCATION}/attachments/part/1/other.txt`, PLAN])
  t.equal((await admin.get('/media/attachments/part/1/other.txt')).text, 'two')
  t.equal((await admin.patch(`/api/attachment/${body.pk}/`, { filename: 'plan.txt' })).status, 400)
})

t.test('a refused request leaves nothing in the bucket', async (t) => {
  const { house, upload, keys } = await shop(t)
  const mend = await failOnInsert(house.db, 'attachment')
  await t.rejects(upload('plan.txt', 'x'), /500/)
  await mend()
  t.strictSame(keys(), [])
})

t.test('a picture has its small forms beside it', async (t) => {
  const { admin, keys } = await shop(t)
  const [content, headers] = multipart({ image: { name: 'lamp.png', content: await picture('png', 300, 300) } })
  const { status, body } = await admin.patch('/api/part/1/', content, headers)
  t.equal(status, 200)
  t.strictSame(
    keys(),
    ['lamp.png', 'lamp.preview.png', 'lamp.thumbnail.png'].map((name) => `${LOCATION}/part_images/${name}`)
  )
  t.equal((await admin.get(body.thumbnail)).status, 200)
})

t.test('an export goes into the bucket, and old ones go', async (t) => {
  const { admin, keys } = await shop(t)
  const { body } = await admin.get('/api/part/?export=true&export_format=csv')
  t.match(body.output, /^\/media\/data_output\//)
  t.match((await admin.get(body.output)).text, /Lamp/)
  t.equal((await admin.delete(`/api/data-output/${body.pk}/`)).status, 204)
  t.strictSame(keys(), [])
})

t.test('a file that comes as a stream is written in parts, one at a time, and whole or not at all', async (t) => {
  const { store, media, keys } = await shop(t)
  const piece = Buffer.alloc(3_000_000, 'abc')
  async function* content(fail = false) {
    for (let n = 0; n < 7; n++) yield piece
    if (fail) throw new Error('it ended')
  }
  t.equal(await media.create('data_output/large.csv', content()), true)
  t.equal((await media.read('data_output/large.csv'))!.length, 21_000_000)
  t.equal(await media.create('data_output/large.csv', content()), false)
  t.strictSame([...store.uploads], [])
  await t.rejects(media.create('data_output/broken.csv', content(true)), /it ended/)
  t.strictSame([...store.uploads], [])
  t.strictSame(keys(), [`${LOCATION}/data_output/large.csv`])
  store.fault = (method, _key, query) => (method === 'PUT' && query.get('partNumber') === '2' ? 503 : undefined)
  await t.rejects(media.create('data_output/broken.csv', content()), /it answers 503|SlowDown/)
  store.fault = undefined
  t.equal(store.objects.has(`${LOCATION}/data_output/large.csv`), true)
})

t.test(
  'what a killed process left goes: files that no record names after an hour, unfinished uploads after a day',
  async (t) => {
    const { store, house, upload, media, keys } = await shop(t)
    await upload('plan.txt', 'x')
    const leave = (key: string, body: string, modified = new Date(0)) =>
      store.objects.set(`${LOCATION}/${key}`, { body: Buffer.from(body), headers: {}, modified })
    leave('attachments/part/1/left.txt', 'left')
    leave('.new-a', 'attachments/part/1/left.txt\nattachments/part/1/plan.txt\nattachments/ha')
    leave('.new-b', 'attachments/part/1/young.txt\n', new Date())
    const begun = { headers: {}, parts: new Map() }
    store.uploads.set('old', { ...begun, key: `${LOCATION}/a`, initiated: new Date(0) })
    store.uploads.set('young', { ...begun, key: `${LOCATION}/a`, initiated: new Date() })
    store.uploads.set('other', { ...begun, key: 'elsewhere/a', initiated: new Date(0) })
    await deleteUnsettled(house.db, media)
    t.strictSame(keys(), [`${LOCATION}/.new-b`, PLAN])
    t.strictSame([...store.uploads.keys()], ['young', 'other'])
  }
)

t.test('a list has as many pages as it needs', async (t) => {
  const { store, media } = await shop(t)
  store.page = 2
  const names = ['a b+c.txt', 'größe.txt', 'x/1.txt', 'x/2.txt', 'x/3.txt']
  for (const name of names) await media.create(name, name)
  const found: string[] = []
  for await (const { path } of media.list()) found.push(path)
  t.strictSame(found.sort(), names)
  for (const name of names) t.equal((await media.read(name))?.toString(), name)
})

t.test(
  'a backup takes the files of the bucket along; a check finds what is missing, and puts aside what belongs to nothing',
  async (t) => {
    const { store, house, upload, media, keys } = await shop(t)
    await upload('plan.txt', 'a plan in the bucket')
    const { bucket } = readConfig(store.env)
    const config = { database: ':memory:', mediaRoot: '/nowhere', mediaTarget: 's3', bucket } as const
    const bytes = gunzipSync(await buffer(await createBackup({ config, db: house.db }, { media: true })))
    t.ok(bytes.includes('a plan in the bucket'))
    t.ok(bytes.includes('media/attachments/part/1/plan.txt'))
    for (let tries = 0; tries < 50 && keys().length > 1; tries++) await new Promise((done) => setTimeout(done, 20))
    t.strictSame(keys(), [PLAN], 'and no mark is left')
    const old = { headers: {}, modified: new Date(0) }
    store.objects.set(`${LOCATION}/part_images/nobody.png`, { ...old, body: Buffer.from('x') })
    store.objects.delete(PLAN)
    const found = (await checkAll({ db: house.db, media }, { mend: true })).flatMap(({ problems }) => problems)
    t.match(found, [
      { text: 'attachments/part/1/plan.txt of attachment 1 is missing', mended: null },
      {
        text: 'part_images/nobody.png belongs to nothing',
        mended: /^moved to s3:\/\/shop\/inventree-server\.orphaned-/
      }
    ])
    t.match(keys(), [/^inventree-server\.orphaned-[\d-]+\/part_images\/nobody\.png$/])
  }
)

t.test('a link to the bucket is good for some seconds, and says what the file is', async (t) => {
  const { admin, upload, house } = await shop(t, { INVENTREE_S3_LINK_SECONDS: '60' })
  const { body } = await upload('plan.html', '<b>plan</b>')
  const { status, headers } = await admin.get(body.attachment)
  t.equal(status, 302)
  t.equal(headers['cache-control'], 'no-store')
  const answer = await fetch(String(headers.location))
  t.equal(answer.status, 200)
  t.equal(await answer.text(), '<b>plan</b>')
  t.equal(answer.headers.get('content-disposition'), 'attachment')
  t.equal((await fetch(String(headers.location).replace('plan.html', 'other'))).status, 403, 'for that file alone')
  t.equal((await admin.head(body.attachment)).status, 200)
  await house.makeUser({ name: 'tove' })
  t.equal((await house.as('tove').get(body.attachment)).status, 404)
})

t.test('a store that is away is answered 503, and nothing is changed', async (t) => {
  const { store, admin, upload, house } = await shop(t)
  const { body: plan } = await upload('plan.txt', 'x')
  await store.close()
  const refused = await upload('other.txt', 'x')
  t.match(refused, { status: 503, body: { detail: /cannot be reached/ }, headers: { 'retry-after': '5' } })
  t.match(await admin.get(plan.attachment), { status: 503, headers: { 'retry-after': '5' } })
  t.equal((await admin.get('/api/attachment/')).body.length, 1)
  t.equal((await admin.get('/api/part/1/')).status, 200, 'what needs no file goes on')
  t.match(await house.as(null).get('/api/system/health/'), { status: 200, body: { status: 'ok', files: 'away' } })
  t.equal((await admin.delete(`/api/attachment/${plan.pk}/`)).status, 204, 'its file goes later')
  await store.reopen()
  // It is not asked again at once.
  for (let tries = 0; tries < 50 && (await upload('later.txt', 'x')).status !== 201; tries++)
    await new Promise((done) => setTimeout(done, 100))
  t.notOk(store.objects.has(PLAN), 'as it did now')
})

t.test('a store that says nothing is waited for in vain for some seconds', async (t) => {
  const { store, upload } = await shop(t)
  store.fault = () => 'silent'
  t.match(await upload('plan.txt', 'x'), { status: 503, headers: { 'retry-after': '5' } })
})

t.test('a store that stumbles once is asked once more', async (t) => {
  const { store, upload, keys } = await shop(t)
  const stumbled = new Set<string>()
  store.fault = (method, key) => {
    const what = `${method} ${key}`
    if (stumbled.has(what)) return undefined
    stumbled.add(what)
    return 503
  }
  t.equal((await upload('plan.txt', 'x')).status, 201)
  t.strictSame(keys(), [PLAN])
})

for (const [name, wrong] of [
  ['key', { INVENTREE_S3_SECRET_KEY: 'wrong' }],
  ['bucket', { INVENTREE_S3_BUCKET_NAME: `${BUCKET}2` }],
  ['region', { INVENTREE_S3_REGION_NAME: 'us-east-1' }]
] as const)
  t.test(`a wrong ${name} is answered 503, and health tells it`, async (t) => {
    const { upload, house } = await shop(t, wrong)
    const { status, body, headers } = await upload('plan.txt', 'x')
    t.match({ status, body, headers }, { status: 503, body: { detail: /does not let the server in/ } })
    t.equal(headers['retry-after'], '60')
    t.match(await house.as(null).get('/api/system/health/'), { status: 200, body: { files: 'refused' } })
  })
