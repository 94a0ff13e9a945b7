import t from 'tap'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { build, column } from '../helper.ts'
import { failOnInsert } from '../support/database.ts'
import { multipart, picture } from '../support/multipart.ts'

const URL = '/api/attachment/'
const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-attachment-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))
const { as, db, make, makeUser, set } = await build(t, { mediaRoot })
const admin = as('admin')
const { pk: part } = await make('/api/part/', { name: 'Op-amp' })

const onDisk = (address: string) => join(mediaRoot, decodeURIComponent(address.replace('/media/', '')))
const attach = async (name: string, content: string | Buffer = 'text', more: Record<string, string | number> = {}) => {
  const answer = await admin.post(
    URL,
    ...multipart({ model_type: 'part', model_id: part, attachment: { name, content }, ...more })
  )
  t.equal(answer.status, 201, answer.text)
  return answer.body
}

t.test('a file is stored below its record, and its bytes come back', async (t) => {
  const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 1])
  const made = await attach('dump.bin', bytes, { comment: 'Registers' })
  t.match(made, {
    attachment: `/media/attachments/part/${part}/dump.bin`,
    filename: 'dump.bin',
    file_size: 7,
    comment: 'Registers',
    link: null,
    is_image: false,
    thumbnail: null,
    upload_user: 1,
    user_detail: { username: 'admin' },
    tags: []
  })
  t.strictSame(readFileSync(onDisk(made.attachment)), bytes)
  t.equal((await admin.get(made.attachment)).status, 200)
})

t.test('a file never takes the place of another one', async (t) => {
  const first = await attach('same.txt', 'first')
  const second = await attach('same.txt', 'second')
  t.match(second.filename, /^same_[a-z0-9]{7}\.txt$/)
  t.equal(readFileSync(onDisk(first.attachment), 'utf8'), 'first')
  t.equal(readFileSync(onDisk(second.attachment), 'utf8'), 'second')
})

t.test('hostile names stay in the folder, and lose what means something elsewhere', async (t) => {
  for (const [sent, kept] of [
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['/etc/shadow', 'shadow'],
    ['..', 'file'],
    ['.htaccess', 'htaccess'],
    ['a file (1).txt', 'a_file_1.txt'],
    ['x\u0000y\u202e.txt', 'xy.txt'],
    ['<img src=x onerror=alert(1)>.png', 'img_srcx_onerroralert1.png'],
    ['$(reboot);`id`|&.sh', 'rebootid.sh'],
    ['größe µ.txt', 'größe_µ.txt'],
    ['Größe №1 – (v2)™ ½.pdf', 'Größe_1__v2_½.pdf'],
    ['図面_２.pdf', '図面_２.pdf'],
    ['rev\u00a0A\t§5 €-😀.pdf', 'revA5_-.pdf'],
    ['—…—.odt', 'odt']
  ] as const) {
    const { filename, attachment } = await attach(sent)
    t.equal(filename, kept, sent)
    t.equal(attachment, `/media/attachments/part/${part}/${encodeURIComponent(kept)}`)
    t.ok(existsSync(join(mediaRoot, 'attachments/part', String(part), kept)))
    t.equal((await admin.get(attachment)).status, 200, 'and is served')
  }
})

t.test('a long name → cut with letters behind it, so that its path has 100 characters', async (t) => {
  const folder = `attachments/part/${part}/`
  const room = 100 - folder.length - '.txt'.length
  const fits = `${'x'.repeat(room)}.txt`
  t.equal((await attach(fits)).filename, fits)
  for (const name of [`${'x'.repeat(room + 1)}.txt`, `${'x'.repeat(240)}.txt`, `${'ü'.repeat(200)}.txt`]) {
    const { filename } = await attach(name)
    t.equal(filename.length, 100 - folder.length, name)
    t.match(filename, /_[a-z0-9]{7}\.txt$/)
    t.equal(filename.slice(0, -12), name.slice(0, room - 8))
  }
  t.ok(
    Buffer.byteLength((await attach(`${'語'.repeat(96)}.txt`)).filename) <= 255,
    'as many bytes as a file system takes'
  )
  t.match((await attach(`x.${'y'.repeat(300)}`)).filename, /^file/, 'an ending that has no room')
})

t.test('a file above the limit of the setting → 400, one of exactly the limit → stored', async (t) => {
  await set('INVENTREE_UPLOAD_MAX_SIZE', 1)
  const before = readdirSync(join(mediaRoot, 'attachments/part', String(part))).length
  const { status, body } = await admin.post(
    URL,
    ...multipart({
      model_type: 'part',
      model_id: part,
      attachment: { name: 'big.bin', content: Buffer.alloc(1024 * 1024 + 1) }
    })
  )
  t.equal(status, 400)
  t.strictSame(body, { attachment: ['File size exceeds maximum upload limit of 1 MB'] })
  t.equal(readdirSync(join(mediaRoot, 'attachments/part', String(part))).length, before)
  t.equal((await attach('full.bin', Buffer.alloc(1024 * 1024, 1))).file_size, 1024 * 1024)
  await set('INVENTREE_UPLOAD_MAX_SIZE', 10)
})

t.test('a picture gets a small form at once; other files and broken pictures none', async (t) => {
  const shown = await attach('photo.jpg', await picture('jpeg', 1200, 600))
  t.match(shown, { is_image: true, thumbnail: '/media/thumb_photo.png' })
  const { format, width, height } = await sharp(readFileSync(onDisk(shown.thumbnail))).metadata()
  t.strictSame({ format, width, height }, { format: 'png', width: 256, height: 128 })
  t.match(await attach('photo.jpg', await picture('jpeg', 20, 10)), {
    is_image: true,
    thumbnail: /thumb_photo_\w{7}\.png/
  })
  t.match(await attach('broken.png', (await picture()).subarray(0, 60)), { is_image: false, thumbnail: null })
  t.equal((await admin.get(`${URL}?has_thumbnail=true`)).body.length, 2)
  t.equal((await admin.get(`${URL}?is_image=true`)).body.length, 2)
  t.equal((await admin.delete(`${URL}${shown.pk}/`)).status, 204)
  t.notOk(existsSync(onDisk(shown.thumbnail)), 'it goes with the file')
})

t.test('a drawing loses what could run', async (t) => {
  const { attachment, file_size } = await attach(
    'plan.svg',
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(2)</script><style>path { fill: red }</style>
<style>@import "http://evil.example/x.css";</style><linearGradient id="g"><stop offset="0"/></linearGradient>
<a href="javascript:alert(3)"><path d="M0 0h9" onclick="alert(4)" fill="url(#g)"/></a><foreignObject><iframe src="https://evil.example"/></foreignObject>
<use href="https://evil.example/x.svg#a"/><use href="#g"/><image href="data:text/html,x"/><animate attributeName="href" to="javascript:alert(5)"/></svg>`
  )
  const text = readFileSync(onDisk(attachment), 'utf8')
  t.notMatch(text, /alert|script|evil|onload|onclick|iframe|foreignObject|animate|ENTITY|text\/html/i)
  t.match(text, /viewBox="0 0 9 9"/)
  t.match(text, /<linearGradient id="g"><stop offset="0">?/)
  t.match(text, /<path d="M0 0h9" fill="url\(#g\)"/)
  t.match(text, /path { fill: red }/)
  t.match(text, /<use href="#g"/)
  t.equal(file_size, Buffer.byteLength(text))
})

t.test('what is no file → 400', async (t) => {
  for (const [body, problems] of [
    [
      { attachment: 'text' },
      { attachment: ['The submitted data was not a file. Check the encoding type on the form.'] }
    ],
    [
      { attachment: { file: 'x' } },
      { attachment: ['The submitted data was not a file. Check the encoding type on the form.'] }
    ],
    [{ attachment: null }, { attachment: ['Missing file'], link: ['Missing external link'] }],
    [{ link: '' }, { attachment: ['Missing file'], link: ['Missing external link'] }]
  ] as const) {
    const answer = await admin.post(URL, { model_type: 'part', model_id: part, ...body })
    t.equal(answer.status, 400)
    t.strictSame(answer.body, problems)
  }
  t.strictSame(
    (
      await admin.post(
        URL,
        ...multipart({
          model_type: 'part',
          model_id: part,
          comment: { name: 'c.txt', content: 'a file' },
          link: 'https://example.org'
        })
      )
    ).body,
    { comment: ['Not a valid string.'] },
    'a file where text is asked for'
  )
  t.strictSame(
    (
      await admin.post(
        URL,
        ...multipart({ model_type: 'part', model_id: part, attachment: { name: 'e.txt', content: '' } })
      )
    ).body,
    { attachment: ['The submitted file is empty.'] }
  )
})

t.test('a new file takes the place of the old one, which is deleted', async (t) => {
  const made = await attach('v1.png', await picture())
  const { body } = await admin.patch(
    `${URL}${made.pk}/`,
    ...multipart({ attachment: { name: 'v2.txt', content: 'second' } })
  )
  t.match(body, { filename: 'v2.txt', file_size: 6, is_image: false, thumbnail: null })
  t.notOk(existsSync(onDisk(made.attachment)))
  t.notOk(existsSync(onDisk(made.thumbnail)))
  const { body: linked } = await admin.patch(`${URL}${made.pk}/`, { attachment: null, link: 'https://example.org/' })
  t.match(linked, { attachment: null, filename: null, file_size: 0, link: 'https://example.org/' })
  t.notOk(existsSync(onDisk(body.attachment)))
})

t.test('renaming: within the folder, with the same ending, to a name that is free', async (t) => {
  const { pk, attachment } = await attach('bench.txt', 'notes')
  await attach('taken.txt')
  const rename = (filename: string) => admin.patch(`${URL}${pk}/`, { filename })
  for (const [filename, message] of [
    ['bench.pdf', 'Cannot change file extension'],
    ['bench', 'Cannot change file extension'],
    ['../bench2.txt', 'Invalid filename'],
    ['a/b.txt', 'Invalid filename'],
    ['..', 'Invalid filename'],
    ['taken.txt', 'A file with this name already exists']
  ] as const) {
    const { status, body } = await rename(filename)
    t.equal(status, 400, filename)
    t.strictSame(body, { non_field_errors: [message] })
  }
  for (const same of ['bench.txt', '', ' '])
    t.match(await rename(same), { status: 200, body: { filename: 'bench.txt', attachment } }, 'its own name, or none')
  const { body } = await rename('my bench (2).txt')
  t.equal(body.filename, 'my_bench_2.txt')
  t.equal(readFileSync(onDisk(body.attachment), 'utf8'), 'notes')
  t.notOk(existsSync(onDisk(attachment)), 'the old name is free')
  rmSync(onDisk(body.attachment))
  t.strictSame((await rename('lost.txt')).body, { non_field_errors: ['The file is not there any more'] })
  const link = await make(URL, { model_type: 'part', model_id: part, link: 'https://example.org' })
  t.strictSame((await admin.patch(`${URL}${link.pk}/`, { filename: 'x.txt' })).body, {
    non_field_errors: ['No file attached to rename']
  })
})

t.test('a record whose file is missing can still be read and deleted', async (t) => {
  const { pk, attachment } = await attach('gone.txt')
  rmSync(onDisk(attachment))
  t.equal((await admin.get(`${URL}${pk}/`)).status, 200)
  t.equal((await admin.get(attachment)).status, 404)
  t.equal((await admin.delete(`${URL}${pk}/`)).status, 204)
})

t.test('a refused request leaves no file behind', async (t) => {
  await makeUser({ name: 'reader', roles: { part: ['view'] } })
  const { status } = await as('reader').post(
    URL,
    ...multipart({ model_type: 'part', model_id: part, attachment: { name: 'refused.txt', content: 'x' } })
  )
  t.equal(status, 403)
  t.equal(
    (
      await admin.post(
        URL,
        ...multipart({
          model_type: 'part',
          model_id: part,
          tags: 'no json',
          attachment: { name: 'refused.txt', content: 'x' }
        })
      )
    ).status,
    400
  )
  const { pk } = await attach('kept.txt', 'kept')
  // Fails after the file was stored.
  const mend = await failOnInsert(db, 'tagged_item')
  await t.rejects(
    admin.patch(`${URL}${pk}/`, ...multipart({ tags: '["a"]', attachment: { name: 'refused.txt', content: 'x' } })),
    { cause: { message: 'failing' } }
  )
  await mend()
  t.notOk(existsSync(join(mediaRoot, 'attachments/part', String(part), 'refused.txt')))
  t.equal((await admin.get(`${URL}${pk}/`)).body.filename, 'kept.txt')
  t.equal(readFileSync(join(mediaRoot, 'attachments/part', String(part), 'kept.txt'), 'utf8'), 'kept')
})

t.test('with a part go its attachments and their files, and those of what goes along', async (t) => {
  const { pk } = await make('/api/part/', { name: 'Doomed', active: false })
  const { pk: item } = (await make('/api/stock/', { part: pk, quantity: 1 }))[0]
  const owned = (
    await admin.post(
      URL,
      ...multipart({ model_type: 'part', model_id: pk, attachment: { name: 'own.txt', content: 'x' }, tags: '["t"]' })
    )
  ).body
  const stocked = (
    await admin.post(
      URL,
      ...multipart({ model_type: 'stockitem', model_id: item, attachment: { name: 'item.txt', content: 'x' } })
    )
  ).body
  t.equal((await admin.delete(`/api/part/${pk}/`)).status, 204)
  for (const { pk: gone, attachment } of [owned, stocked]) {
    t.equal((await admin.get(`${URL}${gone}/`)).status, 404)
    t.notOk(existsSync(onDisk(attachment)))
  }
  t.equal(
    (
      await db
        .selectFrom('tagged_item')
        .selectAll()
        .where('model', '=', 'attachment')
        .where('object_id', '=', owned.pk)
        .execute()
    ).length,
    0
  )
})

t.test('with a stock item go the files of its test results', async (t) => {
  const { pk } = await make('/api/part/', { name: 'Tested', testable: true })
  const { pk: item } = (await make('/api/stock/', { part: pk, quantity: 1 }))[0]
  const { pk: template } = await make('/api/part/test-template/', {
    part: pk,
    test_name: 'Leak',
    description: 'At 2 bar'
  })
  const place = join(mediaRoot, 'proof.txt')
  writeFileSync(place, 'tight')
  await db
    .insertInto('stock_test_result')
    .values({ stock_item_id: item, template_id: template, date: '2026-01-01T00:00:00Z', attachment: 'proof.txt' })
    .execute()
  t.equal((await admin.delete(`/api/stock/${item}/`)).status, 204)
  t.notOk(existsSync(place))
})

t.test('a deletion that is refused deletes no file', async (t) => {
  const { pk } = await make('/api/part/', { name: 'Active' })
  const { attachment } = (
    await admin.post(
      URL,
      ...multipart({ model_type: 'part', model_id: pk, attachment: { name: 'own.txt', content: 'x' } })
    )
  ).body
  t.equal((await admin.delete(`/api/part/${pk}/`)).status, 400)
  t.ok(existsSync(onDisk(attachment)))
})

t.test('a file that another record points to as well stays', async (t) => {
  const { pk, attachment } = await attach('shared.txt')
  const twin = await attach('twin.txt')
  rmSync(onDisk(twin.attachment))
  await db
    .updateTable('attachment')
    .set({ attachment: attachment.replace('/media/', '') })
    .where('id', '=', twin.pk)
    .execute()
  t.equal((await admin.delete(`${URL}${pk}/`)).status, 204)
  t.ok(existsSync(onDisk(attachment)))
  t.equal((await admin.delete(`${URL}${twin.pk}/`)).status, 204)
  t.notOk(existsSync(onDisk(attachment)))
})

t.test('a row whose path leads out of the folder deletes nothing there', async (t) => {
  const outside = join(mediaRoot, '..', `outside-${process.pid}.txt`)
  writeFileSync(outside, 'precious')
  const { pk, attachment } = await attach('tampered.txt')
  await db
    .updateTable('attachment')
    .set({ attachment: `../outside-${process.pid}.txt` })
    .where('id', '=', pk)
    .execute()
  t.equal((await admin.delete(`${URL}${pk}/`)).status, 204)
  t.ok(existsSync(outside))
  for (const left of [outside, onDisk(attachment)]) rmSync(left)
})

t.test('who may what: change on the record to write, delete to delete, nothing to read', async (t) => {
  const { pk } = await attach('guarded.txt')
  await makeUser({ name: 'nobody' })
  await makeUser({ name: 'viewer', roles: { part: ['view'], purchase_order: ['change'] } })
  await makeUser({ name: 'writer', roles: { part: ['view', 'change'] } })
  await makeUser({ name: 'remover', roles: { part: ['view', 'change', 'delete'] } })
  const link = { model_type: 'part', model_id: part, link: 'https://example.org' }
  t.equal((await as(null).get(`${URL}${pk}/`)).status, 401)
  t.equal((await as(null).post(URL, link)).status, 401)
  t.equal((await as('nobody').get(`${URL}${pk}/`)).status, 200)
  for (const name of ['nobody', 'viewer']) {
    t.strictSame(
      (await as(name).post(URL, link)).body,
      { detail: 'User does not have permission to create or edit attachments for this model' },
      name
    )
    t.equal((await as(name).patch(`${URL}${pk}/`, { comment: 'x' })).status, 403)
    t.equal((await as(name).put(`${URL}${pk}/`, link)).status, 403)
    t.equal(
      (await as(name).patch(`${URL}${pk}/`, { model_type: 'company' })).status,
      403,
      'nor move it to a kind that one may change'
    )
    t.equal((await as(name).delete(`${URL}${pk}/`)).status, 403)
  }
  t.equal((await as('viewer').post(URL, { ...link, model_type: 'company' })).status, 201)
  t.equal((await as('writer').patch(`${URL}${pk}/`, { comment: 'x' })).status, 200)
  t.equal((await as('writer').patch(`${URL}${pk}/`, { model_type: 'company' })).status, 403)
  t.equal((await as('writer').delete(`${URL}${pk}/`)).status, 403)
  const { pk: other } = await make(URL, { ...link, model_type: 'company' })
  const refused = await as('remover').delete(URL, { items: [pk, other] })
  t.equal(refused.status, 400)
  t.strictSame(refused.body, { non_field_errors: ['User does not have permission to delete these attachments'] })
  t.equal((await admin.get(`${URL}${pk}/`)).status, 200, 'all or nothing')
  t.strictSame((await as('remover').delete(URL, { items: [pk] })).body, { success: 'Deleted 1 items' })
})

t.test('filters, search and order', async (t) => {
  await admin.delete(`${URL}?all=true`)
  t.strictSame(
    readdirSync(join(mediaRoot, 'attachments/part', String(part))),
    [],
    'nothing is left of all that was deleted'
  )
  const small = await attach('small.txt', 'a', { comment: 'First words', tags: '["One", "Two"]' })
  const large = await attach('large.txt', 'aaaaaa')
  const link = await make(URL, {
    model_type: 'company',
    model_id: 77,
    link: 'https://example.org',
    comment: 'Terms',
    tags: ['one']
  })
  const found = async (query: string) => column((await admin.get(`${URL}?${query}`)).body, 'pk')
  t.strictSame(await found('is_file=true'), [small.pk, large.pk])
  t.strictSame(await found('is_link=true'), [link.pk])
  t.strictSame(await found('tag_name=ONE'), [small.pk, link.pk])
  t.strictSame(await found('tag_name=one,two'), [small.pk])
  t.strictSame(await found('model_type=company&model_id=77'), [link.pk])
  t.strictSame(await found('search=terms'), [link.pk])
  t.strictSame(await found('search=77'), [link.pk], 'in the number of the record')
  t.strictSame(await found('search=comp'), [link.pk], 'in the kind of record')
  t.strictSame(await found('ordering=-file_size'), [large.pk, small.pk, link.pk])
  t.strictSame(await found('upload_user=1&ordering=model_type'), [link.pk, small.pk, large.pk])
})
