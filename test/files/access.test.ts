import t from 'tap'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { isPostgres } from '#db/dialect.ts'
import { build, PASSWORD, type House } from '../helper.ts'
import { Browser } from '../support/browser.ts'
import { multipart, picture } from '../support/multipart.ts'

/** A server with a file of every kind, and users who may view some of what they belong to. */
async function house(
  t: Parameters<typeof build>[0],
  mediaAccess: 'roles' | 'signed-in',
  onStatement?: (text: string) => void
) {
  const outside = mkdtempSync(join(tmpdir(), 'inventree-outside-'))
  const mediaRoot = join(outside, 'media')
  mkdirSync(mediaRoot)
  t.teardown(() => rmSync(outside, { recursive: true }))
  const built = await build(t, { mediaRoot, mediaAccess }, onStatement)
  const { as, make, makeUser } = built
  const admin = as('admin')
  await makeUser({ name: 'parts', roles: { part: ['view'] } })
  await makeUser({ name: 'builder', roles: { build: ['view'] } })
  await makeUser({ name: 'buyer', roles: { purchase_order: ['view'] } })
  await makeUser({ name: 'keeper', roles: { stock: ['view', 'add'] } })
  await makeUser({ name: 'nils' })
  await makeUser({ name: 'stan', staff: true })

  const sent = async (method: 'post' | 'patch', url: string, fields: Parameters<typeof multipart>[0]) => {
    const answer = await admin[method](url, ...multipart(fields))
    if (answer.status >= 300) throw new Error(answer.text)
    return answer.body
  }
  const image = async (name: string) => ({ name, content: await picture() })
  const part = (await make('/api/part/', { name: 'Valve', testable: true })).pk
  const company = (await make('/api/company/', { name: 'Maker' })).pk
  const item = (await admin.post('/api/stock/', { part, quantity: 1 })).body[0].pk
  const picturedPart = await sent('patch', `/api/part/${part}/`, { image: await image('valve.png') })
  const picturedCompany = await sent('patch', `/api/company/${company}/`, { image: await image('maker.png') })
  const drawing = await sent('post', '/api/attachment/', {
    model_type: 'part',
    model_id: part,
    attachment: await image('drawing.png')
  })
  const contract = await sent('post', '/api/attachment/', {
    model_type: 'company',
    model_id: company,
    attachment: { name: 'contract.txt', content: 'text' }
  })
  const noted = await sent('post', '/api/notes-image-upload/', {
    model_type: 'part',
    model_id: part,
    image: await image('note.png')
  })
  const early = await sent('post', '/api/notes-image-upload/', { image: await image('early.png') })
  await make('/api/part/test-template/', { part, test_name: 'Leak', description: 'Under water' })
  const proof = await sent('post', '/api/stock/test/', {
    stock_item: item,
    test: 'Leak',
    result: 'true',
    attachment: { name: 'proof.txt', content: 'text' }
  })
  writeFileSync(join(mediaRoot, 'orphan.txt'), 'nobody knows whose')

  const [PARTS, COMPANIES] = [
    ['admin', 'parts', 'builder'],
    ['admin', 'buyer']
  ]
  const files: Record<string, { url: string; readers: string[] }> = {
    'the picture of a part': { url: picturedPart.image, readers: PARTS },
    'its small form': { url: picturedPart.thumbnail, readers: PARTS },
    'the picture of a company': { url: picturedCompany.image, readers: COMPANIES },
    'an attachment of a part': { url: drawing.attachment, readers: PARTS },
    'the small form of an attachment': { url: drawing.thumbnail, readers: PARTS },
    'an attachment of a company': { url: contract.attachment, readers: COMPANIES },
    'a picture in the notes of a part': { url: noted.image, readers: PARTS },
    'a picture for notes of nothing yet': {
      url: early.image,
      readers: ['admin', 'parts', 'builder', 'buyer', 'keeper', 'nils', 'stan']
    },
    'what proves a test of an item': { url: proof.attachment, readers: ['admin', 'keeper'] },
    'a file that belongs to nothing': { url: '/media/orphan.txt', readers: ['admin', 'stan'] }
  }
  return { ...built, mediaRoot, outside, files }
}

const USERS = ['admin', 'parts', 'builder', 'buyer', 'keeper', 'nils', 'stan']

async function readersOf({ as }: House, url: string): Promise<string[]> {
  const readers: string[] = []
  for (const name of USERS) {
    const { status } = await as(name).get(url)
    if (status === 200) readers.push(name)
    else if (status !== 404) throw new Error(`${name} got ${status} for ${url}`)
  }
  return readers
}

t.test('a file is read by whoever may view what it belongs to; for others there is none → 404', async (t) => {
  const built = await house(t, 'roles')
  for (const [what, { url, readers }] of Object.entries(built.files)) {
    t.equal((await built.as(null).get(url)).status, 401, `${what}: anonymous`)
    t.strictSame(await readersOf(built, url), readers, what)
    t.equal((await built.as('admin').get(url, undefined, { range: 'bytes=0-1' })).status, 206, `${what}: a part of it`)
    if (readers.includes('nils')) continue
    for (const header of [{ range: 'bytes=0-1' }, { 'if-none-match': '*' }] as Record<string, string>[])
      t.equal((await built.as('nils').get(url, undefined, header)).status, 404, what)
    t.equal((await built.as('nils').head(url)).status, 404, `${what}: HEAD`)
  }
})

t.test(
  'a page shows pictures by the session of its browser, those of the records that its user may view',
  async (t) => {
    const built = await house(t, 'roles')
    const browser = new Browser(built)
    t.equal((await browser.signIn('parts', PASSWORD)).status, 200)
    for (const [what, { url, readers }] of Object.entries(built.files))
      t.equal((await browser.ask('GET', url)).status, readers.includes('parts') ? 200 : 404, what)
  }
)

t.test('where the configuration says so, everybody who is signed in reads attachments and pictures', async (t) => {
  const built = await house(t, 'signed-in')
  for (const [what, { url }] of Object.entries(built.files)) {
    t.equal((await built.as(null).get(url)).status, 401, what)
    t.strictSame(await readersOf(built, url), USERS, what)
  }
})

for (const access of ['roles', 'signed-in'] as const)
  t.test(
    `files made on demand have names that nobody guesses, and are for their user and staff: ${access}`,
    async (t) => {
      const built = await house(t, access)
      const { as, db } = built
      const first = (await as('keeper').get('/api/stock/?export=true')).body.output as string
      const second = (await as('keeper').get('/api/stock/?export=true')).body.output as string
      const [, random] = /^\/media\/data_output\/InvenTree_StockItem_[-\d]+_([0-9a-f]{32})\.csv$/.exec(first)!
      t.notOk(second.includes(random!), 'each has its own')
      t.strictSame(await readersOf(built, first), ['admin', 'keeper', 'stan'])
      const { headers } = await as('keeper').get(first)
      t.match(
        headers['content-disposition'],
        /^attachment; filename="InvenTree_StockItem_[-\d]+\.csv"$/,
        'it is saved without the letters'
      )
      t.equal((await as('keeper').get(first, undefined, { range: 'bytes=0-3' })).status, 206)
      // A row that is gone, whatever became of its file.
      await db.deleteFrom('data_output').execute()
      t.strictSame(await readersOf(built, first), ['admin', 'stan'])
    }
  )

t.test('paths that try to lead elsewhere → 404 for everybody, and nothing of it is sent', async (t) => {
  const { as, mediaRoot, outside } = await house(t, 'signed-in')
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  writeFileSync(join(mediaRoot, '.hidden'), 'secret')
  mkdirSync(join(mediaRoot, '.folder'))
  writeFileSync(join(mediaRoot, '.folder', 'a.txt'), 'secret')
  symlinkSync(outside, join(mediaRoot, 'way-out'))
  symlinkSync(join(outside, 'secret.txt'), join(mediaRoot, 'link.txt'))
  symlinkSync(join(mediaRoot, 'orphan.txt'), join(mediaRoot, 'inside.txt'))
  for (const path of [
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e%2fsecret.txt',
    '..%5csecret.txt',
    '%252e%252e%252fsecret.txt',
    'attachments/..%2f..%2fsecret.txt',
    'a/../../secret.txt',
    'attachments%2fpart',
    'orphan.txt%00',
    'orphan%00.txt',
    '%00',
    '%',
    '%zz',
    '.hidden',
    '%2ehidden',
    '.folder/a.txt',
    'attachments//part',
    '//secret.txt',
    'way-out/secret.txt',
    'link.txt',
    'way-out/media/orphan.txt/',
    'orphan.txt/',
    'attachments',
    'attachments/',
    ''
  ]) {
    for (const user of ['admin', 'nils']) {
      const { status, text } = await as(user).get(`/media/${path}`)
      t.equal(status, 404, `${path} for ${user}`)
      t.notMatch(text, /secret$/, path)
    }
  }
  t.equal((await as('nils').get('/media/inside.txt')).status, 200, 'a link that stays inside is followed')
  t.equal((await as('nils').get('/%6dedia/orphan.txt')).status, 404)
})

t.test('who may read is found by one query, from indexes alone', async (t) => {
  const statements: string[] = []
  const { as, db, files } = await house(t, 'roles', (text) => statements.push(text))
  const { url } = files['the picture of a part']!
  await as('parts').get(url)
  statements.length = 0
  t.equal((await as('parts').get(url)).status, 200)
  const lookups = statements.filter((text) => text.includes('notes_image'))
  t.equal(lookups.length, 1)
  if (isPostgres(db)) return
  const filled = lookups[0]!.replaceAll('?', "'x'")
  const { rows } = await sql<{ detail: string }>`explain query plan ${sql.raw(filled)}`.execute(db)
  t.strictSame(
    rows.map(({ detail }) => detail).filter((detail) => /\bSCAN (?!CONSTANT)/.test(detail)),
    []
  )
})
