import type { Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import type { DB } from '#db/tables.ts'
import { lookupMany } from '#crud/lookup.ts'
import { mediaURL } from '#framework/files/names.ts'
import { shownTime } from '#framework/time.ts'

/** A test result without its details, as the API shows it. */
export const shownResult = (row: Selectable<DB['stock_test_result']>) => ({
  pk: row.id,
  stock_item: row.stock_item_id,
  template: row.template_id,
  result: row.result === 1,
  value: row.value,
  attachment: mediaURL(row.attachment),
  notes: row.notes,
  test_station: row.test_station,
  started_datetime: shownTime(row.started_datetime),
  finished_datetime: shownTime(row.finished_datetime),
  user: row.user_id,
  date: shownTime(row.date)
})

/** Test results by the primary key of the item. */
export const testResultsOf = (db: Database, items: Iterable<number>) =>
  lookupMany(items, async (keys) =>
    (
      await db.selectFrom('stock_test_result').selectAll().where('stock_item_id', 'in', keys).orderBy('id').execute()
    ).map((row) => [row.stock_item_id, shownResult(row)])
  )
