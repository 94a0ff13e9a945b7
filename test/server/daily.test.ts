import t from 'tap'
import { Background } from '#src/background.ts'
import { daily } from '#src/daily.ts'
import { Settings } from '#src/settings/store.ts'
import { afterDays, today } from '#src/time.ts'
import { build } from '../helper.ts'

t.test('once a day: stocktakes that are due, old entries, prices that are out of date', async (t) => {
  const { db, app, make, set } = await build(t)
  const [nut, bolt] = [await make('/api/part/', { name: 'Nut' }), await make('/api/part/', { name: 'Bolt' })]
  await make('/api/stock/', { part: nut.pk, quantity: 2, purchase_price: 3 })
  const work = () => daily(db, new Settings(db), new Background(), app.log)
  const entries = async () => (await db.selectFrom('part_stocktake').select(['part_id', 'date', 'quantity']).orderBy('id').execute())
  await work()()
  t.strictSame(await entries(), [], 'no stocktake unless it is wanted')

  await set('STOCKTAKE_ENABLE', true)
  await set('STOCKTAKE_DELETE_OLD_ENTRIES', true)
  await db.insertInto('part_stocktake').values([{ part_id: bolt.pk, date: afterDays(-6), quantity: 9 }, { part_id: nut.pk, date: afterDays(-7), quantity: 8 }, { part_id: nut.pk, date: afterDays(-400), quantity: 7 }] as never).execute()
  await db.updateTable('part_pricing').set({ overall_min: 1, updated: '2020-01-01T00:00:00.000Z' }).execute()
  await work()()
  t.equal((await entries()).length, 3, 'another process of the same day does nothing')
  await db.updateTable('notification_entry').set({ updated: afterDays(-1) }).execute()
  const again = work()
  await again()
  t.strictSame(await entries(), [{ part_id: bolt.pk, date: afterDays(-6), quantity: 9 }, { part_id: nut.pk, date: afterDays(-7), quantity: 8 }, { part_id: nut.pk, date: today(), quantity: 2 }])
  t.match(await db.selectFrom('part_pricing').selectAll().execute(), [{ part_id: nut.pk, overall_min: 3 }])

  await db.deleteFrom('part_stocktake').execute()
  await again()
  t.strictSame(await entries(), [], 'the rest of the day nothing more')
})
