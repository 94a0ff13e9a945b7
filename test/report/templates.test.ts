// Templates, snippets and assets as records: their files, revisions, filters, and who may.
import t from 'tap'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mediaOf } from '#framework/files/media.ts'
import { offerBundledTemplates } from '#modules/report/index.ts'
import { build, column } from '../helper.ts'
import { multipart, type SentFile } from '../support/multipart.ts'

const mediaRoot = mkdtempSync(join(tmpdir(), 'inventree-templates-'))
t.teardown(() => rmSync(mediaRoot, { recursive: true }))
const { as, db, make, makeUser, set } = await build(t, { mediaRoot })
const admin = as('admin')

const [REPORT, LABEL] = ['/api/report/template/', '/api/label/template/']
const onDisk = (address: string) => join(mediaRoot, decodeURIComponent(address.replace('/media/', '')))
const page = (content: string, name = 'page.html'): SentFile => ({ name, content })

let count = 0
const template = async (url: string, more: Record<string, string | number | SentFile> = {}) => {
  const body = {
    name: `Page ${++count}`,
    description: 'One page',
    model_type: 'part',
    template: page('<p>', `p${count}.html`)
  }
  const answer = await admin.post(url, ...multipart({ ...body, ...more }))
  t.equal(answer.status, 201, answer.text)
  return answer.body
}

t.test('a new template has the second revision, and each saving counts it up', async (t) => {
  const made = await template(REPORT, { template: page('<b>1', 'counted.html') })
  t.match(made, {
    revision: 2,
    updated_by: 1,
    template: '/media/report/report/counted.html',
    filename_pattern: 'output.pdf'
  })
  const changed = await admin.patch(`${REPORT}${made.pk}/`, { description: 'Two' })
  t.match(changed.body, { revision: 3, description: 'Two' })
  t.equal((await admin.patch(`${REPORT}${made.pk}/`, { revision: 40 })).body.revision, 4, 'nobody sets it')
})

t.test(
  'a file under the same name takes the place of the one before; a change that is refused leaves it',
  async (t) => {
    const made = await template(LABEL, { template: page('<b>1', 'edited.html') })
    const url = `${LABEL}${made.pk}/`
    const edited = await admin.patch(url, ...multipart({ template: page('<b>2', 'edited.html') }))
    t.equal(edited.body.template, made.template)
    t.equal(readFileSync(onDisk(made.template), 'utf8'), '<b>2')
    const taken = (await template(LABEL)).name
    const refused = await admin.patch(url, ...multipart({ name: taken, template: page('<b>3', 'edited.html') }))
    t.equal(refused.status, 400)
    t.equal(readFileSync(onDisk(made.template), 'utf8'), '<b>2')
    t.strictSame(
      readdirSync(join(mediaRoot, 'report/label')).filter((name) => name.startsWith('edited')),
      ['edited.html'],
      'nothing lies beside it'
    )
    t.strictSame(
      readdirSync(mediaRoot).filter((name) => name.startsWith('.new-')),
      [],
      'no note is left'
    )
  }
)

t.test('a file under another name leaves the address before, and that file goes', async (t) => {
  const made = await template(REPORT, { template: page('1', 'first.html') })
  const moved = await admin.patch(`${REPORT}${made.pk}/`, ...multipart({ template: page('2', 'second.html') }))
  t.equal(moved.body.template, '/media/report/report/second.html')
  t.notOk(existsSync(onDisk(made.template)))
  t.equal((await admin.delete(`${REPORT}${made.pk}/`)).status, 204)
  t.notOk(existsSync(onDisk(moved.body.template)))
})

t.test('two templates never share a file', async (t) => {
  const first = await template(REPORT, { template: page('1', 'same.html') })
  const second = await template(REPORT, { template: page('2', 'same.html') })
  t.not(first.template, second.template)
  t.equal(readFileSync(onDisk(first.template), 'utf8'), '1')
})

t.test('what is no page, or too large, is refused', async (t) => {
  const send = (file: SentFile) =>
    admin.post(REPORT, ...multipart({ name: 'Odd', description: 'x', model_type: 'part', template: file }))
  t.strictSame((await send(page('x', 'page.txt'))).body, {
    template: ['File extension “txt” is not allowed. Allowed extensions are: html, htm.']
  })
  t.strictSame((await send(page('x', 'page'))).body, {
    template: ['File extension “” is not allowed. Allowed extensions are: html, htm.']
  })
  t.strictSame((await send(page('x'.repeat(1024 * 1024 + 1)))).body, { template: ['A template has at most 1 MB.'] })
  t.equal((await send(page('x', 'PAGE.HTM'))).status, 201)
})

t.test('filters say which records a template is offered for', async (t) => {
  const board = (await make('/api/part/', { name: 'Board', assembly: true })).pk
  const { pk: category } = await make('/api/part/category/', { name: 'Passive' })
  const resistor = (await make('/api/part/', { name: 'Resistor', IPN: 'R-1', category, minimum_stock: 5 })).pk
  const offered = async (filters: string, ...items: number[]) => {
    const { pk } = await template(REPORT, { filters, description: 'filtered' })
    const { body } = await admin.get(`${REPORT}?model_type=part&search=filtered&items=${items.join(',')}`)
    await admin.delete(`${REPORT}${pk}/`)
    return column(body, 'pk').includes(pk)
  }
  t.ok(await offered('', board, resistor))
  t.ok(await offered('assembly=True', board))
  t.notOk(await offered('assembly=True', board, resistor), 'all have to pass')
  t.ok(await offered('assembly=true, active=1', board))
  t.ok(await offered('category__name=Passive', resistor))
  t.notOk(await offered('category__name=Passive', board), 'one without a category does not')
  t.ok(await offered('category__isnull=True', board))
  t.ok(await offered('name__icontains=SIST', resistor))
  t.notOk(await offered('name__icontains=s_st', resistor), 'an underscore is one')
  t.ok(await offered('minimum_stock__gte=5', resistor))
  t.notOk(await offered('minimum_stock__gt=5', resistor))
  t.ok(await offered(`pk=${board}`, board))
  t.ok(await offered('assembly=True', 4242), 'what does not exist does not count')
  t.ok(await offered('', 'x' as never))
})

t.test('filters that mean nothing are refused', async (t) => {
  const send = async (filters: string, model_type = 'part') =>
    (await admin.post(LABEL, ...multipart({ name: 'F', description: 'x', model_type, filters, template: page('x') })))
      .body
  t.strictSame(await send('colour'), { filters: ['Invalid group: colour'] })
  t.strictSame(await send('a=b=c'), { filters: ['Invalid group: a=b=c'] })
  t.match(await send('colour=red'), {
    non_field_errors: [/^Cannot resolve keyword 'colour' into field\. Choices are: .*\bassembly\b/]
  })
  t.match(await send('name__nosuch=1'), { non_field_errors: [/^Unsupported lookup 'nosuch'/] })
  t.match(await send('active=perhaps'), { non_field_errors: ['“perhaps” value must be either True or False.'] })
  t.match(await send('constructor=1'), { non_field_errors: [/^Cannot resolve keyword 'constructor'/] })
  const { pk } = await template(LABEL, { filters: 'assembly=True' })
  t.match((await admin.patch(`${LABEL}${pk}/`, { model_type: 'company' })).body, {
    non_field_errors: [/^Cannot resolve keyword 'assembly'/]
  })
})

t.test('the size of pages follows the setting, that of labels has a least', async (t) => {
  await set('REPORT_DEFAULT_PAGE_SIZE', 'Letter')
  t.equal((await template(REPORT)).page_size, 'Letter')
  await set('REPORT_DEFAULT_PAGE_SIZE', 'A4')
  t.match(await template(LABEL), { width: 50, height: 20 })
  const small = await admin.post(
    LABEL,
    ...multipart({ name: 'S', description: 'x', model_type: 'part', width: 1, height: 'x' })
  )
  t.match(small.body, {
    width: ['Ensure this value is greater than or equal to 2.'],
    height: ['A valid number is required.']
  })
})

t.test('everybody who is signed in reads templates and their files, staff writes them', async (t) => {
  await makeUser({ name: 'tove' })
  await makeUser({ name: 'sten', staff: true })
  const made = await template(REPORT)
  const snippet = (
    await admin.post('/api/report/snippet/', ...multipart({ description: 'Foot', snippet: page('<hr>', 'foot.html') }))
  ).body
  const asset = (
    await admin.post('/api/report/asset/', ...multipart({ description: 'Logo', asset: page('x', 'logo.bin') }))
  ).body
  for (const url of [`${REPORT}${made.pk}/`, made.template, snippet.snippet, asset.asset])
    t.equal((await as('tove').get(url)).status, 200, url)
  t.equal((await as(null).get(made.template)).status, 401)
  t.match((await as('tove').get(made.template)).headers, {
    'content-disposition': /attachment/,
    'content-security-policy': /sandbox/
  })
  for (const url of [`${REPORT}${made.pk}/`, `/api/report/snippet/${snippet.pk}/`, `/api/report/asset/${asset.pk}/`]) {
    t.equal((await as('tove').patch(url, { description: 'x' })).status, 403)
    t.equal((await as('sten').patch(url, { description: 'y' })).body.description, 'y')
    t.equal((await as('tove').delete(url)).status, 403)
    t.equal((await as('sten').delete(url)).status, 204)
  }
  t.notOk(existsSync(onDisk(snippet.snippet)))
  t.notOk(existsSync(onDisk(asset.asset)))
})

t.test('a snippet keeps its name when it is edited, so that templates go on to find it', async (t) => {
  const made = (
    await admin.post('/api/report/snippet/', ...multipart({ description: 'Row', snippet: page('1', 'row.html') }))
  ).body
  const edited = await admin.patch(`/api/report/snippet/${made.pk}/`, ...multipart({ snippet: page('2', 'row.html') }))
  t.equal(edited.body.snippet, '/media/report/snippets/row.html')
  t.equal(readFileSync(onDisk(edited.body.snippet), 'utf8'), '2')
})

t.test('the templates that come with the server are offered once', async (t) => {
  const kinds = async () => [
    (await admin.get(`${REPORT}?search=InvenTree`)).body.length,
    (await admin.get(`${LABEL}?search=InvenTree`)).body.length
  ]
  await offerBundledTemplates(db, mediaOf({ mediaRoot }))
  t.strictSame(await kinds(), [10, 6])
  const [bom] = (await admin.get(`${REPORT}?search=Bill`)).body
  t.match(bom, {
    name: 'InvenTree Bill of Materials',
    description: 'Sample bill of materials report',
    template: '/media/report/report/inventree_bill_of_materials_report.html',
    revision: 2,
    updated_by: null
  })
  t.equal((await admin.delete(`${REPORT}${bom.pk}/`)).status, 204)
  await offerBundledTemplates(db, mediaOf({ mediaRoot }))
  t.strictSame(await kinds(), [9, 6], 'one that was deleted does not come back')
  const [label] = (await admin.get(`${LABEL}?search=Build`)).body
  rmSync(onDisk(label.template))
  await offerBundledTemplates(db, mediaOf({ mediaRoot }))
  t.ok(existsSync(onDisk(label.template)), 'a file that is missing does')
})
