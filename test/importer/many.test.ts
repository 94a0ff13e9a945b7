import t from 'tap'
import { isPostgres } from '#db/dialect.ts'
import { build } from '../helper.ts'
import { accept, rowsOf, sheetRows, workbook } from '../support/importing.ts'

const { as, db } = await build(t)
const admin = as('admin')

t.test('5,000 rows of a workbook', async (t) => {
  const codes = Array.from({ length: 5000 }, (_, i) => [`P-${i}`, `Project ${i}`, i % 2 === 0])
  const content = workbook(sheetRows([['Project Code', 'Description', 'Active'], ...codes]))
  const { session, rows } = await rowsOf(admin, 'projectcode', { name: 'codes.xlsx', content })
  t.equal(rows.length, 5000)
  t.ok(rows.every(({ valid }) => valid))
  // With a database of its own process every row takes several times as long.
  const most = isPostgres(db) ? 500 : 5000
  for (const portion of [rows.slice(0, 100), rows.slice(100, most)])
    t.equal((await accept(admin, session, portion)).status, 201)
  t.match((await admin.get('/api/project-code/?search=P-499&limit=1&ordering=code')).body, {
    results: [{ description: 'Project 499', active: false }]
  })
  t.match(
    (await admin.get(`/api/importer/session/${session}/`)).body,
    most === 5000 ? { status: 40, row_count_history: 5000 } : { status: 30, completed_row_count: 500 }
  )
})

t.test('rows are not made anew of an import whose last row was imported meanwhile', async (t) => {
  const content = ['code', ...Array.from({ length: 1500 }, (_, i) => `MEANWHILE-${i}`)].join('\n')
  const { session, rows } = await rowsOf(admin, 'projectcode', { content })
  const others = rows.slice(1).map(({ pk }) => pk)
  t.equal((await admin.delete('/api/importer/row/', { items: others })).status, 200)
  const path = `/api/importer/session/${session}/`
  const [again, accepted] = await Promise.all([
    admin.post(`${path}accept_fields/`, {}),
    accept(admin, session, rows.slice(0, 1))
  ])
  t.equal(accepted.status, 201)
  // Which of the two is heard first is for the server and its database to say.
  t.equal(again.status, 400)
  t.match(again.body.error[0], /^(The import was changed meanwhile|All rows of this import were imported)\.$/)
  t.match((await admin.get(path)).body, { status: 40, row_count: 0, row_count_history: 1 })

  const late = await admin.post(`${path}accept_fields/`, {})
  t.strictSame([late.status, late.body], [400, { error: ['All rows of this import were imported.'] }])
  t.equal((await admin.get('/api/project-code/?search=MEANWHILE&limit=1')).body.count, 1)
})

t.test('of an import that was changed while its rows were made, none are', async (t) => {
  const content = ['code', ...Array.from({ length: 1500 }, (_, i) => `CHANGED-${i}`)].join('\n')
  // Which of the two is heard first is for the server and its database to say.
  for (let tries = 0; tries < 20; tries++) {
    const { session } = await rowsOf(admin, 'projectcode', { content })
    const path = `/api/importer/session/${session}/`
    const [made, changed] = await Promise.all([
      admin.post(`${path}accept_fields/`, {}),
      admin.patch(path, { field_overrides: { description: 'of all' } })
    ])
    t.equal(changed.status, 200)
    if (made.status === 200) continue
    t.strictSame([made.status, made.body], [400, { error: ['The import was changed meanwhile.'] }])
    t.equal((await admin.post(`${path}accept_fields/`, {})).status, 200)
    return
  }
  t.fail('it was never changed in time')
})
