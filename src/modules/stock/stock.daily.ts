import { sql } from 'kysely'
import type { Database } from '#db/database.ts'
import type { SettingReader } from '#contract/scopes.ts'
import { notify } from '#modules/notifications/index.ts'
import { usableStock, subscribersOf } from '#modules/part/index.ts'
import { afterDays } from '#framework/time.ts'

/**
 * Tells who subscribed to a part that some of its stock is stale from today on: it expires in as many days as the
 * settings say (docs/behaviour/stock.md#side-effects).
 */
export async function notifyStaleStock(db: Database, settings: SettingReader): Promise<void> {
  const days = settings.number('STOCK_STALE_DAYS')
  if (!settings.flag('STOCK_ENABLE_EXPIRY') || days === 0) return
  const expiry = afterDays(days)
  const { rows } = await sql<{
    id: number
    name: string
    count: number
  }>`select p.id, p.name, count(*) as count from stock_item s join part p on p.id = s.part_id
    where s.expiry_date = ${expiry} and ${usableStock} group by p.id, p.name order by p.id`.execute(db)
  for (const { id, name, count } of rows) {
    const message =
      count === 1
        ? `A stock item of ${name} expires on ${expiry}`
        : `${count} stock items of ${name} expire on ${expiry}`
    await notify(
      db,
      { category: 'stock.notify_stale_stock', name: 'Stale stock notification', message, model: 'part', id },
      { users: await subscribersOf(db, sql`(${id})`), owners: [] },
      'stock'
    )
  }
}
