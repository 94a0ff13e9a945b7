import t from 'tap'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#db/database.ts'
import type { Day } from '#framework/module.ts'
import { afterDays, today } from '#framework/time.ts'
import { build, column, type House } from '../helper.ts'
import { dayOf } from '../support/day.ts'
import { folder } from './run.ts'

/** The work of a day, as a server does it that starts now. */
const day = ({ db }: Pick<House, 'db'>, config: Partial<Day['config']> = {}) => dayOf({ db, config })

/** Begins another day: nobody was told anything yet. */
const nextDay = ({ db }: Pick<House, 'db'>) =>
  db
    .updateTable('notification_entry')
    .set({ updated: afterDays(-2) })
    .execute()

t.test('once a day: stocktakes that are due, old entries, prices that are out of date', async (t) => {
  const { db, make, set } = await build(t)
  const [nut, bolt] = [await make('/api/part/', { name: 'Nut' }), await make('/api/part/', { name: 'Bolt' })]
  await make('/api/stock/', { part: nut.pk, quantity: 2, purchase_price: 3 })
  const work = () => day({ db })
  const entries = async () =>
    await db.selectFrom('part_stocktake').select(['part_id', 'date', 'quantity']).orderBy('id').execute()
  await work()()
  t.strictSame(await entries(), [], 'no stocktake unless it is wanted')

  await set('STOCKTAKE_ENABLE', true)
  await set('STOCKTAKE_DELETE_OLD_ENTRIES', true)
  await db
    .insertInto('part_stocktake')
    .values([
      { part_id: bolt.pk, date: afterDays(-6), quantity: 9 },
      { part_id: nut.pk, date: afterDays(-7), quantity: 8 },
      { part_id: nut.pk, date: afterDays(-400), quantity: 7 }
    ] as never)
    .execute()
  await db.updateTable('part_pricing').set({ overall_min: 1, updated: '2020-01-01T00:00:00.000Z' }).execute()
  await work()()
  t.equal((await entries()).length, 3, 'another process of the same day does nothing')
  await db
    .updateTable('notification_entry')
    .set({ updated: afterDays(-1) })
    .execute()
  const again = work()
  await again()
  t.strictSame(await entries(), [
    { part_id: bolt.pk, date: afterDays(-6), quantity: 9 },
    { part_id: nut.pk, date: afterDays(-7), quantity: 8 },
    { part_id: nut.pk, date: today(), quantity: 2 }
  ])
  t.match(await db.selectFrom('part_pricing').selectAll().execute(), [{ part_id: nut.pk, overall_min: 3 }])

  await db.deleteFrom('part_stocktake').execute()
  await again()
  t.strictSame(await entries(), [], 'the rest of the day nothing more')
})

t.test('a server that never runs for an hour does the work of the day, a few minutes after its start', async (t) => {
  const { app, db } = await build(t, { timeLimit: 30 })
  const looks: (() => void)[] = []
  const { setTimeout: later } = globalThis
  globalThis.setTimeout = ((work: () => void, ms: number) => {
    if (ms >= 60_000 && ms <= 600_000) looks.push(work)
    return later(work, ms)
  }) as typeof later
  try {
    await app.listen({ port: 0, host: '127.0.0.1' })
  } finally {
    globalThis.setTimeout = later
  }
  for (const look of looks) look()
  const days = () => db.selectFrom('job').select('id').where('name', '=', 'daily').execute()
  for (let tries = 0; tries < 100 && (await days()).length === 0; tries++) await sleep(20)
  t.ok((await days()).length > 10)
})

t.test('once a day: what is older than the settings want it goes', async (t) => {
  const house = await build(t)
  const { db, as, make, set } = house
  const me = (await as('admin').get('/api/user/me/')).body.pk
  const part = (await make('/api/part/', { name: 'Nut' })).pk
  const aged = (days: number) => `${afterDays(-days)}T12:00:00.000Z`
  await db
    .insertInto('error_report')
    .values([31, 29].map((days) => ({ when: aged(days), info: `${days}`, data: null, path: '/' })))
    .execute()
  await db
    .insertInto('notification_message')
    .values(
      [31, 29].map((days) => ({
        target_model_type: 'part',
        target_model_id: part,
        user_id: me,
        category: 'test',
        name: `${days}`,
        message: '',
        creation: aged(days)
      }))
    )
    .execute()
  await db
    .insertInto('stock_tracking')
    .values([31, 29].map((days) => ({ tracking_type: 0, part_id: part, date: aged(days), notes: `${days}` })))
    .execute()
  await db
    .insertInto('data_output')
    .values(
      [6, 4].map((days) => ({
        created: afterDays(-days),
        user_id: me,
        total: 1,
        output_type: 'export',
        plugin: `${days}`
      }))
    )
    .execute()
  const left = async () => ({
    reports: column((await as('admin').get('/api/error-report/')).body, 'info'),
    messages: column((await as('admin').get('/api/notifications/')).body, 'name'),
    tracking: column((await as('admin').get('/api/stock/track/?ordering=date')).body, 'notes'),
    outputs: column((await as('admin').get('/api/data-output/')).body, 'plugin')
  })
  await set('STOCK_TRACKING_DELETE_DAYS', 30)
  await day(house)()
  t.strictSame(
    await left(),
    { reports: ['29'], messages: ['29'], tracking: ['31', '29'], outputs: ['4'] },
    'tracking stays unless a setting says otherwise'
  )
  await set('STOCK_TRACKING_DELETE_OLD_ENTRIES', true)
  await nextDay(house)
  await day(house)()
  t.strictSame((await left()).tracking, ['29'])
})

t.test(
  'once a day: where one thing fails, the log names it and the others are done; where nothing can begin, it is tried again the same day',
  async (t) => {
    // A database of its own: tables of it are taken away.
    const house = await build(t, {})
    const told: string[] = []
    const log = (_error: unknown, text = '') => told.push(text)
    const old = async () =>
      await house.db
        .insertInto('error_report')
        .values({ when: `${afterDays(-31)}T12:00:00.000Z`, info: 'old', data: null, path: '/' })
        .execute()
    const kept = async () => (await house.db.selectFrom('error_report').select('info').execute()).length
    const rename = async (from: string, to: string) => await house.db.schema.alterTable(from).renameTo(to).execute()
    await old()
    await rename('part_stocktake', 'gone')
    await house.set('STOCKTAKE_DELETE_OLD_ENTRIES', true)
    const begin = dayOf({ db: house.db, log })
    await begin()
    t.match(told, [/^the job daily \(\d+\) failed; another try follows in 600 s$/])
    t.match(await house.db.selectFrom('job').select('error').where('state', '=', 'waiting').execute(), [
      { error: /^the work of the day failed: old stocktake entries: / }
    ])
    t.equal(await kept(), 0, 'what comes after it')

    await old()
    await nextDay(house)
    await rename('notification_entry', 'gone too')
    const work = dayOf({ db: house.db, log })
    await work()
    t.equal(told.at(-1), 'the work of the day could not begin')
    t.equal(await kept(), 1)
    await rename('gone too', 'notification_entry')
    await work()
    t.equal(await kept(), 0)
  }
)

t.test('once a day: a backup, where it is wanted and due; the last ten stay', async (t) => {
  const house = await build(t)
  const place = folder(t)
  const [mediaRoot, backupFolder] = [join(place, 'media'), join(place, 'backup')]
  const database = join(place, 'inventree.sqlite3')
  await (await openDatabase(database)).destroy()
  mkdirSync(mediaRoot)
  writeFileSync(join(mediaRoot, 'plan.txt'), 'a plan')
  const tomorrow = async (config: Partial<Day['config']>) => {
    await nextDay(house)
    await day(house, { mediaRoot, backupFolder, ...config })()
  }
  await tomorrow({ database })
  t.notOk(existsSync(backupFolder), 'none unless it is wanted')
  await house.set('INVENTREE_BACKUP_ENABLE', true)
  await tomorrow({ database: ':memory:' })
  t.notOk(existsSync(backupFolder), 'none of a database that is thrown away')

  await tomorrow({ database })
  const [first] = readdirSync(backupFolder)
  t.match(first, /^inventree-backup-[\d-]+\.tar\.gz$/)
  await tomorrow({ database })
  t.strictSame(readdirSync(backupFolder), [first], 'the next one after a day')

  const old = Array.from({ length: 12 }, (_, i) => `inventree-backup-${afterDays(i - 20)}-0300.tar.gz`)
  for (const name of [...old, 'inventree-backup-mine.tar.gz']) writeFileSync(join(backupFolder, name), '')
  await tomorrow({ database })
  t.equal(readdirSync(backupFolder).length, 14, 'nothing goes unless something comes')
  rmSync(join(backupFolder, first!))
  await tomorrow({ database })
  const left = readdirSync(backupFolder).sort()
  t.strictSame(left.toSpliced(9, 1), [...old.slice(-9), 'inventree-backup-mine.tar.gz'])
  t.match(left[9], new RegExp(first!.replace(/-\d{4}\.tar\.gz$/, '-\\d{4}')), 'and the new one')
})

t.test(
  'once a day: who has to do with an order hears that it is overdue since today, and subscribers of parts that stock is stale',
  async (t) => {
    const house = await build(t)
    const { as, make, makeUser, set } = house
    await makeUser({
      name: 'nadia',
      groups: ['buying'],
      roles: { purchase_order: ['view'], sales_order: ['view'], part: ['view', 'change'], stock: ['view'] }
    })
    const owners = (await as('admin').get('/api/user/owner/')).body as { pk: number; name: string }[]
    const responsible = owners.find(({ name }) => name === 'nadia')!.pk
    const told = async () =>
      ((await as('nadia').get('/api/notifications/')).body as { category: string; message: string }[]).map(
        ({ category, message }) => `${category}: ${message}`
      )
    const supplier = (await make('/api/company/', { name: 'Acme', is_supplier: true })).pk
    const customer = (await make('/api/company/', { name: 'Bell', is_customer: true, is_supplier: false })).pk
    const part = (await make('/api/part/', { name: 'Nut', salable: true })).pk
    const order = (reference: string, target_date: string | null) =>
      make('/api/order/po/', { reference, supplier, responsible, target_date })
    await order('PO-0001', afterDays(-1))
    await order('PO-0002', afterDays(-2))
    await order('PO-0003', today())
    const { pk: sale } = await make('/api/order/so/', {
      reference: 'SO-0001',
      customer,
      responsible,
      target_date: null
    })
    await make('/api/order/so-line/', { order: sale, part, quantity: 1, target_date: afterDays(-1) })
    const { pk: over } = await order('PO-0004', afterDays(-1))
    await as('admin').post(`/api/order/po/${over}/cancel/`)
    await day(house)()
    t.strictSame(
      (await told()).filter((text) => text.includes('overdue')),
      ['order.overdue_purchase_order: PO-0001 is overdue', 'order.overdue_sales_order: Lines of SO-0001 are overdue']
    )

    await as('nadia').patch(`/api/part/${part}/`, { starred: true })
    await set('STOCK_ENABLE_EXPIRY', true)
    await set('STOCK_STALE_DAYS', 10)
    for (const days of [9, 10, 10]) await make('/api/stock/', { part, quantity: 1, expiry_date: afterDays(days) })
    await nextDay(house)
    await day(house)()
    t.strictSame(
      (await told()).filter((text) => text.includes('stale')),
      [`stock.notify_stale_stock: 2 stock items of Nut expire on ${afterDays(10)}`]
    )
  }
)
