// `make print-check`: prints with a real browser what people print: every template that comes with the server over the demo
// inventory, a hundred labels, a bill of a thousand lines; and looks at what comes out, and at how long others wait. The
// templates are printed with WeasyPrint, too, where that is on the path.
import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import Sqlite from 'better-sqlite3'
import { defineSearchTokens } from '#db/search-tokens.ts'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { findChromium, has, makeVenv, python, Report, root, startServer } from './support.ts'

const report = new Report()
const chromium = findChromium()
/** The export of the public demo inventory. */
const DEMO = process.env.DEMO ?? join(root, '../shared/data/demo-export.json')
if (!chromium || !existsSync(DEMO)) {
  report.skip(
    'prints',
    chromium ? 'DEMO names no export of the demo inventory' : 'Chromium is missing; CHROMIUM may name it'
  )
  report.end()
  process.exit(0)
}
/** Types take the module for its only export. */
const decodeQR = jsQR as unknown as typeof jsQR.default

/** How many lines the long bill has, and how many labels are printed at once. */
const [LINES, LABELS] = [1000, 100]

const folder = mkdtempSync(join(tmpdir(), 'inventree-print-check-'))
const database = join(folder, 'inventree.sqlite3')
const env = { ...process.env, INVENTREE_DB_NAME: database, INVENTREE_CHROMIUM: chromium }
const inventree = (...args: string[]) =>
  execFileSync(join(root, 'bin/inventree'), args, { env, encoding: 'utf8', stdio: 'pipe' })
inventree('import', DEMO)

/** An assembly with a long bill of materials, put straight into the tables. */
function longBill(): number {
  const db = new Sqlite(database)
  defineSearchTokens(db)
  const { lastInsertRowid: part } = db
    .prepare("insert into part (name, description, assembly) values ('Backplane', 'Of very many parts', 1)")
    .run()
  db.prepare(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?),
      c(id, place) as (select id, row_number() over (order by id) from part where component = 1 and id <> ?)
      insert into bom_item (part_id, sub_part_id, quantity, raw_amount, reference, note)
      select ?, c.id, i, i, 'R' || i, 'line ' || i from n join c on c.place = 1 + i % 100`
  ).run(LINES, part, part)
  db.close()
  return Number(part)
}
const backplane = longBill()

let server = await startServer(database, { INVENTREE_CHROMIUM: chromium })
const authorization = `Basic ${btoa('admin:inventree')}`

async function api(path: string, body?: object): Promise<any> {
  // answers differ by address
  const response = await fetch(server.url + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {})
  })
  const answer = await response.json()
  assert.ok(response.ok, `${path}: ${response.status} ${JSON.stringify(answer)}`)
  return answer
}

/** What is known of a print. */
interface Read {
  pages: number
  /** In mm. */
  size: [number, number]
  text: string
  seconds: number
}

async function readPDF(content: ArrayBuffer | Buffer): Promise<Omit<Read, 'seconds'>> {
  const pdf = await getDocumentProxy(new Uint8Array(content))
  const { text } = await extractText(pdf, { mergePages: true })
  const [, , width, height] = (await pdf.getPage(1)).view as [number, number, number, number]
  const mm = (points: number) => Math.round((points * 25.4) / 72)
  return { pages: pdf.numPages, size: [mm(width), mm(height)], text }
}

/** Prints, waits until it is done, and reads the PDF. */
async function print(kind: 'report' | 'label', template: number, items: number[]): Promise<Read> {
  const begun = Date.now()
  let output = await api(`/api/${kind}/print/`, { template, items })
  while (!output.complete) {
    assert.equal(output.errors, null)
    await sleep(200)
    output = await api(`/api/data-output/${output.pk}/`)
  }
  const seconds = (Date.now() - begun) / 1000
  assert.equal(output.errors, null)
  const file = await fetch(server.url + output.output, { headers: { authorization } })
  return { ...(await readPDF(await file.arrayBuffer())), seconds }
}

/** Where records of each kind are listed, and the text of one that its prints show. */
const RECORDS: Record<string, [list: string, shown: (record: any) => string]> = {
  part: ['/api/part/?assembly=true&has_bom=true', (record) => record.name],
  stockitem: ['/api/stock/?part_detail=true', (record) => record.part_detail.name],
  stocklocation: ['/api/stock/location/?top_level=true', (record) => record.name],
  build: ['/api/build/', (record) => record.reference],
  buildline: ['/api/build/line/?part_detail=true', (record) => record.part_detail.name],
  purchaseorder: ['/api/order/po/', (record) => record.reference],
  salesorder: ['/api/order/so/', (record) => record.reference],
  salesordershipment: ['/api/order/so/shipment/', (record) => record.reference],
  returnorder: ['/api/order/ro/', (record) => record.reference],
  transferorder: ['/api/order/transfer-order/', (record) => record.reference]
}

const bare = (text: string) => text.replaceAll(/\s+/g, '')

// The only kind of record that the demo inventory has not.
await api('/api/order/transfer-order/', { reference: 'TO-0001', description: 'To the workshop' })

/** Prints every template, for a record of its kind. */
async function printAll(engine: string) {
  for (const kind of ['report', 'label'] as const)
    for (const template of await api(`/api/${kind}/template/`))
      await report.check(`${template.name}, ${engine}: pages, their size, what stands on them`, async () => {
        const [list, shown] = RECORDS[template.model_type]!
        const [record] = (await api(`${list}${list.includes('?') ? '&' : '?'}limit=1`)).results
        assert.ok(record, `there is no ${template.model_type}`)
        const { pages, size, text, seconds } = await print(kind, template.pk, [record.pk])
        assert.ok(pages >= 1)
        assert.deepEqual(size, kind === 'label' ? [50, 20] : [210, 297])
        // The small label of a location shows a code alone.
        if (template.name !== 'InvenTree Stock Location Label (QR)')
          assert.ok(
            bare(text).includes(bare(shown(record)).slice(0, 20)),
            `"${shown(record)}" is not in: ${text.slice(0, 300)}`
          )
        if (kind === 'report') assert.match(text, new RegExp(`Page 1 of ${pages}`))
        console.log(`      ${pages} pages, ${seconds.toFixed(1)} s`)
      })
}
await printAll('Chromium')

await report.check('the code on a label is read again', async () => {
  const [label] = await api('/api/label/template/?search=Stock%20Location%20Label%20(QR)')
  const source = await fetch(server.url + label.template, { headers: { authorization } })
  const [place] = (await api('/api/stock/location/?limit=1')).results
  const asked = { kind: 'label', model_type: 'stocklocation', item: place.pk, form: 'png', text: await source.text() }
  const { file } = await api('/api/report/preview/', asked)
  const { data, info } = await sharp(Buffer.from(file.split(',')[1], 'base64'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  assert.equal(decodeQR(new Uint8ClampedArray(data), info.width, info.height)?.data, `INV-SL${place.pk}`)
})

/** How long requests for a token take while something goes on: the median and the slowest but one in a hundred, in ms. */
async function meanwhile(work: Promise<unknown>): Promise<string> {
  const times: number[] = []
  let over = false
  const ended = work.finally(() => {
    over = true
  })
  while (!over) {
    const begun = performance.now()
    await fetch(`${server.url}/api/user/token/`, { headers: { authorization } }).then((response) => response.text())
    times.push(performance.now() - begun)
    await sleep(20)
  }
  await ended
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0)
  return `${times.length} requests for a token meanwhile: median ${at(0.5)} ms, p99 ${at(0.99)} ms`
}

const asked = promisify(execFile)

/** How much memory a process has to itself, in MB; what it shares is counted in parts, where the system knows them. */
async function own(pid: number, rss: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? rss) / 1024
}

/** The memory of a server and of its browser, in MB. */
async function memoryNow(): Promise<[server: number, browser: number]> {
  const { stdout } = await asked('ps', ['-eo', 'pid=,ppid=,rss='])
  const rows = stdout
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number) as [number, number, number])
  const family = new Set([server.pid])
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const [pid, parent] of rows) if (family.has(parent)) family.add(pid)
  }
  let [here, browser] = [0, 0]
  for (const [pid, , rss] of rows)
    if (pid === server.pid) here = await own(pid, rss)
    else if (family.has(pid)) browser += await own(pid, rss)
  return [here, browser]
}

/** The most memory that a server and its browser take while something goes on. */
async function memory(work: Promise<unknown>): Promise<string> {
  let [most, browser, over] = [0, 0, false]
  const ended = work.finally(() => {
    over = true
  })
  while (!over) {
    const now = await memoryNow()
    most = Math.max(most, now[0])
    browser = Math.max(browser, now[1])
    await sleep(500)
  }
  await ended
  return `at most ${Math.round(most)} MB, the browser ${Math.round(browser)} MB`
}

/** Looks at a long print: how long it takes, how much memory, how long others wait. */
async function measured(
  name: string,
  kind: 'report' | 'label',
  template: string,
  items: number[],
  looks: (read: Read) => void
) {
  await report.check(name, async () => {
    const [{ pk }] = await api(`/api/${kind}/template/?search=${encodeURIComponent(template)}`)
    const work = print(kind, pk, items)
    const [read, told, took] = await Promise.all([work, meanwhile(work), memory(work)])
    console.log(`      ${read.pages} pages in ${read.seconds.toFixed(1)} s; ${took}; ${told}`)
    looks(read)
  })
}

const parts = (await api(`/api/part/?limit=${LABELS}`)).results.map(({ pk }: { pk: number }) => pk)
await measured(`${LABELS} labels`, 'label', 'InvenTree Part Label', parts, ({ pages, size }) => {
  assert.equal(pages, LABELS)
  assert.deepEqual(size, [50, 20])
})
await measured(`a bill of ${LINES} lines`, 'report', 'Bill of Materials', [backplane], ({ text }) => {
  for (const line of [1, 2, LINES / 2, LINES]) assert.ok(text.includes(`R${line}`), `line ${line} is missing`)
  assert.ok((text.match(/Of very many parts/g) ?? []).length > 10, 'the header is on every page')
})

await report.check('the command line prints', async () => {
  const file = join(folder, 'labels.pdf')
  inventree('print', 'label', 'InvenTree Part Label', '--items', parts.slice(0, 2).join(','), '-o', file)
  assert.equal((await getDocumentProxy(new Uint8Array(readFileSync(file)))).numPages, 2)
})

const EXAMPLE = 'docs/printing.md: the official Python client prints'
if (!has('python3')) report.skip(EXAMPLE, 'python3 with venv and pip is missing')
else
  await report.check(EXAMPLE, async () => {
    assert.ok(await makeVenv(), 'the packages for Python could not be installed')
    const [, example] = /^```python\n([^]*?)^```/m.exec(readFileSync(join(root, 'docs/printing.md'), 'utf8')) ?? []
    writeFileSync(join(folder, 'example.py'), example!)
    const said = execFileSync(python, ['example.py'], {
      cwd: folder,
      env: {
        ...process.env,
        INVENTREE_API_HOST: server.url,
        INVENTREE_API_USERNAME: 'admin',
        INVENTREE_API_PASSWORD: 'inventree'
      },
      encoding: 'utf8',
      timeout: 60_000
    })
    const [label, order] = said.trim().split('\n')
    for (const [file, size] of [
      [label!, [50, 20]],
      [order!, [210, 297]]
    ] as const)
      assert.deepEqual((await readPDF(readFileSync(join(folder, file)))).size, size)
  })
server.stop()

if (!has('weasyprint')) report.skip('prints with WeasyPrint', 'weasyprint is not on the path')
else {
  server = await startServer(database, { INVENTREE_PDF_ENGINE: 'weasyprint' })
  await printAll('WeasyPrint')
  server.stop()
}
rmSync(folder, { recursive: true, force: true })
report.end()
