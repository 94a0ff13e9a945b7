import t from 'tap'
import { createUser } from '#auth/accounts.ts'
import { verifyPassword } from '#auth/passwords.ts'
import { RULESET_NAMES } from '#auth/rulesets.ts'
import { importRecords } from '#framework/transfer/index.ts'
import { nestedSet } from '#framework/transfer/nested.ts'
import { PASSWORD, exported, having, type Exported } from './records.ts'
import { content, fresh, written } from './roundtrip.ts'

t.test('an export comes back as it was', async (t) => {
  const db = await fresh(t)
  const told: [number, number, string][] = []
  const report = await importRecords(db, JSON.stringify(exported()), { progress: (...all) => told.push(all) })
  const total = exported().length - 1
  t.equal(
    [...report.taken.values()].reduce((a, b) => a + b),
    total
  )
  t.equal(report.taken.get('part.part'), 4)
  t.equal(report.taken.get('users.ruleset'), 11)
  t.strictSame([report.skipped.size, report.passedOver.size, report.warnings], [0, 0, []])
  t.strictSame(told.at(-1), [total, total, 'build.builditem'])

  const [header, ...records] = await written(db)
  t.match(header, {
    metadata: true,
    source_version: '1.5.0',
    api_version: Number,
    exported_at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/
  })
  t.strictSame(records, exported().slice(1))
  t.strictSame(
    records.map((record) => Object.keys(record.fields)),
    (exported().slice(1) as Exported[]).map((record) => Object.keys(record.fields)),
    'fields in their order'
  )

  const other = await fresh(t)
  await importRecords(other, [header, ...records])
  t.strictSame(await content(other), await content(db), 'the same database')
})

t.test('an import of an own export with rows that were made here', async (t) => {
  const db = await fresh(t)
  await db.insertInto('part').values({ name: 'b' }).execute()
  await db.insertInto('part').values({ name: 'a', minimum_stock: 0.3, metadata: '{"x":1}' }).execute()
  const other = await fresh(t)
  const records = await written(db)
  await importRecords(other, records)
  // An import is no event, and those before it are of other records.
  const { event, ...imported } = await content(other)
  t.strictSame(event, [])
  const { event: _, ...there } = await content(db)
  t.strictSame(imported, there)
  t.match(
    records.find((record) => 'pk' in record && record.model === 'part.part' && record.pk === 2),
    { fields: { image: '', minimum_stock: '0.300000' } }
  )
})

t.test('users come with their passwords and take the place of the first administrator', async (t) => {
  const db = await fresh(t)
  await importRecords(db, exported())
  const users = await db
    .selectFrom('user')
    .select(['id', 'username', 'password', 'date_joined'])
    .orderBy('id')
    .execute()
  t.strictSame(
    users.map(({ id, username }) => [id, username]),
    [
      [9, 'root'],
      [10, 'reader']
    ]
  )
  t.equal(users[1]!.date_joined, '2021-11-07T22:35:50.000Z', 'in the form in which moments are kept')
  t.strictSame(await verifyPassword(PASSWORD, users[0]!.password), { ok: true, outdated: true })
  t.strictSame(await verifyPassword('another phrase', users[0]!.password), { ok: false, outdated: false })
  t.strictSame(await db.selectFrom('user_group').selectAll().execute(), [{ user_id: 10, group_id: 2 }])
  const { id } = await db.insertInto('part').values({ name: 'next' }).returning('id').executeTakeFirstOrThrow()
  t.equal(id, 15, 'numbers go on after the highest')
})

t.test('a file without users keeps the first administrator', async (t) => {
  const db = await fresh(t)
  const about = ['part.part', 'part.partcategory']
  const report = await importRecords(
    db,
    exported((records) => {
      records.splice(0, Infinity, ...records.filter(({ model }) => about.includes(model)))
      for (const { fields } of records)
        Object.assign(
          fields,
          { default_location: null, responsible_owner: null, bom_checked_by: null },
          'creation_user' in fields ? { creation_user: ['admin'] } : {}
        )
      for (const { model, fields } of records)
        if (model === 'part.partcategory') {
          delete fields.responsible_owner
          delete fields.bom_checked_by
        }
    })
  )
  t.strictSame(report.warnings, [])
  t.strictSame(await db.selectFrom('user').select('username').execute(), [{ username: 'admin' }])
  t.equal(
    (await db.selectFrom('part').select('creation_user_id').where('id', '=', 11).executeTakeFirst())?.creation_user_id,
    1
  )
  t.equal((await content(db)).owner.length, 1)
})

t.test('what a file lacks is added', async (t) => {
  const db = await fresh(t)
  const lacking = ['users.owner', 'users.userprofile', 'users.ruleset', 'stock.stocklocation']
  await importRecords(
    db,
    exported((records) => {
      having('part.part', 13, { responsible_owner: null, minimum_stock: undefined, component: undefined })(records)
      having('stock.stockitem', 3, { location: null })(records)
      having('part.partcategory', 7, { default_location: null, lft: undefined, pathstring: 'wrong' })(records)
      records.splice(0, Infinity, ...records.filter(({ model }) => !lacking.includes(model)))
    })
  )
  t.strictSame(await db.selectFrom('user_profile').select(['user_id', 'type']).execute(), [
    { user_id: 9, type: 'internal' },
    { user_id: 10, type: 'internal' }
  ])
  t.strictSame(
    (
      await db
        .selectFrom('owner')
        .select(['owner_model', 'owner_id'])
        .orderBy('owner_model')
        .orderBy('owner_id')
        .execute()
    ).map((row) => Object.values(row)),
    [
      ['group', 2],
      ['user', 9],
      ['user', 10]
    ]
  )
  t.strictSame(
    (await db.selectFrom('ruleset').select('name').orderBy('id').execute()).map(({ name }) => name),
    RULESET_NAMES
  )
  t.match(await db.selectFrom('part').selectAll().where('id', '=', 13).executeTakeFirst(), {
    minimum_stock: 0,
    component: 1
  })
  t.match(await db.selectFrom('part_category').selectAll().orderBy('id').execute(), [
    { id: 3, pathstring: 'Électronique/Resistors', lft: 2, rght: 3, level: 1 },
    { id: 7, pathstring: 'Électronique', lft: 1, rght: 4 }
  ])
})

t.test('trees stay in the order of the file; where that has none, they are in that of names', async (t) => {
  const order = async (places: [name: string, parent: number | null, lft: unknown, tree_id: unknown][]) => {
    const db = await fresh(t)
    await importRecords(
      db,
      exported((records) => {
        const one = records.find(({ model }) => model === 'part.partcategory')!
        for (const [at, [name, parent, lft, tree_id]] of places.entries())
          records.push({
            ...one,
            pk: 50 + at,
            fields: { ...one.fields, name, parent, lft, tree_id, default_location: null }
          })
      })
    )
    const rows = await db
      .selectFrom('part_category')
      .select(['name', 'tree_id', 'lft'])
      .where('id', '>=', 50)
      .orderBy('tree_id')
      .orderBy('lft')
      .execute()
    return rows.map((row) => Object.values(row))
  }
  t.strictSame(
    await order([
      ['Wire', null, 1, 12],
      ['PCB', 50, 4, 12],
      ['Passives', 50, 2, 12],
      ['Cable', null, 1, 14]
    ]),
    [
      ['Wire', 12, 1],
      ['Passives', 12, 2],
      ['PCB', 12, 4],
      ['Cable', 14, 1]
    ]
  )
  for (const junk of [undefined, null, 'first', -3, 1e300])
    t.match(
      (
        await order([
          ['Wire', null, junk, junk],
          ['Passives', 50, junk, junk],
          ['PCB', 50, junk, junk]
        ])
      ).map(([name, , lft]) => [name, lft]),
      [
        ['Wire', 1],
        ['PCB', 2],
        ['Passives', 4]
      ],
      String(junk)
    )
})

t.test('what there is no room for is told', async (t) => {
  const db = await fresh(t)
  const report = await importRecords(
    db,
    exported((records) => {
      having('part.part', 11, { colour: 'red' })(records)
      having('part.part', 12, { colour: 'none' })(records)
      having('stock.stocklocation', 2, { size: 4 })(records)
      having('auth.user', 9, { user_permissions: [['add_part', 'part', 'part']], is_active: false })(records)
      records.push(
        { model: 'machine.machineconfig', pk: 1, fields: { part: 99 } },
        { model: 'machine.machineconfig', pk: 2, fields: {} },
        { model: 'users.apitoken', pk: 1, fields: { key: 'inv-secret' } },
        { model: 'users.ruleset', pk: 90, fields: { name: 'stocktake', group: ['readers'] } },
        {
          model: 'taggit.taggeditem',
          pk: 9,
          fields: { tag: ['Fast "one"'], content_type: ['part', 'part'], object_id: 11 }
        },
        {
          model: 'taggit.taggeditem',
          pk: 10,
          fields: { tag: 1, content_type: ['machine', 'machineconfig'], object_id: 1 }
        },
        {
          model: 'taggit.taggeditem',
          pk: 11,
          fields: { tag: 1, content_type: ['common', 'attachment'], object_id: 8 }
        },
        {
          model: 'common.attachment',
          pk: 8,
          fields: { model_type: 'part', model_id: 99, link: 'https://example.org' }
        },
        { model: 'common.attachment', pk: 9, fields: { model_type: 'moon', model_id: 11, link: 'https://example.org' } }
      )
    })
  )
  t.strictSame(
    [...report.skipped],
    [
      ['machine.machineconfig', 2],
      ['users.apitoken', 1],
      ['users.ruleset "stocktake"', 1],
      ['common.attachment of moon', 1],
      ['taggit.taggeditem of machine.machineconfig', 1],
      ['common.attachment of a part.part that is not there', 1],
      ['taggit.taggeditem of a common.attachment that is not there', 1]
    ]
  )
  t.strictSame(
    [...report.passedOver],
    [
      ['auth.user.user_permissions', 1],
      ['part.part.colour', 2],
      ['stock.stocklocation.size', 1]
    ]
  )
  t.strictSame(report.warnings, ['No user is an active superuser now: nobody can administer the server.'])
  t.equal(report.taken.get('taggit.taggeditem'), 2, 'a tag may go by its name')
})

t.test('a database that holds something is only filled when told to replace it', async (t) => {
  const db = await fresh(t)
  await importRecords(db, exported())
  const before = await content(db)
  await t.rejects(importRecords(db, exported()), {
    name: 'TransferError',
    message: /^The database is not empty: there is a record of auth.group already/
  })
  t.strictSame(await content(db), before)

  await db.insertInto('part').values({ name: 'later' }).execute()
  await db
    .insertInto('api_token')
    .values({ user_id: 9, hash: 'h', sealed: 's', redacted: 'r', created: '', expiry: '' })
    .execute()
  await t.rejects(importRecords(db, exported(having('part.part', 11, { category: 99 })), { replace: true }), {
    name: 'TransferError'
  })
  t.equal((await content(db)).part.length, 5, 'a refused file replaces nothing')
  await importRecords(db, exported(), { replace: true })
  t.strictSame(await content(db), before, 'the token is gone with its user')

  const users = await fresh(t)
  await createUser(users, { username: 'second' })
  await t.rejects(importRecords(users, exported()), {
    message: /^The database is not empty: there is more than one record of auth.user/
  })

  const report = await importRecords(
    db,
    exported((records) => {
      records.length = 0
    }),
    { replace: true }
  )
  t.strictSame(report.warnings, [
    'The file holds no record that there is a room for.',
    'There is no user now: the next start creates an administrator.'
  ])
})

t.test('more records than a statement takes', async (t) => {
  const db = await fresh(t)
  const parts = Array.from({ length: 2500 }, (_, i) => ({
    model: 'part.part',
    pk: i + 1,
    fields: { name: `Part ${i}`, variant_of: i ? i : null }
  }))
  await importRecords(db, [exported()[0], ...parts])
  const [, ...records] = await written(db)
  const found = records.filter(({ model }) => model === 'part.part')
  t.equal(found.length, 2500)
  t.match(found.at(-1), { pk: 2500, fields: { name: 'Part 2499', lft: 2500, rght: 2501, tree_id: 1, level: 2499 } })
})

t.test('a nested set', async (t) => {
  t.strictSame(
    [
      ...nestedSet([
        { id: 1, parent: null },
        { id: 2, parent: 4 },
        { id: 3, parent: null },
        { id: 4, parent: 1 },
        { id: 5, parent: 1 }
      ])
    ],
    [
      [1, { lft: 1, rght: 8, tree_id: 1, level: 0 }],
      [4, { lft: 2, rght: 5, tree_id: 1, level: 1 }],
      [2, { lft: 3, rght: 4, tree_id: 1, level: 2 }],
      [5, { lft: 6, rght: 7, tree_id: 1, level: 1 }],
      [3, { lft: 1, rght: 2, tree_id: 2, level: 0 }]
    ]
  )
})
