import t from 'tap'
import { sql } from 'kysely'
import { mediaOf } from '#framework/files/media.ts'
import { STATES } from '#db/amounts/declared.ts'
import { wrongAmounts } from '#db/amounts/fill.ts'
import { withoutTriggers } from '#db/without-triggers.ts'
import '#modules/registry.ts'
import { checkAll } from '#framework/check/index.ts'
import * as status from '#modules/status/index.ts'
import { emptyDatabase } from '../support/database.ts'
import { Random } from '../trust/random.ts'
import { unknownColumns, Writer } from './writers.ts'

/** How many writes of every kind; AMOUNTS_WRITES sets another number, AMOUNTS_SEED other ones. */
const WRITES = Number(process.env.AMOUNTS_WRITES ?? 1500)
const SEED = Number(process.env.AMOUNTS_SEED ?? 1)

t.test('states mean what they mean elsewhere', async (t) => {
  t.strictSame(STATES.usableStock, status.USABLE_STOCK)
  t.strictSame(STATES.activeBuilds, status.ACTIVE_BUILDS)
  t.strictSame(STATES.openPurchases, status.OPEN_PURCHASE_ORDERS)
  t.strictSame(STATES.openSales, status.OPEN_SALES_ORDERS)
})

t.test('whatever is written, kept amounts are what their sources come to', async (t) => {
  t.strictSame(unknownColumns(), [], 'every column that has a say is written')
  const { db, close } = await emptyDatabase()
  t.teardown(close)
  const writer = new Writer(db, new Random(SEED))
  for (let n = 0; n < 4; n++) await writer.fill()
  let biggest = 0
  for (let n = 0; n < WRITES; n++) {
    await writer.write()
    if (n % 10) continue
    const wrong = await wrongAmounts(db)
    t.strictSame(wrong, [], `after ${n} writes of seed ${SEED}`)
    if (wrong.length) break
    const { most } = await db
      .selectFrom('part')
      .select((eb) => eb.fn.max('variant_stock').as('most'))
      .executeTakeFirstOrThrow()
    biggest = Math.max(biggest, most)
  }
  t.ok(biggest > 0, 'variants had stock')
})

t.test('what is loaded without triggers is added up at the end, and what is wrong is named and mended', async (t) => {
  const { db, close } = await emptyDatabase()
  t.teardown(close)
  const { id: part } = await db.insertInto('part').values({ name: 'Board' }).returning('id').executeTakeFirstOrThrow()
  await db
    .transaction()
    .execute((trx) =>
      withoutTriggers(trx, () => trx.insertInto('stock_item').values({ part_id: part, quantity: 2.5 }).execute())
    )
  const shown = () =>
    db.selectFrom('part').select(['in_stock', 'stock_item_count']).where('id', '=', part).executeTakeFirst()
  t.strictSame(await shown(), { in_stock: 2.5, stock_item_count: 1 })
  await sql`update part set in_stock = 7, stock_item_count = 3 where id = ${part}`.execute(db)
  const told = async (mend: boolean) =>
    (await checkAll({ db, media: mediaOf({ mediaRoot: '/nowhere' }) }, { mend })).find(({ name }) =>
      name.startsWith('amounts')
    )!.problems
  const problems = [
    `in_stock of part ${part} is 7, its sources come to 2.5`,
    `stock_item_count of part ${part} is 3, its sources come to 1`
  ]
  t.strictSame(
    (await told(false)).map(({ text, mended }) => [text, mended]),
    problems.map((text) => [text, null])
  )
  t.strictSame(
    (await told(true)).map(({ text, mended }) => [text, mended]),
    problems.map((text) => [text, 'worked out anew'])
  )
  t.strictSame(await told(false), [])
  t.strictSame(await shown(), { in_stock: 2.5, stock_item_count: 1 })
})
