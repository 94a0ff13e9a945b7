// Wrong records: all are told at once; the rest may be taken without them.
import t from 'tap'
import { importRecords, TransferError } from '#framework/transfer/index.ts'
import { exported, having, type Exported } from './records.ts'
import { content, fresh } from './roundtrip.ts'

/** Changes one after the other. */
const all =
  (...changes: ((records: Exported[]) => void)[]) =>
  (records: Exported[]) => {
    for (const change of changes) change(records)
  }

t.test('all that is wrong is told at once, with model, key, field and reason', async (t) => {
  const db = await fresh(t)
  const before = await content(db)
  const error = await importRecords(
    db,
    exported(
      all(
        having('part.part', 11, { name: 5, active: 'yes' }),
        having('part.part', 12, { category: 99 }),
        having('build.build', 2, { creation_date: 'yesterday' }),
        (records) => records.push({ ...records.find(({ model }) => model === 'company.company')! })
      )
    )
  ).then(
    () => undefined,
    (error) => error
  )
  t.ok(error instanceof TransferError)
  t.equal(
    error.message,
    `4 of its records are wrong:
  company.company 4 occurs twice in the file.
  part.part 11: "name" is 5, but must be text.
  part.part 11: "active" is "yes", but must be true or false.
  part.part 12: "category" is 99, but there is no part.partcategory 99.
  build.build 2: "creation_date" is "yesterday", but must be a date, YYYY-MM-DD.`
  )
  t.match(error.faults.list[1], { model: 'part.part', pk: 11, field: 'name', reason: 'is 5, but must be text' })
  t.strictSame(await content(db), before)
})

t.test('of very many faults the first 50 are told, and how many more there are', async (t) => {
  const parts = Array.from({ length: 120 }, (_, i) => ({ model: 'part.part', pk: i + 1, fields: { name: null } }))
  await t.rejects(importRecords(await fresh(t), [exported()[0], ...parts]), {
    message:
      /^120 of its records are wrong:\n(?: {2}part\.part \d+: "name" must not be null\.\n){50} {2}and 70 more faults$/
  })
})

t.test('without the wrong ones: what hangs on them is left out too, what only names them stays', async (t) => {
  const db = await fresh(t)
  const file = exported(
    all(
      having('part.part', 14, { name: null }),
      having('part.partcategory', 7, { name: 7 }),
      having('auth.user', 10, { date_joined: 'yesterday' }),
      having('stock.stockitem', 3, { quantity: 'many' })
    )
  )
  const report = await importRecords(db, file, { skipInvalid: true })
  const wrong = report.invalid.list.map(
    ({ model, pk, field, reason }) => `${model} ${pk as number} ${field}: ${reason}`
  )
  t.strictSame(wrong.slice(0, 4), [
    'auth.user 10 date_joined: is "yesterday", but must be a date with time, such as 2021-06-20T05:52:40.528Z',
    'part.partcategory 7 name: is 7, but must be text',
    'part.part 14 name: must not be null',
    'stock.stockitem 3 quantity: is "many", but must be a decimal number'
  ])
  const left = (model: string) => [...(report.invalid.records.get(model) ?? [])].toSorted()
  t.strictSame(left('stock.stockitem'), [3, 4, 5, 6], 'the stock of a part')
  t.strictSame([left('build.build'), left('build.buildline'), left('build.builditem')], [[1, 2], [7], [1, 2, 3]])
  t.strictSame(left('users.userprofile'), [2])
  t.strictSame([left('part.part'), left('part.partcategorystar')], [[14], [1]])
  t.match(Object.fromEntries(report.emptied), { 'part.partcategory.parent': 1, 'part.part.bom_checked_by': 1 })
  t.equal(report.taken.get('part.part'), 3)
  t.strictSame(await db.selectFrom('part_category').select(['id', 'parent_id', 'pathstring']).execute(), [
    { id: 3, parent_id: null, pathstring: 'Resistors' }
  ])
  t.equal((await content(db)).stock_item!.length, 0)
})

t.test('without the wrong ones: of two that may not be alike the first stays, and a ring is opened', async (t) => {
  const db = await fresh(t)
  const file = exported(
    all(having('part.partcategory', 7, { parent: 3 }), having('stock.stockitem', 6, { serial: '7' }), (records) =>
      records.push({ model: 'taggit.tag', pk: 2, fields: { name: 'Fast "one"', slug: 'other' } })
    )
  )
  const { invalid } = await importRecords(db, file, { skipInvalid: true })
  t.strictSame(
    invalid.list.map(({ model, pk }) => `${model} ${pk as number}`).toSorted(),
    ['part.partcategory 3', 'part.partcategorystar 1', 'stock.stockitem 6', 'taggit.tag 2'].toSorted()
  )
  t.strictSame(await db.selectFrom('part_category').select(['id', 'parent_id']).execute(), [{ id: 7, parent_id: null }])
  t.strictSame(
    await db.selectFrom('tag').select('id').execute(),
    [{ id: 1 }],
    'tags that records name by their name are still found'
  )
})

t.test('a dry run tells what would be, and changes nothing', async (t) => {
  const db = await fresh(t)
  const before = await content(db)
  const { taken, warnings } = await importRecords(db, exported(), { dryRun: true })
  t.equal(taken.get('part.part'), 4)
  t.strictSame(warnings, [])
  t.strictSame(await content(db), before)
  await t.rejects(importRecords(db, exported(having('part.part', 11, { name: null })), { dryRun: true }), {
    message: 'part.part 11: "name" must not be null.'
  })
  await importRecords(db, exported())
  const full = await content(db)
  await t.rejects(importRecords(db, exported(), { dryRun: true }), { message: /^The database is not empty/ })
  await importRecords(db, exported().slice(0, 1), { dryRun: true, replace: true })
  t.strictSame(await content(db), full)
})
