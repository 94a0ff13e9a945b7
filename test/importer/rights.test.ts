import t from 'tap'
import { existsSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../helper.ts'
import { accept, begin, rowsOf } from '../support/importing.ts'
import { dropOldSessions } from '../../src/modules/importer/old.ts'
import { IMPORT_LIMITS } from '../../src/framework/import-limits.ts'

const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-importer-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))
const { as, db, makeUser } = await build(t, { mediaRoot })
await makeUser({ name: 'reader', roles: { part: ['view'] } })
await makeUser({ name: 'editor', roles: { part: ['view', 'change'] } })
await makeUser({ name: 'maker', roles: { part: ['view', 'change', 'add'] } })
await makeUser({ name: 'helper', staff: true })

const content = 'name,description\nBolt,Steel\n'
const SESSION = '/api/importer/session/'

t.test('whoever may not change such records → 403 for all but looking', async (t) => {
  const reader = as('reader')
  const { pk, column_mappings } = (await begin(reader, 'part', { content })).body
  const [mapping] = column_mappings
  t.equal((await reader.get(`${SESSION}${pk}/`)).status, 200)
  for (const [method, address, body] of [
    ['patch', `${SESSION}${pk}/`, { field_defaults: {} }],
    ['patch', `${SESSION}${pk}/`, { field_defaults: 7 }],
    ['put', `${SESSION}${pk}/`, {}],
    ['delete', `${SESSION}${pk}/`, undefined],
    ['delete', SESSION, { items: [pk] }],
    ['post', `${SESSION}${pk}/accept_fields/`, {}],
    ['post', `${SESSION}${pk}/accept_rows/`, { rows: [] }],
    ['patch', `/api/importer/column-mapping/${mapping.pk}/`, { column: '' }],
    ['patch', `/api/importer/column-mapping/${mapping.pk}/`, { column: null }],
    ['put', `/api/importer/column-mapping/${mapping.pk}/`, {}]
  ] as const)
    t.equal((await reader[method](address, body)).status, 403, `${method} ${address} ${JSON.stringify(body)}`)
  t.equal((await as('admin').post(`${SESSION}${pk}/accept_fields/`, {})).status, 200)
  const [row] = (await reader.get(`/api/importer/row/?session=${pk}`)).body
  t.match(row, { valid: true })
  for (const [method, address, body] of [
    ['patch', `/api/importer/row/${row.pk}/`, { data: { name: 'X' } }],
    ['patch', `/api/importer/row/${row.pk}/`, { data: 7 }],
    ['delete', `/api/importer/row/${row.pk}/`, undefined],
    ['delete', '/api/importer/row/', { items: [row.pk] }],
    ['post', `${SESSION}${pk}/accept_rows/`, { rows: [row.pk] }]
  ] as const)
    t.equal((await reader[method](address, body)).status, 403, `${method} ${address} ${JSON.stringify(body)}`)
})

t.test('importing takes add, or change where records are changed', async (t) => {
  const editor = as('editor')
  const { session, rows } = await rowsOf(editor, 'part', { content })
  t.equal((await accept(editor, session, rows)).status, 403)
  const made = await rowsOf(as('maker'), 'part', { content })
  t.equal((await accept(as('maker'), made.session, made.rows)).status, 201)
  const [part] = (await as('admin').get('/api/part/')).body
  t.match(part, { name: 'Bolt', creation_user: 4 })
  const changed = await rowsOf(editor, 'part', { content: `id,units\n${part.pk},m\n`, update_records: 'true' })
  t.equal((await accept(editor, changed.session, changed.rows)).status, 201)
  t.match((await as('admin').get(`/api/part/${part.pk}/`)).body, { units: 'm' })
})

t.test('the imports of others → 404, nothing in lists, 403 for accept_fields; staff see them', async (t) => {
  const { session, rows } = await rowsOf(as('maker'), 'part', { content })
  const editor = as('editor')
  const [mapping] = (await as('maker').get(`${SESSION}${session}/`)).body.column_mappings
  for (const address of [
    `${SESSION}${session}/`,
    `/api/importer/row/${rows[0].pk}/`,
    `/api/importer/column-mapping/${mapping.pk}/`
  ]) {
    t.equal((await editor.get(address)).status, 404)
    t.equal((await editor.patch(address, {})).status, 404)
    t.equal((await as('helper').get(address)).status, 200)
  }
  t.equal((await accept(editor, session, rows)).status, 404)
  t.equal((await editor.post(`${SESSION}${session}/accept_fields/`, {})).status, 403)
  t.strictSame((await editor.get(`/api/importer/row/?session=${session}`)).body, [])
  t.strictSame((await editor.get(`/api/importer/column-mapping/?session=${session}`)).body, [])
  const theirs = await rowsOf(editor, 'part', { content })
  t.match(await accept(editor, theirs.session, rows), { status: 403 })
  t.match(await accept(as('admin'), theirs.session, rows), {
    status: 400,
    body: { rows: ['Row does not belong to this session'] }
  })
})

t.test('a file is for whom it is and for staff, and goes with its import', async (t) => {
  const { body } = await begin(as('maker'), 'part', { name: 'Secret prices.csv', content })
  t.equal(body.data_file, '/media/import/Secret_prices.csv')
  t.equal((await as('maker').get(body.data_file)).text, content)
  t.equal((await as('helper').get(body.data_file)).status, 200)
  t.not((await as('editor').get(body.data_file)).status, 200)
  t.not((await as(null).get(body.data_file)).status, 200)
  t.equal((await as('maker').delete(`${SESSION}${body.pk}/`)).status, 204)
  t.notOk(existsSync(join(mediaRoot, 'import/Secret_prices.csv')))
})

t.test('old imports go, with their rows and files', async (t) => {
  const { session } = await rowsOf(as('maker'), 'part', { name: 'old.csv', content })
  const { session: young } = await rowsOf(as('maker'), 'part', { content })
  await db
    .updateTable('import_session')
    .set({ timestamp: new Date(Date.now() - 3 * 86_400_000).toISOString() })
    .where('id', '=', session)
    .execute()
  const config = { database: ':memory:' as const, mediaRoot, backupFolder: mediaRoot }
  await dropOldSessions({ db, config } as unknown as Parameters<typeof dropOldSessions>[0])
  t.equal((await as('maker').get(`${SESSION}${session}/`)).status, 200)
  const importLimits = { ...IMPORT_LIMITS, days: 2 }
  await dropOldSessions({ db, config: { ...config, importLimits } } as unknown as Parameters<typeof dropOldSessions>[0])
  t.equal((await as('maker').get(`${SESSION}${session}/`)).status, 404)
  t.equal((await as('maker').get(`${SESSION}${young}/`)).status, 200)
  t.strictSame((await as('maker').get(`/api/importer/row/?session=${session}`)).status, 400)
})
