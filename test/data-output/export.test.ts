import t from 'tap'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, column } from '../helper.ts'
import { contract } from '../support/contract.ts'
import { fillTables } from '../support/fill.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'inventree-export-'))

t.test('a list is written to a file, all that matches and nothing else', async (t) => {
  const mediaRoot = folder()
  const { as, make } = await build(t, { mediaRoot })
  const { get } = as('admin')
  await make('/api/project-code/', { code: 'B-1', description: 'say "hi", twice' })
  await make('/api/project-code/', { code: 'A-1', description: 'a "b"', active: false })
  await make('/api/project-code/', { code: 'C-1', active: false })
  const csv = (await get('/api/project-code/?export=true&ordering=code&limit=1')).body
  const today = new Date().toISOString().slice(0, 10)
  t.match(csv, {
    total: 3,
    progress: 100,
    complete: true,
    output_type: 'export',
    plugin: 'inventree-exporter',
    user_detail: { username: 'admin' },
    errors: null,
    output: new RegExp(`^/media/data_output/InvenTree_ProjectCode_${today}_[0-9a-f]{32}\\.csv$`)
  })
  const read = (output: string) => readFileSync(join(mediaRoot, output.replace('/media/', '')))
  t.equal(
    read(csv.output).toString(),
    'ID,Project Code,Description,Active,Responsible\r\n2,A-1,"a ""b""",False,\r\n1,B-1,"say ""hi"", twice",True,\r\n3,C-1,,False,\r\n'
  )
  const tsv = (await get('/api/project-code/?export=1&export_format=tsv&active=false&search=A')).body
  t.equal(
    read(tsv.output).toString(),
    'ID\tProject Code\tDescription\tActive\tResponsible\r\n2\tA-1\t"a ""b"""\tFalse\t\r\n'
  )
  const again = (await get('/api/project-code/?export=true')).body
  t.not(again.output, csv.output, 'the older file stays as it is')
  const xlsx = (await get('/api/project-code/?export=true&export_format=xlsx&export_plugin=inventree-exporter')).body
  t.equal(read(xlsx.output).subarray(0, 2).toString(), 'PK', 'a workbook is a zip')
  t.ok((await get('/api/project-code/?export=false')).body instanceof Array)
  t.equal((await get('/api/data-output/')).body.length, 4)
  t.strictSame((await get('/api/project-code/?export=true&export_format=pdf&export_plugin=x')).body, {
    export_format: ['"pdf" is not a valid choice.'],
    export_plugin: ['"x" is not a valid choice.']
  })
  t.strictSame((await get('/api/project-code/?export=true&export_format=')).body, {
    export_format: ['"" is not a valid choice.']
  })
})

t.test('the table of parts has plain fields alone, also those that some parts lack', async (t) => {
  const mediaRoot = folder()
  const { as, make, makeUser } = await build(t, { mediaRoot })
  const category = await make('/api/part/category/', { name: 'Screws' })
  await make('/api/part/', { name: 'M3x12', category: category.pk, tags: ['steel'], minimum_stock: 2.5 })
  await make('/api/part/', { name: 'M3x16' })
  const { output } = (await as('admin').get('/api/part/?export=true&tags=true')).body
  const [head, first, second] = readFileSync(join(mediaRoot, output.replace('/media/', '')), 'utf8')
    .split('\r\n')
    .map((line) => line.split(','))
  const cell = (row: string[], name: string) => row[head!.indexOf(name)]
  t.ok(
    ['ID', 'Name', 'Category Name', 'Total Stock', 'Minimum Stock'].every((name) => head!.includes(name)),
    head!.join()
  )
  t.notOk(head!.some((name) => ['Tags', 'Parameters', 'Price Breaks'].includes(name)))
  t.strictSame(
    [cell(first!, 'Name'), cell(first!, 'Category Name'), cell(first!, 'Minimum Stock')],
    ['M3x12', 'Screws', '2.5']
  )
  t.strictSame([cell(second!, 'Name'), cell(second!, 'Category Name')], ['M3x16', ''])
  t.equal((await as('admin').get('/api/part/?export=true&category=4242')).status, 200)
  t.strictSame((await as('admin').get('/api/part/?export=true&default_location=4242')).status, 400)
  await makeUser({ name: 'nils' })
  t.equal((await as('nils').get('/api/part/?export=true')).status, 403)
})

t.test('everybody sees and deletes their own files, staff all of them; old ones go by themselves', async (t) => {
  const mediaRoot = folder()
  const { as, db, make, makeUser } = await build(t, { mediaRoot })
  const tove = await makeUser({ name: 'tove' })
  const mine = (await as('tove').get('/api/units/?export=true')).body
  const other = (await as('admin').get('/api/units/?export=true')).body
  t.strictSame(column((await as('tove').get('/api/data-output/')).body, 'pk'), [mine.pk])
  t.strictSame(column((await as('admin').get(`/api/data-output/?user=${tove}`)).body, 'pk'), [mine.pk])
  t.equal((await as('tove').get(`/api/data-output/${other.pk}/`)).status, 404)
  t.strictSame((await as('tove').delete('/api/data-output/', { items: [mine.pk, other.pk] })).body, {
    success: 'Deleted 1 items'
  })
  t.equal(readdirSync(join(mediaRoot, 'data_output')).length, 1)
  await db.updateTable('data_output').set({ created: '2020-01-01' }).execute()
  const last = (await as('tove').get('/api/units/?export=true&export_format=tsv')).body
  t.strictSame(column((await as('admin').get('/api/data-output/')).body, 'pk'), [last.pk])
  await make('/api/project-code/', { code: 'what changes something clears files away' })
  t.strictSame(
    readdirSync(join(mediaRoot, 'data_output')).map((name) => name.slice(-4)),
    ['.tsv']
  )
  t.equal((await as('tove').delete(`/api/data-output/${last.pk}/`)).status, 204)
  t.strictSame(readdirSync(join(mediaRoot, 'data_output')), [])
})

t.test('every list that can be written to a file has a row for each record', async (t) => {
  const mediaRoot = folder()
  const { as, db } = await build(t, { mediaRoot })
  await fillTables(db)
  const lists = contract.operations.filter(({ query }) => query.some(({ name }) => name === 'export'))
  t.ok(lists.length > 30)
  for (const { path } of lists) {
    const { count } = (await as('admin').get(`${path}?limit=1`)).body
    const { total, output } = (await as('admin').get(`${path}?export=true`)).body
    t.ok(count > 1 && total === count, path)
    t.ok(
      readFileSync(join(mediaRoot, output.replace('/media/', '')))
        .toString()
        .split('\r\n').length > count,
      output
    )
  }
})
