import t, { type Test } from 'tap'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, utimesSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { mediaOf } from '#framework/files/media.ts'
import { openDatabase, type Database } from '#db/database.ts'
import { checkAll } from '#framework/check/index.ts'
import { FILE_COLUMNS } from '#framework/files/columns.ts'
import { TRANSFER_MODELS } from '#framework/transfer/models.ts'
import { build } from '../helper.ts'
import { isPostgres } from '#db/dialect.ts'
import { onPostgres } from '../support/postgres.ts'
import { folder, run } from '../server/run.ts'

/** What is wrong, and what is said about mending it; then that it is mended, or still wrong. */
async function found(db: Database, mediaRoot: string, t: Test): Promise<{ text: string; mended: string | null }[]> {
  const media = mediaOf({ mediaRoot })
  const looked = (await checkAll({ db, media })).flatMap(({ problems }) => problems)
  const mended = (await checkAll({ db, media }, { mend: true })).flatMap(({ problems }) => problems)
  t.ok(looked.length > 0 || mended.length === 0)
  for (const one of looked)
    t.ok(
      one.mended === null && mended.some(({ text }) => text === one.text),
      `only looking changes nothing: ${one.text}`
    )
  const after = (await checkAll({ db, media })).flatMap(({ problems }) => problems)
  t.strictSame(
    after,
    mended.filter((one) => one.mended === null),
    'what was mended is right afterwards'
  )
  return mended
}

/** Writes past the rules, as only a fault does. */
async function damage(db: Database, ...statements: string[]): Promise<void> {
  if (isPostgres(db)) {
    await db.transaction().execute(async (trx) => {
      for (const statement of ['set local session_replication_role = replica', ...statements])
        await sql.raw(statement).execute(trx)
    })
    return
  }
  await sql`pragma foreign_keys = off`.execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  await sql`pragma foreign_keys = on`.execute(db)
}

t.test('a database that was only used over the API is sound', async (t) => {
  const house = await build(t)
  const category = await house.make('/api/part/category/', { name: 'Screws' })
  const part = await house.make('/api/part/', { name: 'M3', category: category.pk, tags: ['steel'] })
  await house.make('/api/stock/location/', { name: 'Shelf' })
  await house.make('/api/stock/', { part: part.pk, quantity: 10 })
  await house.makeUser({ name: 'mara', roles: { part: ['view'] } })
  t.strictSame(await found(house.db, join(folder(t), 'media'), t), [])
})

t.test('settings that cannot be applied are named, and stop nobody from working', async (t) => {
  const house = await build(t)
  for (const [key, value] of [
    ['PART_IPN_REGEX', '^(?=R)'],
    ['BUILDORDER_REFERENCE_PATTERN', 'BO-{ref}-{ref}'],
    ['PART_NAME_FORMAT', '{% for i in range(999999999) %}{% endfor %}{{ part.name }}']
  ] as const) {
    await house.db.insertInto('setting').values({ key, value }).execute()
  }
  await house.set('PART_COMPONENT', true)
  const { pk, full_name } = await house.make('/api/part/', { name: 'Relay', assembly: true })
  t.equal(full_name, 'Relay')
  const { status, body } = await house.as('admin').post('/api/build/', { part: pk, quantity: 1, title: 'First' })
  t.equal(status, 400)
  t.match(body, { reference: [/^The setting BUILDORDER_REFERENCE_PATTERN has to be corrected first: /] })
  t.match(
    (await found(house.db, join(folder(t), 'media'), t)).map(({ text }) => text),
    [
      /^the setting BUILDORDER_REFERENCE_PATTERN cannot be applied: /,
      /^the setting PART_IPN_REGEX cannot be applied: .*look-ahead/,
      /^the setting PART_NAME_FORMAT cannot be applied: /
    ]
  )
})

t.test('trees: wrong paths are worked out anew, circles are opened', async (t) => {
  const house = await build(t)
  const top = await house.make('/api/part/category/', { name: 'Top' })
  await house.make('/api/part/category/', { name: 'Below', parent: top.pk })
  await damage(
    house.db,
    "update part_category set pathstring = 'nonsense', level = 7 where name = 'Below'",
    "update part_category set parent_id = 2 where name = 'Top'"
  )
  const problems = await found(house.db, '/nowhere', t)
  t.match(problems, [
    { text: 'part_category 1 → 2 → 1 is a circle by parent_id', mended: 'part_category 1 is at the top now' },
    { text: /part_category: level, path or place in the tree of 1 records is wrong: 2/, mended: 'worked out anew' }
  ])
  t.match(await house.db.selectFrom('part_category').select(['name', 'level', 'pathstring']).orderBy('id').execute(), [
    { level: 0, pathstring: 'Top' },
    { level: 1, pathstring: 'Top/Below' }
  ])
})

t.test(
  'references: what would have gone with a record goes, what would have been emptied is',
  { skip: onPostgres && 'PostgreSQL watches over its references itself' },
  async (t) => {
    const house = await build(t)
    const category = await house.make('/api/part/category/', { name: 'Screws' })
    const part = await house.make('/api/part/', { name: 'M3', category: category.pk })
    await house.make('/api/part/', { name: 'M4' })
    await house.make('/api/part/related/', { part_1: part.pk, part_2: part.pk + 1 })
    await damage(house.db, 'delete from part_category', `delete from part where name = 'M4'`)
    const problems = await found(house.db, '/nowhere', t)
    t.ok(problems.every((one) => one.mended !== null))
    t.match(
      problems.map(({ text }) => text).join('\n'),
      /part 1 names in category_id a part_category that is not there/
    )
    t.equal((await house.as('admin').get('/api/part/1/')).body.category, null)
    t.strictSame(await house.db.selectFrom('part_related').selectAll().execute(), [])
  }
)

t.test('what hangs on records that are gone is deleted', async (t) => {
  const house = await build(t)
  const part = await house.make('/api/part/', { name: 'M3', tags: ['steel'] })
  const template = await house.make('/api/parameter/template/', { name: 'Length' })
  await house.make('/api/parameter/', { template: template.pk, model_type: 'part', model_id: part.pk, data: '12' })
  await damage(house.db, 'delete from part')
  const problems = await found(house.db, '/nowhere', t)
  t.match(
    problems.map(({ text }) => text),
    [/tagged_item 1 is a tag of part 1, which is gone/, /parameter 1 is a parameter of part 1, which is gone/]
  )
  t.strictSame(await house.db.selectFrom('tagged_item').selectAll().execute(), [])
})

t.test('rules that only a person can put right are told, not mended', async (t) => {
  const house = await build(t)
  const part = await house.make('/api/part/', { name: 'M3' })
  await house.make('/api/stock/', { part: part.pk, quantity: 10 })
  await damage(
    house.db,
    'update stock_item set quantity = -1',
    'update part set in_stock = 0',
    "update part set metadata = '{broken'",
    'update "user" set is_superuser = 0'
  )
  const problems = await found(house.db, '/nowhere', t)
  t.match(problems, [
    { text: 'stock_item 1 has a quantity below zero', mended: null },
    { text: 'the metadata of part 1 are no JSON', mended: null },
    { text: /no active user is a superuser/, mended: null }
  ])
})

t.test('accounts: what belongs to every user and group is added; roles get what they need', async (t) => {
  const house = await build(t)
  await house.makeGroup('Keepers', { stock: ['view'] })
  await damage(
    house.db,
    'delete from user_profile',
    'delete from owner',
    "delete from ruleset where name = 'part'",
    "update ruleset set can_view = 0, can_add = 1 where name = 'stock'"
  )
  const problems = await found(house.db, '/nowhere', t)
  t.match(
    problems.map(({ text }) => text),
    [
      'the user admin has no profile',
      'the user admin cannot be made responsible for anything',
      'the group Keepers lacks roles',
      'the group Keepers cannot be made responsible for anything',
      'the role stock of the group Keepers permits what needs view and change without that'
    ]
  )
  t.ok(problems.every((one) => one.mended !== null))
})

t.test('files: missing ones are told, those of nobody are moved aside', async (t) => {
  const house = await build(t)
  const part = await house.make('/api/part/', { name: 'M3' })
  const media = join(folder(t), 'media')
  mkdirSync(join(media, 'part_images'), { recursive: true })
  for (const name of ['stray.png', 'bolt.png', 'bolt.thumbnail.png', 'bolt.preview.png']) {
    writeFileSync(join(media, 'part_images', name), '')
    utimesSync(join(media, 'part_images', name), 1, 1)
  }
  writeFileSync(join(media, 'part_images/just_arriving.png'), '')
  const { pk: bolt } = await house.make('/api/part/', { name: 'M4' })
  await damage(
    house.db,
    `update part set image = 'part_images/lost.png' where id = ${part.pk}`,
    `update part set image = 'part_images/bolt.png' where id = ${bolt}`
  )
  const problems = await found(house.db, media, t)
  t.match(problems, [
    { text: 'part_images/lost.png of part 1 is missing', mended: null },
    { text: 'part_images/stray.png belongs to nothing', mended: /^moved to / }
  ])
  t.ok(existsSync(problems[1]!.mended!.replace('moved to ', '')))
})

t.test('every file that an export names is looked for', (t) => {
  const exported = TRANSFER_MODELS.flatMap(({ table, fields }) =>
    Object.values(fields).flatMap((field) => (field.kind === 'file' ? [`${table}.${field.column}`] : []))
  )
  t.ok(exported.length > 2)
  const looked = FILE_COLUMNS.map(({ table, column }) => `${table}.${column}`)
  t.strictSame(
    exported.filter((one) => !looked.includes(one)),
    []
  )
  t.end()
})

t.test('check tells what is wrong and mends it when asked → exit code 1 until nothing is wrong', async (t) => {
  const env = { INVENTREE_DB_NAME: join(folder(t), 'inventree.sqlite3') }
  t.match(await run(['check'], env), { code: 1, err: /There is no database/ })
  t.match(await run(['user', 'create', 'mara', '--superuser', '--no-password'], env), { code: 0 })
  t.match(await run(['check'], env), { code: 0, out: /^ok {6}the database file is sound$/m })
  const db = await openDatabase(env.INVENTREE_DB_NAME)
  await damage(db, 'delete from user_profile')
  await db.destroy()
  t.match(await run(['check'], env), {
    code: 1,
    out: /^WRONG {3}users and groups are complete\n {10}the user mara has no profile$/m,
    err: /1 thing is wrong\. .*--mend/
  })
  const { code, out } = await run(['check', '--mend', '--json'], env)
  t.equal(code, 0)
  t.match(
    JSON.parse(out).find((one: { problems: unknown[] }) => one.problems.length),
    { problems: [{ text: 'the user mara has no profile', mended: 'added' }] }
  )
  t.match(await run(['check'], env), { code: 0 })
})

t.test(
  'of damaged pages the check tells what it cannot look at, goes on with the rest, and mends nothing',
  { skip: onPostgres && 'PostgreSQL looks after its own pages' },
  async (t) => {
    const file = join(folder(t), 'data.sqlite3')
    const db = await openDatabase(file)
    await sql`insert into "group" (id, name) values (1, 'A group without rulesets')`.execute(db)
    await db.destroy()
    const pageOf = (table: string) => {
      const raw = new Sqlite(file)
      raw.pragma('wal_checkpoint(truncate)')
      try {
        return raw.prepare('select rootpage from sqlite_master where name = ?').pluck().get(table) as number
      } finally {
        raw.close()
      }
    }
    const spoil = (page: number) => {
      const fd = openSync(file, 'r+')
      writeSync(fd, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096)
      closeSync(fd)
    }
    spoil(pageOf('bom_item'))
    const before = readFileSync(file)
    const { code, out, err } = await run(['check', '--mend'], { INVENTREE_DB_NAME: file })
    t.equal(code, 1)
    t.match(out, /WRONG {3}records keep the rules\n {10}it cannot be looked at: database disk image is malformed\n/)
    t.match(out, /ok {6}roles make sense\n/)
    t.match(out, /WRONG {3}users and groups are complete\n/)
    t.match(err, /"inventree restore" puts the last sound backup in the place of the database/)
    t.ok(readFileSync(file).equals(before), 'nothing was written')
    spoil(2)
    t.match(await run(['check'], { INVENTREE_DB_NAME: file }), {
      code: 1,
      out: /cannot be looked at/,
      err: /"inventree restore"/
    })
  }
)
