import t, { type Test } from 'tap'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { unzipSync } from 'fflate'
import { EXPORT_LIMIT } from '#contract/export.ts'
import { SHEET } from '#modules/data-output/workbook.ts'
import { build, type House } from '../helper.ts'

/** More than a list reads at once, many times. */
const MANY = 3000

/**
 * A server with so many parts; `log` has the statements about parts, and `answer` for each other request that was
 * answered.
 */
async function withParts(
  t: Test,
  count = MANY
): Promise<House & { mediaRoot: string; log: string[]; another: () => Promise<void> }> {
  const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-export-'))
  t.teardown(() => rmSync(mediaRoot, { recursive: true }))
  const log: string[] = []
  const house = await build(t, { mediaRoot }, (text) => {
    if (/from "part"|"data_output" (set|\()/.test(text)) log.push(text)
  })
  const parts = Array.from({ length: count }, (_, i) => ({
    name: `part ${i}`,
    description: '',
    creation_date: '2026-01-01'
  }))
  for (let at = 0; at < count; at += 200)
    await house.db
      .insertInto('part')
      .values(parts.slice(at, at + 200) as never[])
      .execute()
  await house.as('admin').get('/api/user/roles/')
  log.length = 0
  const another = async () => {
    await house.as('admin').get('/api/user/roles/')
    log.push('answer')
  }
  return { ...house, mediaRoot, log, another }
}

/** Asks for something else again and again until the work is done. */
async function meanwhile<Result>(work: Promise<Result>, another: () => Promise<void>): Promise<Result> {
  let done = false
  work
    .finally(() => {
      done = true
    })
    .catch(() => undefined)
  while (!done) {
    await another()
    await turn()
  }
  return await work
}

/** How many answers lie between the first and the last statement of a kind. */
function between(log: string[], kind: RegExp): number {
  const [first, last] = [log.findIndex((text) => kind.test(text)), log.findLastIndex((text) => kind.test(text))]
  return log.slice(first, last).filter((text) => text === 'answer').length
}

t.test('while a long list is read, whole or for a file, others are answered', async (t) => {
  const { as, log, another } = await withParts(t)
  // any: the answers of different operations
  const countOf = (body: any) => (Array.isArray(body) ? body.length : (body.total ?? body.count))
  for (const url of [
    '/api/part/',
    `/api/part/?limit=${MANY}`,
    '/api/part/?export=true',
    '/api/part/?export=true&export_format=tsv'
  ]) {
    log.length = 0
    const { status, body } = await meanwhile(as('admin').get(url), another)
    t.equal(status, 200)
    t.equal(countOf(body), MANY)
    t.ok(between(log, /from "part"/) >= 5, `${url}: ${between(log, /from "part"/)} answers while the records were read`)
  }
  log.length = 0
  const { body: found } = await meanwhile(
    as('admin').post('/api/search/', { search: 'part', part: {}, limit: MANY }),
    another
  )
  t.equal(found.part.results.length, MANY)
  t.ok(between(log, /from "part"/) >= 5, 'a search too')
  const head = await as('admin').head('/api/part/')
  t.equal(head.status, 200)
  t.equal(head.text, '')
})

t.test('while a workbook is made, others are answered', async (t) => {
  const { as, log, another } = await withParts(t)
  const { body } = await meanwhile(as('admin').get('/api/part/?export=true&export_format=xlsx'), another)
  t.match(body, { complete: true, errors: null, total: MANY })
  t.ok(
    between(log, /"data_output"/) >= 50,
    `${between(log, /"data_output"/)} answers between the beginning and the end of the file`
  )
})

t.test('two lists are written at once and eight wait; more → 503, to be sent again', async (t) => {
  const { as } = await withParts(t, 300)
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => as('admin').get('/api/part/?export=true&export_format=xlsx'))
  )
  t.strictSame(answers.map(({ status }) => status).sort(), [...Array(10).fill(200), 503, 503])
  const refused = answers.find(({ status }) => status === 503)!
  t.match(refused.body, { detail: /Try again/ })
  t.match(refused.headers, { 'retry-after': '30' })
  t.equal((await as('admin').get('/api/part/?export=true')).status, 200)
})

t.test('a list with more records than a file or a sheet may have → 400, and no data output', async (t) => {
  const { as, make } = await withParts(t, 0)
  const before = { records: EXPORT_LIMIT.records, rows: SHEET.rows }
  t.teardown(() => {
    EXPORT_LIMIT.records = before.records
    SHEET.rows = before.rows
  })
  EXPORT_LIMIT.records = 2
  SHEET.rows = 2
  for (const code of ['A', 'B']) await make('/api/project-code/', { code })
  const { status, body } = await as('admin').get('/api/project-code/?export=true&export_format=xlsx')
  t.equal(status, 400)
  t.match(body, { non_field_errors: [/A workbook has room for 1 records/] })
  t.equal((await as('admin').get('/api/project-code/?export=true')).status, 200)
  await make('/api/project-code/', { code: 'C' })
  const more = await as('admin').get('/api/project-code/?export=true')
  t.equal(more.status, 400)
  t.match(more.body, { non_field_errors: [/more than the 2 records that fit into one file/] })
  t.equal((await as('admin').get('/api/project-code/?export=true&search=A')).status, 200)
  t.equal((await as('admin').get('/api/data-output/')).body.length, 2)
})

t.test(
  'formulas are text: an apostrophe in csv and tsv, a text cell in a workbook; numbers stay numbers',
  async (t) => {
    const { as, make, db, mediaRoot } = await withParts(t, 0)
    const FORMULAS = ['=HYPERLINK("http://evil.example","x")', '+cmd|calc!A1', '-2+cmd|calc!A1', '@SUM(A1)', '＝1+A1']
    const PLAIN = ['-5', '+49 (30) 123-456', '-', '1=2', 'a-b', '5.5', "'quoted"]
    for (const [i, description] of [...FORMULAS, ...PLAIN].entries())
      await make('/api/project-code/', { code: `C${i}`, description })
    await db.insertInto('project_code').values({ code: 'late', description: '\t=1+A1' }).execute()
    const file = async (format: string) => {
      const { output } = (await as('admin').get(`/api/project-code/?export=true&export_format=${format}&ordering=pk`))
        .body
      return readFileSync(join(mediaRoot, output.replace('/media/', '')))
    }
    const cells = (text: string, separator: string) =>
      text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(separator).slice(2, -2).join(separator))
    const quoted = (text: string, separator: string) =>
      text.includes('"') || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
    for (const [format, separator] of [
      ['csv', ','],
      ['tsv', '\t']
    ] as const) {
      const found = cells((await file(format)).toString(), separator)
      t.strictSame(
        found,
        [...FORMULAS.map((text) => quoted(`'${text}`, separator)), ...PLAIN, quoted("'\t=1+A1", separator)],
        format
      )
    }
    const files = unzipSync(await file('xlsx'))
    const xml = Object.values(files)
      .map((bytes) => Buffer.from(bytes).toString())
      .join()
    t.notMatch(xml, /<f[ >]/, 'no cell is a formula')
    t.match(xml, /=HYPERLINK/)
  }
)
