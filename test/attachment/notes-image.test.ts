import t from 'tap'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../helper.ts'
import { multipart, picture } from '../support/multipart.ts'

const URL = '/api/notes-image-upload/'
const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-notes-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))
const { as, make, makeUser } = await build(t, { mediaRoot })
const admin = as('admin')
const image = { name: 'n.png', content: await picture('png', 4, 4) }

t.test('every signed-in user may upload a picture, nobody else', async (t) => {
  await makeUser({ name: 'nobody' })
  t.equal((await as(null).post(URL, ...multipart({ image }))).status, 401)
  t.equal((await as(null).get(URL)).status, 401)
  const { status, body } = await as('nobody').post(URL, ...multipart({ image }))
  t.equal(status, 201)
  t.match(body, {
    pk: 1,
    image: '/media/notes/n.png',
    user: 2,
    date: /^\d{4}-\d\d-\d\d \d\d:\d\d$/,
    model_type: null,
    model_id: null
  })
  t.equal((await as('nobody').get(body.image)).status, 200)
  t.strictSame((await as('nobody').get(`${URL}?limit=3`)).body.results, [body])
})

t.test('what is no picture, no kind of record, or missing → 400', async (t) => {
  t.strictSame((await admin.post(URL, {})).body, { image: ['No file was submitted.'] })
  t.strictSame((await admin.post(URL, { image: null })).body, { image: ['This field may not be null.'] })
  t.strictSame((await admin.post(URL, ...multipart({ image: { name: 'x.png', content: 'text' } }))).body, {
    image: ['Upload a valid image. The file you uploaded was either not an image or a corrupted image.']
  })
  t.strictSame((await admin.post(URL, ...multipart({ image, model_type: 'bogus' }))).body, {
    model_type: ["Invalid model type 'bogus'"]
  })
  t.equal((await admin.get(URL)).body.length, 1)
})

t.test('the pictures of a record go with it', async (t) => {
  const { pk } = await make('/api/part/', { name: 'Noted', active: false })
  const { body } = await admin.post(URL, ...multipart({ image, model_type: 'part', model_id: pk }))
  t.match(body, { image: /^\/media\/notes\/n_\w{7}\.png$/, model_type: 'part', model_id: pk })
  t.equal((await admin.get(`${URL}?search=part`)).body.length, 1)
  t.equal((await admin.delete(`/api/part/${pk}/`)).status, 204)
  t.equal((await admin.get(URL)).body.length, 1)
  t.notOk(existsSync(join(mediaRoot, body.image.replace('/media/', ''))))
})
