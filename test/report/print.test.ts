// Prints over the API, with a real browser where there is one: what comes out, what is refused, what it costs others.
import t, { type Test } from 'tap'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { findChromium } from '../../scripts/support.ts'
import { mediaOf } from '#framework/files/media.ts'
import { Browser } from '#framework/pdf/browser.ts'
import { offerBundledTemplates } from '#modules/report/index.ts'
import { PRINT_PATIENCE } from '#modules/report/print/job.ts'
import { buildApp } from '#server/app.ts'
import { build, CONFIG } from '../helper.ts'
import { multipart } from '../support/multipart.ts'

/** Types take the module for its only export. */
const decodeQR = jsQR as unknown as typeof jsQR.default

const chromium = findChromium()
const options = chromium ? {} : { skip: 'Chromium is missing; CHROMIUM may name it' }
const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-print-test-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))
const printer = { engine: 'chromium' as const, chromium: chromium ?? null }
const { as, db, make, makeUser, set } = await build(t, { mediaRoot, printer })
const admin = as('admin')
const { pk: bolt } = await make('/api/part/', { name: 'Bolt', description: 'Made of steel', IPN: 'B-1' })
const { pk: nut } = await make('/api/part/', { name: 'Nut', description: 'For bolts' })

let count = 0
/** Makes a template. */
async function template(
  kind: 'report' | 'label',
  text: string,
  more: Record<string, string | number> = {}
): Promise<number> {
  const file = { name: `t${++count}.html`, content: text }
  const body = { name: `T ${count}`, description: 'x', model_type: 'part', template: file, ...more }
  const answer = await admin.post(`/api/${kind}/template/`, ...multipart(body))
  t.equal(answer.status, 201, answer.text)
  return answer.body.pk
}

const print = (kind: 'report' | 'label', body: object, who = admin) => who.post(`/api/${kind}/print/`, body)
const onDisk = (address: string) => join(mediaRoot, decodeURIComponent(address.replace('/media/', '')))
const html = (address: string) => readFileSync(onDisk(address), 'utf8')

/** What a PDF holds: its text, and its pages in mm. */
async function read(address: string) {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(onDisk(address))))
  const { text } = await extractText(pdf, { mergePages: false })
  const sizes = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const [, , width, height] = (await pdf.getPage(n)).view as [number, number, number, number]
    sizes.push([width, height].map((points) => Math.round((points * 25.4) / 72)))
  }
  return { text, sizes }
}

t.test('each record has its document, in the order asked for, in one file', options, async (t) => {
  const pk = await template('report', '<style>@page { size: A5 }</style><p>{{ part.full_name }} Ω</p>', {
    filename_pattern: '{{ part.name }}.pdf'
  })
  const { status, body } = await print('report', { template: pk, items: [nut, bolt, nut] })
  t.equal(status, 201)
  t.match(body, { total: 2, progress: 100, complete: true, output_type: 'report', errors: null })
  t.match(body.output, /^\/media\/data_output\/Nut_[A-Za-z0-9]{7}\.pdf$/)
  const { text, sizes } = await read(body.output)
  t.match(text[0], /Nut Ω/)
  t.match(text[1], /B-1 \| Bolt Ω/)
  t.strictSame(sizes, [
    [148, 210],
    [148, 210]
  ])
  const file = await admin.get(body.output)
  t.equal(file.headers['content-disposition'], 'inline; filename="Nut.pdf"')
  await makeUser({ name: 'tove' })
  t.equal((await as('tove').get(body.output)).status, 404, 'nobody else reads it')
})

t.test('labels have their size; a code on one can be read again', options, async (t) => {
  await offerBundledTemplates(db, mediaOf({ mediaRoot }))
  const [label] = (await admin.get('/api/label/template/?search=InvenTree Part Label')).body
  const { body } = await print('label', { template: label.pk, items: [bolt, nut] })
  const { text, sizes } = await read(body.output)
  t.strictSame(sizes, [
    [50, 20],
    [50, 20]
  ])
  t.match(text[0], /B-1 \| Bolt/)
  const source = html(label.template)
  const shown = await admin.post('/api/report/preview/', {
    kind: 'label',
    model_type: 'part',
    item: nut,
    text: source,
    form: 'png'
  })
  const { data, info } = await sharp(Buffer.from(shown.body.file.split(',')[1], 'base64'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  t.ok(Math.abs(info.width - (50 / 25.4) * 300) < 5, `${info.width} pixels for 50 mm at 300 dpi`)
  t.equal(decodeQR(new Uint8ClampedArray(data), info.width, info.height)?.data, `INV-PA${nut}`)
})

t.test('a sheet holds as many labels as fit, after those that are used up', options, async (t) => {
  await admin.patch('/api/plugins/inventreelabelsheet/activate/', {})
  const pk = await template('label', '<b>[{{ part.name }}]</b>', { width: 90, height: 60 })
  const asked = { template: pk, items: [bolt, nut], plugin: 'inventreelabelsheet' }
  const { body } = await print('label', { ...asked, skip: 7, border: true })
  t.match(body, { total: 2, progress: 9, plugin: 'inventreelabelsheet' })
  const { text, sizes } = await read(body.output)
  t.strictSame(sizes, [
    [210, 297],
    [210, 297]
  ])
  t.match(text[0], /\[Bolt\]/)
  t.match(text[1], /\[Nut\]/)
  t.strictSame((await print('label', { ...asked, margin: 80 })).body, {
    non_field_errors: ['Label is too large for page size']
  })
})

t.test('a page reaches nothing: no files, no addresses, no script', options, async (t) => {
  const asked: string[] = []
  const house = createServer((request, response) => {
    asked.push(request.url!)
    response.end('x')
  })
  await new Promise<void>((resolve) => house.listen(0, '127.0.0.1', resolve))
  t.teardown(() => house.close())
  const url = `http://127.0.0.1:${(house.address() as AddressInfo).port}`
  const inner = `<img src=&quot;${url}/inner.png&quot;>`
  const text = `<p id=p>quiet</p><script>document.getElementById('p').textContent = 'loud'; fetch('${url}/script')</script>
    <img src="${url}/a.png"><link rel=stylesheet href="${url}/a.css"><iframe src="${url}/frame"></iframe><iframe src="file:///etc/hostname"></iframe>
    <iframe srcdoc="${inner}"></iframe><iframe src="data:text/html,<img src='${url}/data.png'>"></iframe>
    <style>@import url(${url}/import.css); p { background: url(${url}/b.png) } @font-face { font-family: F; src: url(${url}/f.woff) } p { font-family: F }</style>
    <object data="${url}/object"></object><embed src="${url}/embed"><video src="${url}/video"></video><svg><image href="${url}/svg.png"/></svg>
    <meta http-equiv="refresh" content="0; url=${url}/refresh">`
  for (const fetches of [false, true]) {
    await set('REPORT_FETCH_URLS', fetches)
    const { status, body } = await print('report', { template: await template('report', text), items: [bolt] })
    t.equal(status, 201)
    t.match((await read(body.output)).text[0], /quiet/)
  }
  await set('REPORT_FETCH_URLS', false)
  t.strictSame(asked, [], 'also where addresses are allowed: this one is not public')
})

t.test('with attach_to_model each record gets its document', options, async (t) => {
  const pk = await template('report', '<p>{{ part.name }}</p>', { attach_to_model: 'true', filename_pattern: 'kept' })
  t.equal((await print('report', { template: pk, items: [bolt, nut] })).status, 201)
  for (const id of [bolt, nut]) {
    const [attachment, ...more] = (await admin.get(`/api/attachment/?model_type=part&model_id=${id}`)).body
    t.match(attachment, { filename: 'kept.pdf', comment: /^Report generated from template T \d+$/, upload_user: 1 })
    t.strictSame(more, [])
  }
})

t.test('in debug mode reports are HTML; what is wrong with a template is told, and kept', async (t) => {
  await set('REPORT_DEBUG_MODE', true)
  const pk = await template('report', '<p>{{ part.name }}', { filename_pattern: 'a/../../b' })
  const { body } = await print('report', { template: pk, items: [bolt, nut] })
  t.match(body.output, /^\/media\/data_output\/a\/b_\w{7}\.html$/)
  t.equal(html(body.output), '<p>Bolt\n<p>Nut')
  const wrong = await template('report', 'one\n{% if x %}')
  const refused = await print('report', { template: wrong, items: [bolt] })
  t.equal(refused.status, 400)
  t.match(refused.body, {
    error: ['Error generating report'],
    detail: [/^\["Template syntax error: Unclosed tag on line 2: 'if'/]
  })
  const [last] = (await admin.get('/api/data-output/')).body.slice(-1)
  t.match(last, { complete: false, progress: 0, output: null, errors: { error: /^Unclosed tag on line 2/ } })
  await set('REPORT_DEBUG_MODE', false)
})

t.test('a label that fails leaves nothing but an error report', async (t) => {
  const outputs = async () => (await admin.get('/api/data-output/')).body.length
  const before = await outputs()
  const wrong = await template('label', '{{ part.name|nosuch }}')
  const refused = await print('label', { template: wrong, items: [bolt] })
  t.strictSame(refused.body, { non_field_errors: ['Error rendering label to PDF'] })
  t.equal(await outputs(), before)
  const [report] = (await admin.get('/api/error-report/')).body
  t.match(report, { info: /Invalid filter: 'nosuch'/, path: '/api/label/print/' })
})

t.test('whoever may not see the records prints none; bodies have bounds', async (t) => {
  const pk = await template('report', 'x')
  await makeUser({ name: 'pia' })
  t.strictSame((await print('report', { template: pk, items: [bolt] }, as('pia'))).body, {
    detail: 'You do not have permission to view this model type'
  })
  const many = Array.from({ length: 2001 }, (_, n) => n)
  t.match((await print('report', { template: pk, items: many })).body, { items: [/no more than 2000/] })
  t.strictSame((await print('report', { template: pk, items: [bolt, 'x', null] })).body, {
    items: { 1: ['A valid integer is required.'], 2: ['This field may not be null.'] }
  })
  t.equal(
    (await admin.post('/api/report/preview/', { kind: 'label', model_type: 'part', item: 4242, text: 'x' })).status,
    400
  )
  t.equal((await as('pia').post('/api/report/preview/', {})).status, 403)
})

t.test('a preview tells the mistake with its line, and stores nothing', async (t) => {
  const ask = async (text: string) =>
    (await admin.post('/api/report/preview/', { kind: 'label', model_type: 'part', item: bolt, text, name: 'my.html' }))
      .body
  t.strictSame(await ask('<b>{{ part.name }}</b>\n {{ width }}'), {
    html: '<b>Bolt</b>\n 50.0',
    file: null,
    error: null
  })
  t.match(await ask('\n\n{% nosuch %}'), { html: null, error: { message: /nosuch/, template: 'my.html', line: 3 } })
  t.match(await ask('{% include "snippets/none.html" %}'), {
    error: { message: 'Template file snippets/none.html does not exist' }
  })
})

t.test('a picture as large as a door is not begun', options, async (t) => {
  const asked = { kind: 'label', model_type: 'part', item: bolt, text: 'x', form: 'png', width: 900, height: 2000 }
  const { error } = (await admin.post('/api/report/preview/', asked)).body
  t.equal(error?.message, 'The picture would have more than 50 million pixels.')
})

t.test('a browser that ends late does not take the next one with it, nor leaves it behind', options, async (t) => {
  const browser = new Browser({ path: chromium!, args: [] })
  t.teardown(() => browser.close())
  await browser.open({ fetchUrls: false })
  const ended = browser.close()
  const { pdf } = await browser.open({ fetchUrls: false })
  await ended
  t.equal((await pdf('x')).subarray(0, 4).toString(), '%PDF')
  await browser.close()
  await t.rejects(pdf('x'), { name: 'PrintFailed' })
})

t.test('without a program that can print it says what to install; HTML works', async (t: Test) => {
  const { PATH } = process.env
  process.env.PATH = ''
  t.teardown(() => {
    process.env.PATH = PATH
  })
  const bare = await build(t, { mediaRoot: join(mediaRoot, 'bare') })
  const { pk } = await bare.make('/api/part/', { name: 'Nut' })
  const file = { name: 'x.html', content: 'x' }
  const body = { name: 'T', description: 'x', model_type: 'part', template: file }
  const made = (await bare.as('admin').post('/api/report/template/', ...multipart(body))).body
  const refused = await bare.as('admin').post('/api/report/print/', { template: made.pk, items: [pk] })
  t.equal(refused.status, 400)
  t.match(refused.body.detail[0], /Chromium or WeasyPrint, and found neither\. Install one/)
  await bare.set('REPORT_DEBUG_MODE', true)
  const printed = await bare.as('admin').post('/api/report/print/', { template: made.pk, items: [pk] })
  t.equal(printed.status, 201)
  t.ok(existsSync(join(mediaRoot, 'bare', printed.body.output.replace('/media/', ''))))
})

/** A server that does not wait for prints, and prints a template for some parts that is attached to them. */
async function impatient(t: Test, name: string) {
  const before = { ...PRINT_PATIENCE }
  t.teardown(() => Object.assign(PRINT_PATIENCE, before))
  PRINT_PATIENCE.request = 1
  const folder = join(mediaRoot, name)
  const house = await build(t, { mediaRoot: folder, printer })
  const items: number[] = []
  for (let n = 0; n < 12; n++) items.push((await house.make('/api/part/', { name: `Nut ${n}` })).pk)
  const file = { name: 'x.html', content: '{{ part.name }}' }
  const body = { name: 'T', description: 'x', model_type: 'part', template: file, attach_to_model: 'true' }
  const { pk: template } = (await house.as('admin').post('/api/report/template/', ...multipart(body))).body
  const asked = await house.as('admin').post('/api/report/print/', { template, items })
  t.match(asked, { status: 201, body: { complete: false, output: null, errors: null } })
  const output = () =>
    house.db.selectFrom('data_output').selectAll().where('id', '=', asked.body.pk).executeTakeFirstOrThrow()
  const jobs = () => house.db.selectFrom('job').select(['name', 'state', 'attempts', 'error']).execute()
  return { ...house, folder, items, output, jobs }
}

t.test('what a process was printing when it ended is printed by another', options, async (t: Test) => {
  const house = await impatient(t, 'left')
  while ((await house.output()).progress === 0) await sleep(5)
  await house.app.close()
  t.match(await house.output(), { complete: 0, output: null, errors: null })
  t.match(await house.jobs(), [{ name: 'request.resume', state: 'waiting', attempts: 0 }])
  const config = { ...CONFIG, mediaRoot: house.folder, printer }
  const app = await buildApp({ config, db: house.db, vault: house.vault })
  t.teardown(() => app.close())
  await app.jobs.drain()
  t.match(await house.jobs(), [{ state: 'done' }])
  const made = await house.output()
  t.match(made, { complete: 1, progress: 100, errors: null })
  t.ok(existsSync(join(house.folder, made.output!)))
  const attached = await house.db.selectFrom('attachment').select('id').execute()
  t.equal(attached.length, house.items.length, 'each has it once')
})

t.test('a print that takes too long is given up, and its job has failed', options, async (t: Test) => {
  PRINT_PATIENCE.whole = 300
  t.teardown(() => {
    PRINT_PATIENCE.whole = 900_000
  })
  const house = await impatient(t, 'late')
  while ((await house.jobs())[0]!.state === 'running') await sleep(5)
  t.match(await house.jobs(), [{ state: 'failed', attempts: 1, error: /took too long to print/ }])
  t.match(await house.output(), { output: null, errors: /took too long to print. Print fewer at once/ })
  t.strictSame(await house.db.selectFrom('attachment').select('id').execute(), [])
})
