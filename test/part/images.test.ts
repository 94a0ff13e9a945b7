import t from 'tap'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { build } from '../helper.ts'
import { failOnInsert } from '../support/database.ts'
import { multipart, picture } from '../support/multipart.ts'

const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-images-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))
const { as, make, makeUser, db } = await build(t, { mediaRoot })
const admin = as('admin')
const folder = () => readdirSync(join(mediaRoot, 'part_images')).sort()
const INVALID = { image: ['Upload a valid image. The file you uploaded was either not an image or a corrupted image.'] }
const BLANK = '/static/img/blank_image.thumbnail.png'

let count = 0
const newPart = async (body = {}): Promise<number> =>
  (await make('/api/part/', { name: `Knob ${++count}`, ...body })).pk
const upload = (pk: number, name: string, content: Buffer | string) =>
  admin.patch(`/api/part/${pk}/`, ...multipart({ image: { name, content } }))

t.test('a picture comes with two small forms of the same kind and shape', async (t) => {
  for (const [name, format, stored] of [
    ['a.png', 'png', 'png'],
    ['b.jpg', 'jpeg', 'jpeg'],
    ['c.gif', 'gif', 'gif'],
    ['d.webp', 'webp', 'webp'],
    ['e.tiff', 'tiff', 'tiff']
  ] as const) {
    const pk = await newPart()
    const { status, body } = await upload(pk, name, await picture(format))
    t.equal(status, 200, name)
    const [stem, ending] = name.split('.')
    t.match(body, { image: `/media/part_images/${name}`, thumbnail: `/media/part_images/${stem}.thumbnail.${ending}` })
    for (const [form, width] of [
      ['thumbnail', 128],
      ['preview', 256]
    ] as const) {
      const meta = await sharp(readFileSync(join(mediaRoot, 'part_images', `${stem}.${form}.${ending}`))).metadata()
      t.match(meta, { format: stored, width, height: width / 2 }, `${name} ${form}`)
    }
    t.equal((await admin.get(body.thumbnail)).status, 200)
  }
})

t.test('a POST takes a picture as well; a small one is not blown up', async (t) => {
  const { status, body } = await admin.post(
    '/api/part/',
    ...multipart({ name: 'With picture', image: { name: 'tiny.png', content: await picture('png', 7, 3) } })
  )
  t.equal(status, 201)
  t.equal(body.image, '/media/part_images/tiny.png')
  t.match(await sharp(readFileSync(join(mediaRoot, 'part_images/tiny.thumbnail.png'))).metadata(), {
    width: 7,
    height: 3
  })
})

t.test('a bitmap and a JPEG 2000 are pictures too, and are their own small forms', async (t) => {
  const bmp = Buffer.alloc(58)
  bmp.write('BM')
  bmp.writeUInt32LE(58, 2)
  bmp.writeUInt32LE(54, 10)
  bmp.writeUInt32LE(40, 14)
  bmp.writeInt32LE(1, 18)
  bmp.writeInt32LE(1, 22)
  bmp.writeUInt16LE(24, 28)
  for (const [name, bytes] of [
    ['x.bmp', bmp],
    ['x.j2k', Buffer.from('ff4fff51002f', 'hex')]
  ] as const) {
    const { status, body } = await upload(await newPart(), name, bytes)
    t.equal(status, 200, name)
    t.equal((await admin.get(body.thumbnail)).status, 200)
  }
  t.strictSame((await upload(await newPart(), 'cut.bmp', bmp.subarray(0, 40))).body, INVALID)
})

t.test('what is no picture → 400, and no file', async (t) => {
  const pk = await newPart()
  const before = folder()
  const png = await picture()
  for (const [name, content] of [
    ['bad.png', 'this is no picture'],
    ['page.png', '<html><script>alert(1)</script>'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['cut.png', png.subarray(0, png.length / 2)],
    ['head.png', png.subarray(0, 24)],
    ['doc.pdf', '%PDF-1.7\n']
  ] as const)
    t.strictSame((await upload(pk, name, content)).body, INVALID, name)
  t.match((await upload(pk, 'page.html', png)).body, {
    image: [/^File extension “html” is not allowed\. Allowed extensions are: /]
  })
  t.strictSame((await upload(pk, 'empty.png', '')).body, { image: ['The submitted file is empty.'] })
  t.strictSame((await admin.patch(`/api/part/${pk}/`, { image: 'part_images/a.png' })).body, {
    image: ['The submitted data was not a file. Check the encoding type on the form.']
  })
  t.strictSame(
    (await admin.patch(`/api/part/${pk}/`, ...multipart({ name: '', image: { name: 'bad.png', content: 'x' } }))).body,
    { name: ['This field may not be blank.'], ...INVALID },
    'told together with what else is wrong'
  )
  t.strictSame(folder(), before)
  t.match((await admin.get(`/api/part/${pk}/`)).body, { image: null, thumbnail: BLANK })
})

t.test('names: no folders, no clash with a picture or with a small form of one', async (t) => {
  const pk = await newPart()
  t.equal((await upload(pk, '../../outside.png', await picture())).body.image, '/media/part_images/outside.png')
  t.match((await upload(await newPart(), 'outside.png', await picture())).body.image, /outside_\w{7}\.png/)
  t.match(
    (await upload(await newPart(), 'outside.thumbnail.png', await picture())).body.image,
    /outside\.thumbnail_\w{7}\.png/
  )
  await upload(await newPart(), 'early.preview.png', await picture())
  t.match((await upload(await newPart(), 'early.png', await picture())).body.image, /early_\w{7}\.png/)
})

t.test(
  'null takes the picture away, an empty text does not; the file goes with the last part that has it',
  async (t) => {
    const [first, second] = [await newPart(), await newPart()]
    await upload(first, 'shared.png', await picture())
    t.equal(
      (await admin.patch(`/api/part/${second}/`, { existing_image: 'anything/shared.png' })).body.image,
      '/media/part_images/shared.png'
    )
    t.match((await admin.patch(`/api/part/${first}/`, { image: null })).body, { image: null, thumbnail: BLANK })
    t.ok(folder().includes('shared.png'))
    t.equal((await admin.patch(`/api/part/${second}/`, ...multipart({ image: '' }))).status, 400)
    t.ok(folder().includes('shared.png'))
    t.equal((await admin.patch(`/api/part/${second}/`, { image: null })).body.image, null)
    t.strictSame(
      folder().filter((name) => name.startsWith('shared')),
      []
    )
  }
)

t.test('another picture takes the place of the first, which is deleted', async (t) => {
  const pk = await newPart()
  await upload(pk, 'old.png', await picture())
  t.equal((await upload(pk, 'new.png', await picture())).body.image, '/media/part_images/new.png')
  t.strictSame(
    folder().filter((name) => name.startsWith('old')),
    []
  )
})

t.test('an existing picture: the name alone counts, and it must be there', async (t) => {
  const pk = await newPart()
  for (const existing_image of ['nothing-here.png', '..', 'part_images/', '../secret_key.txt']) {
    const { status, body } = await admin.patch(`/api/part/${pk}/`, { existing_image })
    t.equal(status, 400, existing_image)
    t.ok(body.existing_image, existing_image)
  }
  t.strictSame((await admin.patch(`/api/part/${pk}/`, { existing_image: 'nope.png' })).body, {
    existing_image: ['Image file does not exist']
  })
  t.strictSame((await admin.patch(`/api/part/${pk}/`, { existing_image: '' })).body, {
    existing_image: ['This field may not be blank.']
  })
})

t.test('a copy takes the picture along when asked', async (t) => {
  const pk = await newPart()
  await upload(pk, 'original.png', await picture())
  t.equal(
    (await make('/api/part/', { name: 'Copy', duplicate: { original: pk, copy_image: true } })).image,
    '/media/part_images/original.png'
  )
  t.equal((await make('/api/part/', { name: 'Copy without', duplicate: { original: pk } })).image, null)
})

t.test('with a part goes its picture', async (t) => {
  const pk = await newPart({ active: false })
  await upload(pk, 'doomed.png', await picture())
  t.equal((await admin.delete(`/api/part/${pk}/`)).status, 204)
  t.strictSame(
    folder().filter((name) => name.startsWith('doomed')),
    []
  )
})

t.test('a part that is refused leaves no picture behind', async (t) => {
  const mend = await failOnInsert(db, 'tagged_item')
  await t.rejects(
    admin.post(
      '/api/part/',
      ...multipart({ name: 'Failing', tags: '["a"]', image: { name: 'failing.png', content: await picture() } })
    ),
    { cause: { message: 'failing' } }
  )
  await mend()
  t.strictSame(
    folder().filter((name) => name.startsWith('failing')),
    []
  )
})

t.test('thumbs: the most used first, searched, paged', async (t) => {
  await db.updateTable('part').set({ image: null }).execute()
  const [one, two, three] = [await newPart({ keywords: 'dial' }), await newPart(), await newPart()]
  await upload(one, 'most.png', await picture())
  await upload(three, 'least.png', await picture())
  await admin.patch(`/api/part/${two}/`, { existing_image: 'most.png' })
  const [most, least] = [
    { image: '/media/part_images/most.png', count: 2 },
    { image: '/media/part_images/least.png', count: 1 }
  ]
  t.strictSame((await admin.get('/api/part/thumbs/')).body, [most, least])
  t.strictSame((await admin.get('/api/part/thumbs/?search=DIAL')).body, [{ ...most, count: 1 }])
  t.match((await admin.get('/api/part/thumbs/?limit=1&offset=1')).body, { count: 2, next: null, results: [least] })
})

t.test('the picture of one part: who may, and what is refused', async (t) => {
  await makeUser({ name: 'viewer', roles: { part: ['view'] } })
  await makeUser({ name: 'nobody' })
  const pk = await newPart()
  const url = `/api/part/thumbs/${pk}/`
  const body = multipart({ image: { name: 'thumb.png', content: await picture() } })
  t.equal((await as(null).get(url)).status, 401)
  t.equal((await as('nobody').get(url)).status, 403)
  t.equal((await as('nobody').get('/api/part/thumbs/')).status, 200)
  t.strictSame((await as('viewer').get(url)).body, { image: null })
  t.equal((await as('viewer').put(url, ...body)).status, 403)
  t.equal((await as('viewer').patch(url, ...body)).status, 403)
  t.equal((await as('viewer').patch(`/api/part/${pk}/`, ...body)).status, 403)
  t.strictSame((await admin.put(url, {})).body, { image: ['No file was submitted.'] })
  t.strictSame((await admin.patch(url, { image: null })).body, { image: ['This field may not be null.'] })
  t.strictSame((await admin.put(url, ...multipart({ image: { name: 'x.png', content: 'text' } }))).body, {
    image: ['File is not an image']
  })
  t.equal((await admin.put('/api/part/thumbs/424242/', {})).status, 404)
  t.strictSame((await admin.put(url, ...body)).body, { image: '/media/part_images/thumb.png' })
  t.strictSame((await admin.patch(url, {})).body, { image: '/media/part_images/thumb.png' })
  t.ok(existsSync(join(mediaRoot, 'part_images/thumb.thumbnail.png')))
})

t.test('the picture of a company carries its number', async (t) => {
  const { status, body } = await admin.post(
    '/api/company/',
    ...multipart({ name: 'Halle', image: { name: 'logo.PNG', content: await picture() } })
  )
  t.equal(status, 201)
  t.equal(body.image, `/media/company_images/company_${body.pk}_img.PNG`)
  const url = `/api/company/${body.pk}/`
  t.strictSame((await admin.patch(url, ...multipart({ image: { name: 'x.png', content: 'x' } }))).body, INVALID)
  const { image } = (
    await admin.patch(url, ...multipart({ image: { name: 'other.jpg', content: await picture('jpeg') } }))
  ).body
  t.equal(image, `/media/company_images/company_${body.pk}_img.jpg`)
  t.strictSame(readdirSync(join(mediaRoot, 'company_images')).length, 3, 'the old one is gone with its forms')
  t.equal((await admin.delete(url)).status, 204)
  t.strictSame(readdirSync(join(mediaRoot, 'company_images')), [])
})

t.test(
  'a picture of more pixels than are decoded → refused as a picture; attached, it has no small form',
  async (t) => {
    const { as, make } = await build(t)
    const part = await make('/api/part/', { name: 'Large' })
    const content = await picture('png', 8100, 8000)
    t.equal(
      (await as('admin').patch(`/api/part/${part.pk}/`, ...multipart({ image: { name: 'large.png', content } })))
        .status,
      400
    )
    const { status, body } = await as('admin').post(
      '/api/attachment/',
      ...multipart({ model_type: 'part', model_id: part.pk, attachment: { name: 'large.png', content } })
    )
    t.equal(status, 201)
    t.match(body, { is_image: false, thumbnail: null })
  }
)
