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
